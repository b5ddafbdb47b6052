// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/book_workspace.h"
#include "tests/support/keyboard.h"
#include "tests/support/test_main.h"
#include "tests/support/ui_context.h"
#include "ui/duplicates/compare_row.h"
#include "ui/duplicates/compare_view.h"
#include "ui/duplicates/duplicates_page.h"
#include "ui/duplicates/value_choice.h"
#include "ui/kit/section_card.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>

using namespace keyturn;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

FieldEdit edit(const char* field, const QVariant& value)
{
    return {s(field), value, std::nullopt};
}

} // namespace

/// The page, used as a person does, over a real book.
class TestDuplicatesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        SoloOptions options;
        options.quickCheckAfterMs = -1;
        const auto made =
            test::await(SoloLibrary(options).create(test::exampleBook(m_folder->filePath(s("book.keyturn")))));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        m_book = *made;
        m_theme = std::make_unique<Theme>();
        m_theme->setReducedMotion(true);
        m_theme->apply();
        m_ui = std::make_unique<UiContext>(UiContext{*m_theme, m_preferences, m_prompts});
    }
    void cleanup()
    {
        m_window.reset();
        m_ui.reset();
        m_theme.reset();
        m_book.reset();
        m_folder.reset();
    }

    void anEmptyBookSaysWhatBelongsHere()
    {
        show();
        QTRY_VERIFY(widget<QWidget>("noPairs")->isVisible());
        QVERIFY(!widget<QWidget>("compareView")->isVisible());
        QVERIFY(!m_page->status().empty());
        QVERIFY(m_page->commands().empty());
    }

    void fieldByFieldAndMerged()
    {
        const LeadId ann = add("Ann Lee", {edit("email", s("ann@example.com")), edit("mobile", s("+13035550142")),
                                           edit("interest_level", s("high"))});
        const LeadId other = add("Anne Lee", {edit("email", s("anne@example.com")), edit("phone", s("+13035550142")),
                                              edit("interest_level", s("low")), edit("profile.city", s("Denver"))});
        AddTask task;
        task.lead = other;
        task.title = s("Call");
        run(task);
        run(AddNote{{}, other, s("A note"), s("general"), false, false, {}, {}});
        show();
        QTRY_COMPARE(m_page->model().rowCount(), 1);
        QTRY_VERIFY(m_page->comparison().isLoaded());
        QAbstractItemModelTester tester(&m_page->model());
        // The one with the longer history is offered to stay; here the other way round is meant.
        QCOMPARE(m_page->comparison().command().keep, other);
        choose("compareKeep", "left");
        QCOMPARE(m_page->comparison().command().keep, ann);
        // Only what differs stands open.
        QVERIFY(widget<CompareRow>("row_email") != nullptr);
        QVERIFY(widget<CompareRow>("row_interest_level") != nullptr);
        QVERIFY(m_page->findChild<CompareRow*>(s("row_source")) == nullptr);
        QVERIFY(widget<SectionCard>("compareSame")->isCollapsed());
        QVERIFY(widget<QWidget>("compareFilled")->isVisible()); // the city
        const QString follows = widget<QLabel>("followsWords")->text();
        QVERIFY2(follows.contains(s("1 note")) && follows.contains(s("1 task")), qPrintable(follows));
        QVERIFY(!widget<QLabel>("stopWords")->isVisible());
        choose("row_interest_level", "right");
        QCOMPARE(m_page->comparison().command().fromOther, QStringList{s("interest_level")});
        QSignalSpy changed(m_book.get(), &Workspace::changed);
        press("mergeButton");
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(!changed.at(0).at(0).value<ChangeSet>().summary.isEmpty()); // for the toast with Undo
        QTRY_VERIFY(widget<QWidget>("noPairs")->isVisible());
        const auto kept = test::await(m_book->lead(ann));
        QCOMPARE(kept->lead.text(s("email")), s("ann@example.com"));
        QCOMPARE(kept->lead.text(s("interest_level")), s("low"));
        QCOMPARE(kept->profile.text(s("city")), s("Denver"));
        QCOMPARE(kept->tasks.size(), 1U);
        // Taken back, the pair is here again.
        QVERIFY(test::await(m_book->undo()));
        QTRY_COMPARE_WITH_TIMEOUT(m_page->model().rowCount(), 1, 10'000);
    }

    void twoPeopleAndTheNextPairByTheKeyboard()
    {
        for (int i = 0; i < 10; ++i) {
            const QString number = QStringLiteral("+1303555%1").arg(i, 4, 10, QLatin1Char('0'));
            for (const char* first : {"Ann", "Anne"}) {
                add(qPrintable(QStringLiteral("%1 Name%2").arg(s(first), QString(QChar(u'a' + i)).repeated(4))),
                    {edit("phone", number)});
            }
        }
        show();
        QTRY_COMPARE(m_page->model().rowCount(), 10);
        m_page->focusContent();
        auto* const list = widget<QListView>("pairs");
        QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget*>(list));
        QTRY_COMPARE(list->currentIndex().row(), 0);
        QTRY_VERIFY(m_page->comparison().isLoaded());
        QTest::keyClick(list, Qt::Key_J);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_K);
        QCOMPARE(list->currentIndex().row(), 1);
        const DuplicatePair pair = m_page->model().pairAt(1);
        const DuplicatePair next = m_page->model().pairAt(2);
        QTRY_VERIFY(m_page->comparison().isLoaded() && m_page->comparison().lead(MergeComparison::Left) == pair.first);
        QTest::keyClick(list, Qt::Key_N);
        QTRY_COMPARE(m_page->model().rowCount(), 9);
        QTRY_COMPARE(m_page->comparison().lead(MergeComparison::Left), next.first);
        QTRY_VERIFY(!m_page->model().isLoading());
        QCOMPARE(m_page->model().rowOf(pair.first, pair.second), -1);
        QCOMPARE(m_page->model().rowCount(), 9);
        // It was said too early: it can be taken back.
        press("takeDecisionBack");
        QTRY_VERIFY(m_page->model().rowOf(pair.first, pair.second) >= 0);
        QCOMPARE(m_page->comparison().lead(MergeComparison::Left), pair.first);
        // Enter leads to the comparison, M merges, and the next pair comes up.
        m_page->focusContent();
        QTRY_VERIFY(m_page->comparison().isLoaded());
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(widget<QWidget>("compareView")->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_M);
        QTRY_COMPARE(m_page->model().rowOf(pair.first, pair.second), -1);
        QTRY_VERIFY(m_page->comparison().isLoaded());
        QVERIFY(m_page->comparison().lead(MergeComparison::Left) != pair.first);
        QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget*>(list));
        QTRY_VERIFY(!m_page->model().isLoading());
        QCOMPARE(m_page->model().rowCount(), 9);
    }

    void changedElsewhereWhileLooking()
    {
        const LeadId ann = add("Ann Lee", {edit("email", s("ann@example.com")), edit("mobile", s("+13035550142"))});
        const LeadId other = add("Anne Lee", {edit("email", s("anne@example.com")), edit("phone", s("+13035550142"))});
        show();
        QTRY_VERIFY(m_page->comparison().isLoaded());
        choose("compareKeep", "left");
        choose("row_email", "right");
        QSignalSpy told(&m_page->comparison(), &MergeComparison::changed);
        run(UpdateLeads{{ann}, {edit("interest_level", s("high"))}});
        run(UpdateLeads{{other}, {edit("interest_level", s("low"))}});
        QTRY_VERIFY(m_page->findChild<CompareRow*>(s("row_interest_level")) != nullptr);
        // What was chosen before stays chosen.
        QCOMPARE(m_page->comparison().command().keep, ann);
        QCOMPARE(m_page->comparison().command().fromOther, QStringList{s("email")});
        QSignalSpy noticed(m_page, &Page::noticed);
        run(DeleteLeads{{other}});
        QTRY_VERIFY(widget<QWidget>("noPairs")->isVisible());
        QVERIFY(m_page->comparison().lead(MergeComparison::Left).isNull());
    }

    void anyTwoCanBeBroughtHere()
    {
        const LeadId ann = add("Ann Lee", {edit("email", s("ann@example.com")), edit("do_not_contact", true)});
        const LeadId bo = add("Bo Ray", {edit("email", s("bo@example.com"))});
        show();
        QTRY_VERIFY(m_page->model().isKnown());
        m_page->compare(bo, ann);
        QTRY_VERIFY(m_page->comparison().isLoaded());
        QVERIFY(widget<QWidget>("compareView")->isVisible());
        choose("compareKeep", "left");
        QVERIFY(widget<QLabel>("stopWords")->isVisible());
        QCOMPARE(m_page->commands().size(), 2U);
        press("mergeButton");
        QTRY_VERIFY(widget<QWidget>("noPairs")->isVisible());
        QVERIFY(test::await(m_book->lead(bo))->lead.flag(s("do_not_contact")));
    }

    void whatIsRefusedIsTold()
    {
        const LeadId ann = add("Ann Lee", {edit("email", s("ann@example.com"))});
        const LeadId bo = add("Bo Ray", {edit("email", s("bo@example.com"))});
        show();
        m_page->compare(ann, bo);
        QTRY_VERIFY(m_page->comparison().isLoaded());
        QSignalSpy failed(m_page, &Page::failed);
        // Behind the page's back and faster than it could see.
        auto removal = m_book->submit(DeleteLeads{{bo}});
        press("mergeButton");
        QVERIFY(test::await(removal));
        QTRY_COMPARE(failed.size(), 1);
        QTRY_VERIFY(m_page->comparison().lead(MergeComparison::Left).isNull());
    }

    void fiveHundredPairsAreAList()
    {
        ImportOrder order;
        ImportBatch list;
        list.sourceName = s("list.csv");
        list.format = s("csv");
        const auto batch = test::await(m_book->beginImport(list));
        order.batch = batch->id;
        order.duplicates = Duplicates::Create;
        for (int i = 0; i < 1'010; ++i) {
            ImportRow row;
            row.line = i + 1;
            row.values = {{s("name"), QStringLiteral("Ann %1").arg(QString(QChar(u'b' + i / 2 % 20)).repeated(3))},
                          {s("phone"), QStringLiteral("+1303%1").arg(5550000 + i / 2)}};
            order.rows.push_back(row);
        }
        QVERIFY(test::await(m_book->importRows(order)));
        show();
        QTRY_COMPARE_WITH_TIMEOUT(m_page->model().rowCount(), 500, 20'000);
        QCOMPARE(m_page->model().total(), 505);
        QVERIFY(widget<QLabel>("pairsHeading")->text().contains(s("505")));
    }

    void everythingIsReachedByTab()
    {
        add("Ann Lee", {edit("email", s("ann@example.com")), edit("mobile", s("+13035550142"))});
        add("Anne Lee", {edit("email", s("anne@example.com")), edit("phone", s("+13035550142"))});
        show();
        QTRY_VERIFY(m_page->comparison().isLoaded());
        m_page->focusContent();
        const QStringList complaints = test::unreachable(m_page, test::reachedByTab(m_page));
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(QLatin1Char('\n'))));
    }

