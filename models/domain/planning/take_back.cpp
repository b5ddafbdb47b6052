// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/import.h"
#include "models/domain/planner.h"
#include "models/domain/planning/draft.h"
#include "models/domain/planning/family.h"
#include "models/domain/planning/import_mark.h"
#include "models/domain/schema.h"

#include <QHash>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace keyturn {

namespace {

const QString& leadsTable()
{
    static const QString name = QStringLiteral("leads");
    return name;
}

const QString& logTable()
{
    static const QString name = QStringLiteral("lead_activities");
    return name;
}

const QString& batchKey()
{
    static const QString name = QStringLiteral("import_batch_id");
    return name;
}

/// What a chunk did to one lead.
struct Part
{
    QString lead;
    std::vector<const RowChange*> rows;
    bool isCreation = false;
};

/// As the import wrote it; the id if it did not.
QString nameIn(const Part& part)
{
    for (const RowChange* row : part.rows) {
        if (row->table == leadsTable() && row->touches(QStringLiteral("name"))) {
            return row->after(QStringLiteral("name")).toString();
        }
    }
    return part.lead;
}

std::vector<Part> partsOf(const ChangeSet& done)
{
    std::vector<Part> parts;
    QHash<QString, size_t> places;
    for (const RowChange& row : done.rows) {
        if (row.leadId.isEmpty()) {
            continue;
        }
        auto place = places.constFind(row.leadId);
        if (place == places.cend()) {
            place = places.insert(row.leadId, parts.size());
            parts.push_back({row.leadId, {}, false});
        }
        Part& part = parts[*place];
        part.rows.push_back(&row);
        part.isCreation = part.isCreation || (row.kind == RowChange::Kind::Insert && row.table == leadsTable());
    }
    return parts;
}

/// Takes a chunk of an import back. What the chunk touched is read at once, table by table: leads that stand exactly as
/// the import left them, which is nearly all, then need no look of their own.
class TakeBack
{
public:
    TakeBack(const ChangeSet& done, ImportBatchId batch, Facts& facts, const PlanContext& context)
        : m_done(done)
        , m_batch(batch)
        , m_facts(facts)
        , m_context(context)
    {}

    Result<ImportPlan> plan();

private:
    using States = QHash<QString, Record>;

    Done readStates(const std::vector<Part>& parts);
    Done readTouched(const std::vector<Part>& parts);
    [[nodiscard]] bool isAsImported(const Part& part) const;
    [[nodiscard]] const Record* state(const QString& table, const QString& id) const;
    Result<RowOutcome> takeBack(const Part& part, Draft& draft);
    Result<ChangeSet> inverse(const Part& part) const;

