// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/csv_dialect.h"

#include "models/exchange/csv_reader.h"

#include <QHash>

#include <array>
#include <cmath>

namespace keyturn {

namespace {

constexpr int rowsLookedAt = 300;

/// How regular a table is: the share of rows that have the usual number of cells, weighed by that number.
struct Regularity
{
    double share = 0.0;
    int width = 0;
    bool broken = false; ///< a quote was never closed

    [[nodiscard]] double worth() const
    {
        // A second column is worth more than the twentieth: prose has commas, too.
        return broken || width < 2 ? 0.0 : share * share * (1.0 - 1.0 / (1.0 + double(width)));
    }
};

Regularity regularity(const QString& sample, bool isWhole, const CsvDialect& dialect)
{
    QHash<int, int> widths;
    QHash<int, int> before; // without the row read last, which the end of the sample may have cut
    int rows = 0;
    int rowsBefore = 0;
    CsvReader reader(sample, dialect);
    TableRow row;
    Regularity found;
    while (rows < rowsLookedAt) {
        const Result<bool> more = reader.next(row);
        if (!more) {
            found.broken = isWhole;
            break;
        }
        if (!*more) {
            break;
        }
        before = widths;
        rowsBefore = rows;
        if (!row.isBlank()) {
            ++widths[row.size()];
            ++rows;
        }
    }
    const bool cut = !isWhole && rows > 1 && rows < rowsLookedAt;
    const QHash<int, int>& counted = cut ? before : widths;
    int most = 0;
    for (auto entry = counted.cbegin(); entry != counted.cend(); ++entry) {
        if (entry.value() > most || (entry.value() == most && entry.key() > found.width)) {
            most = entry.value();
            found.width = entry.key();
        }
    }
    const int all = cut ? rowsBefore : rows;
    found.share = all == 0 ? 0.0 : double(most) / double(all);
    return found;
}

} // namespace

CsvDialect guessDialect(const QString& sample, bool isWhole)
{
    CsvDialect best;
    double worth = 0.0;
    const bool mayEscape = sample.contains(u'\\');
    for (const char16_t delimiter : {u',', u';', u'\t', u'|'}) {
        CsvDialect plain;
        plain.delimiter = delimiter;
        const double without = regularity(sample, isWhole, plain).worth();
        if (without > worth + 1e-9) {
            worth = without;
            best = plain;
        }
        if (mayEscape) {
            CsvDialect escaping = plain;
            escaping.escape = u'\\';
            // A path like C:\new is no escape: the backslash must make the table clearly more regular.
            const double with = regularity(sample, isWhole, escaping).worth();
            if (with > worth + 1e-3) {
                worth = with;
                best = escaping;
            }
        }
    }
    return best;
}

} // namespace keyturn