private:
    void show()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(1208, 640);
        m_page = new DuplicatesPage(*m_book, *m_ui, m_window.get());
        m_page->resize(m_window->size());
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    LeadId add(const char* name, std::vector<FieldEdit> fields)
    {
        CreateLead command;
        UuidV7 ids;
        command.id = LeadId(ids.next(SystemClock().now()));
        fields.push_back(edit("name", s(name)));
        command.fields = std::move(fields);
        run(command);
        return command.id;
    }
    void run(const Command& command)
    {
        const auto done = test::await(m_book->submit(command));
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    }
    template<typename Widget>
    Widget* widget(const char* name)
    {
        auto* found = m_page->findChild<Widget*>(s(name));
        if (found == nullptr) {
            qFatal("no %s", name);
        }
        return found;
    }
    void press(const char* name) { widget<QAbstractButton>(name)->click(); }
    void choose(const char* row, const char* side)
    {
        widget<CompareRow>(row)->findChild<ValueChoice*>(s(side))->click();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<Workspace> m_book;
    test::KeptPreferences m_preferences;
    test::WillingPrompts m_prompts;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<UiContext> m_ui;
    std::unique_ptr<QWidget> m_window;
    DuplicatesPage* m_page = nullptr;
};

QTEST_MAIN(TestDuplicatesPage)
#include "tst_duplicates_page_x11.moc"
