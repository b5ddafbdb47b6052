// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/import.h"

#include "models/domain/import_people.h"
#include "models/domain/likeness.h"
#include "models/domain/planner.h"
#include "models/domain/planning/family.h"
#include "models/domain/planning/groups.h"
#include "models/domain/planning/import_mark.h"
#include "models/domain/planning/lead_edit.h"

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

/// Fields that only a new lead takes over, and not by editing.
bool isGivenAtBirth(const QString& field)
{
    static const QSet<QString> fields{QStringLiteral("stage"),
                                      QStringLiteral("assigned_to"),
                                      QStringLiteral("external_lead_id"),
                                      QStringLiteral("exit_reason_code"),
                                      QStringLiteral("exit_reason"),
                                      QStringLiteral("created_at")};
    return fields.contains(field);
}

class ImportPlanner
{
public:
    ImportPlanner(Draft& draft, const ImportOrder& order)
        : m_draft(draft)
        , m_order(order)
    {}

    Result<RowOutcome> take(const ImportRow& row);

private:
    Result<std::optional<Record>> known(const ImportRow& row);
    Result<std::optional<Record>> byPhone(const ImportRow& row) const;
    Result<std::optional<Record>> byName(const ImportRow& row) const;
    Result<bool> isOfTheSamePlace(const ImportRow& row, const Record& lead) const;
    Result<std::optional<Record>> byFormerSelf(const ImportRow& row);
    Result<std::optional<Record>> byMark(const ImportRow& row) const;
    Result<RowOutcome> update(const ImportRow& row, const Record& lead);
    Result<RowOutcome> create(const ImportRow& row, bool sharesAddress);
    Done checkFigures(const ImportRow& row) const;
    Result<const Stage*> stageOf(const ImportRow& row) const;
    Result<bool> addNote(const ImportRow& row, const QString& lead, bool isNew);

    Draft& m_draft;
    const ImportOrder& m_order;
    ImportPeople m_seen; ///< of the rows planned already
    QHash<QString, QString> m_madeTags;
    std::optional<std::vector<Record>> m_merged; ///< who was merged into others, once asked for
};

Result<std::optional<Record>> ImportPlanner::byPhone(const ImportRow& row) const
{
    for (const char* field : {"mobile", "phone"}) {
        const QString number = row.text(QLatin1String(field));
        if (number.isEmpty()) {
            continue;
        }
        for (const char* column : {"mobile", "phone"}) {
            KEYTURN_LET(const std::vector<Record> found,
                        m_draft.facts().rowsWhere(leadsTable(), QLatin1String(column), number));
            for (const Record& lead : found) {
                if (mayShareAPhone(lead.text(QStringLiteral("first_name")), lead.text(QStringLiteral("name")),
                                   row.text(QStringLiteral("first_name")), row.text(QStringLiteral("name")))) {
                    return lead;
                }
            }
        }
    }
    return std::nullopt;
}

Result<std::optional<Record>> ImportPlanner::byName(const ImportRow& row) const
{
    const QString name = row.text(QStringLiteral("name"));
    if (name.isEmpty() ||
        (row.text(QStringLiteral("profile.city")).isEmpty() && row.text(QStringLiteral("profile.company")).isEmpty())) {
        return std::nullopt;
    }
    KEYTURN_LET(const std::vector<Record> found, m_draft.facts().rowsWhere(leadsTable(), QStringLiteral("name"), name));
    for (const Record& lead : found) {
        KEYTURN_LET(const bool same, isOfTheSamePlace(row, lead));
        if (same) {
            return lead;
        }
    }
    return std::nullopt;
}

Result<bool> ImportPlanner::isOfTheSamePlace(const ImportRow& row, const Record& lead) const
{
    if (!lead.text(QStringLiteral("email")).isEmpty() && !row.text(QStringLiteral("email")).isEmpty()) {
        return false; // two addresses, two people, as far as anybody can tell
    }
    KEYTURN_LET(const std::vector<Record> profiles,
                m_draft.facts().rowsWhere(QStringLiteral("lead_profiles"), QStringLiteral("lead_id"),
                                          lead.text(QStringLiteral("id"))));
    return std::any_of(profiles.begin(), profiles.end(), [&row](const Record& profile) {
        return isSamePlace(row.text(QStringLiteral("profile.city")), profile.text(QStringLiteral("city"))) ||
               isSamePlace(row.text(QStringLiteral("profile.company")), profile.text(QStringLiteral("company")));
    });
}