    const ChangeSet& m_done;
    const ImportBatchId m_batch;
    Facts& m_facts;
    const PlanContext& m_context;
    QHash<QString, States> m_states; ///< table → key → what can be told from it
    QSet<QString> m_touched;         ///< leads about which anything was logged that is not of this import
    std::vector<RowChange> m_others; ///< inverses of parts that needed a look of their own
};

Done TakeBack::readStates(const std::vector<Part>& parts)
{
    QHash<QString, QStringList> keys;
    for (const Part& part : parts) {
        keys[leadsTable()].append(part.lead);
        for (const RowChange* row : part.rows) {
            const TableSpec* const spec = tableSpec(row->table);
            if (spec != nullptr && part.isCreation && spec->hasVersion() && !spec->isAppendOnly() &&
                row->table != leadsTable()) {
                keys[row->table].append(row->id);
            }
        }
    }
    for (auto table = keys.cbegin(); table != keys.cend(); ++table) {
        const TableSpec& spec = *tableSpec(table.key());
        QStringList columns{spec.key, QStringLiteral("version")};
        if (spec.hasDeletedAt()) {
            columns.append(QStringLiteral("deleted_at"));
        }
        KEYTURN_LET(const std::vector<Record> rows, m_facts.rowsAmong(spec.name, spec.key, *table, columns));
        States& states = m_states[spec.name];
        for (const Record& row : rows) {
            states.insert(row.text(spec.key), row);
        }
    }
    return {};
}

Done TakeBack::readTouched(const std::vector<Part>& parts)
{
    QSet<QString> ours;
    QStringList leads;
    for (const Part& part : parts) {
        leads.append(part.lead);
        for (const RowChange* row : part.rows) {
            if (row->table == logTable()) {
                ours.insert(row->id);
            }
        }
    }
    KEYTURN_LET(const std::vector<Record> log,
                m_facts.rowsAmong(logTable(), QStringLiteral("lead_id"), leads,
                                  {QStringLiteral("id"), QStringLiteral("lead_id"), QStringLiteral("created_at"),
                                   QStringLiteral("metadata")}));
    for (const Record& entry : log) {
        if (entry.integer(QStringLiteral("created_at")) >= m_done.at.ms &&
            !ours.contains(entry.text(QStringLiteral("id"))) &&
            !isMarkedAsOf(entry.text(QStringLiteral("metadata")), m_batch)) {
            m_touched.insert(entry.text(QStringLiteral("lead_id")));
        }
    }
    return {};
}

const Record* TakeBack::state(const QString& table, const QString& id) const
{
    const auto states = m_states.constFind(table);
    if (states == m_states.cend()) {
        return nullptr;
    }
    const auto found = states->constFind(id);
    return found == states->cend() ? nullptr : &*found;
}

// Every write counts the version up: the first one says that nobody has been at the row.
bool TakeBack::isAsImported(const Part& part) const
{
    return part.isCreation && std::all_of(part.rows.begin(), part.rows.end(), [this](const RowChange* row) {
               const TableSpec* const spec = tableSpec(row->table);
               if (spec == nullptr || row->kind != RowChange::Kind::Insert) {
                   return false;
               }
               if (spec->isAppendOnly()) {
                   return true;
               }
               const Record* const now = state(row->table, row->id);
               return now != nullptr && now->integer(QStringLiteral("version")) == 1 &&
                      now->isNull(QStringLiteral("deleted_at"));
           });
}

Result<ChangeSet> TakeBack::inverse(const Part& part) const
{
    ChangeSet alone;
    alone.id = m_done.id;
    alone.origin = m_done.origin;
    alone.command = m_done.command;
    alone.summary = m_done.summary;
    alone.author = m_done.author;
    alone.at = m_done.at;
    for (const RowChange* row : part.rows) {
        alone.rows.push_back(*row);
    }
    return planUndo(alone, m_facts, m_context, ChangeSet::Origin::Undo);
}

Result<RowOutcome> TakeBack::takeBack(const Part& part, Draft& draft)
{
    RowOutcome outcome{0, RowOutcome::Kind::Updated, LeadId::fromString(part.lead), {}};
    const Record* const now = state(leadsTable(), part.lead);
    if (now == nullptr) {
        outcome.kind = RowOutcome::Kind::Failed;
        outcome.message = PlanTexts::tr("%1 belongs to somebody else by now and stays.").arg(nameIn(part));
        return outcome;
    }
    if (!now->isNull(QStringLiteral("deleted_at"))) {
        outcome.kind = RowOutcome::Kind::Skipped; // removed by hand already
        KEYTURN_LET(const std::optional<Record> lead, m_facts.row(leadsTable(), part.lead));
        if (lead && isMergedAway(*lead)) {
            outcome.kind = RowOutcome::Kind::Failed;
            outcome.message = PlanTexts::tr("%1 has been merged with another lead since the import and stays there.")
                                  .arg(lead->text(QStringLiteral("name")));
        }
        return outcome;
    }
    if (m_touched.contains(part.lead)) {
        KEYTURN_LET(const std::optional<Record> lead, m_facts.row(leadsTable(), part.lead));
        outcome.kind = RowOutcome::Kind::Failed;
        outcome.message = PlanTexts::tr("%1 has been worked on since the import and stays.")
                              .arg(lead ? lead->text(QStringLiteral("name")) : part.lead);
        return outcome;
    }
    if (isAsImported(part)) {
        // As by hand: what belongs to the lead stays with it.
        draft.update(leadsTable(), *now, part.lead, {{QStringLiteral("deleted_at"), m_context.now.ms}});
        LogEntry entry;
        entry.lead = part.lead;
        entry.type = QStringLiteral("lead_deleted");
        entry.title = QStringLiteral("Lead removed");
        entry.metadata = {{QStringLiteral("undo"), true}, {batchKey(), m_batch.toString()}};
        draft.log(entry);
        return outcome;
    }
    Result<ChangeSet> back = inverse(part);
    if (back) {
        for (RowChange& row : back->rows) {
            markAsOf(row, m_batch);
            m_others.push_back(std::move(row));
        }
        return outcome;
    }
    if (!isOfTheRow(back.error())) {
        return fail(back.error());
    }
    outcome.kind = RowOutcome::Kind::Failed;
    outcome.message = back.error().message;
    return outcome;
}

Result<ImportPlan> TakeBack::plan()
{
    const std::vector<Part> parts = partsOf(m_done);
    ImportPlan back;
    KEYTURN_TRY(readStates(parts));
    KEYTURN_TRY(readTouched(parts));
    KEYTURN_LET(Draft draft, Draft::begin(m_facts, m_context));
    back.outcomes.reserve(parts.size());
    for (const Part& part : parts) {
        KEYTURN_LET(RowOutcome outcome, takeBack(part, draft));
        back.outcomes.push_back(std::move(outcome));
    }
    back.changes = draft.finish(m_done.command, m_done.summary, ChangeSet::Origin::Undo);
    std::move(m_others.begin(), m_others.end(), std::back_inserter(back.changes.rows));
    return back;
}

} // namespace

bool isOfTheRow(const Error& error)
{
    return error.kind == Error::Kind::Invalid || error.kind == Error::Kind::Refused ||
           error.kind == Error::Kind::Conflict;
}

void markAsOf(RowChange& row, ImportBatchId batch)
{
    if (row.table != logTable()) {
        return;
    }
    for (FieldChange& field : row.fields) {
        if (field.column == QLatin1String("metadata")) {
            QJsonObject metadata = QJsonDocument::fromJson(field.after.toString().toUtf8()).object();
            metadata.insert(batchKey(), batch.toString());
            field.after = compact(metadata);
            return;
        }
    }
    row.fields.push_back({QStringLiteral("metadata"), {}, compact({{batchKey(), batch.toString()}})});
}

bool isMarkedAsOf(const QString& metadata, ImportBatchId batch)
{
    // An id occurs nowhere by chance.
    return !batch.isNull() && metadata.contains(batch.toString());
}

Result<ImportPlan> planTakeBack(const ChangeSet& done, ImportBatchId batch, Facts& facts, const PlanContext& context)
{
    return TakeBack(done, batch, facts, context).plan();
}

} // namespace keyturn
