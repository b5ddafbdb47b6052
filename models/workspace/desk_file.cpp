// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/desk_file.h"

#include "models/storage/change_set_writer.h"
#include "models/storage/local_setting.h"
#include "models/storage/migrator.h"
#include "models/storage/server_calls.h"
#include "models/storage/transaction.h"
#include "models/storage/undo_store.h"
#include "models/workspace/book_desk.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace keyturn {

namespace {

QString inFlightKey()
{
    return QStringLiteral("operation_in_flight");
}

QString operationsKey()
{
    return QStringLiteral("operations_sent");
}

constexpr std::array rememberKeys{"new", "undone", "redone"};

DeskFile::Remember rememberFromKey(const QString& key)
{
    return key == QLatin1String(rememberKeys[1])   ? DeskFile::Remember::Undone
           : key == QLatin1String(rememberKeys[2]) ? DeskFile::Remember::Redone
                                                   : DeskFile::Remember::New;
}

/// The change set with what the server wants to know beside it.
QByteArray operationText(const ChangeSet& written, DeviceId device, qint64 number)
{
    QByteArray text = written.toJsonText();
    text.chop(1);
    text += ",\"device_id\":\"" + device.toString().toLatin1() + "\",\"device_seq\":" + QByteArray::number(number) +
            ",\"kind_version\":" + QByteArray::number(server::kindVersion) + '}';
    return text;
}

} // namespace

QString DeskFile::pathFor(const QString& folder, const QString& account)
{
    const QByteArray name = QCryptographicHash::hash(account.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return QDir(folder).filePath(QStringLiteral("servers/%1.desk").arg(QString::fromLatin1(name)));
}

Result<std::unique_ptr<DeskFile>> DeskFile::open(const QString& path, const Clock& clock,
                                                 const std::function<QUuid()>& newId)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath())) {
        return fail(Error::Kind::Storage,
                    tr("The folder %1 cannot be made. Check its permissions.").arg(QFileInfo(path).absolutePath()));
    }
    std::unique_ptr<DeskFile> desk(new DeskFile);
    KEYTURN_LET(desk->m_lock, BookLock::take(path));
    SqliteOptions options;
    options.path = path;
    options.create = true;
    KEYTURN_LET(desk->m_connection, Connection::openSqlite(options));
    KEYTURN_TRY(Migrator(Dialect::Sqlite).migrate(*desk->m_connection, clock));
    KEYTURN_TRY(desk->readDevice(clock, newId));
    KEYTURN_TRY(desk->readInFlight());
    return desk;
}

Done DeskFile::readDevice(const Clock& clock, const std::function<QUuid()>& newId)
{
    KEYTURN_LET(std::optional<QJsonValue> device, localSetting(*m_connection, desk::deviceKey()));
    if (!device) {
        device = newId().toString(QUuid::WithoutBraces);
        KEYTURN_TRY(setLocalSetting(*m_connection, desk::deviceKey(), *device, clock.now()));
    }
    m_device = DeviceId::fromString(device->toString());
    KEYTURN_LET(const std::optional<QJsonValue> sent, localSetting(*m_connection, operationsKey()));
    m_operations = sent ? sent->toInteger() : 0;
    m_chain.emplace(m_device);
    return m_chain->load(*m_connection);
}

Done DeskFile::readInFlight()
{
    KEYTURN_LET(const std::optional<QJsonValue> kept, localSetting(*m_connection, inFlightKey()));
    if (!kept || !kept->isObject()) {
        return {};
    }
    const QJsonObject json = kept->toObject();
    const QJsonObject operation = json.value(QLatin1String("operation")).toObject();
    InFlight inFlight;
    inFlight.operation = QJsonDocument(operation).toJson(QJsonDocument::Compact);
    KEYTURN_LET(inFlight.written, ChangeSet::fromJson(operation));
    inFlight.remember = rememberFromKey(json.value(QLatin1String("remember")).toString());
    inFlight.undoSeq = json.value(QLatin1String("undo_seq")).toInteger();
    m_inFlight = std::move(inFlight);
    return {};
}

