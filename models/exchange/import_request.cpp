// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/import_request.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace keyturn {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::LeadImporter)
};

struct DuplicatesWord
{
    Duplicates duplicates;
    const char* word;
};

constexpr std::array duplicatesWords{
    DuplicatesWord{Duplicates::Skip, "skip"},
    DuplicatesWord{Duplicates::FillEmpty, "fill"},
    DuplicatesWord{Duplicates::Update, "update"},
    DuplicatesWord{Duplicates::Create, "create"},
};

} // namespace

QString duplicatesKey(Duplicates duplicates)
{
    for (const DuplicatesWord& known : duplicatesWords) {
        if (known.duplicates == duplicates) {
            return QString::fromLatin1(known.word);
        }
    }
    return {};
}

Duplicates duplicatesFromKey(const QString& key)
{
    for (const DuplicatesWord& known : duplicatesWords) {
        if (key == QLatin1String(known.word)) {
            return known.duplicates;
        }
    }
    return Duplicates::Skip;
}

QString requestOf(const ImportJob& job)
{
    QJsonObject json{{QStringLiteral("path"), job.path},
                     {QStringLiteral("duplicates"), duplicatesKey(job.duplicates)},
                     {QStringLiteral("sheet"), job.wishes.sheet}};
    const TableWishes& wishes = job.wishes;
    if (wishes.encoding) {
        json.insert(QStringLiteral("encoding"), encodingName(*wishes.encoding));
    }
    if (wishes.delimiter) {
        json.insert(QStringLiteral("delimiter"), QString(*wishes.delimiter));
    }
    if (wishes.quote) {
        json.insert(QStringLiteral("quote"), QString(*wishes.quote));
    }
    if (wishes.skippedRows) {
        json.insert(QStringLiteral("skipped_rows"), *wishes.skippedRows);
    }
    if (wishes.hasHeader) {
        json.insert(QStringLiteral("has_header"), *wishes.hasHeader);
    }
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<ImportJob> jobOf(const ImportBatch& batch)
{
    const QJsonObject json = QJsonDocument::fromJson(batch.request.toUtf8()).object();
    ImportJob job;
    job.path = json.value(QStringLiteral("path")).toString();
    if (job.path.isEmpty()) {
        return fail(Error::Kind::Invalid,
                    Texts::tr("Where %1 was is not known any more. Choose the file to import it again: rows that "
                              "are in already are found again.")
                        .arg(batch.sourceName));
    }
    KEYTURN_LET(job.mapping, LeadMapping::fromJson(QJsonDocument::fromJson(batch.mapping.toUtf8()).object()));
    job.duplicates = duplicatesFromKey(json.value(QStringLiteral("duplicates")).toString());
    job.wishes.sheet = json.value(QStringLiteral("sheet")).toString();
    job.wishes.encoding = encodingFromName(json.value(QStringLiteral("encoding")).toString());
    const auto letter = [&json](const char* key) -> std::optional<QChar> {
        const QString text = json.value(QLatin1String(key)).toString();
        return text.size() == 1 ? std::optional(text.front()) : std::nullopt;
    };
    job.wishes.delimiter = letter("delimiter");
    job.wishes.quote = letter("quote");
    if (const QJsonValue rows = json.value(QStringLiteral("skipped_rows")); rows.isDouble()) {
        job.wishes.skippedRows = rows.toInt();
    }
    if (const QJsonValue header = json.value(QStringLiteral("has_header")); header.isBool()) {
        job.wishes.hasHeader = header.toBool();
    }
    return job;
}

} // namespace keyturn
