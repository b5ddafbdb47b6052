// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench_support.h"

#include "models/workspace/solo_library.h"

#include <QFile>

#include <malloc.h>
#include <sqlite3.h>
#include <unistd.h>

namespace keyturn::bench {

std::shared_ptr<Workspace> openBook(const QString& path)
{
    SoloOptions options;
    options.quickCheckAfterMs = -1; // another thread that reads two gigabytes is no part of what is measured
    SoloLibrary library(options);
    return awaited(library.open(path));
}

RawBook::RawBook(const QString& path)
{
    if (sqlite3_open_v2(path.toUtf8().constData(), &m_handle, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK) {
        giveUp(QStringLiteral("cannot open ") + path);
    }
}

RawBook::~RawBook()
{
    for (sqlite3_stmt* statement : m_statements) {
        sqlite3_finalize(statement);
    }
    sqlite3_close(m_handle);
}

sqlite3_stmt* RawBook::prepare(const QByteArray& sql)
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(m_handle, sql.constData(), -1, &statement, nullptr) != SQLITE_OK) {
        giveUp(QString::fromUtf8(sqlite3_errmsg(m_handle)));
    }
    m_statements.push_back(statement);
    return statement;
}

qint64 RawBook::readAll(sqlite3_stmt* statement)
{
    qint64 sum = 0;
    const int columns = sqlite3_column_count(statement);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        for (int i = 0; i < columns; ++i) {
            if (sqlite3_column_type(statement, i) == SQLITE_INTEGER) {
                sum += sqlite3_column_int64(statement, i);
            } else if (sqlite3_column_text(statement, i) != nullptr) {
                sum += sqlite3_column_bytes(statement, i);
            }
        }
    }
    sqlite3_reset(statement);
    return sum;
}

qint64 residentBytes()
{
    malloc_trim(0);
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) {
        giveUp(QStringLiteral("no /proc/self/statm"));
    }
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

} // namespace keyturn::bench
