// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVariant>

#include <vector>

namespace keyturn {

/// Many new rows of one table, as a bulk load takes them: the columns once, then the values in the same order and in
/// the canonical types of Record. Columns that are left out get their defaults. Rows of lead_activities come without
/// their chain columns (device_id, device_seq, prev_hash, hash) and are chained in the order given.
struct RowBatch
{
    QString table;
    QStringList columns;
    std::vector<std::vector<QVariant>> rows;
};

} // namespace keyturn
