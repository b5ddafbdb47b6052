// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/house.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

using namespace keyturn;
using test::House;

namespace {

const QString source = QStringLiteral(KEYTURN_SOURCE_DIR);

void copyHouse(const QString& to)
{
    for (const QString& floor : {QStringLiteral("models"), QStringLiteral("ui"), QStringLiteral("app")}) {
        QDirIterator it(source + QLatin1Char('/') + floor, {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                        QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString from = it.next();
            const QString target = to + QLatin1Char('/') + QDir(source).relativeFilePath(from);
            QVERIFY(QDir().mkpath(QFileInfo(target).path()));
            QVERIFY(QFile::copy(from, target));
        }
    }
    QVERIFY(QFile::copy(source + QStringLiteral("/CMakeLists.txt"), to + QStringLiteral("/CMakeLists.txt")));
}

void plant(const QString& root, const QString& file, const QString& text)
{
    const QString path = root + QLatin1Char('/') + file;
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile planted(path);
    QVERIFY(planted.open(QIODevice::WriteOnly));
    planted.write("// SPDX-License-Identifier: GPL-3.0-or-later\n");
    planted.write(text.toUtf8());
}

/// The compiler call of some file of the room, as CMake wrote it down, without the file.
QStringList compilerCall(const QString& room)
{
    QFile list(QFileInfo(QStringLiteral(KEYTURN_PROGRAM)).path() + QStringLiteral("/compile_commands.json"));
    if (!list.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QString target =
        QStringLiteral("/keyturn_%1.dir/").arg(QString(room).replace(QLatin1Char('/'), QLatin1Char('_')));
    const QJsonArray entries = QJsonDocument::fromJson(list.readAll()).array();
    for (const QJsonValue& entry : entries) {
        const QStringList words = QProcess::splitCommand(entry.toObject().value(QStringLiteral("command")).toString());
        const auto output = words.indexOf(QStringLiteral("-o"));
        if (output > 0 && words.value(output + 1).contains(target)) {
            return words.mid(0, output);
        }
    }
    return {};
}

} // namespace

class TestHouse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void everyRoomIsRead()
    {
        const House house(source);
        QDirIterator it(source, {QStringLiteral("models"), QStringLiteral("ui"), QStringLiteral("app")}, QDir::Dirs);
        int folders = 0;
        while (it.hasNext()) {
            const QDir floor(it.next());
            for (const QString& room : floor.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
                ++folders;
                const QString folder = floor.dirName() + QLatin1Char('/') + room;
                QVERIFY2(house.visibleRooms(folder).contains(folder), qPrintable(folder));
            }
        }
        QVERIFY(folders >= 4);
        QCOMPARE(house.visibleRooms(QStringLiteral("models/domain")),
                 (QSet<QString>{QStringLiteral("models/domain"), QStringLiteral("models/base")}));
        QVERIFY(!house.visibleRooms(QStringLiteral("ui/shell")).contains(QStringLiteral("models/storage")));
        QVERIFY(house.visibleRooms(QStringLiteral("models/workspace")).contains(QStringLiteral("models/storage")));
    }

    void roomsFollowTheLaw()
    {
        const auto complaints = House(source).inspectRooms();
        QVERIFY2(complaints.empty(), qPrintable(test::toText(complaints)));
    }

    void includesFollowTheLaw()
    {
        const auto complaints = House(source).inspectIncludes();
        QVERIFY2(complaints.empty(), qPrintable(test::toText(complaints)));
    }

    void mannersAreKept()
    {
        const auto complaints = House(source).inspectManners();
        QVERIFY2(complaints.empty(), qPrintable(test::toText(complaints)));
    }

    void lengthsAreReported()
    {
        for (const auto& file : House(source).longerThan(400)) {
            qInfo("%d lines: %s (which second thing moved in?)", file.lines, qPrintable(file.file));
        }
    }

    void plantedIncludeIsCaught_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("include");
        const auto row = [](const char* name, const char* file, const char* include) {
            QTest::newRow(name) << QString::fromLatin1(file) << QString::fromLatin1(include);
        };
        row("models to ui", "models/items/planted.cpp", "#include \"ui/kit/theme.h\"");
        row("models to app", "models/workspace/planted.h", "#include \"app/cli/cli.h\"");
        row("ui to app", "ui/board/planted.cpp", "#include \"app/settings/settings.h\"");
        row("ui to storage", "ui/lead/planted.cpp", "#include \"models/storage/connection.h\"");
        row("app to storage", "app/cli/planted.cpp", "#include \"models/storage/connection.h\"");
        row("page to page", "ui/board/planted.cpp", "#include \"ui/lead/lead_page.h\"");
        row("domain to workspace", "models/domain/planted.cpp", "#include \"models/workspace/workspace.h\"");
        row("engine to ui", "app/cli/planted.cpp", "#include \"ui/kit/theme.h\"");
        row("unnamed room", "models/secret/planted.cpp", "");
        row("relative", "models/domain/planted.cpp", "#include \"../../ui/kit/theme.h\"");
        row("neighbour", "ui/kit/planted.cpp", "#include \"theme.h\"");
        row("widgets in models", "models/items/planted.cpp", "#include <QWidget>");
        row("gui in models", "models/domain/planted.cpp", "#include <QtGui/QColor>");
        row("sql in ui", "ui/leads/planted.cpp", "#include <QSqlQuery>");
        row("sql in domain", "models/domain/planted.cpp", "#include <QtSql/QSqlDatabase>");
        row("sqlite in workspace", "models/workspace/planted.cpp", "#include <sqlite3.h>");
        row("network in models", "models/workspace/planted.cpp", "#include <QTcpSocket>");
        row("oddly written", "models/domain/planted.cpp", "  #  include   <QLabel>");
    }
    void plantedIncludeIsCaught()
    {
        QFETCH(QString, file);
        QFETCH(QString, include);
        QTemporaryDir folder;
        copyHouse(folder.path());
        plant(folder.path(), file, include + QLatin1Char('\n'));
        const auto complaints = House(folder.path()).inspectIncludes();
        QVERIFY(!complaints.empty());
        for (const auto& complaint : complaints) {
            QCOMPARE(complaint.file, file);
        }
    }

