// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace keyturn {

/// A JSON object that is read from its text when somebody first looks into it: most of those in a list are never looked
/// into. A text that is no object counts as an empty one. Like any value, one copy belongs to one thread at a time.
class LazyJson
{
public:
    LazyJson() = default;
    // Implicit: it stands for the object.
    LazyJson(QJsonObject object)
        : m_object(std::move(object))
    {}
    LazyJson(std::initializer_list<QPair<QString, QJsonValue>> members)
        : m_object(QJsonObject(members))
    {}
    [[nodiscard]] static LazyJson fromText(QByteArrayView utf8);

    [[nodiscard]] const QJsonObject& object() const;
    operator const QJsonObject&() const { return object(); }
    [[nodiscard]] QJsonValue value(QLatin1String key) const { return object().value(key); }
    [[nodiscard]] QJsonValue value(const QString& key) const { return object().value(key); }
    [[nodiscard]] bool isEmpty() const { return object().isEmpty(); }
    void insert(const QString& key, const QJsonValue& value);

    friend bool operator==(const LazyJson& a, const LazyJson& b)
    {
        // What was written alike is alike, without a look into it.
        return (!a.m_object && !b.m_object && a.m_text == b.m_text) || a.object() == b.object();
    }

private:
    QByteArray m_text; ///< what counts until m_object is there
    mutable std::optional<QJsonObject> m_object;
};

} // namespace keyturn
