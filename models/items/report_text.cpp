// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/report_text.h"

#include "models/base/money.h"
#include "models/items/lead_text.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <cmath>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::ReportText)
};

using Kind = ReportColumn::Kind;
using Names = QHash<QString, const char*>;

/// The words for the key in the present language; the key itself, made readable, if there are none.
QString wordFor(const Names& names, const QString& key)
{
    const auto found = names.constFind(key);
    return found == names.cend() ? LeadText::fromKey(key) : Words::tr(*found);
}

QString day(QDate date, bool withYear)
{
    return QLocale().toString(date, withYear ? Words::tr("MMM d, yyyy", "date format")
                                             : Words::tr("MMM d", "date format without the year"));
}

QString shortMoney(qint64 cents)
{
    constexpr double million = 1e8; // in cents
    if (std::abs(double(cents)) < million) {
        return Money{cents}.toDisplayRounded();
    }
    const QString number = QLocale().toString(std::abs(double(cents)) / million, 'f', 2);
    return (cents < 0 ? Words::tr("−$%1M", "millions of dollars") : Words::tr("$%1M", "millions of dollars"))
        .arg(number);
}

QString nameOf(const QString& user, const Catalogue& catalogue)
{
    const User* known = catalogue.user(UserId::fromString(user));
    return known != nullptr ? known->name() : user.isEmpty() ? Words::tr("Nobody") : Words::tr("Somebody who left");
}

} // namespace

