// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/queries/report_task.h"
#include "models/storage/queries/rows.h"
#include "models/storage/queries/stage_way.h"

#include <algorithm>

namespace keyturn::queries {

namespace {

using Kind = ReportColumn::Kind;

/// What became of those who entered a stage.
enum class Fate { Waiting, MovedOn, MovedBack, Exited };

Fate fateOf(const StageVisit& visit, const std::vector<Stage>& stages)
{
    if (visit.left.isNull()) {
        return Fate::Waiting;
    }
    const Stage& from = stages[std::size_t(visit.stage)];
    const Stage& to = stages[std::size_t(visit.to)];
    if (to.isExit()) {
        return Fate::Exited;
    }
    return from.isExit() || to.order > from.order ? Fate::MovedOn : Fate::MovedBack;
}

/// Who owned leads at an earlier moment. The newest owners are in the leads; what came after the moment is taken back.
Result<QHash<LeadId, UserId>> ownersChangedSince(Connection& book, const QString& organization, Instant moment)
{
    QHash<LeadId, UserId> owners;
    KEYTURN_TRY(forEachRow(book,
                           QStringLiteral("SELECT lead_id, assigned_from FROM lead_assignments "
                                          "WHERE organization_id = ? AND assigned_at >= ? ORDER BY assigned_at, id"),
                           {organization, moment.ms}, [&owners](const Row& row) {
                               const LeadId lead = row.id<LeadId>(0);
                               if (!owners.contains(lead)) {
                                   owners.insert(lead, row.id<UserId>(1));
                               }
                           }));
    return owners;
}

} // namespace

Done stageConversion(ReportTask& task)
{
    static constexpr const char* fates[] = {"waiting", "moved_on", "moved_back", "exited"};
    task.addColumn("stage", Kind::Stage);
    task.addColumn("entered", Kind::Count, true);
    task.addColumn("moved_on", Kind::Count, true);
    task.addColumn("moved_back", Kind::Count, true);
    task.addColumn("exited", Kind::Count, true);
    task.addColumn("waiting", Kind::Count, true);
    task.addColumn("conversion", Kind::Percent);
    task.addColumn("median_days", Kind::Days, true);
    task.addColumn("slowest_tenth_days", Kind::Days, true);
    task.addColumn("limit_days", Kind::Count);
    struct Sum
    {
        qint64 entered = 0;
        qint64 fates[4] = {};
        std::vector<qint64> stays;
    };
    KEYTURN_LET(const StageHistory* const history, task.history());
    std::vector<Sum> sums(history->stages().size());
    std::vector<int> lastVisit(history->stages().size());
    for (const LeadPast& lead : history->leads()) {
        if (!lead.isLive() || !task.isWanted(lead.owner)) {
            continue;
        }
        const std::vector<StageVisit> visits = history->visits(lead);
        std::ranges::fill(lastVisit, -1);
        for (std::size_t i = 0; i < visits.size(); ++i) {
            const StageVisit& visit = visits[i];
            if (visit.stage < 0) {
                continue;
            }
            if (task.period.holds(visit.at)) {
                lastVisit[std::size_t(visit.stage)] = int(i);
            }
            if (!visit.left.isNull() && task.period.holds(visit.left)) {
                sums[std::size_t(visit.stage)].stays.push_back(visit.left - visit.at);
                const QString& key = history->stages()[std::size_t(visit.stage)].key;
                task.note(key, "median_days", lead.id);
                task.note(key, "slowest_tenth_days", lead.id);
            }
        }
        // Who entered twice counts once, with what became of the second time.
        for (std::size_t stage = 0; stage < lastVisit.size(); ++stage) {
            if (lastVisit[stage] >= 0) {
                const Fate fate = fateOf(visits[std::size_t(lastVisit[stage])], history->stages());
                ++sums[stage].entered;
                ++sums[stage].fates[int(fate)];
                if (task.isDrill()) {
                    task.note(history->stages()[stage].key, "entered", lead.id);
                    task.note(history->stages()[stage].key, fates[int(fate)], lead.id);
                }
            }
        }
    }
    for (const Stage& stage : task.context.catalogue.stages) {
        const int place = history->placeOf(stage.id);
        const Sum sum = place < 0 ? Sum() : sums[std::size_t(place)];
        const auto count = [&sum](Fate fate) { return sum.fates[int(fate)]; };
        task.addRow(stage.key,
                    {stage.key, sum.entered, count(Fate::MovedOn), count(Fate::MovedBack), count(Fate::Exited),
                     count(Fate::Waiting), percentOf(count(Fate::MovedOn), sum.entered), inDays(medianOf(sum.stays)),
                     inDays(slowestTenthOf(sum.stays)), stage.rotDays ? QVariant(qint64(*stage.rotDays)) : QVariant()});
    }
    return {};
}

Done funnel(ReportTask& task)
{
    task.addColumn("stage", Kind::Stage);
    task.addColumn("leads", Kind::Count, true);
    task.addColumn("of_previous", Kind::Percent);
    task.addColumn("of_all", Kind::Percent);
    KEYTURN_LET(const StageHistory* const history, task.history());
    const StageWay way(*history, task.context.catalogue);
    std::vector<const Stage*> steps;
    for (const Stage& stage : task.context.catalogue.stages) {
        if (stage.kind == StageKind::Open || (stage.kind == StageKind::Won && stage.order == way.wonFrom())) {
            steps.push_back(&stage);
        }
    }
    std::vector<qint64> reached(steps.size());
    for (const LeadPast& lead : history->leads()) {
        if (!lead.isLive() || !task.isWanted(lead.owner) || !task.period.holds(lead.createdAt)) {
            continue;
        }
        const int furthest = way.furthest(lead, history->visits(lead));
        for (std::size_t i = 0; i < steps.size(); ++i) {
            // Whoever came in was a lead, wherever they began.
            if (i == 0 || furthest >= steps[i]->order) {
                ++reached[i];
                task.note(steps[i]->key, "leads", lead.id);
            }
        }
    }
    for (std::size_t i = 0; i < steps.size(); ++i) {
        task.addRow(steps[i]->key,
                    {steps[i]->key, reached[i], i == 0 ? QVariant() : percentOf(reached[i], reached[i - 1]),
                     percentOf(reached[i], reached[0])});
    }
    return {};
}

Done pipelineOn(ReportTask& task)
{
    task.addColumn("stage", Kind::Stage);
    task.addColumn("leads", Kind::Count, true);
    task.addColumn("value_cents", Kind::Money); // as the amounts are today: the log does not tell the earlier ones
    task.addColumn("leads_now", Kind::Count, true);
    task.addColumn("difference", Kind::Count);
    KEYTURN_LET(const StageHistory* const history, task.history());
    QHash<LeadId, UserId> owners;
    if (task.request.owner) {
        KEYTURN_LET(owners, ownersChangedSince(task.book, task.organization(), task.period.end));
    }
    struct Sum
    {
        qint64 then = 0, cents = 0, now = 0;
    };
    std::vector<Sum> sums(history->stages().size());
    for (const LeadPast& lead : history->leads()) {
        const int then = history->stageBefore(lead, task.period.end);
        if (then >= 0 && task.isWanted(owners.value(lead.id, lead.owner))) {
            ++sums[std::size_t(then)].then;
            sums[std::size_t(then)].cents += lead.valueCents;
            task.note(history->stages()[std::size_t(then)].key, "leads", lead.id);
        }
        if (lead.isLive() && lead.stage >= 0 && task.isWanted(lead.owner)) {
            ++sums[std::size_t(lead.stage)].now;
            task.note(history->stages()[std::size_t(lead.stage)].key, "leads_now", lead.id);
        }
    }
    Sum all;
    const auto add = [&](const Stage& stage, const Sum& sum) {
        task.addRow(stage.key, {stage.key, sum.then, sum.cents, sum.now, sum.now - sum.then});
        all.then += sum.then;
        all.cents += sum.cents;
        all.now += sum.now;
    };
    const std::vector<Stage>& known = task.context.catalogue.stages;
    for (const Stage& stage : known) {
        const int place = history->placeOf(stage.id);
        add(stage, place < 0 ? Sum() : sums[std::size_t(place)]);
    }
    for (std::size_t i = 0; i < sums.size(); ++i) {
        // Stages that are gone today.
        const Stage& stage = history->stages()[i];
        if ((sums[i].then != 0 || sums[i].now != 0) && std::ranges::find(known, stage.id, &Stage::id) == known.end()) {
            add(stage, sums[i]);
        }
    }
    task.table.sums = ReportTable::Row{{}, all.then, all.cents, all.now, all.now - all.then};
    return {};
}

} // namespace keyturn::queries
