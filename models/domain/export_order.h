// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"

#include <QString>

#include <optional>
#include <vector>

namespace keyturn {

/// What is written to a file, and how.
struct ExportOrder
{
    enum class What { Leads, Activities, Book };
    enum class Format { Csv, VCard, Zip };

    What what = What::Leads;
    Format format = Format::Csv;
    QString file;                             ///< absolute path; replaced only when the new one is whole
    std::optional<std::vector<LeadId>> leads; ///< Leads, Activities: these only, in this order
};

struct ExportOutcome
{
    QString file;
    qint64 rows = 0; ///< records written, headers not counted
    qint64 bytes = 0;
};

} // namespace keyturn
