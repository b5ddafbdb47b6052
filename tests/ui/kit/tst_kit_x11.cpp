// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "ui/kit/button.h"
#include "ui/kit/compositing.h"
#include "ui/kit/confirm_sheet.h"
#include "ui/kit/date_field.h"
#include "ui/kit/icon.h"
#include "ui/kit/label.h"
#include "ui/kit/line_field.h"
#include "ui/kit/month_picker.h"
#include "ui/kit/popover.h"
#include "ui/kit/tab_bar.h"
#include "ui/kit/text_field.h"
#include "ui/kit/theme.h"
#include "ui/kit/toast.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScreen>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <cmath>

using namespace keyturn;

namespace {

double luminance(const QColor& color)
{
    const auto channel = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

} // namespace

class TestKit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void textIsReadableInBothAppearances()
    {
        for (const Colors* c : {&Colors::light(), &Colors::darkened()}) {
            for (const QColor& ground : {c->window, c->base, c->alt, c->card, c->rail, c->hover, c->soft}) {
                QVERIFY(contrast(c->text, ground) >= 4.5);
                QVERIFY(contrast(c->text2, ground) >= 4.5);
            }
            QVERIFY(contrast(c->accentFillText, c->accentFill) >= 4.5);
            QVERIFY(contrast(c->accentText, c->base) >= 4.5);
            QVERIFY(contrast(c->accentText, c->soft) >= 4.5);
            QVERIFY(contrast(c->red, c->redSoft) >= 4.5);
            QVERIFY(contrast(c->amber, c->amberSoft) >= 4.5);
            QVERIFY(contrast(c->green, c->greenSoft) >= 4.5);
            QVERIFY(contrast(c->toastText, c->toast) >= 4.5);
            QVERIFY(contrast(c->toastLink, c->toast) >= 4.5);
            QVERIFY(contrast(c->control, c->base) >= 3.0);
        }
    }

