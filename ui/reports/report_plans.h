// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/report_card.h"

#include <vector>

namespace keyturn {

/// The tabs of the page, in their order.
enum class ReportTab { Overview, Pipeline, Stages, Sources, Activity, Waiting };
inline constexpr int reportTabCount = 6;

/// Which cards a tab has: their columns, their charts, and what they say where there is nothing.
std::vector<ReportCard::Plan> reportPlans(ReportTab tab);
QString reportTabName(ReportTab tab);

} // namespace keyturn
