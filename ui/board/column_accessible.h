// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace keyturn {

/// Lets screen readers see columns as lists, cards as list items with everything the cards say, and groups as headings,
/// though no widget stands behind them. Call before the first column is shown; more calls do no harm.
void installColumnAccessibility();

} // namespace keyturn
