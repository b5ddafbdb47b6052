// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QObject>
#include <QString>

#include <functional>

namespace keyturn {

/// Where passwords are kept. Answers come later, on the thread that asked, and never when `context` is gone by then. A
/// machine without such a place answers Refused: then people are asked each session, and nothing is written down.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    /// Empty where nothing is kept under that name.
    virtual void read(const QString& name, QObject* context,
                      const std::function<void(const Result<QString>&)>& then) = 0;
    virtual void write(const QString& name, const QString& secret, QObject* context,
                       const std::function<void(const Done&)>& then) = 0;
    virtual void remove(const QString& name) = 0;
};

} // namespace keyturn
