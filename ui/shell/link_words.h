// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/instant.h"

#include <QString>

namespace keyturn {

struct Access;
struct LinkState;

/// How the line to a team's server is told at the top of the window.
struct LinkWords
{
    QString icon;
    QString text;
    QString toolTip;
    bool isTrouble = false;
};

LinkWords linkWords(const LinkState& link, const Access& access, Instant now);

} // namespace keyturn
