// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/queries/card_queries.h"

#include "models/storage/queries/card_parts.h"
#include "models/storage/queries/rows.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace keyturn::queries {

namespace {

/// Puts cards together from the tables that they are spread over. The tables are read one after the other, so that a
/// hundred thousand leads take six statements.
class CardReader
{
public:
    explicit CardReader(Connection& book)
        : m_book(book)
    {}

    /// `only` are the leads wanted; empty for all.
    Result<std::vector<LeadCard>> read(const std::vector<QVariant>& only)
    {
        m_only = only;
        KEYTURN_TRY(readLeads());
        KEYTURN_TRY(readScenarios());
        KEYTURN_TRY(readStates());
        KEYTURN_TRY(readTags());
        KEYTURN_TRY(readTasks());
        KEYTURN_TRY(readRanks());
        return std::move(m_cards);
    }

private:
    [[nodiscard]] QString restrictedTo(const QString& column) const
    {
        return m_only.empty() ? QString() : QString(u" AND " + column + u" IN (" + placeholders(m_only.size()) + u')');
    }

    LeadCard* cardOf(const Row& row, int column)
    {
        const QUuid id = row.uuid(column);
        // What belongs to leads was mostly written in their order: the next row is about the next lead.
        if (m_next < m_cards.size() && m_cards[m_next].id.uuid() == id) {
            return &m_cards[m_next++];
        }
        const auto found = m_index.constFind(id);
        if (found == m_index.constEnd()) {
            return nullptr;
        }
        m_next = *found + 1;
        return &m_cards[*found];
    }

    Done makeRoom()
    {
        if (!m_only.empty()) {
            return {};
        }
        return forEachRow(m_book, QStringLiteral("SELECT coalesce(sum(lead_count), 0) FROM lead_totals"), {},
                          [this](const Row& row) {
                              m_cards.reserve(std::size_t(row.integer(0)));
                              m_index.reserve(row.integer(0));
                          });
    }

    Done readLeads()
    {
        KEYTURN_TRY(makeRoom());
        // The plus keeps SQLite from visiting all rows by an index of live ones, back and forth through a large book.
        return forEachRow(
            m_book,
            QString(u"SELECT id, stage_id, assigned_to, name, email, coalesce(mobile, phone), estimated_value_cents, "
                    u"stage_entered_at, last_activity_at, first_contacted_at, created_at, lead_temperature, source, "
                    u"expected_close_date, score, do_not_contact FROM leads WHERE +deleted_at IS NULL" %
                    restrictedTo(QStringLiteral("id"))),
            m_only, [this](const Row& row) {
                LeadCard card;
                const QUuid id = row.uuid(0);
                card.id = LeadId(id);
                card.stage = StageId(row.uuid(1));
                card.owner = UserId(row.uuid(2));
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
                card.doNotContact = row.integer(15) != 0;
                m_index.insert(id, m_cards.size());
                m_cards.push_back(std::move(card));
            });
    }

    Done readScenarios()
    {
        return forEachRow(m_book,
                          QString(u"SELECT lead_id, loan_program, loan_purpose, fico_band, term_months, "
                                  u"loan_amount_cents, purchase_price_cents, property_value_cents, "
                                  u"rate_lock_expires_on, subject_state FROM lead_loan_scenarios WHERE 1 = 1" %
                                  restrictedTo(QStringLiteral("lead_id"))),
                          m_only, [this](const Row& row) {
                              if (LeadCard* card = cardOf(row, 0)) {
                                  card->program = m_words.text(row, 1);
                                  card->purpose = m_words.text(row, 2);
                                  card->ficoBand = m_words.text(row, 3);
                                  card->termMonths = int(row.integer(4));
                                  card->ltvPct3 = ltvPct3(row.integer(5), row.integer(6), row.integer(7));
                                  card->lockExpiresDay = dayOf(row, 8);
                                  card->state = m_words.text(row, 9);
                              }
                          });
    }

    /// Where the borrower lives tells the local time better than where they look for a house.
    Done readStates()
    {
        return forEachRow(m_book,
                          QString(u"SELECT lead_id, state FROM lead_profiles WHERE state IS NOT NULL" %
                                  restrictedTo(QStringLiteral("lead_id"))),
                          m_only, [this](const Row& row) {
                              if (LeadCard* card = cardOf(row, 0)) {
                                  card->state = m_words.text(row, 1);
                              }
                          });
    }

    Done readTags()
    {
        QHash<QUuid, QString> names;
        KEYTURN_TRY(forEachRow(m_book, QStringLiteral("SELECT id, name FROM tags WHERE deleted_at IS NULL"), {},
                               [&names](const Row& row) { names.insert(row.uuid(0), row.text(1)); }));
        std::vector<LeadCard*> tagged;
        // The plus keeps SQLite from taking the rows out of order by the index of live ones.
        KEYTURN_TRY(forEachRow(m_book,
                               QString(u"SELECT lead_id, tag_id FROM lead_tags WHERE +deleted_at IS NULL" %
                                       restrictedTo(QStringLiteral("lead_id"))),
                               m_only, [&](const Row& row) {
                                   LeadCard* card = cardOf(row, 0);
                                   const auto name = names.constFind(row.uuid(1));
                                   if (card && name != names.constEnd()) {
                                       if (!card->tags.isEmpty()) {
                                           tagged.push_back(card);
                                       }
                                       card->tags.append(*name);
                                   }
                               }));
        for (LeadCard* card : tagged) {
            card->tags.sort(Qt::CaseInsensitive);
        }
        return {};
    }

