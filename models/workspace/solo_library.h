// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/uuid_v7.h"
#include "models/base/worker.h"
#include "models/workspace/library.h"

#include <memory>

namespace keyturn {

class FaultInjector;

/// What a solo workspace is made with. The defaults are what people run.
struct SoloOptions
{
    std::shared_ptr<const Clock> clock;       ///< null: the system's
    UuidV7::Random random;                    ///< where ids come from; empty: the system's randomness
    Worker::Mode mode = Worker::Mode::Thread; ///< Inline: everything happens before a call returns
    QString actor;                            ///< e-mail of the user who acts; empty: the book's first user
    QString appVersion;                       ///< told to whoever finds the book busy
    qint64 boardFileFrom = 5'000;             ///< leads; books of fewer get no file of all leads; negative: none does
    int quickCheckAfterMs = 2'000;            ///< a book is looked through for damage then; negative: never
    std::shared_ptr<FaultInjector> faults;    ///< tests only
};

/// Books that are one SQLite file on this machine.
class SoloLibrary final : public Library
{
public:
    explicit SoloLibrary(SoloOptions options = {});

    Opened open(const QString& path) override;
    Opened create(const NewBook& book) override;

private:
    SoloOptions m_options;
};

} // namespace keyturn
