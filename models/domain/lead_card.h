// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/instant.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace keyturn {

enum class Temperature : quint8 { Cold, Warm, Hot };

QString temperatureKey(Temperature temperature);
Temperature temperatureFromKey(const QString& key);

/// What a board card, a table row and a palette hit need to know of a lead. Zero, null and empty mean "not known".
/// Days are days since 1970-01-01 (QDate::toJulianDay() - 2440588), 0 for none.
struct LeadCard
{
    LeadId id;
    StageId stage;
    UserId owner;
    QString name;
    QString email;
    QString phone; ///< mobile, else phone; E.164 where parseable
    qint64 valueCents = 0;
    Instant stageEnteredAt;
    Instant lastActivityAt;
    Instant firstContactedAt;
    Instant createdAt;
    Temperature temperature = Temperature::Cold;
    QString program;  ///< loan_program key
    QString purpose;  ///< loan_purpose key
    QString ficoBand; ///< fico_band key
    QString source;   ///< source key
    QString state;    ///< two-letter state for the borrower's local time
    int termMonths = 0;
    int ltvPct3 = 0; ///< thousandths of a percent
    int lockExpiresDay = 0;
    int closeDay = 0;
    int score = 0;
    bool doNotContact = false;
    QStringList tags; ///< names, sorted
    // The open task that is due next; title empty if there is none.
    QString taskTitle;
    QString taskType;
    Instant taskDueAt;
    bool taskHasTime = false;
    qint64 rank = 0; ///< my own order within the column; 0 if never arranged

    friend bool operator==(const LeadCard&, const LeadCard&) = default;
};

/// Exact figures of one stage and owner, kept by the store itself.
struct StageTotal
{
    StageId stage;
    UserId owner; ///< null: nobody
    qint64 count = 0;
    qint64 valueCents = 0;

    friend bool operator==(const StageTotal&, const StageTotal&) = default;
};

constexpr qint64 unixEpochJulianDay = 2440588;

} // namespace keyturn
