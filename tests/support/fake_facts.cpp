// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_facts.h"

#include "models/domain/lead_fields.h"
#include "models/domain/schema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace keyturn::test {

namespace {

QVariant defaultOf(const ColumnSpec& column)
{
    if (column.defaultValue.isNull()) {
        return {};
    }
    if (column.type == ColumnType::Bool) {
        return qint64(column.defaultValue == QLatin1String("true") ? 1 : 0);
    }
    return column.isInteger() ? QVariant(column.defaultValue.toLongLong()) : QVariant(column.defaultValue);
}

Error constraint(const QString& what)
{
    return Error{Error::Kind::Constraint, QStringLiteral("The fake book refuses this."), what, {}};
}

QString text(const char* latin)
{
    return QString::fromLatin1(latin);
}

} // namespace

FakeFacts::FakeFacts()
{
    context.newId = [this] {
        const QString digits = QString::number(m_nextId++, 16).rightJustified(12, u'0');
        return QUuid::fromString(QString(QStringLiteral("{01900000-0000-7000-8000-") + digits + u'}'));
    };
    context.now = monday;
    organization = OrganizationId(context.newId());
    Record home;
    home.set(text("id"), organization.toString());
    home.set(text("name"), text("Sample Lending"));
    home.set(text("slug"), text("sample"));
    home.set(text("timezone"), text("America/Denver"));
    home.set(text("settings"), text(R"({"custom_fields":[{"key":"pets","label":"Pets","type":"text"}]})"));
    home.set(text("version"), qint64(1));
    seed(text("organizations"), home);
    me = addUser("Dana", "Cole", "dana@example.com");
    colleague = addUser("Lee", "Park", "lee@example.com");
    context.actor = me;
    addStage("new", "New", 10, "open", false);
    addStage("contacted", "Contacted", 30, "open", false);
    addStage("processing", "Processing", 100, "open", false);
    addStage("funded", "Funded", 150, "won", false);
    addStage("nurture", "Nurture", 900, "on_ice", true);
    addStage("lost", "Lost", 940, "lost", true);
}

void FakeFacts::seed(const QString& table, Record row)
{
    for (const ColumnSpec& column : tableSpec(table)->columns) {
        if (!row.has(column.name)) {
            row.set(column.name,
                    column.type == ColumnType::Ts && !column.nullable ? QVariant(monday.ms) : defaultOf(column));
        }
    }
    row.set(text("organization_id"), organization.toString());
    put(table, row);
}

void FakeFacts::put(const QString& table, const Record& row)
{
    const QString key = row.text(tableSpec(table)->key);
    if (!m_tables[table].contains(key)) {
        m_order[table].append(key);
    }
    m_tables[table][key] = row;
}

void FakeFacts::addStage(const char* key, const char* name, int order, const char* kind, bool reason)
{
    Record stage;
    stage.set(text("id"), StageId(context.newId()).toString());
    stage.set(text("pipeline_id"), organization.toString());
    stage.set(text("key"), text(key));
    stage.set(text("name"), text(name));
    stage.set(text("order_index"), qint64(order));
    stage.set(text("color"), text("#808080"));
    stage.set(text("kind"), text(kind));
    stage.set(text("requires_reason"), qint64(reason ? 1 : 0));
    stage.set(text("is_initial"), qint64(order == 10 ? 1 : 0));
    stage.set(text("version"), qint64(1));
    seed(text("pipeline_stages"), stage);
}

UserId FakeFacts::addUser(const char* first, const char* last, const char* email)
{
    const UserId id(context.newId());
    Record user;
    user.set(text("id"), id.toString());
    user.set(text("email"), text(email));
    user.set(text("username"), text(email));
    user.set(text("first_name"), text(first));
    user.set(text("last_name"), text(last));
    user.set(text("role"), text("loan_officer"));
    user.set(text("timezone"), text("America/Denver"));
    user.set(text("is_active"), qint64(1));
    user.set(text("version"), qint64(1));
    seed(text("users"), user);
    return id;
}

