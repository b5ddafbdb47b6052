// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/server_calls.h"

#include "models/domain/export_order.h"
#include "models/storage/connection.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <span>

namespace keyturn::server {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Server)
};

Error nonsense(const QString& sql)
{
    return {Error::Kind::Corrupt, Words::tr("The server's answer makes no sense. Nothing was changed here."), sql, {}};
}

Result<QJsonDocument> document(Connection& connection, const QString& sql, const std::vector<QVariant>& values)
{
    KEYTURN_LET(Statement statement, connection.prepare(sql));
    for (const QVariant& value : values) {
        statement.bindValue(value);
    }
    KEYTURN_LET(const bool found, statement.next());
    const QJsonDocument json = QJsonDocument::fromJson(found ? statement.utf8(0).toByteArray() : QByteArray());
    if (json.isNull()) {
        return fail(nonsense(sql));
    }
    return json;
}

Error nobody(const QString& detail)
{
    return {Error::Kind::Auth,
            Words::tr("This login belongs to nobody on the server, or is not active any more. Ask your administrator."),
            detail, QStringLiteral("inactive")};
}

QString pushSql()
{
    return QStringLiteral("SELECT api.push(?::jsonb[])::text");
}

/// An array in PostgreSQL's own notation.
QString arrayOf(std::span<const QByteArray> elements)
{
    QString array(u'{');
    for (const QByteArray& json : elements) {
        QString text = QString::fromUtf8(json);
        text.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
        array += (array.size() > 1 ? QStringLiteral(",\"") : QStringLiteral("\"")) + text + u'"';
    }
    return array + u'}';
}

PushAnswer answerFrom(const QJsonObject& said)
{
    PushAnswer answer;
    answer.ok = said.value(QLatin1String("status")).toString() == QLatin1String("ok");
    answer.rev = said.value(QLatin1String("rev")).toInteger();
    answer.code = said.value(QLatin1String("code")).toString();
    answer.detail = said.value(QLatin1String("detail")).toString();
    const QJsonObject row = said.value(QLatin1String("row")).toObject();
    answer.table = row.value(QLatin1String("table")).toString();
    answer.row = row.value(QLatin1String("id")).toString();
    answer.column = row.value(QLatin1String("column")).toString();
    const QJsonValue current = row.value(QLatin1String("current"));
    if (current.isString() || current.isDouble() || current.isBool()) {
        answer.current = current.toVariant().toString();
    }
    return answer;
}

// What the server takes in one call: it counts its own notation, which has a blank after each comma and colon.
constexpr std::size_t callOperations = 100;
constexpr qsizetype callBytes = 320 * 1024;
/// Calls are transactions of their own, between which everybody else's come to theirs.
constexpr std::size_t callsAtOnce = 12;

/// How many of these go into one call; one at least.
std::size_t callSize(std::span<const QByteArray> operations)
{
    std::size_t size = 0;
    for (qsizetype bytes = 0; size < std::min(operations.size(), callOperations); ++size) {
        bytes += operations[size].size();
        if (size > 0 && bytes > callBytes) {
            break;
        }
    }
    return size;
}

} // namespace

Result<ServerHello> hello(Connection& connection, DeviceId device)
{
    Result<QJsonDocument> json = document(connection, QStringLiteral("SELECT coalesce(api.hello(?::uuid), '{}')::text"),
                                          {device.isNull() ? QVariant() : QVariant(device.toString())});
    if (!json &&
        (json.error().nativeCode == QLatin1String("3F000") || json.error().nativeCode == QLatin1String("42883"))) {
        return fail(Error::Kind::Invalid,
                    Words::tr("This database is no Keyturn workspace yet. Its administrator sets it up with "
                              "“keyturn server init”."),
                    json.error().detail, QStringLiteral("not_set_up"));
    }
    if (!json && json.error().kind == Error::Kind::Refused) {
        return fail(nobody(json.error().detail));
    }
    KEYTURN_TRY(json);
    const QJsonObject said = json->object();
    ServerHello hello;
    hello.schemaVersion = said.value(QLatin1String("schema_version")).toInt();
    hello.minClient = said.value(QLatin1String("min_client")).toInt();
    hello.head = said.value(QLatin1String("head")).toInteger();
    hello.epoch = said.value(QLatin1String("epoch")).toString();
    hello.scopeRev = said.value(QLatin1String("scope_rev")).toInteger();
    hello.user = UserId::fromString(said.value(QLatin1String("user_id")).toString());
    hello.organization = OrganizationId::fromString(said.value(QLatin1String("organization_id")).toString());
    hello.role = said.value(QLatin1String("role")).toString();
    hello.serverTime = Instant{said.value(QLatin1String("server_time_ms")).toInteger()};
    hello.channel = said.value(QLatin1String("channel")).toString();
    hello.mayWrite = said.value(QLatin1String("may_write")).toBool();
    const QJsonObject known = said.value(QLatin1String("device")).toObject();
    hello.deviceSeq = known.value(QLatin1String("last_device_seq")).toInteger();
    hello.chainSeq = known.value(QLatin1String("chain_seq")).toInteger();
    hello.chainHash = known.value(QLatin1String("chain_hash")).toString().toLatin1();
    if (hello.user.isNull() || hello.organization.isNull()) {
        return fail(nobody({}));
    }
    return hello;
}

