// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/timeline_phrases.h"

#include "models/base/money.h"
#include "models/domain/lead_fields.h"
#include "models/domain/value_lists.h"
#include "models/items/lead_text.h"
#include "models/items/moment_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::TimelineText)
};

using Scene = TimelineScene;
using Phrase = TimelinePhrase;
using Kind = TimelineKind;
using Compose = std::function<Phrase(const Scene&)>;

/// "moved this lead from A to B" with B emphasized: `pattern` ends in %1 in every language, or else nothing is.
Phrase ending(const QString& text, const QString& object)
{
    return {text, !object.isEmpty() && text.endsWith(object) ? object : QString()};
}

QString withPieces(const QString& text, QStringList pieces)
{
    pieces.removeAll(QString());
    pieces.prepend(text);
    return pieces.join(QStringLiteral(", "));
}

Phrase call(const Scene& scene)
{
    const bool inbound = scene.text("direction") == QLatin1String("inbound");
    const int seconds = scene.number("duration_seconds");
    const QString outcome = scene.text("outcome");
    QString said = outcome.isEmpty() ? QString() : choiceLabel(ValueList::CallOutcome, outcome);
    if (!said.isEmpty()) {
        said[0] = said[0].toLower();
    }
    return {withPieces(inbound ? Words::tr("took a call from %1").arg(scene.who())
                               : Words::tr("called %1").arg(scene.who()),
                       {seconds > 0 ? durationText(seconds) : QString(), said}),
            {}};
}

Phrase stageMove(const Scene& scene)
{
    const QString to = scene.stage(!scene.entry.toStage.isEmpty() ? scene.entry.toStage : scene.text("to"));
    const QString fromKey = !scene.entry.fromStage.isEmpty() ? scene.entry.fromStage : scene.text("from");
    const QString reason = scene.text("reason_code");
    if (!reason.isEmpty()) {
        return {Words::tr("moved this lead to %1: %2").arg(to, choiceLabel(ValueList::ExitReason, reason).toLower()),
                {}};
    }
    return fromKey.isEmpty() ? ending(Words::tr("put this lead in %1").arg(to), to)
                             : ending(Words::tr("moved this lead from %1 to %2").arg(scene.stage(fromKey), to), to);
}

Phrase fieldsChanged(const Scene& scene)
{
    QStringList labels;
    const QJsonObject fields = scene.entry.metadata.value(QStringLiteral("fields")).toObject();
    const QString table = scene.text("table");
    const QString prefix = table == QLatin1String("lead_loan_scenarios") ? QStringLiteral("loan.")
                           : table == QLatin1String("lead_profiles")     ? QStringLiteral("profile.")
                                                                         : QString();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const auto field = leadField(QString(prefix + it.key()), scene.catalogue);
        const QString label = field ? field->label : LeadText::fromKey(it.key());
        const QJsonArray pair = it.value().toArray();
        if (fields.size() == 1 && pair.size() == 2) {
            const auto shown = [&](const QJsonValue& value) {
                const QVariant variant = value.isNull() ? QVariant() : value.toVariant();
                const QString text = field ? formatField(*field, variant, scene.catalogue) : variant.toString();
                return text.isEmpty() ? Words::tr("nothing", "an empty field") : text;
            };
            return ending(Words::tr("changed %1 from %2 to %3").arg(label, shown(pair.at(0)), shown(pair.at(1))),
                          shown(pair.at(1)));
        }
        labels.append(label);
    }
    return labels.isEmpty() ? Phrase{Words::tr("changed this lead"), {}}
                            : Phrase{Words::tr("changed %1", "fields").arg(labels.join(QStringLiteral(", "))), {}};
}

Phrase assignment(const Scene& scene)
{
    QString to = scene.person("to_user");
    if (to.isEmpty()) {
        to = scene.text("assigned_to_name");
    }
    if (to.isEmpty()) {
        to = scene.person("assigned_to_id");
    }
    if (to.isEmpty()) {
        return {Words::tr("took this lead off its owner"), {}};
    }
    const QString from = scene.person("from_user");
    return from.isEmpty() ? ending(Words::tr("assigned this lead to %1").arg(to), to)
                          : ending(Words::tr("reassigned this lead from %1 to %2").arg(from, to), to);
}

Phrase leadsMerged(const Scene& scene)
{
    const bool isUndo = scene.entry.metadata.value(QStringLiteral("undo")).toBool();
    if (const QString kept = scene.text("kept_name"); !kept.isEmpty()) {
        return isUndo ? ending(Words::tr("took the merge into %1 back").arg(kept), kept)
                      : ending(Words::tr("merged this lead into %1").arg(kept), kept);
    }
    const QString merged = scene.text("merged_name");
    if (merged.isEmpty()) {
        return {Words::tr("merged another lead into this one"), {}};
    }
    return isUndo ? ending(Words::tr("took the merge with %1 back").arg(merged), merged)
                  : ending(Words::tr("merged this lead with %1").arg(merged), merged);
}

