// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/failed_rows.h"
#include "models/exchange/lead_mapping.h"
#include "models/exchange/table_survey.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace keyturn;

/// Rows that failed, written for mending; and what a file holds, counted.
class TestFailedRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void keepsEveryCellAsItWas_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("commas") << QByteArray("Name,Note\nAnn,\"a, \"\"b\"\"\nc\"\nBo,x\nCy,\" y \"\n");
        QTest::newRow("semicolons") << QByteArray("Name;Note\r\nAnn;\"a; b\"\r\nBo;x\r\nCy;,\r\n");
        QTest::newRow("tabs, Windows-1252") << QByteArray("Name\tOrt\r\nRen\xe9\tK\xf6ln\r\nBo\tx\r\nCy\t\x80 5\r\n");
        QTest::newRow("ragged") << QByteArray("Name,A,B\nAnn,1\nBo,1,2\nCy,1,2,3,4\n");
        QTest::newRow("no header") << QByteArray("Ann,ann@example.com,5\nBo,bo@example.com,6\nCy,cy@example.com,7\n");
    }

    void keepsEveryCellAsItWas()
    {
        QFETCH(const QByteArray, text);
        const QString from = written(QStringLiteral("list.csv"), text);
        const auto look = table_file::look(from);
        QVERIFY2(look, look ? "" : qPrintable(look.error().message));
        std::vector<QStringList> all;
        std::vector<qint64> lines;
        read(from, *look, all, lines);
        QCOMPARE(all.size(), size_t(3));
        const std::vector<RowOutcome> failed{{lines[0], RowOutcome::Kind::Failed, {}, QStringLiteral("No, \"never\"")},
                                             {lines[2], RowOutcome::Kind::Failed, {}, QStringLiteral("Nor this")}};
        const QString to = m_folder.filePath(QStringLiteral("failed.csv"));
        const auto count = writeFailedRows(from, *look, failed, to);
        QVERIFY2(count, count ? "" : qPrintable(count.error().message));
        QCOMPARE(*count, 2);

        const auto again = table_file::look(to);
        QVERIFY2(again, again ? "" : qPrintable(again.error().message));
        QCOMPARE(again->dialect.delimiter, look->dialect.delimiter);
        QVERIFY(again->shape.hasHeader);
        std::vector<QStringList> saved;
        read(to, *again, saved, lines);
        QCOMPARE(saved.size(), size_t(2));
        QCOMPARE(saved[0].takeFirst(), QStringLiteral("No, \"never\""));
        QCOMPARE(saved[0], all[0]);
        QCOMPARE(saved[1].takeFirst(), QStringLiteral("Nor this"));
        QCOMPARE(saved[1], all[2]);
        // Mended and imported, the reason is not taken in.
        const LeadMapping mapping = suggestMapping(again->shape.columns, again->firstRows, {});
        QCOMPARE(mapping.columns.at(0).kind, ColumnTarget::Kind::Leave);
    }

    void originalIsNeverOverwritten()
    {
        const QString from = written(QStringLiteral("only.csv"), "Name\nAnn\n");
        const auto look = table_file::look(from);
        QVERIFY(look);
        const auto refused = writeFailedRows(from, *look, {{2, RowOutcome::Kind::Failed, {}, QString()}}, from);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Refused);
        QFile file(from);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("Name\nAnn\n"));
    }

    void unwritablePlaceIsAnError()
    {
        const QString from = written(QStringLiteral("list.csv"), "Name\nAnn\n");
        const auto look = table_file::look(from);
        QVERIFY(look);
        const auto failed = writeFailedRows(from, *look, {}, m_folder.filePath(QStringLiteral("none/there.csv")));
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, Error::Kind::Storage);
    }

    void surveyCountsWhatIsThere()
    {
        QByteArray text("Name,Status,Empty\n");
        for (int i = 0; i < 100; ++i) {
            text += QStringLiteral("Lead %1,%2,\n")
                        .arg(i)
                        .arg(i % 4 == 0 ? QStringLiteral("Won") : QStringLiteral("Open"))
                        .toUtf8();
        }
        const QString path = written(QStringLiteral("many.csv"), text);
        const auto look = table_file::look(path);
        QVERIFY(look);
        std::atomic_bool cancel = false;
        const auto survey = surveyTable(path, *look, cancel);
        QVERIFY(survey);
        QCOMPARE(survey->rows, 100);
        QCOMPARE(survey->columns.at(0).filled, 100);
        QVERIFY(survey->columns.at(0).values.empty()); // too many to list
        QCOMPARE(survey->columns.at(0).samples.size(), 3);
        const std::vector<std::pair<QString, qint64>> statuses{{QStringLiteral("Open"), 75},
                                                               {QStringLiteral("Won"), 25}};
        QCOMPARE(survey->columns.at(1).values, statuses);
        QCOMPARE(survey->columns.at(2).filled, 0);
        cancel = true;
        const auto stopped = surveyTable(path, *look, cancel);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
    }

    void fingerprintIsOfTheLayout()
    {
        const QString one = columnsFingerprint({QStringLiteral("Name"), QStringLiteral("E-mail")});
        QCOMPARE(columnsFingerprint({QStringLiteral(" name "), QStringLiteral("E-MAIL")}), one);
        QVERIFY(columnsFingerprint({QStringLiteral("E-mail"), QStringLiteral("Name")}) != one);
    }

private:
    QString written(const QString& name, const QByteArray& text)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            qFatal("cannot write");
        }
        return file.fileName();
    }
    static void read(const QString& path, const TableLook& look, std::vector<QStringList>& cells,
                     std::vector<qint64>& lines)
    {
        cells.clear();
        lines.clear();
        const auto reader = table_file::open(path, look);
        QVERIFY(reader);
        TableRow row;
        for (;;) {
            const auto more = (*reader)->next(row);
            QVERIFY(more);
            if (!*more) {
                return;
            }
            cells.push_back(row.cells());
            lines.push_back(row.line());
        }
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestFailedRows)
#include "tst_failed_rows.moc"
