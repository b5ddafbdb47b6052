// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>

#include <memory>

namespace keyturn {

class Connection;

/// Moves the write-ahead log of a SQLite book into the book itself, on a connection of its own, so that no commit ever
/// waits for it. Lives on one thread.
class Checkpointer
{
public:
    enum class Mode {
        Passive,  ///< as far as possible without waiting for anybody
        Truncate, ///< all of it, waiting for readers, and empties the log
    };
    struct Outcome
    {
        bool complete = false; ///< the whole log is in the book
        qint64 logPages = 0;
    };

    static Result<std::unique_ptr<Checkpointer>> open(const QString& path);
    ~Checkpointer();
    Checkpointer(const Checkpointer&) = delete;
    Checkpointer& operator=(const Checkpointer&) = delete;

    Result<Outcome> run(Mode mode);

private:
    explicit Checkpointer(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> m_connection;
};

} // namespace keyturn
