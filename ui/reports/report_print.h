// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>
#include <QStringList>

#include <vector>

class QIODevice;

namespace keyturn {

/// What stands on paper or in a file of one report: words, no models. Values; may cross threads.
struct ReportSheet
{
    struct Cell
    {
        QString text;  ///< as on the page
        QString plain; ///< as programs read it: dates by ISO, amounts without signs
    };

    QString title;
    QString note;
    QStringList heads;
    QStringList keys;          ///< of the columns, for programs
    std::vector<bool> toRight; ///< by column
    std::vector<std::vector<Cell>> rows;
    bool hasSum = false;                     ///< the last row is the sum of the others
    int chartColumn = -1;                    ///< where the marks stand; -1: none
    std::vector<std::vector<double>> shares; ///< of the marks, by series and row: 0 to 1 of the widest
};

struct ReportDocument
{
    QString title;
    QString period;
    QString organization;
    QString made; ///< when and by whom
    std::vector<ReportSheet> sheets;
};

/// Writes the document as PDF, letter or A4 by the user's locale; blocking, on any thread.
Done writePdf(const ReportDocument& document, QIODevice& device);
/// One sheet as CSV after RFC 4180, in UTF-8 with a mark, which spreadsheets want; blocking, on any thread.
Done writeCsv(const ReportSheet& sheet, QIODevice& device);

} // namespace keyturn
