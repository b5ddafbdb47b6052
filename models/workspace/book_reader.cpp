// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/book_reader.h"

namespace keyturn {

void BookReader::setSource(const QString& path)
{
    m_path = path;
}

Done BookReader::ensureOpen()
{
    if (!m_connection) {
        SqliteOptions options;
        options.path = m_path;
        options.mode = SqliteOptions::Mode::ReadOnly;
        KEYTURN_LET(m_connection, Connection::openSqlite(options));
        interruptWhen(*m_connection, m_closing);
    }
    return {};
}

void BookReader::close()
{
    m_connection.reset();
}

} // namespace keyturn
