// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/instant.h"
#include "models/base/result.h"

#include <QCoreApplication>
#include <QDate>
#include <QMetaType>
#include <QString>
#include <QVariant>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace keyturn {

/// A cell of a report, to be opened: "entered" of the stage "application".
struct ReportFigure
{
    QString row;    ///< its key, as in ReportTable::keys; empty: the sum of all rows
    QString column; ///< its key

    friend bool operator==(const ReportFigure&, const ReportFigure&) = default;
};

/// A question to the whole book whose answer is a table.
struct ReportRequest
{
    QString name; ///< as scripts call it: "recent_activities", "stage_conversion" …
    /// Days where the user lives, both inclusive; what is absent is the report's usual.
    std::optional<QDate> from = {};
    std::optional<QDate> to = {};
    /// Of activities: whose; of leads: who owns them, a null id for nobody.
    std::optional<UserId> owner = {};
    int limit = 0;                           ///< rows at most; 0: the report's usual, negative: all
    std::optional<ReportFigure> behind = {}; ///< asks only for the leads behind this figure
    /// Questions of one number may be answered from one reading of the book; 0: each from its own.
    quint64 batch = 0;
    /// Set by whoever does not wait for the answer any more: it comes soon then, as Cancelled.
    std::shared_ptr<const std::atomic_bool> outdated = {};
};

struct ReportColumn
{
    enum class Kind {
        Text,
        Count,
        Money,        ///< cents
        Percent,      ///< a double; 12.5 is 12.5 %
        Days,         ///< a double
        Minutes,      ///< a double
        Date,         ///< QDate
        Moment,       ///< milliseconds since 1970, UTC
        Flag,         ///< 0 or 1
        Stage,        ///< its key
        User,         ///< id as text; empty: nobody
        ActivityType, ///< key
        Source,       ///< key
        Lead,         ///< the lead's name
        LeadKey,      ///< its id as text
    };

    QString key; ///< as in JSON and in the file's header
    Kind kind = Kind::Text;
    bool opens = false; ///< its figures have leads behind them

    friend bool operator==(const ReportColumn&, const ReportColumn&) = default;
};

struct ReportTable
{
    using Row = std::vector<QVariant>; ///< by column; an invalid value where there is none

    QString name;
    QDate from; ///< the days that it speaks of, both inclusive; invalid: of any time
    QDate to;
    std::vector<ReportColumn> columns;
    std::vector<Row> rows;
    std::vector<QString> keys;    ///< of each row: what it is about, stable
    std::optional<Row> sums = {}; ///< below the rows
    qint64 rowCount = 0;          ///< how many rows there are, also those above the limit
    std::vector<LeadId> leads;    ///< behind the figure that was asked for

    [[nodiscard]] int column(const QString& key) const; ///< -1: none
    [[nodiscard]] QVariant value(const QString& row, const QString& column) const;

    friend bool operator==(const ReportTable&, const ReportTable&) = default;
};

/// The days of a report as moments: from the first of `from` up to, and without, the first after `to`.
struct ReportPeriod
{
    QDate from;
    QDate to;
    Instant begin;
    Instant end;

    [[nodiscard]] bool holds(Instant moment) const { return moment >= begin && moment < end; }

    static ReportPeriod of(QDate from, QDate to, const QTimeZone& zone);
    /// The one before, as long as this one: of a calendar month, quarter or year, the month, quarter or year before; of
    /// one that has only begun, as much of it.
    [[nodiscard]] ReportPeriod before(const QTimeZone& zone) const;
};

/// What is known of a report before it is asked for.
struct ReportSpec
{
    enum class Days {
        None,      ///< speaks of the present
        LastSeven, ///< today and the six days before
        Month,     ///< this month so far
        Year,      ///< this year so far
        Day,       ///< one day, today
    };

    QString name;
    Days days = Days::None;
    int usualLimit = 0; ///< 0: all rows
};

/// In the order of the manual.
const std::vector<ReportSpec>& reportSpecs();
/// Invalid, with the names that there are, if there is none of this name.
Result<ReportSpec> reportSpec(const QString& name);
/// The period that the request means on the day `today`. Invalid where it ends before it begins.
Result<ReportPeriod> reportPeriod(const ReportRequest& request, const ReportSpec& spec, QDate today,
                                  const QTimeZone& zone);

} // namespace keyturn

Q_DECLARE_METATYPE(keyturn::ReportFigure)
