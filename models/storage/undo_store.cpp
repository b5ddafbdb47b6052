// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/undo_store.h"

#include "models/domain/schema.h"
#include "models/storage/connection.h"

#include <QJsonDocument>

#include <algorithm>

namespace keyturn {

namespace {

const TableSpec& undoStack()
{
    static const TableSpec& table = *tableSpec(QStringLiteral("undo_stack"));
    return table;
}

QString place(const Connection& connection, const QString& column)
{
    return placeholder(connection.dialect(), *undoStack().column(column));
}

QString target(const Connection& connection)
{
    return writableName(connection.dialect(), undoStack());
}

/// Bytes are stored by their hash and stay; no undo or redo needs them again.
QString toText(const ChangeSet& changes)
{
    ChangeSet kept = changes;
    std::erase_if(kept.rows, [](const RowChange& row) { return row.table == QLatin1String("document_contents"); });
    return QString::fromUtf8(kept.toJsonText());
}

Result<std::optional<UndoStore::Entry>> entry(Connection& connection, const QString& sql)
{
    KEYTURN_LET(Statement query, connection.prepare(sql));
    KEYTURN_LET(const bool found, query.next());
    if (!found) {
        return std::nullopt;
    }
    KEYTURN_LET(ChangeSet changes, ChangeSet::fromJson(QJsonDocument::fromJson(query.text(1).toUtf8()).object()));
    return UndoStore::Entry{query.integer(0), std::move(changes)};
}

Done mark(Connection& connection, qint64 seq, const QString& state, const QString& column, const ChangeSet& changes)
{
    const QString sql = QStringLiteral("UPDATE ") + target(connection) + QStringLiteral(" SET state = ?, ") + column +
                        QStringLiteral(" = ") + place(connection, column) + QStringLiteral(" WHERE seq = ?");
    KEYTURN_TRY(connection.run(sql, state, toText(changes), seq));
    return {};
}

} // namespace

Done UndoStore::push(Connection& connection, const ChangeSet& written)
{
    const QString table = target(connection);
    const QString dropRedo = QStringLiteral("DELETE FROM ") + table + QStringLiteral(" WHERE state = 'undone'");
    KEYTURN_TRY(connection.run(dropRedo));
    const QString insert = QStringLiteral("INSERT INTO ") + table +
                           QStringLiteral(" (seq, command, summary, change_set, op_id, created_at) "
                                          "SELECT coalesce(max(seq), 0) + 1, ") +
                           place(connection, QStringLiteral("command")) + QStringLiteral(", ") +
                           place(connection, QStringLiteral("summary")) + QStringLiteral(", ") +
                           place(connection, QStringLiteral("change_set")) + QStringLiteral(", ") +
                           place(connection, QStringLiteral("op_id")) + QStringLiteral(", ") +
                           place(connection, QStringLiteral("created_at")) + QStringLiteral(" FROM ") + table;
    KEYTURN_TRY(connection.run(insert, written.command, written.summary, toText(written), written.id,
                               Instant{std::max(written.at.ms, qint64{1})}));
    const QString trim = QStringLiteral("DELETE FROM ") + table +
                         QStringLiteral(" WHERE seq <= (SELECT max(seq) FROM ") + table + QStringLiteral(") - ?");
    KEYTURN_TRY(connection.run(trim, depth));
    return {};
}

Result<std::optional<UndoStore::Entry>> UndoStore::topUndo(Connection& connection)
{
    return entry(connection, QStringLiteral("SELECT seq, change_set FROM undo_stack WHERE state = 'done' "
                                            "ORDER BY seq DESC LIMIT 1"));
}

Result<std::optional<UndoStore::Entry>> UndoStore::topRedo(Connection& connection)
{
    return entry(connection, QStringLiteral("SELECT seq, inverse FROM undo_stack WHERE state = 'undone' "
                                            "ORDER BY seq LIMIT 1"));
}

Done UndoStore::markUndone(Connection& connection, qint64 seq, const ChangeSet& inverseAsWritten)
{
    return mark(connection, seq, QStringLiteral("undone"), QStringLiteral("inverse"), inverseAsWritten);
}

Done UndoStore::markDone(Connection& connection, qint64 seq, const ChangeSet& redoneAsWritten)
{
    KEYTURN_TRY(mark(connection, seq, QStringLiteral("done"), QStringLiteral("change_set"), redoneAsWritten));
    const QString sql =
        QStringLiteral("UPDATE ") + target(connection) + QStringLiteral(" SET summary = ? WHERE seq = ?");
    KEYTURN_TRY(connection.run(sql, redoneAsWritten.summary, seq));
    return {};
}

Result<UndoStore::Summaries> UndoStore::summaries(Connection& connection)
{
    Summaries found;
    const QString sql = QStringLiteral("SELECT summary, state FROM undo_stack WHERE seq IN ("
                                       "(SELECT max(seq) FROM undo_stack WHERE state = 'done'), "
                                       "(SELECT min(seq) FROM undo_stack WHERE state = 'undone'))");
    KEYTURN_TRY(connection.select(sql, [&](const Statement& row) {
        (row.text(1) == QLatin1String("done") ? found.undo : found.redo) = row.text(0);
    }));
    return found;
}

} // namespace keyturn
