// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lead_roles.h"

namespace keyturn {

QHash<int, QByteArray> leadRoleNames()
{
    return {
        {Qt::DisplayRole, "display"},
        {Qt::AccessibleTextRole, "accessibleText"},
        {Qt::ToolTipRole, "toolTip"},
        {LeadRole::View, "view"},
        {LeadRole::Id, "leadId"},
        {LeadRole::Stage, "stage"},
        {LeadRole::Name, "name"},
        {LeadRole::AmountCents, "amountCents"},
        {LeadRole::AmountText, "amountText"},
        {LeadRole::ProgramText, "programText"},
        {LeadRole::PurposeText, "purposeText"},
        {LeadRole::LtvText, "ltvText"},
        {LeadRole::FicoText, "ficoText"},
        {LeadRole::ScenarioText, "scenarioText"},
        {LeadRole::TemperatureValue, "temperature"},
        {LeadRole::TemperatureText, "temperatureText"},
        {LeadRole::Tags, "tags"},
        {LeadRole::TaskTitle, "taskTitle"},
        {LeadRole::TaskType, "taskType"},
        {LeadRole::TaskIcon, "taskIcon"},
        {LeadRole::TaskDueText, "taskDueText"},
        {LeadRole::DueStateValue, "dueState"},
        {LeadRole::LockDaysLeft, "lockDaysLeft"},
        {LeadRole::DaysInStage, "daysInStage"},
        {LeadRole::RotLevel, "rotLevel"},
        {LeadRole::OwnerName, "ownerName"},
        {LeadRole::OwnerInitials, "ownerInitials"},
        {LeadRole::DoNotContact, "doNotContact"},
        {LeadRole::Pending, "pending"},
        {LeadRole::Phone, "phone"},
        {LeadRole::Email, "email"},
        {LeadRole::SourceText, "sourceText"},
        {LeadRole::StageName, "stageName"},
    };
}

} // namespace keyturn
