// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/server_commands.h"

#include "app/cli/checks.h"
#include "app/cli/text_table.h"
#include "app/cli/words.h"
#include "models/workspace/server_admin.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

namespace keyturn::cli {

namespace {

QString option(const Invocation& invocation, const char* name)
{
    return invocation.option(QString::fromLatin1(name));
}

Answer done(const QJsonObject& json, const QString& line)
{
    return {json, oneLine(line) + QLatin1Char('\n'), exitDone};
}

Result<Answer> migrate(ServerAdmin& server, bool mustBeNew)
{
    using Versions = std::pair<int, int>;
    KEYTURN_LET(const Versions versions, server.migrate(mustBeNew));
    const QString line =
        versions.first == versions.second
            ? Words::tr("The server is up to date: schema version %1.").arg(versions.second)
            : Words::tr("The server now has schema version %1, before %2.").arg(versions.second).arg(versions.first);
    return done({{QStringLiteral("version"), versions.second}, {QStringLiteral("version_before"), versions.first}},
                line);
}

Result<Answer> showStatus(ServerAdmin& server)
{
    KEYTURN_LET(const QJsonObject status, server.status());
    TextTable table;
    table.addColumn(Words::tr("Organization"));
    table.addColumn(Words::tr("Id"));
    table.addColumn(Words::tr("People"), TextTable::Align::Right);
    table.addColumn(Words::tr("Logins"), TextTable::Align::Right);
    const QJsonArray organizations = status.value(QLatin1String("organizations")).toArray();
    for (const QJsonValue& value : organizations) {
        const QJsonObject one = value.toObject();
        table.addRow({one.value(QLatin1String("name")).toString(), one.value(QLatin1String("id")).toString(),
                      QString::number(one.value(QLatin1String("people")).toInteger()),
                      QString::number(one.value(QLatin1String("logins")).toInteger())});
    }
    const QString versions = Words::tr("Schema version %1; this program brings %2.")
                                 .arg(status.value(QLatin1String("schema_version")).toInt())
                                 .arg(status.value(QLatin1String("program_version")).toInt());
    return Answer{status, versions + QLatin1Char('\n') + table.toText(), exitDone};
}

Result<Answer> addOrganization(ServerAdmin& server, const Invocation& invocation)
{
    const QString name = option(invocation, "name").simplified();
    KEYTURN_LET(const OrganizationId id, server.addOrganization(name, option(invocation, "timezone")));
    return done({{QStringLiteral("organization_id"), id.toString()}, {QStringLiteral("name"), name}},
                Words::tr("%1 is ready; its id is %2.").arg(name, id.toString()));
}

/// The one time that a password is seen.
Answer tell(const NewLogin& login, const ServerAddress& address)
{
    ServerAddress theirs = address;
    theirs.user = login.login;
    const QString text =
        Words::tr("Address:  %1\nPassword: %2\nThe password is shown this once; hand it over safely.\n")
            .arg(theirs.toString(), login.password);
    return {QJsonObject{{QStringLiteral("user_id"), login.user.toString()},
                        {QStringLiteral("organization_id"), login.organization.toString()},
                        {QStringLiteral("login"), login.login},
                        {QStringLiteral("password"), login.password},
                        {QStringLiteral("address"), theirs.toString()}},
            text, exitDone};
}

} // namespace

Result<ServerAddress> administeredServer(const Invocation& invocation)
{
    KEYTURN_LET(ServerAddress address, ServerAddress::parse(invocation.operands.value(0)));
    if (!address.caFile.isEmpty()) {
        address.caFile = invocation.absolutePath(address.caFile);
    }
    return address;
}

Result<Answer> administer(const Invocation& invocation, const ServerAddress& address, const QString& password)
{
    KEYTURN_LET(const std::unique_ptr<ServerAdmin> server, ServerAdmin::connect(address, password));
    const QString what = invocation.command.mid(QStringLiteral("server ").size());
    const QString organization = option(invocation, "org");
    const QString email = option(invocation, "email");
    if (what == QLatin1String("init") || what == QLatin1String("upgrade")) {
        return migrate(*server, what == QLatin1String("init"));
    }
    if (what == QLatin1String("status")) {
        return showStatus(*server);
    }
    if (what == QLatin1String("add-org")) {
        return addOrganization(*server, invocation);
    }
    if (what == QLatin1String("add-user")) {
        KEYTURN_LET(const NewLogin login, server->addUser(organization, email, option(invocation, "name"),
                                                          option(invocation, "role"), option(invocation, "timezone")));
        return tell(login, address);
    }
    if (what == QLatin1String("rotate-password")) {
        KEYTURN_LET(const NewLogin login, server->rotatePassword(organization, email));
        return tell(login, address);
    }
    if (what == QLatin1String("set-role")) {
        const QString role = option(invocation, "role");
        KEYTURN_TRY(server->setRole(organization, email, role));
        return done({{QStringLiteral("email"), email}, {QStringLiteral("role"), role}},
                    Words::tr("%1 is now %2.").arg(email, role));
    }
    const bool active = what == QLatin1String("activate");
    KEYTURN_TRY(server->setActive(organization, email, active));
    return done({{QStringLiteral("email"), email}, {QStringLiteral("active"), active}},
                active ? Words::tr("%1 may log in again.").arg(email)
                       : Words::tr("%1 is out: sessions ended, login shut.").arg(email));
}

Result<Answer> verifyServer(const ServerAddress& address, const QString& password)
{
    KEYTURN_LET(const std::unique_ptr<ServerAdmin> server, ServerAdmin::connect(address, password));
    KEYTURN_LET(const bool seesAll, server->isAdministrator());
    if (!seesAll) {
        return fail(Error::Kind::Refused, Words::tr("Only an administrator of the server sees everything on it."), {},
                    wholeIsNotYours());
    }
    KEYTURN_LET(const std::vector<Check> checks, server->verify());
    return toAnswer(checks);
}

QString wholeIsNotYours()
{
    return QStringLiteral("not_administrator");
}

bool isPersonsLogin(const QString& login)
{
    static const QRegularExpression made(QStringLiteral("^u_[0-9a-f]{20}$"));
    return made.match(login).hasMatch();
}

} // namespace keyturn::cli
