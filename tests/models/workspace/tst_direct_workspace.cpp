// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tcp_proxy.h"
#include "tests/support/team.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>

using namespace keyturn;
using namespace keyturn::test;

/// People at work on one server, each through a workspace of their own.
class TestDirectWorkspace : public QObject
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
        QVERIFY(m_ann.login.password.size() >= 20);
    }
    void init() { failOnAnyWarning(); }

    void aFreshWorkspaceIsReadyToWork()
    {
        const auto workspace = m_team.open(m_ann);
        QVERIFY(workspace);
        const Catalogue& catalogue = workspace->catalogue();
        QCOMPARE(catalogue.organizationName, QStringLiteral("Example Home Loans"));
        QCOMPARE(catalogue.stages.size(), 22U);
        QCOMPARE(catalogue.user(catalogue.me)->email, m_ann.email);
        QVERIFY(!catalogue.device.isNull());
        QCOMPARE(workspace->link().kind, LinkState::Kind::Online);
        QVERIFY(workspace->access().mayWrite);
        QVERIFY(workspace->access().managesPeople);
        const auto refused = await(workspace->backup(QStringLiteral("/nowhere")));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Refused);
    }

    void everyPageFindsItsRows()
    {
        const auto workspace = m_team.open(m_ann);
        QVERIFY(workspace);
        const LeadId lead = addLead(*workspace, QStringLiteral("Page Turner"));
        AddTask task;
        task.lead = lead;
        task.title = QStringLiteral("Call back");
        QVERIFY(await(workspace->submit(task)));
        const auto first = await(workspace->firstCards(20));
        QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
        QVERIFY(first->table->rowOf(lead) != LeadTable::noRow);
        const auto all = await(workspace->allLeads());
        QVERIFY(all && all->complete);
        const auto row = all->table->rowOf(lead);
        QVERIFY(row != LeadTable::noRow);
        const auto cards = await(workspace->cards({lead}));
        QVERIFY(cards && cards->size() == 1);
        // The one statement tells what the many do, for every lead.
        std::vector<LeadId> everybody;
        for (LeadTable::Row each = 0; each < LeadTable::Row(all->table->count()); ++each) {
            everybody.push_back(all->table->card(each).id);
        }
        const auto one = await(workspace->cards(everybody));
        QVERIFY(one && one->size() == everybody.size());
        LeadTable apart;
        for (const LeadCard& card : *one) {
            apart.upsert(card);
        }
        for (const LeadId id : everybody) {
            QCOMPARE(all->table->card(all->table->rowOf(id)), apart.card(apart.rowOf(id)));
        }
        QCOMPARE(cards->front().taskTitle, QStringLiteral("Call back"));
        const auto totals = await(workspace->totals());
        QVERIFY(totals && !totals->empty());
        const auto byStage = [](const StageTotal& a, const StageTotal& b) {
            return std::pair(a.stage.toString(), a.owner.toString()) <
                   std::pair(b.stage.toString(), b.owner.toString());
        };
        std::vector<StageTotal> sorted = *totals;
        std::sort(sorted.begin(), sorted.end(), byStage);
        QCOMPARE(all->totals, sorted);
        const auto detail = await(workspace->lead(lead));
        QVERIFY2(detail, detail ? "" : qPrintable(detail.error().detail));
        TimelineQuery query;
        query.lead = lead;
        const auto page = await(workspace->timeline(query));
        QVERIFY(page && !page->entries.empty());
        TodayQuery today;
        today.user = workspace->catalogue().me;
        const auto lists = await(workspace->today(today));
        QVERIFY2(lists, lists ? "" : qPrintable(lists.error().detail));
        QVERIFY(await(workspace->findContacts(QStringLiteral("a"), 5)));
        const auto tasks = await(workspace->tasks(workspace->catalogue().me, true));
        QVERIFY(tasks && !tasks->empty());
    }

    void colleaguesSeeEachOthersMoves()
    {
        const auto anns = m_team.open(m_ann);
        const auto maxs = m_team.open(m_max);
        QVERIFY(anns && maxs);
        QSignalSpy seen(maxs.get(), &Workspace::changed);
        const LeadId lead = addLead(*anns, QStringLiteral("Seen Byboth"));
        QTRY_VERIFY_WITH_TIMEOUT(tells(seen, lead), 20'000);
        QCOMPARE(seen.last().first().value<ChangeSet>().origin, ChangeSet::Origin::Remote);
        QCOMPARE(await(maxs->cards({lead}))->size(), 1U);

        QSignalSpy back(anns.get(), &Workspace::changed);
        QVERIFY(await(maxs->submit(moveTo(*maxs, lead, "contacted"))));
        QTRY_VERIFY_WITH_TIMEOUT(tells(back, lead), 20'000);
        QCOMPARE(await(anns->cards({lead}))->front().stage, stage(*anns, "contacted"));
        // What one does oneself is told once, by the answer.
        QTest::qWait(700);
        QCOMPARE(seen.count(), 1 + 1);
    }

    void aPageIsOneTripOrTwo()
    {
        TcpProxy wire(m_team.server().port());
        DirectOptions options = m_team.options();
        options.lookEveryMs = 0;
        const auto workspace = m_team.open(m_ann, options, wire.port());
        QVERIFY(workspace);
        const LeadId lead = addLead(*workspace, QStringLiteral("Far Away"));
        wire.delay(20); // so that what is said at once arrives at once
        // As it comes, when it is planned, and by its plan; the reader's first connection takes more. What is said at
        // once may be cut in two on a busy machine, and what ended the moment before may still be under way.
        const auto fewest = [&](const std::function<bool()>& ask) {
            int trips = std::numeric_limits<int>::max();
            for (int i = 0; i < 5; ++i) {
                const int before = wire.said();
                if (!ask()) {
                    return std::numeric_limits<int>::max();
                }
                trips = std::min(trips, wire.said() - before);
            }
            return trips;
        };
        QCOMPARE_LE(fewest([&] {
                        const auto detail = await(workspace->lead(lead));
                        return detail && detail->lead.text(QStringLiteral("name")) == QLatin1String("Far Away");
                    }),
                    2);
        QCOMPARE_LE(fewest([&] { return await(workspace->today({workspace->catalogue().me, 7, 20})).has_value(); }), 4);
        // A lead that is not there is told as that, and what follows is answered.
        QCOMPARE(await(workspace->lead(LeadId(QUuid::createUuid()))).error().kind, Error::Kind::Invalid);
        QVERIFY(await(workspace->lead(lead)));
        TimelineQuery log;
        log.lead = lead;
        QCOMPARE_LE(fewest([&] {
                        const auto page = await(workspace->timeline(log));
                        return page && !page->entries.empty() && !page->entries.front().actorName.isEmpty();
                    }),
                    4);
    }

    void aHintOfTheServerIsEnough()
    {
        // Neither desk would look by itself before the test gives up.
        DirectOptions slow = m_team.options();
        slow.lookEveryMs = 3'600'000;
        const auto anns = m_team.open(m_ann, slow);
        const auto maxs = m_team.open(m_max, slow);
        QVERIFY(anns && maxs);
        QSignalSpy seen(maxs.get(), &Workspace::changed);
        // The server hints once a second at most, so this may take some.
        bool isSeen = false;
        for (int i = 0; i < 10 && !isSeen; ++i) {
            const LeadId lead = addLead(*anns, QStringLiteral("Hinted At %1").arg(i));
            isSeen = QTest::qWaitFor([&] { return tells(seen, lead); }, 1'500);
        }
        QVERIFY(isSeen);
        QCOMPARE(maxs->link().kind, LinkState::Kind::Online);
    }

    void aHintIsNotNeeded()
    {
        DirectOptions deaf = m_team.options();
        deaf.listens = false;
        const auto anns = m_team.open(m_ann, deaf);
        const auto maxs = m_team.open(m_max, deaf);
        QVERIFY(anns && maxs);
        QCOMPARE(m_team.ask(QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'")),
                 QStringLiteral("0"));
        QSignalSpy seen(maxs.get(), &Workspace::changed);
        const LeadId lead = addLead(*anns, QStringLiteral("Looked For"));
        QTRY_VERIFY_WITH_TIMEOUT(tells(seen, lead), 20'000);
    }

    void whoAsksNothingHoldsNoConnection()
    {
        DirectOptions options = m_team.options();
        options.idleMs = 300;
        const auto workspace = m_team.open(m_max, options);
        QVERIFY(workspace);
        const QString held =
            QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE usename = '%1'").arg(m_max.login.login);
        QSignalSpy link(workspace.get(), &Workspace::linkChanged);
        for (int i = 0; i < 2; ++i) {
            QVERIFY(await(workspace->totals()));
            QTRY_COMPARE_WITH_TIMEOUT(m_team.ask(held), QStringLiteral("1"), 20'000);
        }
        QVERIFY(await(workspace->allLeads()));
        QCOMPARE(link.count(), 0);
    }

    void aNewTagReachesTheColleaguesCatalogue()
    {
        const auto anns = m_team.open(m_ann);
        const auto maxs = m_team.open(m_max);
        QVERIFY(anns && maxs);
        QSignalSpy fresh(maxs.get(), &Workspace::catalogueChanged);
        CreateLead create;
        create.fields = {{QStringLiteral("name"), QStringLiteral("Tag Bearer"), {}},
                         {QStringLiteral("email"), QStringLiteral("bearer@example.com"), {}}};
        create.tags = QStringList{QStringLiteral("Of two desks")};
        QVERIFY(await(anns->submit(create)));
        QTRY_VERIFY_WITH_TIMEOUT(maxs->catalogue().tagByName(QStringLiteral("Of two desks")) != nullptr, 20'000);
        QVERIFY(fresh.count() >= 1);
    }

    void aClashIsToldWithWhatTheOtherWrote()
    {
        // Ann's desk does not look by itself, so it still shows what it read.
        DirectOptions deaf = m_team.options();
        deaf.lookEveryMs = 0;
        const auto anns = m_team.open(m_ann, deaf);
        const auto maxs = m_team.open(m_max);
        QVERIFY(anns && maxs);
        QSignalSpy seen(maxs.get(), &Workspace::changed);
        const LeadId lead = addLead(*anns, QStringLiteral("Clash Point"));
        QTRY_VERIFY_WITH_TIMEOUT(tells(seen, lead), 20'000);
        QVERIFY(await(maxs->submit(moveTo(*maxs, lead, "processing"))));
        QSignalSpy told(anns.get(), &Workspace::changed);
        const auto refused = await(anns->submit(moveTo(*anns, lead, "contacted")));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        QVERIFY2(refused.error().message.contains(QStringLiteral("Processing")), qPrintable(refused.error().message));
        // The clash itself shows what the other did, and the desk goes on.
        QTRY_VERIFY_WITH_TIMEOUT(tells(told, lead), 20'000);
        QCOMPARE(await(anns->cards({lead}))->front().stage, stage(*anns, "processing"));
        QVERIFY(await(anns->submit(moveTo(*anns, lead, "contacted"))));
    }

    void aViewerLooksOnly()
    {
        const auto workspace = m_team.open(m_vera);
        QVERIFY(workspace);
        QVERIFY(!workspace->access().mayWrite);
        QVERIFY(await(workspace->allLeads()));
        const auto refused = await(workspace->undo());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Refused);
    }

    void aChangedRoleArrives()
    {
        const Team::Member nora = m_team.add(QStringLiteral("Nora"), QStringLiteral("viewer"));
        const auto workspace = m_team.open(nora);
        QVERIFY(workspace);
        QVERIFY(m_team.admin().setRole({}, nora.email, QStringLiteral("manager")));
        QTRY_VERIFY_WITH_TIMEOUT(workspace->access().mayWrite, 20'000);
        QCOMPARE(workspace->access().role, QStringLiteral("manager"));
        addLead(*workspace, QStringLiteral("Nora First"));
    }

    void whoIsSentAwayIsOutAtOnce()
    {
        const Team::Member bob = m_team.add(QStringLiteral("Bob"), QStringLiteral("loan_officer"));
        const auto workspace = m_team.open(bob);
        QVERIFY(workspace);
        QVERIFY(m_team.admin().setActive({}, bob.email, false));
        QTRY_COMPARE_WITH_TIMEOUT(workspace->link().kind, LinkState::Kind::Lost, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(workspace->link().reason.kind, Error::Kind::Auth, 20'000);
        QVERIFY(!await(workspace->allLeads()));
        QVERIFY(m_team.admin().setActive({}, bob.email, true));
        workspace->reconnect();
        QTRY_COMPARE_WITH_TIMEOUT(workspace->link().kind, LinkState::Kind::Online, 20'000);
    }

    void aWrongPasswordIsTold()
    {
        DirectLibrary library(m_team.options());
        const auto refused = await(library.open(m_team.address(m_vera), QStringLiteral("not the password")));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Auth);
        QCOMPARE(refused.error().nativeCode, QStringLiteral("28P01"));
    }

private:
    static LeadId addLead(Workspace& workspace, const QString& name)
    {
        CreateLead create;
        create.fields = {
            {QStringLiteral("name"), name, {}},
            {QStringLiteral("email"), QString(name.toLower().remove(u' ') + QStringLiteral("@example.com")), {}}};
        const auto done = await(workspace.submit(create));
        if (!done) {
            QTest::qFail(qPrintable(done.error().message + done.error().detail), __FILE__, __LINE__);
            return {};
        }
        return done->changes.leads().front();
    }
    static StageId stage(Workspace& workspace, const char* key)
    {
        return workspace.catalogue().stageByKey(QString::fromLatin1(key))->id;
    }
    static MoveStage moveTo(Workspace& workspace, LeadId lead, const char* key)
    {
        MoveStage move;
        move.leads = {lead};
        move.to = stage(workspace, key);
        return move;
    }
    static bool tells(const QSignalSpy& spy, LeadId lead)
    {
        return std::any_of(spy.begin(), spy.end(), [lead](const QList<QVariant>& arguments) {
            const auto leads = arguments.first().value<ChangeSet>().leads();
            return std::find(leads.begin(), leads.end(), lead) != leads.end();
        });
    }

    Team m_team;
    Team::Member m_ann, m_max, m_vera;
};

QTEST_GUILESS_MAIN(TestDirectWorkspace)
#include "tst_direct_workspace.moc"
