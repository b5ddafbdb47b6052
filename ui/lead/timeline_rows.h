// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lead/timeline_row.h"

#include <QCoreApplication>

namespace keyturn {

class TimelineModel;

/// Gathers what the model says about one entry into the row that is painted and read aloud.
class TimelineRows
{
    Q_DECLARE_TR_FUNCTIONS(TimelineRows)

public:
    /// `shortDays`: "Today" where a wide list says "Today, Thursday, November 19".
    TimelineRows(const TimelineModel& model, bool shortDays);

    [[nodiscard]] TimelineRow row(int row) const;
    [[nodiscard]] QString key(int row) const;

private:
    const TimelineModel& m_model;
    bool m_shortDays;
};

} // namespace keyturn
