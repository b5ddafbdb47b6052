// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/exchange/csv_dialect.h"
#include "models/exchange/table_reader.h"
#include "models/exchange/table_shape.h"
#include "models/exchange/text_encoding.h"

#include <QCoreApplication>

#include <memory>
#include <optional>
#include <vector>

namespace keyturn {

/// What the user knows better than the guess.
struct TableWishes
{
    std::optional<TextEncoding> encoding;
    std::optional<QChar> delimiter;
    std::optional<QChar> quote;
    std::optional<int> skippedRows;
    std::optional<bool> hasHeader;
    QString sheet; ///< of a workbook; empty: the first
};

/// How a file is to be read, and its beginning read that way.
struct TableLook
{
    enum class Format { Csv, Xlsx, Vcard };

    Format format = Format::Csv;
    TextEncoding encoding = TextEncoding::Utf8;
    int markBytes = 0;
    CsvDialect dialect;
    QString sheet;
    QStringList sheets; ///< of a workbook
    TableShape shape;
    std::vector<QStringList> firstRows; ///< below the header, at most 50
    bool isOurs = false; ///< a list that this program wrote: what was done to its cells against formulas is undone
};

/// Files with tables. To be used on a worker: every call reads a file.
namespace table_file {

/// Looks at the beginning of the file. Refuses (Invalid) what holds no table, with a sentence that says what it is.
Result<TableLook> look(const QString& path, const TableWishes& wishes = {});

/// Reads the rows below the header.
Result<std::unique_ptr<TableReader>> open(const QString& path, const TableLook& look);

} // namespace table_file

} // namespace keyturn
