// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/table_survey.h"

#include <QHash>

#include <algorithm>

namespace keyturn {

namespace {

constexpr qsizetype longestValue = 120;
constexpr qsizetype mostSamples = 3;

/// Counts texts as long as there are few.
class Values
{
public:
    void count(QStringView text)
    {
        if (m_tooMany) {
            return;
        }
        const QString key = text.left(longestValue).toString();
        ++m_counts[key];
        if (m_counts.size() > TableSurvey::mostValues || text.size() > longestValue) {
            m_tooMany = true;
            m_counts.clear();
        }
    }
    [[nodiscard]] std::vector<std::pair<QString, qint64>> sorted() const
    {
        std::vector<std::pair<QString, qint64>> all;
        for (auto value = m_counts.cbegin(); value != m_counts.cend(); ++value) {
            all.emplace_back(value.key(), value.value());
        }
        std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
            return a.second != b.second ? a.second > b.second : a.first < b.first;
        });
        return all;
    }

private:
    QHash<QString, qint64> m_counts;
    bool m_tooMany = false;
};

} // namespace

Result<TableSurvey> surveyTable(const QString& path, const TableLook& look, const std::atomic_bool& cancel)
{
    KEYTURN_LET(const std::unique_ptr<TableReader> reader, table_file::open(path, look));
    const auto columns = static_cast<size_t>(look.shape.columns.size());
    TableSurvey survey;
    survey.columns.resize(columns);
    std::vector<Values> values(columns);
    TableRow row;
    for (;;) {
        KEYTURN_LET(const bool more, reader->next(row));
        if (!more) {
            break;
        }
        if (cancel) {
            return fail(Error::Kind::Cancelled, QString());
        }
        if (row.isBlank()) {
            continue;
        }
        ++survey.rows;
        for (size_t i = 0; i < columns; ++i) {
            const QStringView text = row.trimmed(static_cast<int>(i));
            if (text.isEmpty()) {
                continue;
            }
            ColumnFacts& facts = survey.columns[i];
            ++facts.filled;
            if (facts.samples.size() < mostSamples && !facts.samples.contains(text)) {
                facts.samples.append(text.left(longestValue).toString());
            }
            values[i].count(text);
        }
    }
    for (size_t i = 0; i < columns; ++i) {
        survey.columns[i].values = values[i].sorted();
    }
    return survey;
}

} // namespace keyturn
