// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/queries/report_task.h"
#include "models/storage/queries/rows.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <map>

namespace keyturn::queries {

namespace {

using Kind = ReportColumn::Kind;

/// Nothing is logged before it happens, give or take what clocks differ by: what was written earlier than this did not
/// happen in the period, and the log is read by when it was written.
Instant writtenFrom(const ReportPeriod& period)
{
    return Instant{period.begin.ms - msPerDay};
}

/// Entries that were taken back again: they stay in the log, and count nowhere.
Result<QSet<QUuid>> withdrawnSince(Connection& book, const QString& organization, Instant since)
{
    QSet<QUuid> withdrawn;
    KEYTURN_TRY(
        forEachRow(book,
                   QStringLiteral("SELECT metadata FROM lead_activities WHERE organization_id = ? AND activity_type = "
                                  "'activity_corrected' AND occurred_at >= ? ORDER BY created_at, id"),
                   {organization, since.ms}, [&withdrawn](const Row& row) {
                       const QJsonObject metadata = QJsonDocument::fromJson(row.utf8(0).toByteArray()).object();
                       const QUuid entry = QUuid::fromString(metadata.value(QLatin1String("corrects")).toString());
                       const QJsonValue state = metadata.value(QLatin1String("withdrawn"));
                       if (state.isBool() && state.toBool()) {
                           withdrawn.insert(entry);
                       } else if (state.isBool()) {
                           withdrawn.remove(entry);
                       }
                   }));
    return withdrawn;
}

/// Leads that are removed, each with the lead that it was merged into; null: none. What was done for a merged lead was
/// done for the one that stayed.
Result<QHash<QUuid, QUuid>> removedLeads(Connection& book, const QString& organization)
{
    QHash<QUuid, QUuid> removed;
    KEYTURN_TRY(forEachRow(
        book,
        QStringLiteral("SELECT id, duplicate_of_id FROM leads WHERE organization_id = ? AND deleted_at IS NOT NULL"),
        {organization},
        [&removed](const Row& row) { removed.insert(row.uuid(0), row.isNull(1) ? QUuid() : row.uuid(1)); }));
    return removed;
}

/// Restricts entries to those of the person who was asked for; nobody is the program itself.
QString byPerson(const ReportTask& task, const QString& column, std::vector<QVariant>& values)
{
    if (!task.request.owner) {
        return {};
    }
    if (task.request.owner->isNull()) {
        return QString(u" AND " % column % u" IS NULL");
    }
    values.emplace_back(task.request.owner->toString());
    return QString(u" AND " % column % u" = ?");
}

struct Logged
{
    QString type;
    LeadId lead;
    UserId by;
    Instant at;
    bool isOutboundCall = false;
};

bool isInbound(QByteArrayView metadata)
{
    return QJsonDocument::fromJson(metadata.toByteArray()).object().value(QLatin1String("direction")) ==
           QLatin1String("inbound");
}

/// Calls `use` for every entry about a live lead that happened in the period, without corrections and what they
/// withdrew.
template<typename Use>
Done forEachLogged(const ReportTask& task, Use&& use)
{
    KEYTURN_LET(const QSet<QUuid> withdrawn, withdrawnSince(task.book, task.organization(), task.period.begin));
    const auto removed = removedLeads(task.book, task.organization());
    KEYTURN_TRY(removed);
    QString sql = QStringLiteral(
        "SELECT id, activity_type, lead_id, created_by, occurred_at, "
        "CASE WHEN activity_type IN ('call_logged', 'call_completed') THEN metadata END FROM lead_activities "
        "WHERE organization_id = ? AND created_at >= ? AND occurred_at >= ? AND occurred_at < ? "
        "AND activity_type <> 'activity_corrected'");
    std::vector<QVariant> values{task.organization(), writtenFrom(task.period).ms, task.period.begin.ms,
                                 task.period.end.ms};
    sql += byPerson(task, QStringLiteral("created_by"), values);
    SharedWords words;
    return forEachRow(task.book, sql, values, [&](const Row& row) {
        QUuid lead = row.uuid(2);
        if (const auto gone = removed->find(lead); gone != removed->end()) {
            lead = *gone;
            if (lead.isNull() || removed->contains(lead)) {
                return;
            }
        }
        if (!withdrawn.isEmpty() && withdrawn.contains(row.uuid(0))) {
            return;
        }
        use(Logged{words.text(row, 1), LeadId(lead), row.id<UserId>(3), row.instant(4),
                   !row.isNull(5) && !isInbound(row.utf8(5))});
    });
}

} // namespace

Done recentActivities(ReportTask& task)
{
    task.addColumn("at", Kind::Moment);
    task.addColumn("activity_type", Kind::ActivityType);
    task.addColumn("title", Kind::Text);
    task.addColumn("to_stage", Kind::Stage);
    task.addColumn("lead", Kind::Lead, true);
    task.addColumn("lead_id", Kind::LeadKey);
    task.addColumn("user", Kind::User);
    KEYTURN_LET(const QSet<QUuid> withdrawn, withdrawnSince(task.book, task.organization(), task.period.begin));
    QString sql = QStringLiteral(
        "SELECT a.id, a.created_at, a.activity_type, a.title, a.to_stage, l.name, l.id, a.created_by "
        "FROM lead_activities a JOIN leads o ON o.id = a.lead_id JOIN leads l ON l.id = "
        "CASE WHEN o.deleted_at IS NOT NULL AND o.duplicate_of_id IS NOT NULL THEN o.duplicate_of_id ELSE o.id END "
        "WHERE a.organization_id = ? AND a.created_at >= ? "
        "AND a.created_at < ? AND a.activity_type <> 'activity_corrected' AND l.deleted_at IS NULL");
    std::vector<QVariant> values{task.organization(), task.period.begin.ms, task.period.end.ms};
    sql += byPerson(task, QStringLiteral("a.created_by"), values);
    sql += QStringLiteral(" ORDER BY a.created_at DESC, a.id DESC");
    constexpr int usual = 50;
    const int limit = task.request.limit == 0 ? usual : task.request.limit;
    if (limit > 0) {
        sql += QStringLiteral(" LIMIT ?");
        values.emplace_back(qint64(limit) + withdrawn.size());
    }
    return forEachRow(task.book, sql, values, [&](const Row& row) {
        if (withdrawn.contains(row.uuid(0))) {
            return;
        }
        const QString key = row.text(0);
        task.note(key, "lead", row.id<LeadId>(6));
        task.addRow(key, {row.integer(1), row.text(2), row.text(3), row.isNull(4) ? QVariant() : row.text(4),
                          row.text(5), row.text(6), row.isNull(7) ? QVariant() : row.text(7)});
    });
}

Done activityCountsByType(ReportTask& task)
{
    struct Sum
    {
        qint64 count = 0;
        Instant first;
        Instant last;
    };
    task.addColumn("activity_type", Kind::ActivityType);
    task.addColumn("count", Kind::Count, true);
    task.addColumn("first", Kind::Moment);
    task.addColumn("last", Kind::Moment);
    std::map<QString, Sum> sums;
    KEYTURN_TRY(forEachLogged(task, [&](const Logged& entry) {
        Sum& sum = sums[entry.type];
        sum.first = sum.count == 0 ? entry.at : std::min(sum.first, entry.at);
        sum.last = std::max(sum.last, entry.at);
        ++sum.count;
        if (!entry.lead.isNull()) {
            task.note(entry.type, "count", entry.lead);
        }
    }));
    std::vector<std::pair<QString, Sum>> sorted(sums.begin(), sums.end());
    std::ranges::stable_sort(sorted, [](const auto& a, const auto& b) { return a.second.count > b.second.count; });
    qint64 all = 0;
    for (const auto& [type, sum] : sorted) {
        task.addRow(type, {type, sum.count, sum.first.ms, sum.last.ms});
        all += sum.count;
    }
    task.table.sums = ReportTable::Row{{}, all, {}, {}};
    return {};
}

Done loActivity(ReportTask& task)
{
    struct Sum
    {
        QSet<LeadId> leads;
        qint64 total = 0, calls = 0, emails = 0, quotes = 0, conversions = 0;
    };
    static constexpr const char* columns[] = {"activities", "calls", "emails", "quotes", "conversions"};
    task.addColumn("user", Kind::User);
    task.addColumn("leads", Kind::Count, true);
    for (const char* column : columns) {
        task.addColumn(column, Kind::Count, true);
    }
    QHash<UserId, Sum> sums;
    QSet<LeadId> touched;
    KEYTURN_TRY(forEachLogged(task, [&](const Logged& entry) {
        if (entry.by.isNull()) {
            return; // the program's own doing
        }
        Sum& sum = sums[entry.by];
        const bool isEmail = entry.type == QLatin1String("email_sent");
        const bool isQuote = entry.type == QLatin1String("quote_generated");
        const bool isConversion = entry.type == QLatin1String("converted_to_application");
        ++sum.total;
        sum.calls += entry.isOutboundCall ? 1 : 0;
        sum.emails += isEmail ? 1 : 0;
        sum.quotes += isQuote ? 1 : 0;
        sum.conversions += isConversion ? 1 : 0;
        if (entry.lead.isNull()) {
            return;
        }
        sum.leads.insert(entry.lead);
        touched.insert(entry.lead);
        if (task.isDrill()) {
            const QString key = entry.by.toString();
            task.note(key, "leads", entry.lead);
            const bool behind[] = {true, entry.isOutboundCall, isEmail, isQuote, isConversion};
            for (std::size_t i = 0; i < std::size(columns); ++i) {
                if (behind[i]) {
                    task.note(key, columns[i], entry.lead);
                }
            }
        }
    }));
    std::vector<std::pair<UserId, const Sum*>> sorted;
    for (auto sum = sums.cbegin(); sum != sums.cend(); ++sum) {
        sorted.emplace_back(sum.key(), &sum.value());
    }
    std::ranges::sort(sorted, [](const auto& a, const auto& b) {
        return std::make_tuple(-a.second->conversions, -a.second->total, a.first) <
               std::make_tuple(-b.second->conversions, -b.second->total, b.first);
    });
    Sum all;
    for (const auto& [user, sum] : sorted) {
        task.addRow(user.toString(), {user.toString(), qint64(sum->leads.size()), sum->total, sum->calls, sum->emails,
                                      sum->quotes, sum->conversions});
        all.total += sum->total;
        all.calls += sum->calls;
        all.emails += sum->emails;
        all.quotes += sum->quotes;
        all.conversions += sum->conversions;
    }
    // One lead can have had to do with several people: it counts once.
    task.table.sums =
        ReportTable::Row{{}, qint64(touched.size()), all.total, all.calls, all.emails, all.quotes, all.conversions};
    return {};
}

} // namespace keyturn::queries
