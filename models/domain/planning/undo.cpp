// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planner.h"
#include "models/domain/planning/activity_rules.h"
#include "models/domain/planning/consents.h"
#include "models/domain/planning/groups.h"
#include "models/domain/schema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace keyturn {

namespace {

const QString& idColumn()
{
    static const QString name = QStringLiteral("id");
    return name;
}

QJsonObject jsonOf(const QVariant& text)
{
    return QJsonDocument::fromJson(text.toString().toUtf8()).object();
}

// What the store fills in or keeps itself says nothing about whether somebody changed the row.
bool isBookkeeping(const TableSpec& spec, const QString& column)
{
    static const QStringList kept{QStringLiteral("organization_id"), QStringLiteral("created_at"),
                                  QStringLiteral("updated_at"), QStringLiteral("version")};
    const ColumnSpec* known = spec.column(column);
    return kept.contains(column) || column == spec.key || known == nullptr || known->derived;
}

QVariant defaultOf(const ColumnSpec& column)
{
    if (column.nullable || column.defaultValue.isNull()) {
        return {};
    }
    if (column.type == ColumnType::Bool) {
        return flagValue(column.defaultValue == QLatin1String("true"));
    }
    return column.isInteger() ? QVariant(column.defaultValue.toLongLong()) : QVariant(column.defaultValue);
}

/// A server stores JSON by its meaning: members in another order and with other blanks are no change.
bool isStill(const TableSpec& spec, const Record& row, const FieldChange& field)
{
    const QVariant value = row.value(field.column);
    const ColumnSpec* column = spec.column(field.column);
    if (column != nullptr && column->type == ColumnType::Json && value.isValid() && field.after.isValid()) {
        return QJsonDocument::fromJson(value.toString().toUtf8()) ==
               QJsonDocument::fromJson(field.after.toString().toUtf8());
    }
    return sameValue(value, field.after);
}

QString nameOf(const Record& row)
{
    for (const QString& column : {QStringLiteral("name"), QStringLiteral("title"), QStringLiteral("file_name")}) {
        if (!row.text(column).isEmpty()) {
            return row.text(column);
        }
    }
    return {};
}

tl::unexpected<Error> changedSince(const TableSpec& spec, const Record& row, const FieldChange& field)
{
    const QJsonObject detail{{QStringLiteral("table"), spec.name},
                             {QStringLiteral("id"), row.text(spec.key)},
                             {QStringLiteral("field"), field.column},
                             {QStringLiteral("mine"), QJsonValue::fromVariant(field.after)},
                             {QStringLiteral("theirs"), QJsonValue::fromVariant(row.value(field.column))}};
    const QString name = nameOf(row);
    return fail(
        Error::Kind::Conflict,
        name.isEmpty()
            ? PlanTexts::tr("This cannot be taken back: “%1” has been changed since.").arg(field.column)
            : PlanTexts::tr("This cannot be taken back: “%1” of %2 has been changed since.").arg(field.column, name),
        compact(detail));
}

/// Walks a change set backwards and writes its inverse into a draft.
class Inverse
{
public:
    Inverse(Draft& draft, const ChangeSet& done)
        : m_draft(draft)
        , m_done(done)
    {}

    Done run();

private:
    Done takeBackUpdate(const TableSpec& spec, const RowChange& change);
    Done takeBackInsert(const TableSpec& spec, const RowChange& change);
    Done checkAddress(const Record& row, const Draft::Values& values) const;
    [[nodiscard]] bool givesUp(const QString& lead, const QString& email) const;
    Result<bool> tagIsUsedElsewhere(const QString& tag) const;
    Done countering(const RowChange& activity);
    void counterMove(const RowChange& activity, LogEntry entry) const;
    void counterMerge(const RowChange& activity) const;
    static QJsonObject swappedFields(const QJsonObject& metadata);

