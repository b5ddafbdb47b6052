// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/language.h"
#include "tests/support/test_main.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTime>

using namespace keyturn;

class TestLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void datesAreNeverWrittenAsByTheCLocale_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QStringLiteral("en") << QStringLiteral("English");
        QTest::newRow("Spanish") << QStringLiteral("es") << QStringLiteral("Spanish");
        QTest::newRow("the system's") << QString() << QStringLiteral("English");
    }
    void datesAreNeverWrittenAsByTheCLocale()
    {
        QFETCH(QString, code);
        QFETCH(QString, language);
        Language chosen;
        chosen.use(code);
        const QLocale locale;
        QCOMPARE(QLocale::languageToString(locale.language()), language);
        const QString time = locale.toString(QTime(15, 5), QLocale::ShortFormat);
        QVERIFY2(time.startsWith(QStringLiteral("3:05")), qPrintable(time));
        const QString date = locale.toString(QDate(2026, 11, 19), QLocale::ShortFormat);
        QVERIFY2(!date.contains(QStringLiteral("Nov")), qPrintable(date));
    }
};

int main(int argc, char** argv)
{
    // A machine whose user reads English, with a time format that some script set.
    qunsetenv("LC_ALL");
    qputenv("LANG", "en_US.UTF-8");
    qputenv("LC_TIME", "C");
    QCoreApplication application(argc, argv);
    TestLanguage test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_language.moc"
