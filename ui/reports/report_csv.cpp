// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_print.h"

#include <QCoreApplication>
#include <QIODevice>

namespace keyturn {

namespace {

/// A cell that a spreadsheet takes as it is written: a word that begins like a formula gets an apostrophe.
QString cellOf(const QString& text, bool isNumber)
{
    static const QString dangerous = QStringLiteral("=+-@\t\r");
    QString cell = text;
    if (!isNumber && !cell.isEmpty() && dangerous.contains(cell.front())) {
        cell.prepend(u'\'');
    }
    const bool isQuoted = cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r');
    return isQuoted ? QString(u'"' % cell.replace(u'"', QStringLiteral("\"\"")) % u'"') : cell;
}

} // namespace

Done writeCsv(const ReportSheet& sheet, QIODevice& device)
{
    std::vector<qsizetype> columns;
    QStringList line;
    for (qsizetype column = 0; column < sheet.keys.size(); ++column) {
        if (column != sheet.chartColumn) {
            columns.push_back(column);
            line.append(cellOf(sheet.keys[column], false));
        }
    }
    QString text(QChar(QChar::ByteOrderMark) + line.join(u',') + QStringLiteral("\r\n"));
    const std::size_t rows = sheet.rows.size() - (sheet.hasSum ? 1 : 0);
    for (std::size_t row = 0; row < rows; ++row) {
        line.clear();
        for (const qsizetype column : columns) {
            line.append(cellOf(sheet.rows[row][std::size_t(column)].plain, sheet.toRight[std::size_t(column)]));
        }
        text += line.join(u',') + QStringLiteral("\r\n");
    }
    const QByteArray bytes = text.toUtf8();
    if (device.write(bytes) != bytes.size()) {
        return fail(Error::Kind::Storage,
                    QCoreApplication::translate("keyturn::ReportPrint", "The file could not be written."));
    }
    return {};
}

} // namespace keyturn
