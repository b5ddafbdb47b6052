// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/local_door.h"

#include "app/cli/words.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTimer>
#include <QtEndian>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace keyturn::cli {

namespace {

constexpr int maximumCallers = 16;
constexpr int patienceMs = 5000;
constexpr qsizetype headerBytes = 4;

} // namespace

QByteArray frame(const QJsonObject& message)
{
    const QByteArray body = QJsonDocument(message).toJson(QJsonDocument::Compact);
    QByteArray bytes(headerBytes, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(body.size()), bytes.data());
    return bytes + body;
}

std::optional<QJsonObject> takeFrame(QByteArray& buffer)
{
    if (buffer.size() < headerBytes) {
        return std::nullopt;
    }
    const qsizetype length = qFromBigEndian<quint32>(buffer.constData());
    if (buffer.size() < headerBytes + length) {
        return std::nullopt;
    }
    const QJsonObject message = QJsonDocument::fromJson(buffer.mid(headerBytes, length)).object();
    buffer.remove(0, headerBytes + length);
    return message;
}

bool isOversized(const QByteArray& buffer, quint32 limit)
{
    return buffer.size() >= headerBytes && qFromBigEndian<quint32>(buffer.constData()) > limit;
}

QStringList doorAddresses(const QString& bookPath)
{
    const QFileInfo file(bookPath);
    const QString canonical = file.exists() ? file.canonicalFilePath() : QDir::cleanPath(file.absoluteFilePath());
    const QByteArray hash = QCryptographicHash::hash(canonical.toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
#ifdef Q_OS_UNIX
    const QString user = QString::number(getuid());
    const QString name = QStringLiteral("keyturn-") + user + QLatin1Char('-') + QString::fromLatin1(hash);
    QStringList addresses;
    for (const QString& folder : {qEnvironmentVariable("XDG_RUNTIME_DIR"), QString(QStringLiteral("/run/user/") + user),
                                  QDir::tempPath(), QStringLiteral("/tmp")}) {
        const QString address = folder + QLatin1Char('/') + name;
        if (!folder.isEmpty() && QFileInfo(folder).isWritable() && !addresses.contains(address)) {
            addresses.append(address);
        }
    }
    return addresses;
#else
    return {QStringLiteral("keyturn-") + QString::fromLatin1(hash)};
#endif
}

LocalDoor::LocalDoor(const QString& bookPath)
    : m_bookPath(bookPath)
{}

void LocalDoor::open()
{
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &LocalDoor::welcome);
    QString problem = Words::tr("There is no folder to listen in.");
    for (const QString& address : doorAddresses(m_bookPath)) {
        // Whoever gets here holds the book, so an address that is taken is a leftover of a program that died.
        if (m_server->listen(address) || (QLocalServer::removeServer(address) && m_server->listen(address))) {
            problem.clear();
            break;
        }
        problem = m_server->errorString();
    }
    Q_EMIT opened(problem);
}

void LocalDoor::close()
{
    // The sockets are the server's children: they go first, and say no more about it.
    for (const Caller& caller : std::exchange(m_callers, {})) {
        delete caller.socket;
    }
    delete m_server;
    m_server = nullptr;
}

void LocalDoor::welcome()
{
    while (QLocalSocket* socket = m_server->nextPendingConnection()) {
        if (m_callers.size() >= maximumCallers) {
            delete socket;
            continue;
        }
        const quint64 caller = ++m_lastCaller;
        m_callers.insert(caller, {socket, {}, true});
        connect(socket, &QLocalSocket::readyRead, this, [this, caller] { read(caller); });
        connect(socket, &QLocalSocket::disconnected, this, [this, caller] { forget(caller); });
        QTimer::singleShot(patienceMs, socket, [this, caller] {
            if (m_callers.contains(caller) && m_callers[caller].isAsking) {
                forget(caller);
            }
        });
        read(caller);
    }
}

void LocalDoor::read(quint64 number)
{
    const auto found = m_callers.find(number);
    if (found == m_callers.end()) {
        return;
    }
    Caller& caller = *found;
    const QByteArray bytes = caller.socket->readAll();
    if (!caller.isAsking) {
        return; // one request a call; what comes after it is not listened to
    }
    caller.received += bytes;
    if (isOversized(caller.received, maximumRequestBytes)) {
        refuse(number, Error::Kind::Invalid, Words::tr("The command is too long for the running program."));
        return;
    }
    const auto message = takeFrame(caller.received);
    if (!message) {
        return;
    }
    caller.isAsking = false;
    const QString version = message->value(QStringLiteral("version")).toString();
    if (message->value(QStringLiteral("protocol")).toInt() != doorProtocol ||
        version != QCoreApplication::applicationVersion()) {
        refuse(number, Error::Kind::Refused,
               Words::tr("The book is open in Keyturn %1, and this is Keyturn %2. Close that one, or use the same "
                         "version for both.")
                   .arg(QCoreApplication::applicationVersion(), version));
        return;
    }
    Request request;
    const QString kind = message->value(QStringLiteral("kind")).toString();
    request.kind = kind == QLatin1String("activate") ? Request::Kind::Activate : Request::Kind::Command;
    const QJsonArray words = message->value(QStringLiteral("args")).toArray();
    for (const QJsonValue& word : words) {
        request.words.append(word.toString());
    }
    request.folder = message->value(QStringLiteral("cwd")).toString();
    caller.socket->write(frame({{QStringLiteral("accepted"), true}}));
    Q_EMIT asked(number, request);
}

void LocalDoor::refuse(quint64 number, Error::Kind kind, const QString& message)
{
    QLocalSocket* socket = m_callers[number].socket;
    m_callers[number].isAsking = false;
    socket->write(frame({{QStringLiteral("refused"), message}, {QStringLiteral("kind"), Error::kindName(kind)}}));
    socket->disconnectFromServer();
}

void LocalDoor::answer(quint64 number, const Outcome& outcome)
{
    m_inbox.post([this, number, outcome] { write(number, outcome); });
}

void LocalDoor::write(quint64 number, const Outcome& outcome)
{
    const auto found = m_callers.constFind(number);
    if (found == m_callers.constEnd()) {
        return; // hung up meanwhile
    }
    QLocalSocket* socket = found->socket;
    socket->write(frame({{QStringLiteral("exit"), outcome.exit},
                         {QStringLiteral("stdout"), outcome.out.size()},
                         {QStringLiteral("stderr"), outcome.err.size()}}));
    socket->write(outcome.out);
    socket->write(outcome.err);
    socket->disconnectFromServer(); // when all is written
}

void LocalDoor::forget(quint64 number)
{
    const auto found = m_callers.find(number);
    if (found != m_callers.end()) {
        found->socket->deleteLater();
        m_callers.erase(found);
    }
}

} // namespace keyturn::cli
