// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/groups.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace keyturn {

namespace {

constexpr int nameLength = 60;
constexpr int mostViews = 100;          ///< in one place
constexpr qsizetype mostBytes = 16'384; ///< of one view

const QString listKey = QStringLiteral("views");

/// The row whose column holds the own or the shared views, and what stands in it.
struct Place
{
    QString table;
    QString column;
    Record row;
    QJsonObject all;
    QJsonArray views;
};

Result<Place> placeOf(const Draft& draft, bool isShared)
{
    Place place;
    place.table = isShared ? QStringLiteral("organizations") : QStringLiteral("users");
    place.column = isShared ? QStringLiteral("settings") : QStringLiteral("preferences");
    const QString id = isShared ? draft.catalogue().organization.toString() : draft.actor().toString();
    KEYTURN_LET(place.row,
                draft.live(place.table, id, isShared ? PlanTexts::tr("organization") : PlanTexts::tr("person")));
    place.all = QJsonDocument::fromJson(place.row.text(place.column).toUtf8()).object();
    place.views = place.all.value(listKey).toArray();
    return place;
}

int indexOf(const QJsonArray& views, const QString& id)
{
    for (int i = 0; i < views.size(); ++i) {
        if (views[i].toObject().value(QLatin1String("id")).toString() == id) {
            return i;
        }
    }
    return -1;
}

void write(Draft& draft, Place& place)
{
    place.all.insert(listKey, place.views);
    draft.update(place.table, place.row, QString(), {{place.column, compact(place.all)}});
}

Done check(const SavedView& view, const Place& to)
{
    if (view.name.isEmpty() || view.name.size() > nameLength) {
        return invalid(PlanTexts::tr("A name has between 1 and %n characters.", nullptr, nameLength));
    }
    for (const QJsonValue& other : to.views) {
        const QJsonObject known = other.toObject();
        if (known.value(QLatin1String("id")).toString() != view.id &&
            known.value(QLatin1String("name")).toString().compare(view.name, Qt::CaseInsensitive) == 0) {
            return refused(PlanTexts::tr("There is a view with the name \u201c%1\u201d already.").arg(view.name));
        }
    }
    if (compact(view.content).size() > mostBytes || (indexOf(to.views, view.id) < 0 && to.views.size() >= mostViews)) {
        return refused(PlanTexts::tr("That is more than can be kept as views. Remove one that nobody needs."));
    }
    return {};
}

} // namespace

Result<QString> planInto(Draft& draft, const KeepView& command)
{
    SavedView view = command.view;
    view.name = view.name.simplified();
    KEYTURN_LET(Place to, placeOf(draft, view.isShared));
    KEYTURN_LET(Place other, placeOf(draft, !view.isShared));
    const int before = view.id.isEmpty() ? -1 : indexOf(other.views, view.id);
    const int present = view.id.isEmpty() ? -1 : indexOf(to.views, view.id);
    if (!view.id.isEmpty() && before < 0 && present < 0) {
        return refused(PlanTexts::tr("This view is gone: somebody has removed it."));
    }
    if (view.content.isEmpty()) {
        Place& from = present >= 0 ? to : other;
        const QJsonObject gone = from.views.takeAt(present >= 0 ? present : before).toObject();
        write(draft, from);
        return PlanTexts::tr("View \u201c%1\u201d removed").arg(gone.value(QLatin1String("name")).toString());
    }
    if (view.id.isEmpty()) {
        view.id = draft.newId();
    }
    KEYTURN_TRY(check(view, to));
    const QJsonObject json{{QStringLiteral("id"), view.id},
                           {QStringLiteral("name"), view.name},
                           {QStringLiteral("content"), view.content}};
    if (present >= 0) {
        to.views[present] = json;
    } else {
        to.views.append(json);
    }
    write(draft, to);
    if (before >= 0) {
        other.views.removeAt(before);
        write(draft, other);
    }
    return PlanTexts::tr("View \u201c%1\u201d saved").arg(view.name);
}

} // namespace keyturn
