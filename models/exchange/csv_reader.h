// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/csv_dialect.h"
#include "models/exchange/table_reader.h"
#include "models/exchange/text_encoding.h"

#include <QCoreApplication>

class QIODevice;

namespace keyturn {

/// Reads comma-separated values as they really come: any line end, line ends inside quotes, blanks before a quote,
/// quotes inside a cell that does not begin with one, rows of different length. Lines without anything are left out.
///
/// A quote that is never closed is an error that names the line where it was opened; so is a cell of more than
/// 16 million characters, which is the same fault in a large file.
class CsvReader final : public TableReader
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::CsvReader)

public:
    /// `device` is open, stands behind the byte order mark, outlives the reader and is not owned.
    CsvReader(QIODevice& device, TextEncoding encoding, const CsvDialect& dialect);
    /// Reads a text that is there already.
    CsvReader(const QString& text, const CsvDialect& dialect);

    Result<bool> next(TableRow& row) override;
    [[nodiscard]] double progress() const override;
    /// Bytes that mean nothing in the encoding; they were read as U+FFFD.
    [[nodiscard]] qint64 replaced() const { return m_decoder.replaced(); }

private:
    enum class State { RowStart, CellStart, Plain, Quoted, AfterQuote };

    Result<bool> fill();
    [[nodiscard]] QStringView plainRun() const;
    [[nodiscard]] QStringView quotedRun() const;
    bool takePlain(TableRow& row, QChar letter);
    void takeQuoted(TableRow& row, QChar letter);
    bool endLine(TableRow& row, QChar letter);
    Result<bool> finish(TableRow& row);

    QIODevice* m_device;
    TextDecoder m_decoder;
    const CsvDialect m_dialect;
    QString m_text;
    qsizetype m_at = 0;
    qint64 m_read = 0;
    qint64 m_line = 1;
    qint64 m_quoteLine = 0; ///< where the open quote began
    State m_state = State::RowStart;
    bool m_afterReturn = false; ///< the last letter was CR: an LF now belongs to it
    bool m_escaped = false;
};

} // namespace keyturn
