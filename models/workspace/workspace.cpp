// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/workspace.h"

#include "models/domain/duplicates.h"
#include "models/domain/export_order.h"
#include "models/domain/report.h"

#include <QPromise>

namespace keyturn {

namespace {

template<typename T>
QFuture<Result<T>> refused(const QString& why)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(fail(Error::Kind::Refused, why));
    promise.finish();
    return promise.future();
}

template<typename T>
QFuture<Result<T>> noImports()
{
    return refused<T>(Workspace::tr("Lists are imported into a book of your own so far, not into a team's server."));
}

template<typename T>
QFuture<Result<T>> noSearch()
{
    return refused<T>(Workspace::tr("There is no search index to work on here."));
}

template<typename T>
QFuture<Result<T>> notHere()
{
    return refused<T>(Workspace::tr("This works in a book of your own so far, not on a team's server."));
}

} // namespace

QFuture<Result<SearchResults>> Workspace::search(const SearchRequest&)
{
    return noSearch<SearchResults>();
}

QFuture<Result<bool>> Workspace::rebuildSearch()
{
    return noSearch<bool>();
}

QFuture<Result<ImportBatch>> Workspace::beginImport(const ImportBatch&)
{
    return noImports<ImportBatch>();
}

QFuture<Result<Committed>> Workspace::importRows(const ImportOrder&)
{
    return noImports<Committed>();
}

QFuture<Result<std::vector<RowOutcome>>> Workspace::tryImport(const ImportOrder&)
{
    return noImports<std::vector<RowOutcome>>();
}

QFuture<Result<ImportBatch>> Workspace::finishImport(ImportBatchId, ImportBatch::Status)
{
    return noImports<ImportBatch>();
}

QFuture<Result<Committed>> Workspace::takeBackImport(ImportBatchId)
{
    return noImports<Committed>();
}

QFuture<Result<std::vector<ImportBatch>>> Workspace::imports()
{
    return noImports<std::vector<ImportBatch>>();
}

QFuture<Result<std::vector<LeadId>>> Workspace::importedLeads(ImportBatchId)
{
    return noImports<std::vector<LeadId>>();
}

QFuture<Result<std::vector<SavedMapping>>> Workspace::savedMappings()
{
    return noImports<std::vector<SavedMapping>>();
}

QFuture<Result<std::vector<SavedMapping>>> Workspace::keepMapping(const SavedMapping&)
{
    return noImports<std::vector<SavedMapping>>();
}

QFuture<Result<DuplicateReport>> Workspace::duplicates(const DuplicateQuery&)
{
    return notHere<DuplicateReport>();
}

QFuture<Result<ReportTable>> Workspace::report(const ReportRequest&)
{
    return notHere<ReportTable>();
}

QFuture<Result<ExportOutcome>> Workspace::exportTo(const ExportOrder&)
{
    return notHere<ExportOutcome>();
}

} // namespace keyturn
