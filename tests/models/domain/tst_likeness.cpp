// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/likeness.h"
#include "tests/support/test_main.h"

#include <QSet>

using namespace keyturn;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

Likeness person(const char* name, const char* email = "", const char* phone = "", const char* city = "")
{
    Likeness one;
    one.name = s(name);
    one.firstName = one.name.section(u' ', 0, 0);
    one.email = s(email);
    one.phones = {s(phone), QString()};
    one.city = s(city);
    return one;
}

} // namespace

/// Who is taken for the same person, and who is not.
class TestLikeness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void names_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("similar");
        const auto row = [](const char* a, const char* b, bool similar) {
            QTest::addRow("%s / %s", a, b) << s(a) << s(b) << similar;
        };
        row("Ann Lee", "ann lee", true);
        row("LEE, Ann", "Ann Lee", true);
        row("Dr. Ann M. Lee Jr.", "Ann Lee", true);
        row("Ann Marie Lee", "Ann Lee", true);
        row("Bob Smith", "Robert Smith", true);
        row("Jon Smyth", "John Smith", true);
        row("Katherine O'Neil", "Catherine ONeil", true);
        row("José Núñez", "Jose Nunez", true);
        row("Elizabeth Browne", "Liz Brown", true);
        row("Micheal Johnson", "Michael Johnson", true);
        row("李 小龙", "李 小龙", true);
        row("Ann Lee", "Bo Lee", false);
        row("Ann Lee", "Lee", false);
        row("Ann Lee", "Ann Ray", false);
        row("John Smith", "Jane Smith", false);
        row("李 小龙", "王 小龙", false);
        row("", "", false);
        row("Mr.", "Mrs.", false);
    }
    void names()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(bool, similar);
        QCOMPARE(areSimilarNames(a, b), similar);
        QCOMPARE(areSimilarNames(b, a), similar);
        if (similar) {
            // Whoever is alike is found by how they sound: else nobody would compare them.
            const QStringList mine = nameSounds(a);
            const QStringList theirs = nameSounds(b);
            QVERIFY(QSet<QString>(mine.begin(), mine.end()).intersects(QSet<QString>(theirs.begin(), theirs.end())));
        }
    }

    void telephones()
    {
        QCOMPARE(phoneDigits(s("+13035550142")), s("3035550142"));
        QCOMPARE(phoneDigits(s("(303) 555-0142")), s("3035550142"));
        QCOMPARE(phoneDigits(s("+13035550142;ext=12")), s("3035550142"));
        QCOMPARE(phoneDigits(s("+4930123456")), s("4930123456"));
        QCOMPARE(phoneDigits(s("ask the office")), QString());
        QCOMPARE(phoneDigits(QString()), QString());
    }

    void scores()
    {
        const auto verdict = [](const Likeness& a, const Likeness& b) { return compareLikeness(a, b); };
        const auto mail = verdict(person("Ann Lee", "a@example.com"), person("Anne Lee", "A@Example.com "));
        QCOMPARE(mail.reasons, (QStringList{s("email"), s("name")}));
        const auto phone = verdict(person("Ann Lee", "", "+13035550142"), person("Ann Lee", "", "(303) 555-0142"));
        QCOMPARE(phone.reasons, (QStringList{s("phone"), s("name")}));
        const auto couple = verdict(person("Ann Lee", "", "+13035550142"), person("Bo Lee", "", "+13035550142"));
        QCOMPARE(couple.reasons, QStringList{s("phone")});
        const auto town = verdict(person("Ann Lee", "", "", "Denver"), person("Lee, Ann", "", "", "denver"));
        QCOMPARE(town.reasons, QStringList{s("name_and_city")});
        const auto two =
            verdict(person("Ann Lee", "a@example.com", "", "Denver"), person("Ann Lee", "b@example.com", "", "Denver"));
        QCOMPARE(verdict(person("Ann Lee"), person("Ann Lee")).score, 0); // a name alone is nothing
        QCOMPARE(verdict(person("Ann Lee", "", "", "Denver"), person("Bo Ray", "", "", "Denver")).score, 0);
        QVERIFY(mail.score > phone.score);
        QVERIFY(phone.score > town.score);
        QVERIFY(town.score > two.score);
        QVERIFY(phone.score > couple.score);
        for (const LikenessVerdict& one : {mail, phone, couple, town, two}) {
            QVERIFY(one.score > 0 && one.score < 100);
        }
        Likeness byId = person("Ann Lee");
        byId.externalId = s("4711");
        QCOMPARE(compareLikeness(byId, byId).reasons.front(), s("external_id"));
        Likeness chance = person("Bo Ray");
        chance.externalId = s("4711");
        QCOMPARE(compareLikeness(byId, chance).score, 0);
        Likeness firm = person("Ann Lee");
        firm.company = s("Acme");
        QCOMPARE(compareLikeness(firm, firm).reasons, QStringList{s("name_and_company")});
    }

    void theImportsRule()
    {
        QVERIFY(mayShareAPhone(s("Ann"), s("Ann Lee"), s("Ann"), s("Ann M. Lee")));
        QVERIFY(mayShareAPhone(QString(), s("Ann Lee"), s("Ann"), s("Ann Lee")));
        QVERIFY(!mayShareAPhone(s("Ann"), s("Ann Lee"), s("Bo"), s("Bo Lee")));
        QVERIFY(isSamePlace(s("Denver"), s("DENVER")));
        QVERIFY(!isSamePlace(QString(), QString()));
    }
};

QTEST_GUILESS_MAIN(TestLikeness)
#include "tst_likeness.moc"
