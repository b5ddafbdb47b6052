// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/instant.h"
#include "models/base/lazy_json.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace keyturn {

/// One entry of a lead's timeline: a row of the append-only log, or one of the reader's own private notes.
struct TimelineEntry
{
    ActivityId id; ///< for a private note: the note's id
    LeadId lead;
    QString type;        ///< activity_type; "private_note" for a private note
    QString title;       ///< one line as logged
    QString description; ///< call notes, SMS text; for note_added the note's present text if the reader may see it
    QString fromStage;   ///< stage keys of a status_changed
    QString toStage;
    LazyJson metadata;
    QString actorType; ///< user, system, ai, external
    UserId createdBy;
    QString actorName;
    NoteId note; ///< note_added: the note it speaks of
    bool isHighlight = false;
    bool isCorrected = false; ///< a later activity_corrected replaced its text
    bool isWithdrawn = false; ///< a later entry took it back
    bool isBackdated = false; ///< logged more than 24 h after it happened
    Instant occurredAt;
    Instant createdAt;

    friend bool operator==(const TimelineEntry&, const TimelineEntry&) = default;
};

/// Position in a timeline: everything strictly older than this pair follows. Null instant: from the newest.
struct TimelineCursor
{
    Instant occurredAt;
    QString id;

    [[nodiscard]] bool isNull() const { return occurredAt.isNull(); }
    [[nodiscard]] QString toString() const;
    static TimelineCursor fromString(const QString& text); ///< a null cursor if it is not one

    friend bool operator==(const TimelineCursor&, const TimelineCursor&) = default;
};

struct TimelineQuery
{
    LeadId lead;
    TimelineCursor before;
    int limit = 50;
    QStringList types; ///< empty: all
    bool highlightsOnly = false;
    QString text; ///< case-insensitive substring of title or description; empty: all
};

struct TimelinePage
{
    std::vector<TimelineEntry> entries; ///< newest first
    TimelineCursor next;                ///< null when the page was the last

    friend bool operator==(const TimelinePage&, const TimelinePage&) = default;
};

} // namespace keyturn
