// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/report.h"
#include "models/storage/connection.h"
#include "models/storage/queries/stage_history.h"
#include "tests/support/book_workspace.h"
#include "tests/support/team.h"
#include "tests/support/test_main.h"

#include <QRandomGenerator>

#include <map>

using namespace keyturn;
using namespace keyturn::test;

namespace {

// Monday, January 5, 2026, at noon in Denver.
const Instant begin = Instant::fromDateTime(QDateTime(QDate(2026, 1, 5), QTime(19, 0), Qt::UTC));

using Board = std::map<QString, std::pair<qint64, qint64>>; // stage → leads, cents

/// The board as the book has it now, without the empty stages.
Board present(Workspace& workspace, const std::optional<UserId>& owner)
{
    Board board;
    const auto totals = await(workspace.totals());
    if (totals) {
        for (const StageTotal& total : *totals) {
            if (total.count != 0 && (!owner || total.owner == *owner)) {
                auto& stage = board[workspace.catalogue().stage(total.stage)->key];
                stage.first += total.count;
                stage.second += total.valueCents;
            }
        }
    }
    return board;
}

/// The same by the report, as of a day.
Result<Board> past(Workspace& workspace, QDate day, const std::optional<UserId>& owner)
{
    ReportRequest request{QStringLiteral("pipeline_on")};
    request.to = day;
    request.owner = owner;
    const Result<ReportTable> found = await(workspace.report(request));
    if (!found) {
        return fail(found.error());
    }
    Board board;
    for (const QString& stage : found->keys) {
        const qint64 count = found->value(stage, QStringLiteral("leads")).toLongLong();
        if (count != 0) {
            board[stage] = {count, found->value(stage, QStringLiteral("value_cents")).toLongLong()};
        }
    }
    return board;
}

std::map<QString, qint64> counts(const Board& board)
{
    std::map<QString, qint64> counts;
    for (const auto& [stage, sums] : board) {
        counts[stage] = sums.first;
    }
    return counts;
}

} // namespace

