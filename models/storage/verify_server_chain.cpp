// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/schema.h"
#include "models/storage/connection.h"
#include "models/storage/device_chain.h"
#include "models/storage/verify_server.h"

#include <QCoreApplication>
#include <QMultiHash>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Storage)
};

struct Device
{
    QString organization;
    QString id;
    ChainHead head;
};

/// Entries of operations that were refused: the log lacks them, the ledger has them. They explain why the next entry
/// does not follow the last one in the log.
class Refused
{
public:
    Done load(Connection& connection, const Device& device)
    {
        return connection.select(
            QStringLiteral("SELECT e.entry ->> 'device_seq', e.entry ->> 'prev_hash', e.entry ->> 'hash' "
                           "FROM keyturn.ops o CROSS JOIN LATERAL jsonb_path_query(o.args, 'lax $.rows[*] ? "
                           "(@.table == \"lead_activities\")') r CROSS JOIN LATERAL (SELECT jsonb_object_agg("
                           "f ->> 0, f -> 2) AS entry FROM jsonb_array_elements(CASE jsonb_typeof(r -> 'fields') "
                           "WHEN 'array' THEN r -> 'fields' ELSE '[]' END) f WHERE jsonb_typeof(f) = 'array' "
                           "AND f ->> 0 IS NOT NULL) e "
                           "WHERE o.status = 'rejected' AND o.organization_id = ?::uuid AND o.device_id = ?::uuid"),
            [&](const Statement& row) {
                m_next.insert(row.text(1).toLatin1(), ChainHead{row.text(0).toLongLong(), row.text(2).toLatin1()});
            },
            device.organization, device.id);
    }

    /// Whether refused entries lead from one head to another.
    [[nodiscard]] bool lead(const ChainHead& from, const ChainHead& to) const
    {
        std::vector<ChainHead> open{from};
        while (!open.empty() && open.size() <= static_cast<size_t>(m_next.size()) + 1) {
            const ChainHead place = open.back();
            open.pop_back();
            if (place.seq == to.seq && place.hash == to.hash) {
                return true;
            }
            for (const ChainHead& next : m_next.values(place.hash)) {
                if (next.seq == place.seq + 1 && next.seq <= to.seq) {
                    open.push_back(next);
                }
            }
        }
        return false;
    }

private:
    QMultiHash<QByteArray, ChainHead> m_next; ///< by prev_hash
};

struct Walk
{
    qint64 rows = 0;
    QString fault;
};

Result<Walk> walk(Connection& connection, const Device& device)
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
    Refused refused;
    KEYTURN_TRY(refused.load(connection, device));
    Walk found;
    ChainHead place;
    ActivityHasher hasher;
    KEYTURN_TRY(connection.select(
        QStringLiteral("SELECT %1 FROM lead_activities WHERE device_id = ?::uuid AND organization_id = ?::uuid "
                       "ORDER BY device_seq")
            .arg(columns.join(QStringLiteral(", "))),
        [&](const Statement& row) {
            if (!found.fault.isEmpty()) {
                return;
            }
            const ChainHead before{row.integer(seq) - 1, row.utf8(previous).toByteArray()};
            const bool follows = before.seq == place.seq && before.hash == place.hash;
            if (!follows && !refused.lead(place, before)) {
                found.fault = Words::tr("Entry %1 of device %2 (activity %3) does not follow the one before it.")
                                  .arg(QString::number(row.integer(seq)), device.id, row.text(id));
                return;
            }
            place = ChainHead{row.integer(seq), hasher.hash(row)};
            if (row.utf8(hash) != place.hash) {
                found.fault = Words::tr("Entry %1 of device %2 (activity %3) was changed after it was written.")
                                  .arg(QString::number(place.seq), device.id, row.text(id));
                return;
            }
            ++found.rows;
        },
        device.id, device.organization));
    if (found.fault.isEmpty() && device.head.seq > 0 &&
        (device.head.seq != place.seq || device.head.hash != place.hash)) {
        found.fault = Words::tr("The newest entries of device %1 are missing, from entry %2 on.")
                          .arg(device.id)
                          .arg(place.seq + 1);
    }
    return found;
}

} // namespace

Result<BookCheck> verifyServerChains(Connection& connection)
{
    std::vector<Device> devices;
    // A device whose rows are all gone is still registered; one that an administrator loaded a book with is not.
    KEYTURN_TRY(connection.select(
        QStringLiteral("SELECT p.organization_id::text, p.device_id::text, coalesce(d.accepted_seq, 0), "
                       "coalesce(d.accepted_hash, '') FROM (SELECT DISTINCT organization_id, device_id "
                       "FROM keyturn.lead_activities UNION SELECT organization_id, device_id "
                       "FROM keyturn.device_registrations) p LEFT JOIN keyturn.device_registrations d "
                       "ON d.device_id = p.device_id AND d.organization_id = p.organization_id ORDER BY 1, 2"),
        [&](const Statement& row) {
            devices.push_back({row.text(0), row.text(1), ChainHead{row.integer(2), row.text(3).toLatin1()}});
        }));
    qint64 rows = 0;
    QStringList broken;
    for (const Device& device : devices) {
        KEYTURN_LET(const Walk found, walk(connection, device));
        rows += found.rows;
        if (!found.fault.isEmpty()) {
            broken << found.fault;
        }
    }
    return BookCheck{QStringLiteral("chain"), broken.isEmpty(),
                     broken.isEmpty() ? Words::tr("Every entry of the log is as it was written: %1.").arg(rows)
                                      : broken.join(u' ')};
}

} // namespace keyturn
