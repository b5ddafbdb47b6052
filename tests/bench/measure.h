// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <functional>
#include <vector>

namespace keyturn::bench {

/// The median of some numbers and an interval that holds the true median in at least 95 of 100 cases (order
/// statistics: no assumption about how the numbers are spread).
struct Estimate
{
    double median = 0;
    double low = 0;
    double high = 0;
};
Estimate estimate(std::vector<double> values);
double quantile(std::vector<double> values, double q);

/// One line of the table: what was compared with what, and how it came out.
struct Row
{
    QString name;      ///< "timeline page"
    QString yardstick; ///< "raw keyset"
    double goal = 0;   ///< the ratio should not be above it
    Estimate ratio;
    double subject = 0; ///< medians, for a feeling
    double against = 0;
    QString unit = QStringLiteral("ms"); ///< of these two
    int rounds = 0;
    QString note;

    /// Missed only if the whole interval is beyond the goal.
    [[nodiscard]] bool isMissed() const { return ratio.low > goal; }
    [[nodiscard]] QJsonObject toJson() const;
};

/// Milliseconds that `work` takes.
double timed(const std::function<void()>& work);

/// Milliseconds of its own time that this thread needs for `work`: what other programs take meanwhile is not counted.
/// For what happens on one thread alone, without waiting for anything.
double worked(const std::function<void()>& work);
double threadMs();

struct Pair
{
    std::function<void()> prepare = [] {}; ///< before each round, not timed
    std::function<double()> subject;       ///< does it once and answers its cost, usually by timed()
    std::function<double()> yardstick;
};

/// Runs both `rounds` times, changing places every round, and puts the median of the paired ratios into the row.
Row compare(const QString& name, const QString& yardstick, double goal, int rounds, const Pair& pair);

} // namespace keyturn::bench
