// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <compare>
#include <optional>

namespace keyturn {

/// An amount in integer cents of US dollars. Fractions are rounded half away from zero at the moment they arise.
struct Money
{
    qint64 cents = 0;

    static constexpr Money fromDollars(qint64 dollars) { return Money{dollars * 100}; }
    /// Rounds half away from zero to whole cents.
    static Money fromCents(double cents);
    /// Reads "350000", "$350,000.50", "350k", "1.2m", "-12.5"; nothing if `text` is not an amount or has more than two
    /// decimals of a cent's worth.
    static std::optional<Money> parse(QStringView text);

    /// "350000.00": what command lines and files carry.
    [[nodiscard]] QString toPlainString() const;
    /// "$350,000", or "$350,000.50" when there are cents; "−$12" for negative amounts.
    [[nodiscard]] QString toDisplay() const;
    /// The same rounded to whole dollars: for estimates such as weighted totals, where cents pretend to know.
    [[nodiscard]] QString toDisplayRounded() const;

    friend constexpr auto operator<=>(const Money&, const Money&) = default;
};

constexpr Money operator+(Money a, Money b)
{
    return Money{a.cents + b.cents};
}
constexpr Money operator-(Money a, Money b)
{
    return Money{a.cents - b.cents};
}

} // namespace keyturn

Q_DECLARE_METATYPE(keyturn::Money)
