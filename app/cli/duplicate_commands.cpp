// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/book_json.h"
#include "app/cli/commands.h"
#include "app/cli/text_table.h"
#include "models/domain/duplicates.h"

#include <QJsonArray>

namespace keyturn::cli {

namespace {

constexpr int usualLimit = 100;

QString reasonText(const QString& key)
{
    static const QHash<QString, const char*> words{
        {QStringLiteral("email"), QT_TRANSLATE_NOOP("keyturn::cli::Words", "same e-mail")},
        {QStringLiteral("phone"), QT_TRANSLATE_NOOP("keyturn::cli::Words", "same phone")},
        {QStringLiteral("external_id"), QT_TRANSLATE_NOOP("keyturn::cli::Words", "same id at the source")},
        {QStringLiteral("name"), QT_TRANSLATE_NOOP("keyturn::cli::Words", "similar name")},
        {QStringLiteral("name_and_city"), QT_TRANSLATE_NOOP("keyturn::cli::Words", "similar name, same city")},
        {QStringLiteral("name_and_company"), QT_TRANSLATE_NOOP("keyturn::cli::Words", "similar name, same company")},
    };
    const char* const word = words.value(key);
    return word == nullptr ? key : Words::tr(word);
}

Answer pairsAnswer(const DuplicateReport& report)
{
    QJsonArray pairs;
    TextTable table;
    table.addColumn(Words::tr("Alike"), TextTable::Align::Right);
    table.addColumn(Words::tr("Lead"));
    table.addColumn(Words::tr("Id"));
    table.addColumn(Words::tr("Likely the same"));
    table.addColumn(Words::tr("Id"));
    table.addColumn(Words::tr("Why"));
    for (const DuplicatePair& pair : report.pairs) {
        pairs.append(QJsonObject{
            {QStringLiteral("first"),
             QJsonObject{{QStringLiteral("id"), pair.first.toString()}, {QStringLiteral("name"), pair.firstName}}},
            {QStringLiteral("second"),
             QJsonObject{{QStringLiteral("id"), pair.second.toString()}, {QStringLiteral("name"), pair.secondName}}},
            {QStringLiteral("score"), pair.score},
            {QStringLiteral("reasons"), QJsonArray::fromStringList(pair.reasons)},
        });
        QStringList reasons;
        for (const QString& key : pair.reasons) {
            reasons.append(reasonText(key));
        }
        table.addRow({QString::number(pair.score) + QLatin1Char('%'), pair.firstName, pair.first.toString(),
                      pair.secondName, pair.second.toString(), reasons.join(QStringLiteral("; "))});
    }
    const QJsonObject json{{QStringLiteral("pairs"), pairs}, {QStringLiteral("total"), report.total}};
    QString text =
        report.pairs.empty() ? QString(Words::tr("No likely duplicates.") + QLatin1Char('\n')) : table.toText();
    if (report.total > static_cast<int>(report.pairs.size())) {
        text +=
            Words::tr("The likeliest %1 of %2 pairs; --limit shows more.").arg(report.pairs.size()).arg(report.total) +
            QLatin1Char('\n');
    }
    return {json, text, exitDone};
}

} // namespace

void listDuplicates(const Job& job)
{
    DuplicateQuery query;
    query.limit = job.has("limit") ? job.option("limit").toInt() : usualLimit;
    job.when(job.workspace().duplicates(query),
             [job](const DuplicateReport& report) { job.finish(pairsAnswer(report)); });
}

void mergeLeads(const Job& job)
{
    const auto keep = readId<LeadTag>(job.operand(0));
    const auto other = readId<LeadTag>(job.operand(1));
    if (!keep || !other) {
        job.fail(keep ? other.error() : keep.error());
        return;
    }
    MergeLeads command{*keep, *other, {}};
    for (const QString& field : job.option("from-other").split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        command.fromOther.append(field.trimmed());
    }
    job.when(job.workspace().submit(command), [job, id = *keep](const Committed&) {
        job.when(job.workspace().lead(id),
                 [job](const LeadDetail& lead) { job.finish(leadAnswer(lead, job.catalogue())); });
    });
}

} // namespace keyturn::cli
