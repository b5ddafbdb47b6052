// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/table_file.h"
#include "tests/fuzz/promise.h"
#include "tests/fuzz/rows.h"
#include "tests/fuzz/targets.h"
#include "tests/support/small_workbook.h"

namespace keyturn::fuzz {

void runXlsx(QByteArrayView bytes)
{
    if (bytes.isEmpty()) {
        return;
    }
    const auto which = static_cast<unsigned char>(bytes.front()) % (test::workbookParts.size() + 1);
    const QByteArrayView text = bytes.sliced(1);
    const QByteArray workbook = which == test::workbookParts.size()
                                    ? text.toByteArray()
                                    : test::workbookWith(static_cast<int>(which), text.toByteArray());
    const QString path = fileWith(workbook, ".xlsx");
    const auto look = table_file::look(path);
    if (!look) {
        KEYTURN_PROMISE(!look.error().message.isEmpty());
        return;
    }
    for (const QString& sheet : look->sheets) {
        TableWishes wishes;
        wishes.sheet = sheet;
        const auto other = table_file::look(path, wishes);
        if (other) {
            if (const auto reader = table_file::open(path, *other)) {
                readAndUnderstand(**reader, workbook.size() + 1);
            }
        }
    }
}

std::vector<QByteArray> xlsxCorpus()
{
    std::vector<QByteArray> all;
    for (size_t i = 0; i < test::workbookParts.size(); ++i) {
        all.push_back(QByteArray(1, static_cast<char>(i)) + test::workbookParts[i].text);
    }
    all.push_back(QByteArray(1, static_cast<char>(test::workbookParts.size())) + test::workbookWith(-1, {}));
    all.push_back(QByteArray(1, static_cast<char>(test::workbookParts.size())) + test::brokenWorkbook());
    return all;
}

} // namespace keyturn::fuzz
