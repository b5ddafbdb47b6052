// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLineEdit;

namespace keyturn {

/// Puts what is typed into its usual form while it is typed: "$765,000", "(916) 555-0142". Only while the cursor is at
/// the end: who corrects in the middle is left alone.
class TypingFormat
{
public:
    enum Kind { Money, Phone };

    static void attach(QLineEdit& edit, Kind kind);
    /// Answers `typed` itself where there is nothing to help with.
    static QString money(const QString& typed);
    static QString phone(const QString& typed);
};

} // namespace keyturn
