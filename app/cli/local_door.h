// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/answer.h"
#include "app/cli/running_program.h"
#include "models/base/inbox.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <optional>

class QLocalServer;
class QLocalSocket;

namespace keyturn::cli {

// How two starts of the program talk: frames of a length (32 bits, big-endian) and so many bytes of JSON. The caller
// sends one request; the program answers at once whether it takes it, and with the outcome when it is done, whose two
// streams follow behind the last frame as they are.

constexpr int doorProtocol = 1;
constexpr quint32 maximumRequestBytes = 8U * 1024 * 1024;
constexpr qint64 maximumAnswerBytes = 1024LL * 1024 * 1024;

QByteArray frame(const QJsonObject& message);
/// Takes the first whole frame out of `buffer`. Nothing yet if it is not all there; an empty object if it is no JSON.
std::optional<QJsonObject> takeFrame(QByteArray& buffer);
/// True if what has arrived cannot become a frame of at most `limit` bytes.
bool isOversized(const QByteArray& buffer, quint32 limit);

/// Where a program that holds this book may listen, best first: the same book has the same address for every process of
/// this user, however its path is written.
QStringList doorAddresses(const QString& bookPath);

/// The listening side, on a thread of its own.
class LocalDoor : public QObject
{
    Q_OBJECT

public:
    explicit LocalDoor(const QString& bookPath);

    void open();
    void close();
    /// From any thread.
    void answer(quint64 caller, const Outcome& outcome);

Q_SIGNALS:
    void opened(const QString& problem);
    void asked(quint64 caller, const keyturn::cli::Request& request);

private:
    void welcome();
    void write(quint64 caller, const Outcome& outcome);
    void read(quint64 caller);
    void refuse(quint64 caller, Error::Kind kind, const QString& message);
    void forget(quint64 caller);

    struct Caller
    {
        QLocalSocket* socket = nullptr;
        QByteArray received;
        bool isAsking = true;
    };

    const QString m_bookPath;
    QLocalServer* m_server = nullptr;
    QHash<quint64, Caller> m_callers;
    quint64 m_lastCaller = 0;
    Inbox m_inbox{this}; ///< a child, so that it moves to the thread as well
};

} // namespace keyturn::cli

Q_DECLARE_METATYPE(keyturn::cli::Request)
