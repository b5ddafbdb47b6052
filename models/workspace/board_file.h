// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/lead_table.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace keyturn {

class WholeFile;

/// All leads of a book as they stand in memory, in a file beside it, "Rivera.keyturn-board": a copy that saves reading
/// a large book from end to end, and may be deleted at any time. It holds what the book holds, and like it is for its
/// owner alone to read. Who reads it has to ask the book whether it counts (BoardStamps).
///
/// A header, the sizes and sums of the pieces, and the pieces of a LeadTableImage, in the byte order of the machine.
/// What is not whole, of another kind of machine, another format or another schema is no file.
class BoardFile
{
public:
    static QString pathOf(const QString& book);
    /// For when the book that it stands beside is replaced.
    static void remove(const QString& book);

    struct Mark
    {
        qint64 stamp = 0;
        int schemaVersion = 0;
    };

    /// The leads in the file of the book `book`, if it bears this mark; else nothing.
    static std::shared_ptr<LeadTable> read(const QString& book, const Mark& mark);

    /// Writes a file for the book `book`, beside the one that is there. The table is settled. `isUnwanted` is asked now
    /// and then. Errors: Storage, Cancelled.
    static Result<std::unique_ptr<BoardFile>> write(const QString& book, const Mark& mark, LeadTable& table,
                                                    const std::function<bool()>& isUnwanted);
    ~BoardFile();
    Q_DISABLE_COPY_MOVE(BoardFile)
    /// Makes it last, and puts it into the place of the one that is there. What is not finished is not there.
    Done finish();

    /// For tests: such a file, changed afterwards, with sums that are right again.
    static void putSumsRight(QByteArray& file);

private:
    explicit BoardFile(std::unique_ptr<WholeFile> file);

    std::unique_ptr<WholeFile> m_file;
};

} // namespace keyturn
