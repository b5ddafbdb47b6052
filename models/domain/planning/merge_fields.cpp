// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/merge_fields.h"

#include "models/domain/custom_values.h"
#include "models/domain/duplicates.h"
#include "models/domain/merge_rules.h"
#include "models/domain/schema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace keyturn {

namespace {

QString latin(const char* text)
{
    return QString::fromLatin1(text);
}

QJsonObject objectOf(const QVariant& text)
{
    return QJsonDocument::fromJson(text.toString().toUtf8()).object();
}

bool isNothing(const QVariant& value)
{
    return sameValue(value, QVariant());
}

bool sameText(const QVariant& a, const QVariant& b)
{
    return a.typeId() == QMetaType::QString && b.typeId() == QMetaType::QString
               ? a.toString().compare(b.toString(), Qt::CaseInsensitive) == 0
               : sameValue(a, b);
}

class FieldTaker
{
public:
    FieldTaker(LeadEdit& edit, const Draft& draft, const WholeLead& other)
        : m_edit(edit)
        , m_draft(draft)
        , m_other(other)
    {}

    Done takeNamed(const QStringList& fromOther);
    void fill();

private:
    [[nodiscard]] QVariant theirs(const QString& field) const { return m_other.value(field); }
    [[nodiscard]] bool lacks(const QString& field) const { return isNothing(m_edit.value(field)); }
    void fillOne(const QString& field);
    void fillGroup(const QStringList& group);
    void fillTable(const QString& table, const QString& prefix);
    void fillName();
    void fillEmail();
    void fillOrigin();
    void fillValue();
    void fillCustom();
    void joinJson();

