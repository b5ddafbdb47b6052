// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_workspace.h"
#include "tests/support/test_catalogue.h"
#include "tests/support/test_main.h"
#include "tests/support/ui_context.h"
#include "ui/leadkit/filter_bar.h"
#include "ui/leads/bulk_bar.h"
#include "ui/leads/leads_page.h"
#include "ui/leads/leads_table.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace keyturn;

namespace {

struct Fixture
{
    Theme theme;
    test::KeptPreferences preferences;
    test::WillingPrompts prompts;
    UiContext ui{theme, preferences, prompts};
    test::FakeWorkspace book{test::catalogue()};
    LeadStore store{book};
    QWidget window;
    std::unique_ptr<LeadsPage> page;

    explicit Fixture(bool dark = false)
    {
        theme.setReducedMotion(true);
        theme.setAppearance(dark ? Theme::Appearance::Dark : Theme::Appearance::Light);
    }
    void addMany(int count)
    {
        QRandomGenerator random(7);
        for (int i = 1; i <= count; ++i) {
            book.add(test::randomCard(random, book.catalogue(), quint32(i), book.time.now()));
        }
    }
    void open(QSize size = QSize(1368, 820))
    {
        store.load();
        // A window of its own without a layout: the offscreen platform complains about every size hint.
        window.resize(size);
        page = std::make_unique<LeadsPage>(book, store, ui, &window);
        page->setGeometry(window.rect());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.activateWindow();
        QTRY_VERIFY(store.isComplete());
        QCoreApplication::sendPostedEvents();
    }
    [[nodiscard]] StageId stage(const char* key) const
    {
        return book.catalogue().stageByKey(QString::fromLatin1(key))->id;
    }
    void selectRows(int count) const
    {
        page->table().selectionModel()->select(
            QItemSelection(page->model().index(0, 0), page->model().index(count - 1, 0)),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    template<typename T>
    [[nodiscard]] const T& command() const
    {
        return std::get<T>(book.submitted.back());
    }
    void picture(const QString& name) const
    {
        const QString folder = qEnvironmentVariable("KEYTURN_PICTURES");
        if (!folder.isEmpty()) {
            page->grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
        }
    }
};

} // namespace

class TestLeadsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void showsAllLeads_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void showsAllLeads()
    {
        QFETCH(bool, dark);
        Fixture f(dark);
        f.addMany(60);
        f.open();
        QCOMPARE(f.page->model().rowCount(), 60);
        QVERIFY(f.page->table().isVisible());
        QVERIFY(!f.page->bulkBar().isVisible());
        f.selectRows(3);
        QVERIFY(f.page->bulkBar().isVisible());
        QVERIFY(f.page->status().back().text.startsWith(QLatin1Char('3')));
        f.picture(QStringLiteral("leads-%1").arg(QString::fromLatin1(QTest::currentDataTag())));
    }

    void bulkEditsAreOneCommand()
    {
        Fixture f;
        f.addMany(40);
        f.open();
        f.selectRows(25);
        const std::vector<LeadId> leads = f.page->table().selectedLeads();
        QCOMPARE(leads.size(), size_t(25));
        f.book.hold();
        Q_EMIT f.page->bulkBar().tagAdded(QStringLiteral("Spring"));
        QCOMPARE(f.book.submitted.size(), size_t(1));
        QCOMPARE(f.command<TagLeads>().leads.size(), size_t(25));
        auto* stage = f.page->findChild<QWidget*>(QStringLiteral("bulkStage"));
        QVERIFY(!stage->isEnabled()); // it says what it is doing
        f.book.release();
        QTRY_VERIFY(stage->isEnabled());
        QTRY_VERIFY(f.store.table().card(f.store.table().rowOf(leads[3])).tags.contains(QStringLiteral("Spring")));
        Q_EMIT f.page->bulkBar().temperatureChosen(Temperature::Hot);
        QTRY_COMPARE(f.book.leads().value(leads[7]).temperature, Temperature::Hot);
        Q_EMIT f.page->bulkBar().ownerChosen(UserId());
        QTRY_VERIFY(f.book.leads().value(leads[7]).owner.isNull());
        QCOMPARE(f.book.submitted.size(), size_t(3));
        QCOMPARE(f.page->table().selectedCount(), 25); // by identity, whatever was sorted meanwhile
    }

