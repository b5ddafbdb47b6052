// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/ui/board/board_fixture.h"
#include "ui/kit/line_edit.h"
#include "ui/kit/line_field.h"

#include <QMenu>

using namespace keyturn;
using test::BoardFixture;

/// What the menu of a column does, and the boxes that it opens.
class TestBoardMenus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void theMenuOfAColumnRenamesAndLimits()
    {
        BoardFixture f;
        f.add("contacted", QStringLiteral("Ann Lee"));
        f.open();
        const auto choose = [&](const QString& text) {
            auto* button = f.page->findChild<QAbstractButton*>(QStringLiteral("menu_contacted"));
            button->click();
            auto* menu = f.window.findChild<QMenu*>(QStringLiteral("stageMenu"));
            QVERIFY(menu != nullptr);
            for (QAction* action : menu->actions()) {
                if (action->text() == text) {
                    action->trigger();
                }
            }
            menu->close();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        };
        choose(QStringLiteral("Rename…"));
        auto* field = f.window.findChild<LineField*>(QStringLiteral("stageField"));
        QVERIFY(field != nullptr);
        QCOMPARE(field->text(), QStringLiteral("Contacted"));
        field->edit().clear();
        QTest::keyClick(&field->edit(), Qt::Key_Return);
        QVERIFY(!field->error().isEmpty()); // a stage needs a name
        QTest::keyClicks(&field->edit(), QStringLiteral("Spoken with"));
        QTest::keyClick(&field->edit(), Qt::Key_Return);
        QCOMPARE(f.commands<EditStage>().size(), std::size_t(1));
        QCOMPARE(f.commands<EditStage>().front().name.value(), QStringLiteral("Spoken with"));
        QTRY_VERIFY(f.window.findChild<LineField*>(QStringLiteral("stageField")) == nullptr);

        choose(QStringLiteral("Set limit…"));
        field = f.window.findChild<LineField*>(QStringLiteral("stageField"));
        QTest::keyClicks(&field->edit(), QStringLiteral("0"));
        QTest::keyClick(&field->edit(), Qt::Key_Return);
        QVERIFY(!field->error().isEmpty()); // at least one
        field->edit().setText(QStringLiteral("12"));
        QTest::keyClick(&field->edit(), Qt::Key_Return);
        QCOMPARE(f.commands<EditStage>().back().wipLimit.value().value(), 12);
        QTRY_VERIFY(f.window.findChild<LineField*>(QStringLiteral("stageField")) == nullptr);

        choose(QStringLiteral("Set limit…"));
        field = f.window.findChild<LineField*>(QStringLiteral("stageField"));
        QTest::keyClicks(&field->edit(), QStringLiteral("5"));
        QTest::keyClick(&field->edit(), Qt::Key_Escape);
        QTRY_VERIFY(f.window.findChild<LineField*>(QStringLiteral("stageField")) == nullptr);
        QCOMPARE(f.commands<EditStage>().size(), std::size_t(2));

        QSignalSpy wanted(f.page.get(), &BoardPage::newLeadInStageRequested);
        choose(QStringLiteral("Add a lead here"));
        QCOMPARE(wanted.size(), 1);
        QVERIFY(wanted.front().front().value<StageId>() == f.stage("contacted"));
        choose(QStringLiteral("Fold"));
        QVERIFY(f.page->view().isFolded(f.stage("contacted")));
    }

    void theMenuOfTheOrderGroupsByOwnerAndBack()
    {
        BoardFixture f;
        Catalogue catalogue = f.book.catalogue();
        catalogue.users.resize(2);
        f.book.setCatalogue(catalogue);
        f.add("new", QStringLiteral("Ann Lee"));
        f.open();
        const BoardSort order = f.page->model().sort();
        for (const BoardGrouping wanted : {BoardGrouping::Owner, BoardGrouping::None}) {
            f.page->findChild<QAbstractButton*>(QStringLiteral("boardSort"))->click();
            auto* menu = f.page->findChild<QMenu*>(QStringLiteral("sortMenu"));
            QVERIFY(menu != nullptr);
            auto* owners = menu->findChild<QAction*>(QStringLiteral("groupByOwner"));
            QVERIFY(owners != nullptr);
            QCOMPARE(owners->isChecked(), wanted == BoardGrouping::None);
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(owners).center());
            QCOMPARE(f.page->model().grouping(), wanted);
            QCOMPARE(f.page->model().sort(), order);
            QTRY_VERIFY(f.page->findChild<QMenu*>(QStringLiteral("sortMenu")) == nullptr);
        }
    }
};

QTEST_MAIN(TestBoardMenus)
#include "tst_board_menus_x11.moc"