Result<PushAnswer> push(Connection& connection, const QByteArray& operation)
{
    KEYTURN_LET(const QJsonDocument json, document(connection, pushSql(), {arrayOf({&operation, 1})}));
    const QJsonObject said = json.array().at(0).toObject();
    if (said.isEmpty()) {
        return fail(nonsense(pushSql()));
    }
    return answerFrom(said);
}

Result<std::vector<PushAnswer>> pushAll(Connection& connection, const std::vector<QByteArray>& operations)
{
    std::vector<PushAnswer> answers;
    const std::span<const QByteArray> all(operations);
    for (std::size_t begin = 0; begin < all.size();) {
        std::vector<QByteArray> calls;
        for (std::size_t i = 0; i < callsAtOnce && begin < all.size(); ++i) {
            const std::size_t size = callSize(all.subspan(begin));
            calls.push_back(arrayOf(all.subspan(begin, size)).toUtf8());
            begin += size;
        }
        KEYTURN_TRY(connection.pipeline(pushSql(), calls, [&answers](QByteArrayView text) {
            const QJsonArray said = QJsonDocument::fromJson(text.toByteArray()).array();
            for (const QJsonValue& one : said) {
                answers.push_back(answerFrom(one.toObject()));
            }
        }));
    }
    if (answers.size() != operations.size()) {
        return fail(nonsense(pushSql()));
    }
    return answers;
}

Result<PulledChanges> pull(Connection& connection, qint64 cursor)
{
    KEYTURN_LET(const QJsonDocument json, document(connection, QStringLiteral("SELECT api.pull(?)::text"), {cursor}));
    const QJsonObject said = json.object();
    PulledChanges pulled;
    pulled.next = said.value(QLatin1String("next")).toInteger(cursor);
    pulled.head = said.value(QLatin1String("head")).toInteger(cursor);
    const QJsonArray rows = said.value(QLatin1String("rows")).toArray();
    for (const QJsonValue& value : rows) {
        const QJsonArray one = value.toArray();
        RowChange row;
        row.table = one.at(0).toString();
        row.id = one.at(1).toString();
        row.leadId = one.at(2).toString();
        pulled.rows.push_back(row);
        pulled.revs.push_back(one.at(3).toInteger());
    }
    for (const QLatin1String moved : {QLatin1String("lost"), QLatin1String("granted")}) {
        const QJsonArray leads = said.value(moved).toArray();
        for (const QJsonValue& lead : leads) {
            RowChange row;
            row.table = QStringLiteral("leads");
            row.id = lead.toString();
            row.leadId = row.id;
            pulled.rows.push_back(row);
            pulled.revs.push_back(0);
        }
    }
    return pulled;
}

Done noteExport(Connection& connection, const ExportOrder& order)
{
    const QString what =
        order.what == ExportOrder::What::Leads ? QStringLiteral("leads") : QStringLiteral("activities");
    const QString format = order.format == ExportOrder::Format::VCard ? QStringLiteral("vcard") : QStringLiteral("csv");
    const QVariant leads = order.leads ? QVariant(static_cast<qint64>(order.leads->size())) : QVariant();
    KEYTURN_LET(Statement statement,
                connection.prepare(QStringLiteral("SELECT true FROM api.note_export(?, ?, ?::bigint)")));
    statement.bindValue(what);
    statement.bindValue(format);
    statement.bindValue(leads);
    return statement.each([](const Statement&) {});
}

} // namespace keyturn::server