    void twoLeadsCanBeMerged()
    {
        Fixture f;
        f.addMany(12);
        f.open();
        auto* merge = f.page->findChild<QAbstractButton*>(QStringLiteral("bulkMerge"));
        QSignalSpy asked(f.page.get(), &LeadsPage::mergeRequested);
        f.selectRows(3);
        QVERIFY(!merge->isVisible());
        f.selectRows(2);
        QVERIFY(merge->isVisible());
        const auto leads = f.page->table().selectedLeads();
        const auto offered = f.page->commands();
        QVERIFY(std::ranges::any_of(offered,
                                    [](const PageCommand& one) { return one.id == QLatin1String("leads.merge"); }));
        merge->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.at(0).at(0).value<LeadId>(), leads.front());
        QCOMPARE(asked.at(0).at(1).value<LeadId>(), leads.back());
        f.selectRows(1);
        QVERIFY(!merge->isVisible());
    }

    void bulkMovesAskForAReasonWhereOneIsNeeded()
    {
        Fixture f;
        f.addMany(30);
        f.open();
        f.selectRows(4);
        const std::vector<LeadId> leads = f.page->table().selectedLeads();
        Q_EMIT f.page->bulkBar().stageChosen(f.stage("processing"));
        QTRY_COMPARE(f.book.leads().value(leads[2]).stage, f.stage("processing"));
        const size_t before = f.book.submitted.size();
        Q_EMIT f.page->bulkBar().stageChosen(f.stage("lost"));
        auto* codes = f.window.findChild<QListWidget*>(QStringLiteral("reasonCodes"));
        QVERIFY(codes != nullptr && codes->isVisible());
        QCOMPARE(f.book.submitted.size(), before);
        codes->setCurrentRow(1);
        QTest::keyClick(codes, Qt::Key_Return);
        QTRY_COMPARE(f.book.leads().value(leads[2]).stage, f.stage("lost"));
        QCOMPARE(f.command<MoveStage>().leads.size(), size_t(4));
    }

    void aRefusalIsSaidAndTheBarIsFreeAgain()
    {
        Fixture f;
        f.addMany(5);
        f.open();
        f.selectRows(2);
        QSignalSpy failed(f.page.get(), &Page::failed);
        f.book.failNext(Error{Error::Kind::Refused, QStringLiteral("Not allowed."), {}, {}});
        Q_EMIT f.page->bulkBar().tagAdded(QStringLiteral("Spring"));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(f.page->findChild<QWidget*>(QStringLiteral("bulkStage"))->isEnabled());
    }

