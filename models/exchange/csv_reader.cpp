// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/csv_reader.h"

#include <QIODevice>

namespace keyturn {

namespace {

constexpr qint64 pieceBytes = 256 * 1024;
constexpr qsizetype longestCell = 16 * 1024 * 1024;

bool isLineEnd(QChar letter)
{
    return letter == u'\n' || letter == u'\r';
}

} // namespace

CsvReader::CsvReader(QIODevice& device, TextEncoding encoding, const CsvDialect& dialect)
    : m_device(&device)
    , m_decoder(encoding)
    , m_dialect(dialect)
{}

CsvReader::CsvReader(const QString& text, const CsvDialect& dialect)
    : m_device(nullptr)
    , m_decoder(TextEncoding::Utf8)
    , m_dialect(dialect)
    , m_text(text)
{}

double CsvReader::progress() const
{
    if (m_device == nullptr) {
        return m_text.isEmpty() ? 1.0 : double(m_at) / double(m_text.size());
    }
    const qint64 size = m_device->size();
    return size <= 0 ? 1.0 : std::min(1.0, double(m_device->pos()) / double(size));
}

Result<bool> CsvReader::fill()
{
    m_at = 0;
    if (m_device == nullptr) {
        m_text.clear();
        return false;
    }
    if (!m_decoder.isValid()) {
        return fail(Error::Kind::Invalid, tr("This machine cannot read that encoding. Save the file as UTF-8."));
    }
    // A piece may decode to nothing when it ends within a character.
    do {
        const QByteArray piece = m_device->read(pieceBytes);
        if (piece.isEmpty()) {
            m_text.clear();
            if (!m_device->atEnd()) {
                return fail(Error::Kind::Storage, tr("The file could not be read to its end."),
                            m_device->errorString());
            }
            return false;
        }
        m_text = m_decoder.decode(piece);
    } while (m_text.isEmpty());
    return true;
}

// The letters from here on that mean nothing but themselves.
QStringView CsvReader::plainRun() const
{
    qsizetype end = m_at;
    while (end < m_text.size()) {
        const QChar letter = m_text.at(end);
        if (letter == m_dialect.delimiter || isLineEnd(letter) || (m_dialect.escape && letter == *m_dialect.escape)) {
            break;
        }
        ++end;
    }
    return QStringView(m_text).mid(m_at, end - m_at);
}

QStringView CsvReader::quotedRun() const
{
    qsizetype end = m_at;
    while (end < m_text.size()) {
        const QChar letter = m_text.at(end);
        if (letter == m_dialect.quote || isLineEnd(letter) || (m_dialect.escape && letter == *m_dialect.escape)) {
            break;
        }
        ++end;
    }
    return QStringView(m_text).mid(m_at, end - m_at);
}

// CR, LF and CR LF each end one line; true if the row ends with it.
bool CsvReader::endLine(TableRow& row, QChar letter)
{
    m_afterReturn = letter == u'\r';
    ++m_line;
    if (m_state == State::RowStart) {
        row.begin(m_line);
        return false;
    }
    row.endCell();
    m_state = State::RowStart;
    return true;
}

// One letter outside quotes that may mean something. True if the row ends with it.
bool CsvReader::takePlain(TableRow& row, QChar letter)
{
    if (m_escaped) {
        m_escaped = false;
        row.append(letter);
        m_state = State::Plain;
    } else if (m_dialect.escape && letter == *m_dialect.escape) {
        m_escaped = true;
        m_state = State::Plain;
    } else if (isLineEnd(letter)) {
        return endLine(row, letter);
    } else if (letter == m_dialect.delimiter) {
        row.endCell();
        m_state = State::CellStart;
    } else if (letter == m_dialect.quote && m_state == State::AfterQuote) {
        row.append(letter); // a doubled quote
        m_state = State::Quoted;
    } else if (letter == m_dialect.quote && m_state != State::Plain && row.open().trimmed().isEmpty()) {
        row.dropOpen(); // blanks before a quote are padding
        m_quoteLine = m_line;
        m_state = State::Quoted;
    } else {
        row.append(letter);
        const bool leadingBlank = letter == u' ' && (m_state == State::CellStart || m_state == State::RowStart);
        m_state = leadingBlank ? State::CellStart : State::Plain;
    }
    return false;
}

void CsvReader::takeQuoted(TableRow& row, QChar letter)
{
    m_afterReturn = false;
    if (m_escaped) {
        m_escaped = false;
        row.append(letter);
    } else if (letter == m_dialect.quote) {
        m_state = State::AfterQuote;
    } else if (m_dialect.escape && letter == *m_dialect.escape) {
        m_escaped = true;
    } else {
        if (isLineEnd(letter)) {
            m_afterReturn = letter == u'\r';
            ++m_line;
        }
        row.append(letter);
    }
}

Result<bool> CsvReader::finish(TableRow& row)
{
    if (m_state == State::Quoted) {
        return fail(Error::Kind::Invalid,
                    tr("The quotation mark in line %1 is never closed. Mend that line, or choose another quotation "
                       "mark.")
                        .arg(m_quoteLine));
    }
    if (m_escaped) {
        row.append(*m_dialect.escape);
        m_escaped = false;
    }
    if (m_state == State::RowStart) {
        return false;
    }
    row.endCell();
    m_state = State::RowStart;
    return true;
}

Result<bool> CsvReader::next(TableRow& row)
{
    row.begin(m_line);
    while (true) {
        if (m_at >= m_text.size()) {
            KEYTURN_LET(const bool more, fill());
            if (!more) {
                return finish(row);
            }
        }
        const QChar letter = m_text.at(m_at);
        if (m_afterReturn && letter == u'\n') {
            // The second half of a line end; inside quotes it is kept as written.
            m_afterReturn = false;
            ++m_at;
            if (m_state == State::Quoted) {
                row.append(letter);
            }
            continue;
        }
        m_afterReturn = false;
        if (m_state == State::Plain && !m_escaped) {
            if (const QStringView run = plainRun(); !run.isEmpty()) {
                row.append(run);
                m_at += run.size();
                continue;
            }
        } else if (m_state == State::Quoted && !m_escaped) {
            if (const QStringView run = quotedRun(); !run.isEmpty()) {
                row.append(run);
                m_at += run.size();
                if (row.open().size() > longestCell) {
                    return fail(Error::Kind::Invalid,
                                tr("The quotation mark in line %1 holds more than a cell can be. Is it one too many?")
                                    .arg(m_quoteLine));
                }
                continue;
            }
        }
        ++m_at;
        if (m_state == State::Quoted) {
            takeQuoted(row, letter);
        } else if (takePlain(row, letter)) {
            return true;
        }
    }
}

} // namespace keyturn
