// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/id.h"
#include "models/domain/change_set.h"
#include "models/storage/connection.h"
#include "models/storage/device_chain.h"
#include "models/workspace/book_lock.h"
#include "models/workspace/workspace.h"

#include <functional>
#include <memory>
#include <optional>

namespace keyturn {

struct ServerHello;

/// What stays on this machine of a workspace that lies on a server: who this device is, what can be undone, what the
/// lists imported here have done, and the one operation whose answer is outstanding, so that neither a lost line nor a
/// crash can lose it or have it done twice. A small SQLite file (0600) in the user's data folder, one an account. Used
/// on one thread.
class DeskFile
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::DeskFile)

public:
    /// What is remembered when the operation is accepted.
    enum class Remember {
        New,       ///< it can be undone
        Undone,    ///< an entry of the undo stack was
        Redone,    ///< the same the other way
        Nothing,   ///< no part of undo
        Imported,  ///< some rows of a list: to be taken back with all of it
        TakenBack, ///< what some rows of a list did is no more
    };
    struct Errand
    {
        Remember remember = Remember::New;
        qint64 seq = 0;           ///< Undone, Redone: which entry; TakenBack: which step of the import
        ImportBatchId batch = {}; ///< Imported
    };

    struct InFlight
    {
        QByteArray operation; ///< as it is pushed, again and again the same
        ChangeSet written;
        Errand errand;
    };

    /// Where the desk of an account at a server is kept. The name gives away neither.
    static QString pathFor(const QString& folder, const QString& account);
    /// Makes it if need be. Errors: Busy (another program has this desk open), Storage, Corrupt, TooNew.
    static Result<std::unique_ptr<DeskFile>> open(const QString& path, const Clock& clock,
                                                  const std::function<QUuid()>& newId);

    [[nodiscard]] DeviceId device() const { return m_device; }
    [[nodiscard]] Connection& connection() { return *m_connection; }
    [[nodiscard]] const std::optional<InFlight>& inFlight() const { return m_inFlight; }
    Result<UndoState> undoState();

    /// Goes on where the server says that this device stands.
    Done agreeWith(const ServerHello& hello, Instant now);
    /// The change set as it will be written, with its activities chained.
    Result<ChangeSet> complete(const ChangeSet& planned, const QString& organization);
    /// Keeps the operation until settle(): from now on it will be pushed until it is answered.
    Done take(const ChangeSet& written, const Errand& errand, Instant now);
    /// The server has answered.
    Done settle(bool accepted, Instant now);

private:
    DeskFile() = default;
    Done readInFlight();
    Done remember();
    Done storeHead(qint64 seq, const QString& hash, Instant now);
    Done readDevice(const Clock& clock, const std::function<QUuid()>& newId);

    std::unique_ptr<BookLock> m_lock;
    std::unique_ptr<Connection> m_connection;
    DeviceId m_device;
    qint64 m_operations = 0; ///< number of the last one
    std::optional<DeviceChain> m_chain;
    std::optional<InFlight> m_inFlight;
};

} // namespace keyturn
