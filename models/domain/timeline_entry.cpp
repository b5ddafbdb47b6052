// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/timeline_entry.h"

#include <QUuid>

namespace keyturn {

QString TimelineCursor::toString() const
{
    return isNull() ? QString() : QString(QString::number(occurredAt.ms) + u'_' + id);
}

TimelineCursor TimelineCursor::fromString(const QString& text)
{
    const qsizetype mark = text.indexOf(u'_');
    if (mark <= 0) {
        return {};
    }
    bool isNumber = false;
    const qint64 ms = text.left(mark).toLongLong(&isNumber);
    const QUuid uuid = QUuid::fromString(text.mid(mark + 1));
    if (!isNumber || uuid.isNull()) {
        return {};
    }
    return TimelineCursor{Instant{ms}, uuid.toString(QUuid::WithoutBraces)};
}

} // namespace keyturn
