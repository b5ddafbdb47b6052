// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/program.h"
#include "app/secrets/memory_secrets.h"
#include "tests/support/team.h"
#include "tests/support/test_main.h"
#include "ui/board/board_page.h"
#include "ui/board/board_view.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/workbench.h"
#include "ui/start/team_page.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>

using namespace keyturn;
using namespace keyturn::test;

namespace {

constexpr int patienceMs = 60'000;

/// One person's program with its window, settings and keychain.
struct Desk
{
    /// Opens at the server straight away, with the password in the keychain.
    void open(const ServerAddress& address, const QString& password)
    {
        secrets.write(address.toString(), password, &context, [](const Done&) {});
        start(address.toString());
    }
    void start(const QString& where)
    {
        ProgramOptions options;
        options.settingsFile = folder.filePath(QStringLiteral("settings.json"));
        options.booksFolder = folder.path();
        options.book = where;
        options.secrets = &secrets;
        options.listens = false;
        program = std::make_unique<keyturn::Program>(options);
        program->start();
        program->window().resize(1280, 720);
    }
    void waitForBoard()
    {
        QTRY_VERIFY_WITH_TIMEOUT(program->workbench() != nullptr, patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(program->store()->isComplete(), patienceMs);
        program->workbench()->showPage(QStringLiteral("pipeline"));
        QTRY_VERIFY_WITH_TIMEOUT(!board().view().columns().empty(), patienceMs);
    }
    [[nodiscard]] BoardPage& board() const
    {
        return *qobject_cast<BoardPage*>(program->workbench()->page(QStringLiteral("pipeline")));
    }
    [[nodiscard]] Workspace& workspace() const { return *program->workspace(); }
    [[nodiscard]] StageId stage(const char* key) const
    {
        return workspace().catalogue().stageByKey(QString::fromLatin1(key))->id;
    }
    [[nodiscard]] StageId stageShown(LeadId lead) const
    {
        const LeadTable& table = program->store()->table();
        const LeadTable::Row row = table.rowOf(lead);
        return row == LeadTable::noRow ? StageId() : table.stageAt(table.stageIndex(row));
    }
    [[nodiscard]] QString state() const
    {
        return program->window().findChild<QWidget*>(QStringLiteral("bookState"))->accessibleName();
    }

    QTemporaryDir folder;
    QObject context;
    MemorySecrets secrets;
    std::unique_ptr<keyturn::Program> program;
};

} // namespace

/// Two people side by side at one server, each with a window of their own.
class TestTeamStory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled()) {
            QSKIP("PostgreSQL is not installed.");
        }
        QString failure = m_team.start();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
        failure = m_team.makeOrganization();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
        m_ann = m_team.add(QStringLiteral("Ann"), QStringLiteral("org_admin"));
        m_max = m_team.add(QStringLiteral("Max"), QStringLiteral("manager"));
        m_vera = m_team.add(QStringLiteral("Vera"), QStringLiteral("viewer"));
    }
    void init() { failOnAnyWarning(); }

    void twoWindowsShowEachOthersMoves()
    {
        Desk ann;
        Desk max;
        ann.open(m_team.address(m_ann), m_ann.login.password);
        max.open(m_team.address(m_max), m_max.login.password);
        ann.waitForBoard();
        max.waitForBoard();
        QVERIFY2(ann.state().contains(QStringLiteral("127.0.0.1")), qPrintable(ann.state()));

        CreateLead create;
        create.fields = {{QStringLiteral("name"), QStringLiteral("Robin Sample"), {}},
                         {QStringLiteral("email"), QStringLiteral("robin@example.com"), {}}};
        const auto made = await(ann.workspace().submit(create));
        QVERIFY(made);
        const LeadId lead = made->changes.leads().front();
        QTRY_COMPARE_WITH_TIMEOUT(max.stageShown(lead), max.stage("new"), patienceMs);

        MoveStage move;
        move.leads = {lead};
        move.to = max.stage("contacted");
        max.program->store()->move(move);
        // At once on the own board, and then on the other.
        QCOMPARE(max.stageShown(lead), max.stage("contacted"));
        QTRY_COMPARE_WITH_TIMEOUT(ann.stageShown(lead), ann.stage("contacted"), patienceMs);
    }

    void aDeadServerIsSaidAtTheTopAndTheBoardStays()
    {
        Desk ann;
        ann.open(m_team.address(m_ann), m_ann.login.password);
        ann.waitForBoard();
        const qsizetype shown = ann.program->store()->table().count();
        m_team.server().kill();
        QTRY_VERIFY_WITH_TIMEOUT(ann.state().contains(QStringLiteral("Read-only")), patienceMs);
        QVERIFY(!ann.program->window().findChild<QWidget*>(QStringLiteral("newLead"))->isEnabled());
        QCOMPARE(ann.program->store()->table().count(), shown);
        const QString failure = m_team.server().startAgain();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
        QTRY_VERIFY_WITH_TIMEOUT(ann.state().contains(QStringLiteral("Connected")), patienceMs);
        QVERIFY(ann.program->window().findChild<QWidget*>(QStringLiteral("newLead"))->isEnabled());
    }

    void aViewerIsOfferedNothingToChange()
    {
        Desk vera;
        vera.open(m_team.address(m_vera), m_vera.login.password);
        vera.waitForBoard();
        QVERIFY(!vera.program->window().findChild<QWidget*>(QStringLiteral("newLead"))->isVisible());
    }

    void anAdministratorGivesRolesInSettings()
    {
        const Team::Member zoe = m_team.add(QStringLiteral("Zoe"), QStringLiteral("viewer"));
        Desk ann;
        Desk max;
        ann.open(m_team.address(m_ann), m_ann.login.password);
        max.open(m_team.address(m_max), m_max.login.password);
        ann.waitForBoard();
        max.waitForBoard();
        QComboBox* role = roleBox(ann, QStringLiteral("Zoe Example"));
        QVERIFY(role != nullptr);
        QCOMPARE(role->currentData().toString(), QStringLiteral("viewer"));
        role->setCurrentIndex(role->findData(QStringLiteral("loan_officer")));
        Q_EMIT role->activated(role->currentIndex());
        QTRY_COMPARE_WITH_TIMEOUT(
            m_team.ask(
                QStringLiteral("SELECT role FROM keyturn.org_memberships WHERE login = '%1'").arg(zoe.login.login)),
            QStringLiteral("loan_officer"), patienceMs);
        // A manager reads who is there, and no more.
        QVERIFY(roleBox(max, QStringLiteral("Zoe Example")) == nullptr);
    }

    void aServerIsOpenedFromThePageAndRemembered()
    {
        Desk max;
        max.start({});
        max.program->showTeam();
        auto* page = max.program->window().findChild<TeamPage*>();
        QVERIFY(page != nullptr);
        const ServerAddress address = m_team.address(m_max);
        page->setAddress(address);
        auto* password = page->findChild<QLineEdit*>(QStringLiteral("teamPassword"));
        QTest::keyClicks(password, QStringLiteral("wrong"));
        QSignalSpy failed(max.program.get(), &keyturn::Program::openFailed);
        QTest::keyClick(password, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patienceMs);
        QVERIFY(!page->findChild<Label*>(QStringLiteral("teamProblem"))->text().isEmpty());
        password->clear();
        QTest::keyClicks(password, m_max.login.password);
        QTest::keyClick(password, Qt::Key_Return);
        max.waitForBoard();
        // The password went to the keychain, the address to the settings, and neither to the other.
        QString kept;
        max.secrets.read(address.toString(), &max.context,
                         [&kept](const Result<QString>& found) { kept = found.value_or(QString()); });
        QTRY_COMPARE(kept, m_max.login.password);
        QCOMPARE(max.program->settings().value(QStringLiteral("book.last")).toString(), address.toString());
        max.program.reset();
        QFile settings(max.folder.filePath(QStringLiteral("settings.json")));
        QVERIFY(settings.open(QIODevice::ReadOnly));
        QVERIFY(!settings.readAll().contains(m_max.login.password.toLatin1()));
        // The next start needs no question.
        max.start({});
        max.waitForBoard();
    }

private:
    static QComboBox* roleBox(Desk& desk, const QString& name)
    {
        desk.program->workbench()->showPage(QStringLiteral("settings"));
        auto* page = qobject_cast<SettingsPage*>(desk.program->workbench()->page(QStringLiteral("settings")));
        page->showSection(SettingsPage::People);
        const auto boxes = page->findChildren<QComboBox*>(QStringLiteral("personRole"));
        const auto found = std::find_if(boxes.begin(), boxes.end(),
                                        [&name](const QComboBox* box) { return box->accessibleName().contains(name); });
        return found == boxes.end() ? nullptr : *found;
    }

    Team m_team;
    Team::Member m_ann, m_max, m_vera;
};

QTEST_MAIN(TestTeamStory)
#include "tst_team_story_x11.moc"
