// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QCoreApplication>
#include <QLockFile>
#include <QString>

#include <memory>

namespace keyturn {

/// One program per book: a lock file beside it, which a crash leaves behind and the next start clears away. Held until
/// destroyed. Not bound to a thread.
class BookLock
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::BookLock)

public:
    /// Errors: Busy with the holder's process id in the message (and in `detail` as digits), Storage.
    static Result<std::unique_ptr<BookLock>> take(const QString& bookPath);

private:
    explicit BookLock(const QString& lockPath);

    QLockFile m_file;
};

} // namespace keyturn