    void plantedLinkIsCaught_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("models link ui") << QByteArray("keyturn_room(models/domain LINK Keyturn::base")
                                        << QByteArray("keyturn_room(models/domain LINK Keyturn::ui_kit");
        QTest::newRow("ui links storage") << QByteArray("keyturn_room(ui/board LINK Keyturn::ui_kit")
                                          << QByteArray("keyturn_room(ui/board LINK Keyturn::storage");
        QTest::newRow("workspace lets storage through")
            << QByteArray("PRIVATE_LINK Keyturn::storage") << QByteArray("LINK Keyturn::storage");
        QTest::newRow("command line links the window")
            << QByteArray("keyturn_room(app/cli LINK") << QByteArray("keyturn_room(app/cli LINK Keyturn::ui_shell");
        QTest::newRow("a room that is none") << QByteArray("keyturn_room(models/sample LINK")
                                             << QByteArray("keyturn_room(models/sample LINK Keyturn::cellar");
        QTest::newRow("widgets in models") << QByteArray("keyturn_room(models/items LINK")
                                           << QByteArray("keyturn_room(models/items LINK Qt6::Widgets");
    }
    void plantedLinkIsCaught()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QTemporaryDir folder;
        QFile original(source + QStringLiteral("/CMakeLists.txt"));
        QVERIFY(original.open(QIODevice::ReadOnly));
        QByteArray text = original.readAll();
        QVERIFY(text.contains(before));
        text.replace(before, after);
        QFile copy(folder.filePath(QStringLiteral("CMakeLists.txt")));
        QVERIFY(copy.open(QIODevice::WriteOnly));
        copy.write(text);
        copy.close();
        QVERIFY(!House(folder.path()).inspectRooms().empty());
    }

    void plantedBadMannersAreCaught_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const char* file, const QString& code) {
            QTest::newRow(name) << QString::fromLatin1(file) << code;
        };
        row("connect by string", "ui/kit/planted.cpp", QStringLiteral("connect(a, SIGNAL(b()), c, SLOT(d()));"));
        row("blocking connect", "models/workspace/planted.cpp",
            QStringLiteral("Qt::Blocking") + QStringLiteral("QueuedConnection"));
        row("shot thread", "models/base/planted.cpp", QStringLiteral("thread->terminate();"));
        row("nested loop", "ui/kit/planted.cpp", QStringLiteral("QCoreApplication::processEvents();"));
        row("blocking dialog", "ui/kit/planted.cpp", QStringLiteral("dialog.exec();"));
        row("left undone", "app/cli/planted.cpp", QStringLiteral("// TO") + QStringLiteral("DO later"));
        row("system clock", "models/domain/planted.cpp", QStringLiteral("QDateTime::currentDateTimeUtc();"));
        row("header without guard", "models/domain/planted.h", QStringLiteral("struct A;"));
    }
    void plantedBadMannersAreCaught()
    {
        QFETCH(QString, file);
        QFETCH(QString, code);
        QTemporaryDir folder;
        plant(folder.path(), file, code + QLatin1Char('\n'));
        const auto complaints = House(folder.path()).inspectManners();
        QCOMPARE(complaints.size(), std::size_t(1));
        QCOMPARE(complaints.front().file, file);
    }

    void missingLicenceLineIsCaught()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("ui/kit")));
        QFile file(folder.filePath(QStringLiteral("ui/kit/planted.cpp")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("int answer = 42;\n");
        file.close();
        QCOMPARE(House(folder.path()).inspectManners().size(), std::size_t(1));
    }

    void wordsInCommentsAndStringsAreNotCode()
    {
        QCOMPARE(test::withoutCommentsAndStrings(QStringLiteral("a(\"x\\\"y\"); // b\n/* c\nd */ e(1'000, '\"');")),
                 QStringLiteral("a(); \n\n e(1'000, );"));
    }

    void compilerRefuses_data()
    {
        QTest::addColumn<QString>("room");
        QTest::addColumn<QString>("include");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char* name, const char* room, const char* include, bool allowed) {
            QTest::newRow(name) << QString::fromLatin1(room) << QString::fromLatin1(include) << allowed;
        };
        row("domain sees base", "models/domain", "\"models/base/money.h\"", true);
        row("domain does not see ui", "models/domain", "\"ui/kit/theme.h\"", false);
        row("domain does not see workspace", "models/domain", "\"models/workspace/workspace.h\"", false);
        row("base has no widgets", "models/base", "<QWidget>", false);
        row("base has no SQL", "models/base", "<QSqlQuery>", false);
        row("kit sees base", "ui/kit", "\"models/base/money.h\"", true);
        row("kit does not see domain", "ui/kit", "\"models/domain/record.h\"", false);
    }
    void compilerRefuses()
    {
#ifndef Q_CC_GNU
        QSKIP("The compiler's command line is known for g++ and clang only.");
#endif
        QFETCH(QString, room);
        QFETCH(QString, include);
        QFETCH(bool, allowed);
        QStringList call = compilerCall(room);
        QVERIFY2(!call.isEmpty(), "no compile_commands.json beside the program, or nothing in it for this room");
        QTemporaryDir folder;
        plant(folder.path(), QStringLiteral("planted.cpp"), QStringLiteral("#include %1\n").arg(include));
        call << QStringLiteral("-fsyntax-only") << folder.filePath(QStringLiteral("planted.cpp"));
        QProcess compiler;
        const QString program = call.takeFirst();
        compiler.start(program, call);
        QVERIFY(compiler.waitForFinished(120'000));
        const QByteArray answer = compiler.readAllStandardError();
        QVERIFY2((compiler.exitCode() == 0) == allowed, answer.constData());
        if (!allowed) {
            QVERIFY2(answer.contains("No such file") || answer.contains("not found"), answer.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestHouse)
#include "tst_house.moc"
