// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/items/lead_store.h"

#include <QAbstractItemModel>

#include <memory>

namespace keyturn {

/// The working list of the day as a tree: sections (new leads, rate locks and closings, overdue and due, silent leads)
/// and the rows in them, each with its reason and its one action. A section without rows is left out. Actions and
/// snoozing are commands; a row goes away when the book says so.
class TodayModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Section { NewLeads, LocksAndClosings, Due, Silent };
    Q_ENUM(Section)
    /// What the row's button does. Call and Open are for the page to carry out; Complete is this model's `act`.
    enum class Action { Call, Complete, Open };
    Q_ENUM(Action)

    enum Role {
        SectionValue = Qt::UserRole + 1, ///< int of Section
        IsSection,
        SectionTitle,
        SectionCount, ///< qint64, exact even if not all rows are listed
        SectionHint,  ///< "3 late"
        Lead,         ///< keyturn::LeadId, null for a task about nobody
        Task,         ///< keyturn::TaskId, null if the row is not a task
        Name,
        Reason,       ///< "Web form 3 minutes ago"
        ReasonIsLate, ///< bool
        Icon,
        Tone, ///< 0 neutral, 1 accent, 2 amber, 3 red
        AmountText,
        ProgramText,   ///< "Conv 30, purchase", or stage and days
        LocalTimeText, ///< "6:42 AM in California", empty if unknown
        OutsideHours,  ///< bool: calls are not permitted there now
        OpensText,     ///< "opens 10:00 AM", by the user's clock; empty while permitted
        ActionValue,   ///< int of Action
        ActionText,    ///< "Call", "Call at 10:00", "Done"
        Phone,
        TemperatureValue,
        LockDaysLeft, ///< int, invalid if none
        CanSnooze,
        DaysSilent, ///< int, -1: never contacted
        StageName,
        DueAt, ///< keyturn::Instant, null if none
        Pending,
    };
    Q_ENUM(Role)

    explicit TodayModel(LeadStore& store, QObject* parent = nullptr);
    ~TodayModel() override;

    /// Reads the lists again; also done by itself after changes, at midnight and every minute for what time changes.
    void refresh();
    [[nodiscard]] bool isLoaded() const;
    /// Rows that want something done: the badge on the rail. Silent leads do not count.
    [[nodiscard]] int badge() const;
    [[nodiscard]] int lateCount() const;
    [[nodiscard]] const TodayLists& lists() const;
    [[nodiscard]] int snoozedToday() const;
    static constexpr int silentDays = 7;

    /// Ticks a task off. Nothing for rows of another action.
    void act(const QModelIndex& index);
    /// A task: due tomorrow at the same time. A lead without one: a follow-up task for tomorrow.
    void snooze(const QModelIndex& index);
    /// The next row in reading order across sections, or the last one.
    [[nodiscard]] QModelIndex next(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex previous(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex first() const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countsChanged();
    void loaded();
    void failed(const keyturn::Error& error);
    void done(const keyturn::ChangeSet& changes);

private:
    class Impl;
    friend class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace keyturn
