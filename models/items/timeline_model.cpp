// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/timeline_model.h"

#include "models/items/day_frame.h"
#include "models/items/moment_text.h"
#include "models/items/role_names.h"
#include "models/workspace/when_ready.h"

#include <algorithm>

namespace keyturn {

namespace {

bool isNewer(const TimelineEntry& a, const TimelineEntry& b)
{
    return a.occurredAt != b.occurredAt ? a.occurredAt > b.occurredAt : a.id.toString() > b.id.toString();
}

} // namespace

TimelineModel::TimelineModel(Workspace& workspace, QObject* parent)
    : QAbstractListModel(parent)
    , m_workspace(workspace)
    , m_zone(userZone(workspace.catalogue()))
{
    connect(&workspace, &Workspace::changed, this, &TimelineModel::onChanged);
    connect(&workspace, &Workspace::replaced, this, [this] {
        if (!m_lead.isNull()) {
            fetch(true);
        }
    });
    connect(&workspace, &Workspace::catalogueChanged, this, [this] {
        m_zone = userZone(m_workspace.catalogue());
        touchAll();
    });
}

TimelineModel::~TimelineModel() = default;

void TimelineModel::touchAll()
{
    if (!m_entries.empty()) {
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_entries.size()) - 1));
    }
}

void TimelineModel::setLead(LeadId lead)
{
    if (lead != m_lead) {
        m_lead = lead;
        m_leadName.clear();
        restart();
    }
}

void TimelineModel::setLeadName(const QString& name)
{
    if (name != m_leadName) {
        m_leadName = name;
        touchAll();
    }
}

void TimelineModel::setGroup(TimelineGroup group)
{
    if (group != m_group) {
        m_group = group;
        restart();
    }
}

void TimelineModel::setHighlightsOnly(bool only)
{
    if (only != m_highlightsOnly) {
        m_highlightsOnly = only;
        restart();
    }
}

void TimelineModel::setSearch(const QString& text)
{
    if (text.trimmed() != m_search) {
        m_search = text.trimmed();
        restart();
    }
}

TimelineQuery TimelineModel::query() const
{
    TimelineQuery query;
    query.lead = m_lead;
    query.types = timelineTypes(m_group);
    query.highlightsOnly = m_highlightsOnly;
    query.text = m_search;
    return query;
}

void TimelineModel::restart()
{
    ++m_generation;
    m_refreshAgain = false;
    m_pending.clear();
    if (!m_entries.empty()) {
        beginRemoveRows({}, 0, static_cast<int>(m_entries.size()) - 1);
        m_entries.clear();
        endRemoveRows();
    }
    m_next = {};
    m_atEnd = m_lead.isNull();
    m_loading = false;
    if (!m_lead.isNull()) {
        fetch(false);
    } else {
        Q_EMIT loadingChanged(false);
    }
}

void TimelineModel::fetch(bool newest)
{
    if (m_loading) {
        m_refreshAgain = m_refreshAgain || newest;
        return;
    }
    m_loading = true;
    Q_EMIT loadingChanged(true);
    TimelineQuery wanted = query();
    if (!newest) {
        wanted.before = m_next;
    } else {
        // Everything shown is read again with what came on top: a correction changes an entry far below.
        wanted.limit = std::clamp(static_cast<int>(m_entries.size()) + 20, wanted.limit, refreshLimit);
    }
    const quint64 generation = m_generation;
    whenReady(m_workspace.timeline(wanted), this, [this, generation, newest](const Result<TimelinePage>& answer) {
        if (generation != m_generation) {
            return;
        }
        m_loading = false;
        if (answer) {
            receive(*answer, newest);
        } else {
            m_atEnd = true; // no endless asking; the next change or filter tries again
            Q_EMIT failed(answer.error());
        }
        Q_EMIT loadingChanged(false);
        if (m_refreshAgain) {
            m_refreshAgain = false;
            fetch(true);
        }
    });
}

void TimelineModel::receive(const TimelinePage& page, bool newest)
{
    if (newest) {
        refreshShown(page);
        return;
    }
    m_next = page.next;
    m_atEnd = page.next.isNull();
    std::vector<TimelineEntry> fresh;
    for (const TimelineEntry& entry : page.entries) {
        if (m_entries.empty() || isNewer(m_entries.back(), entry)) {
            fresh.push_back(entry);
        }
    }
    if (!fresh.empty()) {
        const int first = static_cast<int>(m_entries.size());
        beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
        m_entries.insert(m_entries.end(), fresh.begin(), fresh.end());
        endInsertRows();
    }
}

void TimelineModel::refreshShown(const TimelinePage& page)
{
    const bool hadAll = m_atEnd;
    for (const TimelineEntry& entry : page.entries) {
        const auto place = std::lower_bound(m_entries.begin(), m_entries.end(), entry, isNewer);
        const int row = static_cast<int>(place - m_entries.begin());
        if (place != m_entries.end() && place->id == entry.id) {
            if (*place != entry) {
                *place = entry;
                Q_EMIT dataChanged(index(row), index(row));
            }
            continue;
        }
        if (place == m_entries.end() && !hadAll) {
            continue; // older than what is shown: it comes with its page
        }
        beginInsertRows({}, row, row);
        m_entries.insert(place, entry);
        endInsertRows();
        if (row + 1 < static_cast<int>(m_entries.size())) {
            Q_EMIT dataChanged(index(row + 1), index(row + 1), {IsFirstOfDay});
        }
    }
    // What is shown within the span of the answer but not part of it is no longer there (a private note was removed).
    const auto spans = [&](const TimelineEntry& entry) {
        return page.next.isNull() || page.entries.empty() || !isNewer(page.entries.back(), entry);
    };
    for (int row = static_cast<int>(m_entries.size()) - 1; row >= 0; --row) {
        const TimelineEntry& entry = entryAt(row);
        const bool known = std::any_of(page.entries.begin(), page.entries.end(),
                                       [&](const TimelineEntry& other) { return other.id == entry.id; });
        if (!known && spans(entry)) {
            m_pending.remove(entry.id);
            beginRemoveRows({}, row, row);
            m_entries.erase(m_entries.begin() + row);
            endRemoveRows();
            if (row < static_cast<int>(m_entries.size())) {
                Q_EMIT dataChanged(index(row), index(row), {IsFirstOfDay});
            }
        }
    }
    if (m_entries.empty()) {
        m_next = page.next;
        m_atEnd = page.next.isNull();
    }
}

