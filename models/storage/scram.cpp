// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/scram.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

namespace keyturn {

namespace {

constexpr int passwordLength = 24;
constexpr int saltLength = 16;

QByteArray hmac(const QByteArray& key, const QByteArray& message)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

/// PBKDF2 for the one block that a SHA-256 fills.
QByteArray salted(const QByteArray& password, const QByteArray& salt, int iterations)
{
    QByteArray link = hmac(password, salt + QByteArray("\0\0\0\1", 4));
    QByteArray sum = link;
    for (int i = 1; i < iterations; ++i) {
        link = hmac(password, link);
        for (qsizetype byte = 0; byte < sum.size(); ++byte) {
            sum[byte] = static_cast<char>(sum[byte] ^ link[byte]);
        }
    }
    return sum;
}

} // namespace

QByteArray scramVerifier(const QByteArray& password, const QByteArray& salt, int iterations)
{
    const QByteArray key = salted(password, salt, iterations);
    const QByteArray stored = QCryptographicHash::hash(hmac(key, "Client Key"), QCryptographicHash::Sha256);
    const QByteArray server = hmac(key, "Server Key");
    return "SCRAM-SHA-256$" + QByteArray::number(iterations) + ':' + salt.toBase64() + '$' + stored.toBase64() + ':' +
           server.toBase64();
}

QByteArray generatedPassword()
{
    static const QByteArray letters("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789");
    QByteArray password;
    for (int i = 0; i < passwordLength; ++i) {
        password += letters[QRandomGenerator::system()->bounded(static_cast<int>(letters.size()))];
    }
    return password;
}

QByteArray generatedSalt()
{
    QByteArray salt;
    for (int i = 0; i < saltLength; ++i) {
        salt += static_cast<char>(QRandomGenerator::system()->bounded(256));
    }
    return salt;
}

} // namespace keyturn
