// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/lead_edit.h"

#include "models/domain/custom_values.h"
#include "models/domain/fair_lending.h"
#include "models/domain/phone.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace keyturn {

namespace {

constexpr QLatin1String loanPrefix("loan.");
constexpr QLatin1String profilePrefix("profile.");

QString valueByHandKey()
{
    return QStringLiteral("value_by_hand");
}

QString composedName(const QVariant& first, const QVariant& last)
{
    return QString(first.toString() + u' ' + last.toString()).simplified();
}

} // namespace

QVariant canonicalValue(const LeadField& field, const QVariant& value)
{
    if (!value.isValid() || value.typeId() == QMetaType::Double || value.typeId() == QMetaType::LongLong) {
        return value;
    }
    if (value.typeId() == QMetaType::Bool || value.typeId() == QMetaType::Int || value.typeId() == QMetaType::UInt) {
        return value.toLongLong();
    }
    const QString text =
        field.kind == LeadField::Kind::LongText ? value.toString().trimmed() : value.toString().simplified();
    if (field.kind == LeadField::Kind::Phone) {
        return textOrNull(normalizePhone(text).value_or(text));
    }
    return textOrNull(text);
}

LeadEdit::LeadEdit(Draft& draft)
    : m_draft(&draft)
{}

Result<LeadEdit> LeadEdit::of(Draft& draft, const Record& lead)
{
    LeadEdit edit(draft);
    edit.m_lead = lead;
    const QString id = lead.text(QStringLiteral("id"));
    KEYTURN_LET(const std::vector<Record> loans,
                draft.facts().rowsWhere(QStringLiteral("lead_loan_scenarios"), QStringLiteral("lead_id"), id));
    KEYTURN_LET(const std::vector<Record> profiles,
                draft.facts().rowsWhere(QStringLiteral("lead_profiles"), QStringLiteral("lead_id"), id));
    if (!loans.empty()) {
        edit.m_loan = loans.front();
    }
    if (!profiles.empty()) {
        edit.m_profile = profiles.front();
    }
    return edit;
}

QVariant LeadEdit::stored(const QString& field) const
{
    if (field.startsWith(QLatin1String("custom."))) {
        return m_profile ? customValue(m_profile->text(QStringLiteral("custom_fields")), field.mid(7)) : QVariant();
    }
    if (field.startsWith(QLatin1String("loan."))) {
        return m_loan ? m_loan->value(field.mid(5)) : QVariant();
    }
    if (field.startsWith(QLatin1String("profile."))) {
        return m_profile ? m_profile->value(field.mid(8)) : QVariant();
    }
    return m_lead ? m_lead->value(field) : QVariant();
}

QVariant LeadEdit::value(const QString& field) const
{
    const auto change = m_changes.constFind(field);
    return change != m_changes.constEnd() ? change->after : stored(field);
}

void LeadEdit::set(const QString& field, const QVariant& value, bool byHand)
{
    const QVariant before = stored(field);
    if (sameValue(before, value)) {
        m_changes.remove(field);
    } else {
        m_changes.insert(field, Change{before, value, byHand});
    }
}

Done LeadEdit::applyOne(const FieldEdit& edit)
{
    if (edit.field.startsWith(QLatin1String("custom.")) && isForbiddenKey(edit.field.mid(7))) {
        return refused(PlanTexts::tr("“%1” cannot be kept: fair lending rules do not allow it in a lead's record.")
                           .arg(edit.field.mid(7)));
    }
    const auto field = leadField(edit.field, m_draft->catalogue());
    if (!field) {
        return invalid(PlanTexts::tr("There is no field “%1”.").arg(edit.field));
    }
    if (field->readOnly) {
        return refused(PlanTexts::tr("%1 cannot be edited directly.").arg(field->label));
    }
    const QVariant mine = canonicalValue(*field, edit.value);
    KEYTURN_TRY(checkField(*field, mine, m_draft->catalogue()));
    const QVariant theirs = stored(field->name);
    if (edit.base && !sameValue(*edit.base, theirs) && !sameValue(mine, theirs)) {
        const QJsonObject detail{{QStringLiteral("field"), field->name},
                                 {QStringLiteral("mine"), QJsonValue::fromVariant(mine)},
                                 {QStringLiteral("theirs"), QJsonValue::fromVariant(theirs)}};
        return fail(Error::Kind::Conflict,
                    PlanTexts::tr("%1 was changed elsewhere while you were editing it.").arg(field->label),
                    compact(detail));
    }
    set(field->name, mine, true);
    if (touched(field->name)) {
        m_labels.append(field->label);
    }
    return {};
}

Done LeadEdit::apply(const std::vector<FieldEdit>& edits)
{
    for (const FieldEdit& edit : edits) {
        KEYTURN_TRY(applyOne(edit));
    }
    deriveName();
    KEYTURN_TRY(deriveBand());
    deriveAmount();
    deriveValue();
    return {};
}

