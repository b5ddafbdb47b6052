// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace keyturn {

/// Takes lists of ours apart again, byte by byte and strictly: unlike a list from elsewhere, a table of an archive is
/// right or broken. A cell with nothing, not even quotes, has no value.
class CsvRows
{
public:
    using Cells = std::vector<std::optional<QByteArray>>;

    /// More of the file.
    void feed(QByteArrayView bytes) { m_text.append(bytes); }
    /// The next whole row; nothing when more of the file is needed.
    bool next(Cells& cells);
    /// Nothing is left over at the end of the file.
    [[nodiscard]] bool isClean() const { return m_at == m_text.size(); }

private:
    QByteArray m_text;
    qsizetype m_at = 0;
};

} // namespace keyturn
