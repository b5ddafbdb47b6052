// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"
#include "tests/support/test_main.h"

#include <QDate>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <csignal>

using namespace keyturn;
using test::Program;

namespace {

QStringList words(const QString& line)
{
    return line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QString text(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toString();
}

qint64 number(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toInteger();
}

} // namespace

/// Every command by the real program, each start a process of its own.
class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto made = m_program.json({QStringLiteral("demo"), m_program.file(QStringLiteral("demo.keyturn")),
                                          QStringLiteral("--leads"), QStringLiteral("60"), QStringLiteral("--seed"),
                                          QStringLiteral("7")});
        QVERIFY2(made.exit == 0, made.told().constData());
        QCOMPARE(number(made.object(), "leads"), qint64(60));
        QVERIFY(number(made.object(), "lead_activities") > 60);
        m_program.setBook(m_program.file(QStringLiteral("demo.keyturn")));
    }
    void init() { test::failOnAnyWarning(); }

    void newBook()
    {
        Program fresh;
        const QStringList line{QStringLiteral("new"),     QStringLiteral("own.keyturn"),
                               QStringLiteral("--org"),   QStringLiteral("A & B"),
                               QStringLiteral("--user"),  QStringLiteral("Ann Marie Lee"),
                               QStringLiteral("--email"), QStringLiteral("ann@example.com")};
        const auto made = fresh.json(line);
        QVERIFY2(made.exit == 0, made.told().constData());
        QCOMPARE(text(made.object(), "workspace"), fresh.file(QStringLiteral("own.keyturn")));
        QCOMPARE(text(made.object(), "organization_id").size(), 36);
        QCOMPARE(text(made.object(), "user_id").size(), 36);
        const auto again = fresh.json(line);
        QCOMPARE(again.exit, 1);
        QVERIFY(!again.errorKind().isEmpty());
        fresh.setBook(fresh.file(QStringLiteral("own.keyturn")));
        const auto board = fresh.json({QStringLiteral("board")});
        QVERIFY2(board.exit == 0, board.told().constData());
        QCOMPARE(number(board.object(), "total_count"), qint64(0));
        QCOMPARE(board.object().value(QStringLiteral("stages")).toArray().size(), 22);
        const auto verified = fresh.json({QStringLiteral("verify")});
        QVERIFY2(verified.exit == 0, verified.told().constData());
    }

    void demoIsTheSameForTheSameSeed()
    {
        QHash<QString, QByteArray> books;
        for (const char* name : {"a", "b", "c"}) {
            Program maker;
            const QString seed = name[0] == 'c' ? QStringLiteral("8") : QStringLiteral("7");
            const QString file = maker.file(QStringLiteral("x.keyturn"));
            QCOMPARE(maker
                         .run({QStringLiteral("demo"), file, QStringLiteral("--leads"), QStringLiteral("25"),
                               QStringLiteral("--seed"), seed})
                         .exit,
                     0);
            QByteArray all;
            for (const char* table : {"leads", "lead_loan_scenarios", "lead_activities", "lead_notes", "tasks"}) {
                all += Program::sqlite(file, QStringLiteral("select * from %1 order by id;").arg(QLatin1String(table)))
                           .out;
            }
            QVERIFY(all.size() > 10'000);
            books.insert(QLatin1String(name), all);
        }
        QVERIFY(books[QStringLiteral("a")] == books[QStringLiteral("b")]);
        QVERIFY(books[QStringLiteral("a")] != books[QStringLiteral("c")]);
    }

    void boardAddsUp()
    {
        const auto board = m_program.json({QStringLiteral("board")});
        QVERIFY2(board.exit == 0, board.told().constData());
        qint64 count = 0;
        qint64 cents = 0;
        const QJsonArray stages = board.object().value(QStringLiteral("stages")).toArray();
        for (const QJsonValue& value : stages) {
            const QJsonObject stage = value.toObject();
            QCOMPARE(stage.keys(), (QStringList{QStringLiteral("count"), QStringLiteral("key"), QStringLiteral("kind"),
                                                QStringLiteral("name"), QStringLiteral("total_cents"),
                                                QStringLiteral("weighted_cents")}));
            QVERIFY(number(stage, "weighted_cents") <= number(stage, "total_cents"));
            count += number(stage, "count");
            cents += number(stage, "total_cents");
        }
        QCOMPARE(number(board.object(), "total_count"), count);
        QCOMPARE(number(board.object(), "total_cents"), cents);
        const QJsonArray leads = m_program.json({QStringLiteral("leads")}).array();
        QCOMPARE(qint64(leads.size()), count);
        qint64 sum = 0;
        for (const QJsonValue& lead : leads) {
            sum += number(lead.toObject(), "estimated_value_cents");
        }
        QCOMPARE(sum, cents);
        const auto people = m_program.run({QStringLiteral("board")});
        QVERIFY(people.out.contains("Amount") && !people.out.contains('\033'));
    }

    void listsFilterSortAndStop()
    {
        const QJsonArray sorted =
            m_program.json(words(QStringLiteral("leads --sort -estimated_value --limit 10"))).array();
        QCOMPARE(sorted.size(), 10);
        for (qsizetype i = 1; i < sorted.size(); ++i) {
            QVERIFY(number(sorted[i - 1].toObject(), "estimated_value_cents") >=
                    number(sorted[i].toObject(), "estimated_value_cents"));
        }
        const QString stage = text(sorted[0].toObject(), "stage");
        for (const QJsonValue& lead :
             m_program.json({QStringLiteral("leads"), QStringLiteral("--stage"), stage}).array()) {
            QCOMPARE(text(lead.toObject(), "stage"), stage);
        }
        const QString name = text(sorted[0].toObject(), "name");
        const QJsonArray found =
            m_program.json({QStringLiteral("leads"), QStringLiteral("--search"), name.toUpper()}).array();
        QVERIFY(
            std::ranges::any_of(found, [&](const QJsonValue& lead) { return text(lead.toObject(), "name") == name; }));
        // Filters narrow, and what is none is looked for as text, with a word about it.
        const auto narrowed = m_program.json({QStringLiteral("leads"), QStringLiteral("--search"),
                                              QString(u'"' + name + QStringLiteral("\" stage:") + stage)});
        QCOMPARE(narrowed.exit, 0);
        QVERIFY(!narrowed.array().isEmpty());
        for (const QJsonValue& lead : narrowed.array()) {
            QCOMPARE(text(lead.toObject(), "stage"), stage);
        }
        QVERIFY(m_program
                    .json({QStringLiteral("leads"), QStringLiteral("--search"),
                           QString(u'"' + name + QStringLiteral("\" -stage:") + stage)})
                    .array()
                    .size() < found.size());
        const auto hinted =
            m_program.run({QStringLiteral("leads"), QStringLiteral("--search"), QStringLiteral("color:red")});
        QCOMPARE(hinted.exit, 0);
        QVERIFY(hinted.out.contains("color:"));
        QCOMPARE(m_program.json(words(QStringLiteral("verify --repair-search"))).exit, 0);
        QCOMPARE(m_program.json(words(QStringLiteral("leads --sort shoe_size"))).errorKind(),
                 QStringLiteral("invalid"));
        QCOMPARE(m_program.json(words(QStringLiteral("leads --stage nowhere"))).errorKind(), QStringLiteral("invalid"));
        QCOMPARE(m_program.json(words(QStringLiteral("leads --owner no@example.com"))).exit, 1);
        QCOMPARE(m_program.json(words(QStringLiteral("leads --limit 0"))).array().size(), 0);
    }

    void aLeadsLife()
    {
        auto ran = m_program.json({QStringLiteral("lead"), QStringLiteral("add"), QStringLiteral("first_name=Zora"),
                                   QStringLiteral("last_name=Example"), QStringLiteral("email=zora@example.com"),
                                   QStringLiteral("loan.loan_amount=350000.50"),
                                   QStringLiteral("loan.interest_rate=6.875"), QStringLiteral("tags=First home,VIP")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QJsonObject lead = ran.object();
        const QString id = text(lead, "id");
        QCOMPARE(text(lead, "stage"), QStringLiteral("new"));
        QCOMPARE(number(lead, "version"), qint64(1));
        QCOMPARE(number(lead.value(QStringLiteral("loan")).toObject(), "loan_amount_cents"), qint64(35000050));
        QCOMPARE(number(lead.value(QStringLiteral("loan")).toObject(), "interest_rate_pct3"), qint64(6875));
        QCOMPARE(lead.value(QStringLiteral("tags")).toArray().size(), 2);
        QVERIFY(text(lead, "created_at").endsWith(QLatin1Char('Z')));

        ran = m_program.json({QStringLiteral("lead"), QStringLiteral("set"), id, QStringLiteral("phone=(303) 555-0142"),
                              QStringLiteral("lead_temperature=hot"), QStringLiteral("profile.company=Acme")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QCOMPARE(text(ran.object(), "lead_temperature"), QStringLiteral("hot"));
        QCOMPARE(text(ran.object().value(QStringLiteral("profile")).toObject(), "company"), QStringLiteral("Acme"));
        QCOMPARE(number(ran.object(), "version"), qint64(2));
        QCOMPARE(m_program.json({QStringLiteral("lead"), QStringLiteral("show"), id}).object(), ran.object());

        ran = m_program.json({QStringLiteral("lead"), QStringLiteral("move"), id, QStringLiteral("contacted")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QCOMPARE(text(ran.object(), "stage"), QStringLiteral("contacted"));
        ran = m_program.json({QStringLiteral("lead"), QStringLiteral("move"), id, QStringLiteral("lost")});
        QCOMPARE(ran.exit, 1); // an exit asks for a reason
        QCOMPARE(text(m_program.json({QStringLiteral("lead"), QStringLiteral("show"), id}).object(), "stage"),
                 QStringLiteral("contacted"));
        ran = m_program.json({QStringLiteral("lead"), QStringLiteral("move"), id, QStringLiteral("lost"),
                              QStringLiteral("--reason"), QStringLiteral("competitor")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QCOMPARE(text(ran.object(), "exit_reason_code"), QStringLiteral("competitor"));

        ran = m_program.json({QStringLiteral("lead"), QStringLiteral("assign"), id, QStringLiteral("nobody")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QVERIFY(ran.object().value(QStringLiteral("assigned_to")).isNull());

        const qint64 before = number(m_program.json({QStringLiteral("board")}).object(), "total_count");
        ran = m_program.json({QStringLiteral("lead"), QStringLiteral("delete"), id});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QVERIFY(!ran.object().value(QStringLiteral("deleted_at")).isNull());
        QCOMPARE(number(m_program.json({QStringLiteral("board")}).object(), "total_count"), before - 1);
        ran = m_program.json({QStringLiteral("undo")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QVERIFY(!text(ran.object(), "undone").isEmpty());
        QCOMPARE(number(m_program.json({QStringLiteral("board")}).object(), "total_count"), before);
        QCOMPARE(m_program.json({QStringLiteral("redo")}).exit, 0);
        QCOMPARE(number(m_program.json({QStringLiteral("board")}).object(), "total_count"), before - 1);
        QCOMPARE(m_program.json({QStringLiteral("redo")}).exit, 1); // nothing left to do again
    }

    void wrongInputIsRefusedAndChangesNothing_data()
    {
        QTest::addColumn<QStringList>("line");
        const auto row = [](const QString& line) { QTest::newRow(qPrintable(line)) << words(line); };
        row(QStringLiteral("lead set ID shoe_size=44"));
        row(QStringLiteral("lead set ID lead_temperature=boiling"));
        row(QStringLiteral("lead set ID loan.loan_amount=lots"));
        row(QStringLiteral("lead set ID expected_close_date=2026-02-30"));
        row(QStringLiteral("lead set ID score=100"));
        row(QStringLiteral("lead set ID name="));
        row(QStringLiteral("lead set ID stage=contacted tags=a"));
        row(QStringLiteral("lead move ID nowhere"));
        row(QStringLiteral("lead assign ID nobody@example.com"));
        row(QStringLiteral("log ID call --at 2999-01-01T10:00"));
        row(QStringLiteral("log ID call --at yesterday"));
        row(QStringLiteral("task add ID --title x --due soon"));
        row(QStringLiteral("lead show 00000000-0000-7000-8000-000000000000"));
        row(QStringLiteral("lead show 42"));
        row(QStringLiteral("lead add first_name=Nobody"));
        row(QStringLiteral("timeline 00000000-0000-7000-8000-000000000000"));
        row(QStringLiteral("task done 00000000-0000-7000-8000-000000000000"));
    }
    void wrongInputIsRefusedAndChangesNothing()
    {
        QFETCH(QStringList, line);
        const QString id = anyLead();
        line.replaceInStrings(QStringLiteral("ID"), id);
        const QByteArray before = m_program.json({QStringLiteral("leads")}).out;
        const auto ran = m_program.json(line);
        QVERIFY2(ran.exit == 1, ran.told().constData());
        const QJsonObject error = ran.object().value(QStringLiteral("error")).toObject();
        QVERIFY2(!text(error, "message").isEmpty() && !text(error, "kind").isEmpty(), ran.told().constData());
        QVERIFY(error.contains(QStringLiteral("detail")));
        const auto people = m_program.run(line);
        QCOMPARE(people.exit, 1);
        QVERIFY2(people.err.startsWith("keyturn: ") && people.err.count('\n') == 1, people.told().constData());
        QVERIFY(m_program.json({QStringLiteral("leads")}).out == before);
    }

    void activitiesAreLogged()
    {
        const QString id = anyLead();
        auto ran = m_program.json({QStringLiteral("log"), id, QStringLiteral("call"), QStringLiteral("--text"),
                                   QStringLiteral("Likes 30 years"), QStringLiteral("--duration"),
                                   QStringLiteral("180"), QStringLiteral("--outcome"), QStringLiteral("connected")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QCOMPARE(text(ran.object(), "activity_type"), QStringLiteral("call_logged"));
        QCOMPARE(number(ran.object().value(QStringLiteral("metadata")).toObject(), "duration_seconds"), qint64(180));
        const QString call = text(ran.object(), "id");
        for (const char* kind : {"note", "meeting", "sms"}) {
            ran = m_program.json(
                {QStringLiteral("log"), id, QLatin1String(kind), QStringLiteral("--text=Of a ") + QLatin1String(kind)});
            QVERIFY2(ran.exit == 0, ran.told().constData());
            QCOMPARE(text(ran.object(), "lead_id"), id);
        }
        ran = m_program.json({QStringLiteral("log"), id, QStringLiteral("follow_up"), QStringLiteral("--at"),
                              QStringLiteral("2999-03-01T10:30"), QStringLiteral("--text"),
                              QStringLiteral("Ring again")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QCOMPARE(text(ran.object(), "activity_type"), QStringLiteral("follow_up_scheduled"));
        ran = m_program.run({QStringLiteral("log"), id, QStringLiteral("note"), QStringLiteral("--text"),
                             QStringLiteral("-"), QStringLiteral("--json")},
                            "From standard input\n- really\n");
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QCOMPARE(text(ran.object(), "description"), QStringLiteral("From standard input\n- really"));
        ran = m_program.json({QStringLiteral("log"), id, QStringLiteral("call"), QStringLiteral("--at"),
                              QStringLiteral("2025-01-15T10:00:00-07:00")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QCOMPARE(text(ran.object(), "occurred_at"), QStringLiteral("2025-01-15T17:00:00.000Z"));
        QVERIFY(ran.object().value(QStringLiteral("is_backdated")).toBool());

        // Page by page: everything once, newest first, the same as in one go.
        const auto whole =
            m_program.json({QStringLiteral("timeline"), id, QStringLiteral("--limit"), QStringLiteral("1000")});
        QVERIFY2(whole.exit == 0, whole.told().constData());
        QVERIFY(whole.object().value(QStringLiteral("next")).isNull());
        QJsonArray paged;
        QStringList line{QStringLiteral("timeline"), id, QStringLiteral("--limit"), QStringLiteral("3")};
        for (;;) {
            const QJsonObject page = m_program.json(line).object();
            const QJsonArray entries = page.value(QStringLiteral("activities")).toArray();
            QVERIFY(entries.size() <= 3);
            for (const QJsonValue& entry : entries) {
                paged.append(entry);
            }
            if (page.value(QStringLiteral("next")).isNull()) {
                break;
            }
            line = line.mid(0, 4) + QStringList{QStringLiteral("--before"), text(page, "next")};
        }
        QCOMPARE(paged, whole.object().value(QStringLiteral("activities")).toArray());
        QVERIFY(
            std::ranges::any_of(paged, [&](const QJsonValue& entry) { return text(entry.toObject(), "id") == call; }));
        QCOMPARE(m_program.json({QStringLiteral("timeline"), id, QStringLiteral("--before"), QStringLiteral("x")})
                     .errorKind(),
                 QStringLiteral("invalid"));
    }

    void tasksComeAndGo()
    {
        const QString id = anyLead();
        const QString today = QDate::currentDate().toString(Qt::ISODate);
        auto ran = m_program.json({QStringLiteral("task"), QStringLiteral("add"), id, QStringLiteral("--title"),
                                   QStringLiteral("Order appraisal"), QStringLiteral("--due"),
                                   QStringLiteral("2024-05-06"), QStringLiteral("--priority"), QStringLiteral("high")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        const QString task = text(ran.object(), "id");
        QCOMPARE(text(ran.object(), "priority"), QStringLiteral("high"));
        QCOMPARE(text(ran.object(), "due_date"), QStringLiteral("2024-05-06"));
        QCOMPARE(text(ran.object(), "status"), QStringLiteral("overdue"));
        const auto has = [&](const QStringList& line) {
            const QJsonArray tasks = m_program.json(line).array();
            return std::ranges::any_of(tasks,
                                       [&](const QJsonValue& one) { return text(one.toObject(), "id") == task; });
        };
        QVERIFY(has(words(QStringLiteral("tasks"))));
        QVERIFY(has(words(QStringLiteral("tasks --due overdue"))));
        const QJsonArray all = m_program.json(words(QStringLiteral("tasks"))).array();
        QVERIFY(all.size() > 3);
        const QJsonArray few = m_program.json(words(QStringLiteral("tasks --limit 3"))).array();
        QCOMPARE(few, QJsonArray({all[0], all[1], all[2]})); // the most urgent
        const auto table = m_program.run(words(QStringLiteral("tasks --limit 3")));
        QVERIFY(table.out.contains(text(all[2].toObject(), "id").toUtf8()));
        QVERIFY(!table.out.contains(text(all[3].toObject(), "id").toUtf8()));
        QVERIFY(!has(words(QStringLiteral("tasks --due today"))));
        ran = m_program.json({QStringLiteral("task"), QStringLiteral("done"), task});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QCOMPARE(text(ran.object(), "status"), QStringLiteral("completed"));
        QVERIFY(!has(words(QStringLiteral("tasks"))));
        QVERIFY(!today.isEmpty());
    }

    void usageIsExitTwo()
    {
        for (const QString& line : {QStringLiteral("baord"), QStringLiteral("lead"), QStringLiteral("lead show"),
                                    QStringLiteral("board --frobnicate"), QStringLiteral("leads --limit x")}) {
            const auto ran = m_program.run(words(line));
            QVERIFY2(ran.exit == 2, ran.told().constData());
            QVERIFY(ran.out.isEmpty());
            QCOMPARE(ran.err.count('\n'), 2); // what is wrong, and where to look
            const auto json = m_program.json(words(line));
            QCOMPARE(json.exit, 2);
            QCOMPARE(json.errorKind(), QStringLiteral("invalid"));
        }
        QCOMPARE(m_program.run({QStringLiteral("--help")}).exit, 0);
        QVERIFY(m_program.run(words(QStringLiteral("lead move --help"))).out.contains("--reason CODE"));
    }

    void booksThatAreNone()
    {
        Program other;
        other.setBook(other.file(QStringLiteral("missing.keyturn")));
        QCOMPARE(other.json({QStringLiteral("board")}).errorKind(), QStringLiteral("invalid"));
        QVERIFY(!QFile::exists(other.book()));
        QFile junk(other.file(QStringLiteral("junk.keyturn")));
        QVERIFY(junk.open(QIODevice::WriteOnly));
        junk.write(QByteArray(9000, 'j'));
        junk.close();
        other.setBook(junk.fileName());
        QCOMPARE(other.json({QStringLiteral("board")}).errorKind(), QStringLiteral("corrupt"));
        QVERIFY(junk.open(QIODevice::ReadOnly));
        QCOMPARE(junk.readAll(), QByteArray(9000, 'j')); // nothing is done to a file that is not ours
        other.setBook(QStringLiteral("postgresql://example.com/keyturn"));
        QCOMPARE(other.json({QStringLiteral("board")}).exit, 1);
    }

    void withoutAWorkspaceTheUsersBookIsTaken()
    {
        Program home;
        QCOMPARE(home.json({QStringLiteral("board")}).errorKind(), QStringLiteral("invalid"));
        const QString folder = home.file(QStringLiteral(".local/share/Keyturn"));
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(QFile::copy(m_program.book(), folder + QStringLiteral("/mine.keyturn")));
        const auto board = home.json({QStringLiteral("board")});
        QVERIFY2(board.exit == 0, board.told().constData());
        QVERIFY(number(board.object(), "total_count") > 0);
    }

    void actingAsSomebodyElse()
    {
        const auto stranger = m_program.json(words(QStringLiteral("board --as stranger@example.com")));
        QCOMPARE(stranger.exit, 1);
        const QByteArray users =
            Program::sqlite(m_program.book(), QStringLiteral("select email from users order by id;")).out;
        const QString last = QString::fromUtf8(users.trimmed().split('\n').last());
        const auto colleague =
            m_program.json({QStringLiteral("lead"), QStringLiteral("add"), QStringLiteral("name=By Another"),
                            QStringLiteral("email=by@example.com"), QStringLiteral("--as"), last});
        QVERIFY2(colleague.exit == 0, colleague.told().constData());
        QCOMPARE(text(colleague.object(), "created_by"), last);
    }

    void backupIsAWholeBook()
    {
        Program copy;
        const QString file = copy.file(QStringLiteral("copy.keyturn"));
        const auto ran = m_program.json({QStringLiteral("backup"), QStringLiteral("--to"), file});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QCOMPARE(text(ran.object(), "file"), file);
        QCOMPARE(number(ran.object(), "bytes"), QFile(file).size());
        QCOMPARE(m_program.json({QStringLiteral("backup"), QStringLiteral("--to"), file}).exit, 1); // not overwritten
        copy.setBook(file);
        QCOMPARE(copy.json({QStringLiteral("leads")}).out, m_program.json({QStringLiteral("leads")}).out);
        const auto verified = copy.json({QStringLiteral("verify")});
        QVERIFY2(verified.exit == 0, verified.told().constData());
    }

    void verifyFindsWhatTheShellChanged()
    {
        Program victim;
        victim.setBook(victim.file(QStringLiteral("victim.keyturn")));
        QVERIFY(QFile::copy(m_program.book(), victim.book()));
        auto ran = victim.json({QStringLiteral("verify")});
        QVERIFY2(ran.exit == 0, ran.told().constData());
        QVERIFY(ran.object().value(QStringLiteral("ok")).toBool());
        const auto refused = Program::sqlite(
            victim.book(), QStringLiteral("update lead_activities set title = 'never happened' where rowid = 20;"));
        QVERIFY2(refused.exit != 0, "the log let itself be changed");

        const QByteArray triggers =
            Program::sqlite(victim.book(), QStringLiteral("select name from sqlite_master where type = 'trigger' and "
                                                          "tbl_name = 'lead_activities';"))
                .out;
        const QByteArray again =
            Program::sqlite(victim.book(), QStringLiteral("select sql || ';' from sqlite_master where type = "
                                                          "'trigger' and tbl_name = 'lead_activities';"))
                .out;
        QString sql;
        for (const QByteArray& name : triggers.trimmed().split('\n')) {
            sql += QStringLiteral("drop trigger %1;\n").arg(QString::fromUtf8(name));
        }
        sql +=
            QStringLiteral("update lead_activities set title = title || '.' where rowid = (select max(rowid) / 2 from "
                           "lead_activities);\n") +
            QString::fromUtf8(again);
        const auto changed = Program::sqlite(victim.book(), sql);
        QVERIFY2(changed.exit == 0, changed.told().constData());

        ran = victim.json({QStringLiteral("verify")});
        QVERIFY2(ran.exit == 1, ran.told().constData());
        QVERIFY(!ran.object().value(QStringLiteral("ok")).toBool(true));
        int failed = 0;
        for (const QJsonValue& check : ran.object().value(QStringLiteral("checks")).toArray()) {
            failed += check.toObject().value(QStringLiteral("ok")).toBool() ? 0 : 1;
            QVERIFY(!text(check.toObject(), "name").isEmpty());
        }
        QCOMPARE(failed, 1);
    }

    void naughtyStringsComeBack()
    {
        QStringList naughty{QStringLiteral("Robert'); DROP TABLE leads;--"),
                            QStringLiteral("=cmd|' /C calc'!A0"),
                            QString::fromUtf8("\u7530\u4e2d\u3055\u3093"),
                            QString::fromUtf8("\U0001F468\u200d\U0001F469"),
                            QString::fromUtf8("\u0627\u0644\u0639\u0631\u0628\u064a\u0629"),
                            QStringLiteral("%s%n%1%2"),
                            QStringLiteral("\\u0000 \\\" {}"),
                            QStringLiteral("--help"),
                            QStringLiteral("a=b=c"),
                            QStringLiteral("null"),
                            QStringLiteral("-1")};
        QFile list(test::sharedData() + QStringLiteral("/strings/blns/blns.json"));
        if (list.open(QIODevice::ReadOnly)) {
            const QJsonArray all = QJsonDocument::fromJson(list.readAll()).array();
            for (qsizetype i = 0; i < all.size(); i += 12) {
                naughty.append(all[i].toString());
            }
        }
        const QString id = anyLead();
        for (const QString& given : naughty) {
            const QString string = given.trimmed();
            if (string.isEmpty() || string.contains(QChar(0))) {
                continue;
            }
            const auto ran = m_program.json(
                {QStringLiteral("lead"), QStringLiteral("set"), id, QStringLiteral("source_detail=") + string});
            QVERIFY2(ran.exit == 0, QByteArray(string.toUtf8() + '\n' + ran.told()).constData());
            QCOMPARE(text(ran.object(), "source_detail").normalized(QString::NormalizationForm_C),
                     string.normalized(QString::NormalizationForm_C));
        }
        QCOMPARE(m_program.json({QStringLiteral("verify")}).exit, 0);
    }

    void interruptLeavesNothingHalfDone()
    {
#ifdef Q_OS_WIN
        QSKIP("Windows has no such signal.");
#else
        Program maker;
        const QString file = maker.file(QStringLiteral("large.keyturn"));
        QProcess process;
        maker.start(process, {QStringLiteral("demo"), file, QStringLiteral("--leads"), QStringLiteral("200000")});
        QVERIFY(process.waitForStarted());
        QTest::qWait(700); // well into the work; the outcome must be the same wherever it is
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 60'000);
        QCOMPARE(process.exitCode(), 130);
        QCOMPARE(QDir(maker.file(QString())).entryList({QStringLiteral("large*")}, QDir::Files | QDir::Hidden),
                 QStringList());
#endif
    }

private:
    [[nodiscard]] QString anyLead() const
    {
        return text(m_program.json(words(QStringLiteral("leads --sort id --limit 1"))).array().first().toObject(),
                    "id");
    }

    Program m_program;
};

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
