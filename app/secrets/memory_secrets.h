// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/secret_store.h"

#include <QHash>
#include <QMetaObject>

namespace keyturn {

/// Keeps secrets until the program ends: for tests, and for people who do not want to be remembered.
class MemorySecrets final : public SecretStore
{
public:
    void read(const QString& name, QObject* context, const std::function<void(const Result<QString>&)>& then) override
    {
        QMetaObject::invokeMethod(
            context, [then, secret = m_secrets.value(name)] { then(secret); }, Qt::QueuedConnection);
    }
    void write(const QString& name, const QString& secret, QObject* context,
               const std::function<void(const Done&)>& then) override
    {
        m_secrets.insert(name, secret);
        QMetaObject::invokeMethod(
            context, [then] { then({}); }, Qt::QueuedConnection);
    }
    void remove(const QString& name) override { m_secrets.remove(name); }

private:
    QHash<QString, QString> m_secrets;
};

} // namespace keyturn
