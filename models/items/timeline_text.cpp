// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/timeline_text.h"

#include "models/items/lead_text.h"
#include "models/items/timeline_phrases.h"

#include <QCoreApplication>
#include <QHash>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::TimelineText)
};

const TimelineKind* kindOf(const QString& type)
{
    static const QHash<QString, const TimelineKind*> byType = [] {
        QHash<QString, const TimelineKind*> map;
        for (const TimelineKind& kind : timelineKinds()) {
            map.insert(QLatin1String(kind.type), &kind);
        }
        return map;
    }();
    return byType.value(type, nullptr);
}

/// What the borrower does themself is told with their name.
bool leadActs(const QString& type)
{
    static const QStringList types{
        QStringLiteral("email_received"),    QStringLiteral("email_opened"),    QStringLiteral("email_clicked"),
        QStringLiteral("email_replied"),     QStringLiteral("email_bounced"),   QStringLiteral("sms_received"),
        QStringLiteral("whatsapp_received"), QStringLiteral("proposal_viewed"), QStringLiteral("contract_signed"),
        QStringLiteral("form_submitted"),    QStringLiteral("website_visit"),   QStringLiteral("campaign_responded"),
        QStringLiteral("campaign_converted")};
    return types.contains(type);
}

QString actorOf(const TimelineScene& scene)
{
    const TimelineEntry& entry = scene.entry;
    if (leadActs(entry.type)) {
        return scene.lead.isEmpty() ? Words::tr("The lead") : scene.lead;
    }
    if (!entry.actorName.isEmpty()) {
        return entry.actorName;
    }
    if (const User* user = scene.catalogue.user(entry.createdBy)) {
        return user->name();
    }
    return entry.actorType == QLatin1String("external") ? Words::tr("Another system")
           : entry.actorType == QLatin1String("ai")     ? Words::tr("The assistant")
                                                        : Words::tr("Keyturn");
}

} // namespace

QString TimelineSentence::line() const
{
    return QString(actor + u' ' + text);
}

TimelineSentence timelineSentence(const TimelineEntry& entry, const Catalogue& catalogue, const QString& lead)
{
    const TimelineScene scene{entry, catalogue, lead};
    TimelineSentence sentence;
    sentence.actor = actorOf(scene);
    const TimelineKind* kind = kindOf(entry.type);
    if (kind == nullptr) {
        // A type of a newer version: its own title says what it is.
        sentence.text = entry.title.isEmpty() ? LeadText::fromKey(entry.type) : entry.title;
        sentence.icon = QStringLiteral("info");
    } else {
        const TimelinePhrase phrase = kind->compose(scene);
        sentence.text = phrase.text;
        sentence.object = phrase.object;
        sentence.icon = QLatin1String(kind->icon);
        if (entry.type.startsWith(QLatin1String("call_"))) {
            const bool inbound = scene.text("direction") == QLatin1String("inbound");
            const QString outcome = scene.text("outcome");
            const bool missed = outcome == QLatin1String("no_answer") || outcome == QLatin1String("busy");
            sentence.icon = outcome == QLatin1String("voicemail") ? QStringLiteral("voicemail")
                            : missed                              ? QStringLiteral("phone-missed")
                            : inbound                             ? QStringLiteral("phone-incoming")
                                                                  : QStringLiteral("phone");
        }
    }
    for (const char* key : {"notes", "message", "note_content", "reason"}) {
        if (sentence.detail.isEmpty()) {
            sentence.detail = entry.description.isEmpty() ? scene.text(key) : entry.description;
        }
    }
    return sentence;
}

TimelineGroup timelineGroup(const QString& activityType)
{
    const TimelineKind* kind = kindOf(activityType);
    return kind == nullptr ? TimelineGroup::System : kind->group;
}

QStringList timelineTypes(TimelineGroup group)
{
    QStringList types;
    if (group != TimelineGroup::All) {
        for (const TimelineKind& kind : timelineKinds()) {
            if (kind.group == group) {
                types.append(QLatin1String(kind.type));
            }
        }
    }
    return types;
}

QString durationText(int seconds)
{
    if (seconds < 60) {
        return Words::tr("%1 s", "seconds").arg(seconds);
    }
    const int minutes = (seconds + 30) / 60;
    if (minutes < 60) {
        return Words::tr("%1 min").arg(minutes);
    }
    return minutes % 60 == 0 ? Words::tr("%1 h", "hours").arg(minutes / 60)
                             : Words::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

} // namespace keyturn
