// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/instant.h"

#include <atomic>

namespace keyturn {

/// Where time comes from. Nothing in the program asks the system clock directly, so that tests and screenshots can
/// stand still. Implementations are thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return Instant{QDateTime::currentMSecsSinceEpoch()}; }
};

/// A clock that moves only when told.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(Instant start)
        : m_ms(start.ms)
    {}
    [[nodiscard]] Instant now() const override { return Instant{m_ms.load()}; }
    void set(Instant now) { m_ms.store(now.ms); }
    void advance(qint64 ms) { m_ms.fetch_add(ms); }

private:
    std::atomic<qint64> m_ms;
};

} // namespace keyturn
