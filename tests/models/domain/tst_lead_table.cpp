// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lead_search.h"
#include "models/domain/lead_table.h"
#include "models/domain/text_order.h"
#include "tests/support/test_main.h"

#include <QRandomGenerator>

using namespace keyturn;

namespace {

LeadId leadId(quint32 n)
{
    return LeadId(QUuid(n * 2654435761U, 1, 0x7000, 0x80, 0, 0, 0, quint8(n >> 24U), quint8(n >> 16U), quint8(n >> 8U),
                        quint8(n)));
}

template<typename T>
T made(quint32 n)
{
    return T(QUuid(n, 2, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
}

LeadCard randomCard(QRandomGenerator& random, quint32 n)
{
    LeadCard card;
    card.id = leadId(n);
    card.stage = made<StageId>(random.bounded(22U));
    card.owner = random.bounded(5) == 0 ? UserId() : made<UserId>(random.bounded(7U));
    card.name = QStringLiteral("Lead %1 %2").arg(n).arg(QString(random.bounded(20), QChar(u'x')));
    card.email = random.bounded(4) == 0 ? QString() : QStringLiteral("lead%1@example.com").arg(n);
    card.phone = random.bounded(4) == 0 ? QString() : QStringLiteral("+1720555%1").arg(n % 10000, 4, 10, QChar(u'0'));
    card.valueCents = random.bounded(900'000) * qint64(100);
    card.stageEnteredAt = Instant{qint64(1'700'000'000 + random.bounded(10'000'000)) * 1000};
    card.lastActivityAt = Instant{qint64(1'700'000'000 + random.bounded(10'000'000)) * 1000};
    card.createdAt = Instant{qint64(1'600'000'000) * 1000};
    card.firstContactedAt = random.bounded(2) == 0 ? Instant{} : card.createdAt;
    card.temperature = static_cast<Temperature>(random.bounded(3));
    card.program = QStringLiteral("program%1").arg(random.bounded(9));
    card.purpose = QStringLiteral("purpose%1").arg(random.bounded(7));
    card.ficoBand = QStringLiteral("fico%1").arg(random.bounded(8));
    card.source = QStringLiteral("source%1").arg(random.bounded(600));
    card.state = QStringLiteral("CO");
    card.termMonths = 360;
    card.ltvPct3 = random.bounded(120'000);
    card.lockExpiresDay = random.bounded(3) == 0 ? 19'900 : 0;
    card.closeDay = random.bounded(3) == 0 ? 19'950 : 0;
    card.score = random.bounded(101);
    card.doNotContact = random.bounded(9) == 0;
    for (int i = random.bounded(3); i > 0; --i) {
        card.tags.append(QStringLiteral("tag%1").arg(random.bounded(6)));
    }
    card.tags.removeDuplicates();
    card.tags.sort();
    if (random.bounded(2) == 0) {
        card.taskTitle = QStringLiteral("Call about %1").arg(random.bounded(100));
        card.taskType = QStringLiteral("call");
        card.taskDueAt = Instant{qint64(1'710'000'000 + random.bounded(1'000'000)) * 1000};
        card.taskHasTime = random.bounded(2) == 0;
    }
    card.rank = random.bounded(10) == 0 ? random.bounded(1000) : 0;
    return card;
}

bool isFound(const LeadTable& table, LeadTable::Row row, const QByteArray& typed)
{
    return LeadSearch(table, QString::fromUtf8(typed)).fits(row);
}

} // namespace

class TestLeadTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void keepsWhatItWasGivenThroughRandomChanges()
    {
        QRandomGenerator random(7);
        LeadTable table;
        QHash<LeadId, LeadCard> model;
        for (int step = 0; step < 20'000; ++step) {
            const quint32 n = random.bounded(1500U);
            if (random.bounded(4) == 0) {
                const bool known = model.remove(leadId(n));
                QCOMPARE(table.remove(leadId(n)) != LeadTable::noRow, known);
            } else {
                const LeadCard card = randomCard(random, n);
                const LeadTable::Row before = table.rowOf(card.id);
                const LeadTable::Row row = table.upsert(card);
                QVERIFY(before == LeadTable::noRow || before == row);
                model.insert(card.id, card);
            }
        }
        QCOMPARE(table.count(), model.size());
        for (const LeadCard& card : std::as_const(model)) {
            const LeadTable::Row row = table.rowOf(card.id);
            QVERIFY(row != LeadTable::noRow);
            QCOMPARE(table.card(row) == card, true);
            QCOMPARE(table.word(table.wordIndex(row, LeadTable::Source)), card.source);
        }
        qsizetype live = 0;
        for (LeadTable::Row row = 0; row < table.rowLimit(); ++row) {
            live += table.isLive(row) ? 1 : 0;
        }
        QCOMPARE(live, model.size());
    }

    void givesTextBackWhenItWastesTooMuch()
    {
        LeadTable table;
        LeadCard card;
        card.stage = made<StageId>(1);
        for (int round = 1; round <= 40; ++round) {
            for (quint32 n = 0; n < 2000; ++n) {
                card.id = leadId(n);
                card.name = QString(20 + round, QChar(u'n'));
                table.upsert(card);
            }
        }
        QVERIFY2(table.bytes() < 2000 * 1500, qPrintable(QString::number(table.bytes())));
        QCOMPARE(table.card(table.rowOf(leadId(1999))).name, QString(60, QChar(u'n')));
    }

    void movesToAnotherStageAlone()
    {
        QRandomGenerator random(3);
        LeadTable table;
        LeadCard card = randomCard(random, 1);
        const LeadTable::Row row = table.upsert(card);
        card.stage = made<StageId>(99);
        card.stageEnteredAt = Instant{1'720'000'000'000};
        table.setStage(row, card.stage, card.stageEnteredAt);
        QVERIFY(table.card(row) == card);
        QCOMPARE(table.stageAt(table.indexOfStage(card.stage)), card.stage);
        QCOMPARE(table.indexOfStage(made<StageId>(12345)), LeadTable::noIndex);
    }

    void finds_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<bool>("found");
        QTest::newRow("name, other case") << QByteArray("ortEGA") << true;
        QTest::newRow("accents as typed") << QByteArray("josé") << true;
        QTest::newRow("accents in capitals") << QByteArray("JOSÉ") << true;
        QTest::newRow("two words of different texts") << QByteArray("ortega appraisal") << true;
        QTest::newRow("one word missing") << QByteArray("ortega title") << false;
        QTest::newRow("a tag") << QByteArray("first home") << true;
        QTest::newRow("e-mail") << QByteArray("rosa@exam") << true;
        QTest::newRow("phone with punctuation") << QByteArray("(916) 555-0142") << true;
        QTest::newRow("phone digits") << QByteArray("5550142") << true;
        QTest::newRow("name and phone") << QByteArray("ortega 555-0142") << true;
        QTest::newRow("other phone") << QByteArray("555-0143") << false;
        QTest::newRow("not across two texts") << QByteArray("garosa") << false;
        QTest::newRow("nothing typed") << QByteArray("  ") << true;
    }
    void finds()
    {
        QFETCH(QByteArray, typed);
        QFETCH(bool, found);
        LeadTable table;
        LeadCard card;
        card.id = leadId(1);
        card.stage = made<StageId>(1);
        card.name = QStringLiteral("José Ortega");
        card.email = QStringLiteral("Rosa@example.com");
        card.phone = QStringLiteral("+19165550142");
        card.tags = {QStringLiteral("First home")};
        card.taskTitle = QStringLiteral("Order the appraisal");
        const LeadTable::Row row = table.upsert(card);
        QCOMPARE(isFound(table, row, typed), found);
        card.phone = QStringLiteral("916.555.0142 x3");
        table.upsert(card);
        QCOMPARE(isFound(table, row, typed), found);
    }

    void staysSmall()
    {
        QRandomGenerator random(11);
        LeadTable table;
        constexpr int leads = 100'000;
        table.reserve(leads);
        qsizetype text = 0;
        for (quint32 n = 0; n < leads; ++n) {
            const LeadCard card = randomCard(random, n);
            text += card.name.toUtf8().size() + card.email.size() + card.phone.size() + card.taskTitle.size();
            table.upsert(card);
        }
        QCOMPARE(table.count(), qsizetype(leads));
        // The arena may have grown ahead of its need, like any vector.
        const qsizetype perLead = (table.bytes() - 2 * (text + 12 * leads)) / leads;
        QVERIFY2(perLead < 80, qPrintable(QString::number(perLead)));
    }
};

QTEST_APPLESS_MAIN(TestLeadTable)
#include "tst_lead_table.moc"