    void theKeyboardOpensRemovesAndCopies()
    {
        Fixture f;
        f.addMany(10);
        f.open();
        f.page->focusContent();
        LeadsTable& table = f.page->table();
        QTest::keyClick(&table, Qt::Key_Down);
        QSignalSpy opened(f.page.get(), &Page::openLeadRequested);
        QTest::keyClick(&table, Qt::Key_Return);
        QTest::keyClick(&table, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(opened.size(), 2);
        QCOMPARE(opened.at(1).at(1).value<LeadPlace>(), LeadPlace::Page);
        f.selectRows(2);
        const QString text = table.selectedText();
        QCOMPARE(text.count(QLatin1Char('\n')), 2);
        QVERIFY(text.section(QLatin1Char('\n'), 0, 0).contains(QLatin1Char('\t')));
        QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), text);
        const std::vector<LeadId> leads = table.selectedLeads();
        QTest::keyClick(&table, Qt::Key_Delete);
        QTRY_COMPARE(f.page->model().rowCount(), 8);
        QCOMPARE(f.command<DeleteLeads>().leads, leads);
        QVERIFY(!f.page->bulkBar().isVisible());
    }

    void columnsAndSortingAreRemembered()
    {
        Fixture f;
        f.addMany(10);
        f.open();
        QMenu menu;
        f.page->table().fillColumnMenu(&menu);
        QCOMPARE(menu.actions().size(), qsizetype(LeadListModel::columnTotal));
        QVERIFY(f.page->table().isColumnHidden(LeadListModel::Email));
        menu.actions().at(LeadListModel::Email)->trigger();
        f.page->table().horizontalHeader()->moveSection(
            f.page->table().horizontalHeader()->visualIndex(LeadListModel::Email), 1);
        f.page->table().sortByColumn(LeadListModel::Amount, Qt::DescendingOrder);
        QTRY_VERIFY(f.preferences.value(QStringLiteral("leads.columns"))
                        .toStringList()
                        .value(1)
                        .startsWith(LeadListModel::columnKey(LeadListModel::Email)));
        f.page = std::make_unique<LeadsPage>(f.book, f.store, f.ui);
        QVERIFY(!f.page->table().isColumnHidden(LeadListModel::Email));
        QCOMPARE(f.page->table().horizontalHeader()->visualIndex(LeadListModel::Email), 1);
        QCOMPARE(f.page->model().sortColumn(), int(LeadListModel::Amount));
        QCOMPARE(f.page->model().sortOrder(), Qt::DescendingOrder);
    }

    void filtersAndEmptyStates()
    {
        Fixture f;
        f.open();
        QTRY_VERIFY(f.page->findChild<QWidget*>(QStringLiteral("noLeads"))->isVisible());
        QSignalSpy wanted(f.page.get(), &Page::newLeadRequested);
        f.page->findChild<QAbstractButton*>(QStringLiteral("leadsNewLead"))->click();
        QCOMPARE(wanted.size(), 1);

        Fixture g;
        g.addMany(20);
        g.open();
        auto* text = g.page->findChild<QLineEdit*>(QStringLiteral("filterText"));
        QTest::keyClicks(text, QStringLiteral("zzzzqq"));
        auto* clear = g.page->findChild<QAbstractButton*>(QStringLiteral("clearFilters"));
        QTRY_VERIFY(clear->isVisible());
        clear->click();
        QTRY_COMPARE(g.page->model().rowCount(), 20);
        QVERIFY(g.page->table().isVisible());
    }

    /// A long list is gone through in slices: until the last of them, nothing is said to be missing.
    void nothingIsMissingWhileItIsLookedFor()
    {
        Fixture f;
        f.addMany(100'000);
        f.window.resize(1368, 820);
        f.page = std::make_unique<LeadsPage>(f.book, f.store, f.ui, &f.window);
        QWidget* const noMatch = f.page->findChild<QWidget*>(QStringLiteral("noMatch"));
        QVERIFY(noMatch);
        f.page->findChild<QLineEdit*>(QStringLiteral("filterText"))->setText(QStringLiteral("nobody of that name"));
        // After the page itself has heard of it.
        bool isLooking = false;
        connect(&f.store, &LeadStore::completed, this, [&] {
            isLooking = !f.page->model().isSettled() && noMatch->isHidden() &&
                        f.page->status().front().text == QStringLiteral("Reading the leads…");
        });
        f.store.load();
        QTRY_VERIFY(f.store.isComplete());
        QVERIFY(isLooking);
        QTRY_VERIFY(!noMatch->isHidden());
        QCOMPARE(f.page->status().front().text, QStringLiteral("0 lead(s)"));
    }

    void manyRows()
    {
        Fixture f;
        f.addMany(100'000);
        f.open();
        QTRY_COMPARE_WITH_TIMEOUT(f.page->model().rowCount(), 100'000, 20'000);
        f.page->table().scrollToBottom();
        f.page->grab();
        f.page->table().selectAll();
        QCOMPARE(f.page->table().selectedCount(), 100'000);
        QCOMPARE(f.page->table().selectedLeads().size(), size_t(100'000));
        f.picture(QStringLiteral("leads-100000"));
    }
};

QTEST_MAIN(TestLeadsPage)
#include "tst_leads_page.moc"
