// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planner.h"
#include "models/storage/queries/catalogue_queries.h"
#include "models/storage/store_facts.h"
#include "tests/models/storage/push_answers.h"

using namespace keyturn;
using namespace keyturn::test;

namespace {

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// A merge opens a way between two leads. Whoever wants to take it for something else is told no.
class TestServerMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startOrSkip(m_server); }
    void init()
    {
        failOnAnyWarning();
        QCOMPARE(m_server.makeTeam(), QString());
        m_desk = std::make_unique<TeamDesk>(m_server, s("north/officer"));
        m_keep = m_desk->addLead(s("Ann"));
        m_other = m_desk->addLead(s("Anne"));
        m_third = m_desk->addLead(s("Andy"));
        QVERIFY(!m_keep.isNull() && !m_other.isNull() && !m_third.isNull());
        m_note = m_desk->textId();
        QCOMPARE(outcome(m_desk->push(
                     s("add_note"), {insertion(s("lead_notes"), m_note,
                                               {{"lead_id", m_other.toString()}, {"content", s("Theirs")}}, m_other)})),
                 s("ok"));
    }
    void cleanup() { m_desk.reset(); }

    void theWholeMergeIsTaken()
    {
        const QJsonObject answer = m_desk->push(s("merge_leads"), merge(*m_desk, m_keep, m_other));
        QVERIFY2(outcome(answer) == s("ok"), qPrintable(said(answer)));
        QCOMPARE(leadOf(m_note), m_keep.toString());
    }

    void nothingButAMergeMovesWhatBelongsToALead_data()
    {
        QTest::addColumn<QString>("how");
        for (const char* how : {"alone", "with the entries alone", "with a removal", "to a third lead", "back"}) {
            QTest::newRow(how) << s(how);
        }
    }
    void nothingButAMergeMovesWhatBelongsToALead()
    {
        QFETCH(const QString, how);
        std::vector<RowChange> rows{moved(m_other, m_keep)};
        if (how == s("with the entries alone")) {
            rows = {moved(m_other, m_keep), entry(*m_desk, m_other, "kept_lead_id", m_keep),
                    entry(*m_desk, m_keep, "merged_lead_id", m_other)};
        } else if (how == s("with a removal")) {
            rows = {removal(m_other, m_keep), moved(m_other, m_keep), m_desk->activity(m_other, s("lead_deleted"))};
        } else if (how == s("to a third lead")) {
            rows = merge(*m_desk, m_keep, m_other);
            rows[1] = moved(m_other, m_third);
        } else if (how == s("back")) {
            rows = {moved(m_other, m_keep), entry(*m_desk, m_keep, "kept_lead_id", m_other, true),
                    entry(*m_desk, m_other, "merged_lead_id", m_keep, true)};
        }
        const QJsonObject answer = m_desk->push(s("merge_leads"), rows);
        QVERIFY2(outcome(answer) != s("ok"), qPrintable(said(answer)));
        QVERIFY2(!outcome(answer).startsWith(s("call")), qPrintable(m_desk->failure().detail));
        QCOMPARE(leadOf(m_note), m_other.toString());
        QCOMPARE(number(*m_server.session(), "SELECT count(*) FROM keyturn.leads WHERE deleted_at IS NOT NULL"), 0);
    }

    void whatIsToldIsWhatHappens_data()
    {
        QTest::addColumn<QString>("how");
        for (const char* how : {"one side only", "the other side only", "another kept", "nothing removed", "twice",
                                "undone before it was done"}) {
            QTest::newRow(how) << s(how);
        }
    }
    void whatIsToldIsWhatHappens()
    {
        QFETCH(const QString, how);
        std::vector<RowChange> rows = merge(*m_desk, m_keep, m_other);
        if (how == s("one side only")) {
            rows.erase(rows.end() - 1);
        } else if (how == s("the other side only")) {
            rows.erase(rows.end() - 2);
        } else if (how == s("another kept")) {
            rows = {removal(m_other, m_third), entry(*m_desk, m_other, "kept_lead_id", m_keep),
                    entry(*m_desk, m_keep, "merged_lead_id", m_other)};
        } else if (how == s("nothing removed")) {
            rows.erase(rows.begin(), rows.begin() + 2);
        } else if (how == s("twice")) {
            rows.push_back(entry(*m_desk, m_other, "kept_lead_id", m_keep));
            rows.push_back(entry(*m_desk, m_keep, "merged_lead_id", m_other));
        } else {
            rows = {change("leads", m_other.toString(), "name", s("Anne"), s("Anna"), m_other),
                    entry(*m_desk, m_other, "kept_lead_id", m_keep, true),
                    entry(*m_desk, m_keep, "merged_lead_id", m_other, true)};
        }
        const QJsonObject answer = m_desk->push(s("merge_leads"), rows);
        QVERIFY2(outcome(answer) == s("audit") || outcome(answer) == s("refused"), qPrintable(said(answer)));
        QCOMPARE(leadOf(m_note), m_other.toString());
    }

    void aLeadIsMergedOnce()
    {
        QCOMPARE(outcome(m_desk->push(s("merge_leads"), merge(*m_desk, m_keep, m_other))), s("ok"));
        // Again, and into another, and something else into it.
        for (const LeadId kept : {m_keep, m_third}) {
            const QJsonObject answer =
                m_desk->push(s("merge_leads"), {removal(m_other, kept), entry(*m_desk, m_other, "kept_lead_id", kept),
                                                entry(*m_desk, kept, "merged_lead_id", m_other)});
            QVERIFY2(outcome(answer) == s("conflict"), qPrintable(said(answer)));
        }
        const QJsonObject answer =
            m_desk->push(s("merge_leads"), {removal(m_third, m_other), entry(*m_desk, m_third, "kept_lead_id", m_other),
                                            entry(*m_desk, m_other, "merged_lead_id", m_third)});
        QVERIFY2(outcome(answer) == s("conflict"), qPrintable(said(answer)));
        // What was merged into it stays there, unless it is merged itself.
        QCOMPARE(outcome(m_desk->push(s("retarget"), {change("leads", m_other.toString(), "duplicate_of_id",
                                                             m_keep.toString(), m_third.toString(), m_other)})),
                 s("refused"));
    }

    void whatOneDoesNotSeeIsNotMerged()
    {
        TeamDesk second(m_server, s("north/second"));
        const LeadId foreign = second.addLead(s("Foreign"));
        TeamDesk south(m_server, s("south/officer"));
        const LeadId elsewhere = south.addLead(s("Elsewhere"));
        for (const LeadId id : {foreign, elsewhere}) {
            QCOMPARE(outcome(m_desk->push(s("merge_leads"),
                                          {removal(m_other, id), entry(*m_desk, m_other, "kept_lead_id", id)})),
                     s("refused"));
            QCOMPARE(outcome(m_desk->push(s("merge_leads"),
                                          {removal(id, m_keep), entry(*m_desk, m_keep, "merged_lead_id", id)})),
                     s("refused"));
        }
        // Nor does marketing, which would leave the figures of the loan behind.
        TeamDesk marketing(m_server, s("north/marketing"));
        QCOMPARE(outcome(marketing.push(s("merge_leads"), merge(marketing, m_keep, m_other))), s("refused"));
        // A note that one does not see cannot be named, and one of a colleague only comes along.
        TeamDesk manager(m_server, s("north/manager"));
        const QString theirs = manager.textId();
        const QString secret = manager.textId();
        QCOMPARE(outcome(manager.push(s("add_note"), {insertion(s("lead_notes"), theirs,
                                                                {{"lead_id", m_other.toString()},
                                                                 {"content", s("Hi")},
                                                                 {"user_id", manager.user().toString()}},
                                                                m_other),
                                                      insertion(s("lead_notes"), secret,
                                                                {{"lead_id", m_other.toString()},
                                                                 {"content", s("Mine")},
                                                                 {"is_private", 1},
                                                                 {"user_id", manager.user().toString()}},
                                                                m_other)})),
                 s("ok"));
        std::vector<RowChange> rows = merge(*m_desk, m_keep, m_other);
        rows.push_back(change("lead_notes", secret, "lead_id", m_other.toString(), m_keep.toString(), m_keep));
        QCOMPARE(outcome(m_desk->push(s("merge_leads"), rows)), s("refused"));
        rows.back() = change("lead_notes", theirs, "content", s("Hi"), s("Ho"), m_keep);
        QCOMPARE(outcome(m_desk->push(s("merge_leads"), rows)), s("refused"));
        QCOMPARE(outcome(m_desk->push(s("move"), {change("lead_notes", theirs, "lead_id", m_other.toString(),
                                                         m_keep.toString(), m_keep)})),
                 s("refused"));
        QCOMPARE(leadOf(theirs), m_other.toString());
        QCOMPARE(outcome(m_desk->push(s("merge_leads"), merge(*m_desk, m_keep, m_other))), s("ok"));
        for (const QString& note : {m_note, theirs, secret}) {
            QCOMPARE(leadOf(note), m_keep.toString());
        }
        // Who merged has not been told of the secret.
        QCOMPARE(count(m_desk->db(), "lead_notes"), 2);
        const QJsonObject news = m_desk->pull(0);
        QVERIFY(!said(news).contains(secret));
        QVERIFY(said(news).contains(theirs));
    }

    void theWayBackIsForTheTwoThatWereOne()
    {
        QCOMPARE(outcome(m_desk->push(s("merge_leads"), merge(*m_desk, m_keep, m_other))), s("ok"));
        const auto restored = [&](const QVariant& duplicateOf) {
            RowChange row = change("leads", m_other.toString(), "deleted_at", 1, {}, m_other);
            row.fields.push_back({s("duplicate_of_id"), m_keep.toString(), duplicateOf});
            return row;
        };
        // Not out of another one.
        QCOMPARE(outcome(m_desk->push(s("merge_leads"),
                                      {restored({}), entry(*m_desk, m_other, "kept_lead_id", m_third, true),
                                       entry(*m_desk, m_third, "merged_lead_id", m_other, true)})),
                 s("refused"));
        const QJsonObject answer = m_desk->push(
            s("merge_leads"), {restored({}), entry(*m_desk, m_other, "kept_lead_id", m_keep, true),
                               entry(*m_desk, m_keep, "merged_lead_id", m_other, true), moved(m_keep, m_other)});
        QVERIFY2(outcome(answer) == s("ok"), qPrintable(said(answer)));
        QCOMPARE(leadOf(m_note), m_other.toString());
    }

    void anExportIsNotedForOneself()
    {
        const auto ask = [](Connection& db, const char* sql) {
            return db.select(QString::fromLatin1(sql), [](auto&) {});
        };
        QVERIFY(ask(m_desk->db(), "SELECT true FROM api.note_export('leads', 'csv', 7)"));
        QVERIFY(!ask(m_desk->db(), "SELECT true FROM api.note_export('everything', 'csv')"));
        QVERIFY(!ask(m_desk->db(), "SELECT true FROM api.note_export(NULL, 'csv')"));
        const auto admin = m_server.session();
        QCOMPARE(text(*admin, "SELECT args::text FROM keyturn.ops WHERE kind = 'export'"),
                 s(R"({"what": "leads", "leads": 7, "format": "csv"})"));
        QCOMPARE(text(*admin, "SELECT user_id::text FROM keyturn.ops WHERE kind = 'export'"),
                 m_desk->user().toString());
        // People read none of it.
        QVERIFY(!ask(m_desk->db(), "SELECT 1 FROM keyturn.ops"));
    }

