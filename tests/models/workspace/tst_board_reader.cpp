// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/board_stamps.h"
#include "models/storage/migrator.h"
#include "models/storage/queries/card_queries.h"
#include "models/storage/transaction.h"
#include "models/workspace/board_reader.h"
#include "models/workspace/restore.h"
#include "tests/support/book_workspace.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace keyturn;
using namespace keyturn::test;

namespace {

const BoardReader::Asked never = [] { return false; };

std::unique_ptr<Connection> openBook(const QString& path)
{
    SqliteOptions options;
    options.path = path;
    auto opened = Connection::openSqlite(options);
    return opened ? std::move(*opened) : nullptr;
}

QString said(const Error& error)
{
    return error.message + u' ' + error.detail;
}

/// Every lead of both, column by column.
QString difference(const LeadTable& found, const LeadTable& expected)
{
    if (found.count() != expected.count() || found.byName().size() != expected.byName().size()) {
        return QStringLiteral("%1 leads instead of %2").arg(found.count()).arg(expected.count());
    }
    for (std::size_t i = 0; i < expected.byName().size(); ++i) {
        const LeadTable::Row row = expected.byName()[i];
        const LeadTable::Row same = found.rowOf(expected.id(row));
        const LeadCard card = expected.card(row);
        if (same == LeadTable::noRow || found.card(same) != card) {
            return QStringLiteral("%1 is another one").arg(card.name);
        }
        if (found.byName()[i] != same) {
            return QStringLiteral("%1 is not the %2th").arg(card.name).arg(i);
        }
    }
    return {};
}

const std::atomic_bool notClosing = false;

/// Reads a book as its workspace does, and compares what comes with what the book says without a file.
class Reader
{
public:
    explicit Reader(const QString& path, qint64 fewest = 1)
        : m_path(path)
        , m_reader(fewest, notClosing)
    {
        m_reader.setSource(path, Migrator(Dialect::Sqlite).newest());
    }
    ~Reader() { m_reader.close(); }
    Q_DISABLE_COPY_MOVE(Reader)

    /// Empty, or what is wrong.
    QString check()
    {
        const auto leads = m_reader.read(never);
        if (!leads) {
            return said(leads.error());
        }
        const auto book = openBook(m_path);
        const auto expected = queries::allLeads(*book);
        const auto totals = queries::totals(*book);
        if (!expected || !totals) {
            return QStringLiteral("the book cannot be read");
        }
        const QString wrong = difference(*leads->table, **expected);
        m_reader.keep(never);
        return !wrong.isEmpty()           ? wrong
               : leads->totals != *totals ? QStringLiteral("other totals")
               : !leads->complete         ? QStringLiteral("not complete")
                                          : QString();
    }

    /// The name of the lead, as it is read.
    QString nameOf(LeadId lead)
    {
        const auto leads = m_reader.read(never);
        m_reader.keep(never);
        return leads ? leads->table->card(leads->table->rowOf(lead)).name : QString();
    }

private:
    QString m_path;
    BoardReader m_reader;
};

/// The stamp of the file that counts, or 0.
qint64 stampOf(const QString& path)
{
    const auto book = openBook(path);
    const auto stamp = BoardStamps::written(*book);
    return stamp ? stamp->value_or(0) : -1;
}

qint64 changesIn(const QString& path)
{
    return openBook(path)->number(QStringLiteral("SELECT count(*) FROM board_changes")).value_or(-1);
}

bool run(const QString& path, const QString& sql)
{
    const auto book = openBook(path);
    // As a shell does it, which does not look at keys either.
    const Done done = book->script(QStringLiteral("PRAGMA foreign_keys = OFF;\n") + sql);
    return done.has_value();
}

/// Somebody who does not want it to be noticed.
bool renameInSecret(const QString& path, LeadId lead, const QString& name)
{
    const auto book = openBook(path);
    QString trigger;
    static_cast<void>(
        book->select(QStringLiteral("SELECT sql FROM sqlite_master WHERE name = 'board_notes_lead_update'"),
                     [&trigger](const Statement& row) { trigger = row.text(0); }));
    return book->script(QStringLiteral("DROP TRIGGER board_notes_lead_update")) &&
           book->run(QStringLiteral("UPDATE leads SET name = ? WHERE id = ?"), name, lead) && book->script(trigger);
}

bool addLeads(const QString& path, int count)
{
    return run(path, QStringLiteral(
                         "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < COUNT) "
                         "INSERT INTO leads (id, organization_id, name, phone, stage_id, stage_entered_at, created_at, "
                         "updated_at) SELECT printf('00000000-0000-7000-8000-%012d', i), (SELECT id FROM "
                         "organizations), 'Somebody ' || (i * 7919 % 10007), '+13035550100', (SELECT id FROM "
                         "pipeline_stages LIMIT 1), 1770000000000, 1770000000000, 1770000000000 FROM n")
                         .replace(QStringLiteral("COUNT"), QString::number(count)));
}

} // namespace

class TestBoardReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString failure = m_template.make();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
    }
    void init() { failOnAnyWarning(); }

    void theFileIsReadInsteadOfTheBook()
    {
        const QString path = m_template.copy();
        Reader reader(path);
        QCOMPARE(reader.check(), QString());
        const qint64 stamp = stampOf(path);
        QVERIFY(stamp > 0);
        QVERIFY(QFile::exists(BoardFile::pathOf(path)));
        // What changed without a word is not seen: the name comes out of the file.
        QVERIFY(renameInSecret(path, m_template.book.ann, QStringLiteral("In secret")));
        QVERIFY(reader.nameOf(m_template.book.ann) != QStringLiteral("In secret"));
        QCOMPARE(stampOf(path), stamp);
        QVERIFY(QFile::remove(BoardFile::pathOf(path)));
        QCOMPARE(reader.nameOf(m_template.book.ann), QStringLiteral("In secret"));
        QVERIFY(stampOf(path) != stamp);
        QCOMPARE(reader.check(), QString());
    }

    void smallBooksHaveNone()
    {
        const QString path = m_template.copy();
        QCOMPARE(Reader(path, 1'000).check(), QString());
        QCOMPARE(Reader(path, -1).check(), QString());
        QCOMPARE(stampOf(path), 0);
        QVERIFY(!QFile::exists(BoardFile::pathOf(path)));
        QVERIFY(run(path, QStringLiteral("UPDATE leads SET score = 3")));
        QCOMPARE(changesIn(path), 0); // nobody pays for what nobody has
    }

    void seesEveryCommand()
    {
        const QString path = m_template.copy();
        Reader reader(path);
        QCOMPARE(reader.check(), QString());
        int done = 0;
        const auto opened = await(SoloLibrary().open(path));
        QVERIFY(opened);
        Workspace& book = **opened;
        for (const NamedCommand& one : everyCommand(m_template.book, m_template.catalogue)) {
            // Some are refused after those before; there is enough left.
            if (await(book.submit(one.command))) {
                ++done;
                QVERIFY2(reader.check().isEmpty(), qPrintable(one.name));
                QVERIFY(await(book.undo()));
                QVERIFY2(reader.check().isEmpty(), qPrintable(one.name));
                QVERIFY(await(book.redo()));
                QVERIFY2(reader.check().isEmpty(), qPrintable(one.name));
            }
        }
        QVERIFY2(done > 20, qPrintable(QString::number(done)));
        const auto batch = await(book.beginImport([] {
            ImportBatch made;
            made.sourceName = QStringLiteral("leads.csv");
            made.format = QStringLiteral("csv");
            return made;
        }()));
        QVERIFY2(batch, batch ? "" : qPrintable(said(batch.error())));
        ImportOrder order;
        order.batch = batch->id;
        for (int i = 1; i <= 40; ++i) {
            ImportRow row;
            row.line = i;
            row.values = {{QStringLiteral("name"), QStringLiteral("Imported %1").arg(i)},
                          {QStringLiteral("email"), QStringLiteral("imported%1@example.com").arg(i)}};
            order.rows.push_back(row);
        }
        QVERIFY(await(book.importRows(order)));
        QVERIFY(await(book.finishImport(batch->id, ImportBatch::Status::Completed)));
        QCOMPARE(reader.check(), QString());
        QVERIFY(await(book.takeBackImport(batch->id)));
        QCOMPARE(reader.check(), QString());
    }

    void seesWhatAShellDoes_data()
    {
        QTest::addColumn<QString>("sql");
        const auto row = [](const char* sql) { QTest::newRow(sql) << QString::fromLatin1(sql); };
        row("UPDATE leads SET name = 'Zoe ' || name");
        row("UPDATE leads SET last_activity_at = last_activity_at + 5000, score = 9");
        row("UPDATE leads SET deleted_at = 1");
        row("UPDATE leads SET deleted_at = NULL");
        row("UPDATE leads SET id = '11111111-1111-7111-8111-111111111111' WHERE rowid = 2");
        row("DELETE FROM leads WHERE rowid = 1");
        row("UPDATE leads SET assigned_to = NULL, estimated_value_cents = 5, mobile = '+17205550177'");
        row("UPDATE lead_loan_scenarios SET loan_program = 'va', term_months = 180, subject_state = 'OR'");
        row("DELETE FROM lead_loan_scenarios");
        row("UPDATE lead_loan_scenarios SET lead_id = '55555555-5555-7555-8555-555555555555' WHERE rowid = "
            "(SELECT min(rowid) FROM lead_loan_scenarios)");
        row("UPDATE lead_profiles SET state = 'NV'");
        row("DELETE FROM lead_profiles");
        row("UPDATE tags SET name = 'Renamed ' || rowid");
        row("UPDATE tags SET deleted_at = 7");
        row("DELETE FROM tags");
        row("DELETE FROM lead_tags");
        row("UPDATE lead_tags SET deleted_at = 8");
        row("DELETE FROM lead_tags; INSERT INTO lead_tags (id, organization_id, lead_id, tag_id, created_at, "
            "updated_at) "
            "SELECT '22222222-2222-7222-8222-222222222222', l.organization_id, l.id, t.id, 1, 1 FROM leads l, tags t "
            "LIMIT 1");
        row("UPDATE tasks SET title = 'Renamed', due_at = 1780000000000");
        row("UPDATE tasks SET status = 'completed'");
        row("UPDATE tasks SET lead_id = (SELECT id FROM leads WHERE id NOT IN (SELECT lead_id FROM tasks WHERE lead_id "
            "IS NOT NULL) LIMIT 1)");
        row("DELETE FROM tasks");
        row("INSERT INTO tasks (id, organization_id, lead_id, title, created_at, updated_at) SELECT "
            "'33333333-3333-7333-8333-333333333333', organization_id, id, 'By hand', 1, 1 FROM leads LIMIT 1");
        row("INSERT INTO board_positions (lead_id, stage_id, rank) SELECT id, stage_id, 77 FROM leads WHERE true ON "
            "CONFLICT DO UPDATE SET rank = 78");
        row("DELETE FROM board_positions");
        row("INSERT INTO lead_activities (id, organization_id, lead_id, activity_type, title, occurred_at, device_id, "
            "device_seq, prev_hash, hash, created_at, updated_at) SELECT '44444444-4444-7444-8444-444444444444', "
            "organization_id, id, 'custom', 'By hand', 1990000000000, id, 1, printf('%064d', 0), printf('%064d', 1), "
            "1, "
            "1 FROM leads LIMIT 1");
    }
    void seesWhatAShellDoes()
    {
        QFETCH(const QString, sql);
        const QString path = m_template.copy();
        QVERIFY(run(path, QStringLiteral("INSERT INTO board_positions (lead_id, stage_id, rank) SELECT id, stage_id, 5 "
                                         "FROM leads WHERE true ON CONFLICT DO NOTHING")));
        Reader reader(path);
        QCOMPARE(reader.check(), QString());
        const qint64 stamp = stampOf(path);
        const QStringList before = dumpOf(path);
        QVERIFY(run(path, sql));
        QVERIFY(dumpOf(path) != before || sql.contains(QLatin1String("= NULL")));
        QCOMPARE(stampOf(path), stamp); // the file was believed, but for what changed
        QCOMPARE(reader.check(), QString());
        QCOMPARE(stampOf(path), stamp);
        QCOMPARE(reader.check(), QString());
    }

    void aTagOfManyMakesItAnew()
    {
        const QString path = m_template.copy();
        QVERIFY(addLeads(path, 20'100));
        QVERIFY(
            run(path, QStringLiteral("INSERT INTO lead_tags (id, organization_id, lead_id, tag_id, created_at, "
                                     "updated_at) SELECT 'f' || substr(id, 2), organization_id, id, (SELECT id FROM "
                                     "tags LIMIT 1), 1, 1 FROM leads WHERE id LIKE '00000000%'")));
        Reader reader(path);
        QCOMPARE(reader.check(), QString());
        const qint64 stamp = stampOf(path);
        QVERIFY(stamp > 0);
        QVERIFY(run(path, QStringLiteral("UPDATE tags SET name = 'Another' WHERE id = (SELECT id FROM tags LIMIT 1)")));
        QCOMPARE(stampOf(path), 0);
        QCOMPARE(reader.check(), QString());
        QVERIFY(stampOf(path) > 0 && stampOf(path) != stamp);
        QCOMPARE(changesIn(path), 0);
    }

    void whatIsInDoubtIsReadAnew_data()
    {
        QTest::addColumn<QString>("what");
        for (const char* what : {"another book's", "cut off", "flipped", "empty", "another stamp", "older schema",
                                 "counts another number", "no file"}) {
            QTest::newRow(what) << QString::fromLatin1(what);
        }
    }
    void whatIsInDoubtIsReadAnew()
    {
        QFETCH(const QString, what);
        const QString path = m_template.copy();
        const QString file = BoardFile::pathOf(path);
        Reader reader(path);
        QCOMPARE(reader.check(), QString());
        const qint64 stamp = stampOf(path);
        QFile opened(file);
        if (what == QLatin1String("another book's")) {
            const QString other = m_template.copy();
            QVERIFY(run(other, QStringLiteral("UPDATE leads SET name = 'Nobody'")));
            QCOMPARE(Reader(other).check(), QString());
            QVERIFY(opened.remove() && QFile::copy(BoardFile::pathOf(other), file));
        } else if (what == QLatin1String("cut off")) {
            QVERIFY(opened.resize(opened.size() - 9));
        } else if (what == QLatin1String("empty")) {
            QVERIFY(opened.resize(0));
        } else if (what == QLatin1String("flipped")) {
            QVERIFY(opened.open(QIODevice::ReadWrite) && opened.seek(opened.size() - 40) && opened.write("X"));
            opened.close();
        } else if (what == QLatin1String("another stamp")) {
            QVERIFY(run(path, QStringLiteral("UPDATE board_stamps SET stamp = stamp + 1")));
        } else if (what == QLatin1String("older schema")) {
            BoardReader older(1, notClosing);
            older.setSource(path, 3);
            QVERIFY(older.read(never));
            older.keep(never);
        } else if (what == QLatin1String("counts another number")) {
            // Somebody took a lead away without a word, but the book counts.
            QVERIFY(run(
                path, QStringLiteral("DROP TRIGGER board_notes_lead_delete; DELETE FROM leads WHERE deleted_at IS NULL "
                                     "AND name = (SELECT min(name) FROM leads WHERE deleted_at IS NULL)")));
        } else {
            QVERIFY(opened.remove());
        }
        QCOMPARE(reader.check(), QString());
        QVERIFY(stampOf(path) > 0);
        QVERIFY(stampOf(path) != stamp);
        QCOMPARE(reader.check(), QString());
    }

    /// Broken off after every step, and changed by somebody else after every step.
    void nothingIsLostOnTheWay_data()
    {
        QTest::addColumn<int>("steps");
        QTest::addColumn<bool>("hasOlder");
        for (int steps = 1; steps <= 4; ++steps) {
            QTest::addRow("the first, %d steps", steps) << steps << false;
            QTest::addRow("another one, %d steps", steps) << steps << true;
        }
    }
    void nothingIsLostOnTheWay()
    {
        QFETCH(const int, steps);
        QFETCH(const bool, hasOlder);
        const QString path = m_template.copy();
        const auto disturb = [&path](int number) {
            return run(path, QStringLiteral("UPDATE leads SET name = 'Change %1 ' || rowid WHERE "
                                            "rowid = %2")
                                 .arg(number)
                                 .arg(number % 3 + 1));
        };
        Reader reader(path);
        if (hasOlder) {
            QCOMPARE(reader.check(), QString());
            QVERIFY(disturb(0));
        }
        QByteArray copy;
        {
            const auto book = openBook(path);
            const auto stamp = BoardStamps::begin(*book);
            QVERIFY(stamp);
            QVERIFY(disturb(1));
            const auto table = queries::allLeads(*book);
            QVERIFY(table);
            QVERIFY(disturb(2));
            if (steps >= 2) {
                auto file = BoardFile::write(path, {*stamp, Migrator(Dialect::Sqlite).newest()}, **table, {});
                QVERIFY(file);
                if (steps >= 3) {
                    QVERIFY((*file)->finish());
                }
            }
            QVERIFY(disturb(3));
            if (steps >= 4) {
                QVERIFY(BoardStamps::confirm(*book, *stamp));
                QCOMPARE(BoardStamps::written(*book)->value_or(0), *stamp);
                QVERIFY(disturb(4));
            }
        }
        QCOMPARE(reader.check(), QString());
        QVERIFY(disturb(5));
        QCOMPARE(reader.check(), QString());
        QVERIFY(stampOf(path) > 0);
        // What was broken off is swept away by the next one.
        QCOMPARE(openBook(path)
                     ->number(QStringLiteral("SELECT count(*) FROM board_stamps WHERE is_written = 0"))
                     .value_or(-1),
                 hasOlder && steps < 3 ? 1 : 0);
        QVERIFY(QFile::remove(BoardFile::pathOf(path)));
        QCOMPARE(reader.check(), QString());
        QCOMPARE(openBook(path)->number(QStringLiteral("SELECT count(*) FROM board_stamps")).value_or(-1), 1);
    }

    /// A copy made while a file is on its way does not know what the file knows.
    void aCopyFromTheMiddleIsNotFooled()
    {
        const QString path = m_template.copy();
        const QString aside = m_template.newPath();
        const auto book = openBook(path);
        const auto stamp = BoardStamps::begin(*book);
        QVERIFY(stamp);
        QVERIFY(book->script(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
        QVERIFY(QFile::copy(path, aside));
        QVERIFY(run(path, QStringLiteral("UPDATE leads SET name = 'Later ' || name")));
        const auto table = queries::allLeads(*book);
        QVERIFY(table);
        const auto file = BoardFile::write(path, {*stamp, Migrator(Dialect::Sqlite).newest()}, **table, {});
        QVERIFY(file && (*file)->finish() && BoardStamps::confirm(*book, *stamp));
        QVERIFY(QFile::copy(BoardFile::pathOf(path), BoardFile::pathOf(aside)));
        QCOMPARE(Reader(path).check(), QString());
        QCOMPARE(Reader(aside).check(), QString());
    }

    void manyChangesMakeANewOne()
    {
        const QString path = m_template.copy();
        QVERIFY(addLeads(path, 4'000));
        Reader reader(path);
        QCOMPARE(reader.check(), QString());
        const qint64 stamp = stampOf(path);
        QVERIFY(run(path, QStringLiteral("UPDATE leads SET score = 50 WHERE rowid % 2 = 0")));
        QVERIFY(changesIn(path) > 1'900);
        QCOMPARE(reader.check(), QString());
        QCOMPARE(stampOf(path), stamp);
        QVERIFY(run(path, QStringLiteral("UPDATE leads SET name = 'Y' || name WHERE rowid % 10 < 8")));
        QVERIFY(changesIn(path) > 3'000);
        QCOMPARE(reader.check(), QString());
        QVERIFY(stampOf(path) > 0);
        QVERIFY(stampOf(path) != stamp);
        QCOMPARE(changesIn(path), 0);
        QCOMPARE(reader.check(), QString());
    }

    void whereNoneCanBeWrittenThereIsNone()
    {
        const QString path = m_template.copy();
        QVERIFY(QDir().mkdir(BoardFile::pathOf(path)));
        QCOMPARE(Reader(path).check(), QString());
        QCOMPARE(stampOf(path), 0);
        QCOMPARE(openBook(path)->number(QStringLiteral("SELECT count(*) FROM board_stamps")).value_or(-1), 0);
        // Somebody else writes and does not come to an end.
        const QString busy = m_template.copy();
        const auto other = openBook(busy);
        {
            const auto writing = Transaction::begin(*other);
            QVERIFY(writing);
            QCOMPARE(Reader(busy).check(), QString());
            QVERIFY(!QFile::exists(BoardFile::pathOf(busy)));
        }
        QCOMPARE(Reader(busy).check(), QString());
        QVERIFY(QFile::exists(BoardFile::pathOf(busy)));
    }

    void whoClosesDoesNotWait()
    {
        const QString path = m_template.copy();
        QVERIFY(addLeads(path, 3'000));
        BoardReader reader(1, notClosing);
        reader.setSource(path, Migrator(Dialect::Sqlite).newest());
        int asked = 0;
        const auto stopped = reader.read([&asked] { return ++asked > 5; });
        reader.keep([] { return true; });
        reader.close();
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
        QVERIFY(!QFile::exists(BoardFile::pathOf(path)));
        QCOMPARE(Reader(path).check(), QString());
    }

    void theWindowsBookHasOneToo()
    {
        const QString path = m_template.copy();
        SoloOptions options;
        options.boardFileFrom = 1;
        for (int round = 0; round < 3; ++round) {
            const auto opened = await(SoloLibrary(options).open(path));
            QVERIFY(opened);
            const auto before = await((*opened)->allLeads());
            QVERIFY(before && before->complete);
            MoveStage move;
            move.leads = {m_template.book.bob};
            move.to = before->table->stageAt(before->table->stageIndex(before->table->rowOf(m_template.book.ann)));
            static_cast<void>(await((*opened)->submit(move)));
            const auto after = await((*opened)->allLeads());
            QVERIFY(after);
            QCOMPARE(after->table->stageAt(after->table->stageIndex(after->table->rowOf(m_template.book.bob))),
                     move.to);
        }
        QVERIFY(stampOf(path) > 0);
        QCOMPARE(Reader(path).check(), QString());
        QCOMPARE(QFileInfo(BoardFile::pathOf(path)).permissions() & 0x77, QFileDevice::Permissions());
    }

    void aRestoredBookBeginsWithoutOne()
    {
        const QString path = m_template.copy();
        const QString backup = m_template.newPath();
        QCOMPARE(Reader(path).check(), QString());
        {
            const auto opened = await(SoloLibrary().open(path));
            QVERIFY(opened && await((*opened)->backup(backup)));
            QVERIFY(await((*opened)->submit(DeleteLeads{{m_template.book.ann}})));
        }
        QCOMPARE(Reader(backup).check(), QString());
        RestoreOrder order;
        order.from = backup;
        order.to = path;
        const auto done = restoreBook(order, SystemClock());
        QVERIFY2(done, done ? "" : qPrintable(said(done.error())));
        QVERIFY(!QFile::exists(BoardFile::pathOf(path)));
        QCOMPARE(stampOf(path), 0);
        QCOMPARE(changesIn(path), 0);
        QCOMPARE(Reader(path).check(), QString());
    }

private:
    TemplateBook m_template;
};

QTEST_GUILESS_MAIN(TestBoardReader)
#include "tst_board_reader.moc"
