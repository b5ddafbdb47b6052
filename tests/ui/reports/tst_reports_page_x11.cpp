// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/solo_library.h"
#include "models/workspace/when_ready.h"
#include "tests/support/book_workspace.h"
#include "tests/support/fake_workspace.h"
#include "tests/support/test_catalogue.h"
#include "tests/support/test_main.h"
#include "tests/support/ui_context.h"
#include "ui/kit/button.h"
#include "ui/reports/bar_view.h"
#include "ui/reports/report_bar.h"
#include "ui/reports/report_table.h"
#include "ui/reports/report_tile.h"
#include "ui/reports/report_tiles.h"
#include "ui/reports/reports_page.h"

#include <QAbstractBarSeries>
#include <QAbstractItemModelTester>
#include <QBarSet>
#include <QBuffer>
#include <QChart>
#include <QFile>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace keyturn;
using namespace keyturn::test;

namespace {

// Thursday, November 19, 2026, 9:41 AM in Denver.
const Instant now = Instant::fromDateTime(QDateTime(QDate(2026, 11, 19), QTime(16, 41), Qt::UTC));

/// The page over a book, shown.
struct Desk
{
    explicit Desk(std::shared_ptr<Workspace> workspace)
        : book(std::move(workspace))
        , store(*book)
        , context{theme, preferences, prompts}
    {
        theme.apply();
        store.load();
        page = std::make_unique<ReportsPage>(*book, store, context);
        page->resize(1200, 800);
    }
    void show()
    {
        page->show();
        (void)QTest::qWaitForWindowExposed(page.get());
    }
    [[nodiscard]] bool settle() const
    {
        return QTest::qWaitFor([this] { return store.isComplete() && page->isSettled(); }, 30'000);
    }
    [[nodiscard]] ReportCard* card(ReportTab tab, const char* report) const
    {
        for (ReportCard* one : page->cards(tab)) {
            if (one->plan().report == QLatin1String(report)) {
                return one;
            }
        }
        return nullptr;
    }

    std::shared_ptr<Workspace> book;
    Theme theme;
    KeptPreferences preferences;
    WillingPrompts prompts;
    LeadStore store;
    UiContext context;
    std::unique_ptr<ReportsPage> page;
};

std::shared_ptr<Workspace> sample(const QTemporaryDir& folder, int leads)
{
    SoloOptions options;
    options.clock = std::make_shared<ManualClock>(now);
    NewBook order;
    order.path = folder.filePath(QStringLiteral("sample.keyturn"));
    order.isSample = true;
    order.sampleLeads = leads;
    order.timezone = QStringLiteral("America/Denver");
    const auto made = await(SoloLibrary(options).create(order));
    return made ? *made : nullptr;
}

std::shared_ptr<FakeWorkspace> fake()
{
    auto book = std::make_shared<FakeWorkspace>(catalogue(), now);
    LeadCard card;
    card.id = LeadId::fromString(QStringLiteral("01900000-0000-7000-8000-00000000000a"));
    card.stage = book->catalogue().stages.front().id;
    card.name = QStringLiteral("Ann Lee");
    book->add(card);
    return book;
}

} // namespace

class TestReportsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init() { failOnAnyWarning(); }