Result<UndoState> DeskFile::undoState()
{
    KEYTURN_LET(const UndoStore::Summaries found, UndoStore::summaries(*m_connection));
    return UndoState{found.undo, found.redo};
}

Done DeskFile::agreeWith(const ServerHello& hello, Instant now)
{
    m_operations = std::max(m_operations, hello.deviceSeq);
    // An outstanding operation continues the chain from where it stood; the next ones do from what becomes of it.
    if (m_inFlight) {
        return {};
    }
    const QByteArray hash = hello.chainHash.isEmpty() ? DeviceChain::firstPrevious() : hello.chainHash;
    if (m_chain->seq() == hello.chainSeq && m_chain->hash() == hash) {
        return {};
    }
    KEYTURN_TRY(storeHead(hello.chainSeq, QString::fromLatin1(hash), now));
    return m_chain->load(*m_connection);
}

Done DeskFile::storeHead(qint64 seq, const QString& hash, Instant now)
{
    return setLocalSetting(*m_connection, DeviceChain::headKey(m_device),
                           QJsonObject{{QStringLiteral("device_seq"), seq}, {QStringLiteral("hash"), hash}}, now);
}

Result<ChangeSet> DeskFile::complete(const ChangeSet& planned, const QString& organization)
{
    // From what is stored, and not from an earlier attempt that came to nothing.
    KEYTURN_TRY(m_chain->load(*m_connection));
    return ChangeSetWriter::complete(planned, organization, *m_chain);
}

Done DeskFile::take(const ChangeSet& written, Remember remember, qint64 undoSeq, Instant now)
{
    InFlight inFlight{operationText(written, m_device, m_operations + 1), written, remember, undoSeq};
    const QJsonObject kept{
        {QStringLiteral("operation"), QJsonDocument::fromJson(inFlight.operation).object()},
        {QStringLiteral("remember"), QString::fromLatin1(rememberKeys[static_cast<std::size_t>(remember)])},
        {QStringLiteral("undo_seq"), undoSeq},
    };
    KEYTURN_LET(Transaction transaction, Transaction::begin(*m_connection));
    KEYTURN_TRY(setLocalSetting(*m_connection, inFlightKey(), kept, now));
    KEYTURN_TRY(setLocalSetting(*m_connection, operationsKey(), m_operations + 1, now));
    KEYTURN_TRY(transaction.commit());
    ++m_operations;
    m_inFlight = std::move(inFlight);
    return {};
}

Done DeskFile::settle(bool accepted, Instant now)
{
    if (!m_inFlight) {
        return {};
    }
    KEYTURN_LET(Transaction transaction, Transaction::begin(*m_connection));
    KEYTURN_TRY(setLocalSetting(*m_connection, inFlightKey(), QJsonValue(), now));
    if (accepted) {
        switch (m_inFlight->remember) {
        case Remember::New:
            KEYTURN_TRY(UndoStore::push(*m_connection, m_inFlight->written));
            break;
        case Remember::Undone:
            KEYTURN_TRY(UndoStore::markUndone(*m_connection, m_inFlight->undoSeq, m_inFlight->written));
            break;
        case Remember::Redone:
            KEYTURN_TRY(UndoStore::markDone(*m_connection, m_inFlight->undoSeq, m_inFlight->written));
            break;
        }
        const auto& rows = m_inFlight->written.rows;
        const auto last = std::find_if(rows.rbegin(), rows.rend(), [](const RowChange& row) {
            return row.table == QLatin1String("lead_activities");
        });
        if (last != rows.rend()) {
            KEYTURN_TRY(storeHead(last->after(QStringLiteral("device_seq")).toLongLong(),
                                  last->after(QStringLiteral("hash")).toString(), now));
        }
    }
    KEYTURN_TRY(transaction.commit());
    m_inFlight.reset();
    return {};
}

} // namespace keyturn
