// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace keyturn::test {

/// The real program, run as a user would, in a home of its own: settings and sockets stay in a temporary folder.
class Program
{
public:
    struct Ran
    {
        int exit = -1;
        QByteArray out;
        QByteArray err;

        /// The document on standard output; empty if it is none.
        [[nodiscard]] QJsonObject object() const;
        [[nodiscard]] QJsonArray array() const;
        /// "conflict", if the command failed that way under --json.
        [[nodiscard]] QString errorKind() const;
        /// Everything, for a test that fails.
        [[nodiscard]] QByteArray told() const;
    };

    Program();

    [[nodiscard]] QString file(const QString& name) const { return m_home.filePath(name); }
    /// Every run gets `--workspace` with it, unless it is empty.
    void setBook(const QString& path) { m_book = path; }
    [[nodiscard]] QString book() const { return m_book; }

    /// Runs to the end; the event loop of the test goes on meanwhile, so that the test itself can hold the book.
    [[nodiscard]] Ran run(const QStringList& words, const QByteArray& input = {}) const;
    [[nodiscard]] Ran json(const QStringList& words) const;
    /// Starts only.
    void start(QProcess& process, const QStringList& words) const;

    /// Runs the sqlite3 shell on a file, behind the program's back.
    static Ran sqlite(const QString& path, const QString& sql);

private:
    QTemporaryDir m_home;
    QString m_book;
};

/// The folder of third-party data beside the sources, or nothing.
QString sharedData();

} // namespace keyturn::test
