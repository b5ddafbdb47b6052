// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/local_door.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QThread>

using namespace keyturn;
using namespace keyturn::cli;

namespace {

/// A door on its own thread that answers by `reply`, as a running program would.
class Doorkeeper
{
public:
    explicit Doorkeeper(const QString& book, const std::function<std::optional<Outcome>(const Request&)>& reply)
        : m_door(new LocalDoor(book))
    {
        m_door->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::started, m_door, &LocalDoor::open);
        QObject::connect(&m_thread, &QThread::finished, m_door, &LocalDoor::close, Qt::DirectConnection);
        QObject::connect(m_door, &LocalDoor::opened, m_door, [this](const QString& said) {
            problem = said;
            m_opened.release();
        });
        QObject::connect(m_door, &LocalDoor::asked, m_door, [this, reply](quint64 caller, const Request& request) {
            if (const auto outcome = reply(request)) {
                m_door->answer(caller, *outcome);
            }
        });
        m_thread.start();
        m_opened.acquire();
    }
    ~Doorkeeper()
    {
        m_thread.quit();
        m_thread.wait();
        delete m_door;
    }

    QString problem;

private:
    QThread m_thread;
    LocalDoor* m_door;
    QSemaphore m_opened;
};

std::optional<Outcome> echo(const Request& request)
{
    return Outcome{7, request.words.join(QLatin1Char('\x1f')).toUtf8(), request.folder.toUtf8()};
}

/// What the door says first to these raw bytes; nothing if it hangs up.
std::optional<QJsonObject> firstWord(const QString& book, const QByteArray& bytes)
{
    QLocalSocket socket;
    socket.connectToServer(doorAddresses(book).first());
    if (!socket.waitForConnected(5000)) {
        return std::nullopt;
    }
    socket.write(bytes);
    socket.flush();
    QByteArray received;
    while (socket.state() == QLocalSocket::ConnectedState || socket.bytesAvailable() > 0) {
        received += socket.readAll();
        if (auto message = takeFrame(received)) {
            return message;
        }
        if (!socket.waitForReadyRead(10'000)) {
            break;
        }
    }
    received += socket.readAll();
    return takeFrame(received);
}

QByteArray greeting(int protocol, const QString& version)
{
    return frame({{QStringLiteral("protocol"), protocol}, {QStringLiteral("version"), version}});
}

} // namespace

