// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leadkit/filter_json.h"

#include <QJsonArray>

namespace keyturn {

namespace {

template<typename T>
QJsonArray ids(const std::vector<T>& list)
{
    QJsonArray array;
    for (const T& id : list) {
        array.append(id.toString()); // a null id, "nobody", is an empty text
    }
    return array;
}

template<typename T>
std::vector<T> idsFrom(const QJsonValue& value)
{
    std::vector<T> list;
    for (const QJsonValue& entry : value.toArray()) {
        const QString text = entry.toString();
        const T id = T::fromString(text);
        if (text.isEmpty() || !id.isNull()) {
            list.push_back(id);
        }
    }
    return list;
}

QStringList texts(const QJsonValue& value)
{
    QStringList list;
    for (const QJsonValue& entry : value.toArray()) {
        list.append(entry.toString());
    }
    return list;
}

template<typename T>
void put(QJsonObject& json, const QString& key, const std::optional<T>& value)
{
    if (value.has_value()) {
        json.insert(key, static_cast<double>(*value));
    }
}

template<typename T>
std::optional<T> number(const QJsonObject& json, const QString& key)
{
    const QJsonValue value = json.value(key);
    return value.isDouble() ? std::optional<T>(static_cast<T>(value.toDouble())) : std::nullopt;
}

} // namespace

QJsonObject filterToJson(const LeadFilter& filter)
{
    QJsonObject json;
    const auto list = [&json](const QString& key, const QJsonArray& array) {
        if (!array.isEmpty()) {
            json.insert(key, array);
        }
    };
    if (!filter.text.isEmpty()) {
        json.insert(QStringLiteral("text"), filter.text);
    }
    list(QStringLiteral("owners"), ids(filter.owners));
    list(QStringLiteral("stages"), ids(filter.stages));
    list(QStringLiteral("sources"), QJsonArray::fromStringList(filter.sources));
    list(QStringLiteral("programs"), QJsonArray::fromStringList(filter.programs));
    list(QStringLiteral("tags"), QJsonArray::fromStringList(filter.tags));
    QJsonArray temperatures;
    for (const Temperature temperature : filter.temperatures) {
        temperatures.append(temperatureKey(temperature));
    }
    list(QStringLiteral("temperatures"), temperatures);
    put(json, QStringLiteral("minValueCents"), filter.minValueCents);
    put(json, QStringLiteral("maxValueCents"), filter.maxValueCents);
    put(json, QStringLiteral("minDaysInStage"), filter.minDaysInStage);
    put(json, QStringLiteral("lockWithinDays"), filter.lockWithinDays);
    put(json, QStringLiteral("silentHours"), filter.silentHours);
    return json;
}

LeadFilter filterFromJson(const QJsonObject& json)
{
    LeadFilter filter;
    filter.text = json.value(QLatin1String("text")).toString();
    filter.owners = idsFrom<UserId>(json.value(QLatin1String("owners")));
    filter.stages = idsFrom<StageId>(json.value(QLatin1String("stages")));
    filter.sources = texts(json.value(QLatin1String("sources")));
    filter.programs = texts(json.value(QLatin1String("programs")));
    filter.tags = texts(json.value(QLatin1String("tags")));
    for (const QString& key : texts(json.value(QLatin1String("temperatures")))) {
        filter.temperatures.push_back(temperatureFromKey(key));
    }
    filter.minValueCents = number<qint64>(json, QStringLiteral("minValueCents"));
    filter.maxValueCents = number<qint64>(json, QStringLiteral("maxValueCents"));
    filter.minDaysInStage = number<int>(json, QStringLiteral("minDaysInStage"));
    filter.lockWithinDays = number<int>(json, QStringLiteral("lockWithinDays"));
    filter.silentHours = number<int>(json, QStringLiteral("silentHours"));
    return filter;
}

} // namespace keyturn
