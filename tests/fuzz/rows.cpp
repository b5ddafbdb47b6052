// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/rows.h"

#include "models/domain/fair_lending.h"
#include "models/exchange/imported_lead.h"
#include "models/exchange/lead_mapping.h"
#include "models/exchange/table_shape.h"
#include "tests/fuzz/promise.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace keyturn::fuzz {

namespace {

constexpr size_t mostJudged = 60;

void understand(const std::vector<QStringList>& cells, const std::vector<TableRow>& rows)
{
    const TableShape shape = guessShape(cells);
    KEYTURN_PROMISE(shape.skippedRows >= 0);
    KEYTURN_PROMISE(static_cast<size_t>(shape.skippedRows) <= cells.size());
    const LeadMapping mapping = suggestMapping(shape.columns, cells, {});
    KEYTURN_PROMISE(mapping.columns.size() == static_cast<size_t>(shape.columns.size()));
    const auto again = LeadMapping::fromJson(mapping.toJson());
    KEYTURN_PROMISE(again && *again == mapping);
    const LeadReading reading(mapping, shape.columns, {}, QStringLiteral("0123456789abcdef"));
    for (const TableRow& row : rows) {
        const ImportedLead lead = reading.read(row);
        KEYTURN_PROMISE(!lead.text(QStringLiteral("name")).isEmpty());
        KEYTURN_PROMISE(lead.row.line == row.line());
        for (const QString& key : lead.raw.keys()) {
            KEYTURN_PROMISE(!isForbiddenKey(key));
        }
        for (const QString& tag : lead.row.tags) {
            KEYTURN_PROMISE(!isForbiddenLabel(tag));
        }
    }
}

} // namespace

void readAndUnderstand(TableReader& reader, qsizetype most)
{
    std::vector<QStringList> cells;
    std::vector<TableRow> rows;
    TableRow row;
    qsizetype count = 0;
    qint64 line = 0;
    for (;;) {
        const Result<bool> more = reader.next(row);
        KEYTURN_PROMISE(reader.progress() >= 0 && reader.progress() <= 1);
        if (!more) {
            KEYTURN_PROMISE(!more.error().message.isEmpty());
            break;
        }
        if (!*more) {
            break;
        }
        KEYTURN_PROMISE(++count <= most);
        KEYTURN_PROMISE(row.size() > 0);
        KEYTURN_PROMISE(row.line() >= line);
        line = row.line();
        if (cells.size() < mostJudged) {
            cells.push_back(row.cells());
            rows.push_back(row);
        }
    }
    understand(cells, rows);
}

QString fileWith(QByteArrayView bytes, const char* ending)
{
    // In memory where the system has such a place: a fuzzer writes thousands of files a second.
    static const QTemporaryDir folder(QDir(QStringLiteral("/dev/shm")).exists()
                                          ? QStringLiteral("/dev/shm/keyturn-fuzz-XXXXXX")
                                          : QDir::tempPath() + QStringLiteral("/keyturn-fuzz-XXXXXX"));
    QFile file(folder.filePath(QStringLiteral("input") + QLatin1String(ending)));
    KEYTURN_PROMISE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    KEYTURN_PROMISE(file.write(bytes.data(), bytes.size()) == bytes.size());
    return file.fileName();
}

} // namespace keyturn::fuzz
