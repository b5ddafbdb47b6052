// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/groups.h"
#include "models/domain/planning/task_time.h"
#include "models/domain/value_lists.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace keyturn {

namespace {

const QString& notesTable()
{
    static const QString name = QStringLiteral("lead_notes");
    return name;
}

QString arrayText(const QJsonArray& array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

Result<QString> mentionsJson(const Draft& draft, const std::vector<UserId>& mentions)
{
    QJsonArray ids;
    for (const UserId id : mentions) {
        if (draft.catalogue().user(id) == nullptr) {
            return invalid(PlanTexts::tr("A note can only mention people who work here."));
        }
        ids.append(id.toString());
    }
    return arrayText(ids);
}

Result<QString> attachmentsJson(const Draft& draft, const std::vector<DocumentId>& documents)
{
    QJsonArray files;
    for (const DocumentId id : documents) {
        KEYTURN_LET(const Record document,
                    draft.live(QStringLiteral("documents"), id.toString(), PlanTexts::tr("document")));
        files.append(QJsonObject{{QStringLiteral("document_id"), id.toString()},
                                 {QStringLiteral("file_name"), document.text(QStringLiteral("file_name"))},
                                 {QStringLiteral("size"), document.integer(QStringLiteral("file_size"))}});
    }
    return arrayText(files);
}

Done checkContent(const QString& content)
{
    return content.trimmed().isEmpty() ? Done(invalid(PlanTexts::tr("A note needs some text."))) : Done();
}

Done checkType(const QString& type)
{
    return hasChoice(ValueList::NoteType, type)
               ? Done()
               : Done(invalid(PlanTexts::tr("There is no kind of note “%1”.").arg(type)));
}

tl::unexpected<Error> privateMentions()
{
    return refused(PlanTexts::tr("A private note cannot mention anybody: only you can read it."));
}

void logNote(Draft& draft, const QString& lead, const QString& note, const QString& type)
{
    LogEntry entry;
    entry.lead = lead;
    entry.type = QStringLiteral("note_added");
    entry.title = QStringLiteral("Note added");
    entry.metadata = {{QStringLiteral("note_id"), note}, {QStringLiteral("note_type"), type}};
    draft.log(entry);
}

void addReminder(Draft& draft, const AddNote& command, const QString& note)
{
    const QDate due = draft.now().dateIn(zoneOf(draft.catalogue(), draft.actor())).addDays(1);
    const auto moment = dueMoment(due, std::nullopt, zoneOf(draft.catalogue(), draft.actor()));
    const QString line = command.content.trimmed().section(u'\n', 0, 0);
    draft.insert(QStringLiteral("tasks"), draft.newId(), command.lead.toString(),
                 {
                     {QStringLiteral("lead_id"), command.lead.toString()},
                     {QStringLiteral("title"), command.isPrivate ? PlanTexts::tr("Reminder") : oneLine(line, 255)},
                     {QStringLiteral("task_type"), QStringLiteral("follow_up")},
                     {QStringLiteral("due_date"), due.toString(Qt::ISODate)},
                     {QStringLiteral("due_at"), moment->ms},
                     {QStringLiteral("priority"), QStringLiteral("medium")},
                     {QStringLiteral("status"), QStringLiteral("pending")},
                     {QStringLiteral("assigned_to"), idOrNull(draft.actor())},
                     {QStringLiteral("created_by"), idOrNull(draft.actor())},
                     {QStringLiteral("note_id"), note},
                 });
}

Result<Record> ownNote(const Draft& draft, NoteId id)
{
    KEYTURN_LET(const Record note, draft.live(notesTable(), id.toString(), PlanTexts::tr("note")));
    const QString author = note.text(QStringLiteral("user_id"));
    if (!author.isEmpty() && author != draft.actor().toString()) {
        return refused(PlanTexts::tr("Only the author of a note can change it."));
    }
    return note;
}

Result<bool> wasLogged(const Draft& draft, const Record& note)
{
    KEYTURN_LET(const std::vector<Record> log,
                draft.facts().rowsWhere(QStringLiteral("lead_activities"), QStringLiteral("lead_id"),
                                        note.value(QStringLiteral("lead_id"))));
    for (const Record& entry : log) {
        if (entry.text(QStringLiteral("activity_type")) == QLatin1String("note_added") &&
            entry.text(QStringLiteral("metadata")).contains(note.text(QStringLiteral("id")))) {
            return true;
        }
    }
    return false;
}

} // namespace

Result<QString> planInto(Draft& draft, const AddNote& command)
{
    KEYTURN_LET(const Record lead, draft.lead(command.lead));
    KEYTURN_TRY(checkContent(command.content));
    KEYTURN_TRY(checkType(command.type));
    if (command.isPrivate && !command.mentions.empty()) {
        return privateMentions();
    }
    KEYTURN_LET(const QString mentions, mentionsJson(draft, command.mentions));
    KEYTURN_LET(const QString attachments, attachmentsJson(draft, command.attachments));
    const QString id = draft.idOr(command.id);
    const QString leadId = command.lead.toString();
    draft.insert(notesTable(), id, leadId,
                 {
                     {QStringLiteral("lead_id"), leadId},
                     {QStringLiteral("user_id"), idOrNull(draft.actor())},
                     {QStringLiteral("note_type"), command.type},
                     {QStringLiteral("content"), command.content.trimmed()},
                     {QStringLiteral("is_private"), flagValue(command.isPrivate)},
                     {QStringLiteral("is_pinned"), flagValue(command.isPinned)},
                     {QStringLiteral("mentioned_users"), mentions},
                     {QStringLiteral("attachments"), attachments},
                 });
    if (!command.isPrivate) {
        logNote(draft, leadId, id, command.type);
    }
    if (command.type == QLatin1String("reminder")) {
        addReminder(draft, command, id);
    }
    return PlanTexts::tr("Note on %1 added").arg(lead.text(QStringLiteral("name")));
}

Result<QString> planInto(Draft& draft, const EditNote& command)
{
    KEYTURN_LET(const Record note, ownNote(draft, command.id));
    Draft::Values values;
    if (command.content) {
        KEYTURN_TRY(checkContent(*command.content));
        values.emplace_back(QStringLiteral("content"), command.content->trimmed());
    }
    if (command.type) {
        KEYTURN_TRY(checkType(*command.type));
        values.emplace_back(QStringLiteral("note_type"), *command.type);
    }
    if (command.isPinned) {
        values.emplace_back(QStringLiteral("is_pinned"), flagValue(*command.isPinned));
    }
    const bool wasPrivate = note.flag(QStringLiteral("is_private"));
    const bool isPrivate = command.isPrivate.value_or(wasPrivate);
    values.emplace_back(QStringLiteral("is_private"), flagValue(isPrivate));
    if (command.mentions) {
        if (isPrivate && !command.mentions->empty()) {
            return privateMentions();
        }
        KEYTURN_LET(const QString mentions, mentionsJson(draft, *command.mentions));
        values.emplace_back(QStringLiteral("mentioned_users"), mentions);
    } else if (isPrivate) {
        values.emplace_back(QStringLiteral("mentioned_users"), QStringLiteral("[]"));
    }
    const QString lead = note.text(QStringLiteral("lead_id"));
    draft.update(notesTable(), note, lead, values);
    if (wasPrivate && !isPrivate) {
        KEYTURN_LET(const bool logged, wasLogged(draft, note));
        if (!logged) {
            logNote(draft, lead, command.id.toString(), command.type.value_or(note.text(QStringLiteral("note_type"))));
        }
    }
    return PlanTexts::tr("Note changed");
}

Result<QString> planInto(Draft& draft, const DeleteNote& command)
{
    KEYTURN_LET(const Record note, ownNote(draft, command.id));
    draft.update(notesTable(), note, note.text(QStringLiteral("lead_id")),
                 {{QStringLiteral("deleted_at"), draft.now().ms}});
    return PlanTexts::tr("Note removed");
}

} // namespace keyturn
