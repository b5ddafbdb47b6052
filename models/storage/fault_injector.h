// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QString>

#include <optional>

namespace keyturn {

/// Asked before each call to the database, so that a test can make any of them fail. An answer is returned to the
/// caller in place of the call: the call itself does not happen, a commit that is answered so did not take effect.
/// Rolling back is never asked.
class FaultInjector
{
public:
    enum class Call { Prepare, Execute, Begin, Commit };

    virtual ~FaultInjector() = default;
    virtual std::optional<Error> before(Call call, const QString& sql) = 0;
};

/// Counts the calls, and fails the n-th (counted from 1; 0 fails none).
class FailNth final : public FaultInjector
{
public:
    FailNth(int nth, Error error)
        : m_nth(nth)
        , m_error(std::move(error))
    {}
    std::optional<Error> before(Call, const QString&) override
    {
        return ++m_calls == m_nth ? std::optional<Error>(m_error) : std::nullopt;
    }
    [[nodiscard]] int calls() const { return m_calls; }

private:
    int m_nth;
    int m_calls = 0;
    Error m_error;
};

} // namespace keyturn
