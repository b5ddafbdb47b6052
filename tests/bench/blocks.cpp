// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lead_counter.h"
#include "models/items/lead_list_model.h"
#include "models/items/palette_model.h"
#include "models/items/pipeline_model.h"
#include "tests/bench/bench_support.h"
#include "tests/bench/rows.h"
#include "ui/board/board_view.h"
#include "ui/leads/leads_table.h"

#include <QElapsedTimer>
#include <QStackedWidget>
#include <QTest>

namespace keyturn::bench {

namespace {

constexpr double frameMs = 1000.0 / 60;
constexpr int settleMs = 60; ///< what a change has set off has come to rest by then

class NoPreferences : public Preferences
{
public:
    [[nodiscard]] QVariant value(const QString&) const override { return {}; }
    void setValue(const QString&, const QVariant&) override {}
};

/// A timer that should fire each millisecond, and how late it was: for so long the thread answered to nobody.
class Gaps
{
public:
    Gaps()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
    }
    void begin()
    {
        m_longest = m_longestWork = 0;
        m_clock.start();
        m_work = threadMs();
        m_timer.start();
    }
    void end()
    {
        tick();
        m_timer.stop();
    }
    [[nodiscard]] double longest() const { return m_longest; }
    /// The most work of this thread between two ticks: a gap without work is another program's.
    [[nodiscard]] double longestWork() const { return m_longestWork; }

private:
    void tick()
    {
        m_longest = std::max(m_longest, double(m_clock.nsecsElapsed()) / 1e6 - 1);
        m_clock.start();
        const double work = threadMs();
        m_longestWork = std::max(m_longestWork, work - m_work);
        m_work = work;
    }

    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_work = 0;
    double m_longest = 0;
    double m_longestWork = 0;
};

/// The models and pages of a window over one book.
struct Window
{
    explicit Window(Workspace& book)
        : workspace(book)
        , store(book)
        , pipeline(store)
        , list(store)
        , palette(store)
        , state(store, pipeline, theme)
        , board(new BoardView(state))
        , table(new LeadsTable(list, store, theme, preferences))
    {
        theme.setReducedMotion(true);
        theme.apply();
        board->setFolded({QStringLiteral("exits")});
        pages.addWidget(board);
        pages.addWidget(table);
        pages.setGeometry(0, 0, 1440, 860);
        pages.show();
        if (!QTest::qWaitForWindowExposed(&pages)) {
            giveUp(QStringLiteral("the window does not show"));
        }
    }

