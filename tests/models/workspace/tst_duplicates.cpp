// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/duplicates.h"
#include "models/domain/import.h"
#include "models/storage/connection.h"
#include "models/storage/queries/duplicate_queries.h"
#include "tests/support/book_workspace.h"
#include "tests/support/test_main.h"

#include <QCryptographicHash>

using namespace keyturn;
using namespace keyturn::test;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

FieldEdit edit(const QString& field, const QVariant& value)
{
    return {field, value, std::nullopt};
}

/// A fresh book on the disk.
class Book
{
public:
    Book()
    {
        const auto made = await(SoloLibrary(options()).create(exampleBook(path())));
        workspace = made ? *made : nullptr;
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("book.keyturn")); }
    void reopen()
    {
        workspace.reset();
        const auto opened = await(SoloLibrary(options()).open(path()));
        workspace = opened ? *opened : nullptr;
    }
    static SoloOptions options()
    {
        SoloOptions options;
        options.quickCheckAfterMs = -1;
        return options;
    }
    LeadId add(const QString& name, std::vector<FieldEdit> fields)
    {
        CreateLead command;
        UuidV7 ids;
        command.id = LeadId(ids.next(SystemClock().now()));
        fields.push_back(edit(s("name"), name));
        command.fields = std::move(fields);
        error = run(command);
        return command.id;
    }
    QString run(const Command& command)
    {
        const auto done = await(workspace->submit(command));
        return done ? QString() : QString(done.error().message % u" | " % done.error().detail);
    }
    DuplicateReport pairs(const DuplicateQuery& query = {})
    {
        const auto found = await(workspace->duplicates(query));
        error = found ? QString() : found.error().message;
        return found.value_or(DuplicateReport());
    }
    TimelinePage timeline(LeadId lead, int limit = 50, TimelineCursor before = {})
    {
        TimelineQuery query;
        query.lead = lead;
        query.limit = limit;
        query.before = before;
        return await(workspace->timeline(query)).value_or(TimelinePage());
    }
    LeadDetail detail(LeadId lead) { return await(workspace->lead(lead)).value_or(LeadDetail()); }
    QString troubles()
    {
        const auto checks = await(workspace->verify());
        QString all = checks ? QString() : checks.error().message;
        for (const Check& check : checks.value_or(std::vector<Check>())) {
            all += check.ok ? QString() : QString(check.name % u": " % check.detail % u'\n');
        }
        return all;
    }

    Result<ImportBatch> beginImport()
    {
        ImportBatch batch;
        batch.sourceName = QStringLiteral("list.csv");
        batch.format = QStringLiteral("csv");
        return await(workspace->beginImport(batch));
    }

private:
    QTemporaryDir m_folder; // the book must be closed before it goes

public:
    std::shared_ptr<Workspace> workspace;
    QString error;
};

bool isPair(const DuplicatePair& pair, LeadId a, LeadId b)
{
    return (pair.first == a && pair.second == b) || (pair.first == b && pair.second == a);
}

const DuplicatePair* find(const DuplicateReport& report, LeadId a, LeadId b)
{
    const auto found =
        std::ranges::find_if(report.pairs, [&](const DuplicatePair& pair) { return isPair(pair, a, b); });
    return found == report.pairs.end() ? nullptr : &*found;
}

} // namespace

