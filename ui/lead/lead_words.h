// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/workspace.h"

#include <QCoreApplication>

#include <optional>

namespace keyturn {

/// The short texts of a lead's head: how long, how much, until when. Pure but for the clock and the zone of
/// `workspace`.
class LeadWords
{
    Q_DECLARE_TR_FUNCTIONS(LeadWords)

public:
    LeadWords(const Workspace& workspace, const LeadDetail& detail);

    [[nodiscard]] QString inStage() const;                 ///< "6 days"
    [[nodiscard]] QString amount() const;                  ///< "$612,000"
    [[nodiscard]] QString rate() const;                    ///< "6.125%"
    [[nodiscard]] QString closing() const;                 ///< "Dec 11, in 22 days"
    [[nodiscard]] QString source() const;                  ///< "Realtor referral"
    [[nodiscard]] QString origin() const;                  ///< the source's own name, else the source
    [[nodiscard]] QString taskDue(const Task& task) const; ///< "today 3:00 PM"
    [[nodiscard]] bool isLate(const Task& task) const;
    /// Days until the rate lock ends; negative when it has.
    [[nodiscard]] std::optional<int> lockDaysLeft() const;
    [[nodiscard]] QString lockDay() const; ///< "Nov 25"

    struct Hours
    {
        QString time; ///< "6:42 AM"
        bool open = true;
        QString opens; ///< "11:00 AM", the user's clock
    };
    /// Nothing if nobody knows where the borrower is.
    [[nodiscard]] std::optional<Hours> hours() const;

private:
    [[nodiscard]] QDate today() const;
    [[nodiscard]] QString text(const char* field) const;

    const Workspace& m_workspace;
    const LeadDetail& m_detail;
};

} // namespace keyturn
