// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/queries/lead_queries.h"

#include "models/storage/queries/contact_queries.h"
#include "models/storage/queries/document_queries.h"
#include "models/storage/queries/rows.h"
#include "models/storage/queries/task_queries.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace keyturn::queries {

namespace {

void readWhole(Together& asked, const QString& table, const QString& keyColumn, const QString& key, Record& into)
{
    asked.ask(QString(u"SELECT * FROM " % table % u" WHERE " % keyColumn % u" = ?"), {key},
              [&into](const Row& row) { into = row.record(); });
}

Note noteOf(const Row& row)
{
    Note note;
    note.id = row.id<NoteId>(0);
    note.lead = row.id<LeadId>(1);
    note.author = row.id<UserId>(2);
    note.type = row.text(3);
    note.content = row.text(4);
    note.isPrivate = row.integer(5) != 0;
    note.isPinned = row.integer(6) != 0;
    const QJsonArray mentions = QJsonDocument::fromJson(row.text(7).toUtf8()).array();
    for (const QJsonValue& user : mentions) {
        note.mentions.push_back(UserId::fromString(user.toString()));
    }
    const QJsonArray attachments = QJsonDocument::fromJson(row.text(8).toUtf8()).array();
    for (const QJsonValue& value : attachments) {
        const QJsonObject attachment = value.toObject();
        note.attachments.push_back({DocumentId::fromString(attachment.value(QLatin1String("document_id")).toString()),
                                    attachment.value(QLatin1String("file_name")).toString(),
                                    attachment.value(QLatin1String("size")).toInteger()});
    }
    note.createdAt = row.instant(9);
    note.updatedAt = row.instant(10);
    note.version = row.integer(11);
    return note;
}

/// All about the lead of that id, be it merged into another or not there at all.
Result<LeadDetail> read(Connection& book, LeadId id, UserId reader, Instant now)
{
    const QString key = id.toString();
    LeadDetail detail;
    detail.id = id;
    Together asked(book);
    readWhole(asked, QStringLiteral("leads"), QStringLiteral("id"), key, detail.lead);
    readWhole(asked, QStringLiteral("lead_loan_scenarios"), QStringLiteral("lead_id"), key, detail.loan);
    readWhole(asked, QStringLiteral("lead_profiles"), QStringLiteral("lead_id"), key, detail.profile);
    asked.ask(QStringLiteral("SELECT t.name FROM lead_tags lt JOIN tags t ON t.id = lt.tag_id "
                             "WHERE lt.lead_id = ? AND lt.deleted_at IS NULL AND t.deleted_at IS NULL"),
              {key}, [&detail](const Row& row) { detail.tags.append(row.text(0)); });
    contactsOf(asked, id, detail.contacts);
    asked.ask(QStringLiteral("SELECT id, lead_id, user_id, note_type, content, is_private, is_pinned, "
                             "mentioned_users, attachments, created_at, updated_at, version "
                             "FROM lead_notes WHERE lead_id = ? AND deleted_at IS NULL "
                             "AND (is_private = 0 OR user_id = ?) "
                             "ORDER BY is_pinned DESC, created_at DESC, id DESC"),
              {key, reader.toString()}, [&detail](const Row& row) { detail.notes.push_back(noteOf(row)); });
    tasksOf(asked, id, now, detail.tasks);
    documentsOf(asked, id, detail.documents);
    // Two counts: an OR over both would go through the whole log.
    const auto some = qint64(LeadDetail::mostCounted) + 1;
    asked.ask(
        QStringLiteral("SELECT (SELECT count(*) FROM (SELECT 1 FROM lead_activities WHERE lead_id = ? LIMIT ?) own) + "
                       "(SELECT count(*) FROM (SELECT 1 FROM leads l JOIN lead_activities a ON a.lead_id = l.id "
                       "WHERE l.duplicate_of_id = ? AND l.deleted_at IS NOT NULL LIMIT ?) merged)"),
        {key, some, key, some},
        [&detail, some](const Row& row) { detail.activityCount = std::min(row.integer(0), some); });
    KEYTURN_TRY(asked.answer());
    detail.tags.sort(Qt::CaseInsensitive);
    return detail;
}

} // namespace

Result<LeadDetail> leadDetail(Connection& book, LeadId id, UserId reader, Instant now)
{
    KEYTURN_LET(LeadDetail detail, read(book, id, reader, now));
    if (!detail.lead.isEmpty() && !detail.lead.isNull(QStringLiteral("deleted_at")) &&
        !detail.lead.isNull(QStringLiteral("duplicate_of_id"))) {
        id = LeadId::fromString(detail.lead.text(QStringLiteral("duplicate_of_id")));
        KEYTURN_LET(detail, read(book, id, reader, now));
    }
    if (detail.lead.isEmpty()) {
        return fail(Error::Kind::Invalid, Words::tr("There is no such lead in this book."), id.toString());
    }
    return detail;
}

} // namespace keyturn::queries
