// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/queries/card_queries.h"
#include "models/storage/queries/report_task.h"
#include "models/storage/queries/rows.h"

namespace keyturn::queries {

namespace {

using Kind = ReportColumn::Kind;

/// Live leads with their stages, of the owner who is wanted. What follows is joined by AND.
QString liveLeads(const ReportTask& task, std::vector<QVariant>& values)
{
    QString sql = QStringLiteral(" FROM leads l JOIN pipeline_stages s ON s.id = l.stage_id "
                                 "WHERE l.organization_id = ? AND l.deleted_at IS NULL");
    values.emplace_back(task.organization());
    if (task.request.owner && task.request.owner->isNull()) {
        sql += QStringLiteral(" AND l.assigned_to IS NULL");
    } else if (task.request.owner) {
        sql += QStringLiteral(" AND l.assigned_to = ?");
        values.emplace_back(task.request.owner->toString());
    }
    return sql;
}

QVariant textOrNothing(const Row& row, int column)
{
    return row.isNull(column) ? QVariant() : QVariant(row.text(column));
}

qint64 daysSince(Instant then, Instant now)
{
    return std::max<qint64>(0, now - then) / msPerDay;
}

} // namespace

Done silentLeads(ReportTask& task)
{
    constexpr qint64 usualDays = 7;
    task.addColumn("lead", Kind::Lead, true);
    task.addColumn("lead_id", Kind::LeadKey);
    task.addColumn("stage", Kind::Stage);
    task.addColumn("owner", Kind::User);
    task.addColumn("last_activity", Kind::Moment);
    task.addColumn("silent_days", Kind::Count);
    task.addColumn("value_cents", Kind::Money);
    const qint64 since = task.request.from ? task.period.begin.ms : task.context.now.ms - usualDays * msPerDay;
    std::vector<QVariant> values;
    const QString condition(liveLeads(task, values) % u" AND s.kind = 'open' AND (l.last_activity_at IS NULL OR "
                                                      u"l.last_activity_at < ?)");
    values.emplace_back(since);
    QString sql(u"SELECT l.id, l.name, s.key, l.assigned_to, l.last_activity_at, l.created_at, "
                u"l.estimated_value_cents" %
                condition % u" ORDER BY l.last_activity_at NULLS FIRST, l.id");
    if (task.request.limit > 0 && !task.isDrill()) {
        KEYTURN_TRY(forEachRow(task.book, QString(u"SELECT count(*)" % condition), values,
                               [&task](const Row& row) { task.table.rowCount = row.integer(0); }));
        sql += QStringLiteral(" LIMIT ?");
        values.emplace_back(qint64(task.request.limit));
    }
    return forEachRow(task.book, sql, values, [&task](const Row& row) {
        const QString id = row.text(0);
        task.note(id, "lead", row.id<LeadId>(0));
        const Instant last = row.isNull(4) ? row.instant(5) : row.instant(4);
        task.addRow(id, {row.text(1), id, row.text(2), textOrNothing(row, 3),
                         row.isNull(4) ? QVariant() : QVariant(row.integer(4)), daysSince(last, task.context.now),
                         row.integer(6)});
    });
}

Done rottingLeads(ReportTask& task)
{
    task.addColumn("lead", Kind::Lead, true);
    task.addColumn("lead_id", Kind::LeadKey);
    task.addColumn("stage", Kind::Stage);
    task.addColumn("owner", Kind::User);
    task.addColumn("idle_days", Kind::Count);
    task.addColumn("limit_days", Kind::Count);
    task.addColumn("value_cents", Kind::Money);
    struct Rotten
    {
        qint64 idle = 0;
        QString id;
        ReportTable::Row row;
    };
    std::vector<Rotten> found;
    std::vector<QVariant> values;
    const QString condition = liveLeads(task, values);
    // Over its limit by a whole day, whatever came last: an activity, the move into the stage, or the lead itself.
    const QString over = QStringLiteral(" + CAST(s.rot_days + 1 AS bigint) * 86400000 <= ?");
    for (int i = 0; i < 3; ++i) {
        values.emplace_back(task.context.now.ms);
    }
    KEYTURN_TRY(forEachRow(
        task.book,
        QString(u"SELECT l.id, l.name, s.key, l.assigned_to, l.last_activity_at, l.stage_entered_at, l.created_at, "
                u"s.rot_days, l.estimated_value_cents" %
                condition %
                u" AND s.kind IN ('open', 'on_ice') AND s.rot_days > 0 AND coalesce(l.last_activity_at, 0)" % over %
                u" AND l.stage_entered_at" % over % u" AND l.created_at" % over),
        values, [&](const Row& row) {
            const Instant last = std::max({row.instant(4), row.instant(5), row.instant(6)});
            const qint64 idle = daysSince(last, task.context.now);
            const QString id = row.text(0);
            task.note(id, "lead", row.id<LeadId>(0));
            found.push_back(
                {idle,
                 id,
                 {row.text(1), id, row.text(2), textOrNothing(row, 3), idle, row.integer(7), row.integer(8)}});
        }));
    std::ranges::sort(
        found, [](const Rotten& a, const Rotten& b) { return a.idle != b.idle ? a.idle > b.idle : a.id < b.id; });
    for (Rotten& lead : found) {
        task.addRow(lead.id, std::move(lead.row));
    }
    return {};
}

Done pipelineBoard(ReportTask& task)
{
    task.addColumn("stage", Kind::Stage);
    task.addColumn("kind", Kind::Text);
    task.addColumn("leads", Kind::Count, true);
    task.addColumn("value_cents", Kind::Money);
    task.addColumn("weighted_cents", Kind::Money);
    task.addColumn("wip_limit", Kind::Count);
    task.addColumn("over_limit", Kind::Flag);
    KEYTURN_LET(const std::vector<StageTotal> totals, totals(task.book));
    QHash<StageId, std::pair<qint64, qint64>> sums;
    for (const StageTotal& total : totals) {
        if (task.isWanted(total.owner)) {
            sums[total.stage].first += total.count;
            sums[total.stage].second += total.valueCents;
        }
    }
    qint64 count = 0;
    qint64 cents = 0;
    qint64 weight = 0;
    for (const Stage& stage : task.context.catalogue.stages) {
        const auto [leads, value] = sums.value(stage.id);
        const qint64 part = weighted(value, stage.winPercent);
        task.addRow(stage.key, {stage.key, stageKindKey(stage.kind), leads, value, part,
                                stage.wipLimit ? QVariant(qint64(*stage.wipLimit)) : QVariant(),
                                qint64(stage.wipLimit && leads > *stage.wipLimit ? 1 : 0)});
        count += leads;
        cents += value;
        weight += part;
    }
    task.table.sums = ReportTable::Row{{}, {}, count, cents, weight, {}, {}};
    if (!task.isDrill()) {
        return {};
    }
    std::vector<QVariant> values;
    return forEachRow(task.book, QString(u"SELECT l.id, s.key" % liveLeads(task, values)), values,
                      [&task](const Row& row) { task.note(row.text(1), "leads", row.id<LeadId>(0)); });
}

} // namespace keyturn::queries
