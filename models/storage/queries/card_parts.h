// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_card.h"
#include "models/storage/queries/rows.h"

#include <QDate>

#include <algorithm>

namespace keyturn::queries {

/// Of YYYY-MM-DD, which is all that a column of dates can hold; 0 for none. QDate reads the same, but much slower.
inline int dayOf(const Row& row, int column)
{
    const QByteArrayView text = row.utf8(column);
    if (text.size() != 10) {
        return 0;
    }
    const auto number = [text](qsizetype from, qsizetype to) {
        int value = 0;
        for (qsizetype i = from; i < to; ++i) {
            value = value * 10 + (text[i] - '0');
        }
        return value;
    };
    const QDate date(number(0, 4), number(5, 7), number(8, 10));
    return date.isValid() ? int(date.toJulianDay() - unixEpochJulianDay) : 0;
}

/// Loan over the lesser of price and value, in thousandths of a percent; 0 if either is unknown.
inline int ltvPct3(qint64 loan, qint64 price, qint64 value)
{
    const qint64 base = price > 0 && value > 0 ? std::min(price, value) : std::max(price, value);
    if (loan <= 0 || base <= 0) {
        return 0;
    }
    return int(std::min<qint64>(qRound64(double(loan) / double(base) * 100'000.0), 999'999));
}

} // namespace keyturn::queries
