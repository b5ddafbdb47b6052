// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/list_file.h"

#include "models/archive/csv_cell.h"
#include "models/archive/lead_pages.h"
#include "models/archive/whole_file.h"
#include "models/domain/lead_fields.h"
#include "models/storage/connection.h"
#include "models/storage/queries/rows.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace keyturn::list_file {

namespace {

constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");
constexpr qsizetype flushBytes = 256 * 1024;

/// One line after the other, handed on to the file in large pieces.
class Lines
{
public:
    explicit Lines(WholeFile& file)
        : m_file(file)
        , m_text(byteOrderMark.toByteArray())
    {}

    void cell(const QString& text)
    {
        separate();
        csv_cell::append(m_text, csv_cell::defused(text.toUtf8()));
    }
    /// A number or a moment of ours, which is what it is.
    void plain(const QString& text)
    {
        separate();
        csv_cell::append(m_text, text.toUtf8());
    }
    Done endLine()
    {
        m_text += "\r\n";
        m_isFirst = true;
        if (m_text.size() > flushBytes) {
            return flush();
        }
        return {};
    }
    Done flush()
    {
        KEYTURN_TRY(m_file.write(m_text));
        m_text.resize(0);
        return {};
    }

private:
    void separate()
    {
        if (!m_isFirst) {
            m_text += ',';
        }
        m_isFirst = false;
    }

