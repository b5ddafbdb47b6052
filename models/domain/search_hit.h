// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/instant.h"
#include "models/domain/search_marks.h"

#include <QMetaType>

#include <array>
#include <atomic>
#include <memory>
#include <vector>

namespace keyturn {

/// What can be found, in the order in which it is listed.
enum class SearchKind { Lead, Contact, Note, Activity, Task, Document };
constexpr std::array allSearchKinds{SearchKind::Lead,     SearchKind::Contact, SearchKind::Note,
                                    SearchKind::Activity, SearchKind::Task,    SearchKind::Document};
constexpr std::size_t searchKindCount = allSearchKinds.size();

/// A row that was found, with what a list shows of it.
struct SearchHit
{
    SearchKind kind = SearchKind::Lead;
    QString id;  ///< of the row
    LeadId lead; ///< the lead, or the one that the row is about; null: none
    QString leadName;
    StageId stage; ///< of the lead
    UserId owner;
    qint64 valueCents = 0;
    QString title; ///< a lead's or contact's name, an activity's or task's title, a document's name; empty for a note
    TextRanges titleMarks;
    SearchExcerpt excerpt; ///< of the text in which the words stand
    QString detail;        ///< an activity's type, a task's status, a note's type, a document's type
    bool isPrivate = false;
    Instant at;

    friend bool operator==(const SearchHit&, const SearchHit&) = default;
};

struct SearchRequest
{
    QString text;
    std::vector<SearchKind> kinds{allSearchKinds.begin(), allSearchKinds.end()};
    int limit = 50; ///< of each kind
    /// Set by whoever does not wait for the answer any more: it comes soon then, as Cancelled.
    std::shared_ptr<const std::atomic_bool> outdated = {};
};

struct SearchResults
{
    std::vector<SearchHit> hits;                 ///< by kind; the best of each first
    std::array<bool, searchKindCount> hasMore{}; ///< there are more of the kind than were asked for
    int percentIndexed = 100;                    ///< below 100 older rows may be missing: they are not in the index yet
    QStringList hints;                           ///< see SearchQuery

    [[nodiscard]] bool hasMoreOf(SearchKind kind) const { return hasMore[static_cast<std::size_t>(kind)]; }
};

} // namespace keyturn

Q_DECLARE_METATYPE(keyturn::TextRanges)
Q_DECLARE_METATYPE(keyturn::SearchHit)
