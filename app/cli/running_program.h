// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/answer.h"
#include "models/base/inbox.h"
#include "models/base/result.h"

#include <QObject>
#include <QStringList>
#include <QThread>

#include <functional>
#include <optional>

namespace keyturn {
class Workspace;
}

namespace keyturn::cli {

class LocalDoor;

/// What one start of the program asks of the one that is already running on the same book.
struct Request
{
    enum class Kind { Command, Activate };

    Kind kind = Kind::Command;
    QStringList words; ///< of the command line, after the program's name
    QString folder;    ///< in which they were typed

    friend bool operator==(const Request&, const Request&) = default;
};

/// The door of a running program: other starts of Keyturn on the same book, by the same user, hand their command in
/// here, and it is carried out on the workspace that is open anyway. Lives on the workspace's thread; the sockets live
/// on a thread of their own, so that a slow or hostile caller never holds up the window.
class RunningProgram : public QObject
{
    Q_OBJECT

public:
    /// `workspace` must outlive it. `bookPath` is the file that the workspace holds.
    RunningProgram(Workspace& workspace, const QString& bookPath, QObject* parent = nullptr);
    ~RunningProgram() override;

Q_SIGNALS:
    /// The door is open; or, with a `problem`, it is not, and the book works all the same.
    void listening(const QString& problem);
    /// Somebody started Keyturn on this book again: show the window.
    void activateRequested();

private:
    void carryOut(quint64 caller, const Request& request);

    Workspace& m_workspace;
    QThread m_thread;
    Inbox m_inbox;               ///< what the door has to say
    LocalDoor* m_door = nullptr; ///< lives on m_thread
};

/// Asks the running program on this thread, blocking; for starts without a window. Nothing if nobody listens for this
/// book. `stillWanted` is asked now and then; when it answers false the call ends as cancelled.
std::optional<Result<Outcome>> askRunningProgram(const QString& bookPath, const Request& request,
                                                 const std::function<bool()>& stillWanted = {});

} // namespace keyturn::cli
