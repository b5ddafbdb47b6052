// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/domain/work_watch.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace keyturn {

/// What is written to a file, and how.
struct ExportOrder
{
    enum class What { Leads, Activities, Book };
    enum class Format { Csv, VCard, Zip };

    What what = What::Leads;
    Format format = Format::Csv;                ///< VCard: leads only; the book is always a Zip
    QString file;                               ///< absolute path; replaced only when the new one is whole
    std::optional<std::vector<LeadId>> leads{}; ///< Leads, Activities: these only, in this order
    std::shared_ptr<WorkWatch> watch{};         ///< null: nobody looks, nobody cancels
};

struct ExportOutcome
{
    QString file;
    qint64 rows = 0;        ///< records written, headers not counted
    qint64 bytes = 0;       ///< size of the file
    qint64 leftOutRows = 0; ///< Book: private notes of other people, which never leave
};

} // namespace keyturn
