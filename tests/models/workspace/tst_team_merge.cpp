// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/duplicates.h"
#include "models/workspace/direct_workspace.h"
#include "tests/support/team.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>

using namespace keyturn;
using namespace keyturn::test;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

QString why(const Error& error)
{
    return QString(error.message % u" | " % error.detail);
}

} // namespace

/// Two leads become one on a team's server, with everything that hangs on them, whoever wrote it.
class TestTeamMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!startOrSkip(m_team)) {
            return;
        }
        QCOMPARE(m_team.makeOrganization(), QString());
        m_olive = m_team.add(s("Olive"), s("loan_officer"));
        m_otto = m_team.add(s("Otto"), s("loan_officer"));
        m_max = m_team.add(s("Max"), s("manager"));
        m_mary = m_team.add(s("Mary"), s("marketing"));
    }
    void init() { failOnAnyWarning(); }

    void everythingFollowsAndComesBack()
    {
        const auto olives = m_team.open(m_olive);
        const auto maxs = m_team.open(m_max);
        QVERIFY(olives && maxs);
        const LeadId keep = add(*olives, s("Ann Lee"), s("303-555-0101"));
        const LeadId other = add(*olives, s("Anne Lee"), s("303-555-0102"));
        const LeadId earlier = add(*olives, s("A. Lee"), s("303-555-0103"));
        fillWithChildren(*olives, other, s("Olive's"));
        QVERIFY(run(*olives, MergeLeads{other, earlier, {}}));
        // A colleague's note, one that only he sees, and a task.
        QVERIFY(run(*maxs, note(other, s("Seen by all"), false)));
        QVERIFY(run(*maxs, note(other, s("For Max alone"), true)));
        AddTask task;
        task.lead = other;
        task.title = s("Max calls");
        QVERIFY(run(*maxs, task));
        QCOMPARE(live(other), 10);
        const QStringList before = state(other);

        look(*olives);
        QVERIFY(run(*olives, MergeLeads{keep, other, {s("email")}}));
        QCOMPARE(live(other), 0);
        QCOMPARE(live(keep), 10);
        QCOMPARE(m_team.ask(s("SELECT duplicate_of_id FROM keyturn.leads WHERE id = '%1'").arg(earlier.toString())),
                 keep.toString());
        QVERIFY(verifies());
        // Its author finds the private note at the lead that was kept; nobody else does.
        const auto notesOf = [](Workspace& workspace, LeadId lead) {
            QStringList notes;
            const auto detail = await(workspace.lead(lead));
            for (const Note& each : detail ? detail->notes : std::vector<Note>()) {
                notes << each.content;
            }
            return notes;
        };
        QVERIFY(notesOf(*maxs, keep).contains(s("For Max alone")));
        QVERIFY(notesOf(*olives, keep).contains(s("Seen by all")));
        QVERIFY(!notesOf(*olives, keep).contains(s("For Max alone")));
        // The log of both, and of the one before, is read as one.
        TimelineQuery query;
        query.lead = keep;
        query.limit = 100;
        const auto page = await(olives->timeline(query));
        QVERIFY(page);
        QVERIFY(std::ranges::any_of(
            page->entries, [](const TimelineEntry& entry) { return entry.description.contains(s("Olive's call")); }));
        QCOMPARE(m_team.ask(s("SELECT total_calls FROM keyturn.leads WHERE id = '%1'").arg(keep.toString())), s("1"));

        const auto undone = await(olives->undo());
        QVERIFY2(undone, undone ? "" : qPrintable(why(undone.error())));
        QCOMPARE(live(keep), 0);
        QCOMPARE(state(other), before);
        QVERIFY(notesOf(*maxs, other).contains(s("For Max alone")));
        QCOMPARE(m_team.ask(s("SELECT duplicate_of_id FROM keyturn.leads WHERE id = '%1'").arg(earlier.toString())),
                 other.toString());
        QCOMPARE(m_team.ask(s("SELECT total_calls FROM keyturn.leads WHERE id = '%1'").arg(keep.toString())), s("0"));
        QVERIFY(verifies());

        const auto redone = await(olives->redo());
        QVERIFY2(redone, redone ? "" : qPrintable(why(redone.error())));
        QCOMPARE(live(other), 0);
        QCOMPARE(live(keep), 10);
        QVERIFY(notesOf(*maxs, keep).contains(s("For Max alone")));
        QVERIFY(verifies());
        QVERIFY(await(olives->undo()));
        QCOMPARE(state(other), before);
        QVERIFY(verifies());
        const auto checks = await(olives->verify());
        QVERIFY2(checks, checks ? "" : qPrintable(why(checks.error())));
        for (const Check& check : *checks) {
            QVERIFY2(check.ok, qPrintable(check.detail));
        }
    }

    void aColleagueHearsOfIt()
    {
        const auto olives = m_team.open(m_olive);
        const auto maxs = m_team.open(m_max);
        QVERIFY(olives && maxs);
        const LeadId keep = add(*olives, s("Bo Ray"), s("303-555-0111"));
        const LeadId other = add(*olives, s("Bob Ray"), s("303-555-0112"));
        QVERIFY(run(*maxs, note(other, s("Carried"), false)));
        look(*olives);
        QSignalSpy seen(maxs.get(), &Workspace::changed);
        QVERIFY(run(*olives, MergeLeads{keep, other, {}}));
        QTRY_VERIFY_WITH_TIMEOUT(tells(seen, keep) && tells(seen, other), 20'000);
        const auto cards = await(maxs->cards({keep, other}));
        QVERIFY(cards);
        QCOMPARE(cards->size(), 1U);
        // His own notes came along, and he can go on editing them.
        const auto detail = await(maxs->lead(keep));
        QVERIFY(detail && !detail->notes.empty());
        EditNote edit;
        edit.id = detail->notes.front().id;
        edit.content = s("Carried and changed");
        QVERIFY(run(*maxs, edit));
        QVERIFY(verifies());
    }

    void onlyWhatOneSees()
    {
        const auto olives = m_team.open(m_olive);
        const auto ottos = m_team.open(m_otto);
        const auto marys = m_team.open(m_mary);
        QVERIFY(olives && ottos && marys);
        const LeadId mine = add(*olives, s("Cy Poe"), s("303-555-0121"));
        const LeadId foreign = add(*ottos, s("Cyrus Poe"), s("303-555-0121"));
        const LeadId pool = add(*ottos, s("C. Poe"), s("303-555-0121"));
        QVERIFY(run(*ottos, AssignLeads{{pool}, UserId(), {}}));
        look(*olives);
        for (const MergeLeads& command : {MergeLeads{mine, foreign, {}}, MergeLeads{foreign, mine, {}}}) {
            const auto refused = await(olives->submit(command));
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, Error::Kind::Refused);
        }
        // The list of likely pairs knows nothing of it either.
        const auto pairs = await(olives->duplicates({}));
        QVERIFY2(pairs, pairs ? "" : qPrintable(why(pairs.error())));
        QVERIFY(find(*pairs, mine, pool));
        QVERIFY(!find(*pairs, mine, foreign) && !find(*pairs, pool, foreign));
        // What is nobody's is for whoever takes it.
        QVERIFY(run(*olives, MergeLeads{mine, pool, {}}));
        QVERIFY(!marys->access().mergesLeads);
        QVERIFY(olives->access().mergesLeads);
        const auto refused = await(marys->submit(MergeLeads{mine, foreign, {}}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Refused);
        QVERIFY(verifies());
    }

    void ofTwoAtOnceOneIsTold_data()
    {
        QTest::addColumn<bool>("opposite");
        QTest::newRow("the same way") << false;
        QTest::newRow("each the other way") << true;
    }
    void ofTwoAtOnceOneIsTold()
    {
        QFETCH(const bool, opposite);
        // Neither desk looks by itself, so each acts on what it has read.
        DirectOptions deaf = m_team.options();
        deaf.lookEveryMs = 0;
        for (int i = 0; i < 4; ++i) {
            LeadId a;
            LeadId b;
            {
                const auto making = m_team.open(m_olive);
                QVERIFY(making);
                a = add(*making, s("Di Fox"), s("303-555-0131"));
                b = add(*making, s("Dee Fox"), s("303-555-0131"));
                QVERIFY(run(*making, note(b, s("One"), false)));
            }
            const auto olives = m_team.open(m_olive, deaf);
            const auto maxs = m_team.open(m_max, deaf);
            QVERIFY(olives && maxs);
            const auto hers = olives->submit(MergeLeads{a, b, {}});
            const auto his = maxs->submit(opposite ? MergeLeads{b, a, {}} : MergeLeads{a, b, {}});
            const auto first = await(hers);
            const auto second = await(his);
            QCOMPARE(int(first.has_value()) + int(second.has_value()), 1);
            const Error& told = first ? second.error() : first.error();
            QVERIFY2(told.kind == Error::Kind::Conflict || told.kind == Error::Kind::Refused, qPrintable(why(told)));
            QCOMPARE(m_team.ask(s("SELECT count(*) FROM keyturn.leads WHERE id IN ('%1', '%2') AND deleted_at IS NULL")
                                    .arg(a.toString(), b.toString())),
                     s("1"));
        }
        QVERIFY(verifies());
    }

    void whatWasNotSeenIsNotMerged()
    {
        DirectOptions deaf = m_team.options();
        deaf.lookEveryMs = 0;
        LeadId keep;
        LeadId other;
        {
            const auto making = m_team.open(m_olive);
            QVERIFY(making);
            keep = add(*making, s("Eli Roe"), s("303-555-0141"));
            other = add(*making, s("Elias Roe"), s("303-555-0141"));
        }
        const auto olives = m_team.open(m_olive, deaf);
        const auto maxs = m_team.open(m_max);
        QVERIFY(olives && maxs);
        QVERIFY(
            run(*maxs, UpdateLeads{{keep}, {{s("profile.city"), s("Denver"), {}}, {s("lead_source"), s("web"), {}}}}));
        const auto refused = await(olives->submit(MergeLeads{keep, other, {}}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        // Having been told, she looks, and may.
        look(*olives);
        QVERIFY(run(*olives, MergeLeads{keep, other, {}}));
    }

    void whoAreTwoPeopleStaysForTheTeam()
    {
        const auto olives = m_team.open(m_olive);
        const auto maxs = m_team.open(m_max);
        QVERIFY(olives && maxs);
        const LeadId a = add(*olives, s("Fay Gray"), s("303-555-0151"));
        const LeadId b = add(*olives, s("Faye Gray"), s("303-555-0151"));
        look(*maxs);
        QVERIFY(find(*await(maxs->duplicates({})), a, b));
        DuplicateQuery apart;
        apart.decisions = {{b, a, true}};
        const auto hers = await(olives->duplicates(apart));
        QVERIFY2(hers, hers ? "" : qPrintable(why(hers.error())));
        QVERIFY(!find(*hers, a, b));
        QVERIFY(!find(*await(maxs->duplicates({})), a, b));
        QVERIFY(olives->undoState().undoSummary.contains(s("Fay Gray")));
        QVERIFY(await(olives->undo()));
        QVERIFY(find(*await(maxs->duplicates({})), a, b));
        QVERIFY(await(olives->redo()));
        QVERIFY(!find(*await(olives->duplicates({})), a, b));
        QVERIFY(verifies());
    }

private:
    static LeadId add(Workspace& workspace, const QString& name, const QString& phone)
    {
        static int made = 0;
        CreateLead create;
        create.fields = {
            {s("name"), name, {}}, {s("phone"), phone, {}}, {s("email"), s("person%1@example.com").arg(++made), {}}};
        const auto done = await(workspace.submit(create));
        if (!done) {
            QTest::qFail(qPrintable(why(done.error())), __FILE__, __LINE__);
            return {};
        }
        return done->changes.leads().front();
    }
    static AddNote note(LeadId lead, const QString& text, bool isPrivate)
    {
        AddNote note;
        note.lead = lead;
        note.content = text;
        note.type = s("general");
        note.isPrivate = isPrivate;
        return note;
    }
    static bool run(Workspace& workspace, const Command& command)
    {
        const auto done = await(workspace.submit(command));
        if (!done) {
            qInfo("%s", qPrintable(why(done.error())));
        }
        return done.has_value();
    }
    static void fillWithChildren(Workspace& workspace, LeadId lead, const QString& whose)
    {
        QVERIFY(run(workspace, note(lead, whose + s(" note"), false)));
        QVERIFY(run(workspace, note(lead, whose + s(" secret"), true)));
        AddTask task;
        task.lead = lead;
        task.title = whose + s(" task");
        QVERIFY(run(workspace, task));
        AttachDocument document;
        document.lead = lead;
        document.fileName = s("offer.txt");
        document.content = whose.toUtf8();
        QVERIFY(run(workspace, document));
        LogActivity call;
        call.lead = lead;
        call.text = whose + s(" call");
        call.outcome = s("connected");
        QVERIFY(run(workspace, call));
        QVERIFY(run(workspace, TagLeads{{lead}, {s("vip")}, {}}));
        LinkContact contact;
        contact.lead = lead;
        contact.person.set(s("name"), s("Ray Realtor"));
        contact.role = s("buyers_agent");
        QVERIFY(run(workspace, contact));
    }
    /// Until it has seen what others did: what was not seen is not merged.
    static void look(Workspace& workspace)
    {
        auto& direct = dynamic_cast<DirectWorkspace&>(workspace);
        direct.lookNow();
        QTest::qWait(600);
    }
    QStringList state(LeadId lead) const
    {
        QStringList parts;
        for (const char* table : {"lead_notes", "tasks", "documents", "communications", "lead_tags", "lead_contacts"}) {
            parts << s("SELECT '%1 ' || id AS line FROM keyturn.%1 WHERE lead_id = '%2' AND deleted_at IS NULL")
                         .arg(s(table), lead.toString());
        }
        return m_team
            .ask(s("SELECT coalesce(string_agg(line, ',' ORDER BY line), '') FROM (%1) lines")
                     .arg(parts.join(s(" UNION ALL "))))
            .split(u',', Qt::SkipEmptyParts);
    }
    int live(LeadId lead) const { return int(state(lead).size()); }
    /// What an administrator's verify says.
    bool verifies()
    {
        const auto checks = m_team.admin().verify();
        if (!checks) {
            qInfo("%s", qPrintable(why(checks.error())));
            return false;
        }
        bool isWell = true;
        for (const Check& check : *checks) {
            if (!check.ok) {
                qInfo("%s: %s", qPrintable(check.name), qPrintable(check.detail));
                isWell = false;
            }
        }
        return isWell;
    }
    static bool find(const DuplicateReport& report, LeadId a, LeadId b)
    {
        return std::ranges::any_of(report.pairs, [&](const DuplicatePair& pair) {
            return (pair.first == a && pair.second == b) || (pair.first == b && pair.second == a);
        });
    }
    static bool tells(const QSignalSpy& spy, LeadId lead)
    {
        return std::any_of(spy.begin(), spy.end(), [lead](const QList<QVariant>& arguments) {
            const auto leads = arguments.first().value<ChangeSet>().leads();
            return std::find(leads.begin(), leads.end(), lead) != leads.end();
        });
    }

    Team m_team;
    Team::Member m_olive, m_otto, m_max, m_mary;
};

QTEST_GUILESS_MAIN(TestTeamMerge)
#include "tst_team_merge.moc"
