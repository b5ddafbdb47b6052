// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdio>
#include <optional>

namespace keyturn::cli {

bool isTerminal(FILE* stream);

/// Asks on the terminal behind standard input, by standard error, and shows nothing of what is typed. Blocks until
/// there is a line. Nothing if that was interrupted, or ended without one; the terminal is as before in any case.
std::optional<QString> askSecretly(const QString& question);

} // namespace keyturn::cli
