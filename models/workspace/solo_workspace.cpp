// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/solo_workspace.h"

#include "models/archive/export_files.h"
#include "models/domain/duplicates.h"
#include "models/storage/import_store.h"
#include "models/storage/queries/duplicate_queries.h"
#include "models/storage/queries/report_queries.h"
#include "models/workspace/board_reader.h"
#include "models/workspace/book_file.h"
#include "models/workspace/book_keeper.h"
#include "models/workspace/book_reader.h"

#include <algorithm>

namespace keyturn {

namespace {
constexpr int checkpointIdleMs = 500;
constexpr int checkpointEveryCommits = 200;
constexpr int firstProbeMs = 1'000;
constexpr int slowestProbeMs = 60'000;
} // namespace

SoloWorkspace::SoloWorkspace(SoloOptions options)
    : StoreWorkspace(options.clock, options.mode)
    , m_options(std::move(options))
    , m_writer(std::make_unique<BookWriter>(m_options, m_clock))
    , m_reader(std::make_unique<BookReader>(m_closing))
    , m_gatherer(std::make_unique<BoardReader>(m_options.boardFileFrom, m_closing))
    , m_finder(std::make_unique<BookReader>(m_closing))
    , m_reporter(std::make_unique<BookReader>(m_closing))
    , m_histories(std::make_unique<queries::HistoryKeeper>())
    , m_giver(std::make_unique<BookReader>(m_closing))
    , m_keeper(std::make_unique<BookKeeper>(m_clock))
    , m_scanner(std::make_unique<BookReader>(m_closing))
    , m_writing(QStringLiteral("book writer"), m_options.mode)
    , m_reading(QStringLiteral("book reader"), m_options.mode)
    , m_gathering(QStringLiteral("book gatherer"), m_options.mode)
    , m_finding(QStringLiteral("book finder"), m_options.mode)
    , m_reporting(QStringLiteral("book reporter"), m_options.mode)
    , m_giving(QStringLiteral("book giver"), m_options.mode)
    , m_keeping(QStringLiteral("book keeper"), m_options.mode)
{
    m_probeTimer.setSingleShot(true);
    connect(&m_probeTimer, &QTimer::timeout, this, [this] { probeAgain(); });
    m_checkpointTimer.setSingleShot(true);
    m_checkpointTimer.setInterval(checkpointIdleMs);
    connect(&m_checkpointTimer, &QTimer::timeout, this, [this] { checkpointNow(); });
}

SoloWorkspace::~SoloWorkspace()
{
    // The writer comes last: it can only fold the write-ahead log into the book when nobody else reads it.
    m_closing = true;
    m_gathering.stop(Worker::Rest::Cancel, [this] { m_gatherer->close(); });
    m_finding.stop(Worker::Rest::Cancel, [this] { m_finder->close(); });
    m_reporting.stop(Worker::Rest::Cancel, [this] { m_reporter->close(); });
    m_giving.stop(Worker::Rest::Cancel, [this] { m_giver->close(); });
    m_reading.stop(Worker::Rest::Cancel, [this] { m_reader->close(); });
    m_keeper->hurry();
    m_keeping.stop(Worker::Rest::Cancel, [this] {
        m_scanner->close();
        m_keeper->close();
    });
    m_writing.stop(Worker::Rest::Finish, [this] { m_writer->close(); });
    finishDeliveries();
    finishIndexing(fail(Worker::cancelled()));
}

Library::Opened SoloWorkspace::open(const std::shared_ptr<SoloWorkspace>& self, const QString& path)
{
    return start(self, [path](BookWriter& writer) { return writer.open(path); });
}

Library::Opened SoloWorkspace::create(const std::shared_ptr<SoloWorkspace>& self, const NewBook& book)
{
    return start(self, [book](BookWriter& writer) { return writer.create(book); });
}

Library::Opened SoloWorkspace::start(const std::shared_ptr<SoloWorkspace>& self, const Opening& opening)
{
    return openOn(
        self->m_writing, self, [me = self.get(), opening] { return opening(*me->m_writer); },
        [me = self.get()](const BookWriter::Opened& opened) { me->settle(opened); });
}

void SoloWorkspace::settle(const BookWriter::Opened& opened)
{
    m_info = opened.info;
    m_catalogue = opened.catalogue;
    m_undo = opened.undo;
    // Jobs of both come after this in their queues.
    m_reading.enqueue({[this, path = m_info.location] { m_reader->setSource(path); }, [] {}});
    m_gathering.enqueue(
        {[this, path = m_info.location, version = m_info.schemaVersion] { m_gatherer->setSource(path, version); },
         [] {}});
    m_finding.enqueue({[this, path = m_info.location] { m_finder->setSource(path); }, [] {}});
    m_reporting.enqueue({[this, path = m_info.location] { m_reporter->setSource(path); }, [] {}});
    m_giving.enqueue({[this, path = m_info.location] { m_giver->setSource(path); }, [] {}});
    m_keeping.enqueue({[this, path = m_info.location] {
                           m_keeper->setSource(path);
                           m_scanner->setSource(path);
                       },
                       [] {}});
    if (!opened.isIndexed) {
        indexMore();
    }
    // Reading a whole book can take seconds: it is open meanwhile, and a command line is gone before this begins.
    if (m_options.quickCheckAfterMs >= 0) {
        QTimer::singleShot(m_options.quickCheckAfterMs, this, [this] { checkQuietly(); });
    }
}

void SoloWorkspace::checkQuietly()
{
    m_keeping.enqueue({[this] {
                           const Done sound = m_keeper->quickCheck();
                           if (!sound && sound.error().kind != Error::Kind::Cancelled) {
                               deliver({[this, error = sound.error()] { noteTrouble(error); }, [] {}});
                           }
                       },
                       [] {}});
}

QFuture<Result<Committed>> SoloWorkspace::submit(const Command& command)
{
    return write([this, command](BookWriter& writer) { return writer.submit(command, teller()); });
}

QFuture<Result<Committed>> SoloWorkspace::undo()
{
    return write([this](BookWriter& writer) { return writer.undo(teller()); });
}

QFuture<Result<Committed>> SoloWorkspace::redo()
{
    return write([this](BookWriter& writer) { return writer.redo(teller()); });
}

std::function<void(qint64 done, qint64 total)> SoloWorkspace::teller()
{
    return [this](qint64 done, qint64 total) {
        deliver({[this, done, total] { Q_EMIT savingProgressed(done, total); }, [] {}});
    };
}

QFuture<Result<Committed>> SoloWorkspace::write(const Job& job)
{
    const Promise promise = newPromise();
    if (++m_writesUnderWay == 1) {
        Q_EMIT savingChanged(true);
    }
    m_writing.enqueue({[this, promise, job] {
                           const auto outcome = std::make_shared<Result<WriteOutcome>>(job(*m_writer));
                           deliver({[this, promise, outcome] {
                                        announce(*outcome);
                                        if (--m_writesUnderWay == 0) {
                                            Q_EMIT savingChanged(false);
                                        }
                                        answer(promise, *outcome);
                                    },
                                    [promise, outcome] { answer(promise, *outcome); }});
                       },
                       [promise] { answer(promise, fail(Worker::cancelled())); }});
    return promise->future();
}

void SoloWorkspace::announce(const Result<WriteOutcome>& outcome)
{
    if (!outcome) {
        const Error::Kind kind = outcome.error().kind;
        if (kind == Error::Kind::Storage || kind == Error::Kind::Corrupt) {
            noteTrouble(outcome.error());
        }
        return;
    }
    if (!outcome->committed.changes.isEmpty()) {
        noteRecovery();
        checkpointSoon();
    }
    announceOutcome(*outcome);
}

void SoloWorkspace::noteTrouble(const Error& error)
{
    if (!m_troubled) {
        m_troubled = true;
        m_probeDelayMs = firstProbeMs;
        // A damaged file does not heal by waiting.
        if (error.kind != Error::Kind::Corrupt) {
            m_probeTimer.start(m_probeDelayMs);
        }
        Q_EMIT troubled(error);
    }
}

void SoloWorkspace::noteRecovery()
{
    if (m_troubled) {
        m_troubled = false;
        m_probeTimer.stop();
        Q_EMIT recovered();
    }
}

void SoloWorkspace::probeAgain()
{
    m_keeping.enqueue({[this] {
                           const bool works = m_keeper->probe().has_value();
                           deliver({[this, works] {
                                        if (works) {
                                            noteRecovery();
                                        } else if (m_troubled) {
                                            m_probeDelayMs = std::min(2 * m_probeDelayMs, slowestProbeMs);
                                            m_probeTimer.start(m_probeDelayMs);
                                        }
                                    },
                                    [] {}});
                       },
                       [] {}});
}

void SoloWorkspace::checkpointSoon()
{
    if (++m_commitsSinceCheckpoint >= checkpointEveryCommits) {
        checkpointNow();
    } else if (!m_checkpointTimer.isActive()) {
        m_checkpointTimer.start();
    }
}

void SoloWorkspace::checkpointNow()
{
    m_commitsSinceCheckpoint = 0;
    m_checkpointTimer.stop();
    m_keeping.enqueue({[this] { m_keeper->checkpoint(); }, [] {}});
}

void SoloWorkspace::read(Question question, std::function<void(const Done&)> answered, bool isSingle)
{
    Q_UNUSED(isSingle) // a transaction costs nothing here
    m_reading.enqueue({[this, question = std::move(question), answered] { answered(m_reader->ask(question)); },
                       [answered] { answered(fail(Worker::cancelled())); }});
}

QFuture<Result<LeadSnapshot>> SoloWorkspace::allLeads()
{
    auto promise = std::make_shared<QPromise<Result<LeadSnapshot>>>();
    promise->start();
    const QFuture<Result<LeadSnapshot>> future = promise->future();
    m_gathering.enqueue({[this, promise]() mutable {
                             const auto isClosing = [this] { return m_closing.load(); };
                             promise->addResult(m_gatherer->read(isClosing));
                             promise->finish();
                             promise = nullptr; // the leads are the asker's
                             m_gatherer->keep(isClosing);
                         },
                         [promise] {
                             promise->addResult(Result<LeadSnapshot>(fail(Worker::cancelled())));
                             promise->finish();
                         }});
    return future;
}

QFuture<Result<SearchResults>> SoloWorkspace::search(const SearchRequest& request)
{
    return m_finding.post([this, outdated = request.outdated, question = searchQuestion(request)] {
        return m_finder->askUnless([this, outdated] { return m_closing || (outdated && *outdated); }, question);
    });
}

QFuture<Result<ReportTable>> SoloWorkspace::report(const ReportRequest& request)
{
    ++m_reportsUnderWay;
    return m_reporting.post([this, outdated = request.outdated, question = reportQuestion(request)] {
        Result<ReportTable> answer =
            m_reporter->askUnless([this, outdated] { return m_closing || (outdated && *outdated); },
                                  [&](Connection& book) { return question(book, *m_histories); });
        if (--m_reportsUnderWay == 0) {
            // Nobody waits for another: what was read of the whole book need not stay in memory.
            m_histories->clear();
            m_reporter->close();
        }
        return answer;
    });
}

QFuture<Result<bool>> SoloWorkspace::rebuildSearch()
{
    auto promise = std::make_shared<QPromise<Result<bool>>>();
    promise->start();
    m_rebuilds.push_back(promise);
    m_writing.enqueue({[this] {
                           const Done emptied = m_writer->indexAnew();
                           deliver({[this, emptied] {
                                        if (!emptied) {
                                            finishIndexing(fail(emptied.error()));
                                        } else {
                                            indexMore();
                                        }
                                    },
                                    [] {}});
                       },
                       [] {}});
    return promise->future();
}

void SoloWorkspace::indexMore()
{
    if (m_indexing) {
        return; // the next slice finds what was emptied meanwhile
    }
    m_indexing = true;
    // Slice by slice: commands come in between.
    m_writing.enqueue({[this] {
                           const Result<bool> more = m_writer->indexSome();
                           deliver({[this, more] {
                                        m_indexing = false;
                                        checkpointSoon();
                                        if (more && *more) {
                                            indexMore();
                                        } else {
                                            finishIndexing(more ? Result<bool>(true) : more);
                                        }
                                    },
                                    [] {}});
                       },
                       [] {}});
}

void SoloWorkspace::finishIndexing(const Result<bool>& whole)
{
    for (const auto& promise : std::exchange(m_rebuilds, {})) {
        promise->addResult(whole);
        promise->finish();
    }
    if (whole && !m_closing) {
        Q_EMIT searchIndexed();
    }
}

QFuture<Result<ImportBatch>> SoloWorkspace::beginImport(const ImportBatch& batch)
{
    return m_writing.post([this, batch] { return m_writer->beginImport(batch); });
}

QFuture<Result<Committed>> SoloWorkspace::importRows(const ImportOrder& order)
{
    return write([order](BookWriter& writer) { return writer.importRows(order); });
}

QFuture<Result<std::vector<RowOutcome>>> SoloWorkspace::tryImport(const ImportOrder& order)
{
    return m_writing.post([this, order] { return m_writer->tryImport(order); });
}

QFuture<Result<ImportBatch>> SoloWorkspace::finishImport(ImportBatchId id, ImportBatch::Status status)
{
    return m_writing.post([this, id, status] { return m_writer->finishImport(id, status); });
}

QFuture<Result<Committed>> SoloWorkspace::takeBackImport(ImportBatchId id)
{
    return write([id](BookWriter& writer) { return writer.takeBackImport(id); });
}

QFuture<Result<std::vector<ImportBatch>>> SoloWorkspace::imports()
{
    return ask([](Connection& book) { return ImportStore::batches(book, book); });
}

QFuture<Result<std::vector<LeadId>>> SoloWorkspace::importedLeads(ImportBatchId id)
{
    return ask([id](Connection& book) { return ImportStore::leads(book, id); });
}

QFuture<Result<std::vector<SavedMapping>>> SoloWorkspace::savedMappings()
{
    return ask([](Connection& book) { return ImportStore::mappings(book); });
}

QFuture<Result<std::vector<SavedMapping>>> SoloWorkspace::keepMapping(const SavedMapping& mapping)
{
    return m_writing.post([this, mapping] { return m_writer->keepMapping(mapping); });
}

QFuture<Result<DuplicateReport>> SoloWorkspace::duplicates(const DuplicateQuery& query)
{
    const auto scan = [this, query] {
        return m_keeping.post([this, query] {
            const std::function<bool()> closing = [this] { return m_closing.load(); };
            return m_scanner->ask([&](Connection& book) { return queries::duplicates(book, query, closing); });
        });
    };
    if (query.decisions.empty()) {
        return scan();
    }
    return afterDecisions(
        write([decisions = query.decisions](BookWriter& writer) { return writer.decideDuplicates(decisions); }), scan);
}

QFuture<Result<ExportOutcome>> SoloWorkspace::exportTo(const ExportOrder& order)
{
    return m_giving.post(
        [this, order, catalogue = m_catalogue, now = m_clock->now(), own = m_info.location]() -> Result<ExportOutcome> {
            if (BookFile::isPartOf(order.file, own)) {
                return fail(Error::Kind::Refused, tr("This is the book itself. Choose another name for the export."));
            }
            return m_giver->askUnless([watch = order.watch] { return watch && watch->cancelled; },
                                      [&](Connection& book) { return exportFiles(book, order, catalogue, now); });
        });
}

QFuture<Result<std::vector<Check>>> SoloWorkspace::verify()
{
    return m_keeping.post([this] { return m_keeper->verify(); });
}

QFuture<Result<qint64>> SoloWorkspace::backup(const QString& toFile)
{
    return m_keeping.post([this, toFile] { return m_keeper->backup(toFile); });
}

} // namespace keyturn
