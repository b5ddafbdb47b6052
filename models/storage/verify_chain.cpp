// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/schema.h"
#include "models/storage/connection.h"
#include "models/storage/device_chain.h"
#include "models/storage/local_setting.h"
#include "models/storage/verify.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonObject>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Storage)
};

constexpr auto knownKey = "known_chains";

/// One device's chain from end to end.
struct Walk
{
    qint64 rows = 0;
    qint64 lastSeq = 0;
    QByteArray lastHash = DeviceChain::firstPrevious();
    int breaks = 0;
    QString detail;   ///< of the first break
    QByteArray print; ///< of all breaks, and of what stands before each and at the end: whatever is changed changes it
};

class Walker
{
public:
    Walker(Connection& connection, DeviceId device)
        : m_connection(connection)
        , m_device(device)
    {}

    Result<Walk> run()
    {
        KEYTURN_TRY(walkRows());
        KEYTURN_TRY(checkHead());
        note({"end", QByteArray::number(m_found.lastSeq), m_found.lastHash});
        m_found.print = m_print.result().toHex();
        return m_found;
    }

private:
    Done walkRows();
    Done checkHead();
    void note(const QByteArrayList& parts) { m_print.addData(QByteArray(parts.join(' ') + '\n')); }
    void breaks(const QByteArrayList& parts, const QString& detail)
    {
        note({"after", QByteArray::number(m_found.lastSeq), m_found.lastHash});
        note(parts);
        if (m_found.breaks++ == 0) {
            m_found.detail = detail;
        }
    }

    Connection& m_connection;
    const DeviceId m_device;
    QCryptographicHash m_print{QCryptographicHash::Sha256};
    Walk m_found;
};

Done Walker::walkRows()
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
    ActivityHasher hasher;
    KEYTURN_LET(
        Statement query,
        m_connection.prepare(QStringLiteral("SELECT %1 FROM lead_activities WHERE device_id = ? ORDER BY device_seq")
                                 .arg(columns.join(QStringLiteral(", ")))));
    query.bind(m_device);
    for (;;) {
        KEYTURN_LET(const bool more, query.next());
        if (!more) {
            return {};
        }
        const qint64 expected = m_found.lastSeq + 1;
        const qint64 number = query.integer(seq);
        const QByteArray stored = query.utf8(hash).toByteArray();
        const QByteArray computed = hasher.hash(query);
        if (number != expected) {
            breaks({"missing", QByteArray::number(number), computed},
                   Words::tr("Entry %1 of device %2 is missing.").arg(expected).arg(m_device.toString()));
        } else if (query.utf8(previous) != m_found.lastHash) {
            breaks({"unlinked", QByteArray::number(number), computed},
                   Words::tr("Entry %1 of device %2 (activity %3) does not follow the one before it.")
                       .arg(QString::number(expected), m_device.toString(), query.text(id)));
        }
        if (stored != computed) {
            breaks({"changed", QByteArray::number(number), computed},
                   Words::tr("Entry %1 of device %2 (activity %3) was changed after it was written.")
                       .arg(QString::number(number), m_device.toString(), query.text(id)));
        }
        ++m_found.rows;
        m_found.lastSeq = number;
        m_found.lastHash = stored;
    }
}

Done Walker::checkHead()
{
    KEYTURN_LET(const std::optional<ChainHead> head, storedHead(m_connection, m_device));
    if (!head || (head->seq == m_found.lastSeq && head->hash == m_found.lastHash)) {
        return {};
    }
    const QByteArrayList parts{"head", QByteArray::number(head->seq), head->hash};
    if (head->seq > m_found.lastSeq) {
        breaks(parts, Words::tr("The newest entries of device %1 are missing, from entry %2 on.")
                          .arg(m_device.toString())
                          .arg(m_found.lastSeq + 1));
    } else {
        breaks(
            parts,
            Words::tr("The newest entry of device %1 is not the one that was written last.").arg(m_device.toString()));
    }
    return {};
}

Result<std::vector<DeviceId>> devicesOf(Connection& connection)
{
    std::vector<DeviceId> devices;
    // A device whose rows are all gone still has its head.
    KEYTURN_TRY(connection.select(
        QStringLiteral("SELECT DISTINCT CAST(device_id AS text) FROM lead_activities UNION "
                       "SELECT substr(key, 12) FROM local_settings WHERE key LIKE 'chain_head/%' ORDER BY 1"),
        [&](const Statement& row) { devices.push_back(row.id<DeviceId>(0)); }));
    return devices;
}

} // namespace

Done acceptChainsAsTheyAre(Connection& connection, Instant now)
{
    KEYTURN_LET(const std::vector<DeviceId> devices, devicesOf(connection));
    QJsonObject known;
    for (const DeviceId device : devices) {
        KEYTURN_LET(const Walk found, Walker(connection, device).run());
        known.insert(device.toString(), QJsonObject{{QStringLiteral("breaks"), found.breaks},
                                                    {QStringLiteral("print"), QString::fromLatin1(found.print)}});
    }
    return setLocalSetting(connection, QLatin1String(knownKey),
                           QJsonObject{{QStringLiteral("at"), now.ms}, {QStringLiteral("devices"), known}}, now);
}

Result<BookCheck> verifyChains(Connection& connection)
{
    BookCheck check{QStringLiteral("chain"), true, {}};
    KEYTURN_LET(const std::vector<DeviceId> devices, devicesOf(connection));
    KEYTURN_LET(const std::optional<QJsonValue> accepted, localSetting(connection, QLatin1String(knownKey)));
    const QJsonObject record = accepted ? accepted->toObject() : QJsonObject();
    const QString day =
        Instant{record.value(QLatin1String("at")).toInteger()}.toUtc().toLocalTime().date().toString(Qt::ISODate);
    QJsonObject known = record.value(QLatin1String("devices")).toObject();
    qint64 rows = 0;
    int knownBreaks = 0;
    QStringList broken;
    const auto isOther = [&](const QString& device) {
        return Words::tr("The log of device %1 is not what it was when this book was rescued on %2.").arg(device, day);
    };
    for (const DeviceId device : devices) {
        KEYTURN_LET(const Walk found, Walker(connection, device).run());
        rows += found.rows;
        const QJsonValue before = known.take(device.toString());
        if (before.isUndefined()) {
            if (found.breaks > 0) {
                broken << found.detail;
            }
        } else if (before[QLatin1String("print")].toString() == QString::fromLatin1(found.print)) {
            knownBreaks += found.breaks;
        } else {
            broken << isOther(device.toString());
        }
    }
    for (auto gone = known.constBegin(); gone != known.constEnd(); ++gone) {
        broken << isOther(gone.key());
    }
    check.ok = broken.isEmpty();
    if (!check.ok) {
        check.detail = broken.join(u' ');
    } else if (knownBreaks > 0) {
        check.detail =
            Words::tr("Known since the rescue of %1: %n gap(s) in the log of before.", nullptr, knownBreaks).arg(day) +
            u' ' + Words::tr("The other entries are as they were written: %1.").arg(rows);
    } else {
        check.detail = Words::tr("Every entry of the log is as it was written: %1.").arg(rows);
    }
    return check;
}

} // namespace keyturn
