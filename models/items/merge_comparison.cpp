// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/merge_comparison.h"

#include "models/domain/merge_rules.h"
#include "models/workspace/when_ready.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace keyturn {

namespace {

using Side = MergeComparison::Side;

Side opposite(Side side)
{
    return side == MergeComparison::Left ? MergeComparison::Right : MergeComparison::Left;
}

bool isNothing(const QVariant& value)
{
    return !value.isValid() || (value.typeId() == QMetaType::QString && value.toString().isEmpty());
}

/// What a merge sees to by itself, or what comes along with another field.
bool isDecidedElsewhere(const QString& field)
{
    static const QSet<QString> fields{
        QStringLiteral("first_name"),       QStringLiteral("last_name"),     QStringLiteral("email_shared"),
        QStringLiteral("do_not_contact"),   QStringLiteral("nurture_until"), QStringLiteral("loan.fico_band"),
        QStringLiteral("external_lead_id"),
    };
    return fields.contains(field);
}

/// Fields that are read-only in a form, but of which a merge may take either.
bool isTakenWhole(const QString& field)
{
    return field == QLatin1String("stage") || field == QLatin1String("assigned_to");
}

} // namespace

MergeComparison::MergeComparison(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet& changes) {
        const std::vector<LeadId> touched = changes.leads();
        const bool concerns = std::ranges::any_of(m_leads, [&touched](LeadId lead) {
            return !lead.isNull() && std::ranges::find(touched, lead) != touched.end();
        });
        if (concerns) {
            load();
        }
    });
    connect(&workspace, &Workspace::replaced, this, &MergeComparison::load);
}

MergeComparison::~MergeComparison() = default;

void MergeComparison::setLeads(LeadId left, LeadId right)
{
    if (m_leads == std::array{left, right}) {
        return;
    }
    m_leads = {left, right};
    m_details = {};
    m_rows.clear();
    m_choices.clear();
    m_kept = Left;
    m_keptByHand = false;
    m_loaded = false;
    Q_EMIT changed();
    load();
}

void MergeComparison::load()
{
    const quint64 generation = ++m_generation;
    m_arrived = {};
    if (m_leads[Left].isNull() || m_leads[Right].isNull()) {
        return;
    }
    for (const Side side : {Left, Right}) {
        whenReady(m_workspace.lead(m_leads[side]), this, [this, side, generation](const Result<LeadDetail>& answer) {
            if (generation != m_generation) {
                return;
            }
            const bool missing = !answer && answer.error().kind == Error::Kind::Invalid;
            if (missing ||
                (answer && (answer->id != m_leads[side] || !answer->lead.isNull(QStringLiteral("deleted_at"))))) {
                setLeads({}, {});
                Q_EMIT gone();
            } else if (answer) {
                receive(side, *answer);
            } else if (answer.error().kind != Error::Kind::Cancelled) {
                Q_EMIT failed(answer.error());
            }
        });
    }
}

void MergeComparison::receive(Side side, const LeadDetail& detail)
{
    m_details[side] = detail;
    m_arrived[side] = true;
    if (!m_arrived[opposite(side)]) {
        return;
    }
    m_loaded = true;
    if (!m_keptByHand) {
        m_kept = m_details[Right].activityCount > m_details[Left].activityCount ? Right : Left;
    }
    makeRows();
    Q_EMIT changed();
}

QString MergeComparison::textOf(const LeadField& field, const QVariant& value) const
{
    return isNothing(value) ? QString() : formatField(field, value, m_workspace.catalogue());
}

void MergeComparison::makeRows()
{
    const Side other = opposite(m_kept);
    std::vector<LeadField> fields = leadFields();
    for (const LeadField& custom : customLeadFields(m_workspace.catalogue())) {
        fields.push_back(custom);
    }
    const auto valueOf = [this](Side side, const QString& field) {
        return m_details[side].value(field == QLatin1String("stage") ? QStringLiteral("stage_id") : field);
    };
    m_rows.clear();
    for (const LeadField& field : fields) {
        if (isDecidedElsewhere(field.name) || (field.readOnly && !isTakenWhole(field.name))) {
            continue;
        }
        const QVariant left = valueOf(Left, field.name);
        const QVariant right = valueOf(Right, field.name);
        if (isNothing(left) && isNothing(right)) {
            continue;
        }
        Row row;
        row.field = field.name;
        row.label = field.label;
        row.texts = {textOf(field, left), textOf(field, right)};
        const bool same = left == right || (isNothing(left) && isNothing(right));
        const bool filled = !same && isFilledIn(
                                         field.name, [&](const QString& name) { return valueOf(m_kept, name); },
                                         [&](const QString& name) { return valueOf(other, name); });
        const bool onlyKept = isNothing(other == Left ? left : right);
        row.kind = same ? Row::Kind::Same : filled || onlyKept ? Row::Kind::OneKnows : Row::Kind::Differs;
        row.chosen = filled ? other : same || onlyKept ? m_kept : m_choices.value(field.name, m_kept);
        m_rows.push_back(row);
    }
}

void MergeComparison::keep(Side side)
{
    m_keptByHand = true;
    if (m_kept != side) {
        m_kept = side;
        makeRows();
        Q_EMIT changed();
    }
}

void MergeComparison::choose(const QString& field, Side side)
{
    const auto row = std::ranges::find(m_rows, field, &Row::field);
    if (row == m_rows.end() || row->kind != Row::Kind::Differs) {
        return;
    }
    m_choices.insert(field, side);
    if (row->chosen != side) {
        row->chosen = side;
        Q_EMIT changed();
    }
}

MergeComparison::Following MergeComparison::following() const
{
    const LeadDetail& kept = m_details[m_kept];
    const LeadDetail& other = m_details[opposite(m_kept)];
    Following following;
    following.activities = other.activityCount;
    following.notes = static_cast<int>(other.notes.size());
    following.tasks = static_cast<int>(other.tasks.size());
    following.documents = static_cast<int>(other.documents.size());
    following.contacts = static_cast<int>(std::ranges::count_if(other.contacts, [&kept](const ContactLink& link) {
        return std::ranges::find(kept.contacts, link.contact, &ContactLink::contact) == kept.contacts.end();
    }));
    following.tags = static_cast<int>(
        std::ranges::count_if(other.tags, [&kept](const QString& tag) { return !kept.tags.contains(tag); }));
    const QString mark = QStringLiteral("do_not_contact");
    following.doNotContact = other.lead.flag(mark) && !kept.lead.flag(mark);
    return following;
}

MergeLeads MergeComparison::command() const
{
    MergeLeads command;
    command.keep = m_leads[m_kept];
    command.other = m_leads[opposite(m_kept)];
    for (const Row& row : m_rows) {
        if (row.kind == Row::Kind::Differs && row.chosen != m_kept) {
            command.fromOther.append(row.field);
        }
    }
    return command;
}

} // namespace keyturn
