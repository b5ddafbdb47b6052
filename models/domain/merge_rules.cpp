// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/merge_rules.h"

#include <algorithm>

namespace keyturn {

namespace {

bool isNothing(const QVariant& value)
{
    return !value.isValid() || (value.typeId() == QMetaType::QString && value.toString().isEmpty());
}

bool isSame(const QVariant& a, const QVariant& b)
{
    return a.typeId() == QMetaType::QString && b.typeId() == QMetaType::QString
               ? a.toString().compare(b.toString(), Qt::CaseInsensitive) == 0
               : a == b;
}

bool isBehind(const QVariant& a, const QVariant& b)
{
    return a.typeId() == QMetaType::QString ? a.toString() > b.toString() : a.toLongLong() > b.toLongLong();
}

/// Pairs of which the first may not lie behind the second.
const std::vector<std::pair<QString, QString>>& orders()
{
    static const std::vector<std::pair<QString, QString>> all{
        {QStringLiteral("loan.rate_lock_date"), QStringLiteral("loan.rate_lock_expires_on")},
        {QStringLiteral("profile.min_budget_cents"), QStringLiteral("profile.max_budget_cents")},
    };
    return all;
}

} // namespace

const std::vector<QStringList>& fieldsOfOneThing()
{
    static const std::vector<QStringList> all{
        {QStringLiteral("profile.address_line1"), QStringLiteral("profile.address_line2"),
         QStringLiteral("profile.city"), QStringLiteral("profile.state"), QStringLiteral("profile.postal_code")},
        {QStringLiteral("loan.subject_state"), QStringLiteral("loan.subject_county"),
         QStringLiteral("loan.subject_postal_code")},
        {QStringLiteral("loan.fico_score"), QStringLiteral("loan.fico_band"), QStringLiteral("loan.fico_source")},
        {QStringLiteral("loan.rate_lock_date"), QStringLiteral("loan.rate_lock_expires_on")},
        {QStringLiteral("profile.min_budget_cents"), QStringLiteral("profile.max_budget_cents")},
    };
    return all;
}

bool isFilledIn(const QString& field, const std::function<QVariant(const QString&)>& mine,
                const std::function<QVariant(const QString&)>& theirs)
{
    if (!isNothing(mine(field)) || isNothing(theirs(field))) {
        return false;
    }
    const auto contradicts = [&](const QString& other) {
        return !isNothing(mine(other)) && !isNothing(theirs(other)) && !isSame(mine(other), theirs(other));
    };
    for (const QStringList& group : fieldsOfOneThing()) {
        if (group.contains(field) && std::any_of(group.begin(), group.end(), contradicts)) {
            return false;
        }
    }
    const auto joined = [&](const QString& name) { return isNothing(mine(name)) ? theirs(name) : mine(name); };
    return std::none_of(orders().begin(), orders().end(), [&](const auto& order) {
        const QVariant low = joined(order.first);
        const QVariant high = joined(order.second);
        return (field == order.first || field == order.second) && !isNothing(low) && !isNothing(high) &&
               isBehind(low, high);
    });
}

} // namespace keyturn
