// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/domain/lead_table.h"
#include "models/items/day_frame.h"
#include "models/workspace/workspace.h"

#include <QHash>
#include <QSet>
#include <QTimer>

#include <deque>
#include <memory>
#include <vector>

namespace keyturn {

/// The leads of the open book, in memory on the GUI thread, kept true by what the workspace says has changed. Every
/// model of leads reads this one table. Changes arrive in slices of a few milliseconds, one lead at a time, each
/// framed by a pair of signals so that a model can find the old place before the values change.
class LeadStore : public QObject
{
    Q_OBJECT

public:
    using Row = LeadTable::Row;

    explicit LeadStore(Workspace& workspace, QObject* parent = nullptr);
    ~LeadStore() override;

    /// Reads the first cards of each stage, then all leads. Call once.
    void load(int firstPerStage = 12);
    /// True as soon as there is something to show (the first cards).
    [[nodiscard]] bool hasFirst() const { return m_hasFirst; }
    /// True when every live lead is in the table.
    [[nodiscard]] bool isComplete() const { return m_complete; }

    [[nodiscard]] const LeadTable& table() const { return *m_table; }
    [[nodiscard]] const Catalogue& catalogue() const { return m_workspace.catalogue(); }
    [[nodiscard]] Instant now() const { return m_workspace.clock().now(); }
    /// Today, by the user's clock.
    [[nodiscard]] const DayFrame& frame() const;
    [[nodiscard]] Workspace& workspace() const { return m_workspace; }
    /// Exact figures by stage and owner as the store of the book keeps them; what counts until the table is complete.
    [[nodiscard]] const std::vector<StageTotal>& bookTotals() const { return m_totals; }

    [[nodiscard]] bool isPending(LeadId lead) const { return m_pendingOf.contains(lead); }

    /// Moves the leads in the table at once, before anything is committed. Answers a token for confirm or revert.
    quint64 applyPending(const std::vector<LeadId>& leads, StageId stage);
    void confirm(quint64 token);
    /// Puts the leads back and tells why.
    void revert(quint64 token, const Error& reason);
    /// The three in one: moves at once, submits, and confirms or reverts by the answer. `moveDone` or `moveRefused`
    /// follows.
    void move(const MoveStage& command);

Q_SIGNALS:
    void firstLoaded();
    void completed();
    void loadFailed(const keyturn::Error& error);
    /// Another table takes the place of this one (first cards → all leads): rows change their numbers, leads stay.
    void aboutToReplace();
    void replaced();
    void aboutToUpdate(keyturn::LeadTable::Row row);
    void updated(keyturn::LeadTable::Row row, keyturn::StageId oldStage);
    void added(keyturn::LeadTable::Row row);
    void aboutToRemove(keyturn::LeadTable::Row row);
    void removed(keyturn::LeadTable::Row row, keyturn::LeadId lead);
    /// Only how it is shown changed: it became pending, or is no longer.
    void pendingChanged(keyturn::LeadTable::Row row);
    /// All changes that were told so far are in the table.
    void settled();
    /// Stages, people or tags changed.
    void catalogueChanged();
    /// A minute went by: due states, ages and local times may read differently.
    void timePassed();
    void moveDone(const std::vector<keyturn::LeadId>& leads, const keyturn::ChangeSet& changes);
    void moveRefused(const std::vector<keyturn::LeadId>& leads, const keyturn::Error& error);

private:
    struct Pending
    {
        StageId to;
        Instant at;
        QHash<LeadId, std::pair<StageId, Instant>> before;
    };

    void loadAll();
    void receive(const LeadSnapshot& snapshot);
    void onChanged(const ChangeSet& changes);
    void fetch();
    void applySlice();
    void put(LeadCard card);
    void drop(LeadId lead);
    void setStage(Row row, StageId stage, Instant enteredAt);
    std::vector<LeadId> release(quint64 token);

    Workspace& m_workspace;
    std::shared_ptr<LeadTable> m_table;
    std::vector<StageTotal> m_totals;
    bool m_hasFirst = false;
    bool m_complete = false;
    mutable DayFrame m_frame;
    mutable bool m_frameValid = false;
    QHash<quint64, Pending> m_pending;
    QHash<LeadId, quint64> m_pendingOf;
    quint64 m_nextToken = 1;

    // Leads to read again; then the answer, applied in slices.
    QSet<LeadId> m_waiting;
    bool m_fetching = false;
    int m_loads = 0;          ///< questions for all leads under way
    QSet<LeadId> m_meanwhile; ///< changed since: the answer may be older than what was read again
    std::deque<LeadCard> m_arrived;
    std::deque<LeadId> m_gone;
    QTimer m_slice;
    QTimer m_minute;
};

} // namespace keyturn
