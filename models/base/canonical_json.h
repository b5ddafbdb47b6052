// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QStringView>

namespace keyturn {

/// JSON as RFC 8785 (JCS) writes it: sorted keys, no spaces, numbers as ECMAScript prints them. Two programs that hash
/// the same value get the same bytes.
QByteArray canonicalJson(const QJsonValue& value);

// The pieces, for rows that are written without building a tree first.
void appendCanonical(QByteArray& out, const QJsonValue& value);
void appendCanonicalString(QByteArray& out, QStringView text);
/// `utf8` must be valid UTF-8.
void appendCanonicalString(QByteArray& out, QByteArrayView utf8);
/// Not a number and infinities have no JSON; they become null.
void appendCanonicalNumber(QByteArray& out, double number);
void appendCanonicalNumber(QByteArray& out, qint64 number);

} // namespace keyturn
