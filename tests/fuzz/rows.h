// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/table_reader.h"

#include <QStringList>

#include <vector>

namespace keyturn::fuzz {

/// Reads to the end, checks what every reader promises, and has the first rows understood as leads under the mapping
/// that they suggest. `most` rows can be in it at all.
void readAndUnderstand(TableReader& reader, qsizetype most);

/// A file with these bytes that lives as long as the next call.
QString fileWith(QByteArrayView bytes, const char* ending);

} // namespace keyturn::fuzz
