// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDate>
#include <QString>

#include <utility>
#include <vector>

namespace keyturn {

/// The stretch of time that the page is about: one of the usual ones, which moves along with the calendar, or days of
/// one's own.
struct ReportSpan
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::ReportSpan)

public:
    enum class Kind { SevenDays, ThisMonth, LastMonth, ThisQuarter, ThisYear, LastYear, Own };

    Kind kind = Kind::ThisYear;
    QDate from; ///< Own only
    QDate to;

    /// First and last day.
    [[nodiscard]] std::pair<QDate, QDate> days(QDate today) const;
    /// For the settings: "this_year", "2026-01-05/2026-02-01".
    [[nodiscard]] QString toText() const;
    static ReportSpan fromText(const QString& text);
    static QString name(Kind kind);

    friend bool operator==(const ReportSpan&, const ReportSpan&) = default;
};

} // namespace keyturn
