// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/import.h"

#include <QHash>
#include <QMultiHash>

#include <optional>
#include <vector>

namespace keyturn {

/// Who stands in a list so far. Somebody is known again as planImport() knows those who are here already: by the
/// address, the id at the source, a telephone number together with a part of the name, or the name together with the
/// city or company. Rows that are taken in one by one, fifty at once or not at all are judged alike.
class ImportPeople
{
public:
    /// The line of the first row about the same person.
    [[nodiscard]] std::optional<qint64> lineOf(const ImportOrder& order, const ImportRow& row) const;
    [[nodiscard]] bool hasAddress(const QString& email) const { return m_keys.contains(email.toLower()); }
    void add(const ImportOrder& order, const ImportRow& row);

private:
    struct Person
    {
        qint64 line = 0;
        QString firstName;
        QString name;
        QString email;
        QString city;
        QString company;
    };

    QHash<QString, qint64> m_keys; ///< addresses and ids
    std::vector<Person> m_people;  ///< with a number or a name
    QMultiHash<QString, std::size_t> m_byNumber;
    QMultiHash<QString, std::size_t> m_byName;
};

/// leads.lead_source of a row: its own, or that of the order.
QString leadSourceOf(const ImportOrder& order, const ImportRow& row);

} // namespace keyturn
