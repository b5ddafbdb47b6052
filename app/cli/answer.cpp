// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answer.h"

#include "app/cli/text_table.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace keyturn::cli {

namespace {

QByteArray document(const QJsonValue& value)
{
    const QJsonDocument json = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return json.toJson(QJsonDocument::Compact) + '\n';
}

QByteArray errorDocument(const QString& kind, const QString& message, const QString& detail)
{
    return document(QJsonObject{{QStringLiteral("error"), QJsonObject{{QStringLiteral("kind"), kind},
                                                                      {QStringLiteral("message"), message},
                                                                      {QStringLiteral("detail"), detail}}}});
}

} // namespace

int exitStatus(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Offline:
        return exitUnreachable;
    case Error::Kind::Cancelled:
        return exitCancelled;
    default:
        return exitFailed;
    }
}

Outcome toOutcome(const Result<Answer>& answer, bool json)
{
    if (answer) {
        return {answer->exit, json ? document(answer->json) : answer->text.toUtf8(), {}};
    }
    const Error& error = answer.error();
    const int exit = exitStatus(error.kind);
    if (json) {
        return {exit, errorDocument(Error::kindName(error.kind), error.message, error.detail), {}};
    }
    return {exit, {}, QString(QStringLiteral("keyturn: ") + oneLine(error.message) + QLatin1Char('\n')).toUtf8()};
}

Outcome usageOutcome(const QString& message, const QString& hint, bool json)
{
    Outcome outcome{exitUsage, {}, {}};
    if (json) {
        outcome.out = errorDocument(Error::kindName(Error::Kind::Invalid), message, hint);
    } else {
        const QString lines = QStringLiteral("keyturn: ") + oneLine(message) + QLatin1Char('\n') + oneLine(hint);
        outcome.err = QString(lines + QLatin1Char('\n')).toUtf8();
    }
    return outcome;
}

} // namespace keyturn::cli
