// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/import_people.h"

#include "models/domain/likeness.h"

#include <QStringBuilder>

#include <algorithm>

namespace keyturn {

namespace {

QStringList keysOf(const ImportOrder& order, const ImportRow& row)
{
    QStringList keys;
    if (const QString email = row.text(QStringLiteral("email")).toLower(); !email.isEmpty()) {
        keys.append(email);
    }
    if (const QString id = row.text(QStringLiteral("external_lead_id")); !id.isEmpty()) {
        keys.append(QString(leadSourceOf(order, row) % u'\n' % id));
    }
    return keys;
}

} // namespace

QString leadSourceOf(const ImportOrder& order, const ImportRow& row)
{
    const QString own = row.text(QStringLiteral("lead_source"));
    return own.isEmpty() ? order.leadSource : own;
}

std::optional<qint64> ImportPeople::lineOf(const ImportOrder& order, const ImportRow& row) const
{
    std::optional<qint64> first;
    const auto found = [&first](qint64 line) { first = std::min(first.value_or(line), line); };
    for (const QString& key : keysOf(order, row)) {
        if (const auto seen = m_keys.constFind(key); seen != m_keys.cend()) {
            found(*seen);
        }
    }
    const QString firstName = row.text(QStringLiteral("first_name"));
    const QString name = row.text(QStringLiteral("name"));
    for (const char* const field : {"mobile", "phone"}) {
        const auto [begin, end] = m_byNumber.equal_range(row.text(QLatin1String(field)));
        for (auto at = begin; at != end; ++at) {
            const Person& person = m_people[*at];
            if (mayShareAPhone(person.firstName, person.name, firstName, name)) {
                found(person.line);
            }
        }
    }
    const auto [begin, end] = m_byName.equal_range(name);
    for (auto at = begin; at != end; ++at) {
        const Person& person = m_people[*at];
        const bool twoAddresses = !person.email.isEmpty() && !row.text(QStringLiteral("email")).isEmpty();
        if (!twoAddresses && (isSamePlace(row.text(QStringLiteral("profile.city")), person.city) ||
                              isSamePlace(row.text(QStringLiteral("profile.company")), person.company))) {
            found(person.line);
        }
    }
    return first;
}

void ImportPeople::add(const ImportOrder& order, const ImportRow& row)
{
    for (const QString& key : keysOf(order, row)) {
        if (!m_keys.contains(key)) {
            m_keys.insert(key, row.line);
        }
    }
    Person person{row.line,
                  row.text(QStringLiteral("first_name")),
                  row.text(QStringLiteral("name")),
                  row.text(QStringLiteral("email")),
                  row.text(QStringLiteral("profile.city")),
                  row.text(QStringLiteral("profile.company"))};
    const std::size_t place = m_people.size();
    for (const char* const field : {"mobile", "phone"}) {
        if (const QString number = row.text(QLatin1String(field)); !number.isEmpty()) {
            m_byNumber.insert(number, place);
        }
    }
    if (!person.name.isEmpty() && !(person.city.isEmpty() && person.company.isEmpty())) {
        m_byName.insert(person.name, place);
    }
    m_people.push_back(std::move(person));
}

} // namespace keyturn
