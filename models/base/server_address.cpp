// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/server_address.h"

#include <QUrl>
#include <QUrlQuery>

namespace keyturn {

namespace {

const QString scheme = QStringLiteral("postgresql");

bool isSocket(const QString& host)
{
    return host.startsWith(u'/');
}

/// 127.0.0.0/8 and ::1, in the spellings that people use. A name that merely resolves to one is none.
bool isLoopback(const QString& host)
{
    const QString name = host.toLower();
    if (name == QLatin1String("localhost") || name == QLatin1String("::1")) {
        return true;
    }
    const QStringList parts = name.split(u'.');
    return parts.size() == 4 && parts.first() == QLatin1String("127") &&
           std::all_of(parts.begin(), parts.end(), [](const QString& part) {
               bool isNumber = false;
               return part.toInt(&isNumber) < 256 && isNumber;
           });
}

} // namespace

bool ServerAddress::isAddress(const QString& text)
{
    return text.startsWith(QLatin1String("postgresql:"), Qt::CaseInsensitive) ||
           text.startsWith(QLatin1String("postgres:"), Qt::CaseInsensitive);
}

Result<ServerAddress> ServerAddress::parse(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (!isAddress(trimmed) || !trimmed.contains(QLatin1String("://"))) {
        return fail(
            Error::Kind::Invalid,
            tr("The address of a server begins with postgresql://, like postgresql://you@db.example.com/team."));
    }
    const QUrl url(trimmed, QUrl::StrictMode);
    if (!url.isValid()) {
        return fail(Error::Kind::Invalid, tr("The address of the server cannot be read."), url.errorString());
    }
    if (!url.password().isEmpty()) {
        return fail(Error::Kind::Invalid, tr("Leave the password out of the address: others could read it there. It "
                                             "comes from the keychain, PGPASSWORD or ~/.pgpass, or you are asked."));
    }
    ServerAddress address;
    address.host = url.host(QUrl::FullyDecoded);
    address.port = url.port(defaultPort);
    address.user = url.userName(QUrl::FullyDecoded);
    address.database = url.path(QUrl::FullyDecoded).mid(1);
    const auto parameters = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto& [name, value] : parameters) {
        KEYTURN_TRY(address.takeParameter(name, value));
    }
    if (address.host.isEmpty()) {
        return fail(Error::Kind::Invalid, tr("The address names no server. It reads like "
                                             "postgresql://you@db.example.com/team."));
    }
    if (address.database.isEmpty()) {
        return fail(Error::Kind::Invalid, tr("The address names no database. It reads like "
                                             "postgresql://you@db.example.com/team."));
    }
    if (address.user.isEmpty()) {
        return fail(Error::Kind::Invalid, tr("The address names no login. It reads like "
                                             "postgresql://you@db.example.com/team."));
    }
    if (address.port < 1 || address.port > 65535) {
        return fail(Error::Kind::Invalid, tr("The port of the server must be between 1 and 65535."));
    }
    return address;
}

Done ServerAddress::takeParameter(const QString& name, const QString& value)
{
    if (name == QLatin1String("host")) {
        host = value;
    } else if (name == QLatin1String("sslrootcert")) {
        caFile = value;
    } else if (name == QLatin1String("sslmode")) {
        const bool checks = value == QLatin1String("verify-full");
        alwaysVerify = alwaysVerify || checks;
        if (!checks && !isLocal()) {
            return fail(Error::Kind::Invalid,
                        tr("Keyturn always checks the certificate of a server on the network; the "
                           "address cannot ask for less."),
                        value);
        }
    } else if (name == QLatin1String("password") || name == QLatin1String("sslpassword")) {
        return fail(Error::Kind::Invalid, tr("Leave the password out of the address: others could read it there. It "
                                             "comes from the keychain, PGPASSWORD or ~/.pgpass, or you are asked."));
    } else {
        return fail(Error::Kind::Invalid, tr("The address asks for “%1”, which Keyturn does not know.").arg(name));
    }
    return {};
}

bool ServerAddress::isLocal() const
{
    return isSocket(host) || isLoopback(host);
}

QString ServerAddress::toString() const
{
    QUrl url;
    url.setScheme(scheme);
    url.setUserName(user, QUrl::DecodedMode);
    url.setPath(QString(u'/' + database), QUrl::DecodedMode);
    QUrlQuery query;
    if (isSocket(host)) {
        // An address with a login needs a host; the parameter says the real one.
        url.setHost(QStringLiteral("localhost"));
        query.addQueryItem(QStringLiteral("host"), QString::fromLatin1(QUrl::toPercentEncoding(host, "/")));
    } else {
        url.setHost(host);
    }
    if (port != defaultPort) {
        url.setPort(port);
    }
    if (alwaysVerify) {
        query.addQueryItem(QStringLiteral("sslmode"), QStringLiteral("verify-full"));
    }
    if (!caFile.isEmpty()) {
        query.addQueryItem(QStringLiteral("sslrootcert"), QString::fromLatin1(QUrl::toPercentEncoding(caFile, "/")));
    }
    if (!query.isEmpty()) {
        url.setQuery(query);
    }
    return url.toString(QUrl::FullyEncoded);
}

QString ServerAddress::displayName() const
{
    const QString place = port == defaultPort || isSocket(host) ? host : QStringLiteral("%1:%2").arg(host).arg(port);
    return QString(place + u'/' + database);
}

} // namespace keyturn
