// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/connection.h"
#include "models/storage/import_store.h"
#include "models/storage/store_facts.h"
#include "models/storage/transaction.h"
#include "models/workspace/book_writer.h"

namespace keyturn {

Result<ImportBatch> BookWriter::changeBatch(ImportBatchId id, const Change& change)
{
    if (!m_connection) {
        return fail(Error::Kind::Invalid, tr("No book is open."));
    }
    KEYTURN_LET(Transaction transaction, Transaction::begin(*m_connection));
    KEYTURN_TRY(change(*m_connection));
    KEYTURN_LET(const std::optional<ImportBatch> batch, ImportStore::batch(*m_connection, id));
    KEYTURN_TRY(transaction.commit());
    return *batch;
}

Result<ImportBatch> BookWriter::beginImport(ImportBatch batch)
{
    const Instant now = m_clock->now();
    if (batch.id.isNull()) {
        batch.id = ImportBatchId(m_ids.next(now));
    }
    return changeBatch(batch.id, [&](Connection& book) { return ImportStore::begin(book, batch, m_catalogue, now); });
}

Result<ImportBatch> BookWriter::finishImport(ImportBatchId id, ImportBatch::Status status)
{
    return changeBatch(id, [&](Connection& book) { return ImportStore::finish(book, id, status, m_clock->now()); });
}

Result<WriteOutcome> BookWriter::importRows(const ImportOrder& order)
{
    ImportPlan taken;
    Result<WriteOutcome> outcome = carryOut(
        [&](Facts& facts) -> Result<ChangeSet> {
            KEYTURN_LET(taken, planImport(order, facts, context()));
            const auto remember = [&](const ChangeSet& written) {
                taken.changes = written;
                return ImportStore::record(*m_connection, order.batch, taken, m_clock->now());
            };
            if (taken.changes.isEmpty()) {
                KEYTURN_TRY(remember(taken.changes));
                return taken.changes;
            }
            return write(taken.changes, {}, remember);
        },
        Empty::IsCommitted);
    if (outcome) {
        outcome->committed.rows = std::move(taken.outcomes);
    }
    return outcome;
}

Result<std::vector<SavedMapping>> BookWriter::keepMapping(const SavedMapping& mapping)
{
    if (!m_connection) {
        return fail(Error::Kind::Invalid, tr("No book is open."));
    }
    KEYTURN_LET(Transaction transaction, Transaction::begin(*m_connection));
    KEYTURN_TRY(ImportStore::keepMapping(*m_connection, mapping, m_clock->now()));
    KEYTURN_LET(std::vector<SavedMapping> all, ImportStore::mappings(*m_connection));
    KEYTURN_TRY(transaction.commit());
    return all;
}

Result<std::vector<RowOutcome>> BookWriter::tryImport(const ImportOrder& order)
{
    if (!m_connection) {
        return fail(Error::Kind::Invalid, tr("No book is open."));
    }
    StoreFacts facts(*m_connection, m_catalogue);
    KEYTURN_LET(ImportPlan plan, planImport(order, facts, context()));
    return std::move(plan.outcomes);
}

Result<WriteOutcome> BookWriter::takeBackImport(ImportBatchId id)
{
    std::vector<RowOutcome> rows;
    Result<WriteOutcome> outcome = carryOut(
        [&](Facts& facts) -> Result<ChangeSet> {
            KEYTURN_LET(const std::optional<ImportStore::Chunk> chunk, ImportStore::newest(*m_connection, id));
            if (!chunk) {
                KEYTURN_TRY(ImportStore::finish(*m_connection, id, ImportBatch::Status::Undone, m_clock->now()));
                return ChangeSet();
            }
            KEYTURN_LET(ImportPlan back, planTakeBack(chunk->changes, id, facts, context()));
            rows = std::move(back.outcomes);
            KEYTURN_TRY(ImportStore::drop(*m_connection, chunk->seq));
            return write(back.changes, {}, [](const ChangeSet&) { return Done(); });
        },
        Empty::IsCommitted);
    if (outcome) {
        outcome->committed.rows = std::move(rows);
    }
    return outcome;
}

} // namespace keyturn
