// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/team_server.h"

#include "models/base/clock.h"
#include "models/domain/schema.h"
#include "models/storage/migrator.h"
#include "models/storage/row_values.h"
#include "models/storage/scram.h"

#include <QJsonDocument>
#include <QTest>

#include <array>

namespace keyturn::test {

namespace {

const QString& verifier()
{
    static const QString text =
        QString::fromLatin1(scramVerifier(TeamServer::password().toLatin1(), QByteArrayLiteral("0123456789abcdef")));
    return text;
}

constexpr std::array<std::pair<const char*, const char*>, 8> places{{
    {"officer", "loan_officer"},
    {"second", "loan_officer"},
    {"manager", "manager"},
    {"admin", "org_admin"},
    {"assistant", "loan_assistant"},
    {"viewer", "viewer"},
    {"marketing", "marketing"},
    {"service", "service"},
}};

QString reason(const Error& error)
{
    return QString(error.message + QStringLiteral(" | ") + error.detail);
}

std::unique_ptr<Connection> opened(const PostgresOptions& options)
{
    auto connection = Connection::openPostgres(options);
    if (!connection) {
        QTest::qFail(qPrintable(reason(connection.error())), __FILE__, __LINE__);
        return nullptr;
    }
    return std::move(*connection);
}

QJsonValue jsonOf(Connection& db, const QString& sql, const QString& value)
{
    QJsonValue found;
    const Done done = db.select(
        sql,
        [&](const Statement& row) {
            const QByteArray wrapped = '[' + row.text(0).toUtf8() + ']';
            found = QJsonDocument::fromJson(wrapped).array().at(0);
        },
        value);
    if (!done) {
        QTest::qFail(qPrintable(reason(done.error())), __FILE__, __LINE__);
    }
    return found;
}

} // namespace

QString TeamServer::start(PostgresServer::Tcp tcp)
{
    QString failure = m_server.start(tcp);
    if (failure.isEmpty()) {
        failure = m_server.administer(QStringLiteral("CREATE DATABASE team_template"));
    }
    if (!failure.isEmpty()) {
        return failure;
    }
    const auto connection = Connection::openPostgres(m_server.options(QStringLiteral("team_template")));
    if (!connection) {
        return reason(connection.error());
    }
    const auto version = Migrator(Dialect::Postgres).migrate(**connection, SystemClock());
    return version ? fill(**connection) : reason(version.error());
}

QString TeamServer::makeTeam()
{
    QString failure;
    if (!m_database.isEmpty()) {
        failure = m_server.administer(QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(m_database));
        if (!failure.isEmpty()) {
            return failure;
        }
    }
    m_database = QStringLiteral("team_%1").arg(++m_made);
    failure = m_server.administer(QStringLiteral("CREATE DATABASE %1 TEMPLATE team_template").arg(m_database));
    if (!failure.isEmpty()) {
        return failure;
    }
    const auto admin = session();
    if (admin == nullptr) {
        return QStringLiteral("no session");
    }
    // The rights on a database do not come along from its template.
    const auto done = admin->run(QStringLiteral("SELECT admin.harden()"));
    return done ? QString() : reason(done.error());
}

QString TeamServer::fill(Connection& admin)
{
    UuidV7 ids;
    const auto newId = [&ids] { return ids.next(TeamDesk::now()).toString(QUuid::WithoutBraces); };
    for (const QString& organization : {QStringLiteral("north"), QStringLiteral("south")}) {
        const QString org = newId();
        if (const auto done =
                admin.run(QStringLiteral("SELECT admin.add_organization(?::uuid, ?::text, ?::text, 'UTC')"), org,
                          QString(organization + QStringLiteral(" Home Loans")), organization);
            !done) {
            return reason(done.error());
        }
        for (const auto& [place, role] : places) {
            const QString name = QString::fromLatin1(place);
            const QString id = newId();
            const auto made = admin.run(
                QStringLiteral("SELECT admin.add_person(?::uuid, ?::uuid, ?::text, ?::text, ?::text, ?::text)"), org,
                id, QString(name + u'.' + organization + QStringLiteral("@example.com")), name, organization,
                QString::fromLatin1(role));
            if (!made) {
                return reason(made.error());
            }
            const auto login = admin.first(
                QStringLiteral("SELECT admin.add_login(?::uuid, ?::uuid, ?::text, 40) AS login"), org, id, verifier());
            if (!login) {
                return reason(login.error());
            }
            m_people[organization + u'/' + name] =
                TeamPerson{UserId::fromString(id), OrganizationId::fromString(org),
                           (*login)->text(QStringLiteral("login")), QString::fromLatin1(role)};
        }
        const QString pipeline = newId();
        QString script =
            QStringLiteral("INSERT INTO keyturn.pipelines (id, organization_id, key, name, is_default, created_at, "
                           "updated_at) VALUES ('%1', '%2', 'mortgage', 'Mortgage', true, now(), now());")
                .arg(pipeline, org);
        int order = 0;
        for (const QString& key : {QStringLiteral("new"), QStringLiteral("contacted"), QStringLiteral("processing"),
                                   QStringLiteral("funded"), QStringLiteral("lost")}) {
            const QString id = newId();
            const QString kind = key == QLatin1String("funded") ? QStringLiteral("won")
                                 : key == QLatin1String("lost") ? QStringLiteral("lost")
                                                                : QStringLiteral("open");
            script += QStringLiteral("INSERT INTO keyturn.pipeline_stages (id, organization_id, pipeline_id, key, "
                                     "name, order_index, kind, is_initial, requires_reason, created_at, updated_at) "
                                     "VALUES ('%1', '%2', '%3', '%4', '%4', %5, '%6', %7, %8, now(), now());")
                          .arg(id, org, pipeline, key, QString::number(order * 10), kind,
                               order == 0 ? QStringLiteral("true") : QStringLiteral("false"),
                               key == QLatin1String("lost") ? QStringLiteral("true") : QStringLiteral("false"));
            m_stages[organization + u'/' + key] = StageId::fromString(id);
            ++order;
        }
        if (const Done done = admin.script(script); !done) {
            return reason(done.error());
        }
    }
    return {};
}

PostgresOptions TeamServer::options(const QString& login) const
{
    PostgresOptions options = m_server.options(m_database);
    if (!login.isEmpty()) {
        options.user = login;
    }
    return options;
}

std::unique_ptr<Connection> TeamServer::session(const QString& login) const
{
    return opened(options(login));
}

TeamPlace TeamServer::place(const QString& person) const
{
    TeamPlace place{options(this->person(person).login), this->person(person), {}};
    const QString organization = person.section(u'/', 0, 0) + u'/';
    for (const auto& [key, stage] : m_stages) {
        if (key.startsWith(organization)) {
            place.stages[key.mid(organization.size())] = stage;
        }
    }
    return place;
}

QByteArray TeamPlace::toJson() const
{
    QJsonObject keys;
    for (const auto& [key, stage] : stages) {
        keys.insert(key, stage.toString());
    }
    const QJsonObject json{{QStringLiteral("address"), options.toString()},
                           {QStringLiteral("user"), me.id.toString()},
                           {QStringLiteral("organization"), me.organization.toString()},
                           {QStringLiteral("role"), me.role},
                           {QStringLiteral("stages"), keys}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

TeamPlace TeamPlace::fromJson(const QByteArray& text)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    const auto value = [&json](const char* name) { return json.value(QLatin1String(name)).toString(); };
    TeamPlace place;
    if (const auto address = ServerAddress::parse(value("address"))) {
        static_cast<ServerAddress&>(place.options) = *address;
    }
    place.me = {UserId::fromString(value("user")), OrganizationId::fromString(value("organization")),
                place.options.user, value("role")};
    const QJsonObject keys = json.value(QLatin1String("stages")).toObject();
    for (auto key = keys.begin(); key != keys.end(); ++key) {
        place.stages[key.key()] = StageId::fromString(key.value().toString());
    }
    return place;
}

TeamDesk::TeamDesk(const TeamPlace& place)
    : m_me(place.me)
    , m_stages(place.stages)
    , m_db(opened(place.options))
    , m_device(QUuid::createUuid())
    , m_chain(m_device)
{}

QUuid TeamDesk::newId()
{
    return m_ids.next(now());
}

Instant TeamDesk::now()
{
    return SystemClock().now();
}

RowChange TeamDesk::activity(LeadId lead, const QString& type, const QJsonObject& metadata)
{
    return insertion(QStringLiteral("lead_activities"), textId(),
                     {{"lead_id", lead.toString()},
                      {"activity_type", type},
                      {"title", type},
                      {"metadata", QString::fromUtf8(QJsonDocument(metadata).toJson(QJsonDocument::Compact))},
                      {"actor_type", QStringLiteral("user")},
                      {"actor_id", m_me.id.toString()},
                      {"created_by", m_me.id.toString()},
                      {"occurred_at", now().ms}},
                     lead);
}

std::vector<RowChange> TeamDesk::newLead(LeadId id, const QString& name, UserId owner, const QString& email)
{
    std::vector<RowChange> rows{
        insertion(QStringLiteral("leads"), id.toString(),
                  {{"name", name},
                   {"phone", QStringLiteral("+13035550100")},
                   {"email", email.isEmpty() ? QVariant() : QVariant(email)},
                   {"stage_id", stage(QStringLiteral("new")).toString()},
                   {"stage_entered_at", now().ms},
                   {"assigned_to", owner.isNull() ? QVariant() : QVariant(owner.toString())},
                   {"created_by", m_me.id.toString()}},
                  id),
        activity(id, QStringLiteral("created"), {{QStringLiteral("source"), QStringLiteral("website")}}),
    };
    if (!owner.isNull()) {
        rows.push_back(insertion(QStringLiteral("lead_assignments"), textId(),
                                 {{"lead_id", id.toString()},
                                  {"assigned_to", owner.toString()},
                                  {"assigned_by", m_me.id.toString()},
                                  {"assigned_at", now().ms}},
                                 id));
        rows.push_back(
            activity(id, QStringLiteral("assigned"), {{QStringLiteral("assigned_to_id"), owner.toString()}}));
    }
    return rows;
}

std::vector<RowChange> TeamDesk::move(LeadId id, const QString& from, const QString& to)
{
    RowChange lead = updating(QStringLiteral("leads"), id.toString(), 1, {{"stage_id", stage(to).toString()}}, id);
    lead.fields.front().before = stage(from).toString();
    RowChange entry = activity(id, QStringLiteral("status_changed"));
    entry.fields.push_back({QStringLiteral("from_stage"), {}, from});
    entry.fields.push_back({QStringLiteral("from_stage_id"), {}, stage(from).toString()});
    entry.fields.push_back({QStringLiteral("to_stage"), {}, to});
    entry.fields.push_back({QStringLiteral("to_stage_id"), {}, stage(to).toString()});
    return {lead, entry};
}

std::vector<RowChange> TeamDesk::assign(LeadId id, UserId from, UserId to)
{
    const auto value = [](UserId user) { return user.isNull() ? QVariant() : QVariant(user.toString()); };
    const auto json = [](UserId user) { return user.isNull() ? QJsonValue() : QJsonValue(user.toString()); };
    RowChange lead = updating(QStringLiteral("leads"), id.toString(), 1, {{"assigned_to", value(to)}}, id);
    lead.fields.front().before = value(from);
    const RowChange assignment = insertion(QStringLiteral("lead_assignments"), textId(),
                                           {{"lead_id", id.toString()},
                                            {"assigned_from", value(from)},
                                            {"assigned_to", value(to)},
                                            {"assigned_by", m_me.id.toString()},
                                            {"assigned_at", now().ms}},
                                           id);
    const RowChange entry =
        from.isNull() ? activity(id, QStringLiteral("assigned"), {{QStringLiteral("assigned_to_id"), json(to)}})
                      : activity(id, QStringLiteral("reassigned"),
                                 {{QStringLiteral("from_user"), json(from)}, {QStringLiteral("to_user"), json(to)}});
    return {lead, assignment, entry};
}

QJsonObject TeamDesk::operation(const QString& command, const std::vector<RowChange>& rows)
{
    ChangeSet changes;
    changes.id = OperationId(newId());
    changes.command = command;
    changes.summary = command;
    changes.author = m_me.id;
    changes.at = now();
    changes.rows = rows;
    return operation(changes);
}

QJsonObject TeamDesk::operation(const ChangeSet& plain)
{
    ChangeSet changes = plain;
    const TableSpec& log = *tableSpec(QStringLiteral("lead_activities"));
    for (RowChange& row : changes.rows) {
        if (row.table != log.name) {
            continue;
        }
        auto values = completeRow(log, row, RowFilling{m_me.organization.toString(), changes.at});
        if (!values) {
            QTest::qFail(qPrintable(reason(values.error())), __FILE__, __LINE__);
            return {};
        }
        m_chain.append(*values);
        row.fields.clear();
        for (size_t i = 0; i < values->size(); ++i) {
            if ((*values)[i].isValid() && log.columns[i].name != log.key) {
                row.fields.push_back({log.columns[i].name, {}, (*values)[i]});
            }
        }
    }
    QJsonObject op = changes.toJson();
    op.insert(QStringLiteral("device_id"), m_device.toString());
    op.insert(QStringLiteral("device_seq"), ++m_seq);
    op.insert(QStringLiteral("kind_version"), 1);
    return op;
}

QJsonArray TeamDesk::push(const QJsonArray& operations)
{
    m_failure = {};
    const QString text = QString::fromUtf8(QJsonDocument(operations).toJson(QJsonDocument::Compact));
    QJsonArray answers;
    const Done done = m_db->select(
        QStringLiteral("SELECT api.push(ARRAY(SELECT jsonb_array_elements(?::jsonb)))::text"),
        [&](const Statement& row) { answers = QJsonDocument::fromJson(row.text(0).toUtf8()).array(); }, text);
    if (!done) {
        m_failure = done.error();
    }
    return answers;
}

QJsonObject TeamDesk::push(const QJsonObject& operation)
{
    const QJsonArray answers = push(QJsonArray{operation});
    return answers.isEmpty()
               ? QJsonObject{{QStringLiteral("code"), QString(QStringLiteral("call: ") + m_failure.nativeCode)},
                             {QStringLiteral("detail"), m_failure.detail}}
               : answers.at(0).toObject();
}

QJsonObject TeamDesk::push(const QString& command, const std::vector<RowChange>& rows)
{
    return push(operation(command, rows));
}

LeadId TeamDesk::addLead(const QString& name, std::optional<UserId> owner, const QString& email)
{
    const LeadId id(newId());
    const QJsonObject answer = push(QStringLiteral("create_lead"), newLead(id, name, owner.value_or(m_me.id), email));
    if (outcome(answer) != QLatin1String("ok")) {
        QTest::qFail(QJsonDocument(answer).toJson().constData(), __FILE__, __LINE__);
        return {};
    }
    return id;
}

QJsonObject TeamDesk::hello() const
{
    return jsonOf(*m_db, QStringLiteral("SELECT coalesce(api.hello(?::uuid), 'null')::text"), m_device.toString())
        .toObject();
}

QJsonObject TeamDesk::pull(qint64 since, int revisions) const
{
    return jsonOf(*m_db, QStringLiteral("SELECT coalesce(api.pull(?::bigint, %1), 'null')::text").arg(revisions),
                  QString::number(since))
        .toObject();
}

QString outcome(const QJsonObject& answer)
{
    const QString status = answer.value(QStringLiteral("status")).toString();
    return status == QLatin1String("ok") ? status : answer.value(QStringLiteral("code")).toString();
}

} // namespace keyturn::test
