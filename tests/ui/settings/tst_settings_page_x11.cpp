// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_workspace.h"
#include "tests/support/keyboard.h"
#include "tests/support/test_catalogue.h"
#include "tests/support/test_main.h"
#include "tests/support/ui_context.h"
#include "ui/kit/line_edit.h"
#include "ui/kit/line_field.h"
#include "ui/kit/tab_bar.h"
#include "ui/settings/settings_page.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QSignalSpy>

using namespace keyturn;

namespace {

struct Fixture
{
    Theme theme;
    test::KeptPreferences preferences;
    test::WillingPrompts prompts;
    UiContext ui{theme, preferences, prompts};
    test::FakeWorkspace book{test::catalogue()};
    QWidget window;
    std::unique_ptr<SettingsPage> made;
    SettingsPage& page;

    Fixture()
        : made(make())
        , page(*made)
    {
        theme.setReducedMotion(true);
        theme.apply();
        window.resize(1208, 640);
        page.resize(window.size());
        window.show();
        QApplication::setActiveWindow(&window);
        [[maybe_unused]] const bool shown = QTest::qWaitForWindowExposed(&window);
    }
    std::unique_ptr<SettingsPage> make()
    {
        preferences.kept[QStringLiteral("appearance")] = QStringLiteral("system");
        preferences.kept[QStringLiteral("board.density")] = QStringLiteral("comfortable");
        return std::make_unique<SettingsPage>(book, ui, QStringLiteral("en"), &window);
    }
    void open(SettingsPage::Section section)
    {
        page.showSection(section);
        QCoreApplication::sendPostedEvents();
    }
    [[nodiscard]] QLineEdit* edit(const QString& name) const { return page.findChild<QLineEdit*>(name); }
    template<typename T>
    [[nodiscard]] std::vector<T> sent() const
    {
        std::vector<T> found;
        for (const Command& command : book.submitted) {
            if (const T* one = std::get_if<T>(&command)) {
                found.push_back(*one);
            }
        }
        return found;
    }
    static void type(QLineEdit* edit, const QString& text)
    {
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
};

} // namespace

class TestSettingsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void everyControlIsReachedAndNamed_data()
    {
        QTest::addColumn<int>("section");
        QTest::newRow("look") << int(SettingsPage::Look);
        QTest::newRow("profile") << int(SettingsPage::Profile);
        QTest::newRow("people") << int(SettingsPage::People);
        QTest::newRow("stages") << int(SettingsPage::Stages);
        QTest::newRow("fields") << int(SettingsPage::Fields);
        QTest::newRow("book") << int(SettingsPage::Book);
    }
    void everyControlIsReachedAndNamed()
    {
        QFETCH(int, section);
        Fixture f;
        f.open(static_cast<SettingsPage::Section>(section));
        f.page.focusContent();
        const QSet<const QWidget*> reached = test::reachedByTab(&f.page);
        QVERIFY(reached.size() > 2);
        QCOMPARE(test::unreachable(&f.page, reached).join(QLatin1Char('\n')), QString());
    }

    void aStageIsRenamedAndALimitSet()
    {
        Fixture f;
        f.open(SettingsPage::Stages);
        const Stage* stage = f.book.catalogue().stageByKey(QStringLiteral("processing"));
        QLineEdit* name = f.edit(QStringLiteral("stage_processing"));
        QVERIFY(name != nullptr);
        f.type(name, QStringLiteral("In process"));
        QTRY_COMPARE(f.sent<EditStage>().size(), std::size_t(1));
        QVERIFY(f.sent<EditStage>().front().id == stage->id);
        QCOMPARE(f.sent<EditStage>().front().name.value(), QStringLiteral("In process"));
        QVERIFY(!f.sent<EditStage>().front().wipLimit.has_value());

        QLineEdit* limit = f.edit(QStringLiteral("stage_processing_limit"));
        f.type(limit, QStringLiteral("9"));
        QTRY_COMPARE(f.sent<EditStage>().size(), std::size_t(2));
        QCOMPARE(f.sent<EditStage>().back().wipLimit.value().value(), 9);
        f.type(limit, QStringLiteral("x9"));
        QCOMPARE(limit->text(), QStringLiteral("9")); // letters do not get in
        limit->selectAll();
        QTest::keyClick(limit, Qt::Key_Delete);
        QTest::keyClick(limit, Qt::Key_Return);
        QTRY_COMPARE(f.sent<EditStage>().size(), std::size_t(3));
        QVERIFY(!f.sent<EditStage>().back().wipLimit.value().has_value()); // empty: no limit
    }

