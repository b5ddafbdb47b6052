// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/table_row.h"

namespace keyturn {

QStringList TableRow::cells() const
{
    QStringList all;
    all.reserve(size());
    for (int index = 0; index < size(); ++index) {
        all.append(cell(index).toString());
    }
    return all;
}

} // namespace keyturn
