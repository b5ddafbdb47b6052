// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QVariant>

#include <optional>

namespace keyturn {

/// One row by column name, in the canonical types that both stores deliver: text, uuid, date, time, json and hash are
/// QString (json compact, date YYYY-MM-DD, time HH:MM); int, money (cents), pct3, bool (0/1) and ts (epoch ms UTC) are
/// qint64; scores are double; null is an invalid QVariant.
class Record
{
public:
    Record() = default;
    explicit Record(QMap<QString, QVariant> values)
        : m_values(std::move(values))
    {}

    [[nodiscard]] bool isEmpty() const { return m_values.isEmpty(); }
    [[nodiscard]] bool has(const QString& column) const { return m_values.contains(column); }
    [[nodiscard]] bool isNull(const QString& column) const { return !m_values.value(column).isValid(); }
    [[nodiscard]] QVariant value(const QString& column) const { return m_values.value(column); }
    [[nodiscard]] QString text(const QString& column) const { return m_values.value(column).toString(); }
    [[nodiscard]] qint64 integer(const QString& column) const { return m_values.value(column).toLongLong(); }
    [[nodiscard]] std::optional<qint64> optionalInteger(const QString& column) const
    {
        const QVariant found = m_values.value(column);
        return found.isValid() ? std::optional<qint64>(found.toLongLong()) : std::nullopt;
    }
    [[nodiscard]] bool flag(const QString& column) const { return integer(column) != 0; }

    void set(const QString& column, const QVariant& value) { m_values.insert(column, value); }
    [[nodiscard]] const QMap<QString, QVariant>& values() const { return m_values; }

    friend bool operator==(const Record&, const Record&) = default;

private:
    QMap<QString, QVariant> m_values;
};

} // namespace keyturn