    Draft& m_draft;
    const ChangeSet& m_done;
    QSet<QString> m_created; ///< leads that the change set made: their other entries go with them
};

Done Inverse::run()
{
    for (const RowChange& change : m_done.rows) {
        if (change.table == QLatin1String("leads") && change.kind == RowChange::Kind::Insert) {
            m_created.insert(change.id);
        }
    }
    for (auto change = m_done.rows.rbegin(); change != m_done.rows.rend(); ++change) {
        const TableSpec* spec = tableSpec(change->table);
        if (spec == nullptr) {
            return fail(Error::Kind::Corrupt, PlanTexts::tr("A stored change cannot be read."), change->table);
        }
        if (spec->isAppendOnly()) {
            continue;
        }
        KEYTURN_TRY(change->kind == RowChange::Kind::Insert ? takeBackInsert(*spec, *change)
                                                            : takeBackUpdate(*spec, *change));
    }
    for (const RowChange& change : m_done.rows) {
        if (change.table == QLatin1String("lead_assignments") && !m_created.contains(change.leadId)) {
            assignLead(m_draft, change.leadId,
                       UserId::fromString(change.after(QStringLiteral("assigned_to")).toString()),
                       UserId::fromString(change.after(QStringLiteral("assigned_from")).toString()), QString());
        } else if (change.table == QLatin1String("consents") && !m_created.contains(change.leadId)) {
            KEYTURN_TRY(counterConsent(m_draft, change));
        } else if (change.table == QLatin1String("lead_activities")) {
            KEYTURN_TRY(countering(change));
        }
    }
    return {};
}

/// Whether the same inverse takes the address from that lead, or the lead from the book: a merge hands both over.
bool Inverse::givesUp(const QString& lead, const QString& email) const
{
    return std::any_of(m_done.rows.begin(), m_done.rows.end(), [&](const RowChange& change) {
        if (change.table != QLatin1String("leads") || change.id != lead || change.kind != RowChange::Kind::Update) {
            return false;
        }
        const FieldChange* const address = change.field(QStringLiteral("email"));
        return change.before(QStringLiteral("deleted_at")).isValid() ||
               (address != nullptr && address->before.toString().compare(email, Qt::CaseInsensitive) != 0);
    });
}

Done Inverse::checkAddress(const Record& row, const Draft::Values& values) const
{
    Record after = row;
    bool matters = false;
    for (const auto& [column, value] : values) {
        after.set(column, value);
        matters = matters || column == QLatin1String("email") || column == QLatin1String("email_shared") ||
                  column == QLatin1String("deleted_at");
    }
    const QString email = after.text(QStringLiteral("email"));
    if (!matters || email.isEmpty() || after.flag(QStringLiteral("email_shared")) ||
        !after.isNull(QStringLiteral("deleted_at")) || !after.isNull(QStringLiteral("duplicate_of_id"))) {
        return {};
    }
    KEYTURN_LET(const std::optional<LeadId> other, m_draft.facts().leadByEmail(email));
    if (other && other->toString() != row.text(idColumn()) && !givesUp(other->toString(), email)) {
        return fail(
            Error::Kind::Conflict,
            PlanTexts::tr("This cannot be taken back: another lead has the e-mail address %1 by now.").arg(email),
            compact({{QStringLiteral("lead_id"), other->toString()}}));
    }
    return {};
}

Done Inverse::takeBackUpdate(const TableSpec& spec, const RowChange& change)
{
    KEYTURN_LET(const std::optional<Record> row, m_draft.facts().row(spec.name, change.id));
    Draft::Values values;
    for (const FieldChange& field : change.fields) {
        if (isBookkeeping(spec, field.column)) {
            continue;
        }
        if (row && spec.bundle != TableSpec::Bundle::Local && !isStill(spec, *row, field)) {
            return changedSince(spec, *row, field);
        }
        values.emplace_back(field.column, field.before);
    }
    if (!row && spec.bundle == TableSpec::Bundle::Local) {
        m_draft.insert(spec.name, change.id, change.leadId, values);
        return {};
    }
    if (!row) {
        return fail(Error::Kind::Conflict, PlanTexts::tr("This cannot be taken back: the row is gone."), change.id);
    }
    if (spec.name == QLatin1String("leads")) {
        KEYTURN_TRY(checkAddress(*row, values));
    }
    m_draft.update(spec.name, *row, change.leadId, values);
    return {};
}

Result<bool> Inverse::tagIsUsedElsewhere(const QString& tag) const
{
    KEYTURN_LET(const std::vector<Record> links,
                m_draft.facts().rowsWhere(QStringLiteral("lead_tags"), QStringLiteral("tag_id"), tag));
    for (const Record& link : links) {
        bool isOurs = false;
        for (const RowChange& change : m_done.rows) {
            isOurs = isOurs || (change.table == QLatin1String("lead_tags") && change.id == link.text(idColumn()));
        }
        if (!isOurs) {
            return true;
        }
    }
    return false;
}

Done Inverse::takeBackInsert(const TableSpec& spec, const RowChange& change)
{
    KEYTURN_LET(const std::optional<Record> row, m_draft.facts().row(spec.name, change.id));
    if (spec.bundle == TableSpec::Bundle::Local) {
        // Rows of this desk go by having their columns emptied; they come back as inserts.
        Draft::Values emptied;
        for (const FieldChange& field : change.fields) {
            emptied.emplace_back(field.column, QVariant());
        }
        if (row) {
            m_draft.update(spec.name, *row, change.leadId, emptied);
        }
        return {};
    }
    if (!row) {
        return fail(Error::Kind::Conflict, PlanTexts::tr("This cannot be taken back: the row is gone."), change.id);
    }
    for (const FieldChange& field : change.fields) {
        if (!isBookkeeping(spec, field.column) && !isStill(spec, *row, field)) {
            return changedSince(spec, *row, field);
        }
    }
    if (spec.hasDeletedAt()) {
        if (spec.name == QLatin1String("tags")) {
            KEYTURN_LET(const bool used, tagIsUsedElsewhere(change.id));
            if (used) {
                return {};
            }
        }
        m_draft.update(spec.name, *row, change.leadId, {{QStringLiteral("deleted_at"), m_draft.now().ms}});
        return {};
    }
    if (spec.hasColumn(QStringLiteral("is_active"))) {
        m_draft.update(spec.name, *row, change.leadId, {{QStringLiteral("is_active"), flagValue(false)}});
        return {};
    }
    Draft::Values values;
    for (const FieldChange& field : change.fields) {
        if (!isBookkeeping(spec, field.column) && field.column != QLatin1String("lead_id")) {
            values.emplace_back(field.column, defaultOf(*spec.column(field.column)));
        }
    }
    m_draft.update(spec.name, *row, change.leadId, values);
    return {};
}

QJsonObject Inverse::swappedFields(const QJsonObject& metadata)
{
    QJsonObject swapped = metadata;
    QJsonObject fields;
    const QJsonObject before = metadata.value(QStringLiteral("fields")).toObject();
    for (auto field = before.begin(); field != before.end(); ++field) {
        const QJsonArray pair = field.value().toArray();
        fields.insert(field.key(), QJsonArray{pair.at(1), pair.at(0)});
    }
    if (!fields.isEmpty()) {
        swapped.insert(QStringLiteral("fields"), fields);
    }
    swapped.remove(QStringLiteral("derived"));
    return swapped;
}

void Inverse::counterMove(const RowChange& activity, LogEntry entry) const
{
    const Catalogue& catalogue = m_draft.catalogue();
    entry.from = catalogue.stage(StageId::fromString(activity.after(QStringLiteral("to_stage_id")).toString()));
    entry.to = catalogue.stage(StageId::fromString(activity.after(QStringLiteral("from_stage_id")).toString()));
    if (entry.from == nullptr || entry.to == nullptr) {
        return;
    }
    // The way forth and the way back can look the same: X, A, X.
    const QJsonObject metadata = jsonOf(activity.after(QStringLiteral("metadata")));
    if (metadata.contains(QStringLiteral("undo")) && !metadata.contains(QStringLiteral("redo"))) {
        entry.metadata.insert(QStringLiteral("redo"), true);
    }
    entry.title = QStringLiteral("Moved back from ") + entry.from->name + QStringLiteral(" to ") + entry.to->name;
    m_draft.log(entry);
}

// What was merged, taken apart and merged again is told each time, on both sides.
void Inverse::counterMerge(const RowChange& activity) const
{
    LogEntry entry;
    entry.lead = activity.leadId;
    entry.type = QStringLiteral("lead_merged");
    entry.metadata = jsonOf(activity.after(QStringLiteral("metadata")));
    entry.highlight = activity.after(QStringLiteral("is_highlight")).toLongLong() != 0;
    const QString kept = entry.metadata.value(QStringLiteral("kept_name")).toString();
    const QString merged = entry.metadata.value(QStringLiteral("merged_name")).toString();
    const bool wasTakenBack = entry.metadata.contains(QStringLiteral("undo"));
    if (wasTakenBack) {
        entry.metadata.remove(QStringLiteral("undo"));
        entry.description = entry.metadata.value(QStringLiteral("merged_addresses")).toString();
        entry.title = kept.isEmpty() ? QString(QStringLiteral("Merged with ") + merged)
                                     : QString(QStringLiteral("Merged into ") + kept);
    } else {
        entry.metadata.insert(QStringLiteral("undo"), true);
        entry.title = QStringLiteral("Merge taken back: ") + (kept.isEmpty() ? merged : kept);
    }
    m_draft.log(entry);
}

Done Inverse::countering(const RowChange& activity)
{
    const QString type = activity.after(QStringLiteral("activity_type")).toString();
    const QJsonObject metadata = jsonOf(activity.after(QStringLiteral("metadata")));
    LogEntry entry;
    entry.lead = activity.leadId;
    entry.type = type;
    entry.metadata = {{QStringLiteral("undo"), true}};
    const bool goesWithLead = m_created.contains(activity.leadId);
    if (type == QLatin1String("created") || type == QLatin1String("imported") ||
        type == QLatin1String("lead_restored")) {
        entry.type = QStringLiteral("lead_deleted");
        entry.title = QStringLiteral("Lead removed");
    } else if (goesWithLead) {
        return {};
    } else if (type == QLatin1String("lead_deleted")) {
        entry.type = QStringLiteral("lead_restored");
        entry.title = QStringLiteral("Lead restored");
    } else if (type == QLatin1String("status_changed")) {
        counterMove(activity, entry);
        return {};
    } else if (type == QLatin1String("lead_merged")) {
        counterMerge(activity);
        return {};
    } else if (type == QLatin1String("assigned") || type == QLatin1String("reassigned")) {
        return {}; // told by the lead_assignments row of the same change
    } else if (type == QLatin1String("tag_added") || type == QLatin1String("tag_removed")) {
        const bool added = type == QLatin1String("tag_removed");
        entry.type = added ? QStringLiteral("tag_added") : QStringLiteral("tag_removed");
        const QString tag = metadata.value(QStringLiteral("tag")).toString();
        entry.title = (added ? QStringLiteral("Tag added: ") : QStringLiteral("Tag removed: ")) + tag;
        entry.metadata.insert(QStringLiteral("tag"), tag);
    } else if (type == QLatin1String("field_changed")) {
        entry.metadata = swappedFields(metadata);
        entry.metadata.insert(QStringLiteral("undo"), true);
        entry.title = QStringLiteral("Change taken back");
    } else {
        Correction before;
        Correction after{std::nullopt, true};
        QString target = activity.id;
        if (type == QLatin1String("activity_corrected")) {
            target = metadata.value(QStringLiteral("corrects")).toString();
            before.withdrawn = metadata.value(QStringLiteral("withdrawn")).toBool();
            const QJsonValue text =
                metadata.value(QStringLiteral("fields")).toObject().value(QStringLiteral("description"));
            before.text = text.isString() ? std::optional<QString>(text.toString()) : std::nullopt;
            const QJsonObject previous = metadata.value(QStringLiteral("previous")).toObject();
            after.withdrawn = previous.value(QStringLiteral("withdrawn")).toBool();
            const QJsonValue earlier = previous.value(QStringLiteral("description"));
            after.text = earlier.isString() ? std::optional<QString>(earlier.toString()) : std::nullopt;
        }
        logCorrection(m_draft, activity.leadId, target, before, after, entry.metadata);
        return {};
    }
    m_draft.log(entry);
    return {};
}

} // namespace

Result<ChangeSet> planUndo(const ChangeSet& done, Facts& facts, const PlanContext& context, ChangeSet::Origin origin)
{
    KEYTURN_LET(Draft draft, Draft::begin(facts, context));
    Inverse inverse(draft, done);
    KEYTURN_TRY(inverse.run());
    return draft.finish(done.command, done.summary, origin);
}

} // namespace keyturn
