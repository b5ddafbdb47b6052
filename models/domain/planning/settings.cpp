// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/fair_lending.h"
#include "models/domain/lead_fields.h"
#include "models/domain/phone.h"
#include "models/domain/planning/groups.h"
#include "models/domain/value_lists.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTimeZone>

namespace keyturn {

namespace {

constexpr int stageNameLength = 120;
constexpr int organizationNameLength = 255;

const QString& organizationsTable()
{
    static const QString name = QStringLiteral("organizations");
    return name;
}

Result<Record> organization(const Draft& draft)
{
    return draft.live(organizationsTable(), draft.catalogue().organization.toString(), PlanTexts::tr("organization"));
}

Done checkZone(const QString& name)
{
    return QTimeZone::isTimeZoneIdAvailable(name.toUtf8())
               ? Done()
               : Done(invalid(PlanTexts::tr("“%1” is not a time zone.").arg(name)));
}

Result<QString> checkedName(const QString& text, int length)
{
    const QString name = text.simplified();
    if (name.isEmpty() || name.size() > length) {
        return invalid(PlanTexts::tr("A name has between 1 and %n characters.", nullptr, length));
    }
    return name;
}

Result<QVariant> checkedLimit(const std::optional<int>& limit)
{
    if (limit && *limit < 1) {
        return invalid(PlanTexts::tr("A limit is at least 1; leave it empty for none."));
    }
    return limit ? QVariant(qint64(*limit)) : QVariant();
}

Result<QJsonObject> customFieldJson(const CustomField& field)
{
    static const QRegularExpression keyPattern(QStringLiteral("^[a-z][a-z0-9_]{0,39}$"));
    if (!keyPattern.match(field.key).hasMatch()) {
        return invalid(PlanTexts::tr("The key “%1” must begin with a letter and have only small letters, digits and _.")
                           .arg(field.key));
    }
    if (field.label.simplified().isEmpty()) {
        return invalid(PlanTexts::tr("The field “%1” needs a label.").arg(field.key));
    }
    QStringList words{field.label};
    words.append(field.choices);
    bool forbidden = isForbiddenKey(field.key);
    for (const QString& word : words) {
        forbidden = forbidden || isForbiddenLabel(word);
    }
    if (forbidden) {
        return refused(PlanTexts::tr("“%1” cannot be a field: fair lending rules do not allow it in a lead's record.")
                           .arg(field.label.simplified()),
                       field.key);
    }
    QJsonObject json{{QStringLiteral("key"), field.key},
                     {QStringLiteral("label"), field.label.simplified()},
                     {QStringLiteral("type"), customFieldTypeKey(field.type)}};
    if (field.type == CustomField::Type::Choice) {
        if (field.choices.isEmpty()) {
            return invalid(PlanTexts::tr("The field “%1” needs choices.").arg(field.label));
        }
        json.insert(QStringLiteral("choices"), QJsonArray::fromStringList(field.choices));
    }
    return json;
}

Done checkEmail(const Draft& draft, const QString& email, UserId self)
{
    const auto field = leadField(QStringLiteral("email"));
    if (email.isEmpty()) {
        return invalid(PlanTexts::tr("A person needs an e-mail address."));
    }
    KEYTURN_TRY(checkField(*field, email));
    const User* other = draft.catalogue().userByEmail(email);
    if (other != nullptr && other->id != self) {
        return refused(PlanTexts::tr("%1 already has the e-mail address %2.").arg(other->name(), email));
    }
    return {};
}

Result<Draft::Values> userValues(const Draft& draft, const EditUser& command)
{
    Draft::Values values;
    const auto text = [&](const char* column, const std::optional<QString>& value, bool required) {
        if (value) {
            const QString plain = value->simplified();
            values.emplace_back(QString::fromLatin1(column), required ? QVariant(plain) : textOrNull(plain));
        }
    };
    if (command.email) {
        KEYTURN_TRY(checkEmail(draft, command.email->trimmed(), command.id));
    }
    if (command.role && !hasChoice(ValueList::UserRole, *command.role)) {
        return invalid(PlanTexts::tr("There is no role “%1”.").arg(*command.role));
    }
    if (command.timezone) {
        KEYTURN_TRY(checkZone(*command.timezone));
    }
    if (command.isActive && !*command.isActive && command.id == draft.actor()) {
        return refused(PlanTexts::tr("You cannot deactivate yourself."));
    }
    text("email", command.email, true);
    text("first_name", command.firstName, true);
    text("last_name", command.lastName, true);
    text("role", command.role, true);
    text("timezone", command.timezone, true);
    if (command.phone) {
        values.emplace_back(QStringLiteral("phone"),
                            textOrNull(normalizePhone(*command.phone).value_or(command.phone->simplified())));
    }
    text("job_title", command.jobTitle, false);
    text("nmls_id", command.nmlsId, false);
    if (command.isActive) {
        values.emplace_back(QStringLiteral("is_active"), flagValue(*command.isActive));
    }
    return values;
}

} // namespace

Result<QString> planInto(Draft& draft, const EditStage& command)
{
    KEYTURN_LET(const Record stage,
                draft.live(QStringLiteral("pipeline_stages"), command.id.toString(), PlanTexts::tr("stage")));
    Draft::Values values;
    if (command.name) {
        KEYTURN_LET(const QString name, checkedName(*command.name, stageNameLength));
        values.emplace_back(QStringLiteral("name"), name);
    }
    if (command.color) {
        static const QRegularExpression pattern(QStringLiteral("^#[0-9A-Fa-f]{6}$"));
        if (!pattern.match(*command.color).hasMatch()) {
            return invalid(PlanTexts::tr("“%1” is not a color. Write it like #4E8C7A.").arg(*command.color));
        }
        values.emplace_back(QStringLiteral("color"), command.color->toUpper());
    }
    if (command.wipLimit) {
        KEYTURN_LET(const QVariant limit, checkedLimit(*command.wipLimit));
        values.emplace_back(QStringLiteral("wip_limit"), limit);
    }
    if (command.rotDays) {
        KEYTURN_LET(const QVariant days, checkedLimit(*command.rotDays));
        values.emplace_back(QStringLiteral("rot_days"), days);
    }
    draft.update(QStringLiteral("pipeline_stages"), stage, QString(), values);
    return PlanTexts::tr("Stage %1 changed").arg(command.name.value_or(stage.text(QStringLiteral("name"))));
}

Result<QString> planInto(Draft& draft, const DefineCustomFields& command)
{
    KEYTURN_LET(const Record row, organization(draft));
    QJsonArray fields;
    QSet<QString> keys;
    for (const CustomField& field : command.fields) {
        if (keys.contains(field.key)) {
            return invalid(PlanTexts::tr("There are two fields with the key “%1”.").arg(field.key));
        }
        keys.insert(field.key);
        KEYTURN_LET(const QJsonObject json, customFieldJson(field));
        fields.append(json);
    }
    QJsonObject settings = QJsonDocument::fromJson(row.text(QStringLiteral("settings")).toUtf8()).object();
    settings.insert(QStringLiteral("custom_fields"), fields);
    draft.update(organizationsTable(), row, QString(), {{QStringLiteral("settings"), compact(settings)}});
    return PlanTexts::tr("Custom fields changed");
}

Result<QString> planInto(Draft& draft, const EditOrganization& command)
{
    KEYTURN_LET(const Record row, organization(draft));
    Draft::Values values;
    if (command.name) {
        KEYTURN_LET(const QString name, checkedName(*command.name, organizationNameLength));
        values.emplace_back(QStringLiteral("name"), name);
    }
    if (command.timezone) {
        KEYTURN_TRY(checkZone(*command.timezone));
        values.emplace_back(QStringLiteral("timezone"), *command.timezone);
    }
    draft.update(organizationsTable(), row, QString(), values);
    return PlanTexts::tr("Organization changed");
}

Result<QString> planInto(Draft& draft, const EditUser& command)
{
    const QString users = QStringLiteral("users");
    KEYTURN_LET(Draft::Values values, userValues(draft, command));
    if (!command.id.isNull()) {
        KEYTURN_LET(const Record row, draft.live(users, command.id.toString(), PlanTexts::tr("person")));
        draft.update(users, row, QString(), values);
        return PlanTexts::tr("%1 changed")
            .arg(QString(command.firstName.value_or(row.text(QStringLiteral("first_name"))) + u' ' +
                         command.lastName.value_or(row.text(QStringLiteral("last_name")))));
    }
    const QString email = command.email.value_or(QString()).trimmed();
    KEYTURN_TRY(checkEmail(draft, email, UserId()));
    const QString name =
        QString(command.firstName.value_or(QString()) + u' ' + command.lastName.value_or(QString())).simplified();
    if (name.isEmpty()) {
        return invalid(PlanTexts::tr("A person needs a name."));
    }
    if (!command.firstName) {
        values.emplace_back(QStringLiteral("first_name"), QStringLiteral(""));
    }
    if (!command.lastName) {
        values.emplace_back(QStringLiteral("last_name"), QStringLiteral(""));
    }
    if (!command.timezone) {
        values.emplace_back(QStringLiteral("timezone"), draft.catalogue().organizationTimezone);
    }
    values.emplace_back(QStringLiteral("username"), email.toLower());
    draft.insert(users, draft.newId(), QString(), values);
    return PlanTexts::tr("%1 added").arg(name);
}

} // namespace keyturn
