// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/search_marks.h"
#include "models/domain/search_query.h"
#include "tests/support/test_catalogue.h"
#include "tests/support/test_main.h"

#include <QRandomGenerator>
#include <QTest>

using namespace keyturn;
using namespace keyturn::test;

/// What is typed into a search box, understood.
class TestSearchQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void wordsPhrasesAndMinus()
    {
        const SearchQuery query = parse("ann  lee \"new roof\" -insurance -\"flood zone\"  app");
        QCOMPARE(texts(query.wanted), words("ann|lee|new roof|app*"));
        QCOMPARE(texts(query.unwanted), words("insurance|flood zone"));
        QVERIFY(query.hints.isEmpty());
        QVERIFY(!query.hasFilters());
        // With a blank after it, the last word is complete.
        QCOMPARE(texts(parse("ann ").wanted), words("ann"));
        // A quote that was not closed yet reaches to the end.
        QCOMPARE(texts(parse("\"new ro").wanted), words("new ro"));
        QVERIFY(parse("  ").isEmpty());
        QVERIFY(parse("- & … \"\"").isEmpty());
    }

    void numbersInAnyPunctuation_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("digits");
        QTest::newRow("plain") << "3035550142"
                               << "3035550142";
        QTest::newRow("brackets") << "(303) 555-0142"
                                  << "3035550142";
        QTest::newRow("dots") << "303.555.0142"
                              << "3035550142";
        QTest::newRow("country") << "+1 303 555 0142"
                                 << "13035550142";
        QTest::newRow("part") << "555-01"
                              << "55501";
    }
    void numbersInAnyPunctuation()
    {
        QFETCH(QString, typed);
        const SearchQuery query = parseSearch(typed, m_catalogue, m_now, QTimeZone::utc());
        QCOMPARE(query.wanted.size(), 1U);
        QTEST(query.wanted[0].digits, "digits");
    }

    void shortNumbersStayApart()
    {
        const SearchQuery query = parse("30 360 smith");
        QCOMPARE(texts(query.wanted), words("30|360|smith*"));
        QCOMPARE(query.wanted[0].digits, QString());
        QCOMPARE(query.wanted[1].digits, QStringLiteral("360"));
    }

    void filtersAreResolved()
    {
        const Stage& stage = m_catalogue.stages.front();
        const User& user = m_catalogue.users.front();
        const SearchQuery query = parseSearch(QStringLiteral("stage:%1 owner:%2 smith").arg(stage.key, user.email),
                                              m_catalogue, m_now, QTimeZone::utc());
        QVERIFY(query.stages && query.stages->size() == 1);
        QCOMPARE(query.stages->front(), stage.id);
        QVERIFY(query.owners);
        QCOMPARE(query.owners->front(), user.id);
        QCOMPARE(texts(query.wanted), words("smith*"));
        // By name, with several words and any case.
        const SearchQuery byName =
            parseSearch(QStringLiteral("STAGE:\"%1\"").arg(stage.name.toUpper()), m_catalogue, m_now, QTimeZone::utc());
        QVERIFY(byName.stages);
        QVERIFY(std::ranges::find(*byName.stages, stage.id) != byName.stages->end());
        const SearchQuery without =
            parseSearch(QStringLiteral("-stage:%1").arg(stage.key), m_catalogue, m_now, QTimeZone::utc());
        QVERIFY(without.stages);
        QCOMPARE(without.stages->size(), m_catalogue.stages.size() - 1);
        QVERIFY(std::ranges::find(*without.stages, stage.id) == without.stages->end());
        QCOMPARE(parse("owner:nobody").owners->front(), UserId());
        QCOMPARE(parse("is:mine").owners->front(), m_catalogue.me);
        QCOMPARE(parse("source:Zillow").sources, words("zillow"));
    }

    void amounts_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("least");
        QTest::addColumn<qint64>("most");
        constexpr qint64 none = -1;
        QTest::newRow("more") << "amount>300k" << qint64{30'000'001} << none;
        QTest::newRow("at least") << "amount>=300k" << qint64{30'000'000} << none;
        QTest::newRow("less") << "amount<1.2m" << none << qint64{119'999'999};
        QTest::newRow("blanks") << "amount > 300k" << qint64{30'000'001} << none;
        QTest::newRow("blank behind") << "amount> $300,000" << qint64{30'000'001} << none;
        QTest::newRow("both") << "amount>100k amount<=200k" << qint64{10'000'001} << qint64{20'000'000};
        QTest::newRow("range") << "amount:100k..200k" << qint64{10'000'000} << qint64{20'000'000};
        QTest::newRow("exactly") << "amount:350000" << qint64{35'000'000} << qint64{35'000'000};
        QTest::newRow("being typed") << "amount>" << none << none;
    }
    void amounts()
    {
        QFETCH(QString, typed);
        const SearchQuery query = parseSearch(typed, m_catalogue, m_now, QTimeZone::utc());
        QTEST(query.minCents.value_or(-1), "least");
        QTEST(query.maxCents.value_or(-1), "most");
        QVERIFY(query.wanted.empty());
        QVERIFY(query.hints.isEmpty());
    }

    void daysAreThoseOfTheZone()
    {
        const QTimeZone denver("America/Denver");
        const auto since = [&](const char* typed) {
            const SearchQuery query = parseSearch(QString::fromLatin1(typed), m_catalogue, m_now, denver);
            return query.since ? query.since->inZone(denver).toString(Qt::ISODate) : QString();
        };
        // 2026-02-02T02:40Z is still the first of February there.
        QCOMPARE(since("since:today"), QStringLiteral("2026-02-01T00:00:00-07:00"));
        QCOMPARE(since("since:7d"), QStringLiteral("2026-01-25T00:00:00-07:00"));
        QCOMPARE(since("since:2w"), QStringLiteral("2026-01-18T00:00:00-07:00"));
        QCOMPARE(since("since:3m"), QStringLiteral("2025-11-01T00:00:00-06:00"));
        QCOMPARE(since("since:2026-01-01"), QStringLiteral("2026-01-01T00:00:00-07:00"));
        QCOMPARE(since("since:someday"), QString());
    }

    void mistakesAreTextWithAHint()
    {
        const SearchQuery unknown = parse("color:red house");
        QCOMPARE(texts(unknown.wanted), words("color:red|house*"));
        QCOMPARE(unknown.hints.size(), 1);
        QVERIFY(unknown.hints.front().contains(QStringLiteral("color:")));
        QCOMPARE(parse("stage:nowhere").hints.size(), 1);
        QVERIFY(!parse("stage:nowhere").stages);
        QCOMPARE(parse("amount>lots").hints.size(), 1);
        QCOMPARE(parse("is:purple").hints.size(), 1);
        // What merely has a colon is no mistake.
        QVERIFY(parse("https://example.com/a 10:30 ratio 1:2").hints.isEmpty());
    }

    void spanishFiltersWork()
    {
        QVERIFY(parse(QByteArray("etapa:") + m_catalogue.stages.front().key.toLatin1()).stages);
        QCOMPARE(*parse("importe>300k").minCents, 30'000'001);
        QVERIFY(parse("desde:hoy").since);
    }

    void marksIgnoreCaseAccentsAndPunctuation()
    {
        const auto marked = [this](const char* text, const char* typed) {
            const QString shown = QString::fromUtf8(text);
            QStringList found;
            for (const auto& [start, length] : searchMarks(shown, parse(typed))) {
                found << shown.mid(start, length);
            }
            return found;
        };
        QCOMPARE(marked("José García", "jose garc"), words("José|Garc"));
        QCOMPARE(marked("Call (303) 555-0142 now", "3035550142"), words("303) 555-0142"));
        QCOMPARE(marked("unroofed roof", "roof"), words("roof"));
        QCOMPARE(marked("unroofed", "roof"), words("roof"));
        QCOMPARE(marked("a new roof, new", "\"new roof\""), words("new roof"));
        QVERIFY(marked("nothing here", "roof").isEmpty());
    }

    void excerptsShowTheFirstMark()
    {
        QString text = QString(QStringLiteral("word ")).repeated(100) + QStringLiteral("the APPRAISAL came in\nlow ") +
                       QString(QStringLiteral("rest ")).repeated(100);
        const SearchExcerpt excerpt = searchExcerpt(text, parse("appraisal"), 120);
        QVERIFY(excerpt.text.size() <= 122);
        QVERIFY(excerpt.text.startsWith(u'…'));
        QVERIFY(excerpt.text.endsWith(u'…'));
        QCOMPARE(excerpt.marks.size(), 1);
        QCOMPARE(excerpt.text.mid(excerpt.marks[0].first, excerpt.marks[0].second), QStringLiteral("APPRAISAL"));
        QVERIFY(!excerpt.text.contains(u'\n'));
        QCOMPARE(searchExcerpt(QStringLiteral("short"), parse("none"), 120).text, QStringLiteral("short"));
    }

    void anythingMayBeTyped()
    {
        QRandomGenerator dice(4711);
        const QStringList pieces =
            words("\"|-|:|>|<|=|stage:|owner:|amount|since:|7d|is:|300k| |  |ann|(303)|555-01|tag:,,,|..|é|\u0301|𝒜|"
                  "😀|\n|*|NEAR|AND|'|\\|%") +
            QStringList{QString(QChar(0)), QString(QChar(0xd835))};
        for (int i = 0; i < 20'000; ++i) {
            QString typed;
            for (int n = dice.bounded(12); n > 0; --n) {
                typed += pieces[dice.bounded(pieces.size())];
            }
            const SearchQuery query = parseSearch(typed, m_catalogue, m_now, QTimeZone::utc());
            QVERIFY(query.wanted.size() + query.unwanted.size() <= 16);
            for (const SearchTerm& term : query.wanted) {
                QVERIFY2(!term.text.isEmpty(), qPrintable(typed));
            }
            int end = 0;
            for (const auto& [start, length] : searchMarks(typed, query)) {
                QVERIFY(start >= end && length > 0 && start + length <= typed.size());
                end = start + length;
            }
            const SearchExcerpt excerpt = searchExcerpt(typed.repeated(20), query, 60);
            for (const auto& [start, length] : excerpt.marks) {
                QVERIFY(start >= 0 && start + length <= excerpt.text.size());
            }
        }
        QVERIFY(parseSearch(QString(100'000, u'a'), m_catalogue, m_now, QTimeZone::utc()).wanted[0].text.size() <= 500);
    }

private:
    [[nodiscard]] SearchQuery parse(const QByteArray& typed) const
    {
        return parseSearch(QString::fromUtf8(typed), m_catalogue, m_now, QTimeZone::utc());
    }

    static QStringList words(const char* text) { return QString::fromUtf8(text).split(u'|'); }

    /// With a star behind what may go on.
    static QStringList texts(const std::vector<SearchTerm>& terms)
    {
        QStringList all;
        for (const SearchTerm& term : terms) {
            all << (term.isPrefix ? QString(term.text + u'*') : term.text);
        }
        return all;
    }

    const Catalogue m_catalogue = catalogue();
    const Instant m_now{1'770'000'000'000};
};

QTEST_GUILESS_MAIN(TestSearchQuery)
#include "tst_search_query.moc"
