// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/support/ui_context.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/kit/line_field.h"
#include "ui/start/start_page.h"

#include <QLabel>
#include <QSignalSpy>

using namespace keyturn;

namespace {

class NoPrompts final : public Prompts
{
public:
    void confirm(QWidget*, const QString&, const QString&, const QString&, std::function<void(bool)>) override {}
    void openFile(QWidget*, const QString&, const QStringList&, std::function<void(QString)>) override {}
    void saveFile(QWidget*, const QString&, const QString&, const QStringList&, std::function<void(QString)>) override
    {}
};

struct Shown
{
    Shown() { page.resize(1280, 720); }

    Theme theme;
    test::KeptPreferences preferences;
    NoPrompts prompts;
    StartPage page{{theme, preferences, prompts}, QStringLiteral("en"), 60};
};

} // namespace

class TestStartPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void offersThreeWaysByKey()
    {
        Shown shown;
        StartPage& page = shown.page;
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QSignalSpy sample(&page, &StartPage::sampleRequested);
        QTest::keyClick(&page, Qt::Key_1);
        QCOMPARE(sample.size(), 1);
        QSignalSpy team(&page, &StartPage::teamRequested);
        QTest::keyClick(&page, Qt::Key_3);
        QCOMPARE(team.size(), 1);
        QVERIFY(page.findChild<QLineEdit*>(QStringLiteral("ownName")) == nullptr);
        QTest::keyClick(&page, Qt::Key_2);
        QVERIFY(page.findChild<QLineEdit*>(QStringLiteral("ownName")) != nullptr);
    }

    void asksForNameCompanyAndAddressInPlace()
    {
        Shown shown;
        StartPage& page = shown.page;
        page.show();
        page.findChild<Button*>(QStringLiteral("startOwn"))->click();
        QSignalSpy own(&page, &StartPage::ownBookRequested);
        auto* start = page.findChild<Button*>(QStringLiteral("ownStart"));
        start->click();
        QCOMPARE(own.size(), 0);
        page.findChild<QLineEdit*>(QStringLiteral("ownName"))->setText(QStringLiteral(" Dana  Officer "));
        page.findChild<QLineEdit*>(QStringLiteral("ownCompany"))->setText(QStringLiteral("Example Lending"));
        page.findChild<QLineEdit*>(QStringLiteral("ownEmail"))->setText(QStringLiteral("dana"));
        start->click();
        QCOMPARE(own.size(), 0);
        page.findChild<QLineEdit*>(QStringLiteral("ownEmail"))->setText(QStringLiteral("dana@example.com"));
        start->click();
        QCOMPARE(own.size(), 1);
        const auto answers = own.front().front().value<OwnBookAnswers>();
        QCOMPARE(answers.name, QStringLiteral("Dana Officer"));
        QCOMPARE(answers.company, QStringLiteral("Example Lending"));
        QCOMPARE(answers.email, QStringLiteral("dana@example.com"));
    }

    void showsProgressAndCanStop()
    {
        Shown shown;
        StartPage& page = shown.page;
        page.show();
        page.setSampleProgress(40);
        QVERIFY(!page.findChild<Button*>(QStringLiteral("startSample"))->isVisible());
        QSignalSpy stopped(&page, &StartPage::sampleCancelled);
        page.findChild<Button*>(QStringLiteral("stopSample"))->click();
        QCOMPARE(stopped.size(), 1);
        page.setSampleProgress(-1);
        QVERIFY(page.findChild<Button*>(QStringLiteral("startSample"))->isVisible());
    }

    // What is pressed while the words beside it change is still there when it is let go.
    void anOfferIsTakenWhileTheWordsChange()
    {
        Shown shown;
        StartPage& page = shown.page;
        page.show();
        int stopped = 0;
        page.offerHelp(QStringLiteral("Reading"), {{QStringLiteral("Stop"), [&] { ++stopped; }}}, &page);
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        auto* stop = page.findChild<Button*>(QStringLiteral("startOffer1"));
        QVERIFY(stop != nullptr);
        QTest::mousePress(stop, Qt::LeftButton);
        page.setHelp(QStringLiteral("Reading, 40 %"));
        QCOMPARE(page.findChild<QLabel*>(QStringLiteral("startHelp"))->text(), QStringLiteral("Reading, 40 %"));
        QCOMPARE(page.findChild<Button*>(QStringLiteral("startOffer1")), stop);
        QTest::mouseRelease(stop, Qt::LeftButton);
        QTRY_COMPARE(stopped, 1);
    }
};

QTEST_MAIN(TestStartPage)
#include "tst_start_page_x11.moc"
