// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_detail.h"

#include <vector>

namespace keyturn {

/// What the working list of one day is made of. Leads by id; the lead store has the rest.
struct TodayLists
{
    struct SilentLead
    {
        LeadId lead;
        Instant lastActivityAt; ///< null: never
    };
    struct LockedLead
    {
        LeadId lead;
        QString lockExpiresOn; ///< YYYY-MM-DD, empty if only the closing counts
        QString closesOn;      ///< YYYY-MM-DD, empty if unknown
    };

    std::vector<LeadId> newLeads;   ///< in the initial stage and never contacted, newest first (speed to lead)
    std::vector<Task> tasks;        ///< overdue and due today, assigned to the user; oldest due first
    std::vector<LockedLead> locks;  ///< lock expiring or closing within 7 days
    std::vector<SilentLead> silent; ///< open leads without activity for `silentDays`; never first, then oldest
    qint64 newLeadCount = 0;        ///< exact, where the list is capped
    qint64 taskCount = 0;
    qint64 lateTaskCount = 0; ///< of these, due before the moment of the query
    qint64 lockCount = 0;
    qint64 silentCount = 0;
    // The day so far
    int callsLogged = 0;
    int callsReached = 0;
    int notesWritten = 0;
    int tasksDone = 0;
    int stageMoves = 0;
};

struct TodayQuery
{
    UserId user;
    int silentDays = 7;
    int limit = 200;
};

} // namespace keyturn