Result<std::optional<Record>> ImportPlanner::known(const ImportRow& row)
{
    if (const QString id = row.text(QStringLiteral("external_lead_id")); !id.isEmpty()) {
        KEYTURN_LET(const std::vector<Record> found,
                    m_draft.facts().rowsWhere(leadsTable(), QStringLiteral("external_lead_id"), id));
        for (const Record& lead : found) {
            if (lead.text(QStringLiteral("lead_source")) == leadSourceOf(m_order, row)) {
                return lead;
            }
        }
    }
    if (const QString email = row.text(QStringLiteral("email")); !email.isEmpty()) {
        KEYTURN_LET(const std::optional<LeadId> found, m_draft.facts().leadByEmail(email));
        if (found) {
            return m_draft.facts().row(leadsTable(), found->toString());
        }
    }
    KEYTURN_LET(std::optional<Record> found, byPhone(row));
    if (!found) {
        KEYTURN_LET(found, byName(row));
    }
    if (!found) {
        KEYTURN_LET(found, byFormerSelf(row));
    }
    return found ? Result<std::optional<Record>>(found) : byMark(row);
}

// What the server took as somebody else's duplicate stands here once; the same list must not bring it again.
Result<std::optional<Record>> ImportPlanner::byMark(const ImportRow& row) const
{
    const QString email = row.text(QStringLiteral("email"));
    if (email.isEmpty()) {
        return std::nullopt;
    }
    KEYTURN_LET(const std::optional<LeadId> marked, m_draft.facts().markedDuplicate(email));
    return marked ? m_draft.facts().row(leadsTable(), marked->toString()) : std::nullopt;
}

// Who was merged into another lead is known by the old address, number and id too: a list that brought in both would
// otherwise bring the second one back.
Result<std::optional<Record>> ImportPlanner::byFormerSelf(const ImportRow& row)
{
    if (!m_merged) {
        KEYTURN_LET(m_merged, m_draft.facts().mergedAway());
    }
    const auto same = [&row](const Record& lead, const char* column, const char* field) {
        return isSamePlace(row.text(QLatin1String(field)), lead.text(QLatin1String(column)));
    };
    for (const Record& lead : *m_merged) {
        const bool byId = same(lead, "external_lead_id", "external_lead_id") &&
                          lead.text(QStringLiteral("lead_source")) == leadSourceOf(m_order, row);
        const bool byNumber = same(lead, "phone", "phone") || same(lead, "phone", "mobile") ||
                              same(lead, "mobile", "phone") || same(lead, "mobile", "mobile");
        const bool isOne =
            byNumber && mayShareAPhone(lead.text(QStringLiteral("first_name")), lead.text(QStringLiteral("name")),
                                       row.text(QStringLiteral("first_name")), row.text(QStringLiteral("name")));
        bool isKnown = byId || isOne || same(lead, "email", "email");
        if (!isKnown && same(lead, "name", "name")) {
            KEYTURN_LET(isKnown, isOfTheSamePlace(row, lead));
        }
        if (isKnown) {
            KEYTURN_LET(std::optional<Record> home,
                        m_draft.facts().row(leadsTable(), lead.text(QStringLiteral("duplicate_of_id"))));
            if (home && home->isNull(QStringLiteral("deleted_at"))) {
                return home;
            }
        }
    }
    return std::nullopt;
}

Result<const Stage*> ImportPlanner::stageOf(const ImportRow& row) const
{
    const QString wanted = row.text(QStringLiteral("stage"));
    const Stage* const stage =
        wanted.isEmpty() ? m_draft.catalogue().initialStage() : m_draft.catalogue().stage(StageId::fromString(wanted));
    if (stage == nullptr) {
        return invalid(PlanTexts::tr("There is no such stage."));
    }
    return stage;
}

Result<bool> ImportPlanner::addNote(const ImportRow& row, const QString& lead, bool isNew)
{
    if (row.note.isEmpty()) {
        return false;
    }
    if (!isNew) {
        KEYTURN_LET(const std::vector<Record> notes,
                    m_draft.facts().rowsWhere(QStringLiteral("lead_notes"), QStringLiteral("lead_id"), lead));
        const bool there = std::any_of(notes.begin(), notes.end(), [&row](const Record& note) {
            return note.text(QStringLiteral("content")) == row.note;
        });
        if (there) {
            return false;
        }
    }
    const QString id = m_draft.newId();
    m_draft.insert(QStringLiteral("lead_notes"), id, lead,
                   {{QStringLiteral("lead_id"), lead},
                    {QStringLiteral("user_id"), idOrNull(m_draft.actor())},
                    {QStringLiteral("note_type"), QStringLiteral("general")},
                    {QStringLiteral("content"), row.note}});
    LogEntry entry;
    entry.lead = lead;
    entry.type = QStringLiteral("note_added");
    entry.title = QStringLiteral("Note added");
    entry.metadata = {{QStringLiteral("note_id"), id}, {QStringLiteral("note_type"), QStringLiteral("general")}};
    m_draft.log(entry);
    return true;
}

