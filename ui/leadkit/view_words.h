// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/workspace.h"

#include <QString>

namespace keyturn {

/// The name of a view as a menu shows it, with a word at the right; an ampersand of the name stays one.
QString viewMenuText(const SavedView& view, const QString& word);

/// Whether there is a team to share with, and this person may: on a team's server that is an administrator's work.
bool mayShareViews(const Workspace& workspace);

} // namespace keyturn