/// The reports of a book that is worked in: what was on the board of a day is what the log says of that day.
class TestReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void everyDayIsRememberedAsItWas_data()
    {
        QTest::addColumn<quint32>("seed");
        for (const quint32 seed : {1U, 2U, 3U}) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }
    void everyDayIsRememberedAsItWas()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        const auto chance = [&random](int below) { return int(random.bounded(below)); };
        const auto clock = std::make_shared<ManualClock>(begin);
        QTemporaryDir folder;
        SoloOptions options;
        options.clock = clock;
        options.mode = Worker::Mode::Inline;
        options.quickCheckAfterMs = -1;
        const QString path = folder.filePath(QStringLiteral("book.keyturn"));
        const auto made = await(SoloLibrary(options).create(exampleBook(path)));
        QVERIFY(made);
        Workspace& book = **made;
        const Catalogue& catalogue = book.catalogue();
        std::vector<LeadId> leads;
        std::vector<ImportBatchId> batches;
        std::map<QDate, Board> whole;
        std::map<QDate, Board> nobodys;
        int undone = 0;
        int merged = 0;
        for (int day = 0; day < 60; ++day) {
            for (int act = chance(9); act > 0; --act) {
                clock->advance(chance(40 * 60'000) + 1);
                const LeadId lead = leads.empty() ? LeadId() : leads[std::size_t(chance(int(leads.size())))];
                switch (chance(13)) {
                case 0:
                case 1:
                case 2: {
                    CreateLead create;
                    create.fields = {{QStringLiteral("name"), QStringLiteral("Lead %1").arg(leads.size()), {}},
                                     {QStringLiteral("phone"), QStringLiteral("+13035550100"), {}},
                                     {QStringLiteral("estimated_value_cents"), qint64(chance(100)) * 100'000, {}}};
                    if (chance(3) == 0) {
                        create.stage = catalogue.stageByKey(QStringLiteral("contacted"))->id;
                    }
                    const auto done = await(book.submit(create));
                    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
                    for (const RowChange& row : done->changes.rows) {
                        if (row.table == QLatin1String("leads")) {
                            leads.push_back(LeadId::fromString(row.id));
                        }
                    }
                    break;
                }
                case 3:
                case 4:
                case 5: {
                    MoveStage move;
                    move.leads = {lead};
                    move.to = catalogue.stages[std::size_t(chance(int(catalogue.stages.size())))].id;
                    move.reasonCode = QStringLiteral("spam");
                    (void)await(book.submit(move)); // one that was removed is refused
                    break;
                }
                case 6:
                    (void)await(book.submit(DeleteLeads{{lead}}));
                    break;
                case 7:
                    (void)await(book.submit(RestoreLeads{{lead}}));
                    break;
                case 8: {
                    AssignLeads assign;
                    assign.leads = {lead};
                    assign.owner = chance(2) == 0 ? UserId() : catalogue.me;
                    (void)await(book.submit(assign));
                    break;
                }
                case 9:
                    undone += await(book.undo()) ? 1 : 0;
                    break;
                case 10:
                    (void)await(book.redo());
                    break;
                case 11:
                    if (batches.empty() || chance(2) == 0) {
                        ImportBatch file;
                        file.sourceName = QStringLiteral("list.csv");
                        file.format = QStringLiteral("csv");
                        const auto batch = await(book.beginImport(file));
                        QVERIFY2(batch, batch ? "" : qPrintable(batch.error().detail));
                        ImportOrder order;
                        order.batch = batch->id;
                        for (int row = 1; row <= 3; ++row) {
                            ImportRow one;
                            one.line = row;
                            one.values = {
                                {QStringLiteral("name"), QStringLiteral("Row %1").arg(random.generate())},
                                {QStringLiteral("email"), QStringLiteral("r%1@example.com").arg(random.generate())},
                                {QStringLiteral("stage"), catalogue.stages[std::size_t(chance(5))].id.toString()}};
                            order.rows.push_back(one);
                        }
                        const auto taken = await(book.importRows(order));
                        QVERIFY2(taken, taken ? "" : qPrintable(taken.error().message));
                        for (const RowOutcome& row : taken->rows) {
                            leads.push_back(row.lead);
                        }
                        QVERIFY(await(book.finishImport(batch->id, ImportBatch::Status::Completed)));
                        batches.push_back(batch->id);
                    } else {
                        (void)await(book.takeBackImport(batches.back()));
                        batches.pop_back();
                    }
                    break;
                case 12:
                    // The other one goes, and comes back if the merge is taken back.
                    merged += await(book.submit(MergeLeads{
                                  lead, leads.empty() ? LeadId() : leads[std::size_t(chance(int(leads.size())))], {}}))
                                  ? 1
                                  : 0;
                    break;
                default:
                    break;
                }
            }
            const QDate today = clock->now().dateIn(QTimeZone("America/Denver"));
            whole[today] = present(book, std::nullopt);
            nobodys[today] = present(book, UserId());
            // Today is what the board shows, amounts and all.
            const auto now = past(book, today, std::nullopt);
            QVERIFY2(now, now ? "" : qPrintable(now.error().detail));
            QCOMPARE(*now, whole[today]);
            clock->set(begin + (day + 1) * msPerDay);
        }
        QVERIFY(undone > 5);
        QVERIFY(merged > 3);
        QVERIFY(leads.size() > 40);
        for (const auto& [day, board] : whole) {
            const auto found = past(book, day, std::nullopt);
            QVERIFY(found);
            QCOMPARE(counts(*found), counts(board));
            const auto unowned = past(book, day, UserId());
            QVERIFY(unowned);
            QCOMPARE(counts(*unowned), counts(nobodys[day]));
        }
        QVERIFY(past(book, QDate(2026, 1, 4), std::nullopt)->empty());

        // Since when each lead stands where it does, the leads themselves know too.
        const auto connection = Connection::openSqlite({path, SqliteOptions::Mode::ReadOnly});
        QVERIFY(connection);
        const auto history = queries::StageHistory::read(**connection, catalogue.organization.toString());
        QVERIFY(history);
        QHash<LeadId, Instant> since;
        QVERIFY((*connection)
                    ->select(QStringLiteral("SELECT id, stage_entered_at FROM leads WHERE deleted_at IS NULL"),
                             [&since](const Statement& row) { since.insert(row.id<LeadId>(0), row.instant(1)); }));
        int compared = 0;
        for (const queries::LeadPast& lead : history->leads()) {
            if (lead.isLive()) {
                const queries::StageVisit last = history->visits(lead).back();
                QCOMPARE(last.stage, lead.stage);
                QCOMPARE(last.at, since.value(lead.id));
                ++compared;
            }
        }
        QVERIFY(compared > 20);
    }

    void aTeamHasReportsToo()
    {
        Team team;
        if (!startOrSkip(team)) {
            return;
        }
        QCOMPARE(team.makeOrganization(), QString());
        const Team::Member ann = team.add(QStringLiteral("Ann"), QStringLiteral("manager"));
        const Team::Member lou = team.add(QStringLiteral("Lou"), QStringLiteral("loan_officer"));
        const auto manager = team.open(ann);
        QVERIFY(manager);
        LivedInBook book;
        QCOMPARE(book.fill(*manager), QString());
        const QDate today =
            QDateTime::currentDateTimeUtc()
                .toTimeZone(QTimeZone(manager->catalogue().user(manager->catalogue().me)->timezone.toLatin1()))
                .date();
        const auto board = past(*manager, today, std::nullopt);
        QVERIFY2(board, board ? "" : qPrintable(board.error().message + board.error().detail));
        QVERIFY(!board->empty());
        QCOMPARE(*board, present(*manager, std::nullopt));
        for (const ReportSpec& spec : reportSpecs()) {
            const auto table = await(manager->report({spec.name}));
            QVERIFY2(table, table ? "" : qPrintable(spec.name + table.error().detail));
        }
        // A loan officer counts only what they may see: their own leads and those of nobody.
        const auto officer = team.open(lou);
        QVERIFY(officer);
        const auto seen = past(*officer, today, std::nullopt);
        QVERIFY2(seen, seen ? "" : qPrintable(seen.error().detail));
        QCOMPARE(*seen, present(*officer, std::nullopt));
        QVERIFY(*seen != *board);
    }

    void whoDoesNotWaitGetsNoAnswer()
    {
        TemplateBook made;
        QCOMPARE(made.make(), QString());
        const auto opened = await(SoloLibrary().open(made.copy()));
        QVERIFY(opened);
        ReportRequest request{QStringLiteral("funnel")};
        const auto outdated = std::make_shared<std::atomic_bool>(true);
        request.outdated = outdated;
        const auto answer = await((*opened)->report(request));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Cancelled);
        *outdated = false;
        QVERIFY(await((*opened)->report(request)));
        QCOMPARE(await((*opened)->report({QStringLiteral("turnover")})).error().kind, Error::Kind::Invalid);
    }
};

QTEST_GUILESS_MAIN(TestReports)
#include "tst_reports.moc"
