// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"

#include <QString>

#include <optional>

namespace keyturn {

/// What a stage means for the business. An exit is any kind but Open and Won.
enum class StageKind { Open, Won, Lost, OnIce, Disqualified };

QString stageKindKey(StageKind kind);
StageKind stageKindFromKey(const QString& key);

/// A column of the pipeline. A lead stands where its stage_id says and nowhere else.
struct Stage
{
    StageId id;
    QString key;  ///< stable, for code, reports and scripts
    QString name; ///< shown; the organization may rename it
    int order = 0;
    QString color; ///< #RRGGBB
    StageKind kind = StageKind::Open;
    int winPercent = 0; ///< win probability in whole percent, weight of the forecast
    std::optional<int> wipLimit;
    std::optional<int> rotDays;
    bool requiresReason = false;
    bool isInitial = false;
    qint64 version = 1;

    [[nodiscard]] bool isExit() const { return kind != StageKind::Open && kind != StageKind::Won; }

    friend bool operator==(const Stage&, const Stage&) = default;
};

} // namespace keyturn
