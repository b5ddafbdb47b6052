// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/queries/contact_queries.h"

#include "models/storage/queries/rows.h"

#include <algorithm>

namespace keyturn::queries {

namespace {

/// 0 is best.
int distance(const QString& name, const QString& email, const QString& wanted)
{
    if (name.startsWith(wanted)) {
        return 0;
    }
    if (name.contains(QString(u' ' + wanted))) {
        return 1;
    }
    return email.startsWith(wanted) ? 2 : 3;
}

} // namespace

void contactsOf(Together& asked, LeadId lead, std::vector<ContactLink>& found)
{
    asked.ask(QStringLiteral("SELECT lc.id, c.id, c.name, c.email, coalesce(c.mobile, c.phone), c.company, "
                             "lc.role, lc.is_primary, lc.notes FROM lead_contacts lc "
                             "JOIN contacts c ON c.id = lc.contact_id WHERE lc.lead_id = ? "
                             "AND lc.deleted_at IS NULL AND c.deleted_at IS NULL "
                             "ORDER BY lc.is_primary DESC, lower(c.name), lc.id"),
              {lead.toString()}, [&found](const Row& row) {
                  found.push_back({row.id<LeadContactId>(0), row.id<ContactId>(1), row.text(2), row.text(3),
                                   row.text(4), row.text(5), row.text(6), row.integer(7) != 0, row.text(8)});
              });
}

Result<std::vector<ContactLink>> findContacts(Connection& book, const QString& text, int limit)
{
    // Folded here and not by the store, whose lower() knows only English letters.
    const QString wanted = text.simplified().toCaseFolded();
    if (wanted.isEmpty() || limit <= 0) {
        return std::vector<ContactLink>();
    }
    const QStringList words = wanted.split(QLatin1Char(' '));
    struct Hit
    {
        int distance;
        QString sortName;
        ContactLink link;
    };
    std::vector<Hit> hits;
    KEYTURN_TRY(
        forEachRow(book,
                   QStringLiteral("SELECT id, name, email, coalesce(mobile, phone), company, contact_type "
                                  "FROM contacts WHERE deleted_at IS NULL"),
                   {}, [&](const Row& row) {
                       const QString name = row.text(1).toCaseFolded();
                       const QString email = row.text(2).toCaseFolded();
                       const QString all(name % u'\n' % email % u'\n' % row.text(4).toCaseFolded());
                       if (std::ranges::all_of(words, [&all](const QString& word) { return all.contains(word); })) {
                           hits.push_back({distance(name, email, wanted),
                                           name,
                                           {{},
                                            row.id<ContactId>(0),
                                            row.text(1),
                                            row.text(2),
                                            row.text(3),
                                            row.text(4),
                                            row.text(5),
                                            false,
                                            {}}});
                       }
                   }));
    std::ranges::sort(hits, [](const Hit& a, const Hit& b) {
        return std::tie(a.distance, a.sortName, a.link.contact) < std::tie(b.distance, b.sortName, b.link.contact);
    });
    std::vector<ContactLink> found;
    for (Hit& hit : hits) {
        if (found.size() == std::size_t(limit)) {
            break;
        }
        found.push_back(std::move(hit.link));
    }
    return found;
}

} // namespace keyturn::queries
