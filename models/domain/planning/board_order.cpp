// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/board_order.h"

#include <algorithm>

namespace keyturn {

namespace {

constexpr qint64 rankStep = qint64(1) << 20;

// Positions of one longest increasing subsequence of `ranks`; zero is no rank.
std::vector<bool> keepable(const std::vector<qint64>& ranks)
{
    std::vector<size_t> tails;
    std::vector<size_t> previous(ranks.size(), ranks.size());
    for (size_t i = 0; i < ranks.size(); ++i) {
        if (ranks[i] <= 0) {
            continue;
        }
        const auto at = std::lower_bound(tails.begin(), tails.end(), ranks[i],
                                         [&](size_t index, qint64 rank) { return ranks[index] < rank; });
        if (at != tails.begin()) {
            previous[i] = *std::prev(at);
        }
        if (at == tails.end()) {
            tails.push_back(i);
        } else {
            *at = i;
        }
    }
    std::vector<bool> kept(ranks.size(), false);
    for (size_t i = tails.empty() ? ranks.size() : tails.back(); i < ranks.size(); i = previous[i]) {
        kept[i] = true;
    }
    return kept;
}

// Fills the gaps between kept ranks evenly. False where a gap is too narrow.
bool fillGaps(std::vector<qint64>& ranks, const std::vector<bool>& kept)
{
    size_t begin = 0;
    qint64 low = 0;
    while (begin < ranks.size()) {
        size_t end = begin;
        while (end < ranks.size() && !kept[end]) {
            ++end;
        }
        const auto missing = static_cast<qint64>(end - begin);
        const qint64 high = end < ranks.size() ? ranks[end] : low + (missing + 1) * rankStep;
        const qint64 step = (high - low) / (missing + 1);
        if (missing > 0 && step < 1) {
            return false;
        }
        for (size_t i = begin; i < end; ++i) {
            ranks[i] = low + step * static_cast<qint64>(i - begin + 1);
        }
        low = high;
        begin = end + 1;
    }
    return true;
}

} // namespace

Done arrange(Draft& draft, StageId stage, const std::vector<LeadId>& leads)
{
    const QString table = QStringLiteral("board_positions");
    std::vector<std::optional<Record>> rows;
    std::vector<qint64> ranks;
    rows.reserve(leads.size());
    ranks.reserve(leads.size());
    for (const LeadId lead : leads) {
        KEYTURN_LET(std::optional<Record> row, draft.facts().row(table, lead.toString()));
        const bool here = row && row->text(QStringLiteral("stage_id")) == stage.toString();
        ranks.push_back(here ? row->integer(QStringLiteral("rank")) : 0);
        rows.push_back(std::move(row));
    }
    if (!fillGaps(ranks, keepable(ranks))) {
        for (size_t i = 0; i < ranks.size(); ++i) {
            ranks[i] = rankStep * static_cast<qint64>(i + 1);
        }
    }
    for (size_t i = 0; i < leads.size(); ++i) {
        const QString lead = leads[i].toString();
        const Draft::Values values{{QStringLiteral("stage_id"), stage.toString()}, {QStringLiteral("rank"), ranks[i]}};
        if (rows[i]) {
            draft.update(table, *rows[i], lead, values);
        } else {
            draft.insert(table, lead, lead, values);
        }
    }
    return {};
}

} // namespace keyturn
