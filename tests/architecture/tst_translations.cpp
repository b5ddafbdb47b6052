// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/support/ts_file.h"

#include <QDirIterator>
#include <QLibraryInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace keyturn;
using test::TsFile;

namespace {

const QString root = QStringLiteral(KEYTURN_SOURCE_DIR);

QString catalogue(const char* language)
{
    return root + QStringLiteral("/translations/keyturn_%1.ts").arg(QLatin1String(language));
}

QByteArray lines(QStringList list)
{
    list.sort();
    return list.join(QLatin1Char('\n')).toUtf8();
}

QByteArray difference(QSet<QString> from, const QSet<QString>& what)
{
    return lines(from.subtract(what).values());
}

QString collector()
{
    const QString name = QStringLiteral("lupdate");
    const QString ours =
        QStandardPaths::findExecutable(name, {QLibraryInfo::path(QLibraryInfo::BinariesPath),
                                              QLibraryInfo::path(QLibraryInfo::LibraryExecutablesPath)});
    return ours.isEmpty() ? QStandardPaths::findExecutable(name) : ours;
}

QStringList sources()
{
    QStringList found;
    for (const char* floor : {"app", "ui", "models"}) {
        QDirIterator it(root + QLatin1Char('/') + QLatin1String(floor),
                        {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            found.append(QDir(root).relativeFilePath(it.next()));
        }
    }
    return found;
}

/// A catalogue with one message, as lupdate writes it.
QString writeOne(const QTemporaryDir& folder, const QString& message)
{
    QFile file(folder.filePath(QStringLiteral("one.ts")));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(
            QStringLiteral("<TS version=\"2.1\"><context><name>Here</name>%1</context></TS>").arg(message).toUtf8());
    }
    return file.fileName();
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void nothingIsLeftToDo_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("English") << catalogue("en");
        QTest::newRow("Spanish") << catalogue("es");
    }
    void nothingIsLeftToDo()
    {
        QFETCH(QString, path);
        const TsFile file(path);
        QVERIFY2(file.error().isEmpty(), qPrintable(file.error()));
        QVERIFY(!file.messages().empty());
        QVERIFY2(file.complaints().isEmpty(), lines(file.complaints()).constData());
    }

    void englishHoldsThePluralsAlone()
    {
        const TsFile english(catalogue("en"));
        const TsFile spanish(catalogue("es"));
        QCOMPARE(lines(english.keys().values()), lines(spanish.pluralKeys().values()));
        QCOMPARE(english.pluralKeys(), english.keys());
    }

    void theSourcesSayNothingElse()
    {
        const QString program = collector();
        if (program.isEmpty()) {
            QSKIP("lupdate is not installed.");
        }
        QTemporaryDir folder;
        QFile list(folder.filePath(QStringLiteral("sources.lst")));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write(lines(sources()));
        list.close();
        const QString fresh = folder.filePath(QStringLiteral("keyturn_es.ts"));
        QProcess lupdate;
        lupdate.setWorkingDirectory(root);
        lupdate.start(program, {QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"),
                                QStringLiteral("-I"), QStringLiteral("."), QLatin1Char('@') + list.fileName(),
                                QStringLiteral("-ts"), fresh});
        QVERIFY(lupdate.waitForFinished(120'000));
        QCOMPARE(lupdate.exitCode(), 0);
        // It complains about a class without Q_OBJECT, or one that it cannot find: there tr() would ask in vain.
        QCOMPARE(lupdate.readAllStandardError(), QByteArray());

        const TsFile said(fresh);
        const TsFile spanish(catalogue("es"));
        QVERIFY2(said.error().isEmpty(), qPrintable(said.error()));
        const char* const remedy = "\nBuild the target update_translations and translate what is new.";
        const QByteArray missing = difference(said.keys(), spanish.keys());
        QVERIFY2(missing.isEmpty(), QByteArray("Not in the catalogue:\n" + missing + remedy).constData());
        const QByteArray left = difference(spanish.keys(), said.keys());
        QVERIFY2(left.isEmpty(), QByteArray("No longer said:\n" + left + remedy).constData());
        QCOMPARE(lines(spanish.pluralKeys().values()), lines(said.pluralKeys().values()));
    }

    void faultIsCaught_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<qsizetype>("complaints");
        const auto row = [](const char* name, const char* source, const char* translation, qsizetype complaints) {
            QTest::newRow(name) << QStringLiteral("<message><source>%1</source>%2</message>")
                                       .arg(QString::fromUtf8(source), QString::fromUtf8(translation))
                                << complaints;
        };
        row("good", "%1 of %2", "<translation>%2: %1</translation>", 0);
        row("unfinished", "a", "<translation type=\"unfinished\">b</translation>", 1);
        row("vanished", "a", "<translation type=\"vanished\">b</translation>", 1);
        row("empty", "a", "<translation></translation>", 1);
        row("no translation at all", "a", "", 1);
        row("placeholder lost", "%1 of %2", "<translation>%1</translation>", 1);
        row("placeholder twice", "%1", "<translation>%1 %1</translation>", 1);
        row("locale lost", "%L1", "<translation>%1</translation>", 1);
        row("tag lost", "&lt;b>a&lt;/b>", "<translation>&lt;b>a</translation>", 1);
        row("tag kept", "&lt;b>a&lt;/b>", "<translation>&lt;b>b&lt;/b></translation>", 0);
        row("mnemonic lost", "&amp;Open", "<translation>Abrir</translation>", 1);
        row("mnemonic moved", "&amp;Open", "<translation>A&amp;brir</translation>", 0);
        row("two mnemonics", "&amp;Open", "<translation>&amp;A&amp;brir</translation>", 1);
        row("an ampersand is none", "A &amp;&amp; B", "<translation>A y B</translation>", 0);
        row("line end lost", "a\n", "<translation>b</translation>", 1);
        row("control character kept", "<byte value=\"xd\"/>a", "<translation><byte value=\"xd\"/>b</translation>", 0);
        const auto plural = [](const char* name, const char* translation, qsizetype complaints) {
            QTest::newRow(name)
                << QStringLiteral(
                       "<message numerus=\"yes\"><source>%n days</source><translation>%1</translation></message>")
                       .arg(QString::fromUtf8(translation))
                << complaints;
        };
        plural("both forms", "<numerusform>%n día</numerusform><numerusform>%n días</numerusform>", 0);
        plural("one form", "<numerusform>%n días</numerusform>", 1);
        plural("an empty form", "<numerusform>%n día</numerusform><numerusform></numerusform>", 1);
        plural("a form without the number", "<numerusform>un día</numerusform><numerusform>%n días</numerusform>", 1);
    }
    void faultIsCaught()
    {
        QFETCH(QString, message);
        QFETCH(qsizetype, complaints);
        const QTemporaryDir folder;
        const TsFile file(writeOne(folder, message));
        QVERIFY2(file.error().isEmpty(), qPrintable(file.error()));
        QCOMPARE(file.messages().size(), std::size_t(1));
        QCOMPARE(file.complaints().size(), complaints);
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
