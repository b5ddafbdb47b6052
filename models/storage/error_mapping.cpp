// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/error_mapping.h"

#include <QCoreApplication>
#include <QSqlError>

#include <sqlite3.h>

namespace keyturn {

namespace {

using Kind = Error::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Storage)
};

struct Reading
{
    Kind kind;
    QString message;
};

Reading readSqlite(int code)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {Kind::Storage,
                Words::tr("The disk is full, so the change was not saved. Free some space and try again.")};
    case SQLITE_READONLY:
        return {Kind::Storage, Words::tr("The book is read-only here, so the change was not saved.")};
    case SQLITE_IOERR:
        return {Kind::Storage,
                Words::tr("The disk did not answer, so the change was not saved. Check the drive that the "
                          "book is on.")};
    case SQLITE_CANTOPEN:
        return {Kind::Storage, Words::tr("The book cannot be opened. Check that its folder is there and that you may "
                                         "write to it.")};
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {Kind::Storage, Words::tr("You do not have permission to use this book.")};
    case SQLITE_CORRUPT:
        return {Kind::Corrupt, Words::tr("The book is damaged. Nothing was changed. Restore a backup, or ask for help "
                                         "before you go on.")};
    case SQLITE_NOTADB:
        return {Kind::Corrupt, Words::tr("This file is not a Keyturn book.")};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {Kind::Busy,
                Words::tr("Another program is using the book. Nothing was changed. Try again in a moment.")};
    case SQLITE_PROTOCOL:
        return {Kind::Busy, Words::tr("The book is locked by another program. Nothing was changed.")};
    case SQLITE_CONSTRAINT:
        if (code == SQLITE_CONSTRAINT_TRIGGER) {
            return {Kind::Constraint, Words::tr("The log cannot be changed. Nothing was saved.")};
        }
        if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY) {
            return {Kind::Constraint, Words::tr("There is already one like this in the book. Nothing was saved.")};
        }
        return {Kind::Constraint, Words::tr("The book does not accept these values. Nothing was saved.")};
    case SQLITE_TOOBIG:
        return {Kind::Invalid, Words::tr("This is too large to be stored. Nothing was saved.")};
    case SQLITE_INTERRUPT:
        return {Kind::Cancelled, Words::tr("This was stopped before it was done. Nothing was changed.")};
    case SQLITE_NOMEM:
        return {Kind::Storage, Words::tr("There is not enough memory for this. Nothing was changed.")};
    default:
        return {Kind::Storage, Words::tr("The book could not carry this out. Nothing was changed.")};
    }
}

Reading readPostgres(const QString& state)
{
    const QString group = state.left(2);
    if (state.isEmpty() || group == QLatin1String("08") || state.startsWith(QLatin1String("57P"))) {
        return {Kind::Offline, Words::tr("The server cannot be reached. Nothing was changed.")};
    }
    if (group == QLatin1String("28")) {
        return {Kind::Auth, Words::tr("The server did not accept this login.")};
    }
    if (state == QLatin1String("42501")) {
        return {Kind::Refused, Words::tr("You are not allowed to do this. Nothing was changed.")};
    }
    if (state == QLatin1String("23505")) {
        return {Kind::Constraint, Words::tr("There is already one like this in the book. Nothing was saved.")};
    }
    if (group == QLatin1String("23")) {
        return {Kind::Constraint, Words::tr("The book does not accept these values. Nothing was saved.")};
    }
    if (group == QLatin1String("40")) {
        return {Kind::Conflict, Words::tr("Somebody else changed this at the same time. Nothing was saved.")};
    }
    if (group == QLatin1String("22")) {
        return {Kind::Invalid, Words::tr("The book does not understand these values. Nothing was saved.")};
    }
    if (group == QLatin1String("53") || group == QLatin1String("58")) {
        return {Kind::Storage, Words::tr("The server is out of space or memory. Nothing was changed.")};
    }
    if (state == QLatin1String("55P03")) {
        return {Kind::Busy, Words::tr("Somebody else is holding this. Nothing was changed. Try again in a moment.")};
    }
    if (state == QLatin1String("57014")) {
        return {Kind::Cancelled, Words::tr("This was stopped before it was done. Nothing was changed.")};
    }
    if (group == QLatin1String("XX")) {
        return {Kind::Corrupt, Words::tr("The server's data is damaged. Nothing was changed.")};
    }
    return {Kind::Storage, Words::tr("The server could not carry this out. Nothing was changed.")};
}

} // namespace

