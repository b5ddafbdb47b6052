// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/board_stamps.h"

#include "models/storage/transaction.h"

#include <QRandomGenerator>

#include <limits>

namespace keyturn {

Result<std::optional<qint64>> BoardStamps::written(Connection& book)
{
    std::optional<qint64> stamp;
    KEYTURN_TRY(book.select(QStringLiteral("SELECT stamp FROM board_stamps WHERE is_written = 1"),
                            [&stamp](const Statement& row) { stamp = row.integer(0); }));
    return stamp;
}

Result<std::vector<LeadId>> BoardStamps::changes(Connection& book, qint64 stamp, qint64 most)
{
    std::vector<LeadId> leads;
    KEYTURN_TRY(book.select(
        QStringLiteral("SELECT lead_id FROM board_changes WHERE stamp = ? LIMIT ?"),
        [&leads](const Statement& row) { leads.push_back(LeadId(row.uuid(0))); }, stamp, most + 1));
    return leads;
}

Result<qint64> BoardStamps::begin(Connection& book)
{
    const qint64 stamp =
        static_cast<qint64>(QRandomGenerator::system()->generate64() & quint64(std::numeric_limits<qint64>::max()));
    KEYTURN_LET(Transaction transaction, Transaction::begin(book));
    KEYTURN_TRY(book.run(QStringLiteral("DELETE FROM board_stamps WHERE is_written = 0")));
    KEYTURN_TRY(
        book.run(QStringLiteral("DELETE FROM board_changes WHERE stamp NOT IN (SELECT stamp FROM board_stamps)")));
    KEYTURN_TRY(book.run(QStringLiteral("INSERT INTO board_stamps (stamp) VALUES (?)"), stamp));
    KEYTURN_TRY(transaction.commit());
    return stamp;
}

Result<bool> BoardStamps::confirm(Connection& book, qint64 stamp)
{
    KEYTURN_LET(Transaction transaction, Transaction::begin(book));
    KEYTURN_LET(const qint64 marked,
                book.run(QStringLiteral("UPDATE board_stamps SET is_written = 1 WHERE stamp = ?"), stamp));
    if (marked != 1) {
        return false;
    }
    KEYTURN_TRY(book.run(QStringLiteral("DELETE FROM board_stamps WHERE stamp <> ?"), stamp));
    KEYTURN_TRY(book.run(QStringLiteral("DELETE FROM board_changes WHERE stamp <> ?"), stamp));
    KEYTURN_TRY(transaction.commit());
    return true;
}

Done BoardStamps::drop(Connection& book, qint64 stamp)
{
    KEYTURN_LET(Transaction transaction, Transaction::begin(book));
    KEYTURN_TRY(book.run(QStringLiteral("DELETE FROM board_stamps WHERE stamp = ?"), stamp));
    KEYTURN_TRY(book.run(QStringLiteral("DELETE FROM board_changes WHERE stamp = ?"), stamp));
    return transaction.commit();
}

Done BoardStamps::forget(Connection& book)
{
    KEYTURN_TRY(book.run(QStringLiteral("DELETE FROM board_stamps")));
    KEYTURN_TRY(book.run(QStringLiteral("DELETE FROM board_changes")));
    return {};
}

} // namespace keyturn
