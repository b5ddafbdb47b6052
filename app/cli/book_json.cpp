// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/book_json.h"

#include "models/domain/schema.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace keyturn::cli {

namespace {

QJsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue personToJson(UserId id, const Catalogue& catalogue)
{
    const User* user = id.isNull() ? nullptr : catalogue.user(id);
    return user == nullptr ? textOrNull(id.toString()) : QJsonValue(user->email);
}

QJsonValue embedded(const QString& text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

/// All columns of a row but those that belong to the store's own housekeeping.
QJsonObject rowToJson(const QString& table, const Record& row, const Catalogue& catalogue, const QStringList& without)
{
    QJsonObject object;
    const QMap<QString, QVariant>& values = row.values();
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        if (!without.contains(it.key())) {
            object.insert(it.key(), columnToJson(table, it.key(), it.value(), catalogue));
        }
    }
    return object;
}

} // namespace

QJsonValue instantToJson(Instant instant)
{
    return instant.isNull() ? QJsonValue() : QJsonValue(instant.toUtc().toString(Qt::ISODateWithMs));
}

QJsonValue columnToJson(const QString& table, const QString& column, const QVariant& value, const Catalogue& catalogue)
{
    if (!value.isValid() || value.isNull()) {
        return {};
    }
    const TableSpec* spec = tableSpec(table);
    const ColumnSpec* found = spec == nullptr ? nullptr : spec->column(column);
    if (found == nullptr) {
        return QJsonValue::fromVariant(value);
    }
    switch (found->type) {
    case ColumnType::Bool:
        return value.toLongLong() != 0;
    case ColumnType::Int:
    case ColumnType::Big:
    case ColumnType::Money:
    case ColumnType::Pct3:
        return value.toLongLong();
    case ColumnType::Score01:
    case ColumnType::Real:
        return value.toDouble();
    case ColumnType::Ts:
        return instantToJson(Instant{value.toLongLong()});
    case ColumnType::Json:
        return embedded(value.toString());
    case ColumnType::Uuid:
        return found->references == QLatin1String("users")
                   ? personToJson(UserId::fromString(value.toString()), catalogue)
                   : QJsonValue(value.toString());
    default:
        return value.toString();
    }
}

QJsonObject leadToJson(const LeadDetail& lead, const Catalogue& catalogue)
{
    static const QStringList housekeeping{QStringLiteral("organization_id"), QStringLiteral("rev")};
    static const QStringList childHousekeeping{QStringLiteral("organization_id"), QStringLiteral("rev"),
                                               QStringLiteral("lead_id"), QStringLiteral("id")};
    QJsonObject object = rowToJson(QStringLiteral("leads"), lead.lead, catalogue, housekeeping);
    const Stage* stage = catalogue.stage(StageId::fromString(lead.lead.text(QStringLiteral("stage_id"))));
    object.remove(QStringLiteral("stage_id"));
    object.insert(QStringLiteral("stage"), stage == nullptr ? QJsonValue() : QJsonValue(stage->key));
    object.insert(QStringLiteral("tags"), QJsonArray::fromStringList(lead.tags));
    const auto child = [&](const char* name, const char* table, const Record& row) {
        object.insert(QLatin1String(name), row.isEmpty() ? QJsonValue()
                                                         : QJsonValue(rowToJson(QString::fromLatin1(table), row,
                                                                                catalogue, childHousekeeping)));
    };
    child("loan", "lead_loan_scenarios", lead.loan);
    child("profile", "lead_profiles", lead.profile);
    QJsonArray contacts;
    for (const ContactLink& link : lead.contacts) {
        contacts.append(QJsonObject{{QStringLiteral("id"), link.id.toString()},
                                    {QStringLiteral("contact_id"), link.contact.toString()},
                                    {QStringLiteral("name"), link.name},
                                    {QStringLiteral("email"), textOrNull(link.email)},
                                    {QStringLiteral("phone"), textOrNull(link.phone)},
                                    {QStringLiteral("company"), textOrNull(link.company)},
                                    {QStringLiteral("role"), link.role},
                                    {QStringLiteral("is_primary"), link.isPrimary}});
    }
    object.insert(QStringLiteral("contacts"), contacts);
    return object;
}

QJsonObject taskToJson(const Task& task, const Catalogue& catalogue)
{
    return {{QStringLiteral("id"), task.id.toString()},
            {QStringLiteral("version"), task.version},
            {QStringLiteral("lead_id"), textOrNull(task.lead.toString())},
            {QStringLiteral("lead_name"), textOrNull(task.leadName)},
            {QStringLiteral("title"), task.title},
            {QStringLiteral("description"), textOrNull(task.description)},
            {QStringLiteral("task_type"), task.type},
            {QStringLiteral("priority"), task.priority},
            {QStringLiteral("status"), task.status},
            {QStringLiteral("due_date"), textOrNull(task.dueDate)},
            {QStringLiteral("due_time"), textOrNull(task.dueTime)},
            {QStringLiteral("due_at"), instantToJson(task.dueAt)},
            {QStringLiteral("assigned_to"), personToJson(task.assignedTo, catalogue)},
            {QStringLiteral("completed_at"), instantToJson(task.completedAt)},
            {QStringLiteral("created_at"), instantToJson(task.createdAt)}};
}

QJsonObject entryToJson(const TimelineEntry& entry, const Catalogue& catalogue)
{
    return {{QStringLiteral("id"), entry.id.toString()},
            {QStringLiteral("lead_id"), entry.lead.toString()},
            {QStringLiteral("activity_type"), entry.type},
            {QStringLiteral("title"), entry.title},
            {QStringLiteral("description"), textOrNull(entry.description)},
            {QStringLiteral("from_stage"), textOrNull(entry.fromStage)},
            {QStringLiteral("to_stage"), textOrNull(entry.toStage)},
            {QStringLiteral("metadata"), entry.metadata.object()},
            {QStringLiteral("actor_type"), entry.actorType},
            {QStringLiteral("created_by"), personToJson(entry.createdBy, catalogue)},
            {QStringLiteral("note_id"), textOrNull(entry.note.toString())},
            {QStringLiteral("is_highlight"), entry.isHighlight},
            {QStringLiteral("is_corrected"), entry.isCorrected},
            {QStringLiteral("is_withdrawn"), entry.isWithdrawn},
            {QStringLiteral("is_backdated"), entry.isBackdated},
            {QStringLiteral("occurred_at"), instantToJson(entry.occurredAt)},
            {QStringLiteral("created_at"), instantToJson(entry.createdAt)}};
}

} // namespace keyturn::cli
