// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace keyturn {

/// A piece between blanks, its quotes taken off.
struct SearchToken
{
    QString key;   ///< what stands before a colon or a comparison, in small letters; may be empty
    QChar sign;    ///< ':', '<' or '>'; null without a key
    QString value; ///< the rest
    QString whole; ///< as typed, without quotes and minus
    bool isNot = false;
    bool isQuoted = false;
    bool isLast = false; ///< nothing but itself follows: it may still be typed
};

/// What was typed, piece by piece. A quote that was not closed reaches to the end: it may still come.
std::vector<SearchToken> searchTokens(const QString& text);

} // namespace keyturn
