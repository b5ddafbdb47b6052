// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QHash>
#include <QString>

namespace keyturn {

/// Further words by which people look for a command, by its id: what other programs call it, what they want from it.
/// In the language of the window at the time it is made.
class PaletteWords
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::PaletteWords)

public:
    PaletteWords();

    /// Empty for a command whose title says it all.
    [[nodiscard]] QString of(const QString& command) const;

private:
    QHash<QString, QString> m_words;
};

} // namespace keyturn