    void aThemeChangesTheApplicationAndSaysSo()
    {
        Theme theme;
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setAppearance(Theme::Appearance::Dark);
        QCOMPARE(changed.size(), 1);
        QVERIFY(theme.isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Base), Colors::darkened().base);
        theme.setAppearance(Theme::Appearance::Light);
        QCOMPARE(QApplication::palette().color(QPalette::Base), Colors::light().base);
    }

    void anIconTakesTheColourItIsGiven()
    {
        const QPixmap red = iconPixmap(QStringLiteral("check"), 16, Qt::red, 2.0);
        QCOMPARE(red.size(), QSize(32, 32));
        const QImage image = red.toImage();
        bool found = false;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                found = found || (qAlpha(image.pixel(x, y)) > 200 && qRed(image.pixel(x, y)) > 200);
            }
        }
        QVERIFY(found);
        QTest::ignoreMessage(QtWarningMsg, "no icon named nothing-like-this");
        QVERIFY(iconPixmap(QStringLiteral("nothing-like-this"), 16, Qt::red, 1.0).isNull());
    }

    void aFieldCommitsOnceWhenItIsLeft()
    {
        Theme theme;
        QWidget window;
        auto* layout = new QVBoxLayout(&window);
        auto* field = new LineField(theme, QStringLiteral("Name"));
        auto* other = new LineField(theme, QStringLiteral("Other"));
        layout->addWidget(field);
        layout->addWidget(other);
        QCOMPARE(field->edit().accessibleName(), QStringLiteral("Name"));
        field->setText(QStringLiteral("Ann"));
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy committed(field, &LineField::committed);
        field->setFocus();
        QTest::keyClicks(&field->edit(), QStringLiteral("!"));
        QVERIFY(field->isDirty());
        // What comes from elsewhere does not overwrite what is being typed.
        field->setText(QStringLiteral("Bob"), false);
        QVERIFY(field->text().contains(QLatin1Char('!')));
        other->setFocus();
        QCOMPARE(committed.size(), 1);
        field->setFocus();
        other->setFocus();
        QCOMPARE(committed.size(), 1);
    }

    void escTakesBackWhatWasTyped()
    {
        Theme theme;
        LineField field(theme, QStringLiteral("Name"));
        field.setText(QStringLiteral("Ann"));
        field.show();
        field.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&field));
        field.setFocus();
        QSignalSpy committed(&field, &LineField::committed);
        QTest::keyClicks(&field.edit(), QStringLiteral("xyz"));
        QTest::keyClick(&field.edit(), Qt::Key_Escape);
        QCOMPARE(field.text(), QStringLiteral("Ann"));
        QCOMPARE(committed.size(), 0);
    }

    void changesFromElsewhereAreAChoice()
    {
        Theme theme;
        LineField field(theme, QStringLiteral("Rate"));
        QSignalSpy mine(&field, &Field::keepMineRequested);
        QSignalSpy theirs(&field, &Field::takeTheirsRequested);
        field.showChangedElsewhere(QStringLiteral("6.250"));
        QVERIFY(field.isChangedElsewhere());
        field.findChild<Button*>(QStringLiteral("takeTheirs"))->click();
        field.findChild<Button*>(QStringLiteral("keepMine"))->click();
        QCOMPARE(theirs.size(), 1);
        QCOMPARE(mine.size(), 1);
        field.showChangedElsewhere({});
        QVERIFY(!field.isChangedElsewhere());
    }

    void readsDates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("date");
        QTest::newRow("iso") << QStringLiteral("2026-12-01") << QDate(2026, 12, 1);
        QTest::newRow("american") << QStringLiteral("12/1/2026") << QDate(2026, 12, 1);
        QTest::newRow("short year") << QStringLiteral("12/1/26") << QDate(2026, 12, 1);
        QTest::newRow("no year") << QStringLiteral("12/1") << QDate(2026, 12, 1);
        QTest::newRow("no year, the next one is meant") << QStringLiteral("1/15") << QDate(2027, 1, 15);
        QTest::newRow("plus") << QStringLiteral("+14") << QDate(2026, 12, 3);
        QTest::newRow("today") << QStringLiteral("today") << QDate(2026, 11, 19);
        QTest::newRow("nonsense") << QStringLiteral("soon") << QDate();
    }
    void readsDates()
    {
        QFETCH(QString, text);
        QFETCH(QDate, date);
        bool valid = false;
        const auto read = DateField::read(text, QDate(2026, 11, 19), valid);
        QCOMPARE(valid, date.isValid());
        QCOMPARE(read.value_or(QDate()), date);
    }

    void aDayIsPickedByKeyAndByMouse()
    {
        Theme theme;
        QWidget window;
        DateField field(
            theme, QStringLiteral("Closing"), [] { return QDate(2026, 11, 19); }, &window);
        field.setGeometry(20, 20, 200, 60);
        window.resize(500, 500);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        field.setDate(QDate(2026, 10, 30));
        const QSignalSpy committed(&field, &DateField::committed);
        auto* box = field.findChild<QLineEdit*>();
        const auto open = [&] {
            QTest::keyClick(box, Qt::Key_Down, Qt::AltModifier);
            return window.findChild<MonthPicker*>();
        };
        QVERIFY(open() != nullptr);
        for (const int key : {Qt::Key_Right, Qt::Key_Down, Qt::Key_Return}) { // over the end of the month
            QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key));
        }
        QCOMPARE(committed.size(), 1);
        QCOMPARE(field.date(), QDate(2026, 11, 7));
        QTRY_VERIFY(window.findChild<MonthPicker*>() == nullptr);

        const auto* month = open();
        QVERIFY(month != nullptr);
        const auto* title = month->findChild<QLabel*>();
        QCOMPARE(title->text(), QStringLiteral("November 2026"));
        month->findChild<QAbstractButton*>(QStringLiteral("monthAfter"))->click();
        QCOMPARE(title->text(), QStringLiteral("December 2026"));
        month->findChild<QAbstractButton*>(QStringLiteral("monthToday"))->click();
        QCOMPARE(committed.size(), 2);
        QCOMPARE(field.date(), QDate(2026, 11, 19));
        QTRY_VERIFY(window.findChild<MonthPicker*>() == nullptr);

        QVERIFY(open() != nullptr);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(window.findChild<MonthPicker*>() == nullptr);
        QCOMPARE(committed.size(), 2);
    }

    void wheelsLeaveUnfocusedBoxesAlone()
    {
        Theme theme;
        theme.setAppearance(Theme::Appearance::Light);
        QComboBox box;
        box.addItems({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        box.setCurrentIndex(1);
        box.ensurePolished();
        box.show();
        QWheelEvent down(QPointF(5, 5), QPointF(5, 5), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
                         Qt::NoScrollPhase, false);
        box.clearFocus();
        QApplication::sendEvent(&box, &down);
        QCOMPARE(box.currentIndex(), 1);
    }

    void tabsAreChosenByKeys()
    {
        Theme theme;
        TabBar bar(theme, TabBar::Look::Underlined);
        for (const auto& name : {QStringLiteral("One"), QStringLiteral("Two"), QStringLiteral("Three")}) {
            bar.addTab(name);
        }
        QSignalSpy changed(&bar, &TabBar::currentChanged);
        QTest::keyClick(&bar, Qt::Key_Right);
        QCOMPARE(bar.currentIndex(), 1);
        QTest::keyClick(&bar, Qt::Key_End);
        QCOMPARE(bar.currentIndex(), 2);
        QTest::keyClick(&bar, Qt::Key_Right);
        QCOMPARE(bar.currentIndex(), 2);
        QCOMPARE(changed.size(), 2);
        QVERIFY(bar.accessibleDescription().contains(QStringLiteral("Three")));
    }

    void aPopoverGivesTheKeyboardBack()
    {
        Theme theme;
        QWidget window;
        window.resize(600, 400);
        auto* layout = new QVBoxLayout(&window);
        auto* anchor = new Button(theme, Button::Kind::Secondary, QStringLiteral("Open"));
        layout->addWidget(anchor);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        anchor->setFocus();
        QPointer<Popover> popover = new Popover(theme, anchor);
        auto* inside = new QLineEdit;
        popover->setContent(inside);
        popover->showAt(anchor);
        QVERIFY(popover->isVisible());
        inside->setFocus();
        QTRY_VERIFY(inside->hasFocus());
        QTest::keyClick(inside, Qt::Key_Escape);
        QTRY_VERIFY(popover.isNull());
        QVERIFY(anchor->hasFocus());
    }

    void aQuestionIsAnsweredOnce_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("expected");
        QTest::newRow("the verb") << int(Qt::Key_Return) << true;
        QTest::newRow("the way out") << int(Qt::Key_Escape) << false;
    }
    void aQuestionIsAnsweredOnce()
    {
        QFETCH(const int, key);
        QFETCH(const bool, expected);
        Theme theme;
        QWidget window;
        window.resize(800, 500);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QApplication::setActiveWindow(&window);
        QList<bool> answers;
        QPointer<ConfirmSheet> sheet = new ConfirmSheet(
            theme, &window, QStringLiteral("Delete Ann Lee?"),
            QStringLiteral("The lead leaves every list. Its history stays, and Ctrl Z brings it back."),
            QStringLiteral("Delete"), [&answers](bool yes) { answers.append(yes); });
        sheet->open();
        QVERIFY(sheet->isVisible());
        const auto* go = sheet->findChild<Button*>(QStringLiteral("confirmGo"));
        QVERIFY(go->parentWidget()->rect().contains(go->geometry()));
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key));
        QCOMPARE(answers, QList<bool>{expected});
        QTRY_VERIFY(sheet.isNull());
        QCOMPARE(answers.size(), 1);
    }

    void wrappedTextHasTheLinesOfItsStyle()
    {
        Theme theme;
        Label label(theme, TextStyle::Body, QStringLiteral("Some words that are too many for a line as short as this"));
        label.setWordWrap(true);
        const int line = Theme::lineHeight(TextStyle::Body);
        QCOMPARE(label.heightForWidth(2'000), line);
        const int narrow = label.heightForWidth(120);
        QVERIFY(narrow > 2 * line && narrow % line == 0);
        label.setContentsMargins(0, 3, 0, 4);
        QCOMPARE(label.heightForWidth(2'000), line + 7);
    }

    void aToastActsAndGoes()
    {
        Theme theme;
        QWidget window;
        window.resize(800, 500);
        window.show();
        Toast toast(theme, &window);
        int acted = 0;
        toast.showMessage(QStringLiteral("Ann moved"), QStringLiteral("Undo"), QStringLiteral("Ctrl Z"),
                          [&] { ++acted; });
        QCOMPARE(toast.message(), QStringLiteral("Ann moved"));
        toast.findChild<QAbstractButton*>(QStringLiteral("toastAction"))->click();
        QCOMPARE(acted, 1);
        QVERIFY(toast.message().isEmpty());
    }

    void menusHaveNoBlackCorners()
    {
        QVERIFY(!isComposited()); // a bare X server: what a translucent window leaves free is black
        Theme theme;
        for (const Theme::Appearance appearance : {Theme::Appearance::Light, Theme::Appearance::Dark}) {
            theme.setAppearance(appearance);
            const QColor behind(20, 200, 90);
            QWidget window;
            window.setAutoFillBackground(true);
            QPalette palette = window.palette();
            palette.setColor(QPalette::Window, behind);
            window.setPalette(palette);
            window.resize(500, 400);
            window.show();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            QMenu menu(&window);
            menu.addAction(QStringLiteral("One"));
            menu.addAction(QStringLiteral("Another one"));
            menu.popup(window.mapToGlobal(QPoint(60, 60)));
            QVERIFY(QTest::qWaitForWindowExposed(&menu));
            const auto seen = [&menu](const QPoint& at) {
                const QPoint place = menu.mapToGlobal(at);
                return menu.screen()->grabWindow(0, place.x(), place.y(), 1, 1).toImage().pixelColor(0, 0);
            };
            for (const QPoint& corner :
                 {menu.rect().topLeft(), menu.rect().topRight(), menu.rect().bottomLeft(), menu.rect().bottomRight()}) {
                QTRY_COMPARE(seen(corner), behind);
            }
            QTRY_COMPARE(seen({menu.width() / 2, 3}), theme.colors().base);
            QTRY_COMPARE(seen({menu.width() / 2, 0}), theme.colors().line2);
        }
    }

    void aTextBoxGrowsAndSubmits()
    {
        Theme theme;
        TextField field(theme, QString());
        field.setLineRange(1, 4);
        field.resize(300, 40);
        field.show();
        const int before = field.sizeHint().height();
        field.edit().setPlainText(QStringLiteral("a\nb\nc"));
        QVERIFY(field.sizeHint().height() > before);
        QSignalSpy submitted(&field, &TextField::submitted);
        QTest::keyClick(&field.edit(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(submitted.size(), 1);
    }
};

QTEST_MAIN(TestKit)
#include "tst_kit_x11.moc"
