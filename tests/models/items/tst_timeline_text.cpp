// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/timeline_text.h"
#include "tests/support/test_catalogue.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QJsonDocument>
#include <QSet>

using namespace keyturn;

class TestTimelineText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void sentences_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("metadata");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("object");
        const auto row = [](const char* type, const char* metadata, const char* line, const char* object = "") {
            QTest::newRow(type) << QByteArray(type) << QByteArray(metadata) << QString::fromUtf8(line)
                                << QString::fromUtf8(object);
        };
        row("created", R"({"source":"web_form"})", "Hannah Brandt created this lead, source: Web form");
        row("status_changed", R"({"from":"house_hunting","to":"under_contract"})",
            "Hannah Brandt moved this lead from House hunting to Under contract", "Under contract");
        row("rate_locked", "{}", "Hannah Brandt recorded a rate lock");
        row("call_logged", R"({"duration_seconds":480,"direction":"outbound"})", "Hannah Brandt called Rosa, 8 min");
        row("call_completed", R"({"direction":"inbound"})", "Hannah Brandt took a call from Rosa");
        row("email_received", R"({"subject":"Paystubs"})", "Rosa wrote a mail: Paystubs", "Paystubs");
        row("tag_added", R"({"tag":"Veteran"})", "Hannah Brandt added the tag Veteran", "Veteran");
        row("assigned", R"({"assigned_to_name":"Miles Keller"})", "Hannah Brandt assigned this lead to Miles Keller",
            "Miles Keller");
        row("meeting_completed", R"({"duration_minutes":30,"in_person":true})",
            "Hannah Brandt met Rosa, 30 min, in person");
        row("score_updated", R"({"old_score":45,"new_score":72})", "Hannah Brandt changed the score from 45 to 72");
        row("field_changed", R"({"table":"leads","fields":{"email":["a@example.com","b@example.com"]}})",
            "Hannah Brandt changed E-mail from a@example.com to b@example.com", "b@example.com");
    }
    void sentences()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, metadata);
        TimelineEntry entry;
        entry.type = QString::fromLatin1(type);
        entry.metadata = QJsonDocument::fromJson(metadata).object();
        entry.actorType = QStringLiteral("user");
        entry.actorName = QStringLiteral("Hannah Brandt");
        const auto said = timelineSentence(entry, test::catalogue(), QStringLiteral("Rosa"));
        QTEST(said.line(), "line");
        QTEST(said.object, "object");
    }

    /// The catalogue of the data model: every type has its own sentence and an icon that exists.
    void everyTypeHasItsWords()
    {
        QStringList all;
        for (const TimelineGroup group : {TimelineGroup::Calls, TimelineGroup::Mail, TimelineGroup::Notes,
                                          TimelineGroup::Stages, TimelineGroup::Tasks, TimelineGroup::System}) {
            const QStringList types = timelineTypes(group);
            QVERIFY(!types.isEmpty());
            for (const QString& type : types) {
                QCOMPARE(timelineGroup(type), group);
                TimelineEntry entry;
                entry.type = type;
                entry.title = QStringLiteral("Title");
                const auto said = timelineSentence(entry, test::catalogue(), {});
                QVERIFY2(said.text.size() > 3 && !said.text.contains(u'%') && !said.actor.isEmpty(), qPrintable(type));
                const QString icon = QStringLiteral(KEYTURN_SOURCE_DIR "/resources/icons/%1.svg").arg(said.icon);
                QVERIFY2(QFile::exists(icon), qPrintable(icon));
            }
            all += types;
        }
        QVERIFY(all.size() >= 70);
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size());
        QVERIFY(timelineTypes(TimelineGroup::All).isEmpty());
    }

    void anUnknownTypeIsNotHidden()
    {
        TimelineEntry entry;
        entry.type = QStringLiteral("beamed_up");
        entry.createdBy = test::catalogue().me;
        QCOMPARE(timelineSentence(entry, test::catalogue(), {}).line(), QStringLiteral("Hannah Brandt Beamed up"));
        entry.title = QStringLiteral("was beamed up");
        QCOMPARE(timelineSentence(entry, test::catalogue(), {}).line(), QStringLiteral("Hannah Brandt was beamed up"));
    }

    void durations()
    {
        QCOMPARE(durationText(45), QStringLiteral("45 s"));
        QCOMPARE(durationText(480), QStringLiteral("8 min"));
        QCOMPARE(durationText(3600), QStringLiteral("1 h"));
        QCOMPARE(durationText(3900), QStringLiteral("1 h 5 min"));
    }
};

QTEST_APPLESS_MAIN(TestTimelineText)
#include "tst_timeline_text.moc"
