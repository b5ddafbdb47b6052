// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <ctime>

namespace keyturn::bench {

double quantile(std::vector<double> values, double q)
{
    if (values.empty()) {
        return 0;
    }
    std::ranges::sort(values);
    const double place = q * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(place));
    const auto above = std::min(below + 1, values.size() - 1);
    return values[below] + (values[above] - values[below]) * (place - std::floor(place));
}

Estimate estimate(std::vector<double> values)
{
    Estimate found;
    found.median = quantile(values, 0.5);
    if (values.empty()) {
        return found;
    }
    std::ranges::sort(values);
    // The number of values below the true median is binomial (n, 1/2): cut off as many at each end as keep the chance
    // of having cut off the median itself at 2.5 % a side.
    const auto n = static_cast<int>(values.size());
    double chance = std::pow(0.5, n);
    double sum = chance;
    int cut = 0;
    for (int k = 1; k <= n && sum <= 0.025; ++k) {
        cut = k;
        chance = chance * (n - k + 1) / k;
        sum += chance;
    }
    const auto low = static_cast<std::size_t>(std::max(0, cut - 1));
    found.low = values[low];
    found.high = values[values.size() - 1 - low];
    return found;
}

QJsonObject Row::toJson() const
{
    return {{QStringLiteral("name"), name},         {QStringLiteral("yardstick"), yardstick},
            {QStringLiteral("goal"), goal},         {QStringLiteral("ratio"), ratio.median},
            {QStringLiteral("low"), ratio.low},     {QStringLiteral("high"), ratio.high},
            {QStringLiteral("missed"), isMissed()}, {QStringLiteral("subject"), subject},
            {QStringLiteral("against"), against},   {QStringLiteral("unit"), unit},
            {QStringLiteral("rounds"), rounds},     {QStringLiteral("note"), note}};
}

double timed(const std::function<void()>& work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double threadMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double worked(const std::function<void()>& work)
{
    const double before = threadMs();
    work();
    return threadMs() - before;
}

Row compare(const QString& name, const QString& yardstick, double goal, int rounds, const Pair& pair)
{
    std::vector<double> subject;
    std::vector<double> measure;
    std::vector<double> ratios;
    for (int round = -1; round < rounds; ++round) {
        pair.prepare();
        double a = 0;
        double b = 0;
        if (round % 2 == 0) {
            a = pair.subject();
            b = pair.yardstick();
        } else {
            b = pair.yardstick();
            a = pair.subject();
        }
        if (round >= 0 && b > 0) { // the first one warms up
            subject.push_back(a);
            measure.push_back(b);
            ratios.push_back(a / b);
        }
    }
    Row row;
    row.name = name;
    row.yardstick = yardstick;
    row.goal = goal;
    row.ratio = estimate(ratios);
    row.subject = quantile(subject, 0.5);
    row.against = quantile(measure, 0.5);
    row.rounds = static_cast<int>(ratios.size());
    return row;
}

} // namespace keyturn::bench
