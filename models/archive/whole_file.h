// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArrayView>
#include <QFile>
#include <QString>

#include <memory>

namespace keyturn {

/// A file that appears under its name whole or not at all, readable by its owner alone. Until then it is written beside
/// its place under another name; what is not finished leaves nothing behind, what a killed program left is cleared away
/// by the next one an hour later.
class WholeFile
{
public:
    /// Errors: Storage with a sentence.
    static Result<std::unique_ptr<WholeFile>> begin(const QString& path);
    ~WholeFile();
    Q_DISABLE_COPY_MOVE(WholeFile)

    /// Open for writing; what is written through it counts for finish() too.
    [[nodiscard]] QFile& device() { return m_file; }
    Done write(QByteArrayView bytes);
    /// Gives the file its name, in the place of one that has it already, for good even through a power cut. Answers its
    /// size in bytes.
    Result<qint64> finish();

private:
    WholeFile(const QString& path, const QString& draft);
    [[nodiscard]] tl::unexpected<Error> trouble() const;

    QString m_path;
    QFile m_file;
    bool m_isFinished = false;
};

/// Makes what was written to the file, and its name, last through a power cut. False: the disk says no.
bool syncFile(const QString& path);
/// Gives `from` the name `to`, in the place of what has it. One step: there is always one of them.
bool replaceFile(const QString& from, const QString& to);

} // namespace keyturn
