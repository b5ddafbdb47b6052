// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/rescue.h"
#include "models/workspace/sample_book.h"
#include "tests/support/export_book.h"
#include "tests/support/test_main.h"

#include <QProcess>
#include <QRandomGenerator>

using namespace keyturn;
using namespace keyturn::test;

namespace {

constexpr int usualSeeds = 12;
constexpr int pageBytes = 4096;

QString why(const Error& error)
{
    return QString(error.message % u" | " % error.detail);
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// Lines of the dump that belong to these tables.
QStringList linesOf(const QString& path, const QStringList& tables)
{
    QStringList lines = dumpOf(path);
    lines.removeIf([&](const QString& line) { return !tables.contains(line.section(u'|', 0, 0)); });
    return lines;
}

} // namespace

/// Books whose files were damaged in every way, and what comes out of them. KEYTURN_SEEDS sets how many; 200 and more
/// for the long form.
class TestRescue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QString failure = m_template.make();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
        m_rich = m_template.copy();
        {
            const auto opened = await(SoloLibrary().open(m_rich));
            QVERIFY(opened);
            failure = enrich(**opened, m_template.book);
            QVERIFY2(failure.isEmpty(), qPrintable(failure));
        }
        m_sample = m_folder.filePath(QStringLiteral("sample.keyturn"));
        SampleBook sample;
        sample.path = m_sample;
        sample.leads = 120;
        const std::atomic_bool cancel = false;
        const auto made = createSampleBook(
            sample, [](int) {}, cancel);
        QVERIFY2(made, made ? "" : qPrintable(why(made.error())));
    }
    void init() { failOnAnyWarning(); }

    void aSoundBookComesThroughWhole_data()
    {
        QTest::addColumn<bool>("isSample");
        QTest::addColumn<bool>("hasHeader");
        QTest::newRow("lived in") << false << true;
        QTest::newRow("lived in, header destroyed") << false << false;
        QTest::newRow("sample") << true << true;
        QTest::newRow("sample, header destroyed") << true << false;
    }
    void aSoundBookComesThroughWhole()
    {
        QFETCH(const bool, isSample);
        QFETCH(const bool, hasHeader);
        const QString book = isSample ? m_sample : m_rich;
        QByteArray bytes = contents(book);
        if (!hasHeader) {
            bytes.replace(0, pageBytes, QByteArray(pageBytes, '\0'));
        }
        const QString damaged = m_folder.filePath(QStringLiteral("sound.keyturn"));
        QVERIFY(write(damaged, bytes));
        const auto report = rescue(damaged);
        QVERIFY2(report, report ? "" : qPrintable(why(report.error())));
        QVERIFY2(report->isWhole, qPrintable(report->sentences().join(u'\n')));
        QVERIFY2(report->checks.isEmpty(), qPrintable(report->checks.join(u'\n')));
        QCOMPARE(difference(dumpOf(book), dumpOf(report->file)), QString());
        QCOMPARE(contents(damaged), bytes);
    }

    void whatTheLogHasCommittedCounts()
    {
        const QString book = m_template.copy();
        const QString damaged = m_folder.filePath(QStringLiteral("log.keyturn"));
        QStringList state;
        {
            const auto opened = await(SoloLibrary().open(book));
            QVERIFY(opened);
            AddNote note;
            note.lead = m_template.book.ann;
            note.content = QStringLiteral("Only in the log");
            QVERIFY(await((*opened)->submit(note)));
            QVERIFY(QProcess::execute(QStringLiteral("cp"), {book, damaged}) == 0);
            QVERIFY(QProcess::execute(QStringLiteral("cp"),
                                      {book + QStringLiteral("-wal"), damaged + QStringLiteral("-wal")}) == 0);
            state = dumpOf(book);
        }
        const auto report = rescue(damaged);
        QVERIFY2(report, report ? "" : qPrintable(why(report.error())));
        QCOMPARE(difference(state, dumpOf(report->file)), QString());
    }

    void damageOfManyKinds()
    {
        bool isSet = false;
        const int wanted = qEnvironmentVariableIntValue("KEYTURN_SEEDS", &isSet);
        const QByteArray good = contents(m_sample);
        const QStringList people{QStringLiteral("leads"), QStringLiteral("lead_notes"), QStringLiteral("tasks")};
        const QStringList before = linesOf(m_sample, people);
        qint64 saved = 0;
        qint64 all = 0;
        const int seeds = isSet ? wanted : usualSeeds;
        for (int seed = 0; seed < seeds; ++seed) {
            QRandomGenerator random(static_cast<quint32>(seed));
            QByteArray bytes = good;
            const auto pages = static_cast<int>(bytes.size() / pageBytes);
            QString what;
            switch (seed % 5) {
            case 0:
                what = QStringLiteral("pages overwritten");
                for (int i = 1 + random.bounded(12); i > 0; --i) {
                    QByteArray noise(pageBytes, '\0');
                    for (char& byte : noise) {
                        byte = static_cast<char>(random.bounded(256));
                    }
                    bytes.replace(random.bounded(pages) * pageBytes, pageBytes, noise);
                }
                break;
            case 1:
                what = QStringLiteral("cut off");
                bytes.truncate(bytes.size() / 10 * (4 + random.bounded(6)) + random.bounded(pageBytes));
                break;
            case 2:
                what = QStringLiteral("header destroyed");
                bytes.replace(0, pageBytes, QByteArray(pageBytes, '\xee'));
                break;
            case 3:
                what = QStringLiteral("bytes changed");
                for (int i = 0; i < 300; ++i) {
                    bytes[random.bounded(static_cast<int>(bytes.size()))] = static_cast<char>(random.bounded(256));
                }
                break;
            default:
                what = QStringLiteral("a hole of zeros");
                const int from = random.bounded(pages - 20);
                bytes.replace(from * pageBytes, 16 * pageBytes, QByteArray(16 * pageBytes, '\0'));
            }
            const QString name = QStringLiteral("%1, seed %2").arg(what).arg(seed);
            const QString damaged = m_folder.filePath(QStringLiteral("damaged%1.keyturn").arg(seed));
            QVERIFY(write(damaged, bytes));
            const auto report = rescue(damaged);
            QVERIFY2(report, report ? "" : qPrintable(name + why(report.error())));
            QCOMPARE(contents(damaged), bytes);
            // Sound in everything but the log, which may have gaps, and says so.
            for (const QString& check : report->checks) {
                QVERIFY2(check.startsWith(QLatin1String("chain")), qPrintable(name + check));
            }
            const auto opened = await(SoloLibrary().open(report->file));
            QVERIFY2(opened, opened ? "" : qPrintable(name + why(opened.error())));
            LogActivity call;
            const auto leads = await((*opened)->allLeads());
            QVERIFY(leads && (*leads).table->count() > 0);
            call.lead = (*leads).table->id(0);
            call.outcome = QStringLiteral("connected");
            const auto logged = await((*opened)->submit(call));
            QVERIFY2(logged, logged ? "" : qPrintable(name + why(logged.error())));
            const QStringList after = linesOf(report->file, people);
            const QSet<QString> there(after.begin(), after.end());
            for (const QString& line : before) {
                all += 1;
                saved += there.contains(line) ? 1 : 0;
            }
        }
        qInfo("%d damaged files: %.1f %% of leads, notes and tasks saved to the letter", seeds,
              100.0 * double(saved) / double(all));
        QVERIFY(saved * 100 > all * 60);
    }

    void theUserIsTold()
    {
        QByteArray bytes = contents(m_sample);
        const auto pages = static_cast<int>(bytes.size() / pageBytes);
        for (int page = 10; page < pages; page += 7) {
            bytes.replace(page * pageBytes, pageBytes, QByteArray(pageBytes, '\xff'));
        }
        const QString damaged = m_folder.filePath(QStringLiteral("told.keyturn"));
        QVERIFY(write(damaged, bytes));
        const auto report = rescue(damaged);
        QVERIFY2(report, report ? "" : qPrintable(why(report.error())));
        QVERIFY(!report->isWhole);
        QVERIFY(report->lostPages > 0);
        QVERIFY(report->lostActivities > 0);
        QVERIFY(report->sentences().size() > 2);
    }

    void nothingIsMadeOfNothing()
    {
        for (const QByteArray& bytes :
             {QByteArray(), QByteArray(50'000, 'x'), QByteArray(50'000, '\0'), QByteArray("SQLite format 3\0", 16)}) {
            const QString path = m_folder.filePath(QStringLiteral("nothing.keyturn"));
            QVERIFY(write(path, bytes));
            const auto report = rescue(path);
            QVERIFY(!report);
            QCOMPARE(report.error().kind, Error::Kind::Corrupt);
        }
    }

private:
    Result<RescueReport> rescue(const QString& from)
    {
        RescueOrder order;
        order.from = from;
        order.to = m_folder.filePath(QStringLiteral("saved%1.keyturn").arg(++m_saved));
        return rescueBook(order, SystemClock());
    }

    TemplateBook m_template;
    QTemporaryDir m_folder;
    QString m_rich;
    QString m_sample;
    int m_saved = 0;
};

QTEST_GUILESS_MAIN(TestRescue)
#include "tst_rescue.moc"
