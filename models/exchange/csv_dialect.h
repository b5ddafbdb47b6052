// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QString>

#include <optional>

namespace keyturn {

/// How a text keeps a table: RFC 4180 and what programs make of it.
struct CsvDialect
{
    QChar delimiter = u',';
    QChar quote = u'"';
    /// Takes the meaning from the next delimiter, quote or line end; none in RFC 4180.
    std::optional<QChar> escape;

    friend bool operator==(const CsvDialect&, const CsvDialect&) = default;
};

/// The dialect under which the text falls into the most regular table. `sample` is the beginning of the text and may
/// end within a row unless `isWhole`. A text of one column has commas by default.
CsvDialect guessDialect(const QString& sample, bool isWhole);

} // namespace keyturn
