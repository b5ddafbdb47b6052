// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/commands.h"
#include "models/domain/planning/draft.h"

namespace keyturn {

// One function for each command: adds what has to be done to the draft and answers with the summary for the undo toast.

Result<QString> planInto(Draft& draft, const CreateLead& command);
Result<QString> planInto(Draft& draft, const UpdateLeads& command);
Result<QString> planInto(Draft& draft, const MoveStage& command);
Result<QString> planInto(Draft& draft, const ArrangeCards& command);
Result<QString> planInto(Draft& draft, const AssignLeads& command);
Result<QString> planInto(Draft& draft, const TagLeads& command);
Result<QString> planInto(Draft& draft, const DeleteLeads& command);
Result<QString> planInto(Draft& draft, const RestoreLeads& command);
Result<QString> planInto(Draft& draft, const MergeLeads& command);
Result<QString> planInto(Draft& draft, const LogActivity& command);
Result<QString> planInto(Draft& draft, const AddNote& command);
Result<QString> planInto(Draft& draft, const EditNote& command);
Result<QString> planInto(Draft& draft, const DeleteNote& command);
Result<QString> planInto(Draft& draft, const CorrectActivity& command);
Result<QString> planInto(Draft& draft, const AddTask& command);
Result<QString> planInto(Draft& draft, const EditTask& command);
Result<QString> planInto(Draft& draft, const CompleteTask& command);
Result<QString> planInto(Draft& draft, const DeleteTask& command);
Result<QString> planInto(Draft& draft, const LinkContact& command);
Result<QString> planInto(Draft& draft, const EditContactLink& command);
Result<QString> planInto(Draft& draft, const EditContact& command);
Result<QString> planInto(Draft& draft, const AttachDocument& command);
Result<QString> planInto(Draft& draft, const EditStage& command);
Result<QString> planInto(Draft& draft, const DefineCustomFields& command);
Result<QString> planInto(Draft& draft, const KeepView& command);
Result<QString> planInto(Draft& draft, const EditOrganization& command);
Result<QString> planInto(Draft& draft, const EditUser& command);

/// Parts that several commands share.
void assignLead(Draft& draft, const QString& lead, UserId from, UserId to, const QString& reason);
/// Adds the tags to a lead; makes those that are missing. True if the lead got any.
Result<bool> addTags(Draft& draft, const QString& lead, const QStringList& names,
                     const std::vector<Record>& existingLinks, QHash<QString, QString>& madeTags);

} // namespace keyturn
