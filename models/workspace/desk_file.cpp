// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/desk_file.h"

#include "models/storage/change_set_writer.h"
#include "models/storage/import_store.h"
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

/// In the order of the enumeration.
constexpr std::array rememberKeys{"new", "undone", "redone", "nothing", "imported", "taken_back"};

DeskFile::Remember rememberFromKey(const QString& key)
{
    const auto found = std::find_if(rememberKeys.begin(), rememberKeys.end(),
                                    [&key](const char* known) { return key == QLatin1String(known); });
    return found == rememberKeys.end() ? DeskFile::Remember::New
                                       : static_cast<DeskFile::Remember>(found - rememberKeys.begin());
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
    inFlight.errand.remember = rememberFromKey(json.value(QLatin1String("remember")).toString());
    inFlight.errand.seq = json.value(QLatin1String("undo_seq")).toInteger();
    inFlight.errand.batch = ImportBatchId::fromString(json.value(QLatin1String("batch")).toString());
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

Done DeskFile::take(const ChangeSet& written, const Errand& errand, Instant now)
{
    InFlight inFlight{operationText(written, m_device, m_operations + 1), written, errand};
    const QJsonObject kept{
        {QStringLiteral("operation"), QJsonDocument::fromJson(inFlight.operation).object()},
        {QStringLiteral("remember"), QString::fromLatin1(rememberKeys[static_cast<std::size_t>(errand.remember)])},
        {QStringLiteral("undo_seq"), errand.seq},
        {QStringLiteral("batch"), errand.batch.toString()},
    };
    KEYTURN_LET(Transaction transaction, Transaction::begin(*m_connection));
    KEYTURN_TRY(setLocalSetting(*m_connection, inFlightKey(), kept, now));
    KEYTURN_TRY(setLocalSetting(*m_connection, operationsKey(), m_operations + 1, now));
    KEYTURN_TRY(transaction.commit());
    ++m_operations;
    m_inFlight = std::move(inFlight);
    return {};
}

Done DeskFile::remember()
{
    const Errand& errand = m_inFlight->errand;
    const ChangeSet& written = m_inFlight->written;
    switch (errand.remember) {
    case Remember::New:
        return UndoStore::push(*m_connection, written);
    case Remember::Undone:
        return UndoStore::markUndone(*m_connection, errand.seq, written);
    case Remember::Redone:
        return UndoStore::markDone(*m_connection, errand.seq, written);
    case Remember::Imported:
        return ImportStore::keepChanges(*m_connection, errand.batch, written);
    case Remember::TakenBack:
        return ImportStore::drop(*m_connection, errand.seq);
    case Remember::Nothing:
        break;
    }
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
        KEYTURN_TRY(remember());
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