    WholeFile& m_file;
    QByteArray m_text;
    bool m_isFirst = true;
};

QString momentText(Instant moment, const QTimeZone& zone)
{
    return moment.isNull() ? QString() : moment.inZone(zone).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QTimeZone zoneOfReader(const Catalogue& catalogue)
{
    const User* me = catalogue.user(catalogue.me);
    return queries::zoneOf(me != nullptr ? me->timezone : catalogue.organizationTimezone);
}

/// What parseField() reads as the same value, in whatever language it was written and will be read.
class FieldText
{
public:
    explicit FieldText(const Catalogue& catalogue)
        : m_catalogue(catalogue)
        , m_zone(zoneOfReader(catalogue))
    {}

    [[nodiscard]] QString operator()(const LeadField& field, const QVariant& value) const
    {
        if (!value.isValid()) {
            return {};
        }
        switch (field.kind) {
        case LeadField::Kind::Money:
            return Money{value.toLongLong()}.toPlainString();
        case LeadField::Kind::Months:
            return QString::number(value.toLongLong()) + QStringLiteral(" months");
        case LeadField::Kind::YesNo:
            return value.toLongLong() != 0 ? QStringLiteral("yes") : QStringLiteral("no");
        case LeadField::Kind::Moment:
            return momentText(Instant{value.toLongLong()}, m_zone);
        case LeadField::Kind::Integer:
            return QString::number(value.toLongLong());
        case LeadField::Kind::Stage: {
            const Stage* stage = m_catalogue.stage(StageId::fromString(value.toString()));
            return stage != nullptr ? stageText(*stage) : value.toString();
        }
        case LeadField::Kind::Number:
        case LeadField::Kind::Percent:
        case LeadField::Kind::User:
            return editText(field, value, m_catalogue);
        default:
            return value.toString();
        }
    }

private:
    // The name reads better, unless it is not the only one or another stage's key.
    [[nodiscard]] QString stageText(const Stage& stage) const
    {
        for (const Stage& other : m_catalogue.stages) {
            if (other.id != stage.id && (other.name.compare(stage.name, Qt::CaseInsensitive) == 0 ||
                                         other.key.compare(stage.name, Qt::CaseInsensitive) == 0)) {
                return stage.key;
            }
        }
        return stage.name;
    }

    const Catalogue& m_catalogue;
    QTimeZone m_zone;
};

QString headerOf(const LeadField& field)
{
    if (field.isCustom()) {
        return field.label;
    }
    QString words = field.name.mid(field.name.indexOf(u'.') + 1);
    for (const char* ending : {"_cents", "_pct3"}) {
        if (words.endsWith(QLatin1String(ending))) {
            words.chop(static_cast<int>(qstrlen(ending)));
        }
    }
    words.replace(u'_', u' ');
    return words.left(1).toUpper() + words.mid(1);
}

QVariant valueOf(const LeadDetail& lead, const LeadField& field)
{
    if (field.isCustom()) {
        return lead.value(field.name);
    }
    const Record& row =
        field.isLoan() ? lead.loan : (field.table == QLatin1String("lead_profiles") ? lead.profile : lead.lead);
    return row.value(field.column);
}

} // namespace

QString mark()
{
    return QStringLiteral("Keyturn id");
}

std::vector<Column> columns(const Catalogue& catalogue)
{
    std::vector<Column> all{{mark(), {}}};
    QSet<QString> taken{mark().toLower()};
    const auto add = [&](const QString& wanted, const QString& field) {
        QString header = wanted;
        if (taken.contains(header.toLower())) {
            header = QStringLiteral("%1 (%2)").arg(wanted, field);
        }
        taken.insert(header.toLower());
        all.push_back({header, field});
    };
    for (const LeadField& field : leadFields()) {
        add(headerOf(field), field.name);
    }
    add(QStringLiteral("Tags"), QStringLiteral("tags"));
    for (const LeadField& field : customLeadFields(catalogue)) {
        add(headerOf(field), field.name);
    }
    return all;
}

bool isOurs(const QStringList& header)
{
    return header.value(0) == mark();
}

Result<qint64> writeLeads(Connection& book, const ExportOrder& order, const Catalogue& catalogue, WholeFile& file)
{
    Lines lines(file);
    std::vector<std::optional<LeadField>> fields;
    for (const Column& column : columns(catalogue)) {
        lines.cell(column.header);
        fields.push_back(leadField(column.field, catalogue));
    }
    KEYTURN_TRY(lines.endLine());
    KEYTURN_LET(const std::vector<LeadId> leads, leadsOf(book, order));
    const FieldText text(catalogue);
    qint64 rows = 0;
    KEYTURN_TRY(forEachLead(book, leads, order.watch.get(), [&](const LeadDetail& lead) -> Done {
        bool isId = true;
        for (const std::optional<LeadField>& field : fields) {
            if (!field) {
                lines.cell(isId ? lead.lead.text(QStringLiteral("id")) : lead.tags.join(QStringLiteral("; ")));
                isId = false;
                continue;
            }
            const bool isNumber = field->kind == LeadField::Kind::Money || field->kind == LeadField::Kind::Integer ||
                                  field->kind == LeadField::Kind::Percent || field->kind == LeadField::Kind::Moment;
            const QString value = text(*field, valueOf(lead, *field));
            if (isNumber) {
                lines.plain(value);
            } else {
                lines.cell(value);
            }
        }
        ++rows;
        return lines.endLine();
    }));
    KEYTURN_TRY(lines.flush());
    return rows;
}

Result<qint64> writeActivities(Connection& book, const ExportOrder& order, const Catalogue& catalogue, WholeFile& file)
{
    Lines lines(file);
    for (const char* header : {"When", "Lead", "What", "Title", "Text", "From stage", "To stage", "By", "Outcome",
                               "Seconds", "Keyturn lead id", "Keyturn activity id"}) {
        lines.cell(QString::fromLatin1(header));
    }
    KEYTURN_TRY(lines.endLine());
    KEYTURN_LET(const std::vector<LeadId> leads, leadsOf(book, order));
    WorkWatch* watch = order.watch.get();
    if (watch != nullptr) {
        watch->total = static_cast<qint64>(leads.size());
    }
    const QTimeZone zone = zoneOfReader(catalogue);
    KEYTURN_LET(Statement query,
                book.prepare(QStringLiteral(
                    "SELECT a.id, a.occurred_at, l.name, a.activity_type, a.title, a.description, a.from_stage, "
                    "a.to_stage, a.created_by, a.metadata, c.outcome, c.duration_seconds, a.lead_id, n.content "
                    "FROM lead_activities a JOIN leads l ON l.id = a.lead_id "
                    "LEFT JOIN communications c ON c.id = a.communication_id "
                    "LEFT JOIN lead_notes n ON n.id = CASE WHEN a.activity_type LIKE 'note%' "
                    "THEN a.metadata ->> '$.note_id' END AND n.deleted_at IS NULL "
                    "AND (n.is_private = 0 OR n.user_id = ?) "
                    "WHERE a.lead_id = ? AND l.deleted_at IS NULL ORDER BY a.occurred_at, a.id")));
    qint64 rows = 0;
    for (const LeadId lead : leads) {
        if (watch != nullptr && watch->cancelled) {
            return fail(stopped());
        }
        query.bindAll(catalogue.me, lead);
        KEYTURN_TRY(query.each([&](const Statement& row) -> Done {
            lines.plain(momentText(row.instant(1), zone));
            lines.cell(row.text(2));
            lines.plain(row.text(3));
            lines.cell(row.text(4));
            lines.cell(row.isNull(13) ? row.text(5) : row.text(13));
            lines.cell(row.text(6));
            lines.cell(row.text(7));
            const User* by = catalogue.user(row.id<UserId>(8));
            lines.cell(by != nullptr ? by->email : QString());
            lines.cell(row.text(10));
            lines.plain(row.isNull(11) ? QString() : QString::number(row.integer(11)));
            lines.plain(row.text(12));
            lines.plain(row.text(0));
            ++rows;
            return lines.endLine();
        }));
        if (watch != nullptr) {
            ++watch->done;
        }
    }
    KEYTURN_TRY(lines.flush());
    return rows;
}

} // namespace keyturn::list_file
