// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/queries/today_queries.h"

#include "models/storage/change_set_writer.h"
#include "models/storage/queries/rows.h"
#include "models/storage/queries/task_queries.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace keyturn::queries {

namespace {

constexpr int watchDays = 7; ///< how far locks and closings are looked ahead

/// Live leads of the user and of nobody in some of the stages. Takes the user.
QString mine(const QString& stages)
{
    return QString(u" FROM leads l WHERE l.deleted_at IS NULL AND (l.assigned_to = ? OR l.assigned_to IS NULL) "
                   u"AND l.stage_id IN (SELECT id FROM pipeline_stages WHERE " %
                   stages % u')');
}

/// Stage moves of a day, without those that were taken back. An undo and its redo are entries of their own, which say
/// so; they cancel and restore the move they belong to.
class MoveCount
{
public:
    void add(const QString& lead, const QString& from, const QString& to, bool isCounterEntry)
    {
        Moves& moves = m_byLead[lead];
        if (!isCounterEntry) {
            moves.made.push_back({from, to});
        } else if (!moves.made.empty() && moves.made.back() == Move{to, from}) {
            moves.made.pop_back();
            moves.undone.push_back({to, from});
        } else if (!moves.undone.empty() && moves.undone.back() == Move{from, to}) {
            moves.undone.pop_back();
            moves.made.push_back({from, to});
        }
    }
    [[nodiscard]] int total() const
    {
        std::size_t sum = 0;
        for (const Moves& moves : m_byLead) {
            sum += moves.made.size();
        }
        return int(sum);
    }

private:
    using Move = std::pair<QString, QString>;
    struct Moves
    {
        std::vector<Move> made, undone;
    };
    QHash<QString, Moves> m_byLead;
};

class TodayReader
{
public:
    TodayReader(Connection& book, const TodayQuery& query, Instant now, const QTimeZone& zone)
        : m_book(book)
        , m_query(query)
        , m_now(now)
        , m_user(query.user.toString())
        , m_date(now.dateIn(zone))
        , m_start(Instant::fromDateTime(m_date.startOfDay(zone)))
        , m_end(Instant::fromDateTime(m_date.addDays(1).startOfDay(zone)))
    {}

    Result<TodayLists> read()
    {
        KEYTURN_LET(m_organization, ChangeSetWriter::organization(m_book));
        askNewLeads();
        askTasks();
        askLocks();
        askSilent();
        askDay();
        KEYTURN_TRY(m_asked.answer());
        orderLocks();
        m_lists.stageMoves = m_moves.total();
        for (const Call& call : m_calls) {
            if (!m_withdrawn.contains(call.id)) {
                ++m_lists.callsLogged;
                m_lists.callsReached += call.reached ? 1 : 0;
            }
        }
        return m_lists;
    }

private:
    struct Call
    {
        QString id;
        bool reached = false;
    };

    template<typename Number>
    void askCount(const QString& condition, const std::vector<QVariant>& values, Number& into)
    {
        m_asked.ask(QString(u"SELECT count(*)" % condition), values,
                    [&into](const Row& row) { into = Number(row.integer(0)); });
    }

    void askNewLeads()
    {
        const QString condition(mine(QStringLiteral("is_initial = 1")) % u" AND l.first_contacted_at IS NULL");
        m_asked.ask(QString(u"SELECT l.id" % condition % u" ORDER BY l.created_at DESC, l.id LIMIT ?"),
                    {m_user, qint64(m_query.limit)},
                    [this](const Row& row) { m_lists.newLeads.push_back(row.id<LeadId>(0)); });
        askCount(condition, {m_user}, m_lists.newLeadCount);
    }

    void askTasks()
    {
        const Instant lastMoment{m_end.ms - 1};
        tasksDue(m_asked, m_query.user, lastMoment, m_query.limit, m_now, m_lists.tasks);
        const QString condition(QStringLiteral(" FROM tasks t WHERE t.deleted_at IS NULL AND (t.lead_id IS NULL OR "
                                               "t.lead_id NOT IN (SELECT id FROM leads WHERE deleted_at IS NOT NULL)) "
                                               "AND t.status = 'pending' AND t.assigned_to = ? AND t.due_at <= ?"));
        askCount(condition, {m_user, lastMoment.ms}, m_lists.taskCount);
        askCount(condition, {m_user, m_now.ms - 1}, m_lists.lateTaskCount);
    }

    /// A loan in progress whose lock runs out or which closes within the week.
    void askLocks()
    {
        const QString from = firstWatched();
        const QString to = lastWatched();
        m_asked.ask(
            QStringLiteral(
                "SELECT l.id, c.rate_lock_expires_on, coalesce(c.target_closing_date, l.expected_close_date) "
                "FROM leads l JOIN pipeline_stages s ON s.id = l.stage_id "
                "LEFT JOIN lead_loan_scenarios c ON c.lead_id = l.id "
                // Each of these has an index; what follows decides.
                "WHERE l.id IN (SELECT lead_id FROM lead_loan_scenarios "
                "WHERE organization_id = ? AND rate_lock_expires_on BETWEEN ? AND ? "
                "UNION SELECT lead_id FROM lead_loan_scenarios "
                "WHERE organization_id = ? AND target_closing_date BETWEEN ? AND ? "
                "UNION SELECT id FROM leads "
                "WHERE organization_id = ? AND expected_close_date BETWEEN ? AND ? AND deleted_at IS NULL) "
                "AND l.deleted_at IS NULL AND (l.assigned_to = ? OR l.assigned_to IS NULL) "
                "AND s.kind = 'open' AND (c.rate_lock_expires_on BETWEEN ? AND ? "
                "OR coalesce(c.target_closing_date, l.expected_close_date) BETWEEN ? AND ?)"),
            {m_organization, from, to, m_organization, from, to, m_organization, from, to, m_user, from, to, from, to},
            [this](const Row& row) {
                const QString lock = row.text(1);
                const QString closing = row.text(2);
                m_lists.locks.push_back({row.id<LeadId>(0), isWatched(lock) ? lock : QString(), closing});
            });
    }