    Done readTasks()
    {
        return forEachRow(m_book,
                          QString(u"SELECT lead_id, due_at, title, task_type, due_time FROM tasks "
                                  u"WHERE status = 'pending' AND lead_id IS NOT NULL AND deleted_at IS NULL" %
                                  restrictedTo(QStringLiteral("lead_id")) % u" ORDER BY lead_id, due_at, title"),
                          m_only, [this](const Row& row) {
                              LeadCard* card = cardOf(row, 0);
                              if (!card) {
                                  return;
                              }
                              // Without a due time is last; SQLite sorts it first.
                              const Instant due = row.instant(1);
                              const bool better =
                                  card->taskTitle.isEmpty() ||
                                  (!due.isNull() && (card->taskDueAt.isNull() || due < card->taskDueAt));
                              if (better) {
                                  card->taskDueAt = due;
                                  card->taskTitle = row.text(2);
                                  card->taskType = m_words.text(row, 3);
                                  card->taskHasTime = !row.isNull(4);
                              }
                          });
    }

    Done readRanks()
    {
        return forEachRow(m_book,
                          QString(u"SELECT lead_id, stage_id, rank FROM board_positions WHERE 1 = 1" %
                                  restrictedTo(QStringLiteral("lead_id"))),
                          m_only, [this](const Row& row) {
                              LeadCard* card = cardOf(row, 0);
                              if (card && card->stage.uuid() == row.uuid(1)) {
                                  card->rank = row.integer(2);
                              }
                          });
    }

    Connection& m_book;
    std::vector<QVariant> m_only;
    std::vector<LeadCard> m_cards;
    QHash<QUuid, std::size_t> m_index;
    std::size_t m_next = 0; ///< the card that the next row is probably about
    SharedWords m_words;
};

} // namespace

Result<std::shared_ptr<LeadTable>> allLeads(Connection& book)
{
    CardReader reader(book);
    KEYTURN_LET(const std::vector<LeadCard> found, reader.read({}));
    auto table = std::make_shared<LeadTable>();
    table->reserve(qsizetype(found.size()));
    for (const LeadCard& card : found) {
        table->upsert(card);
    }
    table->settle();
    return table;
}

Result<std::vector<LeadCard>> cards(Connection& book, const std::vector<LeadId>& leads)
{
    QHash<LeadId, LeadCard> found;
    for (const std::vector<QVariant>& chunk : chunksOf(leads)) {
        CardReader reader(book);
        KEYTURN_LET(std::vector<LeadCard> part, reader.read(chunk));
        for (LeadCard& card : part) {
            const LeadId id = card.id;
            found.insert(id, std::move(card));
        }
    }
    std::vector<LeadCard> ordered;
    ordered.reserve(std::size_t(found.size()));
    for (const LeadId& id : leads) {
        if (const auto card = found.find(id); card != found.end()) {
            ordered.push_back(std::move(*card));
            found.erase(card);
        }
    }
    return ordered;
}

Result<std::vector<LeadCard>> firstCards(Connection& book, int perStage)
{
    std::vector<QString> stages;
    KEYTURN_TRY(forEachRow(book,
                           QStringLiteral("SELECT s.id FROM pipeline_stages s JOIN pipelines p ON p.id = s.pipeline_id "
                                          "WHERE p.is_default = 1 AND p.deleted_at IS NULL AND s.deleted_at IS NULL "
                                          "ORDER BY s.order_index"),
                           {}, [&stages](const Row& row) { stages.push_back(row.text(0)); }));
    // The nearest tasks are looked through only so far: one deserted column must not cost a walk over all tasks.
    const qint64 horizon = qint64(perStage) * qint64(stages.size()) * 2;
    QHash<QUuid, int> taken;
    std::vector<LeadId> wanted;
    QSet<LeadId> seen;
    KEYTURN_TRY(forEachRow(book,
                           QStringLiteral("SELECT l.id, l.stage_id FROM (SELECT lead_id, due_at FROM tasks "
                                          "WHERE status = 'pending' AND deleted_at IS NULL AND due_at IS NOT NULL "
                                          "ORDER BY due_at, lead_id LIMIT ?) t JOIN leads l ON l.id = t.lead_id "
                                          "WHERE l.deleted_at IS NULL ORDER BY t.due_at, l.id"),
                           {horizon}, [&](const Row& row) {
                               const LeadId lead(row.uuid(0));
                               int& count = taken[row.uuid(1)];
                               if (count < perStage && !seen.contains(lead)) {
                                   ++count;
                                   seen.insert(lead);
                                   wanted.push_back(lead);
                               }
                           }));
    for (const QString& stage : stages) {
        int& count = taken[QUuid::fromString(stage)];
        if (count >= perStage) {
            continue;
        }
        KEYTURN_TRY(forEachRow(book,
                               QStringLiteral("SELECT id FROM leads WHERE stage_id = ? AND deleted_at IS NULL "
                                              "ORDER BY stage_entered_at DESC LIMIT ?"),
                               {stage, qint64(perStage)}, [&](const Row& row) {
                                   const LeadId lead(row.uuid(0));
                                   if (count < perStage && !seen.contains(lead)) {
                                       ++count;
                                       seen.insert(lead);
                                       wanted.push_back(lead);
                                   }
                               }));
    }
    return cards(book, wanted);
}

Result<std::vector<StageTotal>> totals(Connection& book)
{
    std::vector<StageTotal> found;
    KEYTURN_TRY(
        forEachRow(book,
                   QStringLiteral("SELECT stage_id, owner_key, lead_count, value_cents FROM lead_totals "
                                  "ORDER BY stage_id, owner_key"),
                   {}, [&found](const Row& row) {
                       found.push_back({StageId(row.uuid(0)), UserId(row.uuid(1)), row.integer(2), row.integer(3)});
                   }));
    return found;
}

} // namespace keyturn::queries
