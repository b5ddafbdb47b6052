// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/book_writer.h"

#include "models/domain/planner.h"
#include "models/storage/change_set_writer.h"
#include "models/storage/connection.h"
#include "models/storage/local_setting.h"
#include "models/storage/migrator.h"
#include "models/storage/queries/catalogue_queries.h"
#include "models/storage/search_index.h"
#include "models/storage/store_facts.h"
#include "models/storage/transaction.h"
#include "models/storage/undo_store.h"
#include "models/workspace/book_desk.h"
#include "models/workspace/book_draft.h"
#include "models/workspace/book_file.h"
#include "models/workspace/book_swap.h"
#include "models/workspace/sample_book.h"

#include <QFileInfo>

namespace keyturn {

namespace {

constexpr qint64 manyRows = 1'000; ///< of a command that tells how far it is
/// A book of so few rows is searchable when it opens; a larger one is taken in while it is in use.
constexpr qint64 rowsIndexedAtOnce = 5'000;
constexpr int slicesBetweenCheckpoints = 25;
} // namespace

BookWriter::BookWriter(const SoloOptions& options, std::shared_ptr<const Clock> clock)
    : m_options(options)
    , m_clock(std::move(clock))
    , m_ids(options.random ? UuidV7(options.random) : UuidV7())
{}

BookWriter::~BookWriter()
{
    Q_ASSERT_X(!m_connection, "BookWriter", "destroyed without close()");
}

Result<BookWriter::Opened> BookWriter::open(const QString& path)
{
    const QString place = BookFile::canonicalPath(path);
    // The lock comes before anything reads the file: were the book open in this very program, closing a file of our own
    // would drop the locks that SQLite holds on it.
    if (QFileInfo(place).isFile()) {
        KEYTURN_LET(m_lock, BookLock::take(place));
        BookSwap::settle(place);
    }
    Result<Opened> opened = BookFile::checkExisting(place).and_then([this, &place] { return openLocked(place); });
    if (!opened) {
        close();
    }
    return opened;
}

Result<BookWriter::Opened> BookWriter::openLocked(const QString& path)
{
    const Migrator migrator(Dialect::Sqlite);
    SqliteOptions options;
    options.path = path;
    {
        // What is not ours, or is newer than we are, is found out without writing a byte.
        SqliteOptions lookOnly = options;
        lookOnly.mode = SqliteOptions::Mode::ReadOnly;
        KEYTURN_LET(const std::unique_ptr<Connection> looker, Connection::openSqlite(lookOnly));
        KEYTURN_LET(const int version, migrator.version(*looker));
        if (version == 0) {
            return fail(Error::Kind::Invalid, tr("“%1” is not a Keyturn book. Nothing was changed.").arg(path), path);
        }
    }
    options.autoCheckpoint = false;
    options.cacheKiB = 32 * 1024;
    KEYTURN_LET(m_connection, Connection::openSqlite(options));
    Opened opened;
    opened.info.location = path;
    KEYTURN_LET(opened.info.schemaVersion, migrator.migrate(*m_connection, *m_clock));
    KEYTURN_LET(opened.isIndexed, beginSearch());
    KEYTURN_TRY(readDesk());
    KEYTURN_LET(const std::optional<QJsonValue> sample, localSetting(*m_connection, desk::sampleKey()));
    opened.info.isSample = sample && sample->toBool();
    opened.catalogue = m_catalogue;
    KEYTURN_LET(opened.undo, readUndoState());
    m_connection->setFaultInjector(m_options.faults.get());
    return opened;
}

Result<bool> BookWriter::beginSearch()
{
    KEYTURN_LET(const qint64 toGo, SearchIndex::rowsToGo(*m_connection));
    // Another program may have left changes behind.
    KEYTURN_LET(const qint64 changed, m_connection->number(QStringLiteral("SELECT count(*) FROM search_changes")));
    if (toGo + changed == 0) {
        return true;
    }
    if (toGo + changed > rowsIndexedAtOnce) {
        return false;
    }
    KEYTURN_LET(Transaction transaction, Transaction::begin(*m_connection));
    KEYTURN_TRY(SearchIndex::buildAll(*m_connection));
    KEYTURN_TRY(transaction.commit());
    return true;
}

Result<bool> BookWriter::indexSome()
{
    if (!m_connection) {
        return false;
    }
    // Between two slices nobody writes: here the log can be folded in as a whole, and does not grow with the index.
    if (++m_slices % slicesBetweenCheckpoints == 0) {
        static_cast<void>(m_connection->script(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)")));
    }
    return SearchIndex::buildSlice(*m_connection);
}

Done BookWriter::indexAnew()
{
    if (!m_connection) {
        return fail(Error::Kind::Invalid, tr("No book is open."));
    }
    KEYTURN_LET(Transaction transaction, Transaction::begin(*m_connection));
    KEYTURN_TRY(SearchIndex::forget(*m_connection));
    return transaction.commit();
}

Done BookWriter::readDesk()
{
    KEYTURN_LET(m_catalogue, queries::catalogue(*m_connection));
    KEYTURN_LET(std::optional<QJsonValue> device, localSetting(*m_connection, desk::deviceKey()));
    if (!device) {
        // A copy that lost its desk: a new one begins a chain of its own.
        const Instant now = m_clock->now();
        device = m_ids.next(now).toString(QUuid::WithoutBraces);
        KEYTURN_LET(Transaction transaction, Transaction::begin(*m_connection));
        KEYTURN_TRY(setLocalSetting(*m_connection, desk::deviceKey(), *device, now));
        KEYTURN_TRY(transaction.commit());
    }
    KEYTURN_LET(const std::optional<QJsonValue> user, localSetting(*m_connection, desk::userKey()));
    m_catalogue.device = DeviceId::fromString(device->toString());
    m_catalogue.me = user ? UserId::fromString(user->toString()) : UserId();
    if (!m_options.actor.isEmpty()) {
        const User* actor = m_catalogue.userByEmail(m_options.actor);
        if (actor == nullptr) {
            return fail(Error::Kind::Invalid, tr("Nobody in this book has the address “%1”.").arg(m_options.actor),
                        m_options.actor);
        }
        m_catalogue.me = actor->id;
    } else if (m_catalogue.user(m_catalogue.me) == nullptr && !m_catalogue.users.empty()) {
        m_catalogue.me = m_catalogue.users.front().id;
    }
    return {};
}

Result<BookWriter::Opened> BookWriter::create(const NewBook& book)
{
    const Instant now = m_clock->now();
    if (book.isSample) {
        SampleBook order;
        order.path = book.path;
        order.leads = book.sampleLeads;
        order.seed = book.sampleSeed;
        order.now = now;
        order.timezone = book.timezone;
        const std::atomic_bool cancel = false;
        KEYTURN_TRY(createSampleBook(
            order, [](int) {}, cancel));
        return open(book.path);
    }
    {
        KEYTURN_LET(const std::unique_ptr<BookDraft> draft,
                    BookDraft::begin(book, *m_clock, [this, now] { return m_ids.next(now); }));
        KEYTURN_TRY(draft->finish());
    }
    return open(book.path);
}

PlanContext BookWriter::context()
{
    const Instant now = m_clock->now();
    return {m_catalogue.me, now, [this, now] { return m_ids.next(now); }};
}

Result<WriteOutcome> BookWriter::submit(const Command& command, const Told& told)
{
    return carryOut([this, &command, &told](Facts& facts) -> Result<ChangeSet> {
        KEYTURN_LET(const ChangeSet planned, plan(command, facts, context()));
        return write(planned, told,
                     [this](const ChangeSet& written) { return UndoStore::push(*m_connection, written); });
    });
}

Result<WriteOutcome> BookWriter::undo(const Told& told)
{
    return carryOut([this, &told](Facts& facts) -> Result<ChangeSet> {
        KEYTURN_LET(const std::optional<UndoStore::Entry> entry, UndoStore::topUndo(*m_connection));
        if (!entry) {
            return fail(Error::Kind::Refused, tr("There is nothing to undo."));
        }
        KEYTURN_LET(const ChangeSet inverse, planUndo(entry->changes, facts, context(), ChangeSet::Origin::Undo));
        return write(inverse, told, [&](const ChangeSet& written) {
            return UndoStore::markUndone(*m_connection, entry->seq, written);
        });
    });
}

Result<WriteOutcome> BookWriter::redo(const Told& told)
{
    return carryOut([this, &told](Facts& facts) -> Result<ChangeSet> {
        KEYTURN_LET(const std::optional<UndoStore::Entry> entry, UndoStore::topRedo(*m_connection));
        if (!entry) {
            return fail(Error::Kind::Refused, tr("There is nothing to redo."));
        }
        KEYTURN_LET(const ChangeSet again, planUndo(entry->changes, facts, context(), ChangeSet::Origin::Redo));
        return write(again, told,
                     [&](const ChangeSet& written) { return UndoStore::markDone(*m_connection, entry->seq, written); });
    });
}

Result<ChangeSet> BookWriter::write(const ChangeSet& planned, const Told& told,
                                    const std::function<Done(const ChangeSet&)>& remember)
{
    if (planned.isEmpty()) {
        return planned;
    }
    DeviceChain chain(m_catalogue.device);
    const auto total = static_cast<qint64>(planned.rows.size());
    ChangeSetWriter::Told tell;
    if (told && total >= manyRows) {
        tell = [&](std::size_t rows) { told(static_cast<qint64>(rows), total); };
    }
    KEYTURN_LET(const ChangeSet written, ChangeSetWriter::apply(*m_connection, planned, chain, tell));
    KEYTURN_TRY(remember(written));
    return written;
}

Result<WriteOutcome> BookWriter::carryOut(const Work& work, Empty empty)
{
    if (!m_connection) {
        return fail(Error::Kind::Invalid, tr("No book is open."));
    }
    KEYTURN_LET(Transaction transaction, Transaction::begin(*m_connection));
    StoreFacts facts(*m_connection, m_catalogue);
    WriteOutcome outcome;
    KEYTURN_LET(outcome.committed.changes, work(facts));
    const ChangeSet& changes = outcome.committed.changes;
    outcome.committed.undone = changes.origin == ChangeSet::Origin::Undo;
    KEYTURN_LET(outcome.undo, readUndoState());
    // Read before the commit: a book whose catalogue cannot be read any more must not be told that all went well.
    if (queries::touchesCatalogue(changes)) {
        KEYTURN_LET(outcome.catalogue, queries::catalogue(*m_connection));
        outcome.catalogue->me = m_catalogue.me;
        outcome.catalogue->device = m_catalogue.device;
    }
    if (!changes.isEmpty() || empty == Empty::IsCommitted) {
        KEYTURN_TRY(transaction.commit());
    }
    if (outcome.catalogue) {
        m_catalogue = *outcome.catalogue;
    }
    return outcome;
}

Result<WriteOutcome> BookWriter::decideDuplicates(const std::vector<DuplicateDecision>& decisions)
{
    return carryOut([this, &decisions](Facts& facts) -> Result<ChangeSet> {
        KEYTURN_LET(const ChangeSet planned, planDecisions(decisions, facts, context()));
        return write(planned, {}, [this](const ChangeSet& written) { return UndoStore::push(*m_connection, written); });
    });
}

Result<UndoState> BookWriter::readUndoState()
{
    KEYTURN_LET(const UndoStore::Summaries found, UndoStore::summaries(*m_connection));
    return UndoState{found.undo, found.redo};
}

void BookWriter::close()
{
    if (m_connection) {
        m_connection->setFaultInjector(nullptr);
        // Failing is no loss: the log is folded in at the next start.
        static_cast<void>(m_connection->script(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
        m_connection.reset();
    }
    m_lock.reset();
}

} // namespace keyturn
