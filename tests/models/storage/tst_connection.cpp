// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/checkpointer.h"
#include "models/storage/interrupt.h"
#include "models/storage/migrator.h"
#include "models/storage/transaction.h"
#include "models/storage/verify.h"
#include "tests/support/book_builder.h"
#include "tests/support/database_fixture.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <atomic>
#include <csignal>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

using namespace keyturn;
using namespace keyturn::test;

namespace {

QFile::Permissions others()
{
    return QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
}

Error openError(const SqliteOptions& options)
{
    const auto connection = Connection::openSqlite(options);
    return connection ? Error{} : connection.error();
}

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString failure = m_databases.start();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
    }
    void init() { failOnAnyWarning(); }

    // Opening

    void newFilesAreForTheOwnerAlone()
    {
        SqliteOptions options;
        options.path = m_databases.folder() + QStringLiteral("/private/mine.keyturn");
        options.create = true;
        {
            const auto db = Connection::openSqlite(options);
            QVERIFY(db);
            QVERIFY(Migrator(Dialect::Sqlite).migrate(**db, m_databases.clock));
            const QFileInfo folder(QFileInfo(options.path).absolutePath());
            QCOMPARE(folder.permissions() & others(), QFile::Permissions());
            for (const QString& ending : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")}) {
                const QFileInfo file(options.path + ending);
                QVERIFY2(file.exists(), qPrintable(file.fileName()));
                QCOMPARE(file.permissions() & others(), QFile::Permissions());
            }
        }
        QFile file(options.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.read(72).mid(68), QByteArray("KTRN"));
    }

    void missingThingsAreNamed()
    {
        SqliteOptions options;
        options.path = m_databases.folder() + QStringLiteral("/nowhere.keyturn");
        Error error = openError(options);
        QCOMPARE(error.kind, Error::Kind::Storage);
        QVERIFY2(error.message.contains(QStringLiteral("There is no book")), qPrintable(error.message));
        QVERIFY(!QFile::exists(options.path));

        options.path = m_databases.folder() + QStringLiteral("/no/such/folder/book.keyturn");
        options.create = true;
        error = openError(options);
        QCOMPARE(error.kind, Error::Kind::Storage);
        QVERIFY2(error.message.contains(QStringLiteral("folder")), qPrintable(error.message));

        options.path = m_databases.folder();
        QVERIFY(openError(options).message.contains(QStringLiteral("is a folder")));
    }

    void otherFilesAreNotBooks()
    {
        SqliteOptions options;
        options.path = m_databases.folder() + QStringLiteral("/letter.keyturn");
        QFile file(options.path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        const Error error = openError(options);
        QCOMPARE(error.kind, Error::Kind::Corrupt);
        QVERIFY2(error.message.contains(QStringLiteral("not a Keyturn book")), qPrintable(error.message));
        QCOMPARE(QFileInfo(options.path).size(), 5000);
    }

    void aDamagedBookIsFound()
    {
        auto db = m_databases.open(Dialect::Sqlite);
        BookBuilder book(*db);
        QCOMPARE(book.begin(), QString());
        QVERIFY(db->script(QStringLiteral("CREATE TABLE bulk (id INTEGER PRIMARY KEY, text TEXT NOT NULL); "
                                          "INSERT INTO bulk (text) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
                                          "SELECT i + 1 FROM n WHERE i < 2000) SELECT hex(zeroblob(50)) FROM n")));
        db.reset();
        // Its schema stays whole, so that it opens: what came last is damaged.
        QFile file(m_databases.sqlitePath());
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 end = file.size();
        QVERIFY(file.seek(end - 8 * 4096));
        file.write(QByteArray(8 * 4096, '\x55'));
        file.close();
        db = m_databases.openAgain();
        QVERIFY(db);
        const auto fault = structureFault(*db, {});
        QVERIFY(fault);
        QVERIFY(!fault->isEmpty());
    }

    void aReadOnlyBookIsRefusedForWritingAndReadable()
    {
        if (::geteuid() == 0) {
            // Root may write anywhere: what is left to test is the connection itself.
            const auto writer = m_databases.open(Dialect::Sqlite);
            SqliteOptions options;
            options.path = m_databases.sqlitePath();
            options.mode = SqliteOptions::Mode::ReadOnly;
            const auto reader = Connection::openSqlite(options);
            QVERIFY(reader);
            QCOMPARE((*reader)->number(QStringLiteral("SELECT count(*) FROM leads")), Result<qint64>(0));
            const auto refused = (*reader)->run(QStringLiteral("DELETE FROM leads"));
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, Error::Kind::Storage);
            QVERIFY2(refused.error().message.contains(QStringLiteral("read-only")),
                     qPrintable(refused.error().message));
            return;
        }
        const auto db = m_databases.open(Dialect::Sqlite);
        QVERIFY(QFile::setPermissions(m_databases.sqlitePath(), QFile::ReadOwner));
        SqliteOptions options;
        options.path = m_databases.sqlitePath();
        const Error error = openError(options);
        QCOMPARE(error.kind, Error::Kind::Storage);
        QVERIFY(error.message.contains(QStringLiteral("read-only")));
    }

    void aFullDiskLosesNothing()
    {
        const auto db = m_databases.open(Dialect::Sqlite);
        BookBuilder book(*db);
        QCOMPARE(book.begin(), QString());
        const qint64 size = QFileInfo(m_databases.sqlitePath() + QStringLiteral("-wal")).size();
        // A limit on the size of files stands for the full disk: without the signal, writing beyond it is an error.
        struct rlimit before = {};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
        struct rlimit tight = before;
        tight.rlim_cur = static_cast<rlim_t>(std::max<qint64>(size, 400'000) + 40'000);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &tight), 0);
        QString failure;
        int written = 0;
        while (failure.isEmpty() && written < 1000) {
            failure = book.apply({book.lead(LeadId(book.newId()), QString(250, u'x'), book.firstStage)});
            written += failure.isEmpty() ? 1 : 0;
        }
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        std::signal(SIGXFSZ, oldHandler);
        QVERIFY(!failure.isEmpty());
        QCOMPARE(book.error().kind, Error::Kind::Storage);
        QVERIFY2(book.error().message.contains(QStringLiteral("not saved")), qPrintable(book.error().message));
        QVERIFY(!db->inTransaction());
        // What was acknowledged is there, and work goes on.
        QCOMPARE(db->number(QStringLiteral("SELECT count(*) FROM leads")), Result<qint64>(written));
        QCOMPARE(book.apply({book.lead(LeadId(book.newId()), QStringLiteral("After"), book.firstStage)}), QString());
        const auto other = m_databases.openAgain();
        QCOMPARE(other->number(QStringLiteral("SELECT count(*) FROM leads")), Result<qint64>(written + 1));
    }

    void aLockedBookIsBusy()
    {
        const auto first = m_databases.open(Dialect::Sqlite);
        SqliteOptions options;
        options.path = m_databases.sqlitePath();
        options.busyTimeoutMs = 10;
        const auto second = Connection::openSqlite(options);
        QVERIFY(second);
        const auto holding = Transaction::begin(*first);
        QVERIFY(holding);
        const auto waiting = Transaction::begin(**second);
        QVERIFY(!waiting);
        QCOMPARE(waiting.error().kind, Error::Kind::Busy);
        // Readers are not held up.
        QCOMPARE((*second)->number(QStringLiteral("SELECT count(*) FROM leads")), Result<qint64>(0));
    }

    void anAbsentServerIsOffline()
    {
        if (!m_databases.hasPostgres()) {
            QSKIP("PostgreSQL is not installed.");
        }
        PostgresOptions options;
        options.host = m_databases.folder();
        options.database = QStringLiteral("none");
        options.user = QStringLiteral("nobody");
        const auto connection = Connection::openPostgres(options);
        QVERIFY(!connection);
        QCOMPARE(connection.error().kind, Error::Kind::Offline);
    }

    void theWriterIsSetUpForSafety()
    {
        const auto db = m_databases.open(Dialect::Sqlite);
        const auto pragma = [&](const char* name) {
            const auto row = db->first(QStringLiteral("PRAGMA %1").arg(QLatin1String(name)));
            return row && *row ? (*row)->values().first().toString() : QString();
        };
        QCOMPARE(pragma("journal_mode"), QStringLiteral("wal"));
        QCOMPARE(pragma("synchronous"), QStringLiteral("2"));
        QCOMPARE(pragma("foreign_keys"), QStringLiteral("1"));
        QCOMPARE(pragma("secure_delete"), QStringLiteral("1"));
        QCOMPARE(pragma("trusted_schema"), QStringLiteral("0"));
        QVERIFY(db->native() != nullptr);
    }

    void theCheckpointerEmptiesTheLog()
    {
        SqliteOptions options;
        options.autoCheckpoint = false;
        const auto other = m_databases.open(Dialect::Sqlite);
        options.path = m_databases.sqlitePath();
        const auto db = Connection::openSqlite(options);
        QVERIFY(db);
        BookBuilder book(**db);
        QCOMPARE(book.begin(), QString());
        const QString log = options.path + QStringLiteral("-wal");
        QVERIFY(QFileInfo(log).size() > 0);
        const auto checkpointer = Checkpointer::open(options.path);
        QVERIFY(checkpointer);
        const auto passive = (*checkpointer)->run(Checkpointer::Mode::Passive);
        QVERIFY(passive && passive->complete && passive->logPages > 0);
        const auto truncated = (*checkpointer)->run(Checkpointer::Mode::Truncate);
        QVERIFY(truncated && truncated->complete);
        QCOMPARE(QFileInfo(log).size(), 0);
    }

    void anUnfinishedReadDoesNotPinTheLog()
    {
        const auto db = m_databases.open(Dialect::Sqlite);
        BookBuilder book(*db);
        QCOMPARE(book.begin(), QString());
        {
            auto query = db->prepare(QStringLiteral("SELECT id FROM pipeline_stages"));
            QVERIFY(query);
            QCOMPARE(query->next(), Result<bool>(true));
        }
        const auto checkpointer = Checkpointer::open(m_databases.sqlitePath());
        QVERIFY(checkpointer);
        const auto truncated = (*checkpointer)->run(Checkpointer::Mode::Truncate);
        QVERIFY(truncated && truncated->complete);
    }

    void anInterruptIsNotMissed()
    {
        const auto db = m_databases.open(Dialect::Sqlite);
        const QString endless = QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE "
                                               "i < 300000000) SELECT count(*) FROM n");
        std::atomic_bool wanted = true;
        interruptWhen(*db, wanted);
        // Asked before the statement began, and again after it was forgotten.
        for (int i = 0; i < 2; ++i) {
            const auto answer = db->number(endless);
            QVERIFY(!answer);
            QCOMPARE(answer.error().kind, Error::Kind::Cancelled);
        }
        wanted = false;
        QCOMPARE(db->number(QStringLiteral("SELECT 7")), Result<qint64>(7));
        std::thread other([&wanted] { wanted = true; });
        const auto answer = db->number(endless);
        other.join();
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Cancelled);
    }

    // SQLite's check of the structure is one step of its machine, which no flag ends.
    void theStructureCheckCanBeInterrupted()
    {
        const auto db = m_databases.open(Dialect::Sqlite);
        QVERIFY(db->script(QStringLiteral("CREATE TABLE bulk (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL); "
                                          "INSERT INTO bulk (bytes) VALUES (zeroblob(200000000))")));
        std::atomic_bool isUnwanted = false;
        const auto unwanted = [&] { return isUnwanted.load(); };
        QCOMPARE(structureFault(*db, unwanted), Result<QString>(QString()));
        // In the middle: one of so many is not done before it is asked for the second time.
        Result<QString> fault = QString();
        for (int i = 0; i < 1'000 && fault; ++i) {
            int asked = 0;
            fault = structureFault(*db, [&asked] { return asked++ > 0; });
        }
        QVERIFY(!fault);
        QCOMPARE(fault.error().kind, Error::Kind::Cancelled);
        isUnwanted = true; // before it begins
        QCOMPARE(structureFault(*db, unwanted).error().kind, Error::Kind::Cancelled);
        isUnwanted = false;
        QCOMPARE(structureFault(*db, unwanted), Result<QString>(QString()));
    }

    // Statements

    void valuesComeBack_data() { m_databases.addRows(); }
    void valuesComeBack()
    {
        const auto db = m_databases.open();
        const bool lite = db->isSqlite();
        QVERIFY(
            db->script(lite ? QStringLiteral("CREATE TEMP TABLE t (i integer, r real, s text, b blob, n integer)")
                            : QStringLiteral("CREATE TEMP TABLE t (i bigint, r float8, s text, b bytea, n integer)")));
        const qint64 big = std::numeric_limits<qint64>::max();
        const QByteArray bytes("\0\x01\xff'\\", 5);
        QVERIFY(db->run(lite ? QStringLiteral("INSERT INTO t VALUES (?, ?, ?, ?, ?)")
                             : QStringLiteral("INSERT INTO t VALUES (?, ?, ?, ?::bytea, ?)"),
                        big, 0.1, QStringLiteral("Ünï '\" \\ 🙂"), bytes, nullptr));
        auto query = db->prepare(QStringLiteral("SELECT i, r, s, b, n FROM t"));
        QVERIFY(query);
        QCOMPARE(query->next(), Result<bool>(true));
        QCOMPARE(query->integer(0), big);
        QCOMPARE(query->optionalInteger(0), std::optional<qint64>(big));
        QCOMPARE(query->real(1), 0.1);
        QCOMPARE(query->text(2), QStringLiteral("Ünï '\" \\ 🙂"));
        QCOMPARE(query->utf8(2).toByteArray(), QStringLiteral("Ünï '\" \\ 🙂").toUtf8());
        QCOMPARE(query->blob(3), bytes);
        QVERIFY(query->isNull(4));
        QCOMPARE(query->optionalInteger(4), std::nullopt);
        QCOMPARE(query->value(0), QVariant(big));
        QCOMPARE(query->value(0).metaType(), QMetaType::fromType<qint64>());
        QCOMPARE(query->value(1).metaType(), QMetaType::fromType<double>());
        QVERIFY(!query->value(4).isValid());
        QCOMPARE(query->record().text(QStringLiteral("s")), QStringLiteral("Ünï '\" \\ 🙂"));
        QCOMPARE(query->next(), Result<bool>(false));
    }

    void textIsNeverSql_data() { m_databases.addRows(); }
    void textIsNeverSql()
    {
        const auto db = m_databases.open();
        BookBuilder book(*db);
        QCOMPARE(book.begin(), QString());
        QStringList strings{QStringLiteral("'; DROP TABLE leads; --"),
                            QStringLiteral("\" OR 1=1"),
                            QStringLiteral("?"),
                            QStringLiteral("$1 :name @x"),
                            QStringLiteral("\\' \\"),
                            QString(),
                            QStringLiteral("%_ \t\r\n\x1b")};
        // Collections of awkward strings that lie beside the sources on some machines.
        QDirIterator files(QStringLiteral(KEYTURN_SOURCE_DIR "/../shared/data/strings"), {QStringLiteral("*.txt")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
            for (const QString& line : lines.mid(0, 600)) {
                if (line.size() < 4000 && !line.contains(QChar(u'\0'))) {
                    strings << line;
                }
            }
        }
        const LeadId lead(book.newId());
        QCOMPARE(book.apply({book.lead(lead, QStringLiteral("Ann"), book.firstStage)}), QString());
        std::vector<RowChange> notes;
        for (const QString& text : std::as_const(strings)) {
            notes.push_back(insertion(
                QStringLiteral("lead_notes"), book.newId().toString(QUuid::WithoutBraces),
                {{"lead_id", lead.toString()}, {"content", text.isNull() ? QStringLiteral("") : text}}, lead));
        }
        QCOMPARE(book.apply(notes), QString());
        QStringList found;
        QVERIFY(db->select(
            QStringLiteral("SELECT content FROM lead_notes WHERE lead_id = ? ORDER BY id"),
            [&](const Statement& row) { found << row.text(0); }, lead));
        QCOMPARE(found.size(), strings.size());
        for (qsizetype i = 0; i < found.size(); ++i) {
            // Lone surrogates become the replacement character on their way through UTF-8.
            QCOMPARE(found.at(i), QString::fromUtf8(strings.at(i).toUtf8()));
        }
        auto query = db->prepare(QStringLiteral("SELECT count(*) FROM lead_notes WHERE content = ?"));
        QVERIFY(query);
        query->bind(strings.first());
        QCOMPARE(query->next(), Result<bool>(true));
        QCOMPARE(query->integer(0), 1);
    }

    void statementsOfOneTextDoNotMix_data() { m_databases.addRows(); }
    void statementsOfOneTextDoNotMix()
    {
        const auto db = m_databases.open();
        BookBuilder book(*db);
        QCOMPARE(book.begin(), QString());
        const QString sql =
            QStringLiteral("SELECT key FROM pipeline_stages WHERE order_index >= ? ORDER BY order_index");
        auto outer = db->prepare(sql);
        QVERIFY(outer);
        outer->bind(0);
        QStringList pairs;
        while (outer->next().value()) {
            auto inner = db->prepare(sql);
            QVERIFY(inner);
            inner->bind(100);
            QCOMPARE(inner->next(), Result<bool>(true));
            pairs << QString(outer->text(0) + u'-' + inner->text(0));
        }
        QCOMPARE(pairs, (QStringList{QStringLiteral("new-funded"), QStringLiteral("contacted-funded"),
                                     QStringLiteral("funded-funded")}));
    }

    void whatIsRunAgainIsPlannedOnce_data() { m_databases.addRows(); }
    void whatIsRunAgainIsPlannedOnce()
    {
        const auto db = m_databases.open();
        const bool lite = db->isSqlite();
        QVERIFY(db->script(QStringLiteral("CREATE TABLE planned (a integer); INSERT INTO planned VALUES (1), (2);")));
        const QString sql = QStringLiteral("SELECT * FROM planned WHERE a >= ? ORDER BY a");
        const auto ask = [&](int from) {
            QStringList rows;
            const Done done = db->select(
                sql,
                [&](const Statement& row) {
                    QStringList cells;
                    for (int i = 0; i < row.columnCount(); ++i) {
                        cells << row.text(i);
                    }
                    rows << cells.join(u' ');
                },
                from);
            return done ? rows.join(u',') : done.error().message;
        };
        const auto plans = [&] {
            return lite ? 1
                        : db->number(QStringLiteral("SELECT count(*) FROM pg_prepared_statements "
                                                    "WHERE statement LIKE '%FROM planned%' AND NOT from_sql"))
                              .value_or(-1);
        };
        QCOMPARE(ask(1), QStringLiteral("1,2"));
        for (int i = 0; i < 8; ++i) {
            QCOMPARE(ask(1 + i % 2), i % 2 == 0 ? QStringLiteral("1,2") : QStringLiteral("2"));
        }
        QCOMPARE(plans(), 1);
        // An upgrade of the server is no reason to fail.
        QVERIFY(db->script(QStringLiteral("ALTER TABLE planned ADD COLUMN b integer;")));
        QCOMPARE(ask(2), QStringLiteral("2 "));
        QCOMPARE(ask(2), QStringLiteral("2 "));
        if (!lite) {
            QVERIFY(db->script(QStringLiteral("DEALLOCATE ALL")));
            QCOMPARE(ask(2), QStringLiteral("2 "));
        }
        // What fails fails with its own words, the first time, when it is planned, and when it runs by its plan.
        const QString wrong = QStringLiteral("SELECT 1 / (a - ?) FROM planned WHERE a = 1");
        for (int i = 0; i < 4 && !lite; ++i) {
            const Done done = db->select(
                wrong, [](const Statement&) {}, 1);
            QVERIFY(!done);
            QVERIFY2(done.error().detail.contains(QStringLiteral("division by zero")) ||
                         done.error().message.contains(QStringLiteral("division by zero")),
                     qPrintable(QString(done.error().message + u'|' + done.error().detail)));
        }
        QCOMPARE(ask(1), QStringLiteral("1 ,2 "));
        QVERIFY(db->script(QStringLiteral("DROP TABLE planned;")));
    }

    void uuidsAreRead()
    {
        const QUuid id = QUuid::createUuid();
        QCOMPARE(uuidFromText(id.toByteArray(QUuid::WithoutBraces)), id);
        QVERIFY(uuidFromText("").isNull());
        QVERIFY(uuidFromText("not-a-uuid-not-a-uuid-not-a-uuid-not").isNull());
        QVERIFY(uuidFromText("00000000000000000000000000000000000g").isNull());
    }

    // Transactions

    void whatIsNotCommittedNeverWas_data() { m_databases.addRows(); }
    void whatIsNotCommittedNeverWas()
    {
        const auto db = m_databases.open();
        const QString sql =
            QStringLiteral("DELETE FROM %1").arg(writableName(db->dialect(), QStringLiteral("schema_migrations")));
        {
            const auto transaction = Transaction::begin(*db);
            QVERIFY(transaction);
            QVERIFY(db->inTransaction());
            QVERIFY(db->run(sql));
            QVERIFY(!Transaction::begin(*db));
        }
        QVERIFY(!db->inTransaction());
        QCOMPARE(db->number(QStringLiteral("SELECT count(*) FROM schema_migrations")),
                 Result<qint64>(Migrator(db->dialect()).newest()));
        auto transaction = Transaction::begin(*db);
        QVERIFY(transaction);
        QVERIFY(db->run(sql));
        QVERIFY(transaction->commit());
        QCOMPARE(db->number(QStringLiteral("SELECT count(*) FROM schema_migrations")), Result<qint64>(0));
    }

    void anyCallCanFailAndNothingIsLeft_data() { m_databases.addRows(); }
    void anyCallCanFailAndNothingIsLeft()
    {
        const auto db = m_databases.open();
        BookBuilder book(*db);
        QCOMPARE(book.begin(), QString());
        const LeadId lead(book.newId());
        QCOMPARE(book.apply({book.lead(lead, QStringLiteral("Ann"), book.firstStage)}), QString());
        const QString state =
            QStringLiteral("SELECT (SELECT version FROM leads) * 1000 + (SELECT count(*) FROM lead_activities) * 100 + "
                           "(SELECT count(*) FROM local_settings) * 10");
        const auto before = db->number(state);
        int failed = 0;
        for (int nth = 1;; ++nth) {
            FailNth injector(nth, Error{Error::Kind::Storage, QStringLiteral("As asked"), {}, {}});
            db->setFaultInjector(&injector);
            const QString failure = book.apply(
                {updating(QStringLiteral("leads"), lead.toString(), 1, {{"name", QStringLiteral("Ann Li")}}, lead),
                 book.activity(lead, QStringLiteral("field_changed"), QStringLiteral("Name"), book.now())});
            db->setFaultInjector(nullptr);
            if (failure.isEmpty()) {
                break;
            }
            ++failed;
            QCOMPARE(book.error().message, QStringLiteral("As asked"));
            QVERIFY(!db->inTransaction());
            QCOMPARE(db->number(state), before);
        }
        QVERIFY2(failed >= 8, qPrintable(QString::number(failed)));
        QCOMPARE(db->number(state), Result<qint64>(*before + 1000 + 100 + 10));
        QCOMPARE(book.written().rows.at(1).after(QStringLiteral("device_seq")).toLongLong(), 1);
    }

private:
    DatabaseFixture m_databases;
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
