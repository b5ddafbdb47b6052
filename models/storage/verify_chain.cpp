// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/schema.h"
#include "models/storage/connection.h"
#include "models/storage/device_chain.h"
#include "models/storage/verify.h"

#include <QCoreApplication>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Storage)
};

/// Where one device's chain breaks; the detail is empty while it holds.
struct Walk
{
    qint64 rows = 0;
    QByteArray lastHash = DeviceChain::firstPrevious();
    QString detail;
};

Result<Walk> walk(Connection& connection, DeviceId device)
{
    const TableSpec& table = *tableSpec(QStringLiteral("lead_activities"));
    QStringList columns;
    for (const ColumnSpec& column : table.columns) {
        columns << column.name;
    }
    const int id = table.columnIndex.value(QStringLiteral("id"));
    const int seq = table.columnIndex.value(QStringLiteral("device_seq"));
    const int previous = table.columnIndex.value(QStringLiteral("prev_hash"));
    const int hash = table.columnIndex.value(QStringLiteral("hash"));
    Walk found;
    ActivityHasher hasher;
    KEYTURN_LET(
        Statement query,
        connection.prepare(QStringLiteral("SELECT %1 FROM lead_activities WHERE device_id = ? ORDER BY device_seq")
                               .arg(columns.join(QStringLiteral(", ")))));
    query.bind(device);
    for (;;) {
        KEYTURN_LET(const bool more, query.next());
        if (!more) {
            return found;
        }
        const qint64 expected = found.rows + 1;
        if (query.integer(seq) != expected) {
            found.detail = Words::tr("Entry %1 of device %2 is missing.").arg(expected).arg(device.toString());
        } else if (query.utf8(previous) != found.lastHash) {
            found.detail = Words::tr("Entry %1 of device %2 (activity %3) does not follow the one before it.")
                               .arg(QString::number(expected), device.toString(), query.text(id));
        } else {
            found.lastHash = hasher.hash(query);
            if (query.utf8(hash) != found.lastHash) {
                found.detail = Words::tr("Entry %1 of device %2 (activity %3) was changed after it was written.")
                                   .arg(QString::number(expected), device.toString(), query.text(id));
            }
        }
        if (!found.detail.isEmpty()) {
            return found;
        }
        found.rows = expected;
    }
}

Done checkHead(Connection& connection, DeviceId device, Walk& found)
{
    KEYTURN_LET(const std::optional<ChainHead> head, storedHead(connection, device));
    if (!found.detail.isEmpty() || !head) {
        return {};
    }
    if (head->seq > found.rows) {
        found.detail = Words::tr("The newest entries of device %1 are missing, from entry %2 on.")
                           .arg(device.toString())
                           .arg(found.rows + 1);
    } else if (head->seq < found.rows || head->hash != found.lastHash) {
        found.detail =
            Words::tr("The newest entry of device %1 is not the one that was written last.").arg(device.toString());
    }
    return {};
}

} // namespace

Result<BookCheck> verifyChains(Connection& connection)
{
    BookCheck check{QStringLiteral("chain"), true, {}};
    std::vector<DeviceId> devices;
    // A device whose rows are all gone still has its head.
    KEYTURN_TRY(connection.select(
        QStringLiteral("SELECT DISTINCT CAST(device_id AS text) FROM lead_activities UNION "
                       "SELECT substr(key, 12) FROM local_settings WHERE key LIKE 'chain_head/%' ORDER BY 1"),
        [&](const Statement& row) { devices.push_back(row.id<DeviceId>(0)); }));
    qint64 rows = 0;
    QStringList broken;
    for (const DeviceId device : devices) {
        KEYTURN_LET(Walk found, walk(connection, device));
        KEYTURN_TRY(checkHead(connection, device, found));
        rows += found.rows;
        if (!found.detail.isEmpty()) {
            broken << found.detail;
        }
    }
    check.ok = broken.isEmpty();
    check.detail =
        check.ok ? Words::tr("Every entry of the log is as it was written: %1.").arg(rows) : broken.join(u' ');
    return check;
}

} // namespace keyturn
