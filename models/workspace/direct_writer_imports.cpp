// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/direct_writer.h"

#include "models/domain/import_rows.h"
#include "models/domain/lead_fields.h"
#include "models/storage/import_store.h"
#include "models/storage/slice_facts.h"
#include "models/storage/transaction.h"
#include "models/workspace/rejection.h"

#include <QHash>

#include <algorithm>

namespace keyturn {

namespace {

/// Everybody else's pushes wait while the server takes one, and nobody should for long.
constexpr std::size_t unitsAtOnce = 50;
/// When nothing at all is taken, it is not the rows.
constexpr int mostRefusals = 40;

/// A request that says nothing: the import is of this desk all the same.
QString noRequest()
{
    return QStringLiteral("{}");
}

/// The rows of these leads alone.
ChangeSet partOf(const ChangeSet& done, const QHash<QString, std::size_t>& places, const ListSlice::Part& part)
{
    ChangeSet some = done;
    some.rows.clear();
    for (const RowChange& row : done.rows) {
        const auto place = places.constFind(row.leadId);
        if (place != places.cend() && *place >= part.begin && *place < part.end) {
            some.rows.push_back(row);
        }
    }
    return some;
}

QHash<QString, std::size_t> placesOf(const std::vector<LeadId>& leads)
{
    QHash<QString, std::size_t> places;
    for (std::size_t i = 0; i < leads.size(); ++i) {
        places.insert(leads[i].toString(), i);
    }
    return places;
}

} // namespace

// The batch

Result<ImportBatch> DirectWriter::batch(ImportBatchId id)
{
    KEYTURN_LET(Connection* const server, connection());
    KEYTURN_LET(const std::optional<Record> row,
                server->first(QStringLiteral("SELECT * FROM import_batches WHERE id = ?"), id));
    if (!row) {
        return fail(Error::Kind::Invalid, tr("There is no such import."), id.toString());
    }
    KEYTURN_LET(const auto requests, ImportStore::requests(m_desk->connection()));
    ImportBatch found = importBatchOf(*row);
    found.isOfThisDesk = requests.contains(id);
    found.request = requests.value(id) == noRequest() ? QString() : requests.value(id);
    return found;
}

Result<ImportBatch> DirectWriter::beginImport(ImportBatch batch)
{
    if (batch.id.isNull()) {
        batch.id = ImportBatchId(m_ids.next(m_clock->now()));
    }
    // Before the server hears of it: what it has of ours must be known as ours here.
    KEYTURN_TRY(ImportStore::keepRequest(m_desk->connection(), batch.id,
                                         batch.request.isEmpty() ? noRequest() : batch.request));
    KEYTURN_TRY(carryOut([&](Facts& facts) { return planBeginImport(batch, facts, context()); },
                         {DeskFile::Remember::Nothing}));
    return this->batch(batch.id);
}

Result<ImportBatch> DirectWriter::finishImport(ImportBatchId id, ImportBatch::Status status)
{
    KEYTURN_TRY(carryOut([&](Facts& facts) { return planFinishImport(id, status, facts, context()); },
                         {DeskFile::Remember::Nothing}));
    return batch(id);
}

Result<std::vector<ImportBatch>> DirectWriter::imports()
{
    KEYTURN_LET(Connection* const server, connection());
    KEYTURN_LET(const auto requests, ImportStore::requests(m_desk->connection()));
    KEYTURN_LET(std::vector<ImportBatch> found, ImportStore::batches(*server, m_desk->connection()));
    for (ImportBatch& each : found) {
        each.isOfThisDesk = requests.contains(each.id);
        if (each.request == noRequest()) {
            each.request.clear();
        }
    }
    return found;
}

Result<std::vector<SavedMapping>> DirectWriter::savedMappings()
{
    return ImportStore::mappings(m_desk->connection());
}

Result<std::vector<SavedMapping>> DirectWriter::keepMapping(const SavedMapping& mapping)
{
    KEYTURN_LET(Transaction transaction, Transaction::begin(m_desk->connection()));
    KEYTURN_TRY(ImportStore::keepMapping(m_desk->connection(), mapping, m_clock->now()));
    KEYTURN_LET(std::vector<SavedMapping> all, ImportStore::mappings(m_desk->connection()));
    KEYTURN_TRY(transaction.commit());
    return all;
}

// The rows

Result<std::vector<RowOutcome>> DirectWriter::tryImport(const ImportOrder& order)
{
    ImportPlan plan;
    const Result<ChangeSet> tried = planned([&](Facts& facts) -> Result<ChangeSet> {
        KEYTURN_LET(Connection* const server, connection());
        SliceFacts ahead(*server, facts);
        KEYTURN_TRY(ahead.lookFor(order));
        KEYTURN_LET(plan, planImport(order, ahead, context()));
        return plan.changes;
    });
    KEYTURN_TRY(tried);
    return std::move(plan.outcomes);
}

Result<WriteOutcome> DirectWriter::importRows(const ImportOrder& order)
{
    ListSlice slice;
    slice.units = order.rows.size();
    slice.errand = {DeskFile::Remember::Imported, 0, order.batch};
    slice.plan = [this, order](Connection& server, Facts& facts, const ListSlice::Part& part,
                               const std::vector<RowOutcome>& before) -> Result<ImportPlan> {
        ImportOrder some = order;
        some.rows.assign(order.rows.begin() + static_cast<std::ptrdiff_t>(part.begin),
                         order.rows.begin() + static_cast<std::ptrdiff_t>(part.end));
        SliceFacts ahead(server, facts);
        KEYTURN_TRY(ahead.lookFor(some));
        return planCountedImport(some, before, ahead, context());
    };
    slice.failed = [order](std::size_t unit) {
        return RowOutcome{order.rows[unit].line, RowOutcome::Kind::Failed, LeadId(), {}};
    };
    return beginSlice(std::move(slice));
}

Result<WriteOutcome> DirectWriter::takeBackImport(ImportBatchId id)
{
    KEYTURN_LET(const ImportBatch whole, batch(id));
    if (!whole.isOfThisDesk) {
        return fail(Error::Kind::Refused,
                    tr("%1 was imported at another desk. It is taken back there, where it is known what it did.")
                        .arg(whole.sourceName),
                    id.toString());
    }
    KEYTURN_LET(const std::optional<ImportStore::Chunk> chunk, ImportStore::newest(m_desk->connection(), id));
    if (!chunk) {
        KEYTURN_TRY(finishImport(id, ImportBatch::Status::Undone));
        WriteOutcome nothing;
        KEYTURN_LET(nothing.undo, m_desk->undoState());
        return nothing;
    }
    const std::vector<LeadId> leads = chunk->changes.leads();
    ListSlice slice;
    slice.units = leads.size();
    slice.errand = {DeskFile::Remember::TakenBack, chunk->seq};
    slice.plan = [this, id, done = chunk->changes,
                  places = placesOf(leads)](Connection& server, Facts& facts, const ListSlice::Part& part,
                                            const std::vector<RowOutcome>&) -> Result<ImportPlan> {
        const ChangeSet some = partOf(done, places, part);
        SliceFacts ahead(server, facts);
        KEYTURN_TRY(ahead.lookAt(some));
        return planTakeBack(some, id, ahead, context());
    };
    slice.failed = [leads](std::size_t unit) { return RowOutcome{0, RowOutcome::Kind::Failed, leads[unit], {}}; };
    KEYTURN_LET(WriteOutcome outcome, beginSlice(std::move(slice)));
    if (outcome.committed.rows.empty()) {
        // Nothing but counts: the next step.
        return takeBackImport(id);
    }
    return outcome;
}

// In parts

Result<WriteOutcome> DirectWriter::beginSlice(ListSlice slice)
{
    if (m_desk->inFlight()) {
        return fail(Error::Kind::Offline, tr("The server has not answered the last change yet. Nothing was changed."));
    }
    for (std::size_t end = slice.units; end > 0;) {
        const std::size_t begin = (end - 1) / unitsAtOnce * unitsAtOnce;
        slice.open.push_back({begin, end});
        end = begin;
    }
    m_slice = std::move(slice);
    return goOnWithSlice();
}

Result<WriteOutcome> DirectWriter::goOnWithSlice()
{
    while (!m_slice->open.empty() || !m_slice->uncounted.empty()) {
        m_slice->sent = {m_slice->units, m_slice->units};
        if (!m_slice->open.empty()) {
            m_slice->sent = m_slice->open.back();
            m_slice->open.pop_back();
        }
        const Result<ChangeSet> changes = planned([this](Facts& facts) -> Result<ChangeSet> {
            KEYTURN_LET(Connection* const server, connection());
            KEYTURN_LET(ImportPlan made, m_slice->plan(*server, facts, m_slice->sent, m_slice->uncounted));
            m_slice->sentRows = std::move(made.outcomes);
            return std::move(made.changes);
        });
        if (!changes) {
            return fail(abandonSlice(changes.error()));
        }
        if (changes->isEmpty()) {
            KEYTURN_TRY(digest(WriteOutcome{}));
            continue;
        }
        DeskFile::Errand errand = m_slice->errand;
        const bool isOnlyCounted = errand.remember == DeskFile::Remember::Imported && changes->leads().empty();
        const bool isHalfBack = errand.remember == DeskFile::Remember::TakenBack && m_slice->sent.end < m_slice->units;
        if (isOnlyCounted || isHalfBack) {
            errand = {DeskFile::Remember::Nothing};
        }
        KEYTURN_TRY(digest(keepAndSend(*changes, errand)));
    }
    if (m_slice->errand.remember == DeskFile::Remember::TakenBack) {
        KEYTURN_TRY(ImportStore::drop(m_desk->connection(), m_slice->errand.seq));
    }
    WriteOutcome whole = std::move(m_slice->whole);
    m_slice.reset();
    KEYTURN_LET(whole.undo, m_desk->undoState());
    return whole;
}

/// Whoever asked hears of the error alone: what was done before it is shown by reading everything again.
Error DirectWriter::abandonSlice(const Error& error)
{
    m_mustReplace = m_mustReplace || !m_slice->whole.committed.changes.isEmpty();
    m_slice.reset();
    return error;
}

/// Takes in what became of the part that was sent last. An error ends the slice, but for one: the answer may still
/// come.
Done DirectWriter::digest(const Result<WriteOutcome>& sent)
{
    ListSlice& slice = *m_slice;
    if (sent) {
        Committed& whole = slice.whole.committed;
        if (whole.changes.isEmpty()) {
            whole.changes = sent->committed.changes;
            whole.undone = sent->committed.undone;
        } else {
            const std::vector<RowChange>& more = sent->committed.changes.rows;
            whole.changes.rows.insert(whole.changes.rows.end(), more.begin(), more.end());
        }
        if (sent->catalogue) {
            slice.whole.catalogue = sent->catalogue;
        }
        whole.rows.insert(whole.rows.end(), slice.uncounted.begin(), slice.uncounted.end());
        whole.rows.insert(whole.rows.end(), slice.sentRows.begin(), slice.sentRows.end());
        slice.uncounted.clear();
        slice.refusals = 0;
        return {};
    }
    if (sent.error().nativeCode == outcomeUnknown()) {
        return fail(sent.error());
    }
    const bool isOfTheRows = m_rejection && m_rejection->code != QLatin1String("audit") &&
                             m_rejection->code != QLatin1String("too_old") && slice.sent.size() > 0 &&
                             ++slice.refusals < mostRefusals;
    if (!isOfTheRows) {
        return fail(abandonSlice(sent.error()));
    }
    if (slice.sent.size() == 1) {
        RowOutcome failed = slice.failed(slice.sent.begin);
        failed.message = tr("The server does not take this: %1").arg(sent.error().message);
        slice.uncounted.push_back(failed);
        return {};
    }
    const std::size_t middle = slice.sent.begin + slice.sent.size() / 2;
    slice.open.push_back({middle, slice.sent.end});
    slice.open.push_back({slice.sent.begin, middle});
    return {};
}

} // namespace keyturn
