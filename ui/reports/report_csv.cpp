// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_print.h"

#include "models/archive/csv_cell.h"

#include <QCoreApplication>
#include <QIODevice>

namespace keyturn {

Done writeCsv(const ReportSheet& sheet, QIODevice& device)
{
    std::vector<qsizetype> columns;
    for (qsizetype column = 0; column < sheet.keys.size(); ++column) {
        if (column != sheet.chartColumn) {
            columns.push_back(column);
        }
    }
    QByteArray bytes("\xEF\xBB\xBF"); // the byte order mark, which spreadsheets want
    // A figure is written as it is; a word that looks like a formula is kept from being one.
    const auto addLine = [&](const auto& textOf, const auto& isFigure) {
        for (const qsizetype column : columns) {
            if (column != columns.front()) {
                bytes += ',';
            }
            const QByteArray text = textOf(column).toUtf8();
            csv_cell::append(bytes, isFigure(column) ? text : csv_cell::defused(text));
        }
        bytes += "\r\n";
    };
    addLine([&](qsizetype column) { return sheet.keys[column]; }, [](qsizetype) { return false; });
    const std::size_t rows = sheet.rows.size() - (sheet.hasSum ? 1 : 0);
    for (std::size_t row = 0; row < rows; ++row) {
        addLine([&](qsizetype column) { return sheet.rows[row][std::size_t(column)].plain; },
                [&](qsizetype column) { return bool(sheet.toRight[std::size_t(column)]); });
    }
    if (device.write(bytes) != bytes.size()) {
        return fail(Error::Kind::Storage,
                    QCoreApplication::translate("keyturn::ReportPrint", "The file could not be written."));
    }
    return {};
}

} // namespace keyturn
