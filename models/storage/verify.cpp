// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/verify.h"

#include "models/base/clock.h"
#include "models/storage/connection.h"
#include "models/storage/derived_columns.h"
#include "models/storage/interrupt.h"
#include "models/storage/migrator.h"
#include "models/storage/search_index.h"
#include "models/storage/transaction.h"
#include "models/storage/verify_server.h"

#include <QCoreApplication>
#include <QMap>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Storage)
};

BookCheck judge(const char* name, bool ok, const QString& good, const QString& bad)
{
    return BookCheck{QString::fromLatin1(name), ok, ok ? good : bad};
}

/// Pages that an interrupted check did not come to look unused to it: what it says then is no fault of the book.
Done refuseIf(const std::function<bool()>& unwanted)
{
    return unwanted && unwanted() ? Done(fail(Error::Kind::Cancelled, Words::tr("The check was broken off."))) : Done();
}

Result<BookCheck> checkIntegrity(Connection& connection, const std::function<bool()>& unwanted)
{
    const InterruptThread ender(connection, unwanted);
    QStringList reports;
    KEYTURN_TRY(connection.select(QStringLiteral("PRAGMA integrity_check(5)"),
                                  [&](const Statement& row) { reports << row.text(0); }));
    KEYTURN_TRY(refuseIf(unwanted));
    return judge("integrity", reports == QStringList{QStringLiteral("ok")}, Words::tr("The file is sound."),
                 Words::tr("The file is damaged: %1").arg(reports.join(QStringLiteral("; "))));
}

Result<BookCheck> checkForeignKeys(Connection& connection)
{
    QStringList reports;
    KEYTURN_TRY(connection.select(QStringLiteral("PRAGMA foreign_key_check"), [&](const Statement& row) {
        if (reports.size() < 5) {
            reports << QStringLiteral("%1 (%2) → %3").arg(row.text(0), row.text(1), row.text(2));
        }
    }));
    return judge("foreign_keys", reports.isEmpty(), Words::tr("Every reference leads somewhere."),
                 Words::tr("Some references lead nowhere: %1").arg(reports.join(QStringLiteral("; "))));
}

Result<QMap<QString, QString>> schemaObjects(Connection& connection)
{
    QMap<QString, QString> found;
    KEYTURN_TRY(connection.select(
        QStringLiteral(
            "SELECT type || ' ' || name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'"),
        [&](const Statement& row) { found.insert(row.text(0), row.text(1)); }));
    return found;
}

/// A trigger that somebody took away to change the log is missed here.
Result<BookCheck> checkSchema(Connection& connection)
{
    SqliteOptions options;
    options.path = QStringLiteral(":memory:");
    KEYTURN_LET(const std::unique_ptr<Connection> fresh, Connection::openSqlite(options));
    KEYTURN_TRY(Migrator(Dialect::Sqlite).migrate(*fresh, SystemClock()));
    KEYTURN_LET(const auto expected, schemaObjects(*fresh));
    KEYTURN_LET(const auto found, schemaObjects(connection));
    QStringList wrong;
    for (auto it = expected.cbegin(); it != expected.cend(); ++it) {
        if (found.value(it.key()) != it.value()) {
            wrong << it.key();
        }
    }
    for (auto it = found.cbegin(); it != found.cend(); ++it) {
        // A strange trigger could change rows behind our back.
        if (!expected.contains(it.key()) && it.key().startsWith(QLatin1String("trigger "))) {
            wrong << it.key();
        }
    }
    return judge("schema", wrong.isEmpty(), Words::tr("All tables and their guards are in place."),
                 Words::tr("The book's tables or guards were changed: %1").arg(wrong.join(QStringLiteral(", "))));
}

} // namespace

Result<QString> structureFault(Connection& connection, const std::function<bool()>& unwanted)
{
    KEYTURN_TRY(refuseIf(unwanted)); // what begins afterwards is interrupted until it hears of it
    const InterruptThread ender(connection, unwanted);
    KEYTURN_LET(const std::optional<Record> verdict, connection.first(QStringLiteral("PRAGMA quick_check(1)")));
    KEYTURN_TRY(refuseIf(unwanted));
    const QString word = verdict ? verdict->text(QStringLiteral("quick_check")) : QStringLiteral("no answer");
    return word == QLatin1String("ok") ? QString() : word;
}

Result<std::vector<BookCheck>> verifyBook(Connection& connection, const std::function<bool()>& unwanted)
{
    KEYTURN_LET(const Transaction reading, Transaction::begin(connection, Transaction::Kind::Read));
    if (!connection.isSqlite()) {
        // An administrator who is no superuser sees everything as the owner only, and for this transaction.
        KEYTURN_TRY(connection.script(QStringLiteral("SET LOCAL ROLE keyturn_owner")));
    }
    std::vector<BookCheck> checks;
    if (connection.isSqlite()) {
        KEYTURN_LET(BookCheck integrity, checkIntegrity(connection, unwanted));
        checks.push_back(integrity);
        if (!integrity.ok) {
            return checks;
        }
        KEYTURN_LET(BookCheck keys, checkForeignKeys(connection));
        checks.push_back(keys);
        KEYTURN_LET(BookCheck schema, checkSchema(connection));
        checks.push_back(schema);
    }
    KEYTURN_LET(const qint64 totals, countWrongTotals(connection));
    checks.push_back(judge("totals", totals == 0, Words::tr("The totals are exact."),
                           Words::tr("%1 totals differ from a recount.").arg(totals)));
    KEYTURN_LET(const qint64 derived, countWrongDerived(connection));
    checks.push_back(judge("derived", derived == 0, Words::tr("The counters of all leads are exact."),
                           Words::tr("The counters of %1 leads differ from a recount.").arg(derived)));
    if (connection.isSqlite()) {
        KEYTURN_LET(BookCheck chain, verifyChains(connection));
        checks.push_back(chain);
        KEYTURN_LET(BookCheck search, SearchIndex::verify(connection));
        checks.push_back(search);
        return checks;
    }
    KEYTURN_LET(const std::vector<BookCheck> server, verifyServer(connection));
    checks.insert(checks.end(), server.begin(), server.end());
    return checks;
}

} // namespace keyturn
