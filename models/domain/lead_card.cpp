// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lead_card.h"

namespace keyturn {

QString temperatureKey(Temperature temperature)
{
    switch (temperature) {
    case Temperature::Hot:
        return QStringLiteral("hot");
    case Temperature::Warm:
        return QStringLiteral("warm");
    case Temperature::Cold:
        break;
    }
    return QStringLiteral("cold");
}

Temperature temperatureFromKey(const QString& key)
{
    if (key == QLatin1String("hot")) {
        return Temperature::Hot;
    }
    return key == QLatin1String("warm") ? Temperature::Warm : Temperature::Cold;
}

} // namespace keyturn
