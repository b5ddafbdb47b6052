// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leadkit/view_words.h"

#include <algorithm>

namespace keyturn {

QString viewMenuText(const SavedView& view, const QString& word)
{
    QString text = view.name;
    text.replace(u'&', QLatin1String("&&")).replace(u'\t', u' ');
    return word.isEmpty() ? text : QString(text % u'\t' % word);
}

bool mayShareViews(const Workspace& workspace)
{
    const auto& users = workspace.catalogue().users;
    return std::ranges::count_if(users, &User::isActive) > 1 &&
           (workspace.link().kind == LinkState::Kind::Local || workspace.access().managesPeople);
}

} // namespace keyturn