Error sqliteError(int code, const QString& message)
{
    const Reading reading = readSqlite(code);
    return Error{reading.kind, reading.message, message, QString::number(code)};
}

Error sqliteError(const QSqlError& error)
{
    return sqliteError(error.nativeErrorCode().toInt(), error.databaseText());
}

Error postgresError(const QString& state, const QString& message)
{
    const Reading reading = readPostgres(state);
    return Error{reading.kind, reading.message, message, state};
}

Error postgresConnectError(const QSqlError& error, const QString& host)
{
    const QString text = error.databaseText().trimmed();
    const auto says = [&text](const char* words) { return text.contains(QLatin1String(words)); };
    const auto make = [&text](Kind kind, const QString& message, const char* code = "") {
        return Error{kind, message, text, QString::fromLatin1(code)};
    };
    if (says("does not match host name") || says("host name must be specified")) {
        return make(Kind::Untrusted,
                    Words::tr("The server's certificate belongs to another name than %1. Keyturn does not talk to it, "
                              "and nothing was sent. Check the address, or ask whoever runs the server.")
                        .arg(host),
                    "host_name");
    }
    if (says("certificate verify failed") || says("certificate has expired") || says("root certificate file")) {
        return make(Kind::Untrusted,
                    Words::tr("The certificate of %1 is not signed by anybody you trust. Keyturn does not talk to it, "
                              "and nothing was sent. If your company has a certificate authority of its own, choose "
                              "its file.")
                        .arg(host),
                    "certificate");
    }
    if (says("does not support SSL")) {
        return make(Kind::Untrusted,
                    Words::tr("The server %1 does not encrypt. Keyturn does not talk to it, and nothing was sent. Ask "
                              "whoever runs it to turn TLS on.")
                        .arg(host),
                    "no_tls");
    }
    if (says("channel binding")) {
        return make(Kind::Untrusted,
                    Words::tr("The server %1 did not prove that the encrypted line ends at itself. Nothing was sent.")
                        .arg(host),
                    "channel_binding");
    }
    if (says("SSL error") || says("SSL SYSCALL")) {
        return make(Kind::Offline, Words::tr("The encrypted connection to %1 broke off.").arg(host));
    }
    if (says("no password supplied")) {
        return make(Kind::Auth, Words::tr("The server asks for your password."), "28P01");
    }
    if (says("password authentication failed")) {
        return make(Kind::Auth, Words::tr("The server did not accept this login and password."), "28P01");
    }
    if (says("too many") || says("connection slots")) {
        return make(Kind::Busy, Words::tr("The server has no room for another connection. Try again in a moment."));
    }
    if (says("starting up") || says("shutting down") || says("recovery mode")) {
        return make(Kind::Offline, Words::tr("The server is starting or stopping. Try again in a moment."));
    }
    if (says("database \"") && says("does not exist")) {
        return make(Kind::Invalid, Words::tr("The server has no database of this name."), "3D000");
    }
    if (says("FATAL")) {
        return make(Kind::Auth, Words::tr("The server did not let you in."), "28000");
    }
    if (says("could not translate host name")) {
        return make(Kind::Offline, Words::tr("There is no server of the name %1 to be found.").arg(host));
    }
    return make(Kind::Offline, Words::tr("The server %1 cannot be reached.").arg(host));
}

} // namespace keyturn
