// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/money.h"

#include <QLocale>

#include <cmath>

namespace keyturn {

Money Money::fromCents(double cents)
{
    return Money{static_cast<qint64>(std::llround(cents))};
}

std::optional<Money> Money::parse(QStringView input)
{
    QString text;
    text.reserve(input.size());
    bool negative = false;
    qint64 factor = 1;
    bool suffixSeen = false;
    for (const QChar c : input.trimmed()) {
        if (suffixSeen) {
            return std::nullopt;
        }
        if (c == u'$' || c == u',' || c.isSpace()) {
            continue;
        }
        if ((c == u'-' || c == u'\u2212') && text.isEmpty() && !negative) {
            negative = true;
        } else if (c.toLower() == u'k' && !text.isEmpty()) {
            factor = 1'000;
            suffixSeen = true;
        } else if (c.toLower() == u'm' && !text.isEmpty()) {
            factor = 1'000'000;
            suffixSeen = true;
        } else if ((c >= u'0' && c <= u'9') || c == u'.') {
            text.append(c);
        } else {
            return std::nullopt;
        }
    }
    const qsizetype dot = text.indexOf(u'.');
    const QString whole = dot < 0 ? text : text.left(dot);
    QString fraction = dot < 0 ? QString() : text.mid(dot + 1);
    // "1.2345k" is exact in cents; "1.234" is not.
    const int digits = factor == 1 ? 2 : (factor == 1'000 ? 5 : 8);
    // At most 13 digits of dollars, also where a letter stands for some of them.
    if ((whole.isEmpty() && fraction.isEmpty()) || fraction.contains(u'.') || whole.size() + digits - 2 > 13) {
        return std::nullopt;
    }
    if (fraction.size() > digits) {
        return std::nullopt;
    }
    fraction = fraction.leftJustified(digits, u'0');
    const qint64 units = (whole.isEmpty() ? 0 : whole.toLongLong()) * factor * 100 + fraction.toLongLong();
    return Money{negative ? -units : units};
}

QString Money::toPlainString() const
{
    const qint64 magnitude = std::llabs(cents);
    const QString sign = cents < 0 ? QStringLiteral("-") : QString();
    return sign + QString::number(magnitude / 100) + u'.' + QString::number(magnitude % 100).rightJustified(2, u'0');
}

QString Money::toDisplay() const
{
    const qint64 magnitude = std::llabs(cents);
    const QString sign = cents < 0 ? QStringLiteral("\u2212") : QString();
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    QString text = sign + u'$' + english.toString(magnitude / 100);
    if (magnitude % 100 != 0) {
        text += u'.' + QString::number(magnitude % 100).rightJustified(2, u'0');
    }
    return text;
}

QString Money::toDisplayRounded() const
{
    return Money{std::llround(static_cast<double>(cents) / 100) * 100}.toDisplay();
}

} // namespace keyturn
