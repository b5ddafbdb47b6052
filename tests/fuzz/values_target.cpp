// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/lead_fields.h"
#include "models/domain/phone.h"
#include "models/exchange/import_request.h"
#include "models/exchange/imported_lead.h"
#include "models/exchange/lead_mapping.h"
#include "tests/fuzz/promise.h"
#include "tests/fuzz/targets.h"

#include <QJsonDocument>

namespace keyturn::fuzz {

namespace {

void runMapping(const QByteArray& bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    if (const auto mapping = LeadMapping::fromJson(json)) {
        const auto again = LeadMapping::fromJson(mapping->toJson());
        KEYTURN_PROMISE(again && *again == *mapping);
    }
    ImportBatch batch;
    batch.request = QString::fromUtf8(bytes);
    batch.mapping = QStringLiteral("{}");
    if (const auto job = jobOf(batch)) {
        KEYTURN_PROMISE(!job->path.isEmpty());
        batch.request = requestOf(*job);
        const auto again = jobOf(batch);
        KEYTURN_PROMISE(again && requestOf(*again) == batch.request);
    }
}

// What was understood of a text is understood the same way when it is shown for editing and typed again.
void runCell(const QString& text)
{
    static const std::vector<LeadField> fields = leadFields();
    for (const LeadField& field : fields) {
        const auto value = parseField(field, text);
        if (!value || !value->isValid() || !checkField(field, *value)) {
            continue;
        }
        const QString shown = editText(field, *value);
        const auto again = parseField(field, shown);
        KEYTURN_PROMISE(again);
        KEYTURN_PROMISE(*again == *value);
        KEYTURN_PROMISE(!formatField(field, *value).isNull() || shown.isEmpty());
    }
    if (const auto phone = normalizePhone(text)) {
        const auto again = normalizePhone(*phone);
        KEYTURN_PROMISE(again && *again == *phone);
    }
}

} // namespace

void runValues(QByteArrayView bytes)
{
    if (bytes.isEmpty()) {
        return;
    }
    const QByteArray rest = bytes.sliced(1).toByteArray();
    if (bytes.front() % 2 == 0) {
        runMapping(rest);
    } else {
        runCell(QString::fromUtf8(rest));
    }
}

std::vector<QByteArray> valuesCorpus()
{
    std::vector<QByteArray> all{
        QByteArray("\x02") + R"({"columns":["name","email","keep","leave","tags","custom.pets"],"preset":"zoho",)"
                             R"("stages":{"Open":"new"},"owners":{"Pat":"pat@example.com"},"dates":"day_first"})",
        QByteArray("\x02") + R"({"path":"/tmp/x.csv","duplicates":"fill","encoding":"UTF-8","delimiter":";",)"
                             R"("quote":"'","skipped_rows":2,"has_header":true,"sheet":"One"})",
    };
    for (const char* text : {"350k",
                             "$1,234.56",
                             "1.2m",
                             "6.125%",
                             "3/15/2026",
                             "2026-03-15",
                             "15.03.26",
                             "(503) 555-0142",
                             "+44 20 7946 0000",
                             "ann@example.com",
                             "https://example.com",
                             "yes",
                             "Colorado",
                             "co",
                             "30 years",
                             "740-779",
                             "02-29",
                             "-1",
                             "9223372036854775807",
                             "1e308",
                             "nan",
                             "Conventional"}) {
        all.push_back(QByteArray("\x01") + text);
    }
    return all;
}

} // namespace keyturn::fuzz
