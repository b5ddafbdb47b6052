// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/timeline_text.h"

#include <functional>
#include <vector>

namespace keyturn {

/// An entry with all that its sentence may need: the people and stages it speaks of, and the lead's name.
struct TimelineScene
{
    const TimelineEntry& entry;
    const Catalogue& catalogue;
    const QString& lead;

    // Of the entry's metadata, by key.
    [[nodiscard]] QString text(const char* key) const;
    [[nodiscard]] int number(const char* key) const;
    [[nodiscard]] QString person(const char* key) const;
    [[nodiscard]] QString moment(const char* key) const;
    /// The lead's name, or words for it.
    [[nodiscard]] QString who() const;
    /// The name of the stage with this key.
    [[nodiscard]] QString stage(const QString& key) const;
};

/// The words after the actor and, if it deserves emphasis, the end of them.
struct TimelinePhrase
{
    QString text;
    QString object;
};

/// How entries of one type are told.
struct TimelineKind
{
    const char* type;
    const char* icon;
    TimelineGroup group;
    std::function<TimelinePhrase(const TimelineScene&)> compose;
};

/// Every type of entry that this version knows.
const std::vector<TimelineKind>& timelineKinds();

} // namespace keyturn