Phrase noteAdded(const Scene& scene)
{
    const QString type = scene.text("note_type");
    return type.isEmpty() || type == QLatin1String("general")
               ? Phrase{Words::tr("wrote a note"), {}}
               : Phrase{Words::tr("wrote a note: %1", "type of note")
                            .arg(choiceLabel(ValueList::NoteType, type).toLower()),
                        {}};
}

Phrase milestone(const Scene& scene)
{
    const QString name = LeadText::fromKey(scene.text("milestone"));
    return ending(Words::tr("recorded a milestone: %1").arg(name), name);
}

Phrase meetingHeld(const Scene& scene)
{
    const int minutes = scene.number("duration_minutes");
    return {withPieces(Words::tr("met %1").arg(scene.who()),
                       {minutes > 0 ? durationText(minutes * 60) : QString(),
                        scene.entry.metadata.value(QStringLiteral("in_person")).toBool() ? Words::tr("in person")
                                                                                         : QString()}),
            {}};
}

Compose says(const char* words)
{
    return [words](const Scene&) { return Phrase{Words::tr(words), {}}; };
}

/// Words with the lead's name in them.
Compose toLead(const char* words)
{
    return [words](const Scene& scene) { return Phrase{Words::tr(words).arg(scene.who()), {}}; };
}

/// Words that end in what a metadata key says; without it only the words before the colon.
Compose names(const char* words, const char* plain, const char* key)
{
    return [words, plain, key](const Scene& scene) {
        const QString object = scene.text(key);
        return object.isEmpty() ? Phrase{Words::tr(plain), {}} : ending(Words::tr(words).arg(object), object);
    };
}

} // namespace

QString TimelineScene::text(const char* key) const
{
    return entry.metadata.value(QLatin1String(key)).toVariant().toString();
}

int TimelineScene::number(const char* key) const
{
    return entry.metadata.value(QLatin1String(key)).toInt();
}
QString TimelineScene::who() const
{
    return lead.isEmpty() ? Words::tr("the lead") : lead;
}
QString TimelineScene::stage(const QString& key) const
{
    const Stage* stage = catalogue.stageByKey(key);
    return stage != nullptr ? stage->name : LeadText::fromKey(key);
}

QString TimelineScene::person(const char* key) const
{
    const QString value = text(key);
    const User* user = catalogue.user(UserId::fromString(value));
    return user != nullptr ? user->name() : QUuid::fromString(value).isNull() ? value : QString();
}

QString TimelineScene::moment(const char* key) const
{
    const QVariant value = entry.metadata.value(QLatin1String(key)).toVariant();
    QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (!time.isValid() && value.toDouble() > 0) {
        time = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(value.toDouble()), Qt::UTC);
    }
    if (!time.isValid()) {
        return value.toString();
    }
    const User* me = catalogue.user(catalogue.me);
    const QTimeZone zone(me == nullptr ? QByteArray() : me->timezone.toLatin1());
    const QDateTime local = zone.isValid() ? time.toTimeZone(zone) : time.toLocalTime();
    return Words::tr("%1 at %2", "date and time")
        .arg(MomentText::shortDate(local.date(), entry.occurredAt.toUtc().date()), MomentText::time(local.time()));
}

