// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"

#include <QMetaType>
#include <QStringList>

#include <vector>

namespace keyturn {

/// Somebody looked at two leads and said that they are two people, or took that back.
struct DuplicateDecision
{
    LeadId first;
    LeadId second;
    bool apart = true;

    friend bool operator==(const DuplicateDecision&, const DuplicateDecision&) = default;
};

/// Where that is kept: a list of ids in the metadata of one of the two leads, so that it travels with the book, reaches
/// the colleagues and is taken back like everything else.
constexpr const char* apartMark = "apart_from";

struct DuplicateQuery
{
    int limit = 500; ///< pairs; the report counts all of them
    /// Remembered for good before the search, which leaves such pairs out; each call is one change that can be undone.
    std::vector<DuplicateDecision> decisions = {};
};

/// Two live leads that are likely the same person.
struct DuplicatePair
{
    LeadId first; ///< the older one
    LeadId second;
    QString firstName; ///< display name of the first lead
    QString secondName;
    int score = 0;       ///< 1 … 99, the higher the likelier
    QStringList reasons; ///< by their keys, as in likeness.h

    friend bool operator==(const DuplicatePair&, const DuplicatePair&) = default;
};

struct DuplicateReport
{
    std::vector<DuplicatePair> pairs; ///< likeliest first
    int total = 0;                    ///< of the whole book, however many are listed
};

} // namespace keyturn

Q_DECLARE_METATYPE(keyturn::DuplicatePair)
