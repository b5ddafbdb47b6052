// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/csv_cell.h"

#include <array>

namespace keyturn::csv_cell {

namespace {

// Spreadsheets for East Asia take the full-width signs for the narrow ones.
constexpr std::array<QByteArrayView, 4> wideSigns{"\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0"};
constexpr QByteArrayView noBreakSpace("\xc2\xa0");

// A spreadsheet may drop blanks before it looks for a formula.
qsizetype behindBlanks(QByteArrayView text, qsizetype at)
{
    while (at < text.size()) {
        if (text[at] == ' ') {
            ++at;
        } else if (text.sliced(at).startsWith(noBreakSpace)) {
            at += noBreakSpace.size();
        } else {
            break;
        }
    }
    return at;
}

bool isLineStart(QByteArrayView text, qsizetype at)
{
    return at == 0 || text[at - 1] == '\n' || (text[at - 1] == '\r' && text[at] != '\n');
}

bool needsMark(QByteArrayView text, qsizetype at)
{
    if (text[at] == '\'') {
        return true;
    }
    const qsizetype first = behindBlanks(text, at);
    if (first == text.size()) {
        return false;
    }
    const char letter = text[first];
    if (letter == '=' || letter == '+' || letter == '-' || letter == '@' || letter == '\t') {
        return true;
    }
    if (letter == '\r' || letter == '\n') {
        return at == 0; // empty lines inside a text are harmless
    }
    for (const QByteArrayView sign : wideSigns) {
        if (text.sliced(first).startsWith(sign)) {
            return true;
        }
    }
    return false;
}

} // namespace

QByteArray defused(QByteArrayView text)
{
    QByteArray safe;
    qsizetype copied = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (isLineStart(text, at) && needsMark(text, at)) {
            safe.append(text.sliced(copied, at - copied)).append('\'');
            copied = at;
        }
    }
    return safe.append(text.sliced(copied));
}

QByteArray restored(QByteArrayView text)
{
    QByteArray plain;
    plain.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == '\'' && isLineStart(text, at)) {
            // What follows the mark is the line's first letter, which was no mark of ours.
            if (++at == text.size()) {
                break;
            }
        }
        plain.append(text[at]);
    }
    return plain;
}

void append(QByteArray& line, QByteArrayView cell, bool marksEmpty)
{
    if (cell.isEmpty()) {
        line += marksEmpty ? "\"\"" : "";
        return;
    }
    bool plain = cell.front() != ' ' && cell.back() != ' ' && cell.front() != '\t' && cell.back() != '\t';
    for (const char letter : cell) {
        plain = plain && letter != '"' && letter != ',' && letter != ';' && letter != '\n' && letter != '\r';
    }
    if (plain) {
        line += cell;
        return;
    }
    line += '"';
    for (const char letter : cell) {
        if (letter == '"') {
            line += '"';
        }
        line += letter;
    }
    line += '"';
}

} // namespace keyturn::csv_cell
