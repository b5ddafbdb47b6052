// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/preferences.h"
#include "ui/kit/prompts.h"
#include "ui/kit/theme.h"

namespace keyturn {

/// What every page is given besides its models: the look, what the user set, and how to ask them. Owned by the
/// composition root, which outlives every widget.
struct UiContext
{
    Theme& theme;
    Preferences& preferences;
    Prompts& prompts;
};

} // namespace keyturn
