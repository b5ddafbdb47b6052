// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/mutator.h"
#include "tests/support/test_main.h"

#include <QDeadlineTimer>
#include <QSet>
#include <QTest>

using namespace keyturn::fuzz;

/// Everything that reads what strangers wrote, against inputs that nobody would write. A short run that is the same
/// every time; KEYTURN_FUZZ_SECONDS=600 makes each target run so long, from a seed of its own (KEYTURN_FUZZ_SEED).
class TestFuzz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { keyturn::test::failOnAnyWarning(); }

    void survives_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const Target& target : targets()) {
            QTest::newRow(target.name) << QByteArray(target.name);
        }
    }

    void survives()
    {
        QFETCH(const QByteArray, name);
        const Target& tried = *target(name);
        for (const QByteArray& input : tried.corpus()) {
            tried.run(input);
        }
        const int seconds = qEnvironmentVariableIntValue("KEYTURN_FUZZ_SECONDS");
        const auto seed = static_cast<quint64>(qEnvironmentVariableIntValue("KEYTURN_FUZZ_SEED") + 1);
        Mutator mutator(tried, seed);
        constexpr int shortRun = 250;
        qint64 runs = 0;
        const QDeadlineTimer end(seconds * 1000LL);
        while (seconds > 0 ? !end.hasExpired() : runs < shortRun) {
            const QByteArray input = mutator.next();
            m_last = input;
            tried.run(input);
            ++runs;
        }
        QVERIFY(runs > 0);
        if (seconds > 0) {
            std::printf("%s: %lld inputs\n", name.constData(), static_cast<long long>(runs));
        }
    }

    /// A driver that finds nothing because it changes nothing would be no proof.
    void driverChangesInputs()
    {
        for (const Target& tried : targets()) {
            Mutator one(tried, 1);
            Mutator same(tried, 1);
            Mutator other(tried, 2);
            QSet<QByteArray> inputs;
            bool differs = false;
            for (int i = 0; i < 100; ++i) {
                const QByteArray input = one.next();
                QCOMPARE(same.next(), input);
                differs = differs || other.next() != input;
                inputs.insert(input);
            }
            QVERIFY(differs);
            QVERIFY2(inputs.size() > 80, tried.name);
        }
    }

private:
    QByteArray m_last; ///< for a debugger
};

QTEST_GUILESS_MAIN(TestFuzz)
#include "tst_fuzz.moc"