/// Likely duplicates of a whole book, and what stands in the book after a merge.
class TestDuplicates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void anEmptyBookHasNone()
    {
        Book book;
        QVERIFY(book.workspace);
        QCOMPARE(book.pairs().total, 0);
        QCOMPARE(book.error, QString());
    }

    void pairsAreFoundByEverythingThatTellsPeople()
    {
        Book book;
        const LeadId ann =
            book.add(s("Ann Lee"), {edit(s("email"), s("ann@example.com")), edit(s("mobile"), s("303-555-0142")),
                                    edit(s("profile.city"), s("Denver"))});
        const LeadId byPhone = book.add(s("Anne Lee"), {edit(s("phone"), s("(303) 555-0142"))});
        const LeadId byCity =
            book.add(s("LEE, Ann"), {edit(s("phone"), s("7205550100")), edit(s("profile.city"), s("denver"))});
        const LeadId byMail =
            book.add(s("A. Lee"), {edit(s("email"), s("ann@example.com")), edit(s("email_shared"), true)});
        const LeadId firm =
            book.add(s("Bob Ray"), {edit(s("phone"), s("7205550101")), edit(s("profile.company"), s("Acme"))});
        const LeadId firmToo =
            book.add(s("Robert Ray"), {edit(s("phone"), s("7205550102")), edit(s("profile.company"), s("ACME"))});
        const LeadId stranger =
            book.add(s("Cy Poe"), {edit(s("phone"), s("7205550103")), edit(s("profile.city"), s("Denver"))});
        QCOMPARE(book.error, QString());
        const DuplicateReport report = book.pairs();
        QVERIFY(find(report, ann, byPhone) && find(report, ann, byPhone)->reasons.contains(s("phone")));
        QVERIFY(find(report, ann, byCity) && find(report, ann, byCity)->reasons.contains(s("name_and_city")));
        QVERIFY(find(report, ann, byMail) && find(report, ann, byMail)->reasons.contains(s("email")));
        QVERIFY(find(report, firm, firmToo) &&
                find(report, firm, firmToo)->reasons == QStringList{s("name_and_company")});
        for (const DuplicatePair& pair : report.pairs) {
            QVERIFY(pair.first != stranger && pair.second != stranger);
            QVERIFY(pair.score > 0 && pair.score < 100);
            QVERIFY(!pair.firstName.isEmpty() && !pair.secondName.isEmpty());
        }
        QVERIFY(std::ranges::is_sorted(report.pairs, std::greater(), &DuplicatePair::score));
        QCOMPARE(find(report, ann, byPhone)->first, ann); // the older one first
        DuplicateQuery few;
        few.limit = 1;
        QCOMPARE(book.pairs(few).pairs.size(), 1U);
        QCOMPARE(book.pairs(few).total, report.total);
        // Who is removed is nobody's duplicate.
        QCOMPARE(book.run(DeleteLeads{{firmToo}}), QString());
        QVERIFY(!find(book.pairs(), firm, firmToo));
    }

    void whoWasFoundToBeTwoPeopleStaysTwo()
    {
        Book book;
        const auto add = [&](const char* email) {
            return book.add(s("Ann Lee"), {edit(s("email"), s(email)), edit(s("profile.city"), s("Denver"))});
        };
        const LeadId a = add("a@example.com");
        const LeadId b = add("b@example.com");
        const LeadId c = add("c@example.com");
        QCOMPARE(book.pairs().total, 3);
        DuplicateQuery apart;
        apart.decisions = {{b, a, true}};
        QCOMPARE(book.pairs(apart).total, 2);
        book.reopen();
        QVERIFY(!find(book.pairs(), a, b));
        // What was said of the one that was merged away holds for the one that was kept.
        QCOMPARE(book.run(MergeLeads{c, b, {}}), QString());
        QCOMPARE(book.pairs().total, 0);
        QVERIFY(await(book.workspace->undo()));
        QCOMPARE(book.pairs().total, 2);
        DuplicateQuery takenBack;
        takenBack.decisions = {{a, b, false}};
        QCOMPARE(book.pairs(takenBack).total, 3);
        QCOMPARE(book.troubles(), QString());
    }

    void anOfficesNumberDoesNotExplode()
    {
        // 3,000 people behind one switchboard in one town, of whom two are one.
        Book book;
        ImportOrder order;
        order.duplicates = Duplicates::Create;
        const auto batch = book.beginImport();
        QVERIFY(batch);
        order.batch = batch->id;
        const auto word = [](int number) {
            QString text;
            const QByteArray hash = QCryptographicHash::hash(QByteArray::number(number), QCryptographicHash::Md5);
            for (const char byte : hash.left(9)) {
                text += QChar(u'a' + static_cast<uchar>(byte) % 26);
            }
            return text;
        };
        for (int i = 0; i < 3'000; ++i) {
            ImportRow row;
            row.line = i + 1;
            row.values = {{s("name"), QString(word(2 * i) + u' ' + word(2 * i + 1))},
                          {s("phone"), s("+13035550100")},
                          {s("profile.city"), s("Denver")}};
            if (i >= 2'998) {
                row.values.insert(s("name"), i == 2'998 ? s("Wilhelmina Zuckerbrot") : s("Wilhelmina Zuckerbrodt"));
            }
            order.rows.push_back(row);
        }
        QVERIFY(await(book.workspace->importRows(order)));
        const DuplicateReport report = book.pairs();
        QCOMPARE(book.error, QString());
        QCOMPARE(report.total, 1); // of 4,498,500
        QCOMPARE(report.pairs.front().firstName.left(11), s("Wilhelmina "));
        QVERIFY(report.pairs.front().reasons.contains(s("phone")));
    }

    void itStopsWhenNobodyWaitsAnyMore()
    {
        Book book;
        book.add(s("Ann Lee"), {edit(s("email"), s("ann@example.com"))});
        SqliteOptions options;
        options.path = book.path();
        options.mode = SqliteOptions::Mode::ReadOnly;
        const auto connection = Connection::openSqlite(options);
        QVERIFY(connection);
        ImportOrder order;
        const auto batch = book.beginImport();
        order.batch = batch->id;
        for (int i = 0; i < 5'000; ++i) {
            ImportRow row;
            row.line = i + 1;
            row.values = {{s("name"), QString(s("Lead ") + QString::number(i))},
                          {s("email"), QString(QString::number(i) + s("@example.com"))}};
            order.rows.push_back(row);
        }
        QVERIFY(await(book.workspace->importRows(order)));
        int asked = 0;
        const auto stopped = queries::duplicates(**connection, {}, [&asked] { return ++asked > 0; });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
        QCOMPARE(asked, 1);
    }

    void nothingIsLostByAMerge()
    {
        Book book;
        QVERIFY(book.workspace);
        const LeadId keep = book.add(s("Ann Lee"), {edit(s("email"), s("ann@example.com")),
                                                    edit(s("loan.loan_amount_cents"), qint64(30'000'000))});
        const LeadId other = book.add(s("Anne Lee"), {edit(s("email"), s("anne@example.com")),
                                                      edit(s("loan.loan_amount_cents"), qint64(40'000'000))});
        const auto say = [&](LeadId lead, const char* text, Instant at, bool inbound) {
            LogActivity call;
            call.lead = lead;
            call.text = s(text);
            call.outcome = s("connected");
            call.at = at;
            call.inbound = inbound;
            QCOMPARE(book.run(call), QString());
        };
        const Instant now = SystemClock().now();
        say(other, "Searchable zebra", now + -20 * msPerDay, false);
        say(keep, "Mine", now + -10 * msPerDay, false);
        say(other, "They rang", now + -5 * msPerDay, true);
        QCOMPARE(book.run(AddNote{{}, other, s("Open note"), s("general"), false, false, {}, {}}), QString());
        QCOMPARE(book.run(AddNote{{}, other, s("Secret note"), s("general"), true, false, {}, {}}), QString());
        const qint64 entries = book.detail(keep).activityCount + book.detail(other).activityCount;
        const LeadDetail beforeKeep = book.detail(keep);
        const LeadDetail beforeOther = book.detail(other);
        const auto totals = [&] {
            qint64 count = 0;
            qint64 cents = 0;
            for (const StageTotal& total : await(book.workspace->totals()).value_or(std::vector<StageTotal>())) {
                count += total.count;
                cents += total.valueCents;
            }
            return std::pair(count, cents);
        };
        QCOMPARE(totals(), std::pair(qint64(2), qint64(70'000'000)));
        const QStringList before = presentStateOf(book.path());

        QCOMPARE(book.run(MergeLeads{keep, other, {}}), QString());
        QCOMPARE(totals(), std::pair(qint64(1), qint64(30'000'000)));
        const LeadDetail merged = book.detail(keep);
        // The counters tell the truth about both.
        QCOMPARE(merged.lead.integer(s("total_calls")), qint64(3));
        QCOMPARE(merged.lead.integer(s("first_contacted_at")), (now + -20 * msPerDay).ms);
        QCOMPARE(merged.lead.integer(s("last_contacted_at")), (now + -5 * msPerDay).ms);
        QCOMPARE(merged.lead.integer(s("last_engagement_at")), (now + -5 * msPerDay).ms);
        QVERIFY(merged.lead.integer(s("last_activity_at")) >= now.ms);
        QCOMPARE(merged.notes.size(), 2U);
        QCOMPARE(merged.activityCount, entries + 2);
        // One timeline, in order, without a gap, however it is paged; the merge told once.
        const TimelinePage whole = book.timeline(keep, 200);
        QCOMPARE(whole.entries.size(), std::size_t(entries + 2)); // + the private note, + the merge
        QCOMPARE(std::ranges::count(whole.entries, s("lead_merged"), &TimelineEntry::type), 1);
        QVERIFY(std::ranges::is_sorted(whole.entries, std::greater(), &TimelineEntry::occurredAt));
        QCOMPARE(std::ranges::count(whole.entries, s("Searchable zebra"), &TimelineEntry::description), 1);
        std::vector<TimelineEntry> paged;
        TimelineCursor cursor;
        for (int page = 0; page < 100; ++page) {
            const TimelinePage part = book.timeline(keep, 2, cursor);
            paged.insert(paged.end(), part.entries.begin(), part.entries.end());
            cursor = part.next;
            if (cursor.isNull()) {
                break;
            }
        }
        QVERIFY(paged == whole.entries);
        // What was said to the one is found with the other, and an old link leads there.
        SearchRequest request;
        request.text = s("zebra");
        const auto found = await(book.workspace->search(request));
        QVERIFY(found);
        QCOMPARE(found->hits.size(), 1U);
        QCOMPARE(found->hits.front().lead, keep);
        request.text = s("anne@example.com");
        const auto byAddress = await(book.workspace->search(request));
        QVERIFY(byAddress && !byAddress->hits.empty());
        QVERIFY(std::ranges::all_of(byAddress->hits, [keep](const SearchHit& hit) { return hit.lead == keep; }));
        QCOMPARE(book.detail(other).id, keep);
        QCOMPARE(await(book.workspace->cards({keep, other}))->size(), 1U);
        QCOMPARE(book.troubles(), QString());

        book.reopen();
        QVERIFY(await(book.workspace->undo()));
        QCOMPARE(difference(before, presentStateOf(book.path())), QString());
        QCOMPARE(book.detail(other).id, other);
        QCOMPARE(book.detail(other).lead.integer(s("total_calls")), beforeOther.lead.integer(s("total_calls")));
        QCOMPARE(book.detail(keep).lead.integer(s("total_calls")), beforeKeep.lead.integer(s("total_calls")));
        QCOMPARE(totals(), std::pair(qint64(2), qint64(70'000'000)));
        QCOMPARE(book.troubles(), QString());
        book.reopen();
        QVERIFY(await(book.workspace->redo()));
        QCOMPARE(book.detail(other).id, keep);
        QCOMPARE(book.detail(keep).lead.integer(s("total_calls")), qint64(3));
        QCOMPARE(book.troubles(), QString());
    }

    void theRightRecordIsKept()
    {
        // Whichever way round it is asked for, that one stays, with its own id.
        for (const bool turned : {false, true}) {
            Book book;
            const LeadId first = book.add(s("Ann Lee"), {edit(s("email"), s("ann@example.com"))});
            const LeadId second = book.add(s("Anne Lee"), {edit(s("email"), s("anne@example.com"))});
            const LeadId keep = turned ? second : first;
            const LeadId other = turned ? first : second;
            QCOMPARE(book.run(MergeLeads{keep, other, {}}), QString());
            QCOMPARE(book.detail(keep).lead.text(s("name")), turned ? s("Anne Lee") : s("Ann Lee"));
            const auto cards = await(book.workspace->cards({first, second}));
            QCOMPARE(cards->size(), 1U);
            QCOMPARE(cards->front().id, keep);
        }
    }

    void theSameListAgainChangesNothing()
    {
        Book book;
        ImportOrder order;
        order.leadSource = s("Vendor");
        for (int i = 0; i < 2; ++i) {
            ImportRow row;
            row.line = i + 1;
            row.values = {{s("name"), i == 0 ? s("Ann Lee") : s("Anne Lee")},
                          {s("email"), i == 0 ? s("ann@example.com") : s("anne@example.com")},
                          {s("external_lead_id"), QString::number(i + 1)}};
            order.rows.push_back(row);
        }
        const auto import = [&] {
            const auto batch = book.beginImport();
            order.batch = batch->id;
            return await(book.workspace->importRows(order));
        };
        const auto first = import();
        QVERIFY(first);
        QCOMPARE(book.run(MergeLeads{first->rows[0].lead, first->rows[1].lead, {}}), QString());
        for (const Duplicates duplicates : {Duplicates::Skip, Duplicates::FillEmpty}) {
            order.duplicates = duplicates;
            const auto again = import();
            QVERIFY(again);
            for (const RowOutcome& row : again->rows) {
                QCOMPARE(row.kind, RowOutcome::Kind::Skipped);
                QCOMPARE(row.lead, first->rows[0].lead);
            }
        }
        QCOMPARE(await(book.workspace->allLeads())->table->count(), qsizetype(1));
    }
};

QTEST_GUILESS_MAIN(TestDuplicates)
#include "tst_duplicates.moc"
