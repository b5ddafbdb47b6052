// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/scram.h"
#include "tests/support/test_main.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QSet>
#include <QTest>

using namespace keyturn;

class TestScram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    /// The exchange of RFC 7677 section 3: what the verifier holds must sign it as the RFC's server does, and must
    /// recognise the RFC's client.
    void theExampleOfTheStandard()
    {
        const QByteArray salt = QByteArray::fromBase64("W22ZaJ0SNY7soEsUEjb6gQ==");
        const QByteArray verifier = scramVerifier("pencil", salt, 4096);
        const QList<QByteArray> parts = verifier.split('$');
        QCOMPARE(parts.size(), 3);
        QCOMPARE(parts[0], QByteArray("SCRAM-SHA-256"));
        QCOMPARE(parts[1], QByteArray("4096:W22ZaJ0SNY7soEsUEjb6gQ=="));
        const QByteArray stored = QByteArray::fromBase64(parts[2].split(':')[0]);
        const QByteArray server = QByteArray::fromBase64(parts[2].split(':')[1]);
        const QByteArray exchange(
            "n=user,r=rOprNGfwEbeRWgbNEkqO,"
            "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,"
            "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0");
        const auto sign = [&exchange](const QByteArray& key) {
            return QMessageAuthenticationCode::hash(exchange, key, QCryptographicHash::Sha256);
        };
        QCOMPARE(sign(server).toBase64(), QByteArray("6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="));
        QByteArray clientKey = QByteArray::fromBase64("dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
        const QByteArray signature = sign(stored);
        for (qsizetype i = 0; i < clientKey.size(); ++i) {
            clientKey[i] = static_cast<char>(clientKey[i] ^ signature[i]);
        }
        QCOMPARE(QCryptographicHash::hash(clientKey, QCryptographicHash::Sha256), stored);
    }

    void passwordsAreLongAndNeverTheSame()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < 200; ++i) {
            const QByteArray password = generatedPassword();
            QVERIFY(password.size() >= 20);
            QVERIFY(!password.contains('0') && !password.contains('O') && !password.contains('l'));
            seen.insert(password);
        }
        QCOMPARE(seen.size(), 200);
        QVERIFY(generatedSalt() != generatedSalt());
    }
};

QTEST_GUILESS_MAIN(TestScram)
#include "tst_scram.moc"
