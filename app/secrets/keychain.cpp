// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/keychain.h"

#include <qt6keychain/keychain.h>

#include <QPointer>

namespace keyturn {

namespace {

QString service()
{
    return QStringLiteral("Keyturn");
}

} // namespace

void Keychain::read(const QString& name, QObject* context, const std::function<void(const Result<QString>&)>& then)
{
    auto* job = new QKeychain::ReadPasswordJob(service());
    job->setInsecureFallback(false);
    job->setKey(name);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, then] {
        if (job->error() == QKeychain::EntryNotFound) {
            then(QString());
        } else if (job->error() != QKeychain::NoError) {
            then(fail(Error::Kind::Refused, tr("This computer has no keychain that answers."), job->errorString()));
        } else {
            then(job->textData());
        }
    });
    job->start();
}

void Keychain::write(const QString& name, const QString& secret, QObject* context,
                     const std::function<void(const Done&)>& then)
{
    auto* job = new QKeychain::WritePasswordJob(service());
    job->setInsecureFallback(false);
    job->setKey(name);
    job->setTextData(secret);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, then] {
        then(job->error() == QKeychain::NoError
                 ? Done()
                 : fail(Error::Kind::Refused, tr("This computer has no keychain that answers."), job->errorString()));
    });
    job->start();
}

void Keychain::remove(const QString& name)
{
    auto* job = new QKeychain::DeletePasswordJob(service());
    job->setInsecureFallback(false);
    job->setKey(name);
    job->start();
}

} // namespace keyturn
