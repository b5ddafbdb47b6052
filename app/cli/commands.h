// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/job.h"
#include "app/cli/words.h"

namespace keyturn::cli {

// pipeline_commands.cpp
void showBoard(const Job& job);
void listLeads(const Job& job);

// lead_commands.cpp
void addLead(const Job& job);
void showLead(const Job& job);
void setLead(const Job& job);
void moveLead(const Job& job);
void assignLead(const Job& job);
void deleteLead(const Job& job);
/// A lead as every command answers it.
Answer leadAnswer(const LeadDetail& lead, const Catalogue& catalogue);

// activity_commands.cpp
void logActivity(const Job& job);
void showTimeline(const Job& job);
void addTask(const Job& job);
void completeTask(const Job& job);
void listTasks(const Job& job);

// exchange_commands.cpp
void importFile(const Job& job);
void undoImport(const Job& job);

// duplicate_commands.cpp
void listDuplicates(const Job& job);
void mergeLeads(const Job& job);

// report_commands.cpp
void showReport(const Job& job);

// export_command.cpp
void exportFile(const Job& job);

// care_commands.cpp
void undo(const Job& job);
void redo(const Job& job);
void verify(const Job& job);
void backup(const Job& job);

/// The id in `text`. Error: Invalid, so that a typing error is not told as a missing row.
template<typename Tag>
Result<Id<Tag>> readId(const QString& text)
{
    const auto id = Id<Tag>::fromString(text);
    if (id.isNull() || id.toString() != text) {
        return fail(Error::Kind::Invalid, Words::tr("“%1” is not an id; ids have 36 characters.").arg(text));
    }
    return id;
}

Result<UserId> readUser(const QString& email, const Catalogue& catalogue);
Result<StageId> readStage(const QString& key, const Catalogue& catalogue);
/// "2026-02-15 10:00" where the user lives; empty for never.
QString shownTime(Instant instant, const QTimeZone& zone);

} // namespace keyturn::cli
