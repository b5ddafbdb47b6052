// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/checks.h"

#include "app/cli/text_table.h"
#include "app/cli/words.h"

#include <QJsonArray>
#include <QJsonObject>

namespace keyturn::cli {

Answer toAnswer(const std::vector<Check>& checks)
{
    bool allOk = true;
    QJsonArray list;
    TextTable table;
    table.addColumn(Words::tr("Check"));
    table.addColumn(Words::tr("Result"));
    table.addColumn(Words::tr("Detail"));
    for (const Check& check : checks) {
        allOk = allOk && check.ok;
        list.append(QJsonObject{{QStringLiteral("name"), check.name},
                                {QStringLiteral("ok"), check.ok},
                                {QStringLiteral("detail"), check.detail}});
        table.addRow({check.name, check.ok ? Words::tr("ok") : Words::tr("FAILED"), check.detail});
    }
    return {QJsonObject{{QStringLiteral("ok"), allOk}, {QStringLiteral("checks"), list}}, table.toText(),
            allOk ? exitDone : exitFailed};
}

} // namespace keyturn::cli