class TestLocalDoor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        qputenv("XDG_RUNTIME_DIR", m_folder.path().toUtf8());
        QCoreApplication::setApplicationVersion(QStringLiteral("1.2.3"));
    }
    void init()
    {
        test::failOnAnyWarning();
        m_book = m_folder.filePath(QStringLiteral("book-%1.keyturn").arg(++m_count));
        QFile file(m_book);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

    void nobodyAnswers() { QVERIFY(!askRunningProgram(m_book, {}).has_value()); }

    void wordsAndStreamsTravelUnchanged()
    {
        const Doorkeeper keeper(m_book, echo);
        QCOMPARE(keeper.problem, QString());
        const QStringList words{QString(),
                                QStringLiteral("--text"),
                                QString::fromUtf8("\u202etest\u202e \U0001F4A9"),
                                QStringLiteral("'; drop table leads; --"),
                                QString(100'000, QLatin1Char('x')),
                                QStringLiteral("a\nb\t\"c\"\\")};
        for (int i = 0; i < 3; ++i) { // one door serves many callers
            const auto answer =
                askRunningProgram(m_book, {Request::Kind::Command, words, QStringLiteral("/tmp/\u00e4")});
            QVERIFY(answer.has_value());
            QVERIFY2(answer->has_value(), *answer ? "" : qPrintable(answer->error().message));
            QCOMPARE((*answer)->exit, 7);
            QCOMPARE(QString::fromUtf8((*answer)->out), words.join(QLatin1Char('\x1f')));
            QCOMPARE(QString::fromUtf8((*answer)->err), QStringLiteral("/tmp/\u00e4"));
        }
    }

    void longAnswersArriveWhole()
    {
        const QByteArray much(20 * 1024 * 1024, 'y');
        const Doorkeeper keeper(m_book, [&](const Request&) { return Outcome{0, much, "end"}; });
        const auto answer = askRunningProgram(m_book, {});
        QVERIFY(answer && *answer);
        QVERIFY((*answer)->out == much);
        QCOMPARE((*answer)->err, QByteArray("end"));
    }

    void activationIsToldApart()
    {
        const Doorkeeper keeper(m_book, [](const Request& request) {
            return Outcome{request.kind == Request::Kind::Activate ? 0 : 1, {}, {}};
        });
        const auto answer = askRunningProgram(m_book, {Request::Kind::Activate, {}, {}});
        QVERIFY(answer && *answer);
        QCOMPARE((*answer)->exit, 0);
    }

    void otherVersionsAreRefused_data()
    {
        QTest::addColumn<int>("protocol");
        QTest::addColumn<QString>("version");
        QTest::newRow("program") << doorProtocol << QStringLiteral("1.2.4");
        QTest::newRow("protocol") << doorProtocol + 1 << QStringLiteral("1.2.3");
    }
    void otherVersionsAreRefused()
    {
        QFETCH(int, protocol);
        QFETCH(QString, version);
        const Doorkeeper keeper(m_book, echo);
        const auto said = firstWord(m_book, greeting(protocol, version));
        QVERIFY(said.has_value());
        QVERIFY(!said->contains(QStringLiteral("accepted")));
        QCOMPARE(said->value(QStringLiteral("kind")).toString(), QStringLiteral("refused"));
        QVERIFY(said->value(QStringLiteral("refused")).toString().contains(QStringLiteral("1.2.3")));
    }

    void nonsenseIsRefusedAndForgotten_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("too long") << QByteArray("\x7f\xff\xff\xff lots", 9);
        QTest::newRow("no JSON") << QByteArray("\x00\x00\x00\x04nope", 8);
        QTest::newRow("empty") << QByteArray("\x00\x00\x00\x00", 4);
    }
    void nonsenseIsRefusedAndForgotten()
    {
        QFETCH(QByteArray, bytes);
        const Doorkeeper keeper(m_book, echo);
        const auto said = firstWord(m_book, bytes);
        QVERIFY(said.has_value());
        QVERIFY(said->contains(QStringLiteral("refused")));
        const auto next = askRunningProgram(m_book, {});
        QVERIFY(next && *next); // the door still works
    }

    void callersMayHangUp()
    {
        const Doorkeeper keeper(m_book, echo);
        for (int i = 0; i < 40; ++i) { // more than are served at a time
            QLocalSocket socket;
            socket.connectToServer(doorAddresses(m_book).first());
            QVERIFY(socket.waitForConnected(5000));
            socket.write("\x00\x00", 2);
            socket.abort();
        }
        QTRY_VERIFY([&] {
            const auto answer = askRunningProgram(m_book, {});
            return answer && *answer;
        }());
    }

    void impatienceIsACancel()
    {
        const Doorkeeper keeper(m_book, [](const Request&) { return std::nullopt; });
        int asked = 0;
        const auto answer = askRunningProgram(m_book, {}, [&] { return ++asked < 4; });
        QVERIFY(answer && !*answer);
        QCOMPARE(answer->error().kind, Error::Kind::Cancelled);
    }

    void endingProgramIsTold()
    {
        auto keeper = std::make_unique<Doorkeeper>(m_book, [](const Request&) { return std::nullopt; });
        int asked = 0;
        const auto answer = askRunningProgram(m_book, {}, [&] {
            if (++asked == 3) {
                keeper.reset();
            }
            return true;
        });
        QVERIFY(answer && !*answer);
        QCOMPARE(answer->error().kind, Error::Kind::Busy);
    }

    void leftoverOfADeadProgramIsReplaced()
    {
        const QString address = doorAddresses(m_book).first();
        {
            // A server that goes without a word leaves its socket behind.
            QTemporaryDir elsewhere;
            QLocalServer server;
            QVERIFY(server.listen(elsewhere.filePath(QStringLiteral("s"))));
            QVERIFY(QFile::link(elsewhere.filePath(QStringLiteral("s")), address) || QFileInfo::exists(address));
        }
        const Doorkeeper keeper(m_book, echo);
        QCOMPARE(keeper.problem, QString());
        const auto answer = askRunningProgram(m_book, {});
        QVERIFY(answer && *answer);
    }

    void oneBookHasOneAddress()
    {
        const QString link = m_folder.filePath(QStringLiteral("link-%1").arg(m_count));
        QVERIFY(QFile::link(m_book, link));
        QCOMPARE(doorAddresses(link), doorAddresses(m_book));
        QVERIFY(doorAddresses(m_folder.filePath(QStringLiteral("other"))) != doorAddresses(m_book));
    }

    void onlyTheUserMayEnter()
    {
        const Doorkeeper keeper(m_book, echo);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFileInfo(doorAddresses(m_book).first()).permissions() & others));
    }

private:
    QTemporaryDir m_folder;
    QString m_book;
    int m_count = 0;
};

QTEST_GUILESS_MAIN(TestLocalDoor)
#include "tst_local_door.moc"
