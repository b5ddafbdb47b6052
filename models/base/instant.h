// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <QMetaType>
#include <QTimeZone>

#include <compare>

namespace keyturn {

/// A moment: milliseconds since 1970-01-01T00:00Z. A null instant (the default) means "never".
struct Instant
{
    qint64 ms = 0;

    [[nodiscard]] constexpr bool isNull() const { return ms == 0; }
    [[nodiscard]] QDateTime toUtc() const { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC); }
    [[nodiscard]] QDateTime inZone(const QTimeZone& zone) const { return QDateTime::fromMSecsSinceEpoch(ms, zone); }
    [[nodiscard]] QDate dateIn(const QTimeZone& zone) const { return inZone(zone).date(); }
    static Instant fromDateTime(const QDateTime& time) { return Instant{time.toMSecsSinceEpoch()}; }

    friend constexpr auto operator<=>(const Instant&, const Instant&) = default;
};

constexpr Instant operator+(Instant instant, qint64 ms)
{
    return Instant{instant.ms + ms};
}
constexpr qint64 operator-(Instant later, Instant earlier)
{
    return later.ms - earlier.ms;
}

constexpr qint64 msPerMinute = 60'000;
constexpr qint64 msPerHour = 60 * msPerMinute;
constexpr qint64 msPerDay = 24 * msPerHour;

} // namespace keyturn

Q_DECLARE_METATYPE(keyturn::Instant)