    void escapeBringsTheNameBack()
    {
        Fixture f;
        f.open(SettingsPage::Stages);
        QLineEdit* name = f.edit(QStringLiteral("stage_new"));
        const QString before = name->text();
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("Wrong"));
        QTest::keyClick(name, Qt::Key_Escape);
        QCOMPARE(name->text(), before);
        QVERIFY(f.sent<EditStage>().empty());
    }

    void aRefusedNameStaysAndSaysWhy()
    {
        Fixture f;
        f.open(SettingsPage::Stages);
        f.book.failNext({Error::Kind::Refused, QStringLiteral("Another stage has this name."), {}, {}});
        QLineEdit* name = f.edit(QStringLiteral("stage_new"));
        f.type(name, QStringLiteral("Contacted"));
        auto* field = f.page.findChild<LineField*>(QStringLiteral("stage_new_field"));
        QVERIFY(field != nullptr);
        QTRY_COMPARE(field->error(), QStringLiteral("Another stage has this name."));
        QCOMPARE(name->text(), QStringLiteral("Contacted"));
    }

    void aColourIsChosenByKeyboard()
    {
        Fixture f;
        f.open(SettingsPage::Stages);
        auto* dot = f.page.findChild<QAbstractButton*>(QStringLiteral("stage_new_color"));
        QVERIFY(dot != nullptr);
        dot->setFocus(Qt::TabFocusReason);
        QTest::keyClick(dot, Qt::Key_Space);
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_COMPARE(f.sent<EditStage>().size(), std::size_t(1));
        QCOMPARE(f.sent<EditStage>().front().color.value(), Colors::light().stageDots[1].name().toUpper());
    }

    void whatSomebodyElseRenamesIsShown()
    {
        Fixture f;
        f.open(SettingsPage::Stages);
        Catalogue catalogue = f.book.catalogue();
        catalogue.stages.front().name = QStringLiteral("Fresh");
        f.book.setCatalogue(catalogue);
        QCOMPARE(f.edit(QStringLiteral("stage_%1").arg(catalogue.stages.front().key))->text(), QStringLiteral("Fresh"));
    }

    void aCustomFieldIsDeclaredAndTakenAway()
    {
        Fixture f;
        f.open(SettingsPage::Fields);
        QLineEdit* label = f.edit(QStringLiteral("fieldLabel"));
        label->setFocus();
        QTest::keyClick(label, Qt::Key_Return);
        QVERIFY(f.sent<DefineCustomFields>().empty()); // a field needs a name
        f.type(label, QStringLiteral("Pre-sale agent"));
        QTRY_COMPARE(f.sent<DefineCustomFields>().size(), std::size_t(1));
        QCOMPARE(f.sent<DefineCustomFields>().front().fields.size(), std::size_t(1));
        QCOMPARE(f.sent<DefineCustomFields>().front().fields.front().key, QStringLiteral("pre_sale_agent"));
        QTRY_COMPARE(label->text(), QString()); // ready for the next one

        Catalogue catalogue = f.book.catalogue();
        catalogue.customFields = f.sent<DefineCustomFields>().front().fields;
        f.book.setCatalogue(catalogue);
        f.type(label, QStringLiteral("Pre sale agent"));
        QCOMPARE(f.sent<DefineCustomFields>().size(), std::size_t(1)); // there is one of this name already
        auto* away = f.page.findChild<QAbstractButton*>(QStringLiteral("removeField_pre_sale_agent"));
        QVERIFY(away != nullptr);
        away->click();
        QTRY_COMPARE(f.sent<DefineCustomFields>().size(), std::size_t(2));
        QVERIFY(f.sent<DefineCustomFields>().back().fields.empty());
    }

    void looksAreToldAtOnce()
    {
        Fixture f;
        QSignalSpy appearance(&f.page, &SettingsPage::appearanceChosen);
        QSignalSpy density(&f.page, &SettingsPage::densityChosen);
        auto* look = f.page.findChild<QComboBox*>(QStringLiteral("settingAppearance"));
        look->setFocus(Qt::TabFocusReason);
        QTest::keyClick(look, Qt::Key_Down);
        QCOMPARE(appearance.size(), 1);
        QCOMPARE(appearance.front().front().toString(), QStringLiteral("light"));
        auto* cards = f.page.findChild<QComboBox*>(QStringLiteral("settingDensity"));
        QTest::keyClick(cards, Qt::Key_Down);
        QCOMPARE(density.front().front().toString(), QStringLiteral("compact"));
        // A wheel over a box that has not the keyboard scrolls the page, and changes nothing.
        f.page.focusContent();
        const int before = look->currentIndex();
        QWheelEvent wheel(QPointF(5, 5), look->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, 120), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(look, &wheel);
        QCOMPARE(look->currentIndex(), before);
    }
};

QTEST_MAIN(TestSettingsPage)
#include "tst_settings_page_x11.moc"
