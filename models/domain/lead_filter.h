// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_card.h"

#include <QMetaType>
#include <QSet>

#include <memory>
#include <optional>
#include <vector>

namespace keyturn {

/// Which leads a board or a table shows. An empty list or an absent value does not restrict.
struct LeadFilter
{
    QString text; ///< every word must occur in name, e-mail, phone digits, tags or next task; case-insensitive
    std::vector<UserId> owners; ///< a null id among them: unassigned
    std::vector<StageId> stages;
    QStringList sources;
    QStringList programs;
    QStringList tags; ///< any of them
    std::vector<Temperature> temperatures;
    std::optional<qint64> minValueCents;
    std::optional<qint64> maxValueCents;
    std::optional<int> minDaysInStage;
    std::optional<int> lockWithinDays;
    std::optional<int> silentHours; ///< no activity for so long; open stages only
    /// Only these leads, those of one import for instance; null: any. Not remembered over a restart.
    std::shared_ptr<const QSet<LeadId>> among;
    QString amongWhat; ///< what they are, for people: the name of the file

    [[nodiscard]] bool isEmpty() const { return *this == LeadFilter{}; }
    friend bool operator==(const LeadFilter&, const LeadFilter&) = default;
};

enum class BoardSort { DueFirst, MyOrder, Newest, LongestInStage, HighestAmount, LockFirst, Name };

} // namespace keyturn

Q_DECLARE_METATYPE(keyturn::LeadFilter)
