// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answer.h"
#include "app/cli/command_table.h"
#include "app/cli/invocation.h"
#include "app/cli/text_table.h"
#include "app/cli/time_input.h"
#include "tests/support/test_main.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace keyturn;
using namespace keyturn::cli;

namespace {

const QString id = QStringLiteral("01890000-0000-7000-8000-000000000001");

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class TestInvocation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void readsCommandOperandsAndOptions()
    {
        const auto found = parse(QStringList{QStringLiteral("log"), id, QStringLiteral("call"),
                                             QStringLiteral("--text"), QStringLiteral("--json is what she said"),
                                             QStringLiteral("--duration=90"), QStringLiteral("--json"),
                                             QStringLiteral("--workspace"), QStringLiteral("a book.keyturn")},
                                 QStringLiteral("/somewhere"));
        QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().message));
        QCOMPARE(found->command, QStringLiteral("log"));
        QCOMPARE(found->operands, (QStringList{id, QStringLiteral("call")}));
        QCOMPARE(found->option(QStringLiteral("text")), QStringLiteral("--json is what she said"));
        QCOMPARE(found->option(QStringLiteral("duration")), QStringLiteral("90"));
        QCOMPARE(found->workspace, QStringLiteral("a book.keyturn"));
        QVERIFY(found->json);
        QCOMPARE(found->absolutePath(QStringLiteral("../b")), QStringLiteral("/b"));
    }

    void valuesKeepTheirSigns()
    {
        const auto found = parse({QStringLiteral("lead"), QStringLiteral("add"), QStringLiteral("name=a=b --x"),
                                  QStringLiteral("--"), QStringLiteral("--odd=1")},
                                 {});
        QVERIFY(found.has_value());
        QCOMPARE(found->operands, (QStringList{QStringLiteral("name=a=b --x"), QStringLiteral("--odd=1")}));
        const auto sorted = parse({QStringLiteral("leads"), QStringLiteral("--sort"), QStringLiteral("-name")}, {});
        QCOMPARE(sorted->option(QStringLiteral("sort")), QStringLiteral("-name"));
    }

    void refusesWrongUsage_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("part");
        const auto row = [](const char* line, const char* part) {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(part);
        };
        row("--json", "command is missing");
        row("dance", "no command “dance”");
        row("lead", "second word");
        row("lead dance", "no command “lead dance”");
        row("board now", "does not take “now”");
        row("board --colour red", "no option “--colour”");
        row("--limit 3 leads", "before a command");
        row("board -x", "no option “-x”");
        row("board --owner", "needs a value");
        row("board --json=yes", "takes no value");
        row("leads --limit many", "whole number");
        row("leads --limit -1", "whole number");
        row("leads --limit 1 --limit 2", "given twice");
        row("lead show", "needs ID");
        row("lead set x", "needs FIELD=VALUE");
        row("lead set x name", "FIELD=VALUE");
        row("lead set x =name", "FIELD=VALUE");
        row("log x fax", "not one of call");
        row("log x note", "needs --text");
        row("log x note --text a --at 2026-01-01T10:00", "no option “--at”");
        row("log x follow_up", "needs --at");
        row("log x call --outcome fine", "is one of connected");
        row("task add x", "needs --title");
        row("new a.keyturn --org A --user B", "needs --email");
        row("tasks --due soon", "is one of today");
        row("backup", "needs --to");
    }
    void refusesWrongUsage()
    {
        QFETCH(QString, line);
        QFETCH(QString, part);
        const auto found = parse(line.split(QLatin1Char(' '), Qt::SkipEmptyParts), {});
        QVERIFY(!found.has_value());
        QVERIFY2(found.error().message.contains(part), qPrintable(found.error().message));
        QVERIFY(!found.error().hint.isEmpty());
    }

    void helpNeedsNothingElse()
    {
        for (const char* line : {"--help", "-h", "lead show --help", "new --help", "--version"}) {
            QVERIFY2(parse(words(line), {}).has_value(), line);
        }
        for (const CommandSpec& spec : commandTable()) {
            QVERIFY(commandHelp(spec).contains(spec.usage()));
            QVERIFY(generalHelp().contains(spec.help));
        }
    }

    void windowOrCommandLine_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("isCommand");
        QTest::newRow("nothing") << "" << false;
        QTest::newRow("a file") << "/home/me/book.keyturn" << false;
        QTest::newRow("a file here") << "book.keyturn" << false;
        QTest::newRow("a workspace") << "--workspace book" << false;
        QTest::newRow("a command") << "board" << true;
        QTest::newRow("half a command") << "lead" << true;
        QTest::newRow("a typing error") << "baord" << true;
        QTest::newRow("help") << "--help" << true;
        QTest::newRow("common options first") << "--workspace book board" << true;
    }
    void windowOrCommandLine()
    {
        QFETCH(QString, line);
        QFETCH(bool, isCommand);
        QCOMPARE(isCommandLine(line.split(QLatin1Char(' '), Qt::SkipEmptyParts)), isCommand);
    }

    void errorsHaveTheirShape()
    {
        const Error error{Error::Kind::Conflict, QStringLiteral("Too\nlate."), QStringLiteral("{}"), {}};
        const Outcome json = toOutcome(fail(error), true);
        QCOMPARE(json.exit, 1);
        QVERIFY(json.err.isEmpty());
        QCOMPARE(
            QJsonDocument::fromJson(json.out).object(),
            (QJsonObject{{QStringLiteral("error"), QJsonObject{{QStringLiteral("kind"), QStringLiteral("conflict")},
                                                               {QStringLiteral("message"), error.message},
                                                               {QStringLiteral("detail"), error.detail}}}}));
        const Outcome text = toOutcome(fail(error), false);
        QCOMPARE(text.err, QByteArray("keyturn: Too late.\n"));
        QVERIFY(text.out.isEmpty());
        QCOMPARE(exitStatus(Error::Kind::Offline), 3);
        QCOMPARE(exitStatus(Error::Kind::Cancelled), 130);
    }

    void columnsAlign()
    {
        TextTable table;
        table.addColumn(QStringLiteral("Name"));
        table.addColumn(QStringLiteral("Amount"), TextTable::Align::Right);
        table.addRow({QStringLiteral("Zoe\u0301"), QStringLiteral("1.00")});
        table.addRow({QStringLiteral("\u674e\u5c0f\u9f99"), QStringLiteral("20.00")});
        table.addRule();
        table.addRow({QStringLiteral("All"), QStringLiteral("21.00")});
        QCOMPARE(table.toText(), QStringLiteral("Name    Amount\n"
                                                "------  ------\n"
                                                "Zoe\u0301       1.00\n"
                                                "\u674e\u5c0f\u9f99   20.00\n"
                                                "------  ------\n"
                                                "All      21.00\n"));
    }

    void terminalsAreSafe()
    {
        QCOMPARE(oneLine(QStringLiteral("a\033[31mb\nc\u202ed\u0085e")), QStringLiteral("a [31mb c d e"));
    }

    void momentsAreReadInTheUsersZone()
    {
        const QTimeZone denver("America/Denver");
        QCOMPARE(readMoment(QStringLiteral("2026-02-15T10:00"), denver)->toUTC().toString(Qt::ISODate),
                 QStringLiteral("2026-02-15T17:00:00Z"));
        QCOMPARE(readMoment(QStringLiteral("2026-02-15 10:00:30"), denver)->toUTC().toString(Qt::ISODate),
                 QStringLiteral("2026-02-15T17:00:30Z"));
        QCOMPARE(readMoment(QStringLiteral("2026-02-15T10:00+02:00"), denver)->toUTC().toString(Qt::ISODate),
                 QStringLiteral("2026-02-15T08:00:00Z"));
        for (const char* wrong : {"", "today", "2026-02-30T10:00", "2026-02-15T25:00", "2026-02-15", "10:00"}) {
            QVERIFY2(!readMoment(QString::fromLatin1(wrong), denver).has_value(), wrong);
        }
        QVERIFY(readDate(QStringLiteral("2024-02-29")).has_value());
        for (const char* wrong : {"", "2026-02-29", "15.2.2026", "2026-2-1", "tomorrow"}) {
            QVERIFY2(!readDate(QString::fromLatin1(wrong)).has_value(), wrong);
        }
    }
};

QTEST_GUILESS_MAIN(TestInvocation)
#include "tst_invocation.moc"