QString ReportText::title(const QString& report)
{
    static const Names names{
        {QStringLiteral("recent_activities"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Recent activity")},
        {QStringLiteral("activity_counts_by_type"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Activity by type")},
        {QStringLiteral("leads_without_recent_activity"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Silent leads")},
        {QStringLiteral("lo_activity_report"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Activity by person")},
        {QStringLiteral("pipeline_board"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Pipeline")},
        {QStringLiteral("pipeline_on"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Pipeline on a day")},
        {QStringLiteral("rotting_leads"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Too long in their stage")},
        {QStringLiteral("funnel"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Funnel")},
        {QStringLiteral("stage_conversion"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Stages")},
        {QStringLiteral("conversion_by_source"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Conversion by source")},
        {QStringLiteral("source_and_partner_report"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Sources and partners")},
        {QStringLiteral("key_figures"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Key figures")},
    };
    return wordFor(names, report);
}

QString ReportText::column(const QString& key)
{
    static const Names names{
        {QStringLiteral("at"), QT_TRANSLATE_NOOP("keyturn::ReportText", "When")},
        {QStringLiteral("activity_type"), QT_TRANSLATE_NOOP("keyturn::ReportText", "What")},
        {QStringLiteral("title"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Title")},
        {QStringLiteral("to_stage"), QT_TRANSLATE_NOOP("keyturn::ReportText", "To")},
        {QStringLiteral("lead"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Lead")},
        {QStringLiteral("user"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Person")},
        {QStringLiteral("owner"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Owner")},
        {QStringLiteral("count"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Entries")},
        {QStringLiteral("first"), QT_TRANSLATE_NOOP("keyturn::ReportText", "First")},
        {QStringLiteral("last"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Last")},
        {QStringLiteral("leads"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Leads")},
        {QStringLiteral("activities"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Entries")},
        {QStringLiteral("calls"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Calls")},
        {QStringLiteral("emails"), QT_TRANSLATE_NOOP("keyturn::ReportText", "E-mails")},
        {QStringLiteral("quotes"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Quotes")},
        {QStringLiteral("conversions"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Applications")},
        {QStringLiteral("stage"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Stage")},
        {QStringLiteral("kind"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Kind")},
        {QStringLiteral("value_cents"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Amount")},
        {QStringLiteral("weighted_cents"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Weighted")},
        {QStringLiteral("wip_limit"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Limit")},
        {QStringLiteral("over_limit"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Over")},
        {QStringLiteral("leads_now"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Today")},
        {QStringLiteral("difference"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Change")},
        {QStringLiteral("entered"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Entered")},
        {QStringLiteral("moved_on"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Moved on")},
        {QStringLiteral("moved_back"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Moved back")},
        {QStringLiteral("exited"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Left")},
        {QStringLiteral("waiting"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Still there")},
        {QStringLiteral("conversion"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Conversion")},
        {QStringLiteral("median_days"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Median")},
        {QStringLiteral("slowest_tenth_days"), QT_TRANSLATE_NOOP("keyturn::ReportText", "90%")},
        {QStringLiteral("limit_days"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Limit")},
        {QStringLiteral("of_previous"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Of prev.")},
        {QStringLiteral("of_all"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Of all")},
        {QStringLiteral("source"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Source")},
        {QStringLiteral("lead_source"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Origin")},
        {QStringLiteral("partner"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Partner")},
        {QStringLiteral("applications"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Applications")},
        {QStringLiteral("funded"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Funded")},
        {QStringLiteral("volume_cents"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Volume")},
        {QStringLiteral("last_activity"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Last activity")},
        {QStringLiteral("silent_days"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Days")},
        {QStringLiteral("idle_days"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Days")},
        {QStringLiteral("pull_through"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Pull-through")},
        {QStringLiteral("speed_minutes"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Median speed to lead")},
        {QStringLiteral("close_days"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Application to close")},
    };
    return key == QLatin1String("bar") ? QString() : wordFor(names, key);
}

QString ReportText::activityType(const QString& key)
{
    static const Names names{
        {QStringLiteral("created"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Leads created")},
        {QStringLiteral("imported"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Leads imported")},
        {QStringLiteral("status_changed"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Stage moves")},
        {QStringLiteral("assigned"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Assignments")},
        {QStringLiteral("reassigned"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Reassignments")},
        {QStringLiteral("note_added"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Notes")},
        {QStringLiteral("call_logged"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Calls")},
        {QStringLiteral("call_completed"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Calls by phone system")},
        {QStringLiteral("email_sent"), QT_TRANSLATE_NOOP("keyturn::ReportText", "E-mails sent")},
        {QStringLiteral("email_received"), QT_TRANSLATE_NOOP("keyturn::ReportText", "E-mails received")},
        {QStringLiteral("email_opened"), QT_TRANSLATE_NOOP("keyturn::ReportText", "E-mails opened")},
        {QStringLiteral("email_clicked"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Links clicked")},
        {QStringLiteral("email_replied"), QT_TRANSLATE_NOOP("keyturn::ReportText", "E-mail replies")},
        {QStringLiteral("email_bounced"), QT_TRANSLATE_NOOP("keyturn::ReportText", "E-mails bounced")},
        {QStringLiteral("sms_sent"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Text messages sent")},
        {QStringLiteral("sms_received"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Text messages received")},
        {QStringLiteral("linkedin_message"), QT_TRANSLATE_NOOP("keyturn::ReportText", "LinkedIn messages")},
        {QStringLiteral("letter_sent"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Letters sent")},
        {QStringLiteral("meeting_scheduled"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Meetings scheduled")},
        {QStringLiteral("meeting_completed"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Meetings")},
        {QStringLiteral("follow_up_scheduled"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Follow-ups planned")},
        {QStringLiteral("task_completed"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Tasks done")},
        {QStringLiteral("quote_generated"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Quotes")},
        {QStringLiteral("document_added"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Documents added")},
        {QStringLiteral("converted_to_application"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Applications taken")},
        {QStringLiteral("consent_granted"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Consents granted")},
        {QStringLiteral("consent_revoked"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Consents revoked")},
        {QStringLiteral("dnc_listed"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Do-not-call listings")},
        {QStringLiteral("field_changed"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Fields changed")},
        {QStringLiteral("tag_added"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Tags added")},
        {QStringLiteral("tag_removed"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Tags removed")},
        {QStringLiteral("referral_linked"), QT_TRANSLATE_NOOP("keyturn::ReportText", "People linked")},
        {QStringLiteral("lead_merged"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Leads merged")},
        {QStringLiteral("lead_deleted"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Leads removed")},
        {QStringLiteral("lead_restored"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Leads restored")},
        {QStringLiteral("custom"), QT_TRANSLATE_NOOP("keyturn::ReportText", "Other entries")},
    };
    return wordFor(names, key);
}

QString ReportText::minutes(double minutes)
{
    constexpr double anHour = 60;
    constexpr double aDay = 24 * anHour;
    const QLocale locale;
    if (minutes < anHour) {
        return Words::tr("%1 min").arg(locale.toString(qRound(minutes)));
    }
    return minutes < 2 * aDay ? Words::tr("%1 h", "hours").arg(locale.toString(qRound(minutes / anHour)))
                              : Words::tr("%1 d", "days").arg(locale.toString(qRound(minutes / aDay)));
}

QString ReportText::cell(const QVariant& value, const ReportColumn& column, const Catalogue& catalogue,
                         const QTimeZone& zone)
{
    if (column.kind == Kind::Money && value.isValid()) {
        return shortMoney(value.toLongLong());
    }
    if (column.kind == Kind::Days && value.isValid()) {
        const double days = value.toDouble();
        return Words::tr("%1 d", "days")
            .arg(QLocale().toString(days, 'f', days < 10 && days != std::floor(days) ? 1 : 0));
    }
    return exactCell(value, column, catalogue, zone);
}

QString ReportText::exactCell(const QVariant& value, const ReportColumn& column, const Catalogue& catalogue,
                              const QTimeZone& zone)
{
    const QLocale locale;
    if (column.kind == Kind::User && !value.isValid() && column.key == QLatin1String("user")) {
        return QStringLiteral("Keyturn"); // what the program did by itself
    }
    if (column.kind == Kind::User) {
        return nameOf(value.toString(), catalogue);
    }
    if (!value.isValid()) {
        return QStringLiteral("–");
    }
    switch (column.kind) {
    case Kind::Count:
        return locale.toString(value.toLongLong());
    case Kind::Money:
        return Money{value.toLongLong()}.toDisplay();
    case Kind::Percent:
        return Words::tr("%1%", "per cent").arg(locale.toString(value.toDouble(), 'f', 1));
    case Kind::Days:
        return Words::tr("%1 d", "days").arg(locale.toString(value.toDouble(), 'f', 1));
    case Kind::Minutes:
        return minutes(value.toDouble());
    case Kind::Date:
        return day(value.toDate(), true);
    case Kind::Moment:
        return locale.toString(Instant{value.toLongLong()}.inZone(zone),
                               Words::tr("MMM d, h:mm AP", "format of date and time"));
    case Kind::Flag:
        return value.toLongLong() != 0 ? Words::tr("yes") : QString();
    case Kind::Stage: {
        const Stage* stage = catalogue.stageByKey(value.toString());
        return stage != nullptr ? stage->name : LeadText::fromKey(value.toString());
    }
    case Kind::ActivityType:
        return activityType(value.toString());
    case Kind::Source:
        return LeadText::source(value.toString());
    case Kind::Text:
    case Kind::User:
    case Kind::Lead:
    case Kind::LeadKey:
        break;
    }
    return value.toString();
}

QString ReportText::period(QDate from, QDate to)
{
    if (!from.isValid()) {
        return {};
    }
    if (from == to) {
        return day(from, true);
    }
    return Words::tr("%1 to %2", "two days").arg(day(from, from.year() != to.year()), day(to, true));
}

QString ReportText::sumWord()
{
    return Words::tr("All", "the sum of all rows");
}

} // namespace keyturn
