// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lead_counter.h"
#include "tests/models/items/pipeline_book.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>

using namespace keyturn;

class TestLeadCounter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnAnyWarning();
        m_told.clear();
    }

    void countsOpenLeads_data()
    {
        QTest::addColumn<int>("leads");
        QTest::newRow("none") << 0;
        QTest::newRow("few") << 300;
        QTest::newRow("in slices") << 60'000;
    }

    void countsOpenLeads()
    {
        QFETCH(const int, leads);
        test::PipelineBook book(leads);
        LeadCounter counter(book.store);
        follow(counter);
        counter.setViews(views());
        QCoreApplication::processEvents();
        QVERIFY(m_told.isEmpty()); // as long as not all leads are there
        book.open();
        QTRY_COMPARE(m_told.size(), qsizetype(2));
        QCOMPARE(m_told, truth(book));
    }

    void countsAgainAfterAChange()
    {
        test::PipelineBook book(60'000);
        LeadCounter counter(book.store);
        follow(counter);
        counter.setViews(views());
        book.open();
        QTRY_COMPARE(m_told.size(), qsizetype(2));
        const auto before = m_told;
        QSignalSpy settled(&book.store, &LeadStore::settled);
        const auto hot = [&] {
            const QList<LeadId> all = book.workspace.leads().keys();
            book.workspace.changeElsewhere({all.begin(), all.begin() + 3'000},
                                           [](LeadCard& card) { card.temperature = Temperature::Hot; });
        };
        hot();
        counter.count(); // with what was, and again with what is then
        counter.count();
        QTRY_VERIFY(settled.count() > 0);
        counter.countSoon();
        counter.countSoon();
        QTRY_COMPARE(m_told, truth(book));
        QVERIFY(m_told != before);
    }

private:
    static std::vector<LeadCounter::View> views()
    {
        LeadFilter hot;
        hot.temperatures = {Temperature::Hot};
        return {{QStringLiteral("all"), {}}, {QStringLiteral("hot"), hot}};
    }

    void follow(const LeadCounter& counter)
    {
        connect(&counter, &LeadCounter::counted, this,
                [this](const QString& view, qint64 count) { m_told.insert(view, count); });
    }

    static QHash<QString, qint64> truth(const test::PipelineBook& book)
    {
        QHash<QString, qint64> counts{{QStringLiteral("all"), 0}, {QStringLiteral("hot"), 0}};
        for (const LeadCard& card : book.workspace.leads()) {
            if (book.workspace.catalogue().stage(card.stage)->kind == StageKind::Open) {
                ++counts[QStringLiteral("all")];
                counts[QStringLiteral("hot")] += card.temperature == Temperature::Hot ? 1 : 0;
            }
        }
        return counts;
    }

    QHash<QString, qint64> m_told;
};

QTEST_GUILESS_MAIN(TestLeadCounter)
#include "tst_lead_counter.moc"