    LeadEdit& m_edit;
    const Draft& m_draft;
    const WholeLead& m_other;
    QSet<QString> m_settled; ///< named, or part of something that was looked at as a whole
};

Done FieldTaker::takeNamed(const QStringList& fromOther)
{
    std::vector<FieldEdit> edits;
    const auto add = [&](const QString& field) {
        if (!m_settled.contains(field)) {
            m_settled.insert(field);
            edits.push_back({field, theirs(field), std::nullopt});
        }
    };
    QStringList fields;
    for (const QString& name : fromOther) {
        const auto known = leadField(name.trimmed(), m_draft.catalogue());
        const bool isLeftOver = name.startsWith(QLatin1String("custom.")) && !isNothing(theirs(name));
        if (!known && !isLeftOver) {
            return invalid(PlanTexts::tr("There is no field “%1”.").arg(name));
        }
        const QString field = known ? known->name : name;
        if (field == QLatin1String("external_lead_id")) {
            for (const QString& part : {field, latin("lead_source")}) {
                m_settled.insert(part);
                m_edit.adopt(part, theirs(part));
            }
        } else if (!known) {
            m_settled.insert(field);
            m_edit.adopt(field, theirs(field));
        } else if (known->readOnly) {
            return refused(PlanTexts::tr("%1 cannot be taken over: the program keeps it by itself.").arg(known->label));
        } else {
            fields.append(field);
        }
    }
    for (const QString& field : fields) {
        add(field);
        // What says how an address or a name is to be read comes with it.
        if (field == QLatin1String("email")) {
            add(latin("email_shared"));
        } else if (field == QLatin1String("name")) {
            add(latin("first_name"));
            add(latin("last_name"));
        }
    }
    // Nobody is called again because of a merge.
    std::erase_if(edits, [](const FieldEdit& one) {
        return one.field == QLatin1String("do_not_contact") && one.value.toLongLong() == 0;
    });
    return m_edit.apply(edits);
}

void FieldTaker::fillOne(const QString& field)
{
    if (!m_settled.contains(field) && lacks(field) && !isNothing(theirs(field))) {
        m_edit.adopt(field, theirs(field));
    }
}

void FieldTaker::fillGroup(const QStringList& group)
{
    const LeadEdit before = m_edit;
    for (const QString& field : group) {
        const bool wanted = isFilledIn(
            field, [&before](const QString& name) { return before.value(name); },
            [this](const QString& name) { return theirs(name); });
        if (wanted) {
            fillOne(field);
        }
        m_settled.insert(field);
    }
}

// A part of the name is filled in where the other part is the same: “Ann” becomes “Ann Lee”, not somebody else.
void FieldTaker::fillName()
{
    const QString first = latin("first_name");
    const QString last = latin("last_name");
    const QString name = latin("name");
    const QString before = QString(m_edit.text(first) + u' ' + m_edit.text(last)).simplified();
    const bool hasNoParts = lacks(first) && lacks(last) && sameText(m_edit.value(name), theirs(name));
    if (hasNoParts || sameText(m_edit.value(last), theirs(last))) {
        fillOne(first);
    }
    if (hasNoParts || sameText(m_edit.value(first), theirs(first))) {
        fillOne(last);
    }
    const QString after = QString(m_edit.text(first) + u' ' + m_edit.text(last)).simplified();
    if (after != before && m_edit.text(name) == before) {
        m_edit.adopt(name, after);
    }
    m_settled += {first, last, name};
}

void FieldTaker::fillEmail()
{
    const QString email = latin("email");
    const QString shared = latin("email_shared");
    if (!m_settled.contains(email) && lacks(email) && !isNothing(theirs(email))) {
        m_edit.adopt(email, theirs(email));
        m_edit.adopt(shared, theirs(shared));
    }
    m_settled += {email, shared};
}

// An id means something at its source only, and only there it is unique.
void FieldTaker::fillOrigin()
{
    const QString id = latin("external_lead_id");
    const QString source = latin("lead_source");
    const bool takesId = lacks(id) && !isNothing(theirs(id)) && !m_settled.contains(source) &&
                         (lacks(source) || sameValue(m_edit.value(source), theirs(source)));
    if (takesId) {
        fillOne(id);
        fillOne(source);
    } else if (lacks(id) && isNothing(theirs(id))) {
        fillOne(source);
    }
    m_settled += {id, source};
}

void FieldTaker::fillValue()
{
    const QString value = latin("estimated_value_cents");
    const QString mark = latin("value_by_hand");
    if (m_settled.contains(value) || !lacks(value) || isNothing(theirs(value))) {
        m_settled.insert(value);
        return;
    }
    m_edit.adopt(value, theirs(value));
    m_settled.insert(value);
    if (objectOf(theirs(latin("metadata"))).contains(mark)) {
        QJsonObject metadata = objectOf(m_edit.value(latin("metadata")));
        metadata.insert(mark, true);
        m_edit.adopt(latin("metadata"), compact(metadata));
    }
}

void FieldTaker::fillCustom()
{
    const QJsonObject custom = objectOf(m_other.profile.value(latin("custom_fields")));
    for (const QString& key : custom.keys()) {
        fillOne(QString(QStringLiteral("custom.") + key));
    }
}

void FieldTaker::fillTable(const QString& table, const QString& prefix)
{
    // What a merge decides by itself, or what only says something together with something else.
    static const QSet<QString> apart{
        latin("stage_entered_at"), latin("exit_reason_code"), latin("exit_reason"), latin("nurture_until"),
        latin("assigned_to"),      latin("duplicate_of_id"),  latin("deleted_at"),  latin("raw_data"),
        latin("created_by"),       latin("lead_id"),
    };
    for (const ColumnSpec& column : tableSpec(table)->columns) {
        if (column.nullable && !column.derived && !apart.contains(column.name)) {
            fillOne(QString(prefix + column.name));
        }
    }
}

void FieldTaker::joinJson()
{
    // Marks of the program speak of the lead on which they stand.
    static const QSet<QString> marks{latin("value_by_hand"), latin(apartMark)};
    QJsonObject metadata = objectOf(m_edit.value(latin("metadata")));
    const QJsonObject more = objectOf(theirs(latin("metadata")));
    for (const QString& key : more.keys()) {
        if (!metadata.contains(key) && !marks.contains(key)) {
            metadata.insert(key, more.value(key));
        }
    }
    if (metadata != objectOf(m_edit.value(latin("metadata")))) {
        m_edit.adopt(latin("metadata"), compact(metadata));
    }

    QJsonObject preferences = objectOf(m_edit.value(latin("profile.preferences")));
    const QJsonObject wishes = objectOf(theirs(latin("profile.preferences")));
    const qsizetype known = preferences.size();
    for (const QString& key : wishes.keys()) {
        if (!preferences.contains(key)) {
            preferences.insert(key, wishes.value(key));
        }
    }
    if (preferences.size() != known) {
        m_edit.adopt(latin("profile.preferences"), compact(preferences));
    }

    // What no field could take is kept whole: a cell that says something else gets a name of its own.
    const QJsonObject before = objectOf(m_edit.value(latin("raw_data")));
    QJsonObject raw = before;
    const QJsonObject cells = objectOf(theirs(latin("raw_data")));
    for (const QString& key : cells.keys()) {
        QString name = key;
        for (int nth = 2; raw.contains(name) && raw.value(name) != cells.value(key); ++nth) {
            name = QString(key + QStringLiteral(" (%1)").arg(nth));
        }
        raw.insert(name, cells.value(key));
    }
    if (raw != before) {
        m_edit.adopt(latin("raw_data"), compact(raw));
    }
}

void FieldTaker::fill()
{
    fillName();
    fillEmail();
    fillOrigin();
    fillValue();
    for (const QStringList& group : fieldsOfOneThing()) {
        fillGroup(group);
    }
    fillTable(latin("leads"), QString());
    fillTable(latin("lead_loan_scenarios"), latin("loan."));
    fillTable(latin("lead_profiles"), latin("profile."));
    fillCustom();
    joinJson();
    // Somebody who asked not to be called did not ask a record, but us.
    for (const QString& stop : {latin("do_not_contact"), latin("legal_hold")}) {
        if (theirs(stop).toLongLong() != 0) {
            m_edit.adopt(stop, flagValue(true));
        }
    }
}

} // namespace

Result<WholeLead> WholeLead::of(const Draft& draft, const Record& lead)
{
    WholeLead whole;
    whole.lead = lead;
    const QString id = lead.text(latin("id"));
    KEYTURN_LET(const std::vector<Record> loans,
                draft.facts().rowsWhere(latin("lead_loan_scenarios"), latin("lead_id"), id));
    KEYTURN_LET(const std::vector<Record> profiles,
                draft.facts().rowsWhere(latin("lead_profiles"), latin("lead_id"), id));
    whole.loan = loans.empty() ? Record() : loans.front();
    whole.profile = profiles.empty() ? Record() : profiles.front();
    return whole;
}

QVariant WholeLead::value(const QString& field) const
{
    if (field.startsWith(QLatin1String("custom."))) {
        return customValue(profile.text(latin("custom_fields")), field.mid(7));
    }
    if (field.startsWith(QLatin1String("loan."))) {
        return loan.value(field.mid(5));
    }
    return field.startsWith(QLatin1String("profile.")) ? profile.value(field.mid(8)) : lead.value(field);
}

Done takeFields(LeadEdit& edit, const Draft& draft, const WholeLead& other, const QStringList& fromOther)
{
    FieldTaker taker(edit, draft, other);
    KEYTURN_TRY(taker.takeNamed(fromOther));
    taker.fill();
    return {};
}

} // namespace keyturn
