// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/board_reader.h"

#include "models/storage/board_stamps.h"
#include "models/storage/queries/card_queries.h"

#include <QSet>

#include <algorithm>

namespace keyturn {

namespace {

/// So many leads read besides the file, and it is time for another one.
constexpr qint64 manyChanges = 3'000;
/// Where more than that and more than one lead in so many has changed, reading all in their order is quicker.
constexpr qint64 tooManyChanges = 12'000;
constexpr qint64 tooManyShare = 10;
/// A name put into the middle of a million others costs as much as a small part of sorting them.
constexpr std::size_t fewNames = 500;
constexpr std::size_t readAtOnce = 4'000;
constexpr int patienceMs = 2'000;
constexpr int cacheKiB = 2 * 1024;

qint64 countOf(const std::vector<StageTotal>& totals)
{
    qint64 count = 0;
    for (const StageTotal& total : totals) {
        count += total.count;
    }
    return count;
}

} // namespace

BoardReader::BoardReader(qint64 fewest, const std::atomic_bool& closing)
    : m_fewest(fewest)
    , m_reader(closing)
{}

BoardReader::~BoardReader() = default;

void BoardReader::setSource(const QString& path, int schemaVersion)
{
    m_path = path;
    m_schemaVersion = schemaVersion;
    m_reader.setSource(path);
}

Result<LeadSnapshot> BoardReader::read(const Asked& isClosing)
{
    m_isOld = false;
    std::optional<LeadSnapshot> answer;
    KEYTURN_TRY(m_reader.askUnless(isClosing, [&](Connection& book) -> Done {
        KEYTURN_LET(const std::vector<StageTotal> totals, queries::totals(book));
        const bool isLarge = m_fewest >= 0 && countOf(totals) >= m_fewest;
        if (isLarge) {
            KEYTURN_LET(answer, fromFile(book));
        } else {
            KEYTURN_LET(answer, fromBook(book));
        }
        return {};
    }));
    if (!answer) {
        // The stamp comes before the reading: what is committed meanwhile is noted for it.
        beginFile();
        const Done done = m_reader.askUnless(isClosing, [&](Connection& book) -> Done {
            KEYTURN_LET(answer, fromBook(book));
            return {};
        });
        if (!done) {
            abandonFile();
            return fail(done.error());
        }
        // Before it is handed over, while it is nobody else's. The disk is waited for afterwards.
        writeFile(*answer->table, isClosing);
    }
    // The whole book went by, and the leads are in the table now.
    m_reader.close();
    return std::move(*answer);
}

Result<std::optional<LeadSnapshot>> BoardReader::fromFile(Connection& book)
{
    KEYTURN_LET(const std::optional<qint64> stamp, BoardStamps::written(book));
    if (!stamp) {
        return std::nullopt;
    }
    LeadSnapshot snapshot;
    snapshot.table = BoardFile::read(m_path, {*stamp, m_schemaVersion});
    if (!snapshot.table) {
        return std::nullopt;
    }
    const qint64 most = std::max(tooManyChanges, qint64(snapshot.table->count()) / tooManyShare);
    KEYTURN_LET(const std::vector<LeadId> changed, BoardStamps::changes(book, *stamp, most));
    if (std::ssize(changed) > most) {
        return std::nullopt;
    }
    KEYTURN_TRY(catchUp(book, *snapshot.table, changed));
    KEYTURN_LET(snapshot.totals, queries::totals(book));
    // The book counts its leads itself. Who brings another number is not believed.
    if (countOf(snapshot.totals) != snapshot.table->count()) {
        return std::nullopt;
    }
    m_isOld = std::ssize(changed) > manyChanges;
    snapshot.complete = true;
    return snapshot;
}

Done BoardReader::catchUp(Connection& book, LeadTable& table, const std::vector<LeadId>& changed)
{
    const bool isLong = changed.size() > fewNames;
    if (isLong) {
        table.putOffSorting();
    }
    for (std::size_t at = 0; at < changed.size(); at += readAtOnce) {
        const auto first = changed.begin() + std::ptrdiff_t(at);
        const auto count = std::min(readAtOnce, changed.size() - at);
        const std::vector<LeadId> some(first, first + std::ptrdiff_t(count));
        QSet<LeadId> gone(some.begin(), some.end());
        KEYTURN_LET(const std::vector<LeadCard> cards, queries::cards(book, some));
        for (const LeadCard& card : cards) {
            table.upsert(card);
            gone.remove(card.id);
        }
        for (const LeadId lead : gone) {
            table.remove(lead);
        }
    }
    if (isLong) {
        table.settle();
    }
    return {};
}

Result<LeadSnapshot> BoardReader::fromBook(Connection& book)
{
    LeadSnapshot snapshot;
    KEYTURN_LET(snapshot.table, queries::allLeads(book));
    KEYTURN_LET(snapshot.totals, queries::totals(book));
    snapshot.complete = true;
    return snapshot;
}

void BoardReader::keep(const Asked& isClosing)
{
    // What is written already only waits for the disk, and saves whoever opens the book next a long reading.
    if (m_file) {
        finishFile();
    } else if (m_isOld && !isClosing()) {
        writeAnew(isClosing);
    }
}

void BoardReader::writeAnew(const Asked& isClosing)
{
    beginFile();
    std::optional<LeadSnapshot> leads;
    const Done done = m_reader.askUnless(isClosing, [&](Connection& book) -> Done {
        KEYTURN_LET(leads, fromFile(book));
        return {};
    });
    m_reader.close();
    if (!done || !leads) {
        abandonFile();
        return;
    }
    writeFile(*leads->table, isClosing);
    if (m_file) {
        finishFile();
    }
}

void BoardReader::beginFile()
{
    const auto book = openToWrite();
    const auto stamp = book ? BoardStamps::begin(**book) : Result<qint64>(fail(book.error()));
    m_stamp = stamp ? std::optional<qint64>(*stamp) : std::nullopt;
}

void BoardReader::writeFile(LeadTable& table, const Asked& isClosing)
{
    if (!m_stamp) {
        return;
    }
    auto file = BoardFile::write(m_path, {*m_stamp, m_schemaVersion}, table, isClosing);
    if (file) {
        m_file = std::move(*file);
    } else {
        abandonFile();
    }
}

void BoardReader::finishFile()
{
    const std::unique_ptr<BoardFile> file = std::move(m_file);
    if (!file->finish()) {
        abandonFile();
        return;
    }
    const auto book = openToWrite();
    const auto counts = book ? BoardStamps::confirm(**book, *m_stamp) : Result<bool>(fail(book.error()));
    if (!counts || !*counts) {
        BoardFile::remove(m_path); // nobody will believe it
    }
    m_stamp.reset();
}

void BoardReader::abandonFile()
{
    m_file.reset();
    if (m_stamp) {
        if (const auto book = openToWrite()) {
            static_cast<void>(BoardStamps::drop(**book, *m_stamp)); // the next one drops it otherwise
        }
        m_stamp.reset();
    }
}

Result<std::unique_ptr<Connection>> BoardReader::openToWrite() const
{
    SqliteOptions options;
    options.path = m_path;
    options.autoCheckpoint = false;
    options.cacheKiB = cacheKiB;
    options.busyTimeoutMs = patienceMs;
    return Connection::openSqlite(options);
}

void BoardReader::close()
{
    m_reader.close();
}

} // namespace keyturn
