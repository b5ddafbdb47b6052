// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/workspace/workspace.h"

#include <QFuture>
#include <QString>

#include <memory>

namespace keyturn {

/// What the first page of a new book asks for.
struct NewBook
{
    QString path;         ///< must not exist yet; its folder is made if need be
    QString organization; ///< trading name
    QString firstName;
    QString lastName;
    QString email;
    QString timezone; ///< IANA name; empty: the system's
    /// Filled with fictitious leads of a fictitious company; the names above are not looked at.
    bool isSample = false;
    int sampleLeads = 60;
    quint64 sampleSeed = 1;
};

/// Opens and makes books. The workspace in the answer lives on the thread that called and must die there; when it does,
/// it finishes what was submitted, closes its connections and joins its threads.
/// Errors: Busy (another program holds the book; its process id is in the message), Corrupt, TooNew, Storage, Invalid.
class Library
{
public:
    using Opened = QFuture<Result<std::shared_ptr<Workspace>>>;

    virtual ~Library() = default;
    virtual Opened open(const QString& path) = 0;
    virtual Opened create(const NewBook& book) = 0;
};

} // namespace keyturn
