// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"

#include <QJsonObject>
#include <QString>

namespace keyturn {

/// A way to look at the leads that has a name: filter, columns, sort, as board or as table.
struct SavedView
{
    QString id; ///< UUID; empty: a new one
    QString name;
    QJsonObject content; ///< as the page that shows it wrote it; empty: forget the view
    bool isShared = false;
    UserId owner; ///< of a shared one: who may change it
};

} // namespace keyturn
