// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/pipeline_model.h"
#include "tests/bench/bench_support.h"
#include "tests/bench/rows.h"
#include "ui/board/board_view.h"

#include <QApplication>
#include <QLabel>
#include <QMainWindow>
#include <QProcess>
#include <QTimer>

namespace keyturn::bench {

namespace {

/// Ends the program when this window has been painted and `ready` says that it shows what it should.
class Goal : public QObject
{
public:
    Goal(QWidget* window, std::function<bool()> ready)
        : QObject(window)
        , m_ready(std::move(ready))
    {
        qApp->installEventFilter(this); // a window that is covered by its children is not painted itself
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        // Once what is in the queue of this turn is painted too, the window is on the screen.
        if (event->type() == QEvent::Paint && m_ready()) {
            QTimer::singleShot(0, qApp, [] { QCoreApplication::quit(); });
        }
        return false;
    }

private:
    std::function<bool()> m_ready;
};

double start(const Setting& setting, const QStringList& arguments)
{
    QProcess process;
    const double took = timed([&] {
        process.start(setting.program, arguments);
        process.waitForFinished(60'000);
    });
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        giveUp(QStringLiteral("a child did not start: ") + QString::fromUtf8(process.readAllStandardError()));
    }
    return took;
}

} // namespace

int childStart(const QString& book)
{
    Theme theme;
    theme.apply();
    const auto workspace = openBook(book);
    LeadStore store(*workspace);
    PipelineModel model(store);
    BoardState state(store, model, theme);
    QMainWindow window;
    auto* board = new BoardView(state);
    window.setCentralWidget(board);
    window.resize(1440, 900);
    const Goal goal(&window, [&] { return store.hasFirst() && !board->columns().empty(); });
    QObject::connect(&store, &LeadStore::firstLoaded, board, [board] { board->setFolded({QStringLiteral("exits")}); });
    store.load();
    window.show();
    return QApplication::exec();
}

int childEmptyWindow()
{
    QMainWindow window;
    window.setCentralWidget(new QLabel(QStringLiteral("An empty window")));
    window.resize(1440, 900);
    const Goal goal(&window, [] { return true; });
    window.show();
    return QApplication::exec();
}

Rows measureStart(const Setting& setting)
{
    Row row = compare(QStringLiteral("start to painted board"), QStringLiteral("an empty QMainWindow"), 1.3,
                      20 * setting.effort,
                      {[] {},
                       [&] {
                           return start(setting, {QStringLiteral("--child-start"), setting.book});
                       },
                       [&] { return start(setting, {QStringLiteral("--child-empty")}); }});
    row.note = QStringLiteral("whole processes; the board with its first cards");
    return {row};
}

} // namespace keyturn::bench
