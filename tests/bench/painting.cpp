// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/pipeline_model.h"
#include "tests/bench/bench_support.h"
#include "tests/bench/rows.h"
#include "ui/board/board_view.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>
#include <QTest>

namespace keyturn::bench {

namespace {

/// The yardstick of everything painted: the whole window as one picture, on the screen once more.
class Picture : public QWidget
{
public:
    explicit Picture(const QPixmap& pixmap)
        : m_pixmap(pixmap)
    {
        setAttribute(Qt::WA_OpaquePaintEvent);
        resize(pixmap.deviceIndependentSize().toSize());
    }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).drawPixmap(0, 0, m_pixmap); }

private:
    QPixmap m_pixmap;
};

/// A board over the whole book in a window of its own, everything loaded and shown.
class Scene
{
public:
    explicit Scene(const QString& path)
        : workspace(openBook(path))
        , store(*workspace)
        , model(store)
        , state(store, model, theme)
        , board(state)
    {
        theme.setReducedMotion(true);
        theme.apply();
        store.load();
        if (!QTest::qWaitFor([this] { return store.isComplete(); }, 60'000)) {
            giveUp(QStringLiteral("the leads do not come"));
        }
        board.setFolded({QStringLiteral("exits")});
        if (board.columns().empty()) {
            giveUp(QStringLiteral("the board has no columns"));
        }
        board.setGeometry(0, 0, 1440, 860);
        board.show();
        if (!QTest::qWaitForWindowExposed(&board)) {
            giveUp(QStringLiteral("the board does not show"));
        }
        QTest::qWait(300);
        picture = std::make_unique<Picture>(board.grab());
        // Beside the board: what another window covers costs the display nothing.
        picture->move(1450, 0);
        picture->show();
        if (!QTest::qWaitForWindowExposed(picture.get())) {
            giveUp(QStringLiteral("the picture does not show"));
        }
        QTest::qWait(100);
    }

    /// Paints at once what has been marked dirty.
    void paintDirty()
    {
        QCoreApplication::sendPostedEvents();
        QEvent request(QEvent::UpdateRequest);
        QCoreApplication::sendEvent(&board, &request);
    }
    double blit()
    {
        return timed([this] { picture->repaint(); });
    }

    std::shared_ptr<Workspace> workspace;
    Theme theme;
    LeadStore store;
    PipelineModel model;
    BoardState state;
    BoardView board;
    std::unique_ptr<Picture> picture;
};

} // namespace

Rows measureBoardPainting(const Setting& setting)
{
    Scene scene(setting.book);
    const auto columns = scene.board.columns();
    int shown = 0;
    for (const StageColumn* column : columns) {
        shown += column->cards().count() > 100 ? 1 : 0;
    }
    std::vector<double> frames;
    int step = 24;
    int at = 0;
    const auto scroll = [&] {
        at += step;
        if (at > 20'000 || at <= 0) {
            step = -step; // to and fro, without a jump
        }
        const double took = timed([&] {
            for (const StageColumn* column : columns) {
                column->cards().setOffset(at);
            }
            scene.paintDirty();
        });
        frames.push_back(took);
        return took;
    };
    const auto blit = [&] { return scene.blit(); };
    const int rounds = 300 * setting.effort;
    Row scrolled = compare(QStringLiteral("scroll all columns by a notch"), QStringLiteral("blit of the window"), 4,
                           rounds, {[] {}, scroll, blit});
    scrolled.note = QStringLiteral("%1 columns open, %2 of them long").arg(columns.size()).arg(shown);
    Row whole = compare(QStringLiteral("repaint of the whole board"), QStringLiteral("blit of the window"), 7,
                        rounds / 2, {[] {}, [&] { return timed([&] { scene.board.repaint(); }); }, blit});
    Row tail;
    tail.name = QStringLiteral("slowest scroll in a hundred (p99)");
    tail.yardstick = QStringLiteral("its own median");
    tail.goal = 2;
    tail.rounds = int(frames.size());
    tail.subject = quantile(frames, 0.99);
    tail.against = quantile(frames, 0.5);
    std::vector<double> tails;
    for (std::size_t part = 0; part < 3; ++part) {
        const std::vector<double> slice(frames.begin() + std::ptrdiff_t(part * frames.size() / 3),
                                        frames.begin() + std::ptrdiff_t((part + 1) * frames.size() / 3));
        tails.push_back(quantile(slice, 0.99) / quantile(slice, 0.5));
    }
    tail.ratio = {quantile(tails, 0.5), quantile(tails, 0), quantile(tails, 1)};
    return {scrolled, whole, tail};
}

Rows measureDrop(const Setting& setting)
{
    Scene scene(setting.book);
    const Stage* here = scene.workspace->catalogue().stageByKey(QStringLiteral("contacted"));
    const Stage* there = scene.workspace->catalogue().stageByKey(QStringLiteral("prequalified"));
    bool back = false;
    const auto drop = [&] {
        const QModelIndex column = scene.model.stageIndex(back ? there->id : here->id);
        const LeadId lead = scene.model.leadAt(scene.model.index(3, 0, column));
        MoveStage command;
        command.leads = {lead};
        command.to = back ? here->id : there->id;
        back = !back;
        return timed([&] {
            scene.store.move(command); // what a drop does, from the moment the model asks for it
            scene.paintDirty();
        });
    };
    // Commits, and what they change, come between the rounds, not into them.
    const auto settle = [] { QTest::qWait(30); };
    return {compare(QStringLiteral("drop to repainted"), QStringLiteral("blit of the window"), 1.5, 60 * setting.effort,
                    {settle, drop, [&] { return scene.blit(); }})};
}

} // namespace keyturn::bench
