// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"
#include "app/settings/settings_keys.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace keyturn;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void everyKeyHasADefaultAndAMeaning()
    {
        QStringList names;
        for (const SettingKey& key : settingKeys()) {
            const QString name = QLatin1String(key.name);
            QVERIFY(!names.contains(name));
            names.append(name);
            // Which columns are folded at first depends on the pipeline: the board knows, the list does not.
            QVERIFY(key.fallback.isValid() || name == QLatin1String("board.folded"));
            QVERIFY(QLatin1String(key.meaning).size() > 3);
        }
    }

    void answersDefaultsUntilSomethingIsSet()
    {
        QTemporaryDir dir;
        Settings settings(dir.filePath(QStringLiteral("s.json")));
        QCOMPARE(settings.value(QStringLiteral("appearance")).toString(), QStringLiteral("system"));
        QVERIFY(!settings.value(QStringLiteral("nobody knows")).isValid());
        settings.setValue(QStringLiteral("appearance"), QStringLiteral("dark"));
        QCOMPARE(settings.value(QStringLiteral("appearance")).toString(), QStringLiteral("dark"));
    }

    void remembersOverAStart()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("a/b/s.json"));
        const QByteArray packed("\x00\xff\x01geometry", 11);
        {
            Settings settings(file);
            settings.setValue(QStringLiteral("window.geometry"), packed);
            settings.setValue(QStringLiteral("window.panelWidth"), 512);
            settings.setValue(QStringLiteral("book.recent"), QStringList{QStringLiteral("one"), QStringLiteral("two")});
            settings.setValue(QStringLiteral("reducedMotion"), true);
        }
        Settings again(file);
        QCOMPARE(again.value(QStringLiteral("window.geometry")).toByteArray(), packed);
        QCOMPARE(again.value(QStringLiteral("window.panelWidth")).toInt(), 512);
        QCOMPARE(again.value(QStringLiteral("book.recent")).toStringList().size(), 2);
        QVERIFY(again.value(QStringLiteral("reducedMotion")).toBool());
    }

    void writesByItselfAMomentAfterAChange()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("s.json"));
        Settings settings(file);
        settings.setValue(QStringLiteral("language"), QStringLiteral("es"));
        QVERIFY(!QFile::exists(file)); // the caller never waits for a disk
        QTRY_VERIFY(QFile::exists(file));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QJsonObject object = QJsonDocument::fromJson(written.readAll()).object();
        QCOMPARE(object.value(QStringLiteral("language")).toString(), QStringLiteral("es"));
    }

    void tellsOfAChangeOnceAndOnlyIfItIsOne()
    {
        QTemporaryDir dir;
        Settings settings(dir.filePath(QStringLiteral("s.json")));
        QSignalSpy changed(&settings, &Settings::valueChanged);
        settings.setValue(QStringLiteral("appearance"), QStringLiteral("system"));
        QCOMPARE(changed.size(), 0);
        settings.setValue(QStringLiteral("appearance"), QStringLiteral("light"));
        settings.setValue(QStringLiteral("appearance"), QStringLiteral("light"));
        QCOMPARE(changed.size(), 1);
    }

    void setsADamagedFileAsideAndStartsWithDefaults()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("s.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"appearance\": \"da");
        file.close();
        Settings settings(path);
        QVERIFY(!settings.trouble().isEmpty());
        QCOMPARE(settings.value(QStringLiteral("appearance")).toString(), QStringLiteral("system"));
        QVERIFY(QFile::exists(path + QStringLiteral(".unreadable")));
    }

    void saysSoWhenItCannotWrite()
    {
        QTemporaryDir dir;
        const QString wall = dir.filePath(QStringLiteral("wall"));
        QFile file(wall);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        Settings settings(wall + QStringLiteral("/s.json")); // a file where the folder would have to be
        QSignalSpy failed(&settings, &Settings::writeFailed);
        settings.setValue(QStringLiteral("appearance"), QStringLiteral("dark"));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(settings.value(QStringLiteral("appearance")).toString(), QStringLiteral("dark"));
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
