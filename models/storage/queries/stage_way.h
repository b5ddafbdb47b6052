// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogue.h"
#include "models/storage/queries/stage_history.h"

namespace keyturn::queries {

/// How far leads came on the way through the open and won stages of the pipeline, in its order. Exits are beside it.
class StageWay
{
public:
    StageWay(const StageHistory& history, const Catalogue& catalogue);

    /// Order of the first won stage.
    [[nodiscard]] int wonFrom() const { return m_wonFrom; }
    /// Order of the furthest stage in which the lead has stood; -1: only in exits. Who was won and is not any more came
    /// as far as right before.
    [[nodiscard]] int furthest(const LeadPast& lead, const std::vector<StageVisit>& visits) const;
    /// When it first stood in `order` or further; null: never.
    [[nodiscard]] Instant firstAt(int order, const LeadPast& lead, const std::vector<StageVisit>& visits) const;
    [[nodiscard]] bool isWon(const LeadPast& lead) const;
    [[nodiscard]] bool isApplication(const LeadPast& lead, const std::vector<StageVisit>& visits) const;
    /// When the application was taken; null: never.
    [[nodiscard]] Instant applicationAt(const LeadPast& lead, const std::vector<StageVisit>& visits) const;

private:
    [[nodiscard]] const Stage* step(int stage) const;

    const StageHistory& m_history;
    std::vector<bool> m_isStep; ///< of the stages of the history: on the way
    int m_wonFrom;
    int m_applicationFrom;
};

} // namespace keyturn::queries
