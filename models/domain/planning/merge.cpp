// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/phone.h"
#include "models/domain/planner.h"
#include "models/domain/planning/consents.h"
#include "models/domain/planning/family.h"
#include "models/domain/planning/groups.h"
#include "models/domain/planning/merge_fields.h"
#include "models/domain/schema.h"

#include <QSet>

#include <algorithm>

namespace keyturn {

namespace {

const QString& leadsTable()
{
    static const QString name = QStringLiteral("leads");
    return name;
}

const QString& leadColumn()
{
    static const QString name = QStringLiteral("lead_id");
    return name;
}

const QString& idColumn()
{
    static const QString name = QStringLiteral("id");
    return name;
}

/// Makes one lead of two. Rows that can change hands do; the log cannot, and is read together from then on.
class Merger
{
public:
    Merger(Draft& draft, Record keep, Record other)
        : m_draft(draft)
        , m_keep(std::move(keep))
        , m_other(std::move(other))
        , m_keepId(m_keep.text(idColumn()))
        , m_otherId(m_other.text(idColumn()))
        , m_owner(UserId::fromString(m_keep.text(QStringLiteral("assigned_to"))))
    {}

    Done run(QStringList fromOther);

private:
    Done removeOther();
    Done moveChildren();
    Done moveTags();
    Done moveContacts();
    void giveUpRole(const Record& link, const Record& twin, bool hasPrimary);
    Done takeOver(const QStringList& fromOther, bool stage, bool owner);
    void takeStage();
    Done takeOwner(bool byName);
    void handOverOther();
    void log() const;
    [[nodiscard]] Result<std::vector<Record>> rowsOf(const QString& table, const QString& lead) const
    {
        return m_draft.facts().rowsWhere(table, leadColumn(), lead);
    }

