// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/activity_rules.h"
#include "models/domain/planning/consents.h"
#include "models/domain/planning/family.h"
#include "models/domain/planning/groups.h"

#include <QJsonDocument>

namespace keyturn {

namespace {

constexpr qint64 clockTolerance = 2 * msPerMinute;

QString phoneOf(const Record& lead)
{
    const QString mobile = lead.text(QStringLiteral("mobile"));
    return mobile.isEmpty() ? lead.text(QStringLiteral("phone")) : mobile;
}

QString communicationType(LogActivity::Type type)
{
    switch (type) {
    case LogActivity::Type::Call:
        return QStringLiteral("call");
    case LogActivity::Type::Meeting:
        return QStringLiteral("meeting");
    case LogActivity::Type::Sms:
        return QStringLiteral("sms");
    case LogActivity::Type::LinkedIn:
        return QStringLiteral("linkedin");
    case LogActivity::Type::Custom:
        break;
    }
    return {};
}

QString directionOf(const LogActivity& command)
{
    return command.inbound ? QStringLiteral("inbound") : QStringLiteral("outbound");
}

QString addCommunication(Draft& draft, const Record& lead, const LogActivity& command, Instant at)
{
    const QString type = communicationType(command.type);
    if (type.isEmpty()) {
        return {};
    }
    const QString leadId = command.lead.toString();
    const bool byPhone = command.type == LogActivity::Type::Call || command.type == LogActivity::Type::Sms;
    const QVariant number = byPhone ? textOrNull(phoneOf(lead)) : QVariant();
    const QString id = draft.newId();
    draft.insert(QStringLiteral("communications"), id, leadId,
                 {
                     {QStringLiteral("lead_id"), leadId},
                     {QStringLiteral("user_id"), idOrNull(draft.actor())},
                     {QStringLiteral("communication_type"), type},
                     {QStringLiteral("direction"), directionOf(command)},
                     {QStringLiteral("content"), textOrNull(command.text.trimmed())},
                     {QStringLiteral("status"), QStringLiteral("completed")},
                     {QStringLiteral("completed_at"), at.ms},
                     {QStringLiteral("duration_seconds"),
                      command.durationSeconds ? QVariant(qint64(*command.durationSeconds)) : QVariant()},
                     {QStringLiteral("outcome"), textOrNull(command.outcome)},
                     {command.inbound ? QStringLiteral("from_address") : QStringLiteral("to_address"), number},
                 });
    return id;
}

void describe(const LogActivity& command, LogEntry& entry)
{
    QJsonObject& metadata = entry.metadata;
    switch (command.type) {
    case LogActivity::Type::Call:
        entry.type = QStringLiteral("call_logged");
        entry.title = command.inbound ? QStringLiteral("Inbound call") : QStringLiteral("Outbound call");
        metadata.insert(QStringLiteral("direction"), directionOf(command));
        if (command.durationSeconds) {
            metadata.insert(QStringLiteral("duration_seconds"), *command.durationSeconds);
        }
        break;
    case LogActivity::Type::Meeting:
        entry.type = QStringLiteral("meeting_completed");
        entry.title = QStringLiteral("Meeting in person");
        metadata.insert(QStringLiteral("in_person"), true);
        if (command.durationSeconds) {
            metadata.insert(QStringLiteral("duration_minutes"), (*command.durationSeconds + 30) / 60);
        }
        break;
    case LogActivity::Type::Sms:
        entry.type = command.inbound ? QStringLiteral("sms_received") : QStringLiteral("sms_sent");
        entry.title = command.inbound ? QStringLiteral("Text message received") : QStringLiteral("Text message sent");
        break;
    case LogActivity::Type::LinkedIn:
        entry.type = QStringLiteral("linkedin_message");
        entry.title = QStringLiteral("LinkedIn message");
        metadata.insert(QStringLiteral("direction"), directionOf(command));
        break;
    case LogActivity::Type::Custom:
        entry.type = QStringLiteral("custom");
        entry.title = command.title;
        break;
    }
    if (!command.outcome.isEmpty()) {
        metadata.insert(QStringLiteral("outcome"), command.outcome);
    }
}

QString summaryOf(const LogActivity& command, const QString& name)
{
    switch (command.type) {
    case LogActivity::Type::Call:
        return PlanTexts::tr("Call with %1 logged").arg(name);
    case LogActivity::Type::Meeting:
        return PlanTexts::tr("Meeting with %1 logged").arg(name);
    case LogActivity::Type::Sms:
        return PlanTexts::tr("Text message with %1 logged").arg(name);
    case LogActivity::Type::LinkedIn:
        return PlanTexts::tr("LinkedIn message with %1 logged").arg(name);
    case LogActivity::Type::Custom:
        break;
    }
    return PlanTexts::tr("Activity of %1 logged").arg(name);
}

} // namespace

Result<QString> planInto(Draft& draft, const LogActivity& command)
{
    KEYTURN_LET(const Record lead, draft.lead(command.lead));
    if (command.type == LogActivity::Type::Custom && command.title.trimmed().isEmpty()) {
        return invalid(PlanTexts::tr("Say in a few words what happened."));
    }
    if (command.type == LogActivity::Type::Sms && command.text.trimmed().isEmpty()) {
        return invalid(PlanTexts::tr("A text message needs its text."));
    }
    if (command.durationSeconds && *command.durationSeconds < 0) {
        return invalid(PlanTexts::tr("A duration cannot be negative."));
    }
    Instant at = command.at.value_or(draft.now());
    if (at > draft.now() + clockTolerance) {
        return refused(PlanTexts::tr("What is logged has happened already: the time cannot be in the future."));
    }
    at = std::min(at, draft.now());
    LogEntry entry;
    entry.lead = command.lead.toString();
    entry.description = command.text.trimmed();
    entry.highlight = command.highlight;
    entry.occurredAt = at;
    describe(command, entry);
    entry.communication = addCommunication(draft, lead, command, at);
    draft.log(entry);
    const bool isSms = command.type == LogActivity::Type::Sms;
    if (command.outcome == QLatin1String("opted_out") && (isSms || command.type == LogActivity::Type::Call)) {
        listDoNotCall(draft, lead, phoneOf(lead), isSms ? QStringLiteral("sms") : QStringLiteral("call"), at);
        return PlanTexts::tr("%1 asked not to be contacted: logged and marked").arg(lead.text(QStringLiteral("name")));
    }
    return summaryOf(command, lead.text(QStringLiteral("name")));
}

bool isCorrectable(const QString& activityType)
{
    static const QStringList byHand{
        QStringLiteral("call_logged"),  QStringLiteral("meeting_completed"), QStringLiteral("sms_sent"),
        QStringLiteral("sms_received"), QStringLiteral("linkedin_message"),  QStringLiteral("letter_sent"),
        QStringLiteral("custom"),
    };
    return byHand.contains(activityType);
}

void logCorrection(Draft& draft, const QString& lead, const QString& activity, const Correction& from,
                   const Correction& to, const QJsonObject& more)
{
    QJsonObject metadata = more;
    metadata.insert(QStringLiteral("corrects"), activity);
    metadata.insert(QStringLiteral("withdrawn"), to.withdrawn);
    if (to.text) {
        metadata.insert(QStringLiteral("fields"), QJsonObject{{QStringLiteral("description"), *to.text}});
    }
    QJsonObject previous{{QStringLiteral("withdrawn"), from.withdrawn}};
    if (from.text) {
        previous.insert(QStringLiteral("description"), *from.text);
    }
    metadata.insert(QStringLiteral("previous"), previous);
    LogEntry entry;
    entry.lead = lead;
    entry.type = QStringLiteral("activity_corrected");
    entry.title = to.withdrawn
                      ? QStringLiteral("Entry withdrawn")
                      : (from.withdrawn ? QStringLiteral("Entry reinstated") : QStringLiteral("Entry corrected"));
    entry.metadata = metadata;
    draft.log(entry);
}

Result<Correction> presentState(const Draft& draft, const Record& activity)
{
    Correction state;
    state.text = activity.text(QStringLiteral("description"));
    // After a merge an entry is corrected in the log of the lead that was kept.
    KEYTURN_LET(const QString home, homeOf(draft, activity.text(QStringLiteral("lead_id"))));
    KEYTURN_LET(const QStringList family, familyOf(draft, home));
    KEYTURN_LET(const std::vector<Record> log,
                draft.facts().rowsAmong(QStringLiteral("lead_activities"), QStringLiteral("lead_id"), family,
                                        {QStringLiteral("id"), QStringLiteral("activity_type"),
                                         QStringLiteral("metadata"), QStringLiteral("created_at")}));
    std::pair<qint64, QString> newest{-1, QString()};
    for (const Record& entry : log) {
        if (entry.text(QStringLiteral("activity_type")) != QLatin1String("activity_corrected")) {
            continue;
        }
        const QJsonObject metadata = QJsonDocument::fromJson(entry.text(QStringLiteral("metadata")).toUtf8()).object();
        const std::pair<qint64, QString> position{entry.integer(QStringLiteral("created_at")),
                                                  entry.text(QStringLiteral("id"))};
        if (metadata.value(QStringLiteral("corrects")).toString() == activity.text(QStringLiteral("id")) &&
            position > newest) {
            newest = position;
            state.withdrawn = metadata.value(QStringLiteral("withdrawn")).toBool();
            const QJsonValue text =
                metadata.value(QStringLiteral("fields")).toObject().value(QStringLiteral("description"));
            if (text.isString()) {
                state.text = text.toString();
            }
        }
    }
    return state;
}

Result<QString> planInto(Draft& draft, const CorrectActivity& command)
{
    KEYTURN_LET(const Record activity,
                draft.live(QStringLiteral("lead_activities"), command.activity.toString(), PlanTexts::tr("entry")));
    const QString type = activity.text(QStringLiteral("activity_type"));
    if (!isCorrectable(type)) {
        return refused(PlanTexts::tr("Only entries that were logged by hand can be corrected."), type);
    }
    KEYTURN_LET(const Correction before, presentState(draft, activity));
    Correction after = before;
    after.withdrawn = command.withdrawn;
    if (!command.withdrawn) {
        after.text = command.text.trimmed();
    }
    const QString summary =
        command.withdrawn ? PlanTexts::tr("Timeline entry withdrawn") : PlanTexts::tr("Timeline entry corrected");
    if (after.withdrawn == before.withdrawn && after.text == before.text) {
        return summary;
    }
    KEYTURN_LET(const QString lead, homeOf(draft, activity.text(QStringLiteral("lead_id"))));
    logCorrection(draft, lead, command.activity.toString(), before, after, {});
    const QString communication = activity.text(QStringLiteral("communication_id"));
    if (!communication.isEmpty()) {
        KEYTURN_LET(const std::optional<Record> row,
                    draft.facts().row(QStringLiteral("communications"), communication));
        if (row) {
            draft.update(QStringLiteral("communications"), *row, lead,
                         {{QStringLiteral("content"), textOrNull(after.text.value_or(QString()))},
                          {QStringLiteral("deleted_at"), after.withdrawn ? QVariant(draft.now().ms) : QVariant()}});
        }
    }
    return summary;
}

} // namespace keyturn
