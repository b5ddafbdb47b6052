// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/day_frame.h"
#include "models/items/lead_store.h"
#include "models/items/lead_view.h"

#include <QVariant>

namespace keyturn {

/// Makes the texts and judgements of a lead for whoever shows it. Cheap enough to be asked for each visible card and
/// each paint.
class LeadPresenter
{
public:
    explicit LeadPresenter(const LeadStore& store)
        : m_store(store)
    {}

    [[nodiscard]] LeadView view(LeadTable::Row row) const;
    /// Answers the roles of LeadRole, DisplayRole (the name), AccessibleTextRole and ToolTipRole; else invalid.
    [[nodiscard]] QVariant data(LeadTable::Row row, int role) const;

    [[nodiscard]] int daysInStage(LeadTable::Row row) const;
    /// Days without any activity.
    [[nodiscard]] int idleDays(LeadTable::Row row) const;
    [[nodiscard]] int rotLevel(LeadTable::Row row) const;

private:
    const LeadStore& m_store;
};

} // namespace keyturn
