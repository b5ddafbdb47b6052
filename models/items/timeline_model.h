// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/domain/timeline_entry.h"
#include "models/items/timeline_text.h"
#include "models/workspace/workspace.h"

#include <QAbstractListModel>
#include <QSet>

#include <vector>

namespace keyturn {

/// The timeline of one lead, newest first, read by pages as somebody scrolls (canFetchMore, fetchMore). What is logged
/// meanwhile appears at its place by time; what is already shown keeps its place.
class TimelineModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        Id = Qt::UserRole + 1, ///< keyturn::ActivityId
        Type,                  ///< activity_type
        Icon,                  ///< icon name
        Actor,
        Sentence,       ///< without the actor
        SentenceObject, ///< its emphasized end
        Detail,
        OccurredAt,   ///< keyturn::Instant
        TimeText,     ///< "2:20 PM"
        Day,          ///< QDate in the user's zone
        DayText,      ///< "Today, Thursday, November 19"
        IsFirstOfDay, ///< bool: a day header stands above this entry
        Highlight,
        Corrected,
        Withdrawn,
        Private,
        Backdated,
        Group,     ///< int of keyturn::TimelineGroup
        Note,      ///< keyturn::NoteId, null if none
        Pending,   ///< bool: submitted, not committed yet
        ActorType, ///< user, system, ai, external
    };
    Q_ENUM(Role)

    explicit TimelineModel(Workspace& workspace, QObject* parent = nullptr);
    ~TimelineModel() override;

    /// Another lead; a null id empties the model.
    void setLead(LeadId lead);
    [[nodiscard]] LeadId lead() const { return m_lead; }
    /// The first name for the sentences; may be set later.
    void setLeadName(const QString& name);

    void setGroup(TimelineGroup group);
    [[nodiscard]] TimelineGroup group() const { return m_group; }
    void setHighlightsOnly(bool only);
    void setSearch(const QString& text);

    /// Shows an entry at once while its command is under way. The committed one takes its place; dropPending takes a
    /// refused one back. `entry.id` is made by the caller.
    void addPending(const TimelineEntry& entry);
    void dropPending(ActivityId id);

    [[nodiscard]] bool isLoading() const { return m_loading; }
    /// Nothing at all is logged that passes the filter.
    [[nodiscard]] bool isEmpty() const { return !m_loading && m_entries.empty(); }
    [[nodiscard]] const TimelineEntry& entryAt(int row) const { return m_entries[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void loadingChanged(bool loading);
    void failed(const keyturn::Error& error);

private:
    void restart();
    void fetch(bool newest);
    void receive(const TimelinePage& page, bool newest);
    void onChanged(const ChangeSet& changes);
    void refreshShown(const TimelinePage& page);
    void touchAll();
    [[nodiscard]] TimelineQuery query() const;
    [[nodiscard]] bool isFirstOfDay(std::size_t row) const;
    [[nodiscard]] QDate dayOf(const TimelineEntry& entry) const;

    /// So many entries are read again at most when something was logged.
    static constexpr int refreshLimit = 400;

    Workspace& m_workspace;
    QTimeZone m_zone;
    LeadId m_lead;
    QString m_leadName;
    TimelineGroup m_group = TimelineGroup::All;
    bool m_highlightsOnly = false;
    QString m_search;
    std::vector<TimelineEntry> m_entries;
    QSet<ActivityId> m_pending;
    TimelineCursor m_next;
    bool m_atEnd = true;
    bool m_loading = false;
    bool m_refreshAgain = false;
    quint64 m_generation = 0;
};

} // namespace keyturn
