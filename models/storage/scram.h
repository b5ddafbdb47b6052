// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace keyturn {

/// What PostgreSQL keeps of a password (RFC 5802 and 7677), computed here so that the password itself never reaches the
/// server, its logs or its statistics. `password` must be printable ASCII: what is beyond would have to be normalised.
QByteArray scramVerifier(const QByteArray& password, const QByteArray& salt, int iterations = 4096);

/// A new password of 24 letters and digits that cannot be taken for each other: 137 bits from the system's randomness.
QByteArray generatedPassword();
QByteArray generatedSalt();

} // namespace keyturn