Result<RowOutcome> ImportPlanner::update(const ImportRow& row, const Record& lead)
{
    const QString id = lead.text(QStringLiteral("id"));
    KEYTURN_LET(LeadEdit edit, LeadEdit::of(m_draft, lead));
    std::vector<FieldEdit> fields;
    for (auto value = row.values.cbegin(); value != row.values.cend(); ++value) {
        const bool wanted = m_order.duplicates == Duplicates::Update || edit.text(value.key()).isEmpty();
        if (!isGivenAtBirth(value.key()) && wanted) {
            fields.push_back({value.key(), value.value(), std::nullopt});
        }
    }
    KEYTURN_TRY(edit.apply(fields));
    KEYTURN_TRY(edit.check(id));
    KEYTURN_LET(const std::vector<Record> links,
                m_draft.facts().rowsWhere(QStringLiteral("lead_tags"), QStringLiteral("lead_id"), id));
    bool changed = edit.write(id);
    KEYTURN_LET(const bool tagged, addTags(m_draft, id, row.tags, links, m_madeTags));
    KEYTURN_LET(const bool noted, addNote(row, id, false));
    changed = changed || tagged || noted;
    return RowOutcome{row.line, changed ? RowOutcome::Kind::Updated : RowOutcome::Kind::Skipped, LeadId::fromString(id),
                      changed ? QString() : PlanTexts::tr("Everything in this row is known already.")};
}

Result<RowOutcome> ImportPlanner::create(const ImportRow& row, bool sharesAddress)
{
    KEYTURN_LET(const Stage* const stage, stageOf(row));
    const UserId owner = row.values.contains(QStringLiteral("assigned_to"))
                             ? UserId::fromString(row.text(QStringLiteral("assigned_to")))
                             : m_draft.actor();
    LeadEdit edit(m_draft);
    std::vector<FieldEdit> fields;
    for (auto value = row.values.cbegin(); value != row.values.cend(); ++value) {
        if (!isGivenAtBirth(value.key())) {
            fields.push_back({value.key(), value.value(), std::nullopt});
        }
    }
    const auto add = [&](const char* field, const QVariant& value) {
        fields.push_back({QString::fromLatin1(field), value, std::nullopt});
    };
    if (row.text(QStringLiteral("source")).isEmpty()) {
        add("source", m_order.source);
    }
    if (row.text(QStringLiteral("lead_source")).isEmpty() && !m_order.leadSource.isEmpty()) {
        add("lead_source", m_order.leadSource);
    }
    if (sharesAddress) {
        add("email_shared", qint64(1));
    }
    KEYTURN_TRY(edit.apply(fields));
    const QString id = m_draft.newId();
    KEYTURN_TRY(edit.check(id, LeadEdit::Reach::MayBeMissing));
    Draft::Values more{
        {QStringLiteral("stage_id"), stage->id.toString()},
        {QStringLiteral("stage_entered_at"), m_draft.now().ms},
        {QStringLiteral("assigned_to"), idOrNull(owner)},
        {QStringLiteral("created_by"), idOrNull(m_draft.actor())},
        {QStringLiteral("import_batch_id"), m_order.batch.toString()},
        {QStringLiteral("external_lead_id"), textOrNull(row.text(QStringLiteral("external_lead_id")))},
        {QStringLiteral("raw_data"), textOrNull(row.raw)},
    };
    if (stage->requiresReason) {
        const QString code = row.text(QStringLiteral("exit_reason_code"));
        more.emplace_back(QStringLiteral("exit_reason_code"), code.isEmpty() ? QStringLiteral("other") : code);
        more.emplace_back(QStringLiteral("exit_reason"), code.isEmpty()
                                                             ? QVariant(PlanTexts::tr("Imported as such"))
                                                             : textOrNull(row.text(QStringLiteral("exit_reason"))));
    }
    edit.create(id, more);
    LogEntry entry;
    entry.lead = id;
    entry.type = QStringLiteral("imported");
    entry.title = QStringLiteral("Lead imported");
    entry.metadata = {{QStringLiteral("import_batch_id"), m_order.batch.toString()}};
    if (const QString external = row.text(QStringLiteral("external_lead_id")); !external.isEmpty()) {
        entry.metadata.insert(QStringLiteral("external_id"), external);
    }
    entry.to = stage;
    m_draft.log(entry);
    if (!owner.isNull()) {
        assignLead(m_draft, id, UserId(), owner, QString());
    }
    KEYTURN_LET(const bool tagged, addTags(m_draft, id, row.tags, {}, m_madeTags));
    Q_UNUSED(tagged);
    KEYTURN_LET(const bool noted, addNote(row, id, true));
    Q_UNUSED(noted);
    return RowOutcome{row.line, RowOutcome::Kind::Created, LeadId::fromString(id), {}};
}

