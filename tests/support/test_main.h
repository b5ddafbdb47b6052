// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QTest>

namespace keyturn::test {

/// Call in every init(): any warning that a test does not expect by QTest::ignoreMessage fails it.
inline void failOnAnyWarning()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

} // namespace keyturn::test
