// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/instant.h"

#include <QUuid>

#include <functional>

namespace keyturn {

/// Makes UUIDv7 values (RFC 9562 section 5.7, method 1 of 6.2: a 12-bit counter behind the millisecond), so that ids of
/// one source sort in the order of their making, even when the clock stands still or goes back. Not thread-safe: each
/// thread that makes ids has its own.
class UuidV7
{
public:
    /// Draws 64 random bits. Tests and sample data pass a seeded source.
    using Random = std::function<quint64()>;

    UuidV7();
    explicit UuidV7(Random random);

    QUuid next(Instant now);

private:
    Random m_random;
    qint64 m_lastMs = -1;
    quint16 m_counter = 0;
};

} // namespace keyturn
