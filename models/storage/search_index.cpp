// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/search_index.h"

#include "models/storage/connection.h"
#include "models/storage/transaction.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <limits>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Storage)
};

/// As next_row of a kind that is in as a whole.
constexpr qint64 whole = std::numeric_limits<qint64>::max();
/// Rows looked at in one go: a twentieth of a second, in which nobody else can write.
constexpr qint64 sliceRows = 2'000;

/// One kind of row, and the statements that concern its part of the index.
struct Part
{
    Part(const char* name, const char* rows, const char* text, const char* columns, const char* middle)
        : key(QString::fromLatin1(name))
        , table(QString::fromLatin1(rows))
        , view(QString::fromLatin1(text))
        , words(QString::fromLatin1(columns))
        , mid(QString::fromLatin1(middle))
        , index(QStringLiteral("search_") + key)
        , midIndex(mid.isEmpty() ? QString() : QString(index + QStringLiteral("_mid")))
    {}

    QString key;
    QString table; ///< of the rows
    QString view;  ///< of their text
    QString words; ///< columns of the index
    QString mid;   ///< columns of its trigrams; empty: there are none
    QString index;
    QString midIndex;

    /// Takes the rows in for which `condition` holds of `id`.
    [[nodiscard]] QStringList put(const QString& condition) const
    {
        const auto statement = [&](const QString& into, const QString& columns) -> QString {
            return QStringLiteral("INSERT INTO ") + into + QStringLiteral(" (rowid, ") + columns +
                   QStringLiteral(") SELECT id, ") + columns + QStringLiteral(" FROM ") + view +
                   QStringLiteral(" WHERE ") + condition;
        };
        // The trigrams first: what is in already is known by the words.
        return mid.isEmpty() ? QStringList{statement(index, words)}
                             : QStringList{statement(midIndex, mid), statement(index, words)};
    }

    /// Takes the rows out for which `condition` holds of `rowid`.
    [[nodiscard]] QStringList take(const QString& condition) const
    {
        QStringList statements;
        if (!mid.isEmpty()) {
            statements << QString(QStringLiteral("INSERT INTO ") + midIndex + QStringLiteral(" (") + midIndex +
                                  QStringLiteral(", rowid, ") + mid + QStringLiteral(") SELECT 'delete', rowid, ") +
                                  mid + QStringLiteral(" FROM ") + index + QStringLiteral(" WHERE ") + condition);
        }
        return statements << QString(QStringLiteral("DELETE FROM ") + index + QStringLiteral(" WHERE ") + condition);
    }

    [[nodiscard]] QStringList catchUp() const
    {
        const QString changed =
            QStringLiteral(" IN (SELECT changed_row FROM search_changes WHERE kind = '") + key + QStringLiteral("')");
        return take(QStringLiteral("rowid") + changed) + put(QStringLiteral("id") + changed) +
               QStringList{QStringLiteral("DELETE FROM search_changes WHERE kind = '") + key + u'\''};
    }

    [[nodiscard]] QStringList build() const
    {
        return put(QStringLiteral("id >= ? AND id < ? AND NOT EXISTS (SELECT 1 FROM ") + index +
                   QStringLiteral(" taken WHERE taken.rowid = id)"));
    }

    /// Rows whose text and index differ.
    [[nodiscard]] QString differences() const
    {
        const QString text =
            QStringLiteral("SELECT id, ") + words + QStringLiteral(" FROM ") + view + QStringLiteral(" WHERE id < ?1");
        const QString taken = QStringLiteral("SELECT rowid, ") + words + QStringLiteral(" FROM ") + index;
        const QString early = taken + QStringLiteral(" WHERE rowid < ?1");
        return QStringLiteral("SELECT count(DISTINCT id) FROM (SELECT * FROM (") + text + QStringLiteral(" EXCEPT ") +
               early + QStringLiteral(") UNION ALL SELECT * FROM (") + early + QStringLiteral(" EXCEPT ") + text +
               QStringLiteral("))");
    }

