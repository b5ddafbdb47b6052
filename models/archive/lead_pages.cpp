// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/lead_pages.h"

#include "models/storage/connection.h"
#include "models/storage/queries/rows.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringBuilder>

#include <algorithm>

namespace keyturn {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::ListFile)
};

using Page = QHash<QString, LeadDetail>;

/// All columns of a lead are some 25 KB in memory. Of a server one asks more at once: each portion is a way there and
/// back.
constexpr std::size_t leadsAtOnce = 100;
constexpr std::size_t remoteLeadsAtOnce = 400;

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
    // A server sorts by the rules of a language; a list is the same wherever it comes from.
    const QString name = book.isSqlite() ? QStringLiteral("name") : QStringLiteral("name COLLATE \"C\"");
    std::vector<LeadId> leads;
    KEYTURN_TRY(book.select(QString(u"SELECT id FROM leads WHERE deleted_at IS NULL ORDER BY " % name % u", id"),
                            [&leads](const Statement& row) { leads.push_back(row.id<LeadId>(0)); }));
    return leads;
}

Done inPages(const std::vector<LeadId>& leads, std::size_t most, WorkWatch* watch,
             const std::function<Done(const std::vector<QVariant>&, const std::vector<LeadId>&)>& use)
{
    if (watch != nullptr) {
        watch->total = static_cast<qint64>(leads.size());
    }
    for (std::size_t at = 0; at < leads.size(); at += most) {
        if (watch != nullptr && watch->cancelled) {
            return fail(stopped());
        }
        const auto begin = leads.begin() + static_cast<std::ptrdiff_t>(at);
        const std::vector<LeadId> page(begin, begin + static_cast<std::ptrdiff_t>(std::min(most, leads.size() - at)));
        KEYTURN_TRY(use(queries::chunksOf(page).front(), page));
        if (watch != nullptr) {
            watch->done = static_cast<qint64>(at + page.size());
        }
    }
    return {};
}

Done forEachLead(Connection& book, const std::vector<LeadId>& leads, WorkWatch* watch,
                 const std::function<Done(const LeadDetail&)>& use)
{
    return inPages(
        leads, leadsAtOnce, watch, [&](const std::vector<QVariant>& ids, const std::vector<LeadId>& these) -> Done {
            Page page;
            KEYTURN_TRY(readInto(book, QStringLiteral("SELECT * FROM leads WHERE id IN (%1) AND deleted_at IS NULL"),
                                 ids, QStringLiteral("id"), page, &LeadDetail::lead));
            KEYTURN_TRY(readInto(book, QStringLiteral("SELECT * FROM lead_loan_scenarios WHERE lead_id IN (%1)"), ids,
                                 QStringLiteral("lead_id"), page, &LeadDetail::loan));
            KEYTURN_TRY(readInto(book, QStringLiteral("SELECT * FROM lead_profiles WHERE lead_id IN (%1)"), ids,
                                 QStringLiteral("lead_id"), page, &LeadDetail::profile));
            KEYTURN_TRY(queries::forEachRow(
                book,
                QStringLiteral("SELECT lt.lead_id, t.name FROM lead_tags lt JOIN tags t ON t.id = lt.tag_id WHERE "
                               "lt.lead_id IN (%1) AND lt.deleted_at IS NULL AND t.deleted_at IS NULL")
                    .arg(queries::placeholders(ids.size())),
                ids, [&page](const queries::Row& row) { page[row.text(0)].tags.append(row.text(1)); }));
            for (const LeadId lead : these) {
                const auto found = page.find(lead.toString());
                if (found != page.end() && !found->lead.isEmpty()) {
                    found->tags.sort();
                    KEYTURN_TRY(use(*found));
                }
            }
            return {};
        });
}

} // namespace keyturn
