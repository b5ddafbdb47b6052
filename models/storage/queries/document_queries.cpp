// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/queries/document_queries.h"

#include "models/storage/queries/rows.h"

namespace keyturn::queries {

void documentsOf(Together& asked, LeadId lead, std::vector<Document>& found)
{
    asked.ask(QStringLiteral("SELECT id, lead_id, file_name, file_type, document_type, file_size, "
                             "uploaded_by, created_at FROM documents "
                             "WHERE lead_id = ? AND deleted_at IS NULL ORDER BY created_at DESC, id DESC"),
              {lead.toString()}, [&found](const Row& row) {
                  found.push_back({row.id<DocumentId>(0), row.id<LeadId>(1), row.text(2), row.text(3), row.text(4),
                                   row.integer(5), row.id<UserId>(6), row.instant(7)});
              });
}

Result<QByteArray> documentContent(Connection& book, DocumentId id)
{
    bool found = false;
    QByteArray content;
    KEYTURN_TRY(forEachRow(book,
                           QStringLiteral("SELECT c.data FROM documents d JOIN document_contents c "
                                          "ON c.organization_id = d.organization_id AND c.sha256 = d.file_sha256 "
                                          "WHERE d.id = ? AND d.deleted_at IS NULL"),
                           {id.toString()}, [&](const Row& row) {
                               found = true;
                               content = row.blob(0);
                           }));
    if (!found) {
        return fail(Error::Kind::Invalid, Words::tr("This document is not kept in this book."), id.toString());
    }
    return content;
}

} // namespace keyturn::queries
