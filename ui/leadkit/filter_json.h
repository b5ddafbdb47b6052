// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_filter.h"

#include <QJsonObject>

namespace keyturn {

/// How a filter is remembered. What cannot be read is left out, so that an old setting never hides leads by mistake.
QJsonObject filterToJson(const LeadFilter& filter);
LeadFilter filterFromJson(const QJsonObject& json);

} // namespace keyturn