Result<Catalogue> FakeFacts::catalogue()
{
    Catalogue catalogue;
    const Record home = m_tables[text("organizations")].value(organization.toString());
    catalogue.organization = organization;
    catalogue.organizationName = home.text(text("name"));
    catalogue.organizationTimezone = home.text(text("timezone"));
    catalogue.me = me;
    for (const Record& row : all(text("pipeline_stages"))) {
        Stage stage;
        stage.id = StageId::fromString(row.text(text("id")));
        stage.key = row.text(text("key"));
        stage.name = row.text(text("name"));
        stage.order = static_cast<int>(row.integer(text("order_index")));
        stage.kind = stageKindFromKey(row.text(text("kind")));
        stage.requiresReason = row.flag(text("requires_reason"));
        stage.isInitial = row.flag(text("is_initial"));
        catalogue.stages.push_back(stage);
    }
    for (const Record& row : all(text("users"))) {
        User user;
        user.id = UserId::fromString(row.text(text("id")));
        user.email = row.text(text("email"));
        user.firstName = row.text(text("first_name"));
        user.lastName = row.text(text("last_name"));
        user.role = row.text(text("role"));
        user.timezone = row.text(text("timezone"));
        user.isActive = row.flag(text("is_active"));
        catalogue.users.push_back(user);
    }
    for (const Record& row : all(text("tags"))) {
        if (row.isNull(text("deleted_at"))) {
            catalogue.tags.push_back(
                Tag{TagId::fromString(row.text(text("id"))), row.text(text("name")), row.text(text("color"))});
        }
    }
    const QJsonObject settings = QJsonDocument::fromJson(home.text(text("settings")).toUtf8()).object();
    for (const QJsonValue& entry : settings.value(text("custom_fields")).toArray()) {
        const QJsonObject json = entry.toObject();
        CustomField field;
        field.key = json.value(text("key")).toString();
        field.label = json.value(text("label")).toString();
        field.type = customFieldTypeFromKey(json.value(text("type")).toString()).value_or(CustomField::Type::Text);
        for (const QJsonValue& choice : json.value(text("choices")).toArray()) {
            field.choices.append(choice.toString());
        }
        catalogue.customFields.push_back(field);
    }
    return catalogue;
}

Result<std::optional<Record>> FakeFacts::row(const QString& table, const QString& id)
{
    const auto rows = m_tables.constFind(table);
    if (rows == m_tables.constEnd() || !rows->contains(id)) {
        return std::optional<Record>();
    }
    return std::optional<Record>(rows->value(id));
}

Result<std::vector<Record>> FakeFacts::rowsWhere(const QString& table, const QString& column, const QVariant& value)
{
    std::vector<Record> found;
    for (const Record& row : all(table)) {
        if (row.value(column) == value && row.isNull(text("deleted_at"))) {
            found.push_back(row);
        }
    }
    return found;
}

Result<std::vector<Record>> FakeFacts::rowsAmong(const QString& table, const QString& column, const QStringList& values,
                                                 const QStringList& columns)
{
    std::vector<Record> found;
    for (const Record& row : all(table)) {
        if (values.contains(row.text(column))) {
            Record part;
            for (const QString& name : columns) {
                part.set(name, row.value(name));
            }
            found.push_back(part);
        }
    }
    return found;
}

Result<std::optional<LeadId>> FakeFacts::leadByEmail(const QString& email)
{
    for (const Record& row : all(text("leads"))) {
        if (row.text(text("email")).trimmed().toLower() == email.trimmed().toLower() &&
            row.isNull(text("deleted_at")) && row.isNull(text("duplicate_of_id")) && !row.flag(text("email_shared"))) {
            return std::optional<LeadId>(LeadId::fromString(row.text(text("id"))));
        }
    }
    return std::optional<LeadId>();
}

Result<std::vector<Record>> FakeFacts::mergedAway()
{
    std::vector<Record> found;
    for (const Record& row : all(text("leads"))) {
        if (!row.isNull(text("deleted_at")) && !row.isNull(text("duplicate_of_id"))) {
            found.push_back(row);
        }
    }
    return found;
}

