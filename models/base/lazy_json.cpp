// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/lazy_json.h"

#include <QJsonDocument>

namespace keyturn {

LazyJson LazyJson::fromText(QByteArrayView utf8)
{
    LazyJson json;
    if (utf8 != QByteArrayView("{}")) {
        json.m_text = utf8.toByteArray();
    }
    return json;
}

const QJsonObject& LazyJson::object() const
{
    if (!m_object) {
        m_object = m_text.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(m_text).object();
    }
    return *m_object;
}

void LazyJson::insert(const QString& key, const QJsonValue& value)
{
    QJsonObject changed = object();
    changed.insert(key, value);
    m_object = changed;
    m_text.clear();
}

} // namespace keyturn
