// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace keyturn {

/// A row number and what it is sorted by.
struct KeyedRow
{
    quint64 key = 0;
    quint32 row = 0;
};

/// Sorts by `key`, ascending; rows with the same key keep their order. Counts digits instead of comparing: a hundred
/// thousand rows take a millisecond or two, less if their keys are alike in some bytes.
void sortByKey(std::vector<KeyedRow>& rows);

} // namespace keyturn
