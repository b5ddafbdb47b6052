// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/instant.h"
#include "models/base/result.h"
#include "models/storage/statement.h"

#include <QByteArray>
#include <QVariant>

#include <span>
#include <vector>

namespace keyturn {

class Connection;

/// The hash of an activity (data-model.md R2): SHA-256 in lower-case hex over the canonical JSON of all its columns but
/// hash, updated_at and version. JSON columns are embedded as values, moments are epoch milliseconds, bools are true
/// and false, nulls are written.
class ActivityHasher
{
public:
    ActivityHasher();

    /// `values` in the order of TableSpec::columns of lead_activities.
    QByteArray hash(std::span<const QVariant> values);
    /// A row of `SELECT <all columns in the order of TableSpec::columns>`.
    QByteArray hash(const Statement& row);

private:
    struct Part
    {
        size_t column;
        QByteArray key; ///< `"name":`
    };
    template<typename Source>
    QByteArray hashOf(const Source& source);

    std::vector<Part> m_parts; ///< sorted by name
    QByteArray m_buffer;
};

/// The chain of one device's activities: each carries the number and the hash of the one before. The head is kept in
/// local_settings as well, so that a cut-off tail is noticed.
class DeviceChain
{
public:
    explicit DeviceChain(DeviceId device)
        : m_device(device)
    {}

    [[nodiscard]] DeviceId device() const { return m_device; }
    [[nodiscard]] qint64 seq() const { return m_seq; }
    [[nodiscard]] const QByteArray& hash() const { return m_hash; }

    /// Takes the head from the store. Called at the start of every transaction that logs: one that was rolled back must
    /// leave no trace here.
    Done load(Connection& connection);
    /// Keeps the head, in the transaction that wrote the rows.
    Done store(Connection& connection, Instant now) const;

    /// Fills the chain columns of a row (in the order of TableSpec::columns of lead_activities) and moves the head.
    void append(std::vector<QVariant>& values);

    static QByteArray firstPrevious() { return QByteArray(64, '0'); }
    static QString headKey(DeviceId device) { return QStringLiteral("chain_head/") + device.toString(); }

private:
    DeviceId m_device;
    qint64 m_seq = 0;
    QByteArray m_hash = firstPrevious();
    ActivityHasher m_hasher;
};

/// What local_settings holds under DeviceChain::headKey().
struct ChainHead
{
    qint64 seq = 0;
    QByteArray hash = DeviceChain::firstPrevious();
};
Result<std::optional<ChainHead>> storedHead(Connection& connection, DeviceId device);
Result<std::optional<ChainHead>> lastActivity(Connection& connection, DeviceId device);

} // namespace keyturn
