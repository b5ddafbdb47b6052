// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/team_server.h"
#include "tests/support/test_main.h"

#include <QJsonDocument>
#include <QTest>

namespace keyturn::test {

// A loan officer with a plain SQL session and bad intentions. What the database must refuse is refused here; what two
// tiers cannot stop is listed in resources/docs/security.md.

inline QString insufficientPrivilege()
{
    return QStringLiteral("42501");
}

inline QString said(const QJsonValue& answer)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{answer}).toJson());
}

/// The attacker, a colleague, somebody of another organization, and a lead of each.
class AttackFixture
{
public:
    /// Before each test. Those named in `sharing` change nothing: their data rows share a database.
    void begin(const QByteArrayList& sharing)
    {
        const QByteArray function(QTest::currentTestFunction());
        const bool isShared = function == m_function && sharing.contains(function);
        m_function = function;
        if (!isShared) {
            m_root.reset();
            QCOMPARE(m_server.makeTeam(), QString());
            m_root = m_server.session();
        }
        m_officer = std::make_unique<TeamDesk>(m_server, QStringLiteral("north/officer"));
        m_second = std::make_unique<TeamDesk>(m_server, QStringLiteral("north/second"));
        m_south = std::make_unique<TeamDesk>(m_server, QStringLiteral("south/officer"));
        if (isShared) {
            return;
        }
        m_mine = m_officer->addLead(QStringLiteral("Ann Mine"));
        m_foreign = m_second->addLead(QStringLiteral("Bob Foreign"), {}, QStringLiteral("bob@example.com"));
        m_abroad = m_south->addLead(QStringLiteral("Sue Abroad"), {}, QStringLiteral("sue@example.com"));
        QVERIFY(!m_mine.isNull() && !m_foreign.isNull() && !m_abroad.isNull());
        QCOMPARE(outcome(m_second->push(
                     QStringLiteral("edit"),
                     {insertion(QStringLiteral("lead_loan_scenarios"), m_second->textId(),
                                {{"lead_id", m_foreign.toString()}, {"annual_income_cents", 1}}, m_foreign)})),
                 QStringLiteral("ok"));
    }
    /// After each.
    void end()
    {
        m_officer.reset();
        m_second.reset();
        m_south.reset();
    }

protected:
    /// Everything that is stored, but for the ledger and what counts attempts.
    [[nodiscard]] QString fingerprint() const
    {
        QStringList parts;
        for (const char* table : {"organizations",
                                  "users",
                                  "org_memberships",
                                  "pipelines",
                                  "pipeline_stages",
                                  "contacts",
                                  "leads",
                                  "lead_profiles",
                                  "lead_loan_scenarios",
                                  "lead_contacts",
                                  "lead_notes",
                                  "lead_assignments",
                                  "tags",
                                  "lead_tags",
                                  "tasks",
                                  "documents",
                                  "consents",
                                  "communications",
                                  "lead_activities",
                                  "board_positions",
                                  "access_log",
                                  "op_scope",
                                  "team_members"}) {
            parts << QStringLiteral("(SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '-') FROM "
                                    "keyturn.%1 t)")
                         .arg(QString::fromLatin1(table));
        }
        QString text;
        const Done done = m_root->select(QStringLiteral("SELECT ") + parts.join(QStringLiteral(" || ")),
                                         [&](const Statement& row) { text = row.text(0); });
        return done ? text : done.error().detail;
    }

    TeamServer m_server;
    QByteArray m_function;
    std::unique_ptr<Connection> m_root;
    std::unique_ptr<TeamDesk> m_officer, m_second, m_south;
    LeadId m_mine, m_foreign, m_abroad;
};

} // namespace keyturn::test
