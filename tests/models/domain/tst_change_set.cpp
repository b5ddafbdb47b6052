// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/catalogue.h"
#include "models/domain/change_set.h"
#include "models/domain/lead_card.h"
#include "models/domain/stage.h"
#include "models/domain/timeline_entry.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

using namespace keyturn;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

ChangeSet sample()
{
    ChangeSet set;
    set.id = OperationId::fromString(s("01900000-0000-7000-8000-000000000001"));
    set.origin = ChangeSet::Origin::Redo;
    set.command = s("update_leads");
    set.summary = s("Señora Ünal changed");
    set.author = UserId::fromString(s("01900000-0000-7000-8000-000000000002"));
    set.at = Instant{1772470800123};
    RowChange row;
    row.kind = RowChange::Kind::Insert;
    row.table = s("leads");
    row.id = row.leadId = s("01900000-0000-7000-8000-000000000003");
    row.version = 7;
    row.fields = {
        {s("big"), QVariant(std::numeric_limits<qint64>::min()), QVariant(std::numeric_limits<qint64>::max())},
        {s("edge"), QVariant((qint64(1) << 53) + 1), QVariant(qint64(0))},
        {s("real"), QVariant(0.1), QVariant(2.0)},
        {s("null"), QVariant(), QVariant(s(""))},
        {s("text"), QVariant(s("{\"i\":\"1\"}")), QVariant(s("línea\n2"))},
        {s("bytes"), QVariant(), QVariant(QByteArray("\0\xff\x01", 3))}};
    set.rows = {row};
    return set;
}

} // namespace

class TestChangeSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void roundTripThroughText()
    {
        const ChangeSet set = sample();
        const QByteArray text = QJsonDocument(set.toJson()).toJson(QJsonDocument::Compact);
        const auto back = ChangeSet::fromJson(QJsonDocument::fromJson(text).object());
        QVERIFY(back.has_value());
        QCOMPARE(*back, set);
        for (size_t i = 0; i < set.rows.front().fields.size(); ++i) {
            QCOMPARE(back->rows.front().fields[i].after.typeId(), set.rows.front().fields[i].after.typeId());
            QCOMPARE(back->rows.front().fields[i].before.typeId(), set.rows.front().fields[i].before.typeId());
        }
    }

    void textSaysWhatTheTreeSays()
    {
        ChangeSet set = sample();
        set.summary = s("“Ann” \\ \"Lee\"\n\t→ moved");
        QCOMPARE(QJsonDocument::fromJson(set.toJsonText()).object(), set.toJson());
        set.rows.clear();
        QCOMPARE(QJsonDocument::fromJson(set.toJsonText()).object(), set.toJson());
    }

    void damage()
    {
        const QJsonObject good = sample().toJson();
        QVERIFY(!ChangeSet::fromJson({}).has_value());
        QJsonObject bad = good;
        bad.insert(s("origin"), s("elsewhere"));
        QCOMPARE(ChangeSet::fromJson(bad).error().kind, Error::Kind::Corrupt);
        bad = good;
        bad.insert(s("rows"), QJsonArray{QJsonObject{{s("kind"), s("drop")}}});
        QCOMPARE(ChangeSet::fromJson(bad).error().kind, Error::Kind::Corrupt);
        QJsonObject row = good.value(s("rows")).toArray().at(0).toObject();
        row.insert(s("fields"), QJsonArray{QJsonArray{s("x"), QJsonObject{{s("b64"), s("***")}}, 1}});
        bad.insert(s("rows"), QJsonArray{row});
        QCOMPARE(ChangeSet::fromJson(bad).error().kind, Error::Kind::Corrupt);
    }

    void lookups()
    {
        const RowChange row = sample().rows.front();
        QVERIFY(row.touches(s("null")));
        QVERIFY(!row.touches(s("other")));
        QVERIFY(!row.after(s("other")).isValid());
        QCOMPARE(row.before(s("real")).toDouble(), 0.1);
        QCOMPARE(sample().leads().size(), size_t(1));
    }

    void keysOfKinds()
    {
        for (const StageKind kind :
             {StageKind::Open, StageKind::Won, StageKind::Lost, StageKind::OnIce, StageKind::Disqualified}) {
            QCOMPARE(stageKindFromKey(stageKindKey(kind)), kind);
        }
        for (const Temperature warmth : {Temperature::Cold, Temperature::Warm, Temperature::Hot}) {
            QCOMPARE(temperatureFromKey(temperatureKey(warmth)), warmth);
        }
    }

    void cursors()
    {
        const TimelineCursor cursor{Instant{1772470800123}, s("01900000-0000-7000-8000-000000000003")};
        QCOMPARE(TimelineCursor::fromString(cursor.toString()), cursor);
        for (const char* bad : {"", "x", "1_", "_id", "12_not-a-uuid", "a_01900000-0000-7000-8000-000000000003"}) {
            QVERIFY(TimelineCursor::fromString(s(bad)).isNull());
        }
    }

    void people()
    {
        User user;
        user.email = s("zoe@example.com");
        QCOMPARE(user.initials(), s("Z"));
        user.firstName = s("zoe");
        user.lastName = s("Ünal");
        QCOMPARE(user.initials(), s("ZÜ"));
        QCOMPARE(user.name(), s("zoe Ünal"));
        Catalogue catalogue;
        QVERIFY(catalogue.initialStage() == nullptr);
        catalogue.tags = {Tag{{}, s("VIP"), s("#000000")}};
        QVERIFY(catalogue.tagByName(s(" vip ")) != nullptr);
    }
};

QTEST_GUILESS_MAIN(TestChangeSet)
#include "tst_change_set.moc"