    Workspace& workspace;
    NoPreferences preferences;
    Theme theme;
    LeadStore store;
    PipelineModel pipeline;
    LeadListModel list;
    PaletteModel palette;
    BoardState state;
    QStackedWidget pages;
    BoardView* board;
    LeadsTable* table;
};

struct Block
{
    double gap = 0;
    double work = 0;
    QString worst;
};

/// Does `work` from the event loop, waits until `isDone` and all is quiet, and answers the longest gap.
Block longest(const std::function<void()>& work, const std::function<bool()>& isDone)
{
    Gaps gaps;
    gaps.begin();
    QTimer::singleShot(0, qApp, work);
    QTest::qWait(1);
    if (!QTest::qWaitFor(isDone, 60'000)) {
        giveUp(QStringLiteral("a change does not come to an end"));
    }
    QTest::qWait(settleMs);
    gaps.end();
    return {gaps.longest(), gaps.longestWork(), {}};
}

void take(Block& worst, const Block& one, const QString& name)
{
    if (one.gap > worst.gap) {
        worst.gap = one.gap;
        worst.worst = name;
    }
    worst.work = std::max(worst.work, one.work);
}

Row rowOf(const QString& name, int rounds, const std::function<Block()>& once)
{
    std::vector<double> works;
    Block last;
    Row row = compare(name, QStringLiteral("a frame of 1/60 s"), 1, rounds,
                      {[] {},
                       [&] {
                           last = once();
                           works.push_back(last.work);
                           return last.gap;
                       },
                       [] { return frameMs; }});
    row.note = QStringLiteral("the thread itself worked %1 ms").arg(quantile(works, 0.5), 0, 'f', 1);
    if (!last.worst.isEmpty()) {
        row.note += QStringLiteral("; worst: ") + last.worst;
    }
    return row;
}

} // namespace

Rows measureBlocks(const Setting& setting)
{
    const auto book = openBook(setting.book);
    Rows rows;
    const int rounds = 7 * setting.effort;
    rows.push_back(rowOf(QStringLiteral("block: open the book"), rounds, [&] {
        Window window(*book);
        return longest([&] { window.store.load(); },
                       [&] { return window.store.isComplete() && window.list.isSettled(); });
    }));

    Window window(*book);
    window.store.load();
    if (!QTest::qWaitFor([&] { return window.store.isComplete() && window.list.isSettled(); }, 60'000)) {
        giveUp(QStringLiteral("the leads do not come"));
    }
    const auto settled = [&] { return window.list.isSettled(); };
    window.pages.setCurrentWidget(window.table);
    QTest::qWait(500);
    const auto filterBy = [](const char* text) {
        LeadFilter filter;
        filter.text = QLatin1String(text);
        return filter;
    };
    rows.push_back(rowOf(QStringLiteral("block: sort the table by each column"), rounds, [&] {
        Block worst;
        for (int column = 0; column < LeadListModel::columnTotal; ++column) {
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                take(worst, longest([&] { window.table->sortByColumn(column, order); }, settled),
                     LeadListModel::columnKey(column));
            }
        }
        return worst;
    }));
    rows.push_back(rowOf(QStringLiteral("block: filter the table"), rounds, [&] {
        Block worst;
        for (const char* text : {"m", "ma", "mar", "maria", "", "555", ""}) {
            take(worst, longest([&] { window.list.setFilter(filterBy(text)); }, settled), QLatin1String(text));
        }
        return worst;
    }));
    window.pages.setCurrentWidget(window.board);
    QTest::qWait(300);
    rows.push_back(rowOf(QStringLiteral("block: filter the board"), rounds, [&] {
        Block worst;
        for (const char* text : {"m", "ma", "mar", "maria", "", "555", ""}) {
            take(worst,
                 longest([&] { window.pipeline.setFilter(filterBy(text)); },
                         [&] { return window.pipeline.isSettled(); }),
                 QLatin1String(text));
        }
        return worst;
    }));
    rows.push_back(rowOf(QStringLiteral("block: sort and group the board"), rounds, [&] {
        Block worst;
        for (const BoardSort sort : {BoardSort::Name, BoardSort::HighestAmount, BoardSort::Newest, BoardSort::MyOrder,
                                     BoardSort::LongestInStage, BoardSort::LockFirst, BoardSort::DueFirst}) {
            take(worst, longest([&] { window.pipeline.setSort(sort); }, [&] { return window.pipeline.isSettled(); }),
                 QString::number(int(sort)));
        }
        for (const BoardGrouping grouping : {BoardGrouping::Owner, BoardGrouping::None}) {
            take(worst,
                 longest([&] { window.pipeline.setGrouping(grouping); }, [&] { return window.pipeline.isSettled(); }),
                 grouping == BoardGrouping::None ? QStringLiteral("ungrouped") : QStringLiteral("grouped"));
        }
        return worst;
    }));
    LeadCounter counter(window.store);
    std::vector<LeadCounter::View> views;
    for (const char* text : {"", "m", "maria", "555"}) {
        views.push_back({QLatin1String(text), filterBy(text)});
    }
    std::size_t counted = 0;
    QObject::connect(&counter, &LeadCounter::counted, qApp, [&] { ++counted; });
    rows.push_back(rowOf(QStringLiteral("block: count four views"), rounds, [&] {
        return longest(
            [&] {
                counted = 0;
                counter.setViews(views);
            },
            [&] { return counted == views.size(); });
    }));
    rows.push_back(rowOf(QStringLiteral("block: each letter in the palette"), rounds, [&] {
        Block worst;
        for (const char* text : {"m", "ma", "mar", "mart", "a", "an", "ann le", "5", "555", "e", ""}) {
            take(worst, longest([&] { window.palette.setQuery(QLatin1String(text)); }, [] { return true; }),
                 QLatin1String(text));
        }
        return worst;
    }));
    int hot = 0;
    rows.push_back(rowOf(QStringLiteral("block: a change of 1,000 leads"), rounds, [&] {
        UpdateLeads command;
        const LeadTable& table = window.store.table();
        for (LeadTable::Row row = 0; row < table.rowLimit() && command.leads.size() < 1000; row += 3) {
            if (table.isLive(row)) {
                command.leads.push_back(table.id(row));
            }
        }
        const Temperature wanted = ++hot % 2 == 0 ? Temperature::Hot : Temperature::Cold;
        command.fields = {{QStringLiteral("lead_temperature"), temperatureKey(wanted), {}}};
        const LeadId last = command.leads.back();
        bool isSettled = false;
        const auto watch = QObject::connect(&window.store, &LeadStore::settled, qApp,
                                            [&] { isSettled = table.temperature(table.rowOf(last)) == wanted; });
        const Block block =
            longest([&] { static_cast<void>(window.workspace.submit(command)); }, [&] { return isSettled; });
        QObject::disconnect(watch);
        return block;
    }));
    return rows;
}

} // namespace keyturn::bench
