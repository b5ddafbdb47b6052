// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/time_input.h"

#include "app/cli/words.h"

#include <QRegularExpression>

namespace keyturn::cli {

Result<QDate> readDate(const QString& text)
{
    const QDate date = QDate::fromString(text, QStringLiteral("yyyy-MM-dd"));
    if (!date.isValid()) {
        return fail(Error::Kind::Invalid, Words::tr("“%1” is not a date like 2026-02-15.").arg(text));
    }
    return date;
}

Result<QDateTime> readMoment(const QString& text, const QTimeZone& zone)
{
    static const QRegularExpression form(QStringLiteral(
        "^(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,3})?)?)(Z|[+-]\\d\\d:\\d\\d)?$"));
    const auto match = form.match(text);
    const QDate date = QDate::fromString(match.captured(1), QStringLiteral("yyyy-MM-dd"));
    const QTime time = QTime::fromString(match.captured(2), Qt::ISODateWithMs);
    if (!match.hasMatch() || !date.isValid() || !time.isValid()) {
        return fail(Error::Kind::Invalid, Words::tr("“%1” is not a time like 2026-02-15T10:00.").arg(text));
    }
    if (match.captured(3).isEmpty()) {
        return QDateTime(date, time, zone);
    }
    return QDateTime::fromString(QString(match.captured(1) + QLatin1Char('T') + match.captured(2) + match.captured(3)),
                                 Qt::ISODateWithMs)
        .toUTC();
}

} // namespace keyturn::cli
