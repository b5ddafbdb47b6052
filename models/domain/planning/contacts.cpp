// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lead_fields.h"
#include "models/domain/planning/groups.h"
#include "models/domain/planning/lead_edit.h"

#include <QJsonArray>

#include <array>

namespace keyturn {

namespace {

struct ContactColumn
{
    const char* column;
    LeadField::Kind kind;
    int maxLength;
};

using Kind = LeadField::Kind;

constexpr std::array columns{
    ContactColumn{"first_name", Kind::Text, 100},    ContactColumn{"last_name", Kind::Text, 100},
    ContactColumn{"name", Kind::Text, 255},          ContactColumn{"email", Kind::Email, 255},
    ContactColumn{"phone", Kind::Phone, 40},         ContactColumn{"mobile", Kind::Phone, 40},
    ContactColumn{"title", Kind::Text, 255},         ContactColumn{"company", Kind::Text, 255},
    ContactColumn{"contact_type", Kind::Text, 60},   ContactColumn{"is_referral_partner", Kind::YesNo, 0},
    ContactColumn{"partner_status", Kind::Text, 60}, ContactColumn{"license_number", Kind::Text, 60},
    ContactColumn{"linkedin_url", Kind::Url, 500},   ContactColumn{"birthday_md", Kind::MonthDay, 5},
    ContactColumn{"address_line1", Kind::Text, 255}, ContactColumn{"address_line2", Kind::Text, 255},
    ContactColumn{"city", Kind::Text, 255},          ContactColumn{"state", Kind::Text, 60},
    ContactColumn{"postal_code", Kind::Text, 20},    ContactColumn{"notes", Kind::LongText, 0},
    ContactColumn{"do_not_contact", Kind::YesNo, 0},
};

const QString& linksTable()
{
    static const QString name = QStringLiteral("lead_contacts");
    return name;
}

Result<QVariant> checkedValue(const QString& column, const QVariant& value)
{
    for (const ContactColumn& known : columns) {
        if (column == QLatin1String(known.column)) {
            LeadField field;
            field.name = field.label = column;
            field.kind = known.kind;
            field.maxLength = known.maxLength;
            const QVariant kept = canonicalValue(field, value);
            KEYTURN_TRY(checkField(field, kept));
            return kept;
        }
    }
    return invalid(PlanTexts::tr("There is no field “%1”.").arg(column));
}

QString composed(const Record& person)
{
    return QString(person.text(QStringLiteral("first_name")) + u' ' + person.text(QStringLiteral("last_name")))
        .simplified();
}

Result<Record> newPerson(const Record& given)
{
    Record person;
    for (auto field = given.values().begin(); field != given.values().end(); ++field) {
        KEYTURN_LET(const QVariant value, checkedValue(field.key(), field.value()));
        if (value.isValid()) {
            person.set(field.key(), value);
        }
    }
    if (person.text(QStringLiteral("name")).isEmpty()) {
        person.set(QStringLiteral("name"), textOrNull(composed(person)));
    }
    if (person.text(QStringLiteral("name")).isEmpty()) {
        return invalid(PlanTexts::tr("A contact needs a name."));
    }
    return person;
}

Done checkRole(const QString& role)
{
    return hasChoice(ValueList::ContactRole, role) ? Done()
                                                   : Done(invalid(PlanTexts::tr("There is no role “%1”.").arg(role)));
}

// The old primary contact steps back before the new one steps forward: the unique index allows no other order.
void stepBack(Draft& draft, const std::vector<Record>& links, const QString& lead, const QString& except)
{
    for (const Record& link : links) {
        if (link.flag(QStringLiteral("is_primary")) && link.text(QStringLiteral("id")) != except) {
            Draft::Values values{{QStringLiteral("is_primary"), flagValue(false)}};
            if (link.text(QStringLiteral("role")) == QLatin1String("primary")) {
                values.emplace_back(QStringLiteral("role"), QStringLiteral("other"));
            }
            draft.update(linksTable(), link, lead, values);
        }
    }
}

void logLink(Draft& draft, const QString& lead, const QString& role, const QVariant& before, const QVariant& after)
{
    LogEntry entry;
    entry.lead = lead;
    entry.type = QStringLiteral("field_changed");
    entry.title = after.isValid() ? QString(QStringLiteral("Contact added: ") + after.toString())
                                  : QString(QStringLiteral("Contact removed: ") + before.toString());
    entry.metadata = {{QStringLiteral("table"), linksTable()},
                      {QStringLiteral("fields"), QJsonObject{{role, QJsonArray{QJsonValue::fromVariant(before),
                                                                               QJsonValue::fromVariant(after)}}}}};
    draft.log(entry);
}

} // namespace

Result<QString> planInto(Draft& draft, const LinkContact& command)
{
    KEYTURN_LET(const Record lead, draft.lead(command.lead));
    KEYTURN_TRY(checkRole(command.role));
    const QString leadId = command.lead.toString();
    QString contact = command.contact.toString();
    QString name;
    KEYTURN_LET(const std::vector<Record> links,
                draft.facts().rowsWhere(linksTable(), QStringLiteral("lead_id"), leadId));
    if (contact.isEmpty()) {
        KEYTURN_LET(const Record person, newPerson(command.person));
        contact = draft.newId();
        name = person.text(QStringLiteral("name"));
        Draft::Values values;
        for (auto field = person.values().begin(); field != person.values().end(); ++field) {
            values.emplace_back(field.key(), field.value());
        }
        draft.insert(QStringLiteral("contacts"), contact, leadId, values);
    } else {
        KEYTURN_LET(const Record person, draft.live(QStringLiteral("contacts"), contact, PlanTexts::tr("contact")));
        name = person.text(QStringLiteral("name"));
        for (const Record& link : links) {
            if (link.text(QStringLiteral("contact_id")) == contact) {
                return refused(PlanTexts::tr("%1 is linked with this lead already.").arg(name));
            }
        }
    }
    const bool isPrimary = command.isPrimary || links.empty() || command.role == QLatin1String("primary");
    if (isPrimary) {
        stepBack(draft, links, leadId, QString());
    }
    draft.insert(linksTable(), draft.idOr(command.id), leadId,
                 {
                     {QStringLiteral("lead_id"), leadId},
                     {QStringLiteral("contact_id"), contact},
                     {QStringLiteral("role"), command.role},
                     {QStringLiteral("is_primary"), flagValue(isPrimary)},
                 });
    logLink(draft, leadId, command.role, {}, name);
    return PlanTexts::tr("%1 linked with %2").arg(name, lead.text(QStringLiteral("name")));
}

Result<QString> planInto(Draft& draft, const EditContactLink& command)
{
    KEYTURN_LET(const Record link, draft.live(linksTable(), command.id.toString(), PlanTexts::tr("contact")));
    const QString lead = link.text(QStringLiteral("lead_id"));
    KEYTURN_LET(const std::optional<Record> person,
                draft.facts().row(QStringLiteral("contacts"), link.text(QStringLiteral("contact_id"))));
    const QString name = person ? person->text(QStringLiteral("name")) : QString();
    if (command.remove) {
        draft.update(linksTable(), link, lead, {{QStringLiteral("deleted_at"), draft.now().ms}});
        logLink(draft, lead, link.text(QStringLiteral("role")), name, {});
        return PlanTexts::tr("%1 no longer linked").arg(name);
    }
    QString role = link.text(QStringLiteral("role"));
    bool isPrimary = link.flag(QStringLiteral("is_primary"));
    if (command.role) {
        KEYTURN_TRY(checkRole(*command.role));
        role = *command.role;
        isPrimary = isPrimary || role == QLatin1String("primary");
    }
    if (command.isPrimary) {
        isPrimary = *command.isPrimary;
        if (!isPrimary && role == QLatin1String("primary")) {
            role = QStringLiteral("other");
        }
    }
    if (isPrimary) {
        KEYTURN_LET(const std::vector<Record> links,
                    draft.facts().rowsWhere(linksTable(), QStringLiteral("lead_id"), lead));
        stepBack(draft, links, lead, command.id.toString());
    }
    Draft::Values values{{QStringLiteral("role"), role}, {QStringLiteral("is_primary"), flagValue(isPrimary)}};
    if (command.notes) {
        values.emplace_back(QStringLiteral("notes"), textOrNull(command.notes->trimmed()));
    }
    draft.update(linksTable(), link, lead, values);
    return PlanTexts::tr("Contact %1 changed").arg(name);
}

Result<QString> planInto(Draft& draft, const EditContact& command)
{
    KEYTURN_LET(const Record contact,
                draft.live(QStringLiteral("contacts"), command.id.toString(), PlanTexts::tr("contact")));
    Record after = contact;
    Draft::Values values;
    bool namedByHand = false;
    for (const FieldEdit& edit : command.fields) {
        KEYTURN_LET(const QVariant value, checkedValue(edit.field, edit.value));
        const QVariant theirs = contact.value(edit.field);
        if (edit.base && !sameValue(*edit.base, theirs) && !sameValue(value, theirs)) {
            return fail(Error::Kind::Conflict,
                        PlanTexts::tr("%1 was changed elsewhere while you were editing it.").arg(edit.field),
                        compact({{QStringLiteral("field"), edit.field},
                                 {QStringLiteral("mine"), QJsonValue::fromVariant(value)},
                                 {QStringLiteral("theirs"), QJsonValue::fromVariant(theirs)}}));
        }
        namedByHand = namedByHand || edit.field == QLatin1String("name");
        after.set(edit.field, value);
        values.emplace_back(edit.field, value);
    }
    if (!namedByHand && contact.text(QStringLiteral("name")) == composed(contact) && !composed(after).isEmpty()) {
        after.set(QStringLiteral("name"), composed(after));
        values.emplace_back(QStringLiteral("name"), composed(after));
    }
    if (after.text(QStringLiteral("name")).isEmpty()) {
        return invalid(PlanTexts::tr("A contact needs a name."));
    }
    draft.update(QStringLiteral("contacts"), contact, QString(), values);
    return PlanTexts::tr("Contact %1 changed").arg(after.text(QStringLiteral("name")));
}

} // namespace keyturn