    [[nodiscard]] QString firstWatched() const { return m_date.toString(Qt::ISODate); }
    [[nodiscard]] QString lastWatched() const { return m_date.addDays(watchDays).toString(Qt::ISODate); }
    [[nodiscard]] bool isWatched(const QString& day) const
    {
        return !day.isEmpty() && day >= firstWatched() && day <= lastWatched();
    }

    void orderLocks()
    {
        const auto soonest = [&](const TodayLists::LockedLead& lead) {
            const bool closes = isWatched(lead.closesOn);
            return lead.lockExpiresOn.isEmpty() ? lead.closesOn
                   : closes                     ? std::min(lead.lockExpiresOn, lead.closesOn)
                                                : lead.lockExpiresOn;
        };
        std::ranges::sort(m_lists.locks, [&](const auto& a, const auto& b) {
            const QString left = soonest(a);
            const QString right = soonest(b);
            return left != right ? left < right : a.lead < b.lead;
        });
        m_lists.lockCount = std::ssize(m_lists.locks);
        if (m_lists.locks.size() > std::size_t(m_query.limit)) {
            m_lists.locks.resize(std::size_t(m_query.limit));
        }
    }

    void askSilent()
    {
        const QString open = mine(QStringLiteral("kind = 'open'"));
        const QString condition(open % u" AND l.organization_id = ? AND (l.last_activity_at IS NULL OR "
                                       u"l.last_activity_at < ?)");
        const qint64 since = m_now.ms - m_query.silentDays * msPerDay;
        m_asked.ask(QString(u"SELECT l.id, l.last_activity_at" % condition %
                            u" ORDER BY l.last_activity_at NULLS FIRST, l.id LIMIT ?"),
                    {m_user, m_organization, since, qint64(m_query.limit)}, [this](const Row& row) {
                        m_lists.silent.push_back({row.id<LeadId>(0), row.instant(1)});
                    });
        askCount(condition, {m_user, m_organization, since}, m_lists.silentCount);
    }

    void askDay()
    {
        // Nothing is logged before it happens: what happened today was written today.
        m_asked.ask(
            QStringLiteral(
                "SELECT id, activity_type, metadata, occurred_at, from_stage, to_stage, lead_id FROM lead_activities "
                "WHERE created_by = ? AND created_at >= ? AND created_at < ? AND activity_type IN "
                "('call_logged', 'call_completed', 'status_changed', 'activity_corrected') "
                "ORDER BY created_at, id"),
            {m_user, m_start.ms, m_end.ms}, [this](const Row& row) {
                const QString type = row.text(1);
                const QJsonObject metadata = QJsonDocument::fromJson(row.text(2).toUtf8()).object();
                if (type == QLatin1String("activity_corrected")) {
                    const QString corrected = metadata.value(QLatin1String("corrects")).toString();
                    const QJsonValue isWithdrawn = metadata.value(QLatin1String("withdrawn"));
                    if (isWithdrawn.isBool() && isWithdrawn.toBool()) {
                        m_withdrawn.insert(corrected);
                    } else if (isWithdrawn.isBool()) {
                        m_withdrawn.remove(corrected);
                    }
                } else if (type == QLatin1String("status_changed")) {
                    if (!row.isNull(4)) {
                        m_moves.add(row.text(6), row.text(4), row.text(5),
                                    metadata.value(QLatin1String("undo")).toBool());
                    }
                } else if (row.instant(3) >= m_start) {
                    m_calls.push_back({row.text(0), wasReached(metadata.value(QLatin1String("outcome")).toString())});
                }
            });
        askCount(QStringLiteral(" FROM lead_notes WHERE deleted_at IS NULL AND user_id = ? "
                                "AND created_at >= ? AND created_at < ?"),
                 {m_user, m_start.ms, m_end.ms}, m_lists.notesWritten);
        askCount(QStringLiteral(" FROM tasks WHERE deleted_at IS NULL AND status = 'completed' "
                                "AND completed_by = ? AND completed_at >= ? AND completed_at < ?"),
                 {m_user, m_start.ms, m_end.ms}, m_lists.tasksDone);
    }

    static bool wasReached(const QString& outcome)
    {
        static const QSet<QString> talked{QStringLiteral("connected"), QStringLiteral("interested"),
                                          QStringLiteral("qualified"), QStringLiteral("not_interested"),
                                          QStringLiteral("callback"),  QStringLiteral("opted_out")};
        return talked.contains(outcome);
    }

    Connection& m_book;
    const TodayQuery& m_query;
    const Instant m_now;
    const QString m_user;
    QString m_organization;
    const QDate m_date;
    const Instant m_start;
    const Instant m_end;
    Together m_asked{m_book};
    TodayLists m_lists;
    std::vector<Call> m_calls;
    MoveCount m_moves;
    QSet<QString> m_withdrawn;
};

} // namespace

Result<TodayLists> today(Connection& book, const TodayQuery& query, Instant now, const QTimeZone& zone)
{
    return TodayReader(book, query, now, zone).read();
}

} // namespace keyturn::queries
