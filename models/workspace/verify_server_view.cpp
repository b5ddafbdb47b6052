// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/verify_server_view.h"

#include "models/domain/schema.h"
#include "models/storage/connection.h"
#include "models/storage/derived_columns.h"
#include "models/storage/device_chain.h"

#include <QCoreApplication>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::ServerView)
};

Result<Check> checkTotals(Connection& server)
{
    KEYTURN_LET(const qint64 wrong, countWrongTotals(server));
    return Check{QStringLiteral("totals"), wrong == 0,
                 wrong == 0 ? Words::tr("The totals of every stage are right.")
                            : Words::tr("The totals of %1 places are wrong.").arg(wrong)};
}

/// Not that none is missing: a person sees the entries of their own leads only.
Result<Check> checkEntries(Connection& server)
{
    const TableSpec& table = *tableSpec(QStringLiteral("lead_activities"));
    QStringList columns;
    for (const ColumnSpec& column : table.columns) {
        columns << column.name;
    }
    const int id = table.columnIndex.value(QStringLiteral("id"));
    const int hash = table.columnIndex.value(QStringLiteral("hash"));
    ActivityHasher hasher;
    qint64 seen = 0;
    QStringList wrong;
    KEYTURN_TRY(server.select(QStringLiteral("SELECT %1 FROM lead_activities").arg(columns.join(QStringLiteral(", "))),
                              [&](const Statement& row) {
                                  ++seen;
                                  if (row.utf8(hash) != hasher.hash(row) && wrong.size() < 5) {
                                      wrong << row.text(id);
                                  }
                              }));
    return Check{QStringLiteral("log"), wrong.isEmpty(),
                 wrong.isEmpty() ? Words::tr("Every entry of the log that you see is as it was written: %1.").arg(seen)
                                 : Words::tr("These entries were changed after they were written: %1")
                                       .arg(wrong.join(QStringLiteral(", ")))};
}

} // namespace

Result<std::vector<Check>> verifyServerView(Connection& server)
{
    std::vector<Check> checks;
    checks.push_back({QStringLiteral("connection"), true, Words::tr("The server answers.")});
    KEYTURN_LET(Check totals, checkTotals(server));
    checks.push_back(std::move(totals));
    KEYTURN_LET(Check entries, checkEntries(server));
    checks.push_back(std::move(entries));
    return checks;
}

} // namespace keyturn