private:
    [[nodiscard]] QString leadOf(const QString& note) const
    {
        return text(*m_server.session(), QStringLiteral("SELECT lead_id::text FROM keyturn.lead_notes WHERE id = '%1'")
                                             .arg(note)
                                             .toLatin1()
                                             .constData());
    }
    [[nodiscard]] RowChange moved(LeadId from, LeadId to) const
    {
        return change("lead_notes", m_note, "lead_id", from.toString(), to.toString(), to);
    }
    static RowChange removal(LeadId lead, LeadId kept)
    {
        RowChange row = change("leads", lead.toString(), "deleted_at", {}, TeamDesk::now().ms, lead);
        row.fields.push_back({s("duplicate_of_id"), {}, kept.toString()});
        return row;
    }
    static RowChange entry(TeamDesk& desk, LeadId lead, const char* side, LeadId about, bool back = false)
    {
        QJsonObject metadata{{QString::fromLatin1(side), about.toString()}};
        if (back) {
            metadata.insert(s("undo"), true);
        }
        return desk.activity(lead, s("lead_merged"), metadata);
    }
    std::vector<RowChange> merge(TeamDesk& desk, LeadId keep, LeadId other) const
    {
        return {removal(other, keep), moved(other, keep), entry(desk, other, "kept_lead_id", keep),
                entry(desk, keep, "merged_lead_id", other)};
    }

    TeamServer m_server;
    std::unique_ptr<TeamDesk> m_desk;
    LeadId m_keep, m_other, m_third;
    QString m_note;
};

QTEST_GUILESS_MAIN(TestServerMerge)
#include "tst_server_merge.moc"