    Draft& m_draft;
    const Record m_keep;
    const Record m_other;
    const QString m_keepId;
    const QString m_otherId;
    UserId m_owner;      ///< of the kept lead, in the end
    QJsonObject m_moved; ///< table → how many rows
};

// First of all: the unique address and the id at the source must be free before the kept lead takes them over.
Done Merger::removeOther()
{
    m_draft.update(leadsTable(), m_other, m_otherId,
                   {{QStringLiteral("deleted_at"), m_draft.now().ms}, {QStringLiteral("duplicate_of_id"), m_keepId}});
    KEYTURN_LET(const std::vector<Record> earlier,
                m_draft.facts().rowsAmong(leadsTable(), QStringLiteral("duplicate_of_id"), {m_otherId},
                                          {idColumn(), QStringLiteral("version"), QStringLiteral("duplicate_of_id")}));
    for (const Record& lead : earlier) {
        if (lead.text(idColumn()) != m_keepId) {
            m_draft.update(leadsTable(), lead, lead.text(idColumn()), {{QStringLiteral("duplicate_of_id"), m_keepId}});
        }
    }
    if (m_keep.text(QStringLiteral("duplicate_of_id")) == m_otherId) {
        m_draft.update(leadsTable(), m_keep, m_keepId, {{QStringLiteral("duplicate_of_id"), QVariant()}});
    }
    return {};
}

// Whatever hangs on a lead and can be removed can change hands too, also what later versions bring.
Done Merger::moveChildren()
{
    static const QSet<QString> apart{QStringLiteral("lead_tags"), QStringLiteral("lead_contacts")};
    for (const TableSpec& table : tableSpecs()) {
        if (!table.hasDeletedAt() || !table.hasColumn(leadColumn()) || apart.contains(table.name)) {
            continue;
        }
        KEYTURN_LET(const std::vector<Record> rows, rowsOf(table.name, m_otherId));
        for (const Record& row : rows) {
            m_draft.update(table.name, row, m_keepId, {{leadColumn(), m_keepId}});
        }
        if (!rows.empty()) {
            m_moved.insert(table.name, qint64(rows.size()));
        }
    }
    return {};
}

Done Merger::moveTags()
{
    const QString table = QStringLiteral("lead_tags");
    const QString tag = QStringLiteral("tag_id");
    KEYTURN_LET(const std::vector<Record> mine, rowsOf(table, m_keepId));
    KEYTURN_LET(const std::vector<Record> theirs, rowsOf(table, m_otherId));
    for (const Record& link : theirs) {
        const bool has = std::any_of(mine.begin(), mine.end(),
                                     [&](const Record& known) { return known.text(tag) == link.text(tag); });
        if (!has) {
            m_draft.update(table, link, m_keepId, {{leadColumn(), m_keepId}});
        }
    }
    return {};
}

/// The same person on both sides keeps one part: the one that says more.
void Merger::giveUpRole(const Record& link, const Record& twin, bool hasPrimary)
{
    const QString role = QStringLiteral("role");
    const QString notes = QStringLiteral("notes");
    Draft::Values values;
    if (twin.text(role) == QLatin1String("other") && link.text(role) != QLatin1String("primary")) {
        values.emplace_back(role, link.value(role));
    }
    if (twin.text(notes).isEmpty()) {
        values.emplace_back(notes, link.value(notes));
    } else if (!link.text(notes).isEmpty() && !twin.text(notes).contains(link.text(notes))) {
        values.emplace_back(notes, QString(twin.text(notes) + u'\n' + link.text(notes)));
    }
    if (link.flag(QStringLiteral("is_primary")) && !hasPrimary) {
        values.emplace_back(QStringLiteral("is_primary"), flagValue(true));
    }
    m_draft.update(QStringLiteral("lead_contacts"), twin, m_keepId, values);
}

Done Merger::moveContacts()
{
    const QString table = QStringLiteral("lead_contacts");
    const QString contact = QStringLiteral("contact_id");
    const QString primary = QStringLiteral("is_primary");
    KEYTURN_LET(const std::vector<Record> mine, rowsOf(table, m_keepId));
    KEYTURN_LET(const std::vector<Record> theirs, rowsOf(table, m_otherId));
    const bool hasPrimary =
        std::any_of(mine.begin(), mine.end(), [&](const Record& link) { return link.flag(primary); });
    qint64 moved = 0;
    for (const Record& link : theirs) {
        const auto twin = std::find_if(mine.begin(), mine.end(),
                                       [&](const Record& known) { return known.text(contact) == link.text(contact); });
        if (twin != mine.end()) {
            giveUpRole(link, *twin, hasPrimary);
            continue;
        }
        Draft::Values values{{leadColumn(), m_keepId}};
        if (hasPrimary && link.flag(primary)) {
            values.emplace_back(primary, flagValue(false));
            if (link.text(QStringLiteral("role")) == QLatin1String("primary")) {
                values.emplace_back(QStringLiteral("role"), QStringLiteral("other"));
            }
        }
        m_draft.update(table, link, m_keepId, values);
        ++moved;
    }
    if (moved > 0) {
        m_moved.insert(table, moved);
    }
    return {};
}

void Merger::takeStage()
{
    const QString stage = QStringLiteral("stage_id");
    const Stage* const from = m_draft.catalogue().stage(StageId::fromString(m_keep.text(stage)));
    const Stage* const to = m_draft.catalogue().stage(StageId::fromString(m_other.text(stage)));
    if (to == nullptr || from == to) {
        return;
    }
    Draft::Values values{{stage, m_other.value(stage)}, {QStringLiteral("stage_entered_at"), m_draft.now().ms}};
    for (const char* column : {"exit_reason_code", "exit_reason", "nurture_until"}) {
        values.emplace_back(QString::fromLatin1(column), m_other.value(QString::fromLatin1(column)));
    }
    m_draft.update(leadsTable(), m_keep, m_keepId, values);
    LogEntry entry;
    entry.lead = m_keepId;
    entry.type = QStringLiteral("status_changed");
    entry.title = from != nullptr
                      ? QString(QStringLiteral("Moved from ") + from->name + QStringLiteral(" to ") + to->name)
                      : QString(QStringLiteral("Moved to ") + to->name);
    entry.description = m_other.text(QStringLiteral("exit_reason"));
    const Instant entered{m_keep.integer(QStringLiteral("stage_entered_at"))};
    entry.metadata = {{QStringLiteral("days_in_stage"), (m_draft.now() - entered) / msPerDay}};
    if (const QString code = m_other.text(QStringLiteral("exit_reason_code")); !code.isEmpty()) {
        entry.metadata.insert(QStringLiteral("reason_code"), code);
    }
    entry.from = from;
    entry.to = to;
    m_draft.log(entry);
}

Done Merger::takeOwner(bool byName)
{
    const QString column = QStringLiteral("assigned_to");
    const UserId before = UserId::fromString(m_keep.text(column));
    const UserId after = UserId::fromString(m_other.text(column));
    if (before == after || (!byName && (!before.isNull() || after.isNull()))) {
        return {};
    }
    const User* const owner = m_draft.catalogue().user(after);
    if (!after.isNull() && (owner == nullptr || !owner->isActive)) {
        return byName ? Done(refused(PlanTexts::tr("The lead's owner does not work here."))) : Done();
    }
    m_draft.update(leadsTable(), m_keep, m_keepId, {{column, idOrNull(after)}});
    assignLead(m_draft, m_keepId, before, after, QString());
    m_owner = after;
    return {};
}

// Whoever has the kept lead reads the log of both: on a team's server people see what is theirs.
void Merger::handOverOther()
{
    const QString column = QStringLiteral("assigned_to");
    const UserId before = UserId::fromString(m_other.text(column));
    if (before != m_owner) {
        m_draft.update(leadsTable(), m_other, m_otherId, {{column, idOrNull(m_owner)}});
        assignLead(m_draft, m_otherId, before, m_owner, QString());
    }
}

Done Merger::takeOver(const QStringList& fromOther, bool stage, bool owner)
{
    KEYTURN_LET(LeadEdit edit, LeadEdit::of(m_draft, m_keep));
    KEYTURN_LET(const WholeLead other, WholeLead::of(m_draft, m_other));
    KEYTURN_TRY(takeFields(edit, m_draft, other, fromOther));
    KEYTURN_TRY(edit.check(m_keepId, LeadEdit::Reach::Needed, m_otherId));
    if (stage) {
        takeStage();
    }
    KEYTURN_TRY(takeOwner(owner));
    edit.write(m_keepId);
    return {};
}

// Both sides name each other. The kept one's entry is the one that its timeline shows, and stands out.
void Merger::log() const
{
    const QString keepName = m_keep.text(QStringLiteral("name"));
    const QString otherName = m_other.text(QStringLiteral("name"));
    LogEntry entry;
    entry.type = QStringLiteral("lead_merged");
    entry.lead = m_otherId;
    entry.title = QStringLiteral("Merged into ") + keepName;
    entry.metadata = {{QStringLiteral("kept_lead_id"), m_keepId}, {QStringLiteral("kept_name"), keepName}};
    m_draft.log(entry);
    entry.lead = m_keepId;
    entry.title = QStringLiteral("Merged with ") + otherName;
    entry.metadata = {{QStringLiteral("merged_lead_id"), m_otherId}, {QStringLiteral("merged_name"), otherName}};
    // An address that nobody chose is still one that somebody may look for: what the entry says can be found.
    QStringList reachedBy;
    for (const char* column : {"email", "phone", "mobile"}) {
        if (const QString way = m_other.text(QString::fromLatin1(column)); !way.isEmpty()) {
            reachedBy.append(formatPhone(way));
        }
    }
    entry.description = reachedBy.join(QStringLiteral(", "));
    if (!reachedBy.isEmpty()) {
        entry.metadata.insert(QStringLiteral("merged_addresses"), entry.description);
    }
    if (!m_moved.isEmpty()) {
        entry.metadata.insert(QStringLiteral("moved"), m_moved);
    }
    entry.highlight = true;
    m_draft.log(entry);
}

Done Merger::run(QStringList fromOther)
{
    const auto takeOut = [&fromOther](const QStringList& names) {
        return fromOther.removeIf([&](const QString& name) { return names.contains(name.trimmed()); }) > 0;
    };
    const bool stage = takeOut({QStringLiteral("stage"), QStringLiteral("stage_id")});
    const bool owner = takeOut({QStringLiteral("assigned_to"), QStringLiteral("owner")});
    KEYTURN_TRY(removeOther());
    KEYTURN_TRY(moveChildren());
    KEYTURN_TRY(moveTags());
    KEYTURN_TRY(moveContacts());
    KEYTURN_TRY(takeOver(fromOther, stage, owner));
    handOverOther();
    KEYTURN_TRY(joinConsents(m_draft, m_keepId, m_otherId));
    log();
    return {};
}

} // namespace

Result<QString> planInto(Draft& draft, const MergeLeads& command)
{
    if (command.keep == command.other) {
        return invalid(PlanTexts::tr("A lead cannot be merged with itself."));
    }
    KEYTURN_LET(Record keep, draft.lead(command.keep));
    KEYTURN_LET(Record other, draft.lead(command.other));
    const QString names =
        PlanTexts::tr("%1 merged into %2").arg(other.text(QStringLiteral("name")), keep.text(QStringLiteral("name")));
    KEYTURN_TRY(Merger(draft, std::move(keep), std::move(other)).run(command.fromOther));
    return names;
}

} // namespace keyturn
