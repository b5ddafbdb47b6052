// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"

#include <QStringList>

#include <vector>

namespace keyturn {

struct DuplicateQuery
{
    int limit = 500; ///< pairs; the report counts all of them
};

/// Two live leads that are likely the same person.
struct DuplicatePair
{
    LeadId first; ///< the older one
    LeadId second;
    int score = 0;       ///< 1 … 100, the higher the likelier
    QStringList reasons; ///< by their keys: "email", "phone", "external_id", "name_and_city" …
};

struct DuplicateReport
{
    std::vector<DuplicatePair> pairs; ///< likeliest first
    int total = 0;                    ///< of the whole book, however many are listed
};

} // namespace keyturn
