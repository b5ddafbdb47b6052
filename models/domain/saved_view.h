// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace keyturn {

/// A way to look at the leads that has a name: filter, columns, sort, as board or as table. Own views live in
/// users.preferences under "views", shared ones in organizations.settings under the same word, both as
/// [{"id","name","content"}].
struct SavedView
{
    QString id; ///< UUID; empty: a new one
    QString name;
    QJsonObject content; ///< "page" names the page that shows it; the rest is that page's own
    bool isShared = false;

    friend bool operator==(const SavedView&, const SavedView&) = default;
};

} // namespace keyturn
