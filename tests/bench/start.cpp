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

#include <cstdio>

namespace keyturn::bench {

namespace {

/// Says so on the standard output when this window has been painted, `ready` says that it shows what it should, and
/// what was painted has been handed to the display; then ends the program.
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
        // All paint events of a turn come before its flush, so the next turn finds the window on the screen.
        if (event->type() == QEvent::Paint && !m_isReached && m_ready()) {
            m_isReached = true;
            QTimer::singleShot(0, this, [] {
                std::puts("painted");
                std::fflush(stdout);
                QCoreApplication::quit();
            });
        }
        return false;
    }

private:
    std::function<bool()> m_ready;
    bool m_isReached = false;
};

/// From the start of the process to its word that it has painted; how it ends is not part of it.
double start(const Setting& setting, const QStringList& arguments)
{
    QProcess process;
    bool isPainted = false;
    const double took = timed([&] {
        process.start(setting.program, arguments);
        while (!isPainted && process.waitForReadyRead(30'000)) {
            isPainted = process.readAllStandardOutput().contains("painted");
        }
    });
    const bool hasEnded = process.waitForFinished(30'000);
    if (!isPainted || !hasEnded || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        process.kill();
        process.waitForFinished(5'000);
        giveUp(QStringLiteral("a child did not start: ") + arguments.join(QLatin1Char(' ')) + QLatin1Char(' ') +
               QString::fromUtf8(process.readAllStandardError()));
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
    row.note = QStringLiteral("whole processes, to the first flush; the board with its first cards");
    return {row};
}

} // namespace keyturn::bench
