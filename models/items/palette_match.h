// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <utility>

namespace keyturn {

/// How well a typed query fits a title, and which letters it hit.
struct PaletteMatch
{
    int score = 0; ///< 0: does not fit; more is better
    QList<std::pair<int, int>> ranges;

    [[nodiscard]] bool fits() const { return score > 0; }
};

/// The title begins with the query, a word of it does, the query stands somewhere in it, or its letters begin words or
/// occur in this order. Case and accents of the query must match the title's up to case. An empty query fits
/// everything.
PaletteMatch matchTitle(const QString& title, const QString& query);

/// Every word of the query begins a word of the text, in whatever order: "find dupes" fits "Duplicates find dupes
/// same". An empty query fits nothing.
bool matchWords(const QString& text, const QString& query);

/// Where the digits of a query stand in a telephone number as it is shown, whatever punctuation either has: start and
/// length, {0, 0} if they do not. Fewer than three digits are chance.
std::pair<int, int> matchDigits(const QString& phone, const QString& query);

} // namespace keyturn
