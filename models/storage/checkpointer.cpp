// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/checkpointer.h"

#include "models/storage/connection.h"

namespace keyturn {

Checkpointer::Checkpointer(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
{}

Checkpointer::~Checkpointer() = default;

Result<std::unique_ptr<Checkpointer>> Checkpointer::open(const QString& path)
{
    SqliteOptions options;
    options.path = path;
    options.autoCheckpoint = false;
    KEYTURN_LET(std::unique_ptr<Connection> connection, Connection::openSqlite(options));
    return std::unique_ptr<Checkpointer>(new Checkpointer(std::move(connection)));
}

Result<Checkpointer::Outcome> Checkpointer::run(Mode mode)
{
    KEYTURN_LET(Statement query,
                m_connection->prepare(mode == Mode::Passive ? QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)")
                                                            : QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
    KEYTURN_LET(const bool found, query.next());
    if (!found) {
        return Outcome{};
    }
    return Outcome{query.integer(0) == 0 && query.integer(1) == query.integer(2), query.integer(1)};
}

} // namespace keyturn
