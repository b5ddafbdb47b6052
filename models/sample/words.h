// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sample/dice.h"

#include <QString>

#include <array>
#include <string_view>

namespace keyturn::sample {

// Word lists behind the sample data. Every combination is made up; numbers are from the 555-01xx range and addresses
// from example.com, .net and .org, so that nothing here can reach anybody.

/// A borrower or a couple.
struct PersonName
{
    QString first; ///< "Rosa", or "Rosa & Mateo" for a couple
    QString last;
    [[nodiscard]] QString full() const { return QString(first + u' ' + last); }
};

struct Place
{
    std::string_view city;
    std::string_view state;
    std::string_view areaCode;
    std::string_view postalCode;
    std::string_view county;
};

PersonName personName(Dice& dice);
QString firmName(Dice& dice);
const Place& place(Dice& dice);
QString phoneNumber(const Place& place, Dice& dice); ///< E.164
QString noteText(Dice& dice);
QString callText(const QString& outcome, Dice& dice);
QString smsText(Dice& dice);
QString meetingText(Dice& dice);

} // namespace keyturn::sample
