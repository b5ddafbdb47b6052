// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/solo_library.h"

#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

namespace keyturn {
class Connection;
}

namespace keyturn::test {

/// Waits for the answer while the event loop runs.
template<typename T>
Result<T> await(const QFuture<Result<T>>& future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 60'000)) {
        return fail(Error::Kind::Busy, QStringLiteral("no answer within a minute"));
    }
    return future.result();
}

/// What a fresh book is made with.
NewBook exampleBook(const QString& path);

/// A book with something in it to act upon, made through the workspace itself.
struct LivedInBook
{
    /// Empty, or why it failed.
    QString fill(Workspace& workspace);

    LeadId ann, bob, eve, gone;
    NoteId note;
    TaskId task;
    ActivityId call;
    LeadContactId link;
    ContactId contact;
};

/// A LivedInBook on the disk, closed, of which every test takes a copy.
class TemplateBook
{
public:
    /// Empty, or why it failed.
    QString make();
    /// Path of a fresh copy.
    [[nodiscard]] QString copy();
    /// Where nothing is yet.
    [[nodiscard]] QString newPath();

    LivedInBook book;
    Catalogue catalogue;

private:
    QTemporaryDir m_folder;
    int m_copies = 0;
};

struct NamedCommand
{
    QString name;
    Command command;
};

/// One of each command (some twice), every one of which changes something in a LivedInBook.
std::vector<NamedCommand> everyCommand(const LivedInBook& book, const Catalogue& catalogue);

/// Every row of every table of a SQLite book, one line each.
QStringList dumpOf(const QString& path);

/// The same again and again, from a connection of its own; nothing is read where nobody has committed since.
class BookWatcher
{
public:
    explicit BookWatcher(const QString& path);
    ~BookWatcher();
    Q_DISABLE_COPY_MOVE(BookWatcher)
    const QStringList& dump();

private:
    std::unique_ptr<Connection> m_connection;
    qint64 m_version = -1;
    QStringList m_lines;
};

/// The lines that differ, for the message of a failed comparison.
QString difference(const QStringList& before, const QStringList& after);

/// What people work with: live rows without what only ever grows (log, versions, times of change, undo).
QStringList presentStateOf(const QString& path);
QStringList presentStateOf(Connection& book);

} // namespace keyturn::test
