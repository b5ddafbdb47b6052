// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/lead_words.h"

#include "models/base/money.h"
#include "models/domain/calling_hours.h"
#include "models/domain/lead_fields.h"
#include "models/items/day_frame.h"
#include "models/items/moment_text.h"

namespace keyturn {

LeadWords::LeadWords(const Workspace& workspace, const LeadDetail& detail)
    : m_workspace(workspace)
    , m_detail(detail)
{}

QDate LeadWords::today() const
{
    return m_workspace.clock().now().dateIn(userZone(m_workspace.catalogue()));
}

QString LeadWords::text(const char* field) const
{
    return m_detail.value(QLatin1String(field)).toString();
}

QString LeadWords::inStage() const
{
    const qint64 since = m_detail.lead.integer(QStringLiteral("stage_entered_at"));
    if (since == 0) {
        return {};
    }
    const QDate entered = Instant{since}.dateIn(userZone(m_workspace.catalogue()));
    const int days = static_cast<int>(entered.daysTo(today()));
    return days <= 0 ? tr("Since today") : (days == 1 ? tr("1 day") : tr("%1 days").arg(days));
}

QString LeadWords::amount() const
{
    const QVariant loan = m_detail.loan.value(QStringLiteral("loan_amount_cents"));
    const QVariant value = loan.isValid() ? loan : m_detail.lead.value(QStringLiteral("estimated_value_cents"));
    return value.isValid() ? Money{value.toLongLong()}.toDisplay() : QString();
}

QString LeadWords::rate() const
{
    const auto field = leadField(QStringLiteral("loan.interest_rate_pct3"));
    return field ? formatField(*field, m_detail.loan.value(QStringLiteral("interest_rate_pct3"))) : QString();
}

QString LeadWords::closing() const
{
    QDate day = QDate::fromString(text("loan.target_closing_date"), Qt::ISODate);
    if (!day.isValid()) {
        day = QDate::fromString(text("expected_close_date"), Qt::ISODate);
    }
    if (!day.isValid()) {
        return {};
    }
    const QString shown = MomentText::shortDate(day, today());
    const int days = static_cast<int>(today().daysTo(day));
    if (days == 0) {
        return tr("%1, today").arg(shown);
    }
    if (days > 0) {
        return days == 1 ? tr("%1, tomorrow").arg(shown) : tr("%1, in %2 days").arg(shown).arg(days);
    }
    return days == -1 ? tr("%1, yesterday").arg(shown) : tr("%1, %2 days ago").arg(shown).arg(-days);
}

QString LeadWords::source() const
{
    const QString key = text("source");
    return key.isEmpty() ? QString() : choiceLabel(ValueList::Source, key);
}

QString LeadWords::origin() const
{
    const QString named = text("lead_source");
    return named.isEmpty() ? source() : named;
}

QString LeadWords::taskDue(const Task& task) const
{
    if (task.dueAt.isNull()) {
        return {};
    }
    const DayFrame frame = DayFrame::around(m_workspace.clock().now(), userZone(m_workspace.catalogue()));
    QString due = MomentText::due(task.dueAt, !task.dueTime.isEmpty(), m_workspace.clock().now(), frame);
    const DueState state = MomentText::dueState(task.dueAt, m_workspace.clock().now(), frame);
    if ((state == DueState::Today || state == DueState::Tomorrow) && !due.isEmpty()) {
        due[0] = due[0].toLower(); // it follows the title in one line
    }
    return due;
}

bool LeadWords::isLate(const Task& task) const
{
    return !task.dueAt.isNull() && task.dueAt < m_workspace.clock().now();
}

std::optional<int> LeadWords::lockDaysLeft() const
{
    const QDate day = QDate::fromString(text("loan.rate_lock_expires_on"), Qt::ISODate);
    return day.isValid() ? std::optional(static_cast<int>(today().daysTo(day))) : std::nullopt;
}

QString LeadWords::lockDay() const
{
    const QDate day = QDate::fromString(text("loan.rate_lock_expires_on"), Qt::ISODate);
    return day.isValid() ? MomentText::shortDate(day, today()) : QString();
}

std::optional<LeadWords::Hours> LeadWords::hours() const
{
    const QString mobile = text("mobile");
    const QString phone = mobile.isEmpty() ? text("phone") : mobile;
    const auto found = callingHours(text("profile.state"), phone, m_workspace.clock().now());
    if (!found) {
        return std::nullopt;
    }
    Hours hours;
    hours.time = MomentText::time(found->localTime.time());
    hours.open = found->isOpen;
    if (!hours.open) {
        hours.opens = MomentText::time(found->opensAt.inZone(userZone(m_workspace.catalogue())).time());
    }
    return hours;
}

} // namespace keyturn
