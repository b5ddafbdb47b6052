// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/secret_store.h"

#include <QCoreApplication>

namespace keyturn {

/// The keychain of the operating system: Secret Service, Keychain, Credential Manager. Never its insecure fallback.
class Keychain final : public SecretStore
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Keychain)

public:
    void read(const QString& name, QObject* context, const std::function<void(const Result<QString>&)>& then) override;
    void write(const QString& name, const QString& secret, QObject* context,
               const std::function<void(const Done&)>& then) override;
    void remove(const QString& name) override;
};

} // namespace keyturn
