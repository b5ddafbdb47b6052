// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"
#include "tests/support/small_workbook.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <algorithm>

using namespace keyturn;
using test::Program;

namespace {

QStringList words(const QString& line)
{
    return line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

qint64 number(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toInteger();
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// export, restore and rescue by the real program.
class TestExportCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_book = m_program.file(QStringLiteral("demo.keyturn"));
        const auto made = m_program.json({QStringLiteral("demo"), m_book, QStringLiteral("--leads"),
                                          QStringLiteral("40"), QStringLiteral("--seed"), QStringLiteral("3")});
        QVERIFY2(made.exit == 0, made.told().constData());
        m_activities = number(made.object(), "lead_activities");
    }
    void init()
    {
        test::failOnAnyWarning();
        m_program.setBook(m_book);
    }

    void listsAndCards()
    {
        const auto leads = m_program.json(words(QStringLiteral("export leads --to leads.csv")));
        QVERIFY2(leads.exit == 0, leads.told().constData());
        QCOMPARE(number(leads.object(), "rows"), qint64(40));
        QCOMPARE(leads.object().value(QStringLiteral("file")).toString(), m_program.file(QStringLiteral("leads.csv")));
        QVERIFY(contents(m_program.file(QStringLiteral("leads.csv"))).startsWith("\xef\xbb\xbfKeyturn id,"));
        const auto activities = m_program.json(words(QStringLiteral("export activities --to activities.csv")));
        QVERIFY2(activities.exit == 0, activities.told().constData());
        QCOMPARE(number(activities.object(), "rows"), m_activities);
        const auto cards = m_program.json(words(QStringLiteral("export leads --to leads.vcf")));
        QVERIFY2(cards.exit == 0, cards.told().constData());
        QCOMPARE(contents(m_program.file(QStringLiteral("leads.vcf"))).count("BEGIN:VCARD"), qsizetype(40));
        const auto again = m_program.json(words(QStringLiteral("import leads.csv --dry-run")));
        QVERIFY2(again.exit == 0, again.told().constData());
        QCOMPARE(number(again.object(), "created"), qint64(0));
        QCOMPARE(m_program.run(words(QStringLiteral("export leads"))).exit, 2);
        QCOMPARE(m_program.run(words(QStringLiteral("export everything --to x"))).exit, 2);
        QCOMPARE(m_program.json(words(QStringLiteral("export leads --to nowhere/x.csv"))).errorKind(),
                 QStringLiteral("storage"));
    }

    void aSheetOfAWorkbookIsImported()
    {
        const auto sheet = std::ranges::find_if(test::workbookParts, [](const test::WorkbookPart& part) {
            return QByteArray(part.path).endsWith("sheet2.xml");
        });
        const QByteArray rows =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">"
            "<c t=\"inlineStr\"><is><t>Name</t></is></c></row><row r=\"2\"><c t=\"inlineStr\"><is><t>Bo Day</t></is>"
            "</c></row><row r=\"3\"><c t=\"inlineStr\"><is><t>Cy Fox</t></is></c></row></sheetData></worksheet>";
        QFile file(m_program.file(QStringLiteral("list.xlsx")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(test::workbookWith(static_cast<int>(sheet - test::workbookParts.begin()), rows));
        file.close();
        const auto chosen = m_program.json(words(QStringLiteral("import list.xlsx --sheet More --dry-run")));
        QVERIFY2(chosen.exit == 0, chosen.told().constData());
        QCOMPARE(number(chosen.object(), "created"), qint64(2));
        const auto first = m_program.json(words(QStringLiteral("import list.xlsx --dry-run")));
        QCOMPARE(number(first.object(), "rows"), qint64(1));
        const auto none = m_program.json(words(QStringLiteral("import list.xlsx --sheet Nobody --dry-run")));
        QCOMPARE(none.exit, 1);
        QCOMPARE(none.errorKind(), QStringLiteral("invalid"));
    }

    void aBookGoesRoundByItsArchive()
    {
        const auto archive = m_program.json(words(QStringLiteral("export book --to book.zip")));
        QVERIFY2(archive.exit == 0, archive.told().constData());
        const auto restored = m_program.json(words(QStringLiteral("restore book.zip --to again.keyturn")));
        QVERIFY2(restored.exit == 0, restored.told().constData());
        QCOMPARE(number(restored.object(), "leads"), qint64(40));
        QCOMPARE(number(restored.object(), "activities"), m_activities);
        QVERIFY(restored.object().value(QStringLiteral("kept")).isNull());
        m_program.setBook(m_program.file(QStringLiteral("again.keyturn")));
        const auto verified = m_program.json({QStringLiteral("verify")});
        QVERIFY2(verified.exit == 0, verified.told().constData());
        const auto second = m_program.run(words(QStringLiteral("restore book.zip --to again.keyturn")));
        QVERIFY2(second.exit == 0, second.told().constData());
        QVERIFY2(second.out.contains("again replaced "), second.told().constData());
    }

    void aBackupComesBackAndADamagedOneDoesNot()
    {
        const auto backup = m_program.json(words(QStringLiteral("backup --to backup.keyturn")));
        QVERIFY2(backup.exit == 0, backup.told().constData());
        QByteArray bytes = contents(m_program.file(QStringLiteral("backup.keyturn")));
        for (qsizetype page = 20; page * 4096 < bytes.size(); page += 9) {
            bytes.replace(page * 4096, 4096, QByteArray(4096, '\xff'));
        }
        QFile damaged(m_program.file(QStringLiteral("damaged.keyturn")));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(bytes);
        damaged.close();
        const auto good = m_program.json(words(QStringLiteral("restore backup.keyturn --to good.keyturn")));
        QVERIFY2(good.exit == 0, good.told().constData());
        const auto bad = m_program.json(words(QStringLiteral("restore damaged.keyturn --to good.keyturn")));
        QCOMPARE(bad.exit, 1);
        QCOMPARE(bad.errorKind(), QStringLiteral("corrupt"));
        const auto rescued = m_program.json(words(QStringLiteral("rescue damaged.keyturn --to saved.keyturn")));
        QVERIFY2(rescued.exit == 0, rescued.told().constData());
        QVERIFY(!rescued.object().value(QStringLiteral("whole")).toBool());
        const QJsonObject saved = rescued.object().value(QStringLiteral("saved")).toObject();
        QVERIFY(number(saved, "leads") > 0);
        m_program.setBook(m_program.file(QStringLiteral("saved.keyturn")));
        const auto board = m_program.json({QStringLiteral("board")});
        QVERIFY2(board.exit == 0, board.told().constData());
        QVERIFY(number(board.object(), "total_count") >= number(saved, "leads"));
        QCOMPARE(m_program.json(words(QStringLiteral("rescue damaged.keyturn --to saved.keyturn"))).errorKind(),
                 QStringLiteral("invalid"));
        QCOMPARE(m_program.json(words(QStringLiteral("restore nothing.zip --to x.keyturn"))).errorKind(),
                 QStringLiteral("invalid"));
    }

private:
    Program m_program;
    QString m_book;
    qint64 m_activities = 0;
};

QTEST_GUILESS_MAIN(TestExportCommands)
#include "tst_export_commands.moc"