    /// Rows whose trigrams are missing, or are there of no row.
    [[nodiscard]] QString strangers() const
    {
        const QString one = QStringLiteral("SELECT id FROM ") + index + QStringLiteral("_docsize");
        const QString other = QStringLiteral("SELECT id FROM ") + midIndex + QStringLiteral("_docsize");
        return QStringLiteral("SELECT count(*) FROM (SELECT * FROM (") + one + QStringLiteral(" EXCEPT ") + other +
               QStringLiteral(") UNION ALL SELECT * FROM (") + other + QStringLiteral(" EXCEPT ") + one +
               QStringLiteral("))");
    }
};

const std::array<Part, 6>& parts()
{
    static const std::array<Part, 6> all{{
        {"leads", "leads", "search_lead_text", "name, company, email, phone, place, digits",
         "name, company, email, place, digits"},
        {"contacts", "contacts", "search_contact_text", "name, company, email, phone, place, notes, digits",
         "name, company, email, place, digits"},
        {"notes", "lead_notes", "search_note_text", "content", "content"},
        {"activities", "lead_activities", "search_activity_text", "title, body", ""},
        {"tasks", "tasks", "search_task_text", "title, description", "title, description"},
        {"documents", "documents", "search_document_text", "file_name, title, description",
         "file_name, title, description"},
    }};
    return all;
}

Result<qint64> nextRow(Connection& connection, const Part& part)
{
    return connection.number(QStringLiteral("SELECT next_row FROM search_state WHERE kind = ?"), part.key);
}

/// The number after that of the newest row.
Result<qint64> endOf(Connection& connection, const Part& part)
{
    return connection.number(QStringLiteral("SELECT coalesce(max(rowid) + 1, 0) FROM ") + part.table);
}

Done setNextRow(Connection& connection, const Part& part, qint64 row)
{
    KEYTURN_TRY(connection.run(QStringLiteral("UPDATE search_state SET next_row = ? WHERE kind = ?"), row, part.key));
    return {};
}

Done takeIn(Connection& connection, const Part& part, qint64 from, qint64 to)
{
    for (const QString& sql : part.build()) {
        KEYTURN_TRY(connection.run(sql, from, to));
    }
    return setNextRow(connection, part, to);
}

} // namespace

Done SearchIndex::catchUp(Connection& connection)
{
    if (!connection.isSqlite()) {
        return {};
    }
    QStringList kinds;
    KEYTURN_TRY(connection.select(QStringLiteral("SELECT DISTINCT kind FROM search_changes"),
                                  [&](const Statement& row) { kinds << row.text(0); }));
    if (kinds.isEmpty()) {
        return {};
    }
    for (const Part& part : parts()) {
        if (kinds.contains(part.key)) {
            for (const QString& sql : part.catchUp()) {
                KEYTURN_TRY(connection.run(sql));
            }
        }
    }
    return {};
}

Result<bool> SearchIndex::buildSlice(Connection& connection)
{
    if (!connection.isSqlite()) {
        return false;
    }
    KEYTURN_LET(Transaction transaction, Transaction::begin(connection));
    KEYTURN_TRY(catchUp(connection));
    for (const Part& part : parts()) {
        KEYTURN_LET(const qint64 next, nextRow(connection, part));
        if (next == whole) {
            continue;
        }
        KEYTURN_LET(const qint64 end, endOf(connection, part));
        // Where rows were removed there is nothing to look at.
        KEYTURN_LET(const qint64 first, connection.number(QStringLiteral("SELECT coalesce(min(rowid), 0) FROM ") +
                                                              part.table + QStringLiteral(" WHERE rowid >= ?"),
                                                          next));
        if (next < end) {
            KEYTURN_TRY(takeIn(connection, part, first, first + sliceRows));
        }
        if (next >= end || first + sliceRows >= end) {
            KEYTURN_TRY(setNextRow(connection, part, whole));
        }
        KEYTURN_TRY(transaction.commit());
        return true;
    }
    KEYTURN_TRY(transaction.commit());
    return false;
}

