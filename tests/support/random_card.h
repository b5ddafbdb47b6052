// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_card.h"

#include <QRandomGenerator>

namespace keyturn::test {

/// Repeatable ids.
inline LeadId leadId(quint32 n)
{
    return LeadId(QUuid(n * 2654435761U, 1, 0x7000, 0x80, 0, 0, 0, quint8(n >> 24U), quint8(n >> 16U), quint8(n >> 8U),
                        quint8(n)));
}

template<typename T>
T made(quint32 n)
{
    return T(QUuid(n, 2, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
}

/// A card with a bit of everything.
inline LeadCard randomCard(QRandomGenerator& random, quint32 n)
{
    LeadCard card;
    card.id = leadId(n);
    card.stage = made<StageId>(random.bounded(22U));
    card.owner = random.bounded(5) == 0 ? UserId() : made<UserId>(random.bounded(7U));
    card.name = QStringLiteral("Lead %1 %2").arg(n).arg(QString(random.bounded(20), QChar(u'x')));
    card.email = random.bounded(4) == 0 ? QString() : QStringLiteral("lead%1@example.com").arg(n);
    card.phone = random.bounded(4) == 0 ? QString() : QStringLiteral("+1720555%1").arg(n % 10000, 4, 10, QChar(u'0'));
    card.valueCents = random.bounded(900'000) * qint64(100);
    card.stageEnteredAt = Instant{qint64(1'700'000'000 + random.bounded(10'000'000)) * 1000};
    card.lastActivityAt = Instant{qint64(1'700'000'000 + random.bounded(10'000'000)) * 1000};
    card.createdAt = Instant{qint64(1'600'000'000) * 1000};
    card.firstContactedAt = random.bounded(2) == 0 ? Instant{} : card.createdAt;
    card.temperature = static_cast<Temperature>(random.bounded(3));
    card.program = QStringLiteral("program%1").arg(random.bounded(9));
    card.purpose = QStringLiteral("purpose%1").arg(random.bounded(7));
    card.ficoBand = QStringLiteral("fico%1").arg(random.bounded(8));
    card.source = QStringLiteral("source%1").arg(random.bounded(600));
    card.state = QStringLiteral("CO");
    card.termMonths = 360;
    card.ltvPct3 = random.bounded(120'000);
    card.lockExpiresDay = random.bounded(3) == 0 ? 19'900 : 0;
    card.closeDay = random.bounded(3) == 0 ? 19'950 : 0;
    card.score = random.bounded(101);
    card.doNotContact = random.bounded(9) == 0;
    for (int i = random.bounded(3); i > 0; --i) {
        card.tags.append(QStringLiteral("tag%1").arg(random.bounded(6)));
    }
    card.tags.removeDuplicates();
    card.tags.sort();
    if (random.bounded(2) == 0) {
        card.taskTitle = QStringLiteral("Call about %1").arg(random.bounded(100));
        card.taskType = QStringLiteral("call");
        card.taskDueAt = Instant{qint64(1'710'000'000 + random.bounded(1'000'000)) * 1000};
        card.taskHasTime = random.bounded(2) == 0;
    }
    card.rank = random.bounded(10) == 0 ? random.bounded(1000) : 0;
    return card;
}

} // namespace keyturn::test
