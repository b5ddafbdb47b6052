// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/export_files.h"
#include "models/domain/duplicates.h"
#include "models/storage/import_store.h"
#include "models/storage/queries/duplicate_queries.h"
#include "models/storage/server_calls.h"
#include "models/storage/transaction.h"
#include "models/workspace/direct_workspace.h"

#include <QScopeGuard>

namespace keyturn {

template<typename Answer>
QFuture<Result<Answer>> DirectWorkspace::call(std::function<Result<Answer>(DirectWriter&)> job)
{
    if (const auto reason = whyReadOnly()) {
        return answered<Answer>(*reason);
    }
    const auto promise = std::make_shared<QPromise<Result<Answer>>>();
    promise->start();
    const auto tell = [promise](const Result<Answer>& result) {
        promise->addResult(result);
        promise->finish();
    };
    enqueue(
        [this, tell, job = std::move(job)] {
            const auto result = std::make_shared<Result<Answer>>(job(*m_writer));
            deliver({[this, tell, result] {
                         concludeCall(*result ? nullptr : &result->error());
                         tell(*result);
                     },
                     [tell, result] { tell(*result); }});
        },
        [tell] { tell(fail(Worker::cancelled())); });
    return promise->future();
}

QFuture<Result<ImportBatch>> DirectWorkspace::beginImport(const ImportBatch& batch)
{
    return call<ImportBatch>([batch](DirectWriter& writer) { return writer.beginImport(batch); });
}

QFuture<Result<Committed>> DirectWorkspace::importRows(const ImportOrder& order)
{
    return write([order](DirectWriter& writer) { return writer.importRows(order); });
}

QFuture<Result<std::vector<RowOutcome>>> DirectWorkspace::tryImport(const ImportOrder& order)
{
    return call<std::vector<RowOutcome>>([order](DirectWriter& writer) { return writer.tryImport(order); });
}

QFuture<Result<ImportBatch>> DirectWorkspace::finishImport(ImportBatchId id, ImportBatch::Status status)
{
    return call<ImportBatch>([id, status](DirectWriter& writer) { return writer.finishImport(id, status); });
}

QFuture<Result<Committed>> DirectWorkspace::takeBackImport(ImportBatchId id)
{
    return write([id](DirectWriter& writer) { return writer.takeBackImport(id); });
}

QFuture<Result<std::vector<ImportBatch>>> DirectWorkspace::imports()
{
    return call<std::vector<ImportBatch>>([](DirectWriter& writer) { return writer.imports(); });
}

QFuture<Result<std::vector<LeadId>>> DirectWorkspace::importedLeads(ImportBatchId id)
{
    return ask([id](Connection& server) { return ImportStore::leads(server, id); });
}

QFuture<Result<std::vector<SavedMapping>>> DirectWorkspace::savedMappings()
{
    return call<std::vector<SavedMapping>>([](DirectWriter& writer) { return writer.savedMappings(); });
}

QFuture<Result<std::vector<SavedMapping>>> DirectWorkspace::keepMapping(const SavedMapping& mapping)
{
    return call<std::vector<SavedMapping>>([mapping](DirectWriter& writer) { return writer.keepMapping(mapping); });
}

/// Long work in one moment of the book. Between its calls, each with the limit of a question, it may take its time.
template<typename Work>
auto DirectWorkspace::give(Work work) -> QFuture<std::invoke_result_t<Work&, Connection&>>
{
    using Answer = std::invoke_result_t<Work&, Connection&>;
    const auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    const auto tell = [promise](Answer answer) {
        promise->addResult(std::move(answer));
        promise->finish();
    };
    auto run = [this, work = std::move(work)]() mutable -> Answer {
        const auto letGo = qScopeGuard([this] { m_giver->close(); });
        KEYTURN_LET(Connection* const server, m_giver->connection());
        // Not after the line was given up: what is opened later nobody would end.
        if (m_closing) {
            return fail(Worker::cancelled());
        }
        return work(*server);
    };
    m_giving.enqueue({[this, tell, run = std::move(run), losses = m_losses]() mutable {
                          const auto answer = std::make_shared<Answer>(run());
                          deliver({[this, tell, answer, losses] {
                                       // Before anybody asks again on a line that is not there. A loss that is known
                                       // already, and ended this work, is not another one.
                                       if (!*answer && losses == m_losses && isOfTheLine(answer->error())) {
                                           lost(answer->error());
                                       }
                                       tell(std::move(*answer));
                                   },
                                   [tell, answer] { tell(std::move(*answer)); }});
                      },
                      [tell] { tell(fail(Worker::cancelled())); }});
    return promise->future();
}

QFuture<Result<DuplicateReport>> DirectWorkspace::duplicates(const DuplicateQuery& query)
{
    if (m_link.kind == LinkState::Kind::Lost) {
        return answered<DuplicateReport>(unreachable());
    }
    const auto scan = [this, query] {
        return give([this, query](Connection& server) -> Result<DuplicateReport> {
            KEYTURN_LET(const Transaction moment, Transaction::begin(server, Transaction::Kind::Read));
            return queries::duplicates(server, query, [this] { return m_closing.load(); });
        });
    };
    if (query.decisions.empty()) {
        return scan();
    }
    return afterDecisions(
        write([decisions = query.decisions](DirectWriter& writer) { return writer.decideDuplicates(decisions); }),
        scan);
}

QFuture<Result<ExportOutcome>> DirectWorkspace::exportTo(const ExportOrder& order)
{
    if (order.what == ExportOrder::What::Book) {
        return answered<ExportOutcome>(
            {Error::Kind::Refused,
             tr("The workspace lies on %1. Its leads and activities can be exported as lists; a copy of all of it is "
                "its administrator's to make.")
                 .arg(m_server),
             order.file,
             {}});
    }
    if (m_link.kind == LinkState::Kind::Lost) {
        return answered<ExportOutcome>(unreachable());
    }
    return give([order, catalogue = m_catalogue, now = m_clock->now()](Connection& server) -> Result<ExportOutcome> {
        KEYTURN_TRY(server::noteExport(server, order));
        KEYTURN_LET(const Transaction moment, Transaction::begin(server, Transaction::Kind::Read));
        return exportFiles(server, order, catalogue, now);
    });
}

} // namespace keyturn