Done SearchIndex::buildAll(Connection& connection)
{
    if (!connection.isSqlite()) {
        return {};
    }
    KEYTURN_TRY(catchUp(connection));
    for (const Part& part : parts()) {
        KEYTURN_LET(const qint64 next, nextRow(connection, part));
        if (next != whole) {
            KEYTURN_TRY(takeIn(connection, part, next, whole));
        }
    }
    return {};
}

Done SearchIndex::forget(Connection& connection)
{
    if (!connection.isSqlite()) {
        return {};
    }
    for (const Part& part : parts()) {
        // Not row by row: an index that is damaged may not know its rows.
        if (!part.mid.isEmpty()) {
            KEYTURN_TRY(connection.run(QStringLiteral("INSERT INTO %1 (%1) VALUES ('delete-all')").arg(part.midIndex)));
        }
        for (const char* const shadow : {"_content", "_docsize"}) {
            KEYTURN_TRY(connection.run(QStringLiteral("DELETE FROM ") + part.index + QString::fromLatin1(shadow)));
        }
        KEYTURN_TRY(connection.run(QStringLiteral("INSERT INTO %1 (%1) VALUES ('rebuild')").arg(part.index)));
        KEYTURN_TRY(setNextRow(connection, part, 0));
    }
    KEYTURN_TRY(connection.run(QStringLiteral("DELETE FROM search_changes")));
    return {};
}

Result<qint64> SearchIndex::rowsToGo(Connection& connection)
{
    if (!connection.isSqlite()) {
        return 0;
    }
    KEYTURN_LET(const qint64 open,
                connection.number(QStringLiteral("SELECT count(*) FROM search_state WHERE next_row < ?"), whole));
    if (open == 0) {
        return 0;
    }
    qint64 left = 0;
    for (const Part& part : parts()) {
        KEYTURN_LET(const qint64 next, nextRow(connection, part));
        if (next != whole) {
            KEYTURN_LET(const qint64 end, endOf(connection, part));
            left += std::max<qint64>(end - next, 1);
        }
    }
    return left;
}

Result<int> SearchIndex::percentBuilt(Connection& connection)
{
    KEYTURN_LET(const qint64 left, rowsToGo(connection));
    if (left == 0) {
        return 100;
    }
    qint64 all = 0;
    for (const Part& part : parts()) {
        KEYTURN_LET(const qint64 end, endOf(connection, part));
        all += end;
    }
    return all == 0 ? 0 : static_cast<int>(std::min<qint64>(99, 100 * std::max<qint64>(all - left, 0) / all));
}

Result<BookCheck> SearchIndex::verify(Connection& connection)
{
    BookCheck check{QStringLiteral("search"), true, Words::tr("Every row is found by its words.")};
    if (!connection.isSqlite()) {
        return check;
    }
    KEYTURN_LET(qint64 wrong, connection.number(QStringLiteral("SELECT count(*) FROM search_changes")));
    for (const Part& part : parts()) {
        KEYTURN_LET(const qint64 next, nextRow(connection, part));
        KEYTURN_LET(const qint64 different, connection.number(part.differences(), next));
        wrong += different;
        if (!part.mid.isEmpty()) {
            KEYTURN_LET(const qint64 strange, connection.number(part.strangers()));
            wrong += strange;
        }
    }
    KEYTURN_LET(const int percent, percentBuilt(connection));
    if (wrong > 0) {
        check.ok = false;
        check.detail = Words::tr("%1 rows are missing from the search, or found by words that they do not have. The "
                                 "rows themselves are unharmed; “keyturn verify --repair-search” mends it.")
                           .arg(wrong);
    } else if (percent < 100) {
        check.detail = Words::tr("The search is still being set up (%1%); what is in it is right.").arg(percent);
    }
    return check;
}

} // namespace keyturn
