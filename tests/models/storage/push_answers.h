// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/team_server.h"
#include "tests/support/test_main.h"

#include <QJsonDocument>
#include <QTest>

namespace keyturn::test {

/// A change of one column, as somebody makes it who has seen `before`.
inline RowChange change(const char* table, const QString& id, const char* column, const QVariant& before,
                        const QVariant& after, LeadId lead = {})
{
    RowChange row = updating(QString::fromLatin1(table), id, 1, {{column, after}}, lead);
    row.fields.front().before = before;
    return row;
}

inline QString said(const QJsonObject& answer)
{
    return QString::fromUtf8(QJsonDocument(answer).toJson());
}

inline QJsonValue current(const QJsonObject& answer)
{
    return answer.value(QStringLiteral("row")).toObject().value(QStringLiteral("current"));
}

/// The one value that the statement answers; -1, or the error, if it fails.
inline qint64 number(Connection& db, const char* sql)
{
    const auto found = db.number(QString::fromLatin1(sql));
    return found ? *found : -1;
}
inline QString text(Connection& db, const char* sql)
{
    QString found;
    const Done done = db.select(QString::fromLatin1(sql), [&](const Statement& row) { found = row.text(0); });
    return done ? found : done.error().detail;
}
inline qint64 count(Connection& db, const char* table)
{
    return number(db, QByteArray("SELECT count(*) FROM ").append(table).constData());
}

} // namespace keyturn::test
