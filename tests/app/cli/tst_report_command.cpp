// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/report.h"
#include "tests/support/program.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace keyturn;
using test::Program;

namespace {

QStringList words(const QString& line)
{
    return line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

qint64 sum(const QJsonArray& rows, const char* key)
{
    qint64 total = 0;
    for (const QJsonValue& row : rows) {
        total += row.toObject().value(QLatin1String(key)).toInteger();
    }
    return total;
}

} // namespace

/// `report` by the real program.
class TestReportCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto made = m_program.json({QStringLiteral("demo"), m_program.file(QStringLiteral("demo.keyturn")),
                                          QStringLiteral("--leads"), QStringLiteral("60"), QStringLiteral("--seed"),
                                          QStringLiteral("7")});
        QVERIFY2(made.exit == 0, made.told().constData());
        m_program.setBook(m_program.file(QStringLiteral("demo.keyturn")));
    }
    void init() { test::failOnAnyWarning(); }

    void everyReportHasRows_data()
    {
        QTest::addColumn<QString>("name");
        for (const ReportSpec& spec : reportSpecs()) {
            QTest::newRow(qPrintable(spec.name)) << spec.name;
        }
    }
    void everyReportHasRows()
    {
        QFETCH(QString, name);
        const auto ran =
            m_program.json({QStringLiteral("report"), name, QStringLiteral("--from"), QStringLiteral("2020-01-01")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QVERIFY(ran.err.isEmpty());
        const QJsonArray rows = ran.array();
        if (name != QLatin1String("leads_without_recent_activity")) { // of 2020, when nobody was there yet
            QVERIFY2(!rows.isEmpty(), ran.out.constData());
        }
        const auto text = m_program.run({QStringLiteral("report"), name});
        QVERIFY2(text.exit == 0, text.told().constData());
        QVERIFY(text.out.endsWith('\n'));
    }

    void figuresAgreeWithTheBoard()
    {
        const QJsonArray stages =
            m_program.json(words(QStringLiteral("board"))).object().value(QLatin1String("stages")).toArray();
        const QJsonArray board = m_program.json(words(QStringLiteral("report pipeline_board"))).array();
        const QJsonArray today = m_program.json(words(QStringLiteral("report pipeline_on"))).array();
        QCOMPARE(board.size(), stages.size());
        QCOMPARE(today.size(), stages.size());
        for (qsizetype i = 0; i < stages.size(); ++i) {
            const QJsonObject stage = stages[i].toObject();
            const QJsonObject row = board[i].toObject();
            QCOMPARE(row.value(QLatin1String("stage")), stage.value(QLatin1String("key")));
            QCOMPARE(row.value(QLatin1String("leads")), stage.value(QLatin1String("count")));
            QCOMPARE(row.value(QLatin1String("value_cents")), stage.value(QLatin1String("total_cents")));
            QCOMPARE(row.value(QLatin1String("weighted_cents")), stage.value(QLatin1String("weighted_cents")));
            QCOMPARE(today[i].toObject().value(QLatin1String("leads")), stage.value(QLatin1String("count")));
            QCOMPARE(today[i].toObject().value(QLatin1String("value_cents")),
                     stage.value(QLatin1String("total_cents")));
        }
        QCOMPARE(sum(today, "leads"), qint64(60));
        // Before the first lead came there was nothing.
        const QJsonArray early = m_program.json(words(QStringLiteral("report pipeline_on --to 2015-01-01"))).array();
        QCOMPARE(sum(early, "leads"), qint64(0));
        const QJsonArray sources =
            m_program.json(words(QStringLiteral("report conversion_by_source --from 2015-01-01"))).array();
        QCOMPARE(sum(sources, "leads"), qint64(60));
    }

    void valuesAreAsScriptsWantThem()
    {
        const QJsonArray recent = m_program
                                      .json(words(QStringLiteral("report recent_activities --limit 3 "
                                                                 "--from 2020-01-01")))
                                      .array();
        QCOMPARE(recent.size(), 3);
        const QJsonObject row = recent.first().toObject();
        QCOMPARE(row.value(QLatin1String("lead_id")).toString().size(), 36);
        const QString at = row.value(QLatin1String("at")).toString();
        QVERIFY2(QDateTime::fromString(at, Qt::ISODateWithMs).isValid() && at.endsWith(QLatin1Char('Z')),
                 qPrintable(at));
        for (const QJsonValue& person :
             m_program.json(words(QStringLiteral("report lo_activity_report --from 2020-01-01"))).array()) {
            QVERIFY(person.toObject().value(QLatin1String("user")).toString().contains(QLatin1Char('@')));
        }
        const auto key = m_program.json(words(QStringLiteral("report key_figures --from 2026-03-01 --to 2026-03-31")));
        QCOMPARE(key.array().first().toObject().value(QLatin1String("from")).toString(), QStringLiteral("2026-03-01"));
        QCOMPARE(key.array().last().toObject().value(QLatin1String("to")).toString(), QStringLiteral("2026-02-28"));
    }

    void whatIsWrongIsSaid()
    {
        const auto unknown = m_program.run(words(QStringLiteral("report turnover")));
        QCOMPARE(unknown.exit, 1);
        for (const ReportSpec& spec : reportSpecs()) {
            QVERIFY(unknown.err.contains(spec.name.toUtf8()));
        }
        QCOMPARE(m_program.json(words(QStringLiteral("report turnover"))).errorKind(), QStringLiteral("invalid"));
        QCOMPARE(m_program.run(words(QStringLiteral("report"))).exit, 2);
        QCOMPARE(m_program.json(words(QStringLiteral("report funnel --from yesterday"))).errorKind(),
                 QStringLiteral("invalid"));
        QCOMPARE(m_program.json(words(QStringLiteral("report funnel --from 2026-02-02 --to 2026-02-01"))).errorKind(),
                 QStringLiteral("invalid"));
        QCOMPARE(m_program.json(words(QStringLiteral("report funnel --owner nobody@example.com"))).exit, 1);
    }

private:
    Program m_program;
};

QTEST_GUILESS_MAIN(TestReportCommand)
#include "tst_report_command.moc"
