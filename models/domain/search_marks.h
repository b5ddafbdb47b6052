// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/search_query.h"

#include <QList>

#include <utility>

namespace keyturn {

/// Start and length of pieces of a text, in order, apart from each other.
using TextRanges = QList<std::pair<int, int>>;

/// Where the terms of a query stand in a text, whatever its case, accents and punctuation of numbers: at the beginnings
/// of words, or else anywhere.
TextRanges searchMarks(const QString& text, const SearchQuery& query);

/// A piece of a longer text around its first mark, on one line.
struct SearchExcerpt
{
    QString text;
    TextRanges marks;

    friend bool operator==(const SearchExcerpt&, const SearchExcerpt&) = default;
};

/// At most about `length` characters. Without any mark: the beginning.
SearchExcerpt searchExcerpt(const QString& text, const SearchQuery& query, int length);

/// Small letters without accents, one character for one.
QString foldForSearch(const QString& text);

} // namespace keyturn
