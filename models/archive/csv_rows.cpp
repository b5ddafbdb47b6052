// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/csv_rows.h"

namespace keyturn {

bool CsvRows::next(Cells& cells)
{
    constexpr qsizetype forgetAt = 1024 * 1024;
    if (m_at > forgetAt) {
        m_text.remove(0, m_at);
        m_at = 0;
    }
    cells.clear();
    qsizetype at = m_at;
    while (at < m_text.size()) {
        QByteArray cell;
        bool isQuoted = false;
        if (m_text[at] == '"') {
            isQuoted = true;
            for (++at;;) {
                const qsizetype quote = m_text.indexOf('"', at);
                if (quote < 0 || quote + 1 == m_text.size()) {
                    return false; // a quote at the very end may be the first of two
                }
                cell.append(QByteArrayView(m_text).sliced(at, quote - at));
                at = quote + 1;
                if (m_text[at] != '"') {
                    break;
                }
                cell += '"';
                ++at;
            }
        } else {
            const qsizetype from = at;
            while (at < m_text.size() && m_text[at] != ',' && m_text[at] != '\r') {
                ++at;
            }
            cell = m_text.sliced(from, at - from);
        }
        if (at >= m_text.size()) {
            return false;
        }
        cells.push_back(isQuoted || !cell.isEmpty() ? std::optional(cell) : std::nullopt);
        if (m_text[at] == ',') {
            ++at;
            if (at == m_text.size()) {
                return false;
            }
            continue;
        }
        if (at + 1 >= m_text.size()) {
            return false;
        }
        if (m_text[at] != '\r' || m_text[at + 1] != '\n') {
            return false; // never whole: the file is not ours
        }
        m_at = at + 2;
        return true;
    }
    return false;
}

} // namespace keyturn
