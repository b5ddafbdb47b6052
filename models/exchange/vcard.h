// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace keyturn {

/// One property of an address card: `item1.TEL;TYPE=CELL:555-0100`.
struct VcardProperty
{
    QString group;     ///< "item1": ties a label to what it labels
    QString name;      ///< upper case
    QStringList types; ///< lower case: "cell", "home"; also those that version 2.1 writes without TYPE=
    QString value;     ///< decoded, but with its escapes: see split()

    /// The parts between unescaped separators, with the escapes resolved and blanks around them cut.
    [[nodiscard]] QStringList split(QChar separator) const;
    /// The whole value with its escapes resolved.
    [[nodiscard]] QString text() const;
};

/// One address card (vCard 2.1, 3.0 of RFC 2426, 4.0 of RFC 6350).
struct Vcard
{
    qint64 line = 0; ///< where it begins in the file, from 1
    std::vector<VcardProperty> properties;

    [[nodiscard]] const VcardProperty* first(const QString& name) const;
};

/// All cards of a file, as forgiving as address books are careless: any line end, cards without an end, a card inside a
/// card (left out), quoted-printable, lines that are no properties (left out). Pictures, sounds and keys are left out.
std::vector<Vcard> parseVcards(const QByteArray& file);

} // namespace keyturn
