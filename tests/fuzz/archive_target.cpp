// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/csv_cell.h"
#include "models/archive/csv_rows.h"
#include "models/archive/sqlite_pages.h"
#include "tests/fuzz/promise.h"
#include "tests/fuzz/rows.h"
#include "tests/fuzz/targets.h"

namespace keyturn::fuzz {

namespace {

constexpr int pageBytes = 512;

/// A database of two pages, the second with one row: 42 and "hello".
QByteArray smallDatabase()
{
    QByteArray file("SQLite format 3\0\x02\x00\x02\x02\x00\x40\x20\x20", 24);
    file += QByteArray(pageBytes - file.size(), '\0');
    QByteArray leaf(pageBytes, '\0');
    const QByteArray cell("\x09\x01\x03\x01\x17\x2ahello", 11);
    const int at = pageBytes - static_cast<int>(cell.size());
    leaf[0] = 13;
    leaf[4] = 1;
    leaf[8] = static_cast<char>(at >> 8);
    leaf[9] = static_cast<char>(at & 0xff);
    leaf.replace(at, cell.size(), cell);
    QByteArray inner(pageBytes, '\0');
    inner[0] = 5;
    inner[11] = 2;
    return file + leaf + inner;
}

void readPages(QByteArrayView bytes)
{
    const auto pages = SqlitePages::open(fileWith(bytes, ".keyturn"));
    KEYTURN_PROMISE(pages.has_value());
    for (quint32 number = 1; number <= (*pages)->count(); ++number) {
        KEYTURN_PROMISE((*pages)->page(number).size() <= (*pages)->pageSize());
        if (const auto leaf = readLeaf(**pages, number)) {
            KEYTURN_PROMISE(leaf->unreadable >= 0);
            for (const SqliteRow& row : leaf->rows) {
                KEYTURN_PROMISE(row.values.size() <= 2001);
            }
        }
        if (const auto children = readInner(**pages, number)) {
            KEYTURN_PROMISE(!children->empty());
        }
    }
}

void readRows(QByteArrayView bytes)
{
    KEYTURN_PROMISE(csv_cell::restored(csv_cell::defused(bytes)) == bytes);
    static_cast<void>(csv_cell::restored(bytes));
    CsvRows rows;
    CsvRows::Cells cells;
    rows.feed(bytes);
    while (rows.next(cells)) {
        KEYTURN_PROMISE(!cells.empty());
    }
}

} // namespace

void runArchive(QByteArrayView bytes)
{
    if (bytes.isEmpty()) {
        return;
    }
    if ((static_cast<unsigned char>(bytes.front()) & 1U) == 0) {
        readPages(bytes.sliced(1));
    } else {
        readRows(bytes.sliced(1));
    }
}

std::vector<QByteArray> archiveCorpus()
{
    return {'\0' + smallDatabase(), QByteArray("\x01id,name\r\n1,\"'=x\"\"\r\n\"\r\n,\r\n"),
            QByteArray("\x01'=1\r\n''tis\n@x")};
}

} // namespace keyturn::fuzz