// A display name made of its parts follows them; a name given whole is split, the last word being the family name.
void LeadEdit::deriveName()
{
    const QString first = QStringLiteral("first_name");
    const QString last = QStringLiteral("last_name");
    const QString name = QStringLiteral("name");
    const bool partsGiven = touched(first) || touched(last);
    if (partsGiven && !touched(name)) {
        const QString before = composedName(stored(first), stored(last));
        const QString shown = stored(name).toString();
        if (shown.isEmpty() || shown == before) {
            const QString composed = composedName(value(first), value(last));
            if (!composed.isEmpty()) {
                set(name, composed, false);
            }
        }
    } else if (touched(name) && !partsGiven) {
        const QString whole = value(name).toString();
        const qsizetype gap = whole.lastIndexOf(u' ');
        set(first, gap < 0 ? whole.left(100) : whole.left(gap).left(100), false);
        set(last, gap < 0 ? QVariant() : QVariant(whole.mid(gap + 1).left(100)), false);
    }
}

Done LeadEdit::deriveBand()
{
    const QString scoreField = QStringLiteral("loan.fico_score");
    const QString bandField = QStringLiteral("loan.fico_band");
    const QVariant score = value(scoreField);
    if (!score.isValid() || !(touched(scoreField) || touched(bandField))) {
        return {};
    }
    const QString band = ficoBandOf(score.toLongLong());
    if (touched(bandField) && !touched(scoreField) && value(bandField).toString() != band) {
        return refused(PlanTexts::tr("The FICO band follows from the score. Change or clear the score first."));
    }
    set(bandField, band, false);
    return {};
}

// Only where nothing is left to interpretation: a purchase with price and down payment, and an amount that nobody set
// to something else.
void LeadEdit::deriveAmount()
{
    const QString price = QStringLiteral("loan.purchase_price_cents");
    const QString down = QStringLiteral("loan.down_payment_cents");
    const QString amount = QStringLiteral("loan.loan_amount_cents");
    if (touched(amount) || !(touched(price) || touched(down)) ||
        value(QStringLiteral("loan.loan_purpose")).toString() != QLatin1String("purchase") || !value(price).isValid() ||
        !value(down).isValid()) {
        return;
    }
    const QVariant before = stored(amount);
    const bool derivedBefore = stored(price).isValid() && stored(down).isValid() &&
                               before.toLongLong() == stored(price).toLongLong() - stored(down).toLongLong();
    const qint64 difference = value(price).toLongLong() - value(down).toLongLong();
    if ((!before.isValid() || derivedBefore) && difference > 0) {
        set(amount, difference, false);
    }
}

void LeadEdit::deriveValue()
{
    const QString field = QStringLiteral("estimated_value_cents");
    const QString amount = QStringLiteral("loan.loan_amount_cents");
    QJsonObject metadata = QJsonDocument::fromJson(stored(QStringLiteral("metadata")).toString().toUtf8()).object();
    const bool hadMark = metadata.contains(valueByHandKey());
    const bool byHandNow = touched(field) && value(field).isValid();
    const bool cleared = touched(field) && !value(field).isValid();
    if (byHandNow) {
        metadata.insert(valueByHandKey(), true);
    } else if (cleared) {
        metadata.remove(valueByHandKey());
    }
    if (hadMark != metadata.contains(valueByHandKey())) {
        set(QStringLiteral("metadata"), compact(metadata), false);
    }
    if ((cleared || (touched(amount) && !byHandNow && !hadMark)) && value(amount).isValid()) {
        set(field, value(amount), false);
    }
}

Done LeadEdit::check(const QString& leadId, Reach reach, const QString& leaving) const
{
    if (text(QStringLiteral("name")).isEmpty()) {
        return refused(PlanTexts::tr("A lead needs a name."));
    }
    const bool isImported = reach == Reach::MayBeMissing || value(QStringLiteral("import_batch_id")).isValid();
    if (!isImported && text(QStringLiteral("email")).isEmpty() && text(QStringLiteral("phone")).isEmpty() &&
        text(QStringLiteral("mobile")).isEmpty()) {
        return refused(PlanTexts::tr("A lead needs an e-mail address or a telephone number."));
    }
    if (text(QStringLiteral("source")) == QLatin1String("trigger_lead") &&
        text(QStringLiteral("source_detail")).isEmpty() &&
        (touched(QStringLiteral("source")) || touched(QStringLiteral("source_detail")))) {
        return refused(PlanTexts::tr("A trigger lead needs its legal basis in “Source detail”."));
    }
    const auto outOfOrder = [&](const char* low, const char* high) {
        const QVariant a = value(QString::fromLatin1(low));
        const QVariant b = value(QString::fromLatin1(high));
        return a.isValid() && b.isValid() &&
               (a.typeId() == QMetaType::QString ? a.toString() > b.toString() : a.toLongLong() > b.toLongLong());
    };
    if (outOfOrder("profile.min_budget_cents", "profile.max_budget_cents")) {
        return refused(PlanTexts::tr("The budget ends below its beginning."));
    }
    if (outOfOrder("loan.rate_lock_date", "loan.rate_lock_expires_on")) {
        return refused(PlanTexts::tr("The rate lock would expire before its date."));
    }
    const QString email = text(QStringLiteral("email"));
    const bool addressMatters = !email.isEmpty() && value(QStringLiteral("email_shared")).toLongLong() == 0 &&
                                !value(QStringLiteral("duplicate_of_id")).isValid();
    if (addressMatters && (touched(QStringLiteral("email")) || touched(QStringLiteral("email_shared")))) {
        KEYTURN_LET(const std::optional<LeadId> other, m_draft->facts().leadByEmail(email));
        if (other && other->toString() != leadId && other->toString() != leaving) {
            KEYTURN_LET(const std::optional<Record> row,
                        m_draft->facts().row(QStringLiteral("leads"), other->toString()));
            const QString name = row ? row->text(QStringLiteral("name")) : QString();
            return refused(PlanTexts::tr("%1 already has the e-mail address %2.").arg(name, email),
                           compact({{QStringLiteral("lead_id"), other->toString()},
                                    {QStringLiteral("name"), name},
                                    {QStringLiteral("field"), QStringLiteral("email")}}));
        }
    }
    return {};
}

