// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>

namespace keyturn {

/// Roles that every item model of leads answers alike, so that one delegate paints them all. A delegate asks once for
/// LeadRole::View and has everything; the single roles are for tests, accessibility and bindings.
namespace LeadRole {
Q_NAMESPACE

enum Role {
    View = Qt::UserRole + 1, ///< keyturn::LeadView, the whole card ready to paint
    Id,                      ///< keyturn::LeadId
    Stage,                   ///< keyturn::StageId
    Name,
    AmountCents,      ///< qint64
    AmountText,       ///< "$438,000", empty if unknown
    ProgramText,      ///< "Conv 30"
    PurposeText,      ///< "Purchase"
    LtvText,          ///< "96.5%"
    FicoText,         ///< "700–739"
    ScenarioText,     ///< "Purchase · 90% · 700–739", what is known of the three
    TemperatureValue, ///< int of keyturn::Temperature
    TemperatureText,
    Tags, ///< QStringList
    TaskTitle,
    TaskType,      ///< task_type key
    TaskIcon,      ///< icon name
    TaskDueText,   ///< "Today 3:00 PM", "Tomorrow", "Nov 24", "2 days late"
    DueStateValue, ///< int of keyturn::DueState
    LockDaysLeft,  ///< int, negative when past; invalid without a lock
    DaysInStage,   ///< int
    RotLevel,      ///< 0, 1 (longer idle than the stage allows), 2 (twice as long)
    OwnerName,
    OwnerInitials,
    DoNotContact,
    Pending, ///< bool: a change of this lead is not committed yet
    Phone,
    Email,
    SourceText,
    StageName,
    firstFree = Qt::UserRole + 100, ///< roles of a single model begin here
};
Q_ENUM_NS(Role)

} // namespace LeadRole

QHash<int, QByteArray> leadRoleNames();

} // namespace keyturn
