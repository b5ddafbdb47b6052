// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/slice_facts.h"

#include "models/domain/schema.h"
#include "models/storage/queries/rows.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace keyturn {

namespace {

const QString& leadsTable()
{
    static const QString name = QStringLiteral("leads");
    return name;
}

QString place(const QString& table, const QString& column)
{
    return table + u'.' + column;
}

/// Not a column: e-mail addresses are compared in small letters.
const QString& addressColumn()
{
    static const QString name = QStringLiteral("lower(email)");
    return name;
}

/// As the store's own lower() does it, which knows English letters at least.
QString lowered(const QString& email)
{
    return email.trimmed().toLower();
}

QVariant listOf(const QSet<QString>& texts)
{
    QStringList sorted(texts.begin(), texts.end());
    sorted.sort();
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(sorted)).toJson(QJsonDocument::Compact));
}

/// Where somebody is looked for by some values of a column.
struct Search
{
    const char* column;
    const QSet<QString>& values;
};

// Joined with a list, and not compared with many values: a server under row security finds each by its index. Its
// addresses are in no index that row security would use, and what it finds must be an array for its plan to count on
// few.
QString leadsSql(bool isSqlite, const std::vector<Search>& searches, bool byAddress)
{
    const QString list = isSqlite ? QStringLiteral("json_each(?) w")
                                  : QStringLiteral("jsonb_array_elements_text(?::jsonb) AS w (value)");
    QStringList finds;
    for (const Search& search : searches) {
        finds << QString(u"SELECT l.id FROM " % list % u" JOIN leads l ON l." % QLatin1String(search.column) %
                         u" = w.value");
    }
    if (byAddress) {
        finds << (isSqlite ? QString(u"SELECT l.id FROM " % list % u" JOIN leads l ON lower(l.email) = w.value")
                           : QStringLiteral("SELECT api.leads_at(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))"));
    }
    const QString found = finds.join(QStringLiteral(" UNION "));
    return QString(u"SELECT * FROM leads WHERE deleted_at IS NULL AND id " %
                   (isSqlite ? QString(u"IN (" % found % u')') : QString(u"= ANY(ARRAY(" % found % u"))")) %
                   u" ORDER BY id");
}

} // namespace

SliceFacts::SliceFacts(Connection& book, Facts& inner)
    : m_book(book)
    , m_inner(inner)
{}

void SliceFacts::put(const QString& table, const QString& column, const QString& value, const Record& row)
{
    m_answers[place(table, column)].rows[value].push_back(row);
}

Done SliceFacts::lookFor(const ImportOrder& order)
{
    QSet<QString> ids;
    QSet<QString> emails;
    QSet<QString> numbers;
    QSet<QString> names;
    for (const ImportRow& row : order.rows) {
        const auto add = [&row](QSet<QString>& set, const char* field) {
            if (const QString text = row.text(QLatin1String(field)); !text.isEmpty()) {
                set.insert(text);
            }
        };
        add(ids, "external_lead_id");
        add(numbers, "mobile");
        add(numbers, "phone");
        add(names, "name");
        if (const QString email = lowered(row.text(QStringLiteral("email"))); !email.isEmpty()) {
            emails.insert(email);
        }
    }
    // What no row of the list has is not looked for.
    std::vector<Search> searches;
    std::vector<QVariant> values;
    for (const Search& search : {Search{"external_lead_id", ids}, Search{"mobile", numbers}, Search{"phone", numbers},
                                 Search{"name", names}}) {
        if (!search.values.isEmpty()) {
            searches.push_back(search);
            values.push_back(listOf(search.values));
        }
    }
    if (!emails.isEmpty()) {
        values.push_back(listOf(emails));
    }
    std::vector<Record> found;
    if (!values.empty()) {
        KEYTURN_TRY(queries::forEachRow(m_book, leadsSql(m_book.isSqlite(), searches, !emails.isEmpty()), values,
                                        [&found](const Statement& row) { found.push_back(row.record()); }));
    }
    m_answers[place(leadsTable(), QStringLiteral("external_lead_id"))].asked = ids;
    m_answers[place(leadsTable(), addressColumn())].asked = emails;
    m_answers[place(leadsTable(), QStringLiteral("mobile"))].asked = numbers;
    m_answers[place(leadsTable(), QStringLiteral("phone"))].asked = numbers;
    m_answers[place(leadsTable(), QStringLiteral("name"))].asked = names;
    QStringList leads;
    for (const Record& lead : found) {
        const QString id = lead.text(QStringLiteral("id"));
        leads.append(id);
        m_answers[place(leadsTable(), QStringLiteral("id"))].asked.insert(id);
        put(leadsTable(), QStringLiteral("id"), id, lead);
        put(leadsTable(), addressColumn(), lowered(lead.text(QStringLiteral("email"))), lead);
        for (const char* const column : {"external_lead_id", "mobile", "phone", "name"}) {
            put(leadsTable(), QLatin1String(column), lead.text(QLatin1String(column)), lead);
        }
    }
    const QString leadColumn = QStringLiteral("lead_id");
    KEYTURN_TRY(gather(QStringLiteral("lead_profiles"), leadColumn, leads));
    if (order.duplicates == Duplicates::FillEmpty || order.duplicates == Duplicates::Update) {
        for (const QLatin1String table :
             {QLatin1String("lead_loan_scenarios"), QLatin1String("lead_tags"), QLatin1String("lead_notes")}) {
            KEYTURN_TRY(gather(table, leadColumn, leads));
        }
    }
    return {};
}

