// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/link_words.h"

#include "models/workspace/workspace.h"

#include <QCoreApplication>

#include <algorithm>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::LinkWords)
};

} // namespace

LinkWords linkWords(const LinkState& link, const Access& access, Instant now)
{
    const QString kept = link.hasUnsent
                             ? Words::tr("One change is kept and sent again as soon as the server answers.")
                             : Words::tr("What you see stays readable; changing it waits until the server is back.");
    switch (link.kind) {
    case LinkState::Kind::Local:
        return {QStringLiteral("hard-drive"), Words::tr("On this computer only"), {}, false};
    case LinkState::Kind::Online:
        return {QStringLiteral("cloud-check"),
                access.mayWrite ? Words::tr("Connected to %1").arg(link.server)
                                : Words::tr("Connected to %1, for looking only").arg(link.server),
                Words::tr("Changes of your colleagues appear within seconds."), false};
    case LinkState::Kind::Connecting:
        return {QStringLiteral("refresh-cw"), Words::tr("Read-only: reconnecting to %1…").arg(link.server),
                QString(link.reason.message + QLatin1Char('\n') + kept), true};
    case LinkState::Kind::Lost:
        break;
    }
    const QString why = QString(link.reason.message + QLatin1Char('\n') + kept);
    if (link.nextTry.isNull()) {
        return {QStringLiteral("cloud-off"), Words::tr("Read-only: %1 is out of reach").arg(link.server), why, true};
    }
    const qint64 seconds = std::max<qint64>((link.nextTry.ms - now.ms + 999) / 1000, 0);
    return {QStringLiteral("cloud-off"),
            seconds == 0 ? Words::tr("Read-only: reconnecting to %1…").arg(link.server)
                         : Words::tr("Read-only: next try to reach %1 in %2 s").arg(link.server).arg(seconds),
            why, true};
}

} // namespace keyturn
