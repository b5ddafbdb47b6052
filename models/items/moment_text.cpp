// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/moment_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace keyturn::MomentText {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::MomentText)
};

} // namespace

QString time(QTime time)
{
    const QLocale locale;
    if (locale.language() == QLocale::C) {
        return locale.toString(time, QStringLiteral("h:mm AP"));
    }
    // Some locales put a narrow no-break space before AM; fonts without it would show a box.
    QString text = locale.toString(time, QLocale::ShortFormat).replace(QChar(0x202F), QChar(u' '));
    if (locale.language() == QLocale::Spanish) {
        text = text.toLower(); // "a. m.": Qt writes it large
    }
    return text;
}

QString shortDate(QDate date, QDate today)
{
    return QLocale().toString(date, date.year() == today.year() ? Words::tr("MMM d", "date without a year")
                                                                : Words::tr("MMM d, yyyy", "date with a year"));
}

QString longDate(QDate date)
{
    return QLocale().toString(date, Words::tr("dddd, MMMM d", "weekday and date"));
}

namespace {

/// Some languages write days of the week small, yet not at the beginning.
QString capitalized(const QString& text)
{
    return text.isEmpty() ? text : QString(text.at(0).toUpper() + text.mid(1));
}

} // namespace

QString dayHeading(QDate date, QDate today)
{
    if (date == today) {
        return Words::tr("Today, %1").arg(longDate(date));
    }
    if (date == today.addDays(-1)) {
        return Words::tr("Yesterday, %1").arg(longDate(date));
    }
    return capitalized(date.year() == today.year()
                           ? longDate(date)
                           : QLocale().toString(date, Words::tr("dddd, MMMM d, yyyy", "weekday, date and year")));
}

DueState dueState(Instant due, Instant now, const DayFrame& frame)
{
    if (due.isNull()) {
        return DueState::None;
    }
    if (due < now) {
        return DueState::Late;
    }
    // The last moment of a day means "that day": a task without a time is due then.
    if (due < frame.dayEnds) {
        return DueState::Today;
    }
    return due < frame.tomorrowEnds ? DueState::Tomorrow : DueState::Later;
}

QString due(Instant due, bool hasTime, Instant now, const DayFrame& frame)
{
    const DueState state = dueState(due, now, frame);
    if (state == DueState::None) {
        return {};
    }
    const QDateTime local = due.inZone(frame.zone);
    if (state == DueState::Late) {
        const auto days = static_cast<int>(local.date().daysTo(frame.today));
        return days > 0 ? Words::tr("%Ln day(s) late", nullptr, days)
                        : Words::tr("Late, %1", "a time of today").arg(time(local.time()));
    }
    if (state == DueState::Today) {
        return hasTime ? Words::tr("Today %1", "a time").arg(time(local.time())) : Words::tr("Today");
    }
    return state == DueState::Tomorrow ? Words::tr("Tomorrow") : shortDate(local.date(), frame.today);
}

QString ago(Instant then, Instant now)
{
    const qint64 minutes = (now - then) / msPerMinute;
    if (minutes < 1) {
        return Words::tr("just now");
    }
    if (minutes < 60) {
        return Words::tr("%Ln minute(s) ago", nullptr, static_cast<int>(minutes));
    }
    const qint64 hours = minutes / 60;
    if (hours < 24) {
        return Words::tr("%Ln hour(s) ago", nullptr, static_cast<int>(hours));
    }
    const qint64 days = hours / 24;
    return days == 1 ? Words::tr("yesterday") : Words::tr("%Ln day(s) ago", nullptr, static_cast<int>(days));
}

} // namespace keyturn::MomentText
