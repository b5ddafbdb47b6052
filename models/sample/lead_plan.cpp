// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sample/lead_plan.h"

#include <algorithm>

namespace keyturn::sample {

namespace {

// How many of a thousand leads stand in each stage: a funnel with past clients and exits behind it.
constexpr std::array<int, stageKeys.size()> shares{70, 65, 105, 90, 75, 80, 45, 30, 22, 32, 24,
                                                   15, 14, 10,  95, 75, 60, 28, 12, 10, 38, 15};
// Days without a word until a card counts as stale; 0 where it never does.
constexpr std::array<int, stageKeys.size()> patience{1, 3, 5, 7, 10,  14, 3, 3, 3, 7, 7,
                                                     5, 3, 2, 0, 180, 90, 0, 0, 0, 0, 0};

int drawStage(Dice& dice)
{
    qint64 left = dice.between(0, 999);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        left -= shares[i];
        if (left < 0) {
            return static_cast<int>(i);
        }
    }
    return 2;
}

/// How long the lead has been where it is, in ms: most are on time, some are stale, a few badly so.
qint64 drawAge(int stage, Dice& dice)
{
    const auto at = static_cast<std::size_t>(stage);
    if (stage == 0) {
        return dice.chance(70) ? dice.between(3 * msPerMinute, 20 * msPerHour)
                               : dice.between(20 * msPerHour, 4 * msPerDay);
    }
    if (stage >= fundedStage) {
        return dice.between(2 * msPerDay, 600 * msPerDay);
    }
    const qint64 limit = qint64(patience[at]) * msPerDay;
    const qint64 roll = dice.between(0, 99);
    if (roll < 80) {
        return dice.between(msPerHour, limit - msPerHour);
    }
    return roll < 93 ? dice.between(limit, 2 * limit) : dice.between(2 * limit, 3 * limit + msPerDay);
}

/// From the first stage to the last one, older and older; some stages are skipped on the way.
std::vector<LeadPlan::Stop> drawPath(int stage, qint64 enteredAt, Dice& dice)
{
    std::vector<LeadPlan::Stop> path{{stage, enteredAt}};
    int from = stage;
    if (stage >= firstExit) {
        from = static_cast<int>(dice.between(2, 7));
    }
    qint64 at = enteredAt;
    for (int earlier = from - 1; earlier >= 0; --earlier) {
        const bool mayBeSkipped = earlier != 0 && earlier != fundedStage;
        if (mayBeSkipped && dice.chance(35)) {
            continue;
        }
        at -= earlier == fundedStage ? dice.between(20 * msPerDay, 200 * msPerDay)
                                     : dice.between(2 * msPerHour, 8 * msPerDay);
        path.push_back({earlier, at});
    }
    std::reverse(path.begin(), path.end());
    return path;
}

/// Office hours look better in a timeline than three in the morning.
qint64 duringTheDay(qint64 at, Dice& dice)
{
    const qint64 day = at - at % msPerDay;
    return day + 14 * msPerHour + dice.between(0, 9 * msPerHour);
}

} // namespace

LeadPlan planLead(quint64 seed, quint32 index, Instant now, int teamSize, int extraEvents)
{
    Dice dice(mix({seed, index, 11}));
    LeadPlan plan;
    plan.index = index;
    const int stage = drawStage(dice);
    plan.path = drawPath(stage, now.ms - drawAge(stage, dice), dice);

    const qint64 roll = dice.between(0, 99);
    if (stage == 0 && roll >= 90) {
        plan.owner = LeadPlan::nobody;
    } else {
        plan.owner = roll < 62 ? 0 : (roll < 85 ? 1 : 2) % teamSize;
    }
    plan.hasScenario = stage >= 2 || dice.chance(75);

    const auto add = [&plan](qint64 at, Event::Kind kind, std::size_t detail = 0) {
        plan.events.push_back({at, plan.index, static_cast<quint32>(detail), kind});
    };
    add(plan.createdAt(), Event::Kind::Created);
    if (plan.owner != LeadPlan::nobody) {
        add(plan.createdAt() + dice.between(1'000, 20'000), Event::Kind::Assigned);
    }
    for (std::size_t i = 1; i < plan.path.size(); ++i) {
        add(plan.path[i].enteredAt, Event::Kind::Moved, i);
    }

    // What happened in between. A lead that outstayed its stage is one that nobody touched since it came there.
    if (stage > 0) {
        const auto limit = qint64(patience[static_cast<std::size_t>(stage)]) * msPerDay;
        const bool stale = limit > 0 && now.ms - plan.last().enteredAt > limit;
        const qint64 first = plan.createdAt() + 10 * msPerMinute;
        const qint64 newest = now.ms - 5 * msPerMinute;
        const qint64 last = std::max(first, stale ? std::min(plan.last().enteredAt + msPerHour, newest) : newest);
        const auto moment = [&](Dice& d) { return std::clamp(duringTheDay(d.between(first, last), d), first, last); };
        const std::array counts{
            std::pair{Event::Kind::Called, dice.between(1, 5)},   std::pair{Event::Kind::Noted, dice.between(0, 2)},
            std::pair{Event::Kind::Texted, dice.between(0, 2)},   std::pair{Event::Kind::Met, dice.between(0, 2) / 2},
            std::pair{Event::Kind::FollowUp, dice.between(0, 1)}, std::pair{Event::Kind::TaskDone, dice.between(0, 2)}};
        for (const auto& [kind, count] : counts) {
            for (qint64 i = 0; i < count; ++i) {
                add(moment(dice), kind, static_cast<std::size_t>(i));
            }
        }
        for (int i = 0; i < extraEvents; ++i) {
            add(moment(dice), i % 3 == 0 ? Event::Kind::Called : Event::Kind::Texted,
                static_cast<std::size_t>(100 + i));
        }
    }
    std::stable_sort(plan.events.begin(), plan.events.end(),
                     [](const Event& a, const Event& b) { return a.at < b.at; });
    if (stage < fundedStage || stage == firstExit) {
        plan.openTasks = dice.chance(stage == 0 ? 35 : 82) ? (dice.chance(20) ? 2 : 1) : 0;
    }
    return plan;
}

} // namespace keyturn::sample
