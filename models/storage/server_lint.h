// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QStringList>

namespace keyturn {

class Connection;

/// Reads the catalogue of a server and tells what no longer guards it: a table without row security, a right that
/// people should not hold, a view that runs with its owner's rights, a function with a free search_path, a key that
/// crosses organizations, a missing trigger. Every line names the thing. Empty on a sound server.
Result<QStringList> serverFaults(Connection& connection);

} // namespace keyturn
