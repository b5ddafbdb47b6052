// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sample/sample_details.h"
#include "models/sample/sample_source.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace keyturn::sample {

namespace {

QString json(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

void SampleSource::addActivity(const Event& event, RowBatch& batch) const
{
    // Without the extra events of a long timeline: drawing them anew for each of them would never end.
    const LeadPlan drawn = planLead(m_options.seed, event.lead, m_options.now, static_cast<int>(m_team.size()));
    const QVariant actor = userId(std::max(drawn.owner, 0));
    QString type;
    QString title;
    QVariant description;
    QVariant from, to, fromId, toId, communication;
    QJsonObject metadata;
    bool bySystem = false;
    bool highlight = false;
    switch (event.kind) {
    case Event::Kind::Created:
        type = QStringLiteral("created");
        title = QStringLiteral("Lead created");
        bySystem = true;
        break;
    case Event::Kind::Assigned:
        type = QStringLiteral("assigned");
        title = QStringLiteral("Lead assigned");
        metadata.insert(QStringLiteral("assigned_to_id"), userId(drawn.owner).toString());
        bySystem = true;
        break;
    case Event::Kind::Moved: {
        const LeadPlan::Stop& before = drawn.path[event.detail - 1];
        const LeadPlan::Stop& after = drawn.path[event.detail];
        const auto b = static_cast<std::size_t>(before.stage);
        const auto a = static_cast<std::size_t>(after.stage);
        type = QStringLiteral("status_changed");
        title = QString(QStringLiteral("Moved to ") + m_stageNames[a]);
        from = latin(stageKeys[b]);
        to = latin(stageKeys[a]);
        fromId = m_stageIds[b];
        toId = m_stageIds[a];
        metadata.insert(QStringLiteral("days_in_stage"), (after.enteredAt - before.enteredAt) / msPerDay);
        highlight = after.stage == fundedStage;
        break;
    }
    case Event::Kind::Called:
    case Event::Kind::Texted:
    case Event::Kind::Met: {
        const bool call = event.kind == Event::Kind::Called;
        const bool text = event.kind == Event::Kind::Texted;
        const Talk talk = talkOf(m_options.seed, event);
        const QString row = rowId(CommunicationRow, drawn.index, event.detail * 16ULL + quint64(event.kind), event.at);
        communication = row;
        metadata.insert(QStringLiteral("communication_id"), row);
        description = orNull(!talk.content.isEmpty(), talk.content);
        if (call) {
            type = QStringLiteral("call_logged");
            title = QStringLiteral("Call logged");
            metadata.insert(QStringLiteral("outcome"), talk.outcome);
            metadata.insert(QStringLiteral("direction"), QStringLiteral("outbound"));
            metadata.insert(QStringLiteral("duration_seconds"), talk.seconds);
            highlight = talk.highlight;
        } else if (text) {
            type = QStringLiteral("sms_sent");
            title = QStringLiteral("Text message sent");
            metadata.insert(QStringLiteral("message"), talk.content);
        } else {
            type = QStringLiteral("meeting_completed");
            title = QStringLiteral("Meeting held");
            metadata.insert(QStringLiteral("duration_minutes"), talk.seconds / 60);
            metadata.insert(QStringLiteral("in_person"), true);
        }
        break;
    }
    case Event::Kind::Noted: {
        type = QStringLiteral("note_added");
        title = QStringLiteral("Note added");
        metadata.insert(QStringLiteral("note_id"), rowId(NoteRow, drawn.index, event.detail, event.at));
        metadata.insert(QStringLiteral("note_type"), QStringLiteral("general"));
        break;
    }
    case Event::Kind::FollowUp:
        type = QStringLiteral("follow_up_scheduled");
        title = QStringLiteral("Follow-up planned");
        metadata.insert(QStringLiteral("scheduled_for"),
                        Instant{event.at + 2 * msPerDay}.toUtc().toString(Qt::ISODateWithMs));
        break;
    case Event::Kind::TaskDone: {
        type = QStringLiteral("task_completed");
        const QString task = latin(doneTaskOf(m_options.seed, event).title);
        title = QString(QStringLiteral("Task done: ") + task);
        metadata.insert(QStringLiteral("title"), task);
        metadata.insert(QStringLiteral("task_id"), rowId(DoneTaskRow, drawn.index, event.detail, event.at));
        break;
    }
    }
    batch.rows.push_back({rowId(ActivityRow, drawn.index, event.detail * 16ULL + quint64(event.kind), event.at),
                          rowId(LeadRow, drawn.index, 0, drawn.createdAt()), type, title, description, from, to, fromId,
                          toId, json(metadata), bySystem ? QStringLiteral("system") : QStringLiteral("user"),
                          bySystem ? QVariant() : actor, bySystem ? QVariant() : actor, communication,
                          highlight ? 1 : 0, event.at, event.at, event.at});
}

} // namespace keyturn::sample