void TimelineModel::addPending(const TimelineEntry& entry)
{
    if (entry.lead != m_lead || m_pending.contains(entry.id)) {
        return;
    }
    m_pending.insert(entry.id);
    const auto place = std::lower_bound(m_entries.begin(), m_entries.end(), entry, isNewer);
    const int row = static_cast<int>(place - m_entries.begin());
    beginInsertRows({}, row, row);
    m_entries.insert(place, entry);
    endInsertRows();
    if (row + 1 < static_cast<int>(m_entries.size())) {
        Q_EMIT dataChanged(index(row + 1), index(row + 1), {IsFirstOfDay});
    }
}

void TimelineModel::dropPending(ActivityId id)
{
    const auto it =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const TimelineEntry& entry) { return entry.id == id; });
    if (!m_pending.remove(id) || it == m_entries.end()) {
        return;
    }
    const int row = static_cast<int>(it - m_entries.begin());
    beginRemoveRows({}, row, row);
    m_entries.erase(it);
    endRemoveRows();
    if (row < static_cast<int>(m_entries.size())) {
        Q_EMIT dataChanged(index(row), index(row), {IsFirstOfDay});
    }
}

void TimelineModel::onChanged(const ChangeSet& changes)
{
    if (m_lead.isNull()) {
        return;
    }
    const QString lead = m_lead.toString();
    // Another lead's whole log came in between, or left again.
    const bool merged = std::any_of(changes.rows.begin(), changes.rows.end(), [&](const RowChange& row) {
        return row.leadId == lead && row.after(QStringLiteral("activity_type")) == QStringLiteral("lead_merged");
    });
    if (merged) {
        restart();
        return;
    }
    const bool concerns = std::any_of(changes.rows.begin(), changes.rows.end(), [&](const RowChange& row) {
        return row.leadId == lead &&
               (row.table == QLatin1String("lead_activities") || row.table == QLatin1String("lead_notes"));
    });
    if (concerns) {
        fetch(true);
    }
}

QDate TimelineModel::dayOf(const TimelineEntry& entry) const
{
    return entry.occurredAt.dateIn(m_zone);
}

bool TimelineModel::isFirstOfDay(std::size_t row) const
{
    return row == 0 || dayOf(m_entries[row]) != dayOf(m_entries[row - 1]);
}

int TimelineModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

bool TimelineModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_atEnd && !m_loading;
}

void TimelineModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent)) {
        fetch(false);
    }
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const TimelineEntry& entry = entryAt(index.row());
    const auto sentence = [&] { return timelineSentence(entry, m_workspace.catalogue(), m_leadName); };
    switch (role) {
    case Qt::DisplayRole:
        return sentence().line();
    case Qt::AccessibleTextRole: {
        const TimelineSentence said = sentence();
        QStringList parts{said.line(), said.detail, data(index, DayText).toString(), data(index, TimeText).toString()};
        if (entry.isHighlight) {
            parts.append(tr("highlight"));
        }
        if (entry.isCorrected) {
            parts.append(tr("corrected"));
        }
        if (entry.isWithdrawn) {
            parts.append(tr("withdrawn"));
        }
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case Id:
        return QVariant::fromValue(entry.id);
    case Type:
        return entry.type;
    case Icon:
        return sentence().icon;
    case Actor:
        return sentence().actor;
    case Sentence:
        return sentence().text;
    case SentenceObject:
        return sentence().object;
    case Detail:
        return sentence().detail;
    case OccurredAt:
        return QVariant::fromValue(entry.occurredAt);
    case TimeText:
        return MomentText::time(entry.occurredAt.inZone(m_zone).time());
    case Day:
        return dayOf(entry);
    case DayText:
        return MomentText::dayHeading(dayOf(entry), m_workspace.clock().now().dateIn(m_zone));
    case IsFirstOfDay:
        return isFirstOfDay(static_cast<std::size_t>(index.row()));
    case Highlight:
        return entry.isHighlight;
    case Corrected:
        return entry.isCorrected;
    case Withdrawn:
        return entry.isWithdrawn;
    case Private:
        return entry.type == QLatin1String("private_note");
    case Backdated:
        return entry.isBackdated;
    case Group:
        return static_cast<int>(timelineGroup(entry.type));
    case Note:
        return QVariant::fromValue(entry.note);
    case Pending:
        return m_pending.contains(entry.id);
    case ActorType:
        return entry.actorType;
    default:
        return {};
    }
}

QHash<int, QByteArray> TimelineModel::roleNames() const
{
    return withRoleNames<Role>(QAbstractListModel::roleNames());
}

} // namespace keyturn
