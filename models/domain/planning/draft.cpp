// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/draft.h"

#include "models/domain/fair_lending.h"
#include "models/domain/schema.h"

#include <QJsonDocument>

namespace keyturn {

namespace {

constexpr int titleLength = 200;

QString placeKey(const QString& table, const QString& id)
{
    return table + u'/' + id;
}

// Free-form columns are filtered on their way in, whoever wrote them.
QVariant filtered(const QString& column, const QVariant& value)
{
    static const QStringList payloads{QStringLiteral("metadata"), QStringLiteral("raw_data"),
                                      QStringLiteral("custom_fields"), QStringLiteral("preferences")};
    return value.isValid() && payloads.contains(column) ? QVariant(withoutForbiddenKeys(value.toString())) : value;
}

} // namespace

Result<Draft> Draft::begin(Facts& facts, const PlanContext& context)
{
    Draft draft;
    draft.m_facts = &facts;
    draft.m_context = &context;
    KEYTURN_LET(draft.m_catalogue, facts.catalogue());
    return draft;
}

Result<Record> Draft::live(const QString& table, const QString& id, const QString& what) const
{
    KEYTURN_LET(std::optional<Record> row, m_facts->row(table, id));
    if (!row) {
        return refused(PlanTexts::tr("There is no such %1.").arg(what), id);
    }
    if (!row->isNull(QStringLiteral("deleted_at"))) {
        return refused(PlanTexts::tr("This %1 has been removed.").arg(what), id);
    }
    return *row;
}

Result<Record> Draft::lead(LeadId id) const
{
    return live(QStringLiteral("leads"), id.toString(), PlanTexts::tr("lead"));
}

void Draft::put(RowChange& row, const QString& column, const QVariant& before, const QVariant& after) const
{
    for (FieldChange& field : row.fields) {
        if (field.column == column) {
            field.after = after;
            return;
        }
    }
    row.fields.push_back({column, before, after});
}

void Draft::insert(const QString& table, const QString& id, const QString& leadId, const Values& values)
{
    RowChange row;
    row.kind = RowChange::Kind::Insert;
    row.table = table;
    row.id = id;
    row.leadId = leadId;
    if (const TableSpec* spec = tableSpec(table)) {
        if (spec->hasColumn(QStringLiteral("organization_id"))) {
            put(row, QStringLiteral("organization_id"), {}, m_catalogue.organization.toString());
        }
        for (const QString& column : {QStringLiteral("created_at"), QStringLiteral("updated_at")}) {
            if (spec->hasColumn(column) && spec->bundle != TableSpec::Bundle::Local) {
                put(row, column, {}, m_context->now.ms);
            }
        }
    }
    for (const auto& [column, value] : values) {
        if (value.isValid()) {
            put(row, column, {}, filtered(column, value));
        }
    }
    m_places.insert(placeKey(table, id), m_set.rows.size());
    m_set.rows.push_back(std::move(row));
}

bool Draft::update(const QString& table, const Record& row, const QString& leadId, const Values& values)
{
    const TableSpec* spec = tableSpec(table);
    const QString id = row.text(spec != nullptr ? spec->key : QStringLiteral("id"));
    const auto place = m_places.constFind(placeKey(table, id));
    RowChange fresh;
    fresh.table = table;
    fresh.id = id;
    fresh.leadId = leadId;
    fresh.version = spec != nullptr && spec->hasVersion() ? row.integer(QStringLiteral("version")) : 0;
    RowChange& target = place != m_places.constEnd() ? m_set.rows[*place] : fresh;
    bool changed = false;
    for (const auto& [column, value] : values) {
        const QVariant after = filtered(column, value);
        const FieldChange* earlier = target.field(column);
        if (!sameValue(earlier != nullptr ? earlier->after : row.value(column), after)) {
            put(target, column, row.value(column), after);
            changed = true;
        }
    }
    if (changed && place == m_places.constEnd()) {
        m_places.insert(placeKey(table, id), m_set.rows.size());
        m_set.rows.push_back(std::move(fresh));
    }
    return changed;
}

void Draft::log(const LogEntry& entry)
{
    const Instant at = entry.occurredAt.isNull() ? m_context->now : entry.occurredAt;
    Values values{
        {QStringLiteral("lead_id"), textOrNull(entry.lead)},
        {QStringLiteral("activity_type"), entry.type},
        {QStringLiteral("title"), oneLine(entry.title, titleLength)},
        {QStringLiteral("description"), textOrNull(entry.description)},
        {QStringLiteral("metadata"), compact(entry.metadata)},
        {QStringLiteral("actor_type"), QStringLiteral("user")},
        {QStringLiteral("actor_id"), idOrNull(m_context->actor)},
        {QStringLiteral("created_by"), idOrNull(m_context->actor)},
        {QStringLiteral("communication_id"), textOrNull(entry.communication)},
        {QStringLiteral("is_highlight"), flagValue(entry.highlight)},
        {QStringLiteral("occurred_at"), at.ms},
    };
    if (entry.from != nullptr) {
        values.emplace_back(QStringLiteral("from_stage"), entry.from->key);
        values.emplace_back(QStringLiteral("from_stage_id"), entry.from->id.toString());
    }
    if (entry.to != nullptr) {
        values.emplace_back(QStringLiteral("to_stage"), entry.to->key);
        values.emplace_back(QStringLiteral("to_stage_id"), entry.to->id.toString());
    }
    insert(QStringLiteral("lead_activities"), newId(), entry.lead, values);
}

ChangeSet Draft::finish(const QString& command, const QString& summary, ChangeSet::Origin origin)
{
    m_set.id = OperationId(m_context->newId());
    m_set.origin = origin;
    m_set.command = command;
    m_set.summary = summary;
    m_set.author = m_context->actor;
    m_set.at = m_context->now;
    return std::move(m_set);
}

bool sameValue(const QVariant& a, const QVariant& b)
{
    const auto isNothing = [](const QVariant& value) {
        return !value.isValid() || (value.typeId() == QMetaType::QString && value.toString().isEmpty());
    };
    if (isNothing(a) || isNothing(b)) {
        return isNothing(a) && isNothing(b);
    }
    return a == b;
}

QVariant textOrNull(const QString& text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QVariant flagValue(bool flag)
{
    return qint64(flag ? 1 : 0);
}

QString oneLine(const QString& text, int length)
{
    const QString line = text.simplified();
    return line.size() <= length ? line : QString(line.left(length - 1) + u'\u2026');
}

QString compact(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace keyturn
