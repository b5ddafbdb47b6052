// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/board_file.h"
#include "models/workspace/book_reader.h"
#include "models/workspace/lead_snapshot.h"

#include <functional>
#include <memory>
#include <optional>

namespace keyturn {

/// Reads all leads of a solo book, on a thread of its own: reading a large book from end to end takes long. So a book
/// of many leads gets a file beside it with what was read, and the next time only what has changed since is read from
/// the book. The file is a convenience: where it is missing, cannot be written or is in doubt, the book is read as if
/// there were none, and nobody hears of it.
class BoardReader
{
public:
    /// Books of fewer leads get no file; negative: none does. `closing` as in BookReader.
    BoardReader(qint64 fewest, const std::atomic_bool& closing);
    ~BoardReader();
    Q_DISABLE_COPY_MOVE(BoardReader)

    void setSource(const QString& path, int schemaVersion);

    using Asked = std::function<bool()>;
    /// Errors: Cancelled soon after `isClosing` turns true, and what the book says.
    Result<LeadSnapshot> read(const Asked& isClosing);
    /// To be called after each read(), when its answer was given: makes the file last, or writes a newer one. Ends soon
    /// when `isClosing` turns true.
    void keep(const Asked& isClosing);
    void close();

private:
    Result<std::optional<LeadSnapshot>> fromFile(Connection& book);
    static Result<LeadSnapshot> fromBook(Connection& book);
    static Done catchUp(Connection& book, LeadTable& table, const std::vector<LeadId>& changed);
    void writeAnew(const Asked& isClosing);
    void beginFile();
    void writeFile(LeadTable& table, const Asked& isClosing);
    void finishFile();
    void abandonFile();
    Result<std::unique_ptr<Connection>> openToWrite() const;

    const qint64 m_fewest;
    QString m_path;
    int m_schemaVersion = 0;
    BookReader m_reader;
    std::optional<qint64> m_stamp;     ///< of the file to come
    std::unique_ptr<BoardFile> m_file; ///< written, but not in its place
    bool m_isOld = false;              ///< much had to be read besides the file
};

} // namespace keyturn
