// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogue.h"
#include "models/domain/timeline_entry.h"

#include <QString>

namespace keyturn {

/// What kind of thing a timeline entry is, for the filter bar.
enum class TimelineGroup { All, Calls, Mail, Notes, Stages, Tasks, System };

/// A timeline entry as a sentence: "<b>Hannah Brandt</b> moved this lead from House hunting to <b>Under contract</b>".
struct TimelineSentence
{
    QString actor;  ///< "Hannah Brandt", "Keyturn", "Web form"
    QString text;   ///< the rest, without the actor: "called, 8 min, reached"
    QString object; ///< the part of `text` at its end that deserves emphasis; may be empty
    QString detail; ///< longer text below: call notes, the note's text; may be empty, may have several lines
    QString icon;   ///< icon name

    /// Actor and text as one plain line.
    [[nodiscard]] QString line() const;
};

/// Composes the sentence from type and metadata, for the whole catalogue of data-model.md 6. Pure; `lead` is the first
/// name used in "called Rosa".
TimelineSentence timelineSentence(const TimelineEntry& entry, const Catalogue& catalogue, const QString& lead);

[[nodiscard]] TimelineGroup timelineGroup(const QString& activityType);
/// The activity types of a group; empty for All.
[[nodiscard]] QStringList timelineTypes(TimelineGroup group);
/// "8 min", "45 s", "1 h 5 min"
[[nodiscard]] QString durationText(int seconds);

} // namespace keyturn
