// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/uuid_v7.h"
#include "models/workspace/library.h"

#include <memory>

namespace keyturn {

/// What a workspace on a server is made with. The defaults are what people run.
struct DirectOptions
{
    std::shared_ptr<const Clock> clock; ///< null: the system's
    UuidV7::Random random;              ///< where ids come from; empty: the system's randomness
    QString dataFolder;                 ///< where the desk files are; empty: the user's data folder
    int lookEveryMs = 1'000;            ///< how often it asks what others have done; 0: never by itself
    bool listens = true;                ///< where it looks by itself, a hint of the server makes it look at once
    int idleMs = 90'000;                ///< the reading connection is let go when nobody asked for so long; 0: never
    int firstRetryMs = 500;
    int slowestRetryMs = 30'000;
    int silenceMs = 3'000; ///< without an answer for so long it counts as lost
    int connectS = 5;
    int queryMs = 30'000;
    int commandMs = 12'000; ///< longer than the server itself waits for a lock
    int lookMs = 4'000;
};

} // namespace keyturn