void LeadEdit::writeSide(const QString& table, const std::optional<Record>& row, QLatin1String prefix,
                         const QString& leadId)
{
    Draft::Values values;
    QString custom = row ? row->text(QStringLiteral("custom_fields")) : QString();
    bool customTouched = false;
    for (auto change = m_changes.cbegin(); change != m_changes.cend(); ++change) {
        if (change.key().startsWith(prefix)) {
            values.emplace_back(change.key().mid(prefix.size()), change->after);
        } else if (prefix == profilePrefix && change.key().startsWith(QLatin1String("custom."))) {
            custom = withCustomValue(custom, change.key().mid(7), change->after);
            customTouched = true;
        }
    }
    if (customTouched) {
        values.emplace_back(QStringLiteral("custom_fields"), custom);
    }
    if (values.empty()) {
        return;
    }
    if (row) {
        m_draft->update(table, *row, leadId, values);
    } else {
        values.emplace_back(QStringLiteral("lead_id"), leadId);
        m_draft->insert(table, m_draft->newId(), leadId, values);
    }
}

bool LeadEdit::write(const QString& leadId)
{
    if (m_changes.isEmpty()) {
        return false;
    }
    Draft::Values values;
    for (auto change = m_changes.cbegin(); change != m_changes.cend(); ++change) {
        if (!change.key().contains(u'.')) {
            values.emplace_back(change.key(), change->after);
        }
    }
    m_draft->update(QStringLiteral("leads"), *m_lead, leadId, values);
    writeSide(QStringLiteral("lead_loan_scenarios"), m_loan, loanPrefix, leadId);
    writeSide(QStringLiteral("lead_profiles"), m_profile, profilePrefix, leadId);
    logChanges(leadId);
    return true;
}

void LeadEdit::create(const QString& leadId, const Draft::Values& more)
{
    Draft::Values values = more;
    for (auto change = m_changes.cbegin(); change != m_changes.cend(); ++change) {
        if (!change.key().contains(u'.')) {
            values.emplace_back(change.key(), change->after);
        }
    }
    m_draft->insert(QStringLiteral("leads"), leadId, leadId, values);
    writeSide(QStringLiteral("lead_loan_scenarios"), std::nullopt, loanPrefix, leadId);
    writeSide(QStringLiteral("lead_profiles"), std::nullopt, profilePrefix, leadId);
}

// Everybody who may see the lead reads its log, but not its finances: scenario fields are named without their values,
// and the pipeline value is left out where it merely repeats the loan amount.
void LeadEdit::logChanges(const QString& leadId)
{
    QJsonObject fields;
    QJsonArray names;
    QJsonArray derived;
    QString table;
    for (auto change = m_changes.cbegin(); change != m_changes.cend(); ++change) {
        const auto field = leadField(change.key(), m_draft->catalogue());
        const bool repeatsAmount = change.key() == QLatin1String("estimated_value_cents") && !change->byHand;
        if (!field || repeatsAmount) {
            continue;
        }
        if (field->isLoan()) {
            names.append(change.key());
            if (!change->byHand) {
                derived.append(change.key());
            }
        } else {
            fields.insert(change.key(),
                          QJsonArray{QJsonValue::fromVariant(change->before), QJsonValue::fromVariant(change->after)});
        }
        table = table.isEmpty() || field->table == QLatin1String("leads") ? field->table : table;
    }
    if (fields.isEmpty() && names.isEmpty()) {
        return;
    }
    LogEntry entry;
    entry.lead = leadId;
    entry.type = QStringLiteral("field_changed");
    const qsizetype count = fields.size() + names.size();
    entry.title = count == 1 ? QStringLiteral("1 field changed")
                             : QString(QString::number(count) + QStringLiteral(" fields changed"));
    entry.metadata = {{QStringLiteral("table"), table}};
    if (!fields.isEmpty()) {
        entry.metadata.insert(QStringLiteral("fields"), fields);
    }
    if (!names.isEmpty()) {
        entry.metadata.insert(QStringLiteral("names"), names);
    }
    if (!derived.isEmpty()) {
        entry.metadata.insert(QStringLiteral("derived"), derived);
    }
    m_draft->log(entry);
}

} // namespace keyturn
