// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/lead_pages.h"

#include "models/storage/connection.h"
#include "models/storage/queries/rows.h"

#include <QCoreApplication>
#include <QHash>

namespace keyturn {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::ListFile)
};

using Page = QHash<QString, LeadDetail>;

Done readInto(Connection& book, const QString& sql, const std::vector<QVariant>& ids, const QString& key, Page& page,
              Record LeadDetail::*part)
{
    return queries::forEachRow(book, sql.arg(queries::placeholders(ids.size())), ids, [&](const queries::Row& row) {
        Record record = row.record();
        page[record.text(key)].*part = std::move(record);
    });
}

} // namespace

Error stopped()
{
    return {Error::Kind::Cancelled, Texts::tr("Stopped. No file was left behind."), {}, {}};
}

Result<std::vector<LeadId>> leadsOf(Connection& book, const ExportOrder& order)
{
    if (order.leads) {
        return *order.leads;
    }
    std::vector<LeadId> leads;
    KEYTURN_TRY(book.select(QStringLiteral("SELECT id FROM leads WHERE deleted_at IS NULL ORDER BY name, id"),
                            [&leads](const Statement& row) { leads.push_back(row.id<LeadId>(0)); }));
    return leads;
}

Done forEachLead(Connection& book, const std::vector<LeadId>& leads, WorkWatch* watch,
                 const std::function<Done(const LeadDetail&)>& use)
{
    if (watch != nullptr) {
        watch->total = static_cast<qint64>(leads.size());
    }
    size_t at = 0;
    for (const std::vector<QVariant>& ids : queries::chunksOf(leads)) {
        if (watch != nullptr && watch->cancelled) {
            return fail(stopped());
        }
        Page page;
        KEYTURN_TRY(readInto(book, QStringLiteral("SELECT * FROM leads WHERE id IN (%1) AND deleted_at IS NULL"), ids,
                             QStringLiteral("id"), page, &LeadDetail::lead));
        KEYTURN_TRY(readInto(book, QStringLiteral("SELECT * FROM lead_loan_scenarios WHERE lead_id IN (%1)"), ids,
                             QStringLiteral("lead_id"), page, &LeadDetail::loan));
        KEYTURN_TRY(readInto(book, QStringLiteral("SELECT * FROM lead_profiles WHERE lead_id IN (%1)"), ids,
                             QStringLiteral("lead_id"), page, &LeadDetail::profile));
        KEYTURN_TRY(queries::forEachRow(
            book,
            QStringLiteral("SELECT lt.lead_id, t.name FROM lead_tags lt JOIN tags t ON t.id = lt.tag_id WHERE "
                           "lt.lead_id IN (%1) AND lt.deleted_at IS NULL AND t.deleted_at IS NULL ORDER BY t.name")
                .arg(queries::placeholders(ids.size())),
            ids, [&page](const queries::Row& row) { page[row.text(0)].tags.append(row.text(1)); }));
        // The last portion is filled up with its last lead, which comes once all the same.
        for (size_t i = 0; i < ids.size() && at < leads.size(); ++i, ++at) {
            const auto found = page.constFind(leads[at].toString());
            if (found != page.cend() && !found->lead.isEmpty()) {
                KEYTURN_TRY(use(*found));
            }
            if (watch != nullptr) {
                watch->done = static_cast<qint64>(at) + 1;
            }
        }
    }
    return {};
}

} // namespace keyturn