Done FakeFacts::apply(const ChangeSet& changes)
{
    const auto tables = m_tables;
    const auto order = m_order;
    const auto refuse = [&](const Error& error) {
        m_tables = tables;
        m_order = order;
        return Done(fail(error));
    };
    for (const RowChange& change : changes.rows) {
        const TableSpec* spec = tableSpec(change.table);
        if (spec == nullptr) {
            return refuse(constraint(change.table));
        }
        const bool isThere = m_tables[spec->name].contains(change.id);
        const bool local = spec->bundle == TableSpec::Bundle::Local;
        Record row = m_tables[spec->name].value(change.id);
        if (change.kind == RowChange::Kind::Insert && isThere && !local) {
            return refuse(constraint(QString(change.table + u' ' + change.id + QStringLiteral(" exists"))));
        }
        if (change.kind == RowChange::Kind::Update && !local) {
            if (spec->isAppendOnly()) {
                return refuse(constraint(QStringLiteral("append-only")));
            }
            if (!isThere || (spec->hasVersion() && row.integer(text("version")) != change.version)) {
                return refuse(Error{Error::Kind::Conflict, QStringLiteral("version"), change.table, {}});
            }
            row.set(text("version"), row.integer(text("version")) + 1);
        }
        if (change.kind == RowChange::Kind::Insert) {
            for (const ColumnSpec& column : spec->columns) {
                row.set(column.name, defaultOf(column));
            }
            row.set(spec->key, change.id);
        }
        bool emptied = local;
        for (const FieldChange& field : change.fields) {
            const ColumnSpec* column = spec->column(field.column);
            if (column == nullptr || column->derived) {
                return refuse(constraint(QString(change.table + u'.' + field.column)));
            }
            if (!column->values.isEmpty() && field.after.isValid() &&
                !column->values.contains(field.after.toString())) {
                return refuse(constraint(QString(field.column + u'=' + field.after.toString())));
            }
            if (column->maxLength > 0 && field.after.toString().size() > column->maxLength) {
                return refuse(constraint(QString(field.column + QStringLiteral(" too long"))));
            }
            emptied = emptied && !field.after.isValid();
            row.set(field.column, field.after);
        }
        if (emptied && change.kind == RowChange::Kind::Update) {
            m_tables[spec->name].remove(change.id);
            m_order[spec->name].removeAll(change.id);
            continue;
        }
        for (const ColumnSpec& column : spec->columns) {
            const bool chain = column.name == text("device_id") || column.name == text("device_seq") ||
                               column.name == text("prev_hash") || column.name == text("hash");
            if (!column.nullable && !chain && row.isNull(column.name)) {
                return refuse(constraint(QString(change.table + u'.' + column.name + QStringLiteral(" is null"))));
            }
        }
        put(spec->name, row);
    }
    return {};
}

std::vector<Record> FakeFacts::all(const QString& table) const
{
    std::vector<Record> rows;
    for (const QString& key : m_order.value(table)) {
        rows.push_back(m_tables.value(table).value(key));
    }
    return rows;
}

QMap<QString, Record> FakeFacts::visibleState() const
{
    QMap<QString, Record> state;
    for (auto table = m_tables.constBegin(); table != m_tables.constEnd(); ++table) {
        const TableSpec* spec = tableSpec(table.key());
        if (spec->isAppendOnly()) {
            continue;
        }
        for (auto row = table->constBegin(); row != table->constEnd(); ++row) {
            const bool gone =
                !row->isNull(text("deleted_at")) || (row->has(text("is_active")) && !row->flag(text("is_active")));
            Record kept;
            bool hasContent = false;
            for (const ColumnSpec& column : spec->columns) {
                const QVariant value = row->value(column.name);
                if (column.name == text("version") || column.name == text("updated_at") || !value.isValid()) {
                    continue;
                }
                kept.set(column.name, value);
                hasContent = hasContent || !(column.name == spec->key || column.name == text("organization_id") ||
                                             column.name == text("created_at") || column.name == text("lead_id") ||
                                             value == defaultOf(column));
            }
            if (!gone && hasContent) {
                state.insert(QString(table.key() + u'/' + row.key()), kept);
            }
        }
    }
    return state;
}

std::vector<Record> FakeFacts::log(LeadId lead) const
{
    std::vector<Record> entries;
    for (const Record& row : all(text("lead_activities"))) {
        if (row.text(text("lead_id")) == lead.toString()) {
            entries.push_back(row);
        }
    }
    return entries;
}

StageId FakeFacts::stage(const QString& key) const
{
    for (const Record& row : all(text("pipeline_stages"))) {
        if (row.text(text("key")) == key) {
            return StageId::fromString(row.text(text("id")));
        }
    }
    return {};
}

} // namespace keyturn::test
