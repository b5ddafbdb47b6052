// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/custom_values.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace keyturn {

QVariant customValue(const QString& json, const QString& key)
{
    const QJsonValue value = QJsonDocument::fromJson(json.toUtf8()).object().value(key);
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Bool:
        return qint64(value.toBool() ? 1 : 0);
    case QJsonValue::Double: {
        const double number = value.toDouble();
        return std::trunc(number) == number ? QVariant(value.toInteger()) : QVariant(number);
    }
    default:
        return {};
    }
}

QString withCustomValue(const QString& json, const QString& key, const QVariant& value)
{
    QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    if (value.isValid()) {
        object.insert(key, QJsonValue::fromVariant(value));
    } else {
        object.remove(key);
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace keyturn
