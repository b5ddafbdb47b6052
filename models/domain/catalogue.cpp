// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/catalogue.h"

#include <algorithm>

namespace keyturn {

namespace {

template<typename Rows, typename Predicate>
auto find(const Rows& rows, Predicate&& matches) -> const typename Rows::value_type*
{
    const auto found = std::find_if(rows.begin(), rows.end(), matches);
    return found == rows.end() ? nullptr : &*found;
}

bool sameText(const QString& a, const QString& b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

QString User::name() const
{
    return QString(firstName + u' ' + lastName).simplified();
}

QString User::initials() const
{
    QString letters;
    for (const QString& part : {firstName.trimmed(), lastName.trimmed()}) {
        if (!part.isEmpty()) {
            letters += part.at(0).toUpper();
        }
    }
    if (letters.isEmpty() && !email.isEmpty()) {
        letters = email.at(0).toUpper();
    }
    return letters;
}

const Stage* Catalogue::stage(StageId id) const
{
    return find(stages, [&](const Stage& stage) { return stage.id == id; });
}

const Stage* Catalogue::stageByKey(const QString& key) const
{
    return find(stages, [&](const Stage& stage) { return stage.key == key; });
}

const Stage* Catalogue::initialStage() const
{
    const Stage* marked = find(stages, [](const Stage& stage) { return stage.isInitial; });
    return marked != nullptr || stages.empty() ? marked : &stages.front();
}

const User* Catalogue::user(UserId id) const
{
    return find(users, [&](const User& user) { return user.id == id; });
}

const User* Catalogue::userByEmail(const QString& email) const
{
    const QString wanted = email.trimmed();
    return find(users, [&](const User& user) { return sameText(user.email, wanted); });
}

const Tag* Catalogue::tag(TagId id) const
{
    return find(tags, [&](const Tag& tag) { return tag.id == id; });
}

const Tag* Catalogue::tagByName(const QString& name) const
{
    const QString wanted = name.simplified();
    return find(tags, [&](const Tag& tag) { return sameText(tag.name, wanted); });
}

std::vector<SavedView> Catalogue::views() const
{
    std::vector<SavedView> all = sharedViews;
    if (const User* self = user(me)) {
        all.insert(all.end(), self->views.begin(), self->views.end());
    }
    std::ranges::stable_sort(all, [](const SavedView& a, const SavedView& b) {
        const int order = a.name.compare(b.name, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.isShared < b.isShared;
    });
    return all;
}

} // namespace keyturn