const std::vector<TimelineKind>& timelineKinds()
{
    using G = TimelineGroup;
    static const std::vector<Kind> list{
        {"created", "user-plus", G::System,
         [](const Scene& scene) {
             const QString source = scene.text("source");
             return source.isEmpty()
                        ? Phrase{Words::tr("created this lead"), {}}
                        : Phrase{Words::tr("created this lead, source: %1").arg(LeadText::source(source)), {}};
         }},
        {"imported", "file-down", G::System, says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "imported this lead"))},
        {"status_changed", "arrow-right-left", G::Stages, stageMove},
        {"assigned", "user-round", G::System, assignment},
        {"reassigned", "user-round", G::System, assignment},
        {"note_added", "file-text", G::Notes, noteAdded},
        {"private_note", "lock", G::Notes, says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "wrote a private note"))},
        {"call_logged", "phone", G::Calls, call},
        {"call_completed", "phone", G::Calls, call},
        {"email_sent", "mail", G::Mail,
         names(QT_TRANSLATE_NOOP("keyturn::TimelineText", "sent a mail: %1"),
               QT_TRANSLATE_NOOP("keyturn::TimelineText", "sent a mail"), "subject")},
        {"email_received", "mail-open", G::Mail,
         names(QT_TRANSLATE_NOOP("keyturn::TimelineText", "wrote a mail: %1"),
               QT_TRANSLATE_NOOP("keyturn::TimelineText", "wrote a mail"), "subject")},
        {"email_opened", "mail-open", G::Mail, says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "opened a mail"))},
        {"email_clicked", "external-link", G::Mail,
         names(QT_TRANSLATE_NOOP("keyturn::TimelineText", "followed a link in a mail: %1"),
               QT_TRANSLATE_NOOP("keyturn::TimelineText", "followed a link in a mail"), "url")},
        {"email_replied", "reply", G::Mail, says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "answered a mail"))},
        {"email_bounced", "circle-alert", G::Mail,
         says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "could not be reached: a mail came back"))},
        {"sms_sent", "message-square", G::Calls,
         toLead(QT_TRANSLATE_NOOP("keyturn::TimelineText", "sent a text message to %1"))},
        {"sms_received", "message-square", G::Calls,
         says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "sent a text message"))},
        {"whatsapp_sent", "message-circle", G::Calls,
         toLead(QT_TRANSLATE_NOOP("keyturn::TimelineText", "sent a WhatsApp message to %1"))},
        {"whatsapp_received", "message-circle", G::Calls,
         says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "sent a WhatsApp message"))},
        {"linkedin_message", "message-circle", G::Calls,
         [](const Scene& scene) {
             return scene.text("direction") == QLatin1String("inbound")
                        ? Phrase{Words::tr("received a LinkedIn message from %1").arg(scene.who()), {}}
                        : Phrase{Words::tr("sent a LinkedIn message to %1").arg(scene.who()), {}};
         }},
        {"letter_sent", "mail", G::Mail, toLead(QT_TRANSLATE_NOOP("keyturn::TimelineText", "sent a letter to %1"))},
        {"meeting_scheduled", "calendar", G::Calls,
         [](const Scene& scene) {
             const QString when = scene.moment("scheduled_start");
             return when.isEmpty() ? Phrase{Words::tr("scheduled a meeting"), {}}
                                   : ending(Words::tr("scheduled a meeting for %1").arg(when), when);
         }},
        {"meeting_rescheduled", "calendar-clock", G::Calls,
         says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "moved a meeting to another time"))},
        {"meeting_cancelled", "calendar", G::Calls,
         says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "cancelled a meeting"))},
        {"meeting_no_show", "calendar", G::Calls,
         toLead(QT_TRANSLATE_NOOP("keyturn::TimelineText", "waited for %1, who did not come to a meeting"))},
        {"meeting_completed", "handshake", G::Calls, meetingHeld},
        {"follow_up_scheduled", "bell", G::Tasks,
         [](const Scene& scene) {
             const QString when = scene.moment("scheduled_for");
             return when.isEmpty() ? Phrase{Words::tr("scheduled a follow-up"), {}}
                                   : ending(Words::tr("scheduled a follow-up for %1").arg(when), when);
         }},
        {"task_completed", "circle-check", G::Tasks,
         [](const Scene& scene) {
             const QString title = scene.text("title").isEmpty() ? scene.entry.title : scene.text("title");
             return title.isEmpty() ? Phrase{Words::tr("completed a task"), {}}
                                    : ending(Words::tr("completed a task: %1").arg(title), title);
         }},
        {"score_updated", "target", G::System,
         [](const Scene& scene) {
             return Phrase{Words::tr("changed the score from %1 to %2")
                               .arg(scene.number("old_score"))
                               .arg(scene.number("new_score")),
                           {}};
         }},
        {"priority_changed", "flame", G::System,
         [](const Scene& scene) {
             const QString to = choiceLabel(ValueList::Temperature, scene.text("to")).toLower();
             return ending(Words::tr("changed the temperature from %1 to %2")
                               .arg(choiceLabel(ValueList::Temperature, scene.text("from")).toLower(), to),
                           to);
         }},
        {"quote_generated", "calculator", G::System,
         [](const Scene& scene) {
             const auto cents = scene.entry.metadata.value(QStringLiteral("loan_amount_cents")).toDouble();
             return cents > 0
                        ? Phrase{Words::tr("made a quote for %1").arg(Money{static_cast<qint64>(cents)}.toDisplay()),
                                 {}}
                        : Phrase{Words::tr("made a quote"), {}};
         }},
        {"prequal_letter_sent", "file-text", G::System,
         says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "sent a pre-qualification letter"))},
        {"proposal_sent", "file-up", G::System, says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "sent a proposal"))},
        {"proposal_viewed", "eye", G::System, says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "viewed a proposal"))},
        {"contract_sent", "file-up", G::System, says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "sent a contract"))},
        {"contract_signed", "check-check", G::System,
         says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "signed a contract"))},
        {"document_added", "paperclip", G::System,
         [](const Scene& scene) {
             const QString name = scene.text("file_name");
             const QString type = choiceLabel(ValueList::DocumentType, scene.text("document_type"));
             return name.isEmpty() ? Phrase{withPieces(Words::tr("added a document"), {type}), {}}
                                   : ending(Words::tr("added a document: %1").arg(name), name);
         }},
        {"converted_to_application", "file-plus", G::Stages,
         names(QT_TRANSLATE_NOOP("keyturn::TimelineText", "took the application %1"),
               QT_TRANSLATE_NOOP("keyturn::TimelineText", "took the application"), "application_number")},
        {"application_milestone", "check-check", G::Stages, milestone},
        {"rate_locked", "lock", G::Stages, says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "recorded a rate lock"))},
        {"deal_opened", "briefcase", G::Stages, says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "opened a deal"))},
        {"deal_closed", "briefcase", G::Stages, says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "closed a deal"))},
        {"form_submitted", "layout-list", G::System,
         names(QT_TRANSLATE_NOOP("keyturn::TimelineText", "sent a form: %1"),
               QT_TRANSLATE_NOOP("keyturn::TimelineText", "sent a form"), "form")},
        {"website_visit", "eye", G::System,
         names(QT_TRANSLATE_NOOP("keyturn::TimelineText", "visited the website: %1"),
               QT_TRANSLATE_NOOP("keyturn::TimelineText", "visited the website"), "page")},
        {"consent_granted", "shield-check", G::System,
         names(QT_TRANSLATE_NOOP("keyturn::TimelineText", "recorded consent for %1"),
               QT_TRANSLATE_NOOP("keyturn::TimelineText", "recorded consent"), "channel")},
        {"consent_revoked", "shield-alert", G::System,
         names(QT_TRANSLATE_NOOP("keyturn::TimelineText", "recorded that consent was taken back for %1"),
               QT_TRANSLATE_NOOP("keyturn::TimelineText", "recorded that consent was taken back"), "channel")},
        {"dnc_listed", "phone-off", G::System,
         says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "put this lead on the do-not-contact list"))},
        {"campaign_added", "megaphone", G::System,
         says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "added this lead to a campaign"))},
        {"campaign_responded", "megaphone", G::System,
         says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "answered a campaign"))},
        {"campaign_converted", "megaphone", G::System,
         says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "was won by a campaign"))},
        {"campaign_status_changed", "megaphone", G::System,
         says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "changed the state of a campaign"))},
        {"workflow_started", "zap", G::System, says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "started a workflow"))},
        {"workflow_finished", "zap", G::System,
         says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "finished a workflow"))},
        {"workflow_failed", "circle-alert", G::System,
         says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "could not finish a workflow"))},
        {"action_suggested", "sparkles", G::System,
         says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "suggested an action"))},
        {"action_approved", "check", G::System, says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "approved an action"))},
        {"action_dismissed", "x", G::System, says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "dismissed an action"))},
        {"action_completed", "check", G::System,
         says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "completed an action"))},
        {"field_changed", "pencil", G::System, fieldsChanged},
        {"tag_added", "tag", G::System,
         names(QT_TRANSLATE_NOOP("keyturn::TimelineText", "added the tag %1"),
               QT_TRANSLATE_NOOP("keyturn::TimelineText", "added a tag"), "tag")},
        {"tag_removed", "tag", G::System,
         names(QT_TRANSLATE_NOOP("keyturn::TimelineText", "removed the tag %1"),
               QT_TRANSLATE_NOOP("keyturn::TimelineText", "removed a tag"), "tag")},
        {"referral_linked", "handshake", G::System,
         names(QT_TRANSLATE_NOOP("keyturn::TimelineText", "linked the referral partner %1"),
               QT_TRANSLATE_NOOP("keyturn::TimelineText", "linked a referral partner"), "partner")},
        {"lead_merged", "git-merge", G::System, leadsMerged},
        {"lead_deleted", "trash-2", G::System, says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "removed this lead"))},
        {"lead_restored", "rotate-ccw", G::System,
         says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "brought this lead back"))},
        {"activity_corrected", "pencil", G::System,
         [](const Scene& scene) {
             return scene.entry.metadata.value(QStringLiteral("withdrawn")).toBool()
                        ? Phrase{Words::tr("took an earlier entry back"), {}}
                        : Phrase{Words::tr("corrected an earlier entry"), {}};
         }},
        {"lead_synced", "refresh-cw", G::System,
         says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "updated this lead from another system"))},
        {"integration_synced", "refresh-cw", G::System,
         says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "exchanged data with another system"))},
        {"integration_failed", "cloud-off", G::System,
         says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "could not reach another system"))},
        {"import_completed", "file-down", G::System,
         says(QT_TRANSLATE_NOOP("keyturn::TimelineText", "finished an import"))},
        {"custom", "star", G::Notes,
         [](const Scene& scene) { return ending(Words::tr("logged: %1").arg(scene.entry.title), scene.entry.title); }},
    };
    return list;
}

} // namespace keyturn
