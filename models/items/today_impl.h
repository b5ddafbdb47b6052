// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lead_presenter.h"
#include "models/items/today_model.h"
#include "models/items/today_row.h"

#include <QSet>
#include <QTimer>

namespace keyturn {

/// The sections behind a TodayModel and the words of their rows.
class TodayModel::Impl
{
public:
    struct Block
    {
        Section section = Section::NewLeads;
        std::vector<TodayRow> rows;
        qint64 count = 0;
    };

    Impl(TodayModel& model, LeadStore& leads);

    void refresh();
    void receive(const TodayLists& answer);
    [[nodiscard]] int positionOf(Section section) const; ///< -1 if it is not shown
    [[nodiscard]] const TodayRow* rowAt(const QModelIndex& index) const;
    [[nodiscard]] QVariant sectionData(const Block& block, int role) const;
    [[nodiscard]] QVariant rowData(const Block& block, const TodayRow& row, int role) const;
    void submit(const keyturn::Command& command, const QString& key);
    [[nodiscard]] int late(const Block& block) const;

    TodayModel& q;
    LeadStore& store;
    LeadPresenter presenter;
    TodayLists lists;
    std::vector<Block> blocks;
    QSet<QString> pending;
    QSet<QString> snoozed; ///< rows put off today
    int snoozedCount = 0;
    int hiddenLate = 0; ///< late tasks beyond those that are listed
    bool isLoaded = false;

private:
    void show(Section section, std::vector<TodayRow> rows, qint64 count);
    [[nodiscard]] QString reason(const Block& block, const TodayRow& row) const;
    [[nodiscard]] bool isLate(const TodayRow& row) const;

    QDate m_day;
    quint64 m_generation = 0;
    QTimer m_soon;
};

} // namespace keyturn
