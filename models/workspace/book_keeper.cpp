// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/book_keeper.h"

#include "models/storage/backup.h"
#include "models/storage/connection.h"
#include "models/storage/interrupt.h"
#include "models/storage/local_setting.h"
#include "models/storage/transaction.h"
#include "models/storage/verify.h"

#include <QScopeGuard>

namespace keyturn {

namespace {
constexpr int cacheKiB = 64 * 1024;
constexpr int quickCheckKiB = 2 * 1024;
} // namespace

BookKeeper::BookKeeper(std::shared_ptr<const Clock> clock)
    : m_clock(std::move(clock))
{}

BookKeeper::~BookKeeper() = default;

void BookKeeper::setSource(const QString& path)
{
    m_path = path;
}

Done BookKeeper::ensureOpen()
{
    if (!m_connection) {
        SqliteOptions options;
        options.path = m_path;
        options.autoCheckpoint = false;
        options.cacheKiB = cacheKiB;
        KEYTURN_LET(m_connection, Connection::openSqlite(options));
        interruptWhen(*m_connection, m_hurries);
    }
    return {};
}

void BookKeeper::checkpoint()
{
    if (ensureOpen()) {
        // What could not be folded in now is tried again after the next commits.
        static_cast<void>(m_connection->script(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)")));
    }
}

Done BookKeeper::quickCheck()
{
    KEYTURN_TRY(ensureOpen());
    // It looks at each page once: what it keeps of them is of no use to it, and nobody else's memory.
    KEYTURN_TRY(m_connection->script(QStringLiteral("PRAGMA cache_size = -%1").arg(quickCheckKiB)));
    const auto asBefore = qScopeGuard([this] {
        static_cast<void>(m_connection->script(QStringLiteral("PRAGMA cache_size = -%1").arg(cacheKiB)));
        static_cast<void>(m_connection->dropPages());
    });
    KEYTURN_LET(const QString fault, structureFault(*m_connection, [this] { return m_hurries.load(); }));
    if (!fault.isEmpty()) {
        return fail(Error::Kind::Corrupt,
                    tr("This book is damaged. Make a copy of the file now, then go on with your last backup."), fault);
    }
    return {};
}

Result<std::vector<Check>> BookKeeper::verify()
{
    KEYTURN_TRY(ensureOpen());
    KEYTURN_LET(const std::vector<BookCheck> found, verifyBook(*m_connection, [this] { return m_hurries.load(); }));
    KEYTURN_TRY(m_connection->dropPages());
    std::vector<Check> checks;
    checks.reserve(found.size());
    for (const BookCheck& check : found) {
        checks.push_back({check.name, check.ok, check.detail});
    }
    return checks;
}

Result<qint64> BookKeeper::backup(const QString& toFile)
{
    KEYTURN_TRY(ensureOpen());
    return backupBook(*m_connection, toFile, [this](int) { return !m_hurries; });
}

Done BookKeeper::probe()
{
    KEYTURN_TRY(ensureOpen());
    KEYTURN_LET(Transaction transaction, Transaction::begin(*m_connection));
    const Instant now = m_clock->now();
    KEYTURN_TRY(setLocalSetting(*m_connection, QStringLiteral("last_probe"), now.ms, now));
    return transaction.commit();
}

void BookKeeper::hurry()
{
    m_hurries = true;
}

void BookKeeper::close()
{
    m_connection.reset();
}

} // namespace keyturn