// Neither seen nor written by marketing: what is there could not even be compared.
Done ImportPlanner::checkFigures(const ImportRow& row) const
{
    const User* const me = m_draft.catalogue().user(m_draft.actor());
    if (me == nullptr || me->role != QLatin1String("marketing")) {
        return {};
    }
    for (auto value = row.values.cbegin(); value != row.values.cend(); ++value) {
        if (value.key().startsWith(QLatin1String("loan."))) {
            return refused(PlanTexts::tr("Your role does not keep loan figures. Leave those columns out."));
        }
    }
    return {};
}

Result<RowOutcome> ImportPlanner::take(const ImportRow& row)
{
    const bool anyway = m_order.duplicates == Duplicates::Create;
    KEYTURN_TRY(checkFigures(row));
    if (const std::optional<qint64> seen = anyway ? std::nullopt : m_seen.lineOf(m_order, row)) {
        return RowOutcome{row.line, RowOutcome::Kind::Skipped, LeadId(),
                          PlanTexts::tr("The same person stands in line %1 of the file.").arg(*seen)};
    }
    KEYTURN_LET(const std::optional<Record> lead, known(row));
    const bool twice = lead && m_order.duplicates == Duplicates::Skip;
    if (twice) {
        return RowOutcome{row.line, RowOutcome::Kind::Skipped, LeadId::fromString(lead->text(QStringLiteral("id"))),
                          PlanTexts::tr("%1 is here already.").arg(lead->text(QStringLiteral("name")))};
    }
    const bool seenAddress = m_seen.hasAddress(row.text(QStringLiteral("email")));
    const bool sharesAddress =
        anyway &&
        (seenAddress ||
         (lead &&
          lead->text(QStringLiteral("email")).compare(row.text(QStringLiteral("email")), Qt::CaseInsensitive) == 0));
    Result<RowOutcome> outcome = lead && !anyway ? update(row, *lead) : create(row, sharesAddress);
    if (outcome) {
        m_seen.add(m_order, row);
    }
    return outcome;
}

/// What an import logs about leads that were here before it names the import, so that taking it back can tell its own
/// entries from what people did since.
void nameImport(ChangeSet& changes, ImportBatchId batch)
{
    QSet<QString> made;
    for (const RowChange& row : changes.rows) {
        if (row.kind == RowChange::Kind::Insert && row.table == leadsTable()) {
            made.insert(row.id);
        }
    }
    for (RowChange& row : changes.rows) {
        if (!made.contains(row.leadId)) {
            markAsOf(row, batch);
        }
    }
}

} // namespace

Result<ImportPlan> planImport(const ImportOrder& order, Facts& facts, const PlanContext& context)
{
    KEYTURN_LET(Draft draft, Draft::begin(facts, context));
    ImportPlanner planner(draft, order);
    ImportPlan made;
    for (const ImportRow& row : order.rows) {
        Result<RowOutcome> outcome = planner.take(row);
        if (!outcome && !isOfTheRow(outcome.error())) {
            return fail(outcome.error());
        }
        made.outcomes.push_back(
            outcome ? *outcome : RowOutcome{row.line, RowOutcome::Kind::Failed, LeadId(), outcome.error().message});
    }
    const auto created = std::count_if(made.outcomes.begin(), made.outcomes.end(), [](const RowOutcome& outcome) {
        return outcome.kind == RowOutcome::Kind::Created;
    });
    made.changes =
        draft.finish(QStringLiteral("import_leads"),
                     PlanTexts::tr("%Ln leads imported", nullptr, static_cast<int>(created)), ChangeSet::Origin::Local);
    nameImport(made.changes, order.batch);
    return made;
}

} // namespace keyturn
