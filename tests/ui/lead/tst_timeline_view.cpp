// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/lead/lead_fixture.h"
#include "ui/lead/timeline_layout.h"
#include "ui/lead/timeline_panel.h"
#include "ui/lead/timeline_rows.h"
#include "ui/lead/timeline_view.h"

#include <QAccessible>
#include <QPlainTextEdit>
#include <QScrollBar>

using namespace keyturn;
using namespace keyturn::test;

namespace {

/// Lines of growing length, handed out by pages.
class PagedList final : public QAbstractListModel
{
public:
    explicit PagedList(int total)
        : m_total(total)
    {}
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_numbers.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(m_numbers[static_cast<std::size_t>(index.row())]) : QVariant();
    }
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override
    {
        return !parent.isValid() && m_given < m_total;
    }
    void fetchMore(const QModelIndex& parent) override
    {
        Q_UNUSED(parent)
        ++pages;
        append(50);
    }
    void append(int count)
    {
        const int first = rowCount();
        beginInsertRows({}, first, first + count - 1);
        for (int i = 0; i < count; ++i) {
            m_numbers.push_back(m_given++);
        }
        endInsertRows();
    }
    void prepend(int number)
    {
        beginInsertRows({}, 0, 0);
        m_numbers.insert(m_numbers.begin(), number);
        endInsertRows();
    }
    [[nodiscard]] int number(int row) const { return m_numbers[static_cast<std::size_t>(row)]; }

    int pages = 0;

private:
    int m_total;
    int m_given = 0;
    std::vector<int> m_numbers;
};

TimelineRow rowOf(int number)
{
    TimelineRow row;
    row.icon = QStringLiteral("phone");
    row.time = QStringLiteral("9:12 AM");
    row.sentence = {{QStringLiteral("Entry %1").arg(number), true}};
    row.details = {{QStringLiteral("word ").repeated(1 + (number * 37) % 90), false}};
    return row;
}

} // namespace