    void everyFigureOpensItsLeads()
    {
        QTemporaryDir folder;
        Desk desk(sample(folder, 60));
        QVERIFY(desk.book);
        desk.show();
        QVERIFY(desk.settle());
        QSignalSpy wanted(desk.page.get(), &ReportsPage::leadsRequested);
        int opened = 0;
        for (int tab = 0; tab < reportTabCount; ++tab) {
            desk.page->showTab(static_cast<ReportTab>(tab));
            QVERIFY(desk.settle());
            for (ReportCard* card : desk.page->cards(static_cast<ReportTab>(tab))) {
                QVERIFY(card->isVisible());
                QAbstractItemModelTester tester(&card->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
                for (int row = 0; row < card->model().rowCount(); ++row) {
                    for (int column = 0; column < card->model().columnCount(); ++column) {
                        const QModelIndex index = card->model().index(row, column);
                        const bool isCount =
                            index.data(ReportModel::ColumnKind).toInt() == int(ReportColumn::Kind::Count);
                        if (!index.data(ReportModel::Opens).toBool() ||
                            !index.data(ReportModel::Lead).value<LeadId>().isNull()) {
                            continue;
                        }
                        wanted.clear();
                        Q_EMIT card->table().opened(index);
                        QVERIFY2(wanted.wait(10'000), qPrintable(card->accessibleName()));
                        const auto leads = wanted[0][0].value<std::vector<LeadId>>();
                        QVERIFY(!leads.empty());
                        const bool isOfLeads = isCount && card->plan().report != QLatin1String("lo_activity_report") &&
                                               card->plan().report != QLatin1String("activity_counts_by_type");
                        if (isOfLeads) {
                            QCOMPARE(qint64(leads.size()), index.data(ReportModel::RawValue).toLongLong());
                        }
                        ++opened;
                    }
                }
            }
        }
        QVERIFY(opened > 40);
        desk.page->showTab(ReportTab::Overview);
        QVERIFY(desk.settle());
        for (ReportTile* tile : desk.page->tiles().tiles()) {
            QVERIFY(!tile->accessibleName().isEmpty());
            if (tile->isEnabled() && tile->objectName() != QLatin1String("tile_funded")) {
                wanted.clear();
                tile->click();
                QVERIFY2(wanted.wait(10'000), qPrintable(tile->accessibleName()));
            }
        }
    }

    void aRowOfALeadOpensTheLead()
    {
        QTemporaryDir folder;
        Desk desk(sample(folder, 60));
        desk.page->showTab(ReportTab::Activity);
        desk.show();
        QVERIFY(desk.settle());
        ReportCard* card = desk.card(ReportTab::Activity, "recent_activities");
        QVERIFY(card && card->model().rowCount() > 0);
        QSignalSpy opened(desk.page.get(), &Page::openLeadRequested);
        const int column = int(card->plan().shown.indexOf(QStringLiteral("lead")));
        card->table().setFocus();
        card->table().setCurrentIndex(card->model().index(0, column));
        QTest::keyClick(&card->table(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].value<LeadId>(), card->model().index(0, column).data(ReportModel::Lead).value<LeadId>());
    }

    void onlyWhatIsShownIsCounted()
    {
        const auto book = fake();
        Desk desk(book);
        QTRY_VERIFY(desk.store.isComplete());
        book->tell({});
        QTest::qWait(50);
        QVERIFY(book->reports.empty());
        desk.show();
        QTRY_VERIFY(!book->reports.empty());
        QVERIFY(desk.settle());
        const auto has = [&book](const char* name) {
            return std::ranges::any_of(book->reports,
                                       [&](const ReportRequest& one) { return one.name == QLatin1String(name); });
        };
        QVERIFY(has("funnel"));
        QVERIFY(has("key_figures"));
        QVERIFY(!has("pipeline_on"));
        // Many changes are one new count, a moment later.
        book->reports.clear();
        for (int i = 0; i < 20; ++i) {
            book->tell({});
        }
        QVERIFY(book->reports.empty());
        QTRY_VERIFY_WITH_TIMEOUT(desk.page->isSettled() && !book->reports.empty(), 10'000);
        QCOMPARE(std::ranges::count(book->reports, QStringLiteral("funnel"), &ReportRequest::name), 1);
        // Nobody looks: nothing is counted, and what was under way is let go.
        book->hold();
        desk.page->showTab(ReportTab::Pipeline);
        desk.page->hide();
        QVERIFY(*book->reports.back().outdated);
        book->release();
        book->reports.clear();
        book->tell({});
        QTest::qWait(50);
        QVERIFY(book->reports.empty());
        desk.page->show();
        QTRY_VERIFY(has("pipeline_on"));
    }

    void choicesAreAskedFor()
    {
        const auto book = fake();
        Desk desk(book);
        desk.show();
        QVERIFY(desk.settle());
        const auto last = [&book](const char* name) {
            const auto found = std::find_if(book->reports.rbegin(), book->reports.rend(),
                                            [&](const ReportRequest& one) { return one.name == QLatin1String(name); });
            return found == book->reports.rend() ? ReportRequest() : *found;
        };
        QCOMPARE(*last("funnel").from, QDate(2026, 1, 1));
        QCOMPARE(*last("funnel").to, QDate(2026, 11, 19));
        desk.page->bar().setSpan({ReportSpan::Kind::LastMonth, {}, {}});
        QCOMPARE(*last("funnel").from, QDate(2026, 10, 1));
        QCOMPARE(*last("funnel").to, QDate(2026, 10, 31));
        desk.page->bar().setOwner(UserId());
        QVERIFY(last("funnel").owner && last("funnel").owner->isNull());
        desk.page->bar().setDay(QDate(2026, 6, 30));
        QCOMPARE(desk.page->bar().tab(), int(ReportTab::Pipeline));
        QCOMPARE(*last("pipeline_on").to, QDate(2026, 6, 30));
        QVERIFY(!desk.page->bar().findChild<Button*>(QStringLiteral("reportPeriod"))->isVisible());
        // The menu chooses too.
        desk.page->showTab(ReportTab::Sources);
        desk.page->bar().findChild<Button*>(QStringLiteral("reportPeriod"))->click();
        auto* menu = desk.page->bar().findChild<QMenu*>(QStringLiteral("periodMenu"));
        QVERIFY(menu);
        menu->actions().at(1)->trigger();
        menu->close();
        QCOMPARE(desk.page->bar().span().kind, ReportSpan::Kind::ThisMonth);
        QCOMPARE(desk.preferences.value(QStringLiteral("reports.period")).toString(), QStringLiteral("this_month"));
    }

    void spansMoveWithTheCalendar_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("to");
        const auto row = [](const char* text, QDate from, QDate to) {
            QTest::newRow(text) << QString::fromLatin1(text) << from << to;
        };
        row("seven_days", {2026, 11, 13}, {2026, 11, 19});
        row("this_month", {2026, 11, 1}, {2026, 11, 19});
        row("last_month", {2026, 10, 1}, {2026, 10, 31});
        row("this_quarter", {2026, 10, 1}, {2026, 11, 19});
        row("this_year", {2026, 1, 1}, {2026, 11, 19});
        row("last_year", {2025, 1, 1}, {2025, 12, 31});
        row("2026-02-03/2026-02-04", {2026, 2, 3}, {2026, 2, 4});
        row("nonsense", {2026, 1, 1}, {2026, 11, 19});
    }
    void spansMoveWithTheCalendar()
    {
        QFETCH(QString, text);
        const ReportSpan span = ReportSpan::fromText(text);
        const auto [from, to] = span.days(QDate(2026, 11, 19));
        QTEST(from, "from");
        QTEST(to, "to");
        if (text != QLatin1String("nonsense")) {
            QCOMPARE(span.toText(), text);
        }
    }

    void chartsStandBesideTheirRows()
    {
        QTemporaryDir folder;
        Desk desk(sample(folder, 200));
        desk.show();
        QVERIFY(desk.settle());
        ReportCard* card = desk.card(ReportTab::Overview, "funnel");
        BarView* bars = card->table().bars();
        QVERIFY(bars && bars->isVisible());
        QVERIFY(!bars->accessibleName().isEmpty());
        QVERIFY(!bars->accessibleDescription().isEmpty());
        QCOMPARE(bars->height(), card->model().entryCount() * ReportTableView::rowHeight);
        QCOMPARE(qRound(bars->chart().plotArea().height()), bars->height());
        const auto all = bars->chart().series();
        QVERIFY(!all.isEmpty());
        // In the dark it has the colours of the dark.
        const auto colour = [&bars] {
            return qobject_cast<QAbstractBarSeries*>(bars->chart().series().back())->barSets().front()->color();
        };
        const QColor before = colour();
        desk.theme.setAppearance(Theme::Appearance::Dark);
        QVERIFY(colour() != before);
        QSignalSpy wanted(desk.page.get(), &ReportsPage::leadsRequested);
        Q_EMIT bars->clicked(0);
        QVERIFY(wanted.wait(10'000));
    }

    void reportsAreSavedWhole()
    {
        QTemporaryDir folder;
        Desk desk(sample(folder, 60));
        desk.show();
        QVERIFY(desk.settle());
        QSignalSpy noticed(desk.page.get(), &Page::noticed);
        QSignalSpy failed(desk.page.get(), &Page::failed);
        desk.prompts.file = folder.filePath(QStringLiteral("all.pdf"));
        desk.page->bar().findChild<Button*>(QStringLiteral("reportExport"))->click();
        QTRY_COMPARE(noticed.size(), 1);
        QFile pdf(desk.prompts.file);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        const QByteArray content = pdf.readAll();
        QVERIFY(content.startsWith("%PDF-"));
        QVERIFY(content.trimmed().endsWith("%%EOF"));
        QVERIFY(content.size() > 5'000);

        desk.prompts.file = folder.filePath(QStringLiteral("funnel.csv"));
        ReportCard* card = desk.card(ReportTab::Overview, "funnel");
        Q_EMIT card->csvWanted();
        QTRY_COMPARE(noticed.size(), 2);
        QFile csv(desk.prompts.file);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QByteArray bytes = csv.readAll();
        QVERIFY(bytes.startsWith("\xEF\xBB\xBF")); // which spreadsheets want
        const QStringList lines = QString::fromUtf8(bytes).split(QStringLiteral("\r\n"));
        QCOMPARE(lines.first(), QStringLiteral("stage,leads,of_previous"));
        QCOMPARE(lines.size(), card->model().entryCount() + 2);
        QVERIFY(lines[1].startsWith(card->model().index(0, 0).data(ReportModel::RawValue).toString()));

        desk.prompts.file = folder.filePath(QStringLiteral("missing/funnel.csv"));
        Q_EMIT card->csvWanted();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!QFile::exists(desk.prompts.file));
        // The book itself is no place for it.
        desk.prompts.file = folder.filePath(QStringLiteral("sample.keyturn"));
        Q_EMIT card->csvWanted();
        QTRY_COMPARE(failed.size(), 2);
    }

    void cellsOfFilesAreHarmless()
    {
        ReportSheet sheet;
        sheet.keys = {QStringLiteral("lead"), QStringLiteral("n")};
        sheet.heads = sheet.keys;
        sheet.toRight = {false, true};
        const auto add = [&sheet](const char* name, const char* number) {
            sheet.rows.push_back({{{}, QString::fromUtf8(name)}, {{}, QString::fromLatin1(number)}});
        };
        add("=HYPERLINK(\"x\")", "-5");
        add("O'Neil, \"Bo\"", "1");
        add("two\nlines", "");
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        QVERIFY(writeCsv(sheet, buffer));
        QCOMPARE(QString::fromUtf8(buffer.data()),
                 QStringLiteral("lead,n\r\n\"'=HYPERLINK(\"\"x\"\")\",-5\r\n\"O'Neil, \"\"Bo\"\"\",1\r\n"
                                "\"two\nlines\",\r\n"));
    }

    void anEmptyBookSaysWhatBelongsHere()
    {
        Desk desk(std::make_shared<FakeWorkspace>(catalogue(), now));
        desk.show();
        QTRY_VERIFY(desk.store.isComplete());
        auto* empty = desk.page->findChild<QWidget*>(QStringLiteral("reportsEmpty"));
        QTRY_VERIFY(empty->isVisible());
        QSignalSpy wanted(desk.page.get(), &Page::newLeadRequested);
        desk.page->findChild<Button*>(QStringLiteral("reportsNewLead"))->click();
        QCOMPARE(wanted.size(), 1);
        QVERIFY(desk.page->status().empty());
    }

    void troubleIsSaidInItsPlace()
    {
        const auto book = fake();
        Desk desk(book);
        QTRY_VERIFY(desk.store.isComplete());
        book->failQueries(Error{Error::Kind::Storage, QStringLiteral("The disk is full."), {}, {}});
        desk.show();
        QVERIFY(desk.settle());
        ReportCard* card = desk.card(ReportTab::Overview, "funnel");
        auto* again = card->findChild<Button*>(QStringLiteral("cardAgain"));
        QVERIFY(again->isVisible());
        book->failQueries(std::nullopt);
        again->click();
        QTRY_VERIFY(!again->isVisible());
    }
};

QTEST_MAIN(TestReportsPage)
#include "tst_reports_page_x11.moc"
