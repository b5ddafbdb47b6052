// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/sample_book.h"

#include "models/base/uuid_v7.h"
#include "models/domain/schema.h"
#include "models/sample/sample_source.h"
#include "models/storage/bulk_loader.h"
#include "models/storage/connection.h"
#include "models/workspace/book_draft.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace keyturn {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::SampleBook)
};

constexpr int loadedPercent = 85; ///< the rest is indexes and the last check

/// SplitMix64: all that ids of a book that never was need.
UuidV7::Random randomFrom(quint64 seed)
{
    return [state = seed]() mutable {
        state += 0x9e3779b97f4a7c15U;
        quint64 mixed = state;
        mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
        return mixed ^ (mixed >> 31U);
    };
}

Instant beginningOfToday()
{
    const qint64 now = SystemClock().now().ms;
    return Instant{now - now % msPerDay};
}

Done load(Connection& connection, const SampleBook& order, Instant now, const Catalogue& catalogue,
          const std::function<void(int)>& progress, const std::atomic_bool& cancel)
{
    sample::SampleOptions options;
    options.seed = order.seed;
    options.leads = static_cast<int>(order.leads);
    options.now = now;
    options.longTimeline = order.longTimeline;
    sample::SampleSource source(options, catalogue);
    KEYTURN_LET(const std::unique_ptr<BulkLoader> loader, BulkLoader::begin(connection, catalogue.device, now));
    while (const std::optional<RowBatch> batch = source.next()) {
        if (cancel) {
            return fail(Error::Kind::Cancelled, Text::tr("Cancelled. No book was made."));
        }
        KEYTURN_TRY(loader->add(*batch));
        progress(static_cast<int>(source.done() * loadedPercent / std::max<qint64>(1, source.total())));
    }
    progress(loadedPercent);
    if (cancel) {
        return fail(Error::Kind::Cancelled, Text::tr("Cancelled. No book was made."));
    }
    return loader->finish();
}

Result<SampleCounts> count(Connection& connection)
{
    SampleCounts counts;
    for (const TableSpec& table : tableSpecs()) {
        if (table.bundle != TableSpec::Bundle::Local) {
            KEYTURN_LET(counts[table.name], connection.number(QStringLiteral("SELECT count(*) FROM ") + table.name));
        }
    }
    return counts;
}

} // namespace

Result<SampleCounts> createSampleBook(const SampleBook& order, const std::function<void(int)>& progress,
                                      const std::atomic_bool& cancel)
{
    const Instant now = order.now.isNull() ? beginningOfToday() : order.now;
    const sample::SampleOwner owner = sample::sampleOwner();
    NewBook book;
    book.path = order.path;
    book.organization = owner.organization;
    book.firstName = owner.firstName;
    book.lastName = owner.lastName;
    book.email = owner.email;
    book.timezone = order.timezone.isEmpty() ? QString::fromLatin1(QTimeZone::systemTimeZoneId()) : order.timezone;
    book.isSample = true;
    const ManualClock clock(now);
    UuidV7 ids(randomFrom(order.seed));
    KEYTURN_LET(const std::unique_ptr<BookDraft> draft,
                BookDraft::begin(book, clock, [&ids, now] { return ids.next(now); }));
    // A draft that is broken off is thrown away: a journal of it would only double what is written.
    KEYTURN_TRY(draft->connection().script(QStringLiteral("PRAGMA journal_mode = OFF;\nPRAGMA synchronous = OFF;")));
    KEYTURN_TRY(load(draft->connection(), order, now, draft->catalogue(), progress, cancel));
    KEYTURN_LET(SampleCounts counts, count(draft->connection()));
    KEYTURN_TRY(draft->connection().script(QStringLiteral("PRAGMA synchronous = FULL;\nPRAGMA journal_mode = WAL;")));
    KEYTURN_TRY(draft->finish());
    progress(100);
    return counts;
}

} // namespace keyturn
