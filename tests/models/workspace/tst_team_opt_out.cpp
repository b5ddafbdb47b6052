// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/team.h"
#include "tests/support/test_main.h"

using namespace keyturn;
using namespace keyturn::test;

/// Who asked not to be contacted is marked by everybody; only a manager takes the mark away, by undoing it too.
class TestTeamOptOut : public QObject
{
    Q_OBJECT

    struct State
    {
        QString lead;
        QString consents;
        QString entries;

        friend bool operator==(const State&, const State&) = default;
    };
    /// All that the server holds of the lead, as its superuser sees it.
    [[nodiscard]] State stateOf(LeadId lead) const
    {
        const QString id = lead.toString();
        const auto rows = [&](const char* table, const char* key) {
            return m_team.ask(
                QStringLiteral("SELECT coalesce(string_agg(t::text, '/' ORDER BY t.id), '') FROM keyturn.%1 t WHERE "
                               "t.%2 = '%3'")
                    .arg(QLatin1String(table), QLatin1String(key), id));
        };
        return {rows("leads", "id"), rows("consents", "lead_id"), rows("lead_activities", "lead_id")};
    }
    [[nodiscard]] QString mark(LeadId lead) const
    {
        return m_team.ask(
            QStringLiteral("SELECT do_not_contact::text FROM keyturn.leads WHERE id = '%1'").arg(lead.toString()));
    }
    [[nodiscard]] QString lastConsent(LeadId lead) const
    {
        return m_team.ask(
            QStringLiteral("SELECT action FROM keyturn.consents WHERE lead_id = '%1' ORDER BY occurred_at "
                           "DESC, id DESC LIMIT 1")
                .arg(lead.toString()));
    }
    static LeadId makeLead(Workspace& workspace, const QString& name)
    {
        CreateLead command;
        command.fields = {{QStringLiteral("name"), name, std::nullopt},
                          {QStringLiteral("phone"), QStringLiteral("+13035550142"), std::nullopt}};
        const auto done = await(workspace.submit(command));
        return done ? done->changes.leads().front() : LeadId();
    }
    static LogActivity optOut(LeadId lead, LogActivity::Type type = LogActivity::Type::Call)
    {
        LogActivity call;
        call.lead = lead;
        call.type = type;
        call.outcome = QStringLiteral("opted_out");
        call.text = QStringLiteral("STOP");
        return call;
    }
    static bool isMarked(Workspace& workspace, LeadId lead)
    {
        const auto cards = await(workspace.cards({lead}));
        return cards && cards->size() == 1 && cards->front().doNotContact;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!startOrSkip(m_team)) {
            return;
        }
        QCOMPARE(m_team.makeOrganization(), QString());
        m_officer = m_team.add(QStringLiteral("Olga"), QStringLiteral("loan_officer"));
        m_manager = m_team.add(QStringLiteral("Max"), QStringLiteral("manager"));
    }
    void init() { failOnAnyWarning(); }

    void anOfficerRaisesTheMarkForGood_data()
    {
        QTest::addColumn<bool>("isSms");
        QTest::newRow("a call") << false;
        QTest::newRow("an SMS") << true;
    }
    void anOfficerRaisesTheMarkForGood()
    {
        QFETCH(const bool, isSms);
        const auto desk = m_team.open(m_officer);
        QVERIFY(desk);
        const LeadId lead = makeLead(*desk, QStringLiteral("Quiet Please"));
        QVERIFY(!lead.isNull());
        QVERIFY(await(desk->submit(optOut(lead, isSms ? LogActivity::Type::Sms : LogActivity::Type::Call))));
        QCOMPARE(mark(lead), QStringLiteral("true"));
        QCOMPARE(lastConsent(lead), QStringLiteral("dnc_listed"));
        QVERIFY(isMarked(*desk, lead));

        const State before = stateOf(lead);
        const UndoState undoBefore = desk->undoState();
        const auto refused = await(desk->undo());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Refused);
        QVERIFY2(refused.error().message.contains(QStringLiteral("Only a manager")),
                 qPrintable(refused.error().message));
        // Nothing of it is undone: not the mark, not the consent, not the call in the log.
        QVERIFY(stateOf(lead) == before);
        QCOMPARE(mark(lead), QStringLiteral("true"));
        // And the window says the same as before.
        QVERIFY(isMarked(*desk, lead));
        QVERIFY(desk->undoState() == undoBefore);
        // What the officer does next is done, and undone, as ever.
        AddNote note;
        note.lead = lead;
        note.content = QStringLiteral("Wants letters only");
        QVERIFY(await(desk->submit(note)));
        QVERIFY(await(desk->undo()));
        QVERIFY(isMarked(*desk, lead));
    }

    void aManagerTakesBackWhatWasMarkedByMistake()
    {
        const auto desk = m_team.open(m_manager);
        QVERIFY(desk);
        const LeadId lead = makeLead(*desk, QStringLiteral("Misheard"));
        QVERIFY(!lead.isNull());
        QVERIFY(await(desk->submit(optOut(lead))));
        QVERIFY(isMarked(*desk, lead));
        const auto undone = await(desk->undo());
        QVERIFY2(undone, undone ? "" : qPrintable(undone.error().message + undone.error().detail));
        QVERIFY(undone->undone);
        QCOMPARE(mark(lead), QStringLiteral("false"));
        QCOMPARE(lastConsent(lead), QStringLiteral("dnc_cleared"));
        QVERIFY(!isMarked(*desk, lead));
        QVERIFY(await(desk->redo()));
        QVERIFY(isMarked(*desk, lead));
        QCOMPARE(lastConsent(lead), QStringLiteral("dnc_listed"));
    }

    void whoWasMarkedAlreadyStaysMarked()
    {
        const auto desk = m_team.open(m_officer);
        QVERIFY(desk);
        const LeadId lead = makeLead(*desk, QStringLiteral("Said It Twice"));
        QVERIFY(await(desk->submit(optOut(lead))));
        QVERIFY(await(desk->submit(optOut(lead))));
        // The second call raised nothing, so that it can be taken back: the mark is the first one's.
        const auto undone = await(desk->undo());
        QVERIFY2(undone, undone ? "" : qPrintable(undone.error().message + undone.error().detail));
        QCOMPARE(mark(lead), QStringLiteral("true"));
        QCOMPARE(lastConsent(lead), QStringLiteral("dnc_listed"));
        QVERIFY(isMarked(*desk, lead));
    }

private:
    Team m_team;
    Team::Member m_officer;
    Team::Member m_manager;
};

QTEST_GUILESS_MAIN(TestTeamOptOut)
#include "tst_team_opt_out.moc"
