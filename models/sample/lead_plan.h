// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/instant.h"
#include "models/sample/words.h"

#include <array>
#include <vector>

namespace keyturn::sample {

/// Something that happened to a made-up lead. `detail` tells events of one kind apart: which stage of the path, which
/// call, which task.
struct Event
{
    enum class Kind : quint8 { Created, Assigned, Moved, Called, Noted, Texted, Met, FollowUp, TaskDone };

    qint64 at = 0; ///< epoch ms
    quint32 lead = 0;
    quint32 detail = 0;
    Kind kind = Kind::Created;
};

/// The whole life of a made-up lead in numbers, drawn anew from (seed, index) whenever it is needed: nothing has to be
/// remembered between the leads, so a book may have any size.
struct LeadPlan
{
    static constexpr int nobody = -1;

    struct Stop
    {
        int stage = 0; ///< index into the default pipeline, exits last
        qint64 enteredAt = 0;
    };

    quint32 index = 0;
    int owner = nobody; ///< index into the team
    std::vector<Stop> path;
    std::vector<Event> events; ///< in order of time; the first is Created
    int openTasks = 0;
    bool hasScenario = false;

    [[nodiscard]] const Stop& last() const { return path.back(); }
    [[nodiscard]] qint64 createdAt() const { return path.front().enteredAt; }
};

/// Stage keys of the default pipeline (data-model.md section 4) in board order; `exits` of them stand at the end.
inline constexpr std::array stageKeys{
    "new",
    "attempted",
    "contacted",
    "prequalified",
    "pre_approved",
    "house_hunting",
    "under_contract",
    "application",
    "disclosures",
    "processing",
    "underwriting",
    "conditional_approval",
    "clear_to_close",
    "docs_out",
    "funded",
    "past_client",
    "nurture",
    "withdrawn",
    "denied",
    "incomplete",
    "lost",
    "disqualified",
};
constexpr int fundedStage = 14;
constexpr int firstExit = 16;

/// `extraEvents` makes one lead's timeline as long as a benchmark wants it.
LeadPlan planLead(quint64 seed, quint32 index, Instant now, int teamSize, int extraEvents = 0);

} // namespace keyturn::sample