Done SliceFacts::lookAt(const ChangeSet& done)
{
    QHash<QString, QStringList> keys;
    for (const RowChange& row : done.rows) {
        const TableSpec* const spec = tableSpec(row.table);
        if (spec != nullptr && !spec->isAppendOnly() && !row.leadId.isEmpty()) {
            keys[row.table].append(row.id);
        }
    }
    for (auto table = keys.cbegin(); table != keys.cend(); ++table) {
        KEYTURN_TRY(gather(table.key(), tableSpec(table.key())->key, *table));
    }
    return {};
}

Done SliceFacts::gather(const QString& table, const QString& column, const QStringList& values)
{
    Answers& answers = m_answers[place(table, column)];
    QStringList fresh;
    for (const QString& value : values) {
        if (!answers.asked.contains(value)) {
            answers.asked.insert(value);
            fresh.append(value);
        }
    }
    const TableSpec& spec = *tableSpec(table);
    QStringList columns;
    for (const ColumnSpec& each : spec.columns) {
        columns.append(each.name);
    }
    KEYTURN_LET(std::vector<Record> rows, m_inner.rowsAmong(table, column, fresh, columns));
    std::sort(rows.begin(), rows.end(),
              [&spec](const Record& a, const Record& b) { return a.text(spec.key) < b.text(spec.key); });
    QSet<QString> seen; // the last value of a portion may have been asked for more than once
    for (const Record& row : rows) {
        if (!seen.contains(row.text(spec.key))) {
            seen.insert(row.text(spec.key));
            answers.rows[row.text(column)].push_back(row);
        }
    }
    return {};
}

Result<std::optional<Record>> SliceFacts::row(const QString& table, const QString& id)
{
    const TableSpec* const spec = tableSpec(table);
    const auto answers = spec == nullptr ? m_answers.cend() : m_answers.constFind(place(table, spec->key));
    if (answers == m_answers.cend() || !answers->asked.contains(id)) {
        return m_inner.row(table, id);
    }
    const auto rows = answers->rows.constFind(id);
    return rows == answers->rows.cend() ? std::nullopt : std::optional<Record>(rows->front());
}

Result<std::vector<Record>> SliceFacts::rowsWhere(const QString& table, const QString& column, const QVariant& value)
{
    const auto answers = m_answers.constFind(place(table, column));
    if (answers == m_answers.cend() || !answers->asked.contains(value.toString())) {
        return m_inner.rowsWhere(table, column, value);
    }
    std::vector<Record> live;
    const std::vector<Record> rows = answers->rows.value(value.toString());
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(live),
                 [](const Record& row) { return row.isNull(QStringLiteral("deleted_at")); });
    return live;
}

Result<std::vector<Record>> SliceFacts::rowsAmong(const QString& table, const QString& column,
                                                  const QStringList& values, const QStringList& columns)
{
    const auto answers = m_answers.constFind(place(table, column));
    const bool isHere = answers != m_answers.cend() &&
                        std::all_of(values.begin(), values.end(),
                                    [&answers](const QString& value) { return answers->asked.contains(value); });
    const TableSpec* const spec = tableSpec(table);
    // Only whole rows by their keys were gathered with those that were removed.
    if (!isHere || spec == nullptr || column != spec->key) {
        return m_inner.rowsAmong(table, column, values, columns);
    }
    std::vector<Record> found;
    for (const QString& value : values) {
        const auto rows = answers->rows.constFind(value);
        if (rows != answers->rows.cend()) {
            found.insert(found.end(), rows->begin(), rows->end());
        }
    }
    return found;
}

Result<std::optional<LeadId>> SliceFacts::leadByEmail(const QString& email)
{
    const auto answers = m_answers.constFind(place(leadsTable(), addressColumn()));
    if (answers == m_answers.cend() || !answers->asked.contains(lowered(email))) {
        return m_inner.leadByEmail(email);
    }
    for (const Record& lead : answers->rows.value(lowered(email))) {
        if (!lead.flag(QStringLiteral("email_shared")) && lead.isNull(QStringLiteral("duplicate_of_id"))) {
            return LeadId::fromString(lead.text(QStringLiteral("id")));
        }
    }
    return std::nullopt;
}

Result<std::optional<LeadId>> SliceFacts::markedDuplicate(const QString& email)
{
    const auto answers = m_answers.constFind(place(leadsTable(), addressColumn()));
    if (answers == m_answers.cend() || !answers->asked.contains(lowered(email))) {
        return m_inner.markedDuplicate(email);
    }
    for (const Record& lead : answers->rows.value(lowered(email))) {
        if (!lead.flag(QStringLiteral("email_shared")) && !lead.isNull(QStringLiteral("duplicate_of_id"))) {
            return LeadId::fromString(lead.text(QStringLiteral("id")));
        }
    }
    return std::nullopt;
}

Result<std::vector<Record>> SliceFacts::mergedAway()
{
    if (!m_merged) {
        KEYTURN_LET(m_merged, m_inner.mergedAway());
    }
    return *m_merged;
}

} // namespace keyturn
