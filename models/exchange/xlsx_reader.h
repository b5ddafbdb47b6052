// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/table_reader.h"

#include <QByteArrayView>
#include <QCoreApplication>
#include <QStringList>

#include <memory>

namespace keyturn {

/// Reads a sheet of an Excel workbook (ECMA-376, Office Open XML). Cells come as a person would type them: dates as
/// YYYY-MM-DD, moments as YYYY-MM-DDTHH:MM:SS, numbers without grouping and without an exponent up to fifteen digits,
/// formulas as their last result. Rows without anything are left out.
///
/// What a file claims is not believed: texts beyond 256 MB, more columns than Excel has and broken references end the
/// reading with Corrupt.
class XlsxReader final : public TableReader
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::XlsxReader)

public:
    static bool isWorkbook(QByteArrayView firstBytes, const QString& path);
    static Result<QStringList> sheets(const QString& path);
    /// `sheet` empty: the first one.
    static Result<std::unique_ptr<XlsxReader>> open(const QString& path, const QString& sheet);
    ~XlsxReader() override;

    Result<bool> next(TableRow& row) override;
    [[nodiscard]] double progress() const override;

private:
    class Workbook;
    class Sheet;

    XlsxReader(std::unique_ptr<Workbook> workbook, std::unique_ptr<Sheet> sheet);

    std::unique_ptr<Workbook> m_workbook;
    std::unique_ptr<Sheet> m_sheet;
};

} // namespace keyturn
