// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QJsonDocument>

using namespace keyturn;
using test::Program;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

QString id(const QJsonObject& object)
{
    return object.value(s("id")).toString();
}

} // namespace

/// Duplicates and merges by the real program, each start a process of its own.
class TestDuplicateCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnAnyWarning();
        m_program = std::make_unique<Program>();
        const QString file = m_program->file(s("book.keyturn"));
        const auto made = m_program->json({s("new"), file, s("--org"), s("Example Loans"), s("--user"),
                                           s("Loan Officer"), s("--email"), s("officer@example.com")});
        QVERIFY2(made.exit == 0, made.told().constData());
        m_program->setBook(file);
    }

    void pairsWithReasons()
    {
        const auto none = m_program->json({s("duplicates")});
        QVERIFY2(none.exit == 0, none.told().constData());
        QCOMPARE(none.object().value(s("total")).toInt(), 0);
        QVERIFY(none.object().value(s("pairs")).toArray().isEmpty());
        QVERIFY(m_program->run({s("duplicates")}).out.contains("No likely duplicates"));
        const QString ann = add({s("name=Ann Lee"), s("email=ann@example.com"), s("mobile=303-555-0142")});
        const QString anne = add({s("name=Anne Lee"), s("phone=(303) 555-0142")});
        add({s("name=Bo Ray"), s("email=bo@example.com")});
        const auto found = m_program->json({s("duplicates")});
        QVERIFY2(found.exit == 0, found.told().constData());
        const QJsonArray pairs = found.object().value(s("pairs")).toArray();
        QCOMPARE(pairs.size(), 1);
        const QJsonObject pair = pairs.at(0).toObject();
        QCOMPARE(id(pair.value(s("first")).toObject()), ann);
        QCOMPARE(id(pair.value(s("second")).toObject()), anne);
        QVERIFY(pair.value(s("score")).toInt() > 0);
        QCOMPARE(pair.value(s("reasons")).toArray(), (QJsonArray{s("phone"), s("name")}));
        const auto people = m_program->run({s("duplicates")});
        QVERIFY(people.out.contains("Anne Lee") && people.out.contains("same phone"));
        const auto few = m_program->json({s("duplicates"), s("--limit"), s("0")});
        QCOMPARE(few.object().value(s("total")).toInt(), 1);
        QVERIFY(few.object().value(s("pairs")).toArray().isEmpty());
    }

    void aMergeAndItsWayBack()
    {
        const QString keep = add({s("name=Ann Lee"), s("email=ann@example.com"), s("interest_level=high")});
        const QString other = add({s("name=Anne Lee"), s("email=anne@example.com"), s("interest_level=low"),
                                   s("profile.city=Denver"), s("tags=VIP")});
        const auto task = m_program->json({s("task"), s("add"), other, s("--title"), s("Call")});
        QVERIFY2(task.exit == 0, task.told().constData());
        const auto call = m_program->json({s("log"), other, s("call"), s("--text"), s("Talked")});
        QVERIFY2(call.exit == 0, call.told().constData());
        const auto merged = m_program->json({s("merge"), keep, other, s("--from-other"), s("email, interest_level")});
        QVERIFY2(merged.exit == 0, merged.told().constData());
        const QJsonObject lead = merged.object();
        QCOMPARE(id(lead), keep);
        QCOMPARE(lead.value(s("email")).toString(), s("anne@example.com"));
        QCOMPARE(lead.value(s("interest_level")).toString(), s("low"));
        QCOMPARE(lead.value(s("profile")).toObject().value(s("city")).toString(), s("Denver"));
        QCOMPARE(lead.value(s("tags")).toArray(), QJsonArray{s("VIP")});
        QCOMPARE(lead.value(s("total_calls")).toInt(), 1);
        // An id from before leads to the lead that was kept.
        QCOMPARE(id(m_program->json({s("lead"), s("show"), other}).object()), keep);
        QCOMPARE(m_program->json({s("leads")}).array().size(), 1);
        const QJsonArray timeline = m_program->json({s("timeline"), keep}).object().value(s("activities")).toArray();
        int merges = 0;
        int calls = 0;
        for (const QJsonValue& entry : timeline) {
            const QString type = entry.toObject().value(s("activity_type")).toString();
            merges += type == s("lead_merged") ? 1 : 0;
            calls += type == s("call_logged") ? 1 : 0;
        }
        QCOMPARE(merges, 1);
        QCOMPARE(calls, 1);
        QVERIFY(m_program->json({s("verify")}).exit == 0);
        const auto undone = m_program->json({s("undo")});
        QVERIFY2(undone.exit == 0, undone.told().constData());
        QCOMPARE(m_program->json({s("leads")}).array().size(), 2);
        QCOMPARE(m_program->json({s("lead"), s("show"), other}).object().value(s("email")).toString(),
                 s("anne@example.com"));
        QVERIFY(m_program->json({s("redo")}).exit == 0);
        QCOMPARE(m_program->json({s("leads")}).array().size(), 1);
        QVERIFY(m_program->json({s("verify")}).exit == 0);
    }

    void whatIsRefused()
    {
        const QString keep = add({s("name=Ann Lee"), s("email=ann@example.com")});
        const QString other = add({s("name=Anne Lee"), s("email=anne@example.com")});
        const auto refused = [&](const QStringList& words, const char* kind) {
            const auto answer = m_program->json(words);
            QCOMPARE(answer.exit, 1);
            QCOMPARE(answer.errorKind(), s(kind));
        };
        refused({s("merge"), keep, keep}, "invalid");
        refused({s("merge"), keep, s("no-id")}, "invalid");
        refused({s("merge"), keep, s("01900000-0000-7000-8000-000000000000")}, "refused");
        refused({s("merge"), keep, other, s("--from-other"), s("shoe_size")}, "invalid");
        refused({s("merge"), keep, other, s("--from-other"), s("score")}, "refused");
        QCOMPARE(m_program->json({s("merge"), keep}).exit, 2);
        QCOMPARE(m_program->json({s("merge"), keep, other, s("--force")}).exit, 2);
        QCOMPARE(m_program->json({s("leads")}).array().size(), 2);
        const auto people = m_program->run({s("merge"), keep, keep});
        QCOMPARE(people.exit, 1);
        QVERIFY(people.err.contains("itself"));
        QVERIFY(m_program->run({s("merge"), keep, other}).out.contains("ann@example.com"));
    }

private:
    QString add(const QStringList& fields)
    {
        const auto made = m_program->json(QStringList{s("lead"), s("add")} + fields);
        if (made.exit != 0) {
            qWarning("%s", made.told().constData());
        }
        return id(made.object());
    }

    std::unique_ptr<Program> m_program;
};

QTEST_GUILESS_MAIN(TestDuplicateCommands)
#include "tst_duplicate_commands.moc"
