// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>

namespace keyturn::cli {

enum ExitStatus : int {
    exitDone = 0,
    exitFailed = 1,
    exitUsage = 2,
    exitUnreachable = 3,
    exitCancelled = 130,
};

/// What a command found out, for programs and for people.
struct Answer
{
    QJsonValue json;
    QString text;        ///< whole lines, the last one ended; may be empty
    int exit = exitDone; ///< exitFailed for a check that did not pass
};

/// What a command leaves behind on the two streams.
struct Outcome
{
    int exit = exitDone;
    QByteArray out; ///< UTF-8
    QByteArray err;

    friend bool operator==(const Outcome&, const Outcome&) = default;
};

Outcome toOutcome(const Result<Answer>& answer, bool json);
Outcome usageOutcome(const QString& message, const QString& hint, bool json);
int exitStatus(Error::Kind kind);

} // namespace keyturn::cli
