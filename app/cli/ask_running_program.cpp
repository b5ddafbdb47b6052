// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/local_door.h"
#include "app/cli/words.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocalSocket>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace keyturn::cli {

namespace {

constexpr int connectMs = 1000;
constexpr int acceptMs = 10'000;
constexpr int sliceMs = 100;

bool isOurs(const QString& address)
{
#ifdef Q_OS_UNIX
    const QFileInfo socket(address);
    return socket.exists() && socket.ownerId() == getuid();
#else
    Q_UNUSED(address)
    return true;
#endif
}

/// One call, from the request to the last byte of the answer.
class Call
{
public:
    Call(QLocalSocket& socket, const std::function<bool()>& stillWanted)
        : m_socket(socket)
        , m_stillWanted(stillWanted)
    {}

    Result<Outcome> run(const Request& request)
    {
        QJsonArray words;
        for (const QString& word : request.words) {
            words.append(word);
        }
        m_socket.write(
            frame({{QStringLiteral("protocol"), doorProtocol},
                   {QStringLiteral("version"), QCoreApplication::applicationVersion()},
                   {QStringLiteral("kind"),
                    request.kind == Request::Kind::Activate ? QStringLiteral("activate") : QStringLiteral("command")},
                   {QStringLiteral("args"), words},
                   {QStringLiteral("cwd"), request.folder}}));
        QElapsedTimer timer;
        timer.start();
        std::optional<QJsonObject> greeting;
        while (!(greeting = takeFrame(m_received))) {
            if (timer.elapsed() > acceptMs) {
                return fail(Error::Kind::Busy, Words::tr("The running program holds the book and does not answer."));
            }
            KEYTURN_TRY(receive());
        }
        if (!greeting->value(QStringLiteral("accepted")).toBool()) {
            return fail(Error::kindFromName(greeting->value(QStringLiteral("kind")).toString()),
                        greeting->value(QStringLiteral("refused")).toString());
        }
        std::optional<QJsonObject> header;
        while (!(header = takeFrame(m_received))) {
            KEYTURN_TRY(receive());
        }
        const qint64 outBytes = header->value(QStringLiteral("stdout")).toInteger();
        const qint64 errBytes = header->value(QStringLiteral("stderr")).toInteger();
        if (outBytes < 0 || errBytes < 0 || outBytes > maximumAnswerBytes || errBytes > maximumAnswerBytes) {
            return fail(Error::Kind::Corrupt, Words::tr("The running program's answer makes no sense."));
        }
        while (m_received.size() < outBytes + errBytes) {
            KEYTURN_TRY(receive());
        }
        return Outcome{header->value(QStringLiteral("exit")).toInt(), m_received.left(outBytes),
                       m_received.mid(outBytes, errBytes)};
    }

private:
    Done receive()
    {
        if (m_stillWanted && !m_stillWanted()) {
            return fail(Error::Kind::Cancelled, Words::tr("Cancelled."));
        }
        m_socket.waitForReadyRead(sliceMs);
        const QByteArray bytes = m_socket.readAll();
        m_received += bytes;
        if (bytes.isEmpty() && m_socket.state() != QLocalSocket::ConnectedState) {
            return fail(Error::Kind::Busy, Words::tr("The running program ended before it answered. See in the book "
                                                     "whether the command was carried out."));
        }
        return {};
    }

    QLocalSocket& m_socket;
    const std::function<bool()>& m_stillWanted;
    QByteArray m_received;
};

} // namespace

std::optional<Result<Outcome>> askRunningProgram(const QString& bookPath, const Request& request,
                                                 const std::function<bool()>& stillWanted)
{
    for (const QString& address : doorAddresses(bookPath)) {
        if (!isOurs(address)) {
            continue;
        }
        QLocalSocket socket;
        socket.connectToServer(address);
        if (socket.waitForConnected(connectMs)) {
            return Call(socket, stillWanted).run(request);
        }
    }
    return std::nullopt;
}

} // namespace keyturn::cli
