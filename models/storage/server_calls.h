// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/instant.h"
#include "models/base/result.h"
#include "models/domain/change_set.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace keyturn {

class Connection;
struct ExportOrder; // models/domain/export_order.h

/// What a server says of itself and of who is asking.
struct ServerHello
{
    int schemaVersion = 0;
    int minClient = 0;   ///< the oldest version of operations that it takes
    qint64 head = 0;     ///< the organization's newest revision
    QString epoch;       ///< another one after the server was restored from a backup
    qint64 scopeRev = 0; ///< grows when what this person may see changes as a whole
    UserId user;
    OrganizationId organization;
    QString role;
    bool mayWrite = false;
    Instant serverTime;
    QString channel; ///< where it hints that there is something new
    // What it knows of this device; 0 and empty if nothing yet:
    qint64 deviceSeq = 0; ///< number of the last operation
    qint64 chainSeq = 0;  ///< the last accepted activity
    QByteArray chainHash;

    friend bool operator==(const ServerHello&, const ServerHello&) = default;
};

/// What became of one operation.
struct PushAnswer
{
    bool ok = false;
    qint64 rev = 0; ///< of the rows that it wrote
    // Why it was not taken:
    QString code;
    QString detail;
    QString table;
    QString row;
    QString column;
    QString current; ///< what stands in that column, as text; null if the server does not tell
};

/// What was committed after a cursor, as far as this person may see it.
struct PulledChanges
{
    qint64 next = 0;             ///< where the next pull begins
    qint64 head = 0;             ///< the organization's newest revision: there is more while next is behind it
    std::vector<RowChange> rows; ///< table, id and lead only; of leads that came into view or went, the lead
    std::vector<qint64> revs;    ///< of each row; 0 where none is told
};

/// The functions of a team's server, as it offers them to people. Each is one round trip.
namespace server {

/// The version of operations that this program writes.
constexpr int kindVersion = 1;

Result<ServerHello> hello(Connection& connection, DeviceId device = {});
/// `operation` is a change set's JSON with device_id, device_seq and kind_version. Repeating one is safe: it is carried
/// out once, and answered the same. An Error means that it is not known what became of it, if it is Offline, and that
/// nothing did otherwise.
Result<PushAnswer> push(Connection& connection, const QByteArray& operation);
/// The same for many of one device, in their order: about a thousand at a time go in one round trip. An Error says what
/// stopped them, after some were perhaps carried out and before any behind those were; all of them may be sent again.
Result<std::vector<PushAnswer>> pushAll(Connection& connection, const std::vector<QByteArray>& operations);
Result<PulledChanges> pull(Connection& connection, qint64 cursor);
/// Has the ledger say what is about to be written to a file, and how many leads were chosen for it.
Done noteExport(Connection& connection, const ExportOrder& order);

} // namespace server

} // namespace keyturn
