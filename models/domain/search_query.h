// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/instant.h"
#include "models/domain/catalogue.h"

#include <optional>
#include <vector>

namespace keyturn {

/// Something that must, or must not, occur in what is looked for.
struct SearchTerm
{
    QString text;          ///< a word or a phrase, as typed; holds a letter or a digit
    QString digits;        ///< of a number of three digits and more: found in any punctuation; else empty
    bool isPrefix = false; ///< the word that is still being typed: it may go on

    friend bool operator==(const SearchTerm&, const SearchTerm&) = default;
};

/// What somebody typed into a search box, understood. Filters are about leads: whatever hangs on a lead is found only
/// if its lead fits.
struct SearchQuery
{
    std::vector<SearchTerm> wanted; ///< all of them
    std::vector<SearchTerm> unwanted;
    std::optional<std::vector<StageId>> stages; ///< absent: any
    std::optional<std::vector<UserId>> owners;  ///< a null id among them: nobody
    std::optional<std::vector<TagId>> tags;     ///< any of them
    std::vector<TagId> unwantedTags;
    QStringList sources; ///< in small letters: a source's key, or how the name of one begins; empty: any
    QStringList unwantedSources;
    std::optional<qint64> minCents;
    std::optional<qint64> maxCents;
    std::optional<Instant> since; ///< for a lead: of its last activity
    QStringList hints;            ///< sentences about what was not understood as it may have been meant

    /// Nothing to look for.
    [[nodiscard]] bool isEmpty() const { return wanted.empty() && unwanted.empty() && !hasFilters(); }
    [[nodiscard]] bool hasFilters() const
    {
        return stages || owners || tags || !unwantedTags.empty() || !sources.isEmpty() || !unwantedSources.isEmpty() ||
               minCents || maxCents || since;
    }

    friend bool operator==(const SearchQuery&, const SearchQuery&) = default;
};

/// Reads words (all must occur; the last may go on), "phrases", -not, stage: owner: tag: source: is: (each also with a
/// minus, and with several values between commas), amount>300k, amount<1m, since:7d, since:2026-01-01, and telephone
/// numbers in any punctuation. Never fails: what is no filter is looked for as text, with a hint where it looks like
/// one. At most 500 characters and 16 terms are taken; `now` and `zone` say what "7d" means.
SearchQuery parseSearch(const QString& typed, const Catalogue& catalogue, Instant now, const QTimeZone& zone);

} // namespace keyturn
