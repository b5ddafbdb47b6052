// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/queries/board_in_one_trip.h"

#include "models/storage/queries/card_parts.h"
#include "models/storage/queries/rows.h"

#include <QHash>

namespace keyturn::queries {

namespace {

/// Between the tags of a lead; no name holds it.
constexpr QChar tagSeparator(0x1f);

// What belongs to leads is gathered once for all of them, not looked up for each.
const QString& boardSql()
{
    static const QString sql = QStringLiteral(
        "SELECT l.id, l.stage_id, l.assigned_to, l.name, l.email, coalesce(l.mobile, l.phone), "
        "l.estimated_value_cents, l.stage_entered_at, l.last_activity_at, l.first_contacted_at, l.created_at, "
        "l.lead_temperature, l.source, l.expected_close_date, l.score, l.do_not_contact, "
        "s.loan_program, s.loan_purpose, s.fico_band, s.term_months, s.loan_amount_cents, s.purchase_price_cents, "
        "s.property_value_cents, s.rate_lock_expires_on, coalesce(p.state, s.subject_state), "
        "g.names, k.due_at, k.title, k.task_type, k.due_time IS NOT NULL, b.rank "
        "FROM leads l "
        "LEFT JOIN lead_loan_scenarios s ON s.lead_id = l.id "
        "LEFT JOIN lead_profiles p ON p.lead_id = l.id "
        "LEFT JOIN (SELECT lt.lead_id, string_agg(t.name, chr(31)) AS names FROM lead_tags lt "
        "JOIN tags t ON t.id = lt.tag_id WHERE lt.deleted_at IS NULL AND t.deleted_at IS NULL GROUP BY lt.lead_id) g "
        "ON g.lead_id = l.id "
        "LEFT JOIN (SELECT DISTINCT ON (lead_id) lead_id, due_at, title, task_type, due_time FROM tasks "
        "WHERE status = 'pending' AND lead_id IS NOT NULL AND deleted_at IS NULL "
        "ORDER BY lead_id, due_at NULLS LAST, title) k ON k.lead_id = l.id "
        "LEFT JOIN board_positions b ON b.lead_id = l.id AND b.stage_id = l.stage_id "
        "WHERE l.deleted_at IS NULL");
    return sql;
}

class BoardReader
{
public:
    LeadCard card(const Row& row)
    {
        LeadCard card;
        card.id = row.id<LeadId>(0);
        card.stage = row.id<StageId>(1);
        card.owner = row.id<UserId>(2);
        card.name = row.text(3);
        card.email = row.text(4);
        card.phone = row.text(5);
        card.valueCents = row.integer(6);
        card.stageEnteredAt = row.instant(7);
        card.lastActivityAt = row.instant(8);
        card.firstContactedAt = row.instant(9);
        card.createdAt = row.instant(10);
        card.temperature = temperatureFromKey(m_words.text(row, 11));
        card.source = m_words.text(row, 12);
        card.closeDay = dayOf(row, 13);
        card.score = int(row.integer(14));
        card.doNotContact = row.flag(15);
        card.program = m_words.text(row, 16);
        card.purpose = m_words.text(row, 17);
        card.ficoBand = m_words.text(row, 18);
        card.termMonths = int(row.integer(19));
        card.ltvPct3 = ltvPct3(row.integer(20), row.integer(21), row.integer(22));
        card.lockExpiresDay = dayOf(row, 23);
        card.state = m_words.text(row, 24);
        if (!row.isNull(25)) {
            card.tags = row.text(25).split(tagSeparator);
            card.tags.sort(Qt::CaseInsensitive);
        }
        card.taskDueAt = row.instant(26);
        card.taskTitle = row.text(27);
        card.taskType = m_words.text(row, 28);
        card.taskHasTime = !card.taskTitle.isEmpty() && row.flag(29);
        card.rank = row.integer(30);
        return card;
    }

private:
    SharedWords m_words;
};

} // namespace

Result<Board> boardInOneTrip(Connection& server)
{
    Board board;
    board.leads = std::make_shared<LeadTable>();
    BoardReader reader;
    QHash<std::pair<QUuid, QUuid>, StageTotal> totals;
    KEYTURN_TRY(forEachRow(server, boardSql(), {}, [&](const Row& row) {
        const LeadCard card = reader.card(row);
        board.leads->upsert(card);
        StageTotal& total = totals[{card.stage.uuid(), card.owner.uuid()}];
        total = {card.stage, card.owner, total.count + 1, total.valueCents + card.valueCents};
    }));
    for (const StageTotal& total : std::as_const(totals)) {
        board.totals.push_back(total);
    }
    std::ranges::sort(board.totals, [](const StageTotal& a, const StageTotal& b) {
        return std::pair(a.stage.toString(), a.owner.toString()) < std::pair(b.stage.toString(), b.owner.toString());
    });
    return board;
}

} // namespace keyturn::queries
