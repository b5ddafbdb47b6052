// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/instant.h"

#include <QString>

#include <optional>
#include <vector>

namespace keyturn {

/// An import, from its beginning on: what was read and what became of its rows.
struct ImportBatch
{
    enum class Status { Running, Completed, Failed, Undone };
    struct Problem
    {
        qint64 line = 0;
        QString message;

        friend bool operator==(const Problem&, const Problem&) = default;
    };

    ImportBatchId id;
    QString sourceName;       ///< name of the file
    QString format;           ///< csv, xlsx, vcard
    QString sha256;           ///< of the file
    QString mapping;          ///< compact JSON
    QString request;          ///< compact JSON, known at this desk only: where the file was and how it was to be read
    bool isOfThisDesk = true; ///< another desk's can be looked at; going on and taking back are for where it was made
    Status status = Status::Running;
    qint64 total = 0; ///< rows taken so far
    qint64 created = 0;
    qint64 updated = 0;
    qint64 skipped = 0; ///< rows_duplicate
    qint64 failed = 0;
    std::vector<Problem> problems; ///< of failed rows, the first thousand
    Instant startedAt;
    std::optional<Instant> finishedAt;

    friend bool operator==(const ImportBatch&, const ImportBatch&) = default;
};

/// How files with certain columns are understood, kept by name for the next one of that kind.
struct SavedMapping
{
    QString name;
    QString fingerprint; ///< of the names of the columns
    QString mapping;     ///< compact JSON; empty: forget it

    friend bool operator==(const SavedMapping&, const SavedMapping&) = default;
};

} // namespace keyturn