class TestTimelineView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void addsUpUnequalRows()
    {
        TimelineLayout layout(50);
        layout.reset(1000);
        QCOMPARE(layout.total(), 50'000);
        QCOMPARE(layout.setHeight(10, 80), 30);
        QCOMPARE(layout.top(10), 500);
        QCOMPARE(layout.top(11), 580);
        QCOMPARE(layout.rowAt(579), 10);
        QCOMPARE(layout.rowAt(580), 11);
        QCOMPARE(layout.rowAt(-5), 0);
        QCOMPARE(layout.rowAt(1'000'000), 999);
        layout.insert(0, 2);
        QCOMPARE(layout.top(13), 680);
        layout.remove(0, 13);
        QCOMPARE(layout.total(), 989 * 50);
        layout.reset(0);
        QCOMPARE(layout.rowAt(0), -1);
    }

    void laysOutOnlyWhatIsNear()
    {
        LeadFixture f;
        PagedList model(100'000);
        model.append(100'000);
        TimelineView view(f.theme, false);
        fill(view, model);
        const Window window(view, {600, 700});
        QVERIFY(view.measuredRows() < 100);
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2);
        QTest::qWait(1);
        QVERIFY(view.measuredRows() < 300);
        const QModelIndex middle = view.indexAt({10, 300});
        QVERIFY(middle.row() > 30'000 && middle.row() < 70'000);
        QCOMPARE(view.indexAt(view.visualRect(middle).center()), middle);
    }

    void pagesWhileScrolling()
    {
        LeadFixture f;
        PagedList model(2'000);
        TimelineView view(f.theme, false);
        fill(view, model);
        const Window window(view, {600, 700});
        QTRY_VERIFY(model.rowCount() >= 50);
        QTRY_VERIFY(!model.canFetchMore({}) || view.verticalScrollBar()->maximum() > 700);
        const int first = model.pages;
        QVERIFY(first < 5);
        for (int i = 0; i < 400 && model.canFetchMore({}); ++i) {
            view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum());
            QTest::qWait(1);
        }
        QCOMPARE(model.rowCount(), 2'000);
        for (int row = 0; row < model.rowCount(); ++row) {
            QCOMPARE(model.number(row), row);
        }
    }

    void keepsTheReadersPlaceWhenSomethingComesOnTop()
    {
        LeadFixture f;
        PagedList model(500);
        model.append(500);
        TimelineView view(f.theme, false);
        fill(view, model);
        const Window window(view, {600, 700});
        view.verticalScrollBar()->setValue(5'000);
        const QModelIndex before = view.indexAt({10, 100});
        const int number = model.number(before.row());
        const int top = view.visualRect(before).top();
        model.prepend(7'777);
        QTest::qWait(1);
        const QModelIndex after = view.indexAt({10, 100});
        QCOMPARE(model.number(after.row()), number);
        QCOMPARE(view.visualRect(after).top(), top);
    }

    void scrollsBackUpWithoutJumps()
    {
        LeadFixture f;
        PagedList model(5'000);
        model.append(5'000);
        TimelineView view(f.theme, false);
        fill(view, model);
        const Window window(view, {600, 700});
        view.verticalScrollBar()->setValue(100'000);
        QTest::qWait(1);
        for (int i = 0; i < 60; ++i) {
            const QModelIndex seen = view.indexAt({10, 400});
            const int top = view.visualRect(seen).top();
            view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() - 50);
            QCOMPARE(view.visualRect(seen).top(), top + 50);
        }
    }

    void marksWhatIsPrivateInWords()
    {
        LeadFixture f;
        f.entry(f.rosa, QStringLiteral("private_note"), QStringLiteral("Nervous about the appraisal."), 2);
        TimelinePanel panel(f.book, f.context(), false);
        const Window window(panel, {600, 700});
        panel.setLead(f.rosa);
        QTRY_COMPARE(panel.model().rowCount(), 1);
        const TimelineRow row = TimelineRows(panel.model(), false).row(0);
        QVERIFY(row.marks.contains(QStringLiteral("only you")));
        QVERIFY(row.spoken().contains(QStringLiteral("Nervous")));
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&panel.view());
        QVERIFY(list);
        QCOMPARE(list->childCount(), 1);
        QVERIFY(!list->child(0)->text(QAccessible::Name).isEmpty());
    }

    void correctsInPlaceByANewEntry()
    {
        LeadFixture f;
        const TimelineEntry call = f.entry(f.rosa, QStringLiteral("call_logged"), QStringLiteral("Said yes."), 2);
        TimelinePanel panel(f.book, f.context(), false);
        const Window window(panel, {600, 700});
        panel.setLead(f.rosa);
        QTRY_COMPARE(panel.model().rowCount(), 1);
        panel.view().setFocus();
        panel.view().setCurrentIndex(panel.model().index(0, 0));
        QTest::keyClick(&panel.view(), Qt::Key_C);
        auto* text = panel.findChild<QPlainTextEdit*>(QStringLiteral("correctionText"));
        QVERIFY(text);
        QCOMPARE(text->toPlainText(), QStringLiteral("Said yes."));
        text->setPlainText(QStringLiteral("Said maybe."));
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(f.sent<CorrectActivity>().size(), std::size_t(1));
        QCOMPARE(f.sent<CorrectActivity>().front().activity, call.id);
        QCOMPARE(f.sent<CorrectActivity>().front().text, QStringLiteral("Said maybe."));
    }

    void writesMarkdownAsRuns()
    {
        const std::vector<TextRun> runs = markdownRuns(QStringLiteral("- a **b** c\n* d"));
        QCOMPARE(runs.size(), std::size_t(3));
        QVERIFY(runs[1].strong);
        QCOMPARE(runs[2].text, QStringLiteral(" c\n• d"));
        QCOMPARE(markdownRuns(QStringLiteral("5 ** 2")).size(), std::size_t(1));
    }

private:
    static void fill(TimelineView& view, PagedList& model)
    {
        view.setSources([&model](int row) { return rowOf(model.number(row)); },
                        [&model](int row) { return QString::number(model.number(row)); });
        view.setModel(&model);
    }
};

QTEST_MAIN(TestTimelineView)
#include "tst_timeline_view.moc"
