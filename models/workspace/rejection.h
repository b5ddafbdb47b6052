// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/domain/catalogue.h"

namespace keyturn {

struct PushAnswer;

/// Why the server did not take an operation, in words for the person whose change it was. A Conflict tells what stands
/// there now.
Error rejection(const PushAnswer& answer, const Catalogue& catalogue);

} // namespace keyturn
