// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/timeline_rows.h"

#include "models/items/timeline_model.h"

#include <QDate>
#include <QLocale>

namespace keyturn {

namespace {

using Tone = TimelineRow::Tone;

Tone toneOf(const QString& type, const QString& icon)
{
    static constexpr struct
    {
        const char* prefix;
        Tone tone;
    } tones[] = {
        {"call_", Tone::Green},           {"task_completed", Tone::Green}, {"converted_", Tone::Green},
        {"consent_granted", Tone::Green}, {"email_", Tone::Accent},        {"sms_", Tone::Accent},
        {"whatsapp_", Tone::Accent},      {"linkedin_", Tone::Accent},     {"letter_", Tone::Accent},
        {"meeting_", Tone::Accent},       {"follow_up_", Tone::Accent},    {"quote_", Tone::Accent},
        {"prequal_", Tone::Accent},       {"rate_locked", Tone::Amber},    {"action_", Tone::Violet},
        {"consent_revoked", Tone::Red},   {"dnc_listed", Tone::Red},       {"lead_deleted", Tone::Red},
    };
    if (icon == QLatin1String("phone-missed") || icon == QLatin1String("phone-off")) {
        return Tone::Neutral;
    }
    for (const auto& each : tones) {
        if (type.startsWith(QLatin1String(each.prefix))) {
            return each.tone;
        }
    }
    return Tone::Neutral;
}

} // namespace

TimelineRows::TimelineRows(const TimelineModel& model, bool shortDays)
    : m_model(model)
    , m_shortDays(shortDays)
{}

QString TimelineRows::key(int row) const
{
    return m_model.entryAt(row).id.toString();
}

TimelineRow TimelineRows::row(int row) const
{
    using Role = TimelineModel::Role;
    const QModelIndex index = m_model.index(row, 0);
    const auto text = [&index](Role role) { return index.data(role).toString(); };
    const auto flag = [&index](Role role) { return index.data(role).toBool(); };

    TimelineRow made;
    if (flag(Role::IsFirstOfDay)) {
        made.day = text(Role::DayText);
        if (m_shortDays) {
            const qsizetype comma = made.day.indexOf(QLatin1Char(','));
            const QString first = made.day.left(comma);
            if (first == tr("Today") || first == tr("Yesterday")) {
                made.day = first;
            }
        }
    }
    made.icon = text(Role::Icon);
    made.tone = toneOf(text(Role::Type), made.icon);
    const QString object = text(Role::SentenceObject);
    QString sentence = text(Role::Sentence);
    if (!object.isEmpty() && sentence.endsWith(object)) {
        sentence.chop(object.size());
    }
    made.sentence.push_back({text(Role::Actor), true});
    made.sentence.push_back({QStringLiteral(" ") + sentence, false});
    if (!object.isEmpty()) {
        made.sentence.push_back({object, true});
    }
    if (const QString detail = text(Role::Detail); !detail.trimmed().isEmpty()) {
        made.details = markdownRuns(detail);
    }
    QStringList marks;
    if (flag(Role::Private)) {
        marks.append(tr("Private, only you see this."));
    }
    if (flag(Role::Withdrawn)) {
        marks.append(tr("Withdrawn."));
    } else if (flag(Role::Corrected)) {
        marks.append(tr("Corrected later."));
    }
    if (flag(Role::Backdated)) {
        marks.append(tr("Written down later."));
    }
    if (flag(Role::Pending)) {
        marks.append(tr("Saving…"));
    }
    made.marks = marks.join(QLatin1Char(' '));
    made.time = text(Role::TimeText);
    made.isHighlight = flag(Role::Highlight);
    made.isWithdrawn = flag(Role::Withdrawn);
    made.isPending = flag(Role::Pending);
    return made;
}

} // namespace keyturn
