// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/kit/preferences.h"
#include "ui/kit/prompts.h"
#include "ui/start/team_page.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHash>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace keyturn;

namespace {

class NoPreferences final : public Preferences
{
public:
    [[nodiscard]] QVariant value(const QString& key) const override { return m_values.value(key); }
    void setValue(const QString& key, const QVariant& value) override { m_values.insert(key, value); }

private:
    QHash<QString, QVariant> m_values;
};

class OneFile final : public Prompts
{
public:
    void confirm(QWidget*, const QString&, const QString&, const QString&, std::function<void(bool)> answer) override
    {
        answer(false);
    }
    void openFile(QWidget*, const QString&, const QStringList&, std::function<void(QString)> answer) override
    {
        answer(QStringLiteral("/etc/our ca.crt"));
    }
    void saveFile(QWidget*, const QString&, const QString&, const QStringList&,
                  std::function<void(QString)> answer) override
    {
        answer({});
    }
};

} // namespace

class TestTeamPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void aPastedAddressFillsTheBoxes()
    {
        TeamPage page(m_context, {});
        show(page);
        QGuiApplication::clipboard()->setText(QStringLiteral("postgresql://u_9@db.example.com:6000/team"));
        box(page, "teamHost")->setFocus();
        QTest::keySequence(box(page, "teamHost"), QKeySequence::Paste);
        QCOMPARE(box(page, "teamHost")->text(), QStringLiteral("db.example.com"));
        QCOMPARE(box(page, "teamPort")->text(), QStringLiteral("6000"));
        QCOMPARE(box(page, "teamDatabase")->text(), QStringLiteral("team"));
        QCOMPARE(box(page, "teamLogin")->text(), QStringLiteral("u_9"));
    }

    void aTypedAddressIsTakenWhenItIsWhole()
    {
        TeamPage page(m_context, {});
        show(page);
        box(page, "teamHost")->setFocus();
        QTest::keyClicks(box(page, "teamHost"), QStringLiteral("postgresql://u_9@db.example.com/team"));
        QCOMPARE(box(page, "teamHost")->text(), QStringLiteral("postgresql://u_9@db.example.com/team"));
        box(page, "teamPassword")->setFocus();
        QCOMPARE(box(page, "teamHost")->text(), QStringLiteral("db.example.com"));
        QCOMPARE(box(page, "teamDatabase")->text(), QStringLiteral("team"));
    }

    void whatIsTypedIsAskedFor()
    {
        TeamPage page(m_context, {QStringLiteral("postgresql://u_1@db.example.com/team")});
        show(page);
        QSignalSpy asked(&page, &TeamPage::openRequested);
        QTest::keyClick(box(page, "teamHost"), Qt::Key_Return);
        QCOMPARE(asked.count(), 0); // nothing is filled in yet
        page.findChild<Button*>(QStringLiteral("teamRecent"))->click();
        page.findChild<Button*>(QStringLiteral("teamChooseAuthority"))->click();
        QCOMPARE(box(page, "teamPassword")->echoMode(), QLineEdit::Password);
        QTest::keyClicks(box(page, "teamPassword"), QStringLiteral("s3cret"));
        QTest::keyClick(box(page, "teamPassword"), Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        const auto answers = asked.first().first().value<TeamAnswers>();
        QCOMPARE(answers.address.host, QStringLiteral("db.example.com"));
        QCOMPARE(answers.address.user, QStringLiteral("u_1"));
        QCOMPARE(answers.address.caFile, QStringLiteral("/etc/our ca.crt"));
        QCOMPARE(answers.password, QStringLiteral("s3cret"));
        QVERIFY(answers.remember);
        page.setBusy(true);
        QTest::keyClick(box(page, "teamPassword"), Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
    }

    void aRefusalIsSaidOnThePage()
    {
        TeamPage page(m_context, {});
        show(page);
        page.setAddress(*ServerAddress::parse(QStringLiteral("postgresql://u_1@db.example.com/team")));
        page.showError({Error::Kind::Auth, QStringLiteral("The server did not accept this login."), {}, {}});
        auto* problem = page.findChild<Label*>(QStringLiteral("teamProblem"));
        QVERIFY(problem->isVisible());
        QCOMPARE(problem->text(), QStringLiteral("The server did not accept this login."));
        QVERIFY(box(page, "teamPassword")->hasFocus());
    }

private:
    static void show(TeamPage& page)
    {
        page.resize(1000, 800);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
    }
    static QLineEdit* box(TeamPage& page, const char* name)
    {
        return page.findChild<QLineEdit*>(QString::fromLatin1(name));
    }

    Theme m_theme;
    NoPreferences m_preferences;
    OneFile m_prompts;
    UiContext m_context{m_theme, m_preferences, m_prompts};
};

QTEST_MAIN(TestTeamPage)
#include "tst_team_page_x11.moc"
