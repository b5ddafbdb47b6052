// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

namespace keyturn::test {

/// One entry of a translation source: what tr() asks for, and what it gets.
struct TsMessage
{
    QString context;
    QString source;
    QString comment;
    bool isPlural = false;
    /// "unfinished", "vanished", "obsolete", or empty as it should be.
    QString state;
    QStringList translations;

    [[nodiscard]] QString key() const;
};

/// Reads Qt's .ts files, and says what is wrong with them in whole sentences.
class TsFile
{
public:
    explicit TsFile(const QString& path);

    [[nodiscard]] const std::vector<TsMessage>& messages() const { return m_messages; }
    [[nodiscard]] QSet<QString> keys() const;
    [[nodiscard]] QSet<QString> pluralKeys() const;
    /// Why the file could not be read; empty if it could.
    [[nodiscard]] QString error() const { return m_error; }
    /// Entries without words, plural forms that are missing, placeholders, tags and mnemonics that differ.
    [[nodiscard]] QStringList complaints() const;

private:
    std::vector<TsMessage> m_messages;
    QString m_error;
};

} // namespace keyturn::test
