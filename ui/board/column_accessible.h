// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace keyturn {

/// Lets screen readers see columns as lists and cards as list items with everything the cards say, though no widget
/// stands behind a card. Call before the first column is shown; more calls do no harm.
void installColumnAccessibility();

} // namespace keyturn
