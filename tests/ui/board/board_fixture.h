// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fake_workspace.h"
#include "tests/support/test_catalogue.h"
#include "tests/support/ui_context.h"
#include "ui/board/board_page.h"
#include "ui/board/board_view.h"
#include "ui/leadkit/filter_bar.h"

#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

namespace keyturn::test {

/// A board over a book in memory, shown at a size of its own, without motion.
class BoardFixture
{
public:
    explicit BoardFixture(Theme::Appearance appearance = Theme::Appearance::Light)
    {
        theme.setReducedMotion(true);
        theme.setAppearance(appearance);
    }

    /// A lead in a stage, with a name and an amount that tests can speak of.
    LeadId add(const char* stageKey, const QString& name, qint64 dollars = 100'000)
    {
        LeadCard card;
        card.id = leadId(++m_number);
        card.stage = stage(stageKey);
        card.owner = book.catalogue().me;
        card.name = name;
        card.email = QStringLiteral("lead%1@example.com").arg(m_number);
        card.valueCents = dollars * 100;
        card.createdAt = card.stageEnteredAt = card.lastActivityAt = book.time.now() + -qint64(m_number) * msPerHour;
        book.add(card);
        return card.id;
    }
    void addMany(int count)
    {
        QRandomGenerator random(7);
        for (int i = 0; i < count; ++i) {
            book.add(randomCard(random, book.catalogue(), ++m_number, book.time.now()));
        }
    }
    [[nodiscard]] StageId stage(const char* key) const
    {
        return book.catalogue().stageByKey(QString::fromLatin1(key))->id;
    }

    void open(QSize size = QSize(1368, 772))
    {
        store.load();
        // A window of its own without a layout: the offscreen platform complains about every size hint.
        window.resize(size);
        page = std::make_unique<BoardPage>(book, store, ui, &window);
        page->setGeometry(window.rect());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.activateWindow();
        QTRY_VERIFY(store.isComplete());
        QCoreApplication::sendPostedEvents();
    }

    [[nodiscard]] ColumnView& cards(const char* key) const { return page->view().column(stage(key))->cards(); }
    [[nodiscard]] StageId stageOf(LeadId lead) const { return page->model().stageAt(page->model().indexOf(lead)); }

    /// A drop as the window system would deliver it, at a place of the target.
    static void drop(QWidget& target, QPoint pos, const std::vector<LeadId>& leads)
    {
        QMimeData mime;
        mime.setData(QString::fromLatin1(PipelineModel::leadMimeType), PipelineModel::encode(leads));
        QDragEnterEvent enter(pos, Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&target, &enter);
        QVERIFY(enter.isAccepted());
        QDragMoveEvent move(pos, Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&target, &move);
        QDropEvent dropped(pos, Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&target, &dropped);
    }

    template<typename Command>
    [[nodiscard]] std::vector<Command> commands() const
    {
        std::vector<Command> found;
        for (const auto& command : book.submitted) {
            if (const auto* wanted = std::get_if<Command>(&command)) {
                found.push_back(*wanted);
            }
        }
        return found;
    }

    void picture(const QString& name) const
    {
        const QString folder = qEnvironmentVariable("KEYTURN_PICTURES");
        if (!folder.isEmpty()) {
            page->window()->grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
        }
    }

    Theme theme;
    KeptPreferences preferences;
    WillingPrompts prompts;
    UiContext ui{theme, preferences, prompts};
    FakeWorkspace book{catalogue()};
    LeadStore store{book};
    QWidget window;
    std::unique_ptr<BoardPage> page;

private:
    quint32 m_number = 0;
};

} // namespace keyturn::test
