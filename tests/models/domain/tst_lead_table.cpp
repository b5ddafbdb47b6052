// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lead_search.h"
#include "models/domain/lead_table.h"
#include "models/domain/text_order.h"
#include "tests/support/random_card.h"
#include "tests/support/test_main.h"

using namespace keyturn;
using namespace keyturn::test;

namespace {

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
