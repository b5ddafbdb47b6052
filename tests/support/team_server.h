// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/uuid_v7.h"
#include "models/domain/commands.h"
#include "models/storage/connection.h"
#include "models/storage/device_chain.h"
#include "tests/support/book_builder.h"
#include "tests/support/postgres_server.h"

#include <QJsonArray>
#include <QJsonObject>

#include <map>
#include <memory>

namespace keyturn::test {

/// A person with a login of their own.
struct TeamPerson
{
    UserId id;
    OrganizationId organization;
    QString login;
    QString role;
};

/// What a desk needs to know of a server, as text too: it may stand in another process.
struct TeamPlace
{
    PostgresOptions options; ///< with the login
    TeamPerson me;
    std::map<QString, StageId> stages; ///< of my organization, by key

    [[nodiscard]] QByteArray toJson() const;
    static TeamPlace fromJson(const QByteArray& json);
};

/// A throwaway server with databases of two organizations, "north" and "south". In each works one person of every role
/// that matters, and two loan officers. Functions that may fail answer why, or an empty string.
class TeamServer
{
public:
    /// Starts the server and makes the template.
    QString start(PostgresServer::Tcp tcp = PostgresServer::Tcp::None);
    /// Everybody's, where one is asked for: not by the socket of a throwaway server.
    static QString password() { return QStringLiteral("plainly-fictitious"); }
    /// A database of its own for one test, with everybody in it. The one before goes.
    QString makeTeam();

    /// By organization and name: "north/officer", "north/second", "north/manager", "north/admin", "north/assistant",
    /// "north/viewer", "north/marketing", "north/service"; the same in the south.
    [[nodiscard]] const TeamPerson& person(const QString& name) const { return m_people.at(name); }
    [[nodiscard]] StageId stage(const QString& organization, const QString& key) const
    {
        return m_stages.at(organization + u'/' + key);
    }
    /// A plain session of that login, or of the superuser without one. Nothing if that failed (and the test too).
    [[nodiscard]] std::unique_ptr<Connection> session(const QString& login = {}) const;
    [[nodiscard]] PostgresOptions options(const QString& login) const;
    [[nodiscard]] TeamPlace place(const QString& person) const;
    [[nodiscard]] const PostgresServer& server() const { return m_server; }

private:
    QString fill(Connection& admin);

    PostgresServer m_server;
    QString m_database;
    int m_made = 0;
    std::map<QString, TeamPerson> m_people;
    std::map<QString, StageId> m_stages;
};

/// One installation of one person: makes operations the way the program does, with a chain of its own.
class TeamDesk
{
public:
    explicit TeamDesk(const TeamPlace& place);
    TeamDesk(const TeamServer& server, const QString& person)
        : TeamDesk(server.place(person))
    {}

    [[nodiscard]] Connection& db() const { return *m_db; }
    [[nodiscard]] const TeamPerson& me() const { return m_me; }
    [[nodiscard]] UserId user() const { return m_me.id; }
    [[nodiscard]] DeviceId device() const { return m_device; }
    QUuid newId();
    QString textId() { return newId().toString(QUuid::WithoutBraces); }
    [[nodiscard]] static Instant now();

    /// Rows of a new lead with the entries that belong to it.
    std::vector<RowChange> newLead(LeadId id, const QString& name, UserId owner, const QString& email = {});
    /// Rows of a move, as the board sees the lead.
    std::vector<RowChange> move(LeadId id, const QString& from, const QString& to);
    std::vector<RowChange> assign(LeadId id, UserId from, UserId to);
    RowChange activity(LeadId lead, const QString& type, const QJsonObject& metadata = {});
    [[nodiscard]] StageId stage(const QString& key) const { return m_stages.at(key); }

    /// The operation as it travels: rows completed, entries chained, device and number added.
    QJsonObject operation(const QString& command, const std::vector<RowChange>& rows);
    QJsonObject operation(const ChangeSet& changes);

    /// The answers, one an operation; on an error of the call, an empty array and failure().
    QJsonArray push(const QJsonArray& operations);
    /// The one answer.
    QJsonObject push(const QJsonObject& operation);
    QJsonObject push(const QString& command, const std::vector<RowChange>& rows);
    [[nodiscard]] const Error& failure() const { return m_failure; }
    /// Makes a lead of mine, or of `owner`. A null id if it was not taken.
    LeadId addLead(const QString& name, std::optional<UserId> owner = {}, const QString& email = {});

    /// What api.hello and api.pull say.
    QJsonObject hello() const;
    QJsonObject pull(qint64 since, int revisions = 1000) const;

private:
    TeamPerson m_me;
    std::map<QString, StageId> m_stages;
    std::unique_ptr<Connection> m_db;
    UuidV7 m_ids;
    DeviceId m_device;
    DeviceChain m_chain;
    qint64 m_seq = 0;
    Error m_failure;
};

/// "ok", or the code of the refusal, or "call: …" if the whole call failed.
QString outcome(const QJsonObject& answer);

} // namespace keyturn::test
