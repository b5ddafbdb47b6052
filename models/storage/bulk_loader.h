// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/row_batch.h"
#include "models/storage/change_set_writer.h"
#include "models/storage/device_chain.h"
#include "models/storage/transaction.h"

#include <memory>
#include <vector>

namespace keyturn {

/// Writes rows by the hundred thousand: the same rows, the same chain as ChangeSetWriter, in one transaction, so that a
/// load that is broken off leaves nothing behind. Into a book without leads it goes without secondary indexes and
/// counting triggers, and makes up for both at the end.
///
///     KEYTURN_LET(auto loader, BulkLoader::begin(db, device, now));
///     KEYTURN_TRY(loader->add(batch));   // parents before children: counting triggers look for them
///     KEYTURN_TRY(loader->finish());
class BulkLoader
{
public:
    static Result<std::unique_ptr<BulkLoader>> begin(Connection& connection, DeviceId device, Instant now);
    ~BulkLoader();
    BulkLoader(const BulkLoader&) = delete;
    BulkLoader& operator=(const BulkLoader&) = delete;

    Done add(const RowBatch& batch);
    /// Indexes, counters, commit. Nothing is there before this has answered.
    Done finish();

private:
    BulkLoader(Connection& connection, Transaction transaction, DeviceId device, Instant now);
    Done strip();
    Done restore();
    Done fillOrganization(const RowBatch& batch);

    Connection& m_connection;
    Transaction m_transaction;
    DeviceChain m_chain;
    Instant m_now;
    QString m_organization;
    bool m_isStripped = false;
    qint64 m_usualCache = 0;          ///< as SQLite counts it: negative for KiB
    std::vector<QString> m_toRestore; ///< SQL of the indexes and triggers that are away
};

} // namespace keyturn
