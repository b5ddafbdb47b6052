// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/text_table.h"
#include "models/domain/export_order.h"

#include <QJsonObject>

namespace keyturn::cli {

void exportFile(const Job& job)
{
    ExportOrder order;
    order.file = job.invocation().absolutePath(job.option("to"));
    const QString what = job.operand(0);
    if (what == QLatin1String("book")) {
        order.what = ExportOrder::What::Book;
        order.format = ExportOrder::Format::Zip;
    } else if (what == QLatin1String("activities")) {
        order.what = ExportOrder::What::Activities;
    } else if (order.file.endsWith(QLatin1String(".vcf"), Qt::CaseInsensitive)) {
        order.format = ExportOrder::Format::VCard;
    }
    job.when(job.workspace().exportTo(order), [job](const ExportOutcome& done) {
        QString text =
            oneLine(Words::tr("%1 rows in %2").arg(QString::number(done.rows), done.file)) + QLatin1Char('\n');
        if (done.leftOutRows > 0) {
            text +=
                Words::tr("Private notes of other people were left out: %1.").arg(done.leftOutRows) + QLatin1Char('\n');
        }
        job.finish({QJsonObject{{QStringLiteral("file"), done.file},
                                {QStringLiteral("rows"), done.rows},
                                {QStringLiteral("bytes"), done.bytes},
                                {QStringLiteral("left_out"), done.leftOutRows}},
                    text, exitDone});
    });
}

} // namespace keyturn::cli
