// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/queries/search_places.h"

namespace keyturn::queries {

namespace {

QString latin(const char* text)
{
    return QString::fromLatin1(text);
}

QString addressOf(const QString& row)
{
    return QStringLiteral("coalesce(%1.address_line1, '') || ' ' || coalesce(%1.address_line2, '') || ' ' || "
                          "coalesce(%1.city, '') || ' ' || coalesce(%1.state, '') || ' ' || "
                          "coalesce(%1.postal_code, '')")
        .arg(row);
}

SearchPlace leadPlace()
{
    const QString fields = QStringLiteral("coalesce(p.company, '') || '\n' || coalesce(l.email, '') || '\n' || "
                                          "coalesce(l.phone, '') || '\n' || coalesce(l.mobile, '') || '\n' || ") +
                           addressOf(QStringLiteral("p"));
    return {latin("search_leads"),
            latin("search_leads_mid"),
            latin("l"),
            latin("leads l LEFT JOIN lead_profiles p ON p.lead_id = l.id"),
            QStringLiteral("l.name, ") + fields + QStringLiteral(", '', 0"),
            latin("l.deleted_at IS NULL"),
            latin("coalesce(l.last_activity_at, l.created_at)"),
            false,
            QStringLiteral("l.name || '\n' || ") + fields,
            latin("coalesce(l.phone, '') || '|' || coalesce(l.mobile, '')")};
}

SearchPlace contactPlace()
{
    const QString fields = QStringLiteral("coalesce(c.company, '') || '\n' || coalesce(c.title, '') || '\n' || "
                                          "coalesce(c.email, '') || '\n' || coalesce(c.phone, '') || '\n' || "
                                          "coalesce(c.mobile, '') || '\n' || ") +
                           addressOf(QStringLiteral("c")) + QStringLiteral(" || '\n' || coalesce(c.notes, '')");
    return {latin("search_contacts"),
            latin("search_contacts_mid"),
            latin("c"),
            latin("contacts c LEFT JOIN leads l ON l.deleted_at IS NULL AND l.id = (SELECT k.lead_id "
                  "FROM lead_contacts k JOIN leads o ON o.id = k.lead_id AND o.deleted_at IS NULL "
                  "WHERE k.contact_id = c.id AND k.deleted_at IS NULL ORDER BY k.is_primary DESC, k.id LIMIT 1)"),
            QStringLiteral("c.name, ") + fields + QStringLiteral(", c.contact_type, 0"),
            latin("c.deleted_at IS NULL"),
            latin("c.updated_at"),
            false,
            QStringLiteral("c.name || '\n' || ") + fields +
                QStringLiteral(" || '\n' || c.other_emails || '\n' || c.other_phones"),
            latin("coalesce(c.phone, '') || '|' || coalesce(c.mobile, '') || '|' || c.other_phones")};
}

SearchPlace notePlace()
{
    return {latin("search_notes"),
            latin("search_notes_mid"),
            latin("n"),
            latin("lead_notes n JOIN leads l ON l.id = n.lead_id"),
            latin("'', n.content, n.note_type, n.is_private"),
            latin("n.deleted_at IS NULL AND l.deleted_at IS NULL AND (n.is_private = 0 OR n.user_id = ?)"),
            latin("n.created_at"),
            true,
            latin("n.content"),
            {}};
}

SearchPlace activityPlace(Dialect dialect)
{
    const QString body = dialect == Dialect::Sqlite
                             ? latin("CASE a.activity_type WHEN 'activity_corrected' THEN a.metadata ->> "
                                     "'$.fields.description' ELSE a.description END")
                             : latin("CASE a.activity_type WHEN 'activity_corrected' THEN a.metadata::jsonb #>> "
                                     "'{fields,description}' ELSE a.description END");
    return {latin("search_activities"),
            {},
            latin("a"),
            // What was logged with a lead that was merged away belongs to the one that was kept.
            latin("lead_activities a JOIN leads o ON o.id = a.lead_id JOIN leads l ON l.id = CASE WHEN o.deleted_at "
                  "IS NULL THEN o.id ELSE coalesce(o.duplicate_of_id, o.id) END"),
            QStringLiteral("a.title, ") + body + QStringLiteral(", a.activity_type, 0"),
            latin("l.deleted_at IS NULL AND (a.description <> '' OR a.activity_type = 'activity_corrected')"),
            latin("a.occurred_at"),
            false,
            QStringLiteral("a.title || '\n' || coalesce(") + body + QStringLiteral(", '')"),
            {}};
}

SearchPlace taskPlace()
{
    return {latin("search_tasks"),
            latin("search_tasks_mid"),
            latin("t"),
            latin("tasks t LEFT JOIN leads l ON l.id = t.lead_id"),
            latin("t.title, t.description, t.status, 0"),
            latin("t.deleted_at IS NULL AND l.deleted_at IS NULL"),
            latin("coalesce(t.due_at, t.created_at)"),
            false,
            QStringLiteral("t.title || '\n' || coalesce(t.description, '')"),
            {}};
}

SearchPlace documentPlace()
{
    return {latin("search_documents"),
            latin("search_documents_mid"),
            latin("d"),
            latin("documents d LEFT JOIN leads l ON l.id = d.lead_id"),
            QStringLiteral("d.file_name, coalesce(d.title, '') || '\n' || coalesce(d.description, ''), "
                           "d.document_type, 0"),
            latin("d.deleted_at IS NULL AND l.deleted_at IS NULL"),
            latin("d.created_at"),
            false,
            QStringLiteral("d.file_name || '\n' || coalesce(d.title, '') || '\n' || coalesce(d.description, '')"),
            {}};
}

} // namespace

SearchPlace searchPlace(Dialect dialect, SearchKind kind)
{
    switch (kind) {
    case SearchKind::Lead:
        return leadPlace();
    case SearchKind::Contact:
        return contactPlace();
    case SearchKind::Note:
        return notePlace();
    case SearchKind::Activity:
        return activityPlace(dialect);
    case SearchKind::Task:
        return taskPlace();
    case SearchKind::Document:
        return documentPlace();
    }
    return {};
}

} // namespace keyturn::queries
