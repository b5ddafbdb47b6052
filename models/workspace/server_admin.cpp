// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/server_admin.h"

#include "models/domain/schema.h"
#include "models/storage/change_set_writer.h"
#include "models/storage/connection.h"
#include "models/storage/migrator.h"
#include "models/storage/scram.h"
#include "models/storage/transaction.h"
#include "models/storage/verify.h"
#include "models/workspace/new_book_rows.h"

#include <QJsonDocument>
#include <QTimeZone>

namespace keyturn {

namespace {

/// Somebody at work on the server is not to be held up for longer by a table that changes.
constexpr int lockTimeoutMs = 10'000;

QString newVerifier(const QByteArray& password)
{
    return QString::fromLatin1(scramVerifier(password, generatedSalt()));
}

} // namespace

ServerAdmin::ServerAdmin(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
{}

ServerAdmin::~ServerAdmin() = default;

Result<std::unique_ptr<ServerAdmin>> ServerAdmin::connect(const ServerAddress& address, const QString& password,
                                                          int limitMs)
{
    PostgresOptions options;
    static_cast<ServerAddress&>(options) = address;
    options.password = password;
    options.lockTimeoutMs = lockTimeoutMs;
    options.callLimitMs = limitMs;
    KEYTURN_LET(std::unique_ptr<Connection> connection, Connection::openPostgres(options));
    return std::unique_ptr<ServerAdmin>(new ServerAdmin(std::move(connection)));
}

Result<std::pair<int, int>> ServerAdmin::migrate(bool mustBeNew)
{
    const Migrator migrator(Dialect::Postgres);
    KEYTURN_LET(const int before, migrator.version(*m_connection));
    if (mustBeNew && before > 0) {
        return fail(Error::Kind::Refused,
                    tr("This database is a Keyturn workspace already. Use “keyturn server upgrade” to bring it up to "
                       "date."),
                    QString::number(before));
    }
    if (!mustBeNew && before == 0) {
        return fail(Error::Kind::Invalid,
                    tr("This database is no Keyturn workspace yet. Set it up with “keyturn server init”."));
    }
    KEYTURN_LET(const int after, migrator.migrate(*m_connection, m_clock));
    // What a new version of PostgreSQL or a copied database may have left open, and the coming months of the log.
    KEYTURN_TRY(m_connection->run(QStringLiteral("SELECT admin.harden()")));
    KEYTURN_TRY(m_connection->run(QStringLiteral("SELECT keyturn.make_partitions()")));
    return std::pair(before, after);
}

Result<QJsonObject> ServerAdmin::status()
{
    const Migrator migrator(Dialect::Postgres);
    KEYTURN_LET(const int version, migrator.version(*m_connection));
    QJsonObject found;
    if (version > 0) {
        KEYTURN_LET(const std::optional<Record> row,
                    m_connection->first(QStringLiteral("SELECT admin.status()::text AS status")));
        found = QJsonDocument::fromJson(row->text(QStringLiteral("status")).toUtf8()).object();
    }
    found.remove(QStringLiteral("version"));
    found.insert(QStringLiteral("schema_version"), version);
    found.insert(QStringLiteral("program_version"), migrator.newest());
    return found;
}

Result<bool> ServerAdmin::isAdministrator()
{
    // Where the role is missing, nothing is set up that somebody could administer.
    KEYTURN_LET(const qint64 member,
                m_connection->number(QStringLiteral("SELECT count(*) FROM pg_roles WHERE rolname = 'keyturn_owner' "
                                                    "AND pg_has_role(session_user, oid, 'MEMBER')")));
    return member > 0;
}

Result<std::vector<Check>> ServerAdmin::verify()
{
    const Migrator migrator(Dialect::Postgres);
    KEYTURN_LET(const int version, migrator.version(*m_connection));
    if (version != migrator.newest()) {
        return version == 0 ? fail(Error::Kind::Invalid, tr("This database is no Keyturn workspace yet. Set it up with "
                                                            "“keyturn server init”."))
                            : fail(Error::Kind::Refused,
                                   tr("The server has schema version %1, this program %2. Bring it up to date with "
                                      "“keyturn server upgrade” first.")
                                       .arg(version)
                                       .arg(migrator.newest()));
    }
    KEYTURN_LET(const std::vector<BookCheck> found, verifyBook(*m_connection));
    std::vector<Check> checks;
    for (const BookCheck& check : found) {
        checks.push_back({check.name, check.ok, check.detail});
    }
    return checks;
}

Result<OrganizationId> ServerAdmin::addOrganization(const QString& name, const QString& timezone)
{
    NewBook book;
    book.organization = name;
    book.timezone = timezone;
    // Only its rows count here; the people come by themselves.
    book.lastName = name;
    book.email = QStringLiteral("nobody@example.com");
    const Instant now = m_clock.now();
    KEYTURN_LET(ChangeSet rows, newBookRows(book, now, [this, now] { return m_ids.next(now); }));
    const RowChange organization = rows.rows.front();
    std::erase_if(rows.rows, [](const RowChange& row) {
        return row.table == QLatin1String("organizations") || row.table == QLatin1String("users");
    });
    KEYTURN_LET(Transaction transaction, Transaction::begin(*m_connection));
    KEYTURN_TRY(m_connection->run(QStringLiteral("SELECT admin.add_organization(?::uuid, ?::text, ?::text, ?::text)"),
                                  organization.id, organization.after(QStringLiteral("name")).toString(),
                                  organization.after(QStringLiteral("slug")).toString(),
                                  organization.after(QStringLiteral("timezone")).toString()));
    DeviceChain chain(DeviceId(m_ids.next(now)));
    KEYTURN_TRY(ChangeSetWriter::apply(*m_connection, rows, chain));
    KEYTURN_TRY(transaction.commit());
    return OrganizationId::fromString(organization.id);
}

Result<NewLogin> ServerAdmin::addUser(const QString& organization, const QString& email, const QString& name,
                                      const QString& role, const QString& timezone)
{
    const QString address = email.trimmed();
    const qsizetype at = address.indexOf(u'@');
    if (at < 1 || at == address.size() - 1 || address.contains(u' ')) {
        return fail(Error::Kind::Invalid, tr("“%1” is not an e-mail address.").arg(email));
    }
    if (OrganizationId::fromString(organization).isNull()) {
        return fail(Error::Kind::Invalid, tr("“%1” is not the id of an organization.").arg(organization));
    }
    const QStringList roles = tableSpec(QStringLiteral("users"))->column(QStringLiteral("role"))->values;
    if (!roles.contains(role)) {
        return fail(Error::Kind::Invalid,
                    tr("There is no role “%1”. The roles are %2.").arg(role, roles.join(QStringLiteral(", "))));
    }
    const QString whole = name.simplified();
    const qsizetype blank = whole.lastIndexOf(u' ');
    const QString zone = timezone.isEmpty() ? QString::fromLatin1(QTimeZone::systemTimeZoneId()) : timezone;
    NewLogin made;
    made.user = UserId(m_ids.next(m_clock.now()));
    made.organization = OrganizationId::fromString(organization);
    const QByteArray password = generatedPassword();
    KEYTURN_LET(Transaction transaction, Transaction::begin(*m_connection));
    KEYTURN_LET(
        const std::optional<Record> known,
        m_connection->first(
            QStringLiteral("SELECT u.id FROM users u WHERE lower(u.email) = lower(?) AND u.organization_id = "
                           "?::uuid AND u.is_active = 1 AND NOT EXISTS (SELECT 1 FROM keyturn.org_memberships m "
                           "WHERE m.user_id = u.id AND m.organization_id = u.organization_id)"),
            address, made.organization));
    if (known) {
        made.user = UserId::fromString(known->text(QStringLiteral("id")));
        KEYTURN_TRY(m_connection->run(QStringLiteral("SELECT admin.set_role(?::uuid, ?::uuid, ?::text)"),
                                      made.organization, made.user, role));
    } else {
        KEYTURN_TRY(m_connection->run(
            QStringLiteral("SELECT admin.add_person(?::uuid, ?::uuid, ?::text, ?::text, ?::text, ?::text, ?::text)"),
            made.organization, made.user, address, blank < 0 ? whole : whole.left(blank),
            blank < 0 ? QString() : whole.mid(blank + 1), role, zone));
    }
    KEYTURN_LET(const std::optional<Record> login,
                m_connection->first(QStringLiteral("SELECT admin.add_login(?::uuid, ?::uuid, ?::text) AS login"),
                                    made.organization, made.user, newVerifier(password)));
    KEYTURN_TRY(transaction.commit());
    made.login = login->text(QStringLiteral("login"));
    made.password = QString::fromLatin1(password);
    return made;
}

Result<ServerAdmin::Person> ServerAdmin::find(const QString& organization, const QString& email)
{
    std::vector<Person> found;
    KEYTURN_TRY(m_connection->select(
        QStringLiteral("SELECT id, organization_id FROM users WHERE lower(email) = lower(?) "
                       "AND (? = '' OR organization_id::text = ?) ORDER BY organization_id"),
        [&found](const Statement& row) {
            found.push_back({row.text(0), row.text(1)});
        },
        email.trimmed(), organization, organization));
    if (found.empty()) {
        return fail(Error::Kind::Invalid, tr("Nobody on the server has the address “%1”.").arg(email));
    }
    if (found.size() > 1) {
        return fail(
            Error::Kind::Invalid,
            tr("Several organizations have somebody with the address “%1”. Say which one you mean.").arg(email));
    }
    return found.front();
}

Done ServerAdmin::setRole(const QString& organization, const QString& email, const QString& role)
{
    KEYTURN_LET(const Person person, find(organization, email));
    KEYTURN_TRY(m_connection->run(QStringLiteral("SELECT admin.set_role(?::uuid, ?::uuid, ?::text)"),
                                  person.organization, person.id, role));
    return {};
}

Done ServerAdmin::setActive(const QString& organization, const QString& email, bool active)
{
    KEYTURN_LET(const Person person, find(organization, email));
    KEYTURN_TRY(m_connection->run(QStringLiteral("SELECT admin.set_active(?::uuid, ?::uuid, ?::integer::boolean)"),
                                  person.organization, person.id, active));
    return {};
}

Result<NewLogin> ServerAdmin::rotatePassword(const QString& organization, const QString& email)
{
    KEYTURN_LET(const Person person, find(organization, email));
    const QByteArray password = generatedPassword();
    KEYTURN_LET(const std::optional<Record> login,
                m_connection->first(QStringLiteral("SELECT admin.rotate_password(?::uuid, ?::uuid, ?::text) AS login"),
                                    person.organization, person.id, newVerifier(password)));
    return NewLogin{UserId::fromString(person.id), OrganizationId::fromString(person.organization),
                    login->text(QStringLiteral("login")), QString::fromLatin1(password)};
}

} // namespace keyturn
