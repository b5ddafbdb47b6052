// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/program.h"
#include "app/secrets/memory_secrets.h"
#include "tests/support/team.h"
#include "tests/support/test_main.h"
#include "ui/board/board_page.h"
#include "ui/board/board_view.h"
#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/label.h"
#include "ui/kit/tab_bar.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/workbench.h"
#include "ui/start/team_page.h"

#include <QAbstractSpinBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTextEdit>

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
        if (!startOrSkip(m_team)) {
            return;
        }
        QCOMPARE(m_team.makeOrganization(), QString());
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
        const LeadId lead = liveIn();
        Desk vera;
        vera.open(m_team.address(m_vera), m_vera.login.password);
        vera.waitForBoard();
        QVERIFY(!vera.program->window().findChild<QWidget*>(QStringLiteral("newLead"))->isVisible());
        const QStringList offered = offers(vera, lead);
        for (const QString& one : offered) {
            qInfo("%s", qPrintable(one));
        }
        QVERIFY(offered.isEmpty());
    }

    void whoIsSentAwayIsOfferedNothingEither()
    {
        const LeadId lead = liveIn();
        const Team::Member eve = m_team.add(QStringLiteral("Eve"), QStringLiteral("org_admin"));
        Desk desk;
        desk.open(m_team.address(eve), eve.login.password);
        desk.waitForBoard();
        // As long as she works here there is much.
        QVERIFY(!offers(desk, lead).isEmpty());
        QVERIFY(m_team.admin().setActive({}, eve.email, false));
        QTRY_COMPARE_WITH_TIMEOUT(desk.workspace().link().reason.kind, Error::Kind::Auth, patienceMs);
        const QStringList offered = offers(desk, lead);
        for (const QString& one : offered) {
            qInfo("%s", qPrintable(one));
        }
        QVERIFY(offered.isEmpty());
    }

    void anAdministratorInvitesFromSettings()
    {
        // Whoever runs the server has a password too.
        QCOMPARE(m_team.ask(QStringLiteral("ALTER ROLE crm_admin PASSWORD 'fictitious-too'")), QString());
        Desk ann;
        ann.open(m_team.address(m_ann), m_ann.login.password);
        ann.waitForBoard();
        SettingsPage& page = people(ann);
        const auto edit = [&page](const char* name) { return page.findChild<QLineEdit*>(QLatin1String(name)); };
        auto* invite = page.findChild<QAbstractButton*>(QStringLiteral("invite"));
        auto* result = page.findChild<QWidget*>(QStringLiteral("inviteResult"));
        QTest::mouseClick(invite, Qt::LeftButton);
        QVERIFY(!result->isVisible()); // nothing was filled in
        edit("inviteFirst")->setText(QStringLiteral("Ivy"));
        edit("inviteLast")->setText(QStringLiteral("Example"));
        edit("inviteEmail")->setText(QStringLiteral("ivy@example.com"));
        edit("inviteAdministrator")->setText(QStringLiteral("crm_admin"));
        edit("inviteAdministratorPassword")->setText(QStringLiteral("not it"));
        QTest::mouseClick(invite, Qt::LeftButton);
        QVERIFY(!invite->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(invite->isEnabled(), patienceMs);
        QVERIFY(!result->isVisible());
        QCOMPARE(m_team.ask(QStringLiteral("SELECT count(*) FROM keyturn.users WHERE email = 'ivy@example.com'")),
                 QStringLiteral("0"));
        edit("inviteAdministratorPassword")->setText(QStringLiteral("fictitious-too"));
        QTest::mouseClick(invite, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(result->isVisible(), patienceMs);
        QVERIFY(edit("inviteAdministratorPassword")->text().isEmpty());
        for (const Field* field : page.findChildren<Field*>()) {
            QCOMPARE(field->error(), QString());
        }

        // What is shown opens the door.
        QTest::mouseClick(page.findChild<QAbstractButton*>(QStringLiteral("inviteNewAddressCopy")), Qt::LeftButton);
        const auto address = ServerAddress::parse(QGuiApplication::clipboard()->text());
        QVERIFY(address);
        QTest::mouseClick(page.findChild<QAbstractButton*>(QStringLiteral("inviteNewPasswordCopy")), Qt::LeftButton);
        const QString password = QGuiApplication::clipboard()->text();
        QVERIFY(password.size() >= 20);
        QCOMPARE(edit("inviteNewPassword")->text(), password);
        const auto ivys = await(DirectLibrary(m_team.options()).open(*address, password));
        QVERIFY2(ivys, ivys ? "" : qPrintable(ivys.error().message + ivys.error().detail));
        QCOMPARE((*ivys)->access().role, QStringLiteral("loan_officer"));
        QTRY_VERIFY_WITH_TIMEOUT(roleBox(ann, QStringLiteral("Ivy Example")) != nullptr, patienceMs);
        QTest::mouseClick(page.findChild<QAbstractButton*>(QStringLiteral("inviteDone")), Qt::LeftButton);
        QVERIFY(edit("inviteNewPassword")->text().isEmpty());

        // Sent away from the same page, in the middle of the work.
        QAbstractButton* toggle = nullptr;
        for (auto* button : page.findChildren<QAbstractButton*>(QStringLiteral("personActive"))) {
            if (button->isVisible() && button->accessibleName().contains(QStringLiteral("Ivy Example"))) {
                toggle = button;
            }
        }
        QVERIFY(toggle != nullptr);
        QTest::mouseClick(toggle, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT((*ivys)->link().kind, LinkState::Kind::Lost, patienceMs);
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
    static SettingsPage& people(Desk& desk)
    {
        desk.program->workbench()->showPage(QStringLiteral("settings"));
        auto* page = qobject_cast<SettingsPage*>(desk.program->workbench()->page(QStringLiteral("settings")));
        page->showSection(SettingsPage::People);
        return *page;
    }
    static QComboBox* roleBox(Desk& desk, const QString& name)
    {
        const auto boxes = people(desk).findChildren<QComboBox*>(QStringLiteral("personRole"));
        const auto found = std::find_if(boxes.begin(), boxes.end(),
                                        [&name](const QComboBox* box) { return box->accessibleName().contains(name); });
        return found == boxes.end() ? nullptr : *found;
    }

    /// A lead with something of everything, made once.
    LeadId liveIn()
    {
        if (m_book.ann.isNull()) {
            const auto workspace = m_team.open(m_ann);
            const QString failure = workspace ? m_book.fill(*workspace) : QStringLiteral("not opened");
            if (!failure.isEmpty()) {
                QTest::qFail(qPrintable(failure), __FILE__, __LINE__);
            }
        }
        return m_book.ann;
    }

    /// Everything that somebody could type into or press, on every page, but for what only changes the view.
    static QStringList offers(Desk& desk, LeadId lead)
    {
        Workbench& workbench = *desk.program->workbench();
        QStringList found;
        const auto look = [&](const QString& place) {
            QTest::qWait(300); // what is shown is filled a moment later
            const auto widgets = desk.program->window().findChildren<QWidget*>();
            for (QWidget* widget : widgets) {
                if (widget->isVisible() && widget->isEnabled() && isToChange(*widget)) {
                    found << QString(place % u": " % QString::fromLatin1(widget->metaObject()->className()) % u" " %
                                     widget->objectName() % u" “" % widget->accessibleName() % u"”");
                }
            }
        };
        for (const char* page : {"today", "pipeline", "leads"}) {
            workbench.showPage(QLatin1String(page));
            look(QLatin1String(page));
        }
        workbench.showPage(QStringLiteral("pipeline"));
        // Menus are made when they are asked for.
        QTest::mouseClick(workbench.findChild<QAbstractButton*>(QStringLiteral("menu_new")), Qt::LeftButton);
        auto* menu = workbench.findChild<QMenu*>(QStringLiteral("stageMenu"));
        for (const QAction* action : menu == nullptr ? QList<QAction*>() : menu->actions()) {
            static const QStringList ofTheView{QStringLiteral("Fold"), QStringLiteral("Unfold"),
                                               QStringLiteral("Select all"), QStringLiteral("Sort columns")};
            if (action->isEnabled() && !action->isSeparator() && !ofTheView.contains(action->text())) {
                found << QString(u"menu of a column: " % action->text());
            }
        }
        if (menu == nullptr) {
            found << QStringLiteral("the menu of a column did not open");
        } else {
            menu->close();
        }
        workbench.openLead(lead, LeadPlace::Panel);
        look(QStringLiteral("lead beside"));
        workbench.openLead(lead, LeadPlace::Page);
        for (TabBar* tabs : workbench.findChildren<TabBar*>()) {
            for (int i = 0; tabs->isVisible() && i < tabs->count(); ++i) {
                tabs->setCurrentIndex(i);
                look(QStringLiteral("lead, %1 %2").arg(tabs->objectName()).arg(i));
            }
        }
        workbench.closeLead();
        SettingsPage& settings = people(desk);
        for (int section = SettingsPage::Look; section <= SettingsPage::About; ++section) {
            settings.showSection(SettingsPage::Section(section));
            look(QStringLiteral("settings %1").arg(section));
        }
        found.removeDuplicates();
        return found;
    }

    static bool isToChange(const QWidget& widget)
    {
        const auto* line = qobject_cast<const QLineEdit*>(&widget);
        const auto* text = qobject_cast<const QTextEdit*>(&widget);
        const auto* plain = qobject_cast<const QPlainTextEdit*>(&widget);
        const bool isInput = (line != nullptr && !line->isReadOnly()) || (text != nullptr && !text->isReadOnly()) ||
                             (plain != nullptr && !plain->isReadOnly()) ||
                             qobject_cast<const QComboBox*>(&widget) != nullptr ||
                             qobject_cast<const QAbstractSpinBox*>(&widget) != nullptr ||
                             qobject_cast<const QAbstractButton*>(&widget) != nullptr;
        if (!isInput) {
            return false;
        }
        // What only changes the view: where one is, what is listed and in which order, how it looks here.
        static const QRegularExpression ofTheView(QStringLiteral(
            "^(rail_.*|paletteButton|filter.*|clearFilters|boardSort|boardDensity|view_.*|menu_.*|folded_.*|"
            "leadsColumns|panelExpand|panelClose|panelMail|panelCall|leadBack|error[A-Z].*|leadMail|leadPhone|"
            "timelineSearch|"
            "timelineHighlights|timelineFilters|setting[A-Z].*|leadsExport|exportActivities|verify|openAnotherBook|"
            "newBook|inviteNew.*|qt_"
            "spinbox_lineedit)"
            "$"));
        return !ofTheView.match(widget.objectName()).hasMatch();
    }

    Team m_team;
    Team::Member m_ann, m_max, m_vera;
    LivedInBook m_book;
};

QTEST_MAIN(TestTeamStory)
#include "tst_team_story_x11.moc"
