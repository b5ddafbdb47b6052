// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/workspace.h"

#include <QPromise>

namespace keyturn {

namespace {

template<typename T>
QFuture<Result<T>> noImports()
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(fail(Error::Kind::Refused, Workspace::tr("Lists are imported into a book of your own so far, "
                                                               "not into a team's server.")));
    promise.finish();
    return promise.future();
}

template<typename T>
QFuture<Result<T>> noSearch()
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(fail(Error::Kind::Refused, Workspace::tr("There is no search index to work on here.")));
    promise.finish();
    return promise.future();
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

} // namespace keyturn
