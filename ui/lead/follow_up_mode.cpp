// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/follow_up_mode.h"

#include "ui/kit/button.h"
#include "ui/lead/due_field.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace keyturn {

FollowUpMode::FollowUpMode(Theme& theme, const Clock& clock, const QTimeZone& zone, bool compact, QWidget* parent)
    : ComposerMode(parent)
    , m_title(new QLineEdit(this))
    , m_due(new DueField(theme, clock, zone, this))
    , m_plan(new Button(theme, Button::Kind::Primary, tr("Plan it"), this))
{
    setObjectName(QStringLiteral("followUpMode"));
    m_title->setObjectName(QStringLiteral("followUpTitle"));
    m_title->setAccessibleName(tr("Follow-up"));
    m_title->setPlaceholderText(tr("What is to be done next"));
    m_title->setMaxLength(255);
    m_title->setMinimumHeight(40);
    m_plan->setObjectName(QStringLiteral("followUpPlan"));
    m_plan->setAccessibleName(tr("Plan the follow-up"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    auto* row = new QBoxLayout(compact ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    row->setSpacing(8);
    row->addWidget(m_due, 1);
    row->addWidget(m_plan, 0, Qt::AlignRight | Qt::AlignTop);
    column->addLayout(row);
    connect(m_title, &QLineEdit::textEdited, this, &ComposerMode::edited);
    connect(m_title, &QLineEdit::returnPressed, this, &ComposerMode::submitted);
    connect(m_due, &DueField::edited, this, &ComposerMode::edited);
    connect(m_plan, &QAbstractButton::clicked, this, &ComposerMode::submitted);
}

Result<Command> FollowUpMode::command(LeadId lead) const
{
    const QString title = m_title->text().trimmed();
    if (title.isEmpty()) {
        return fail(Error::Kind::Invalid, tr("Say what is to be done, then plan it."));
    }
    if (m_due->isPast()) {
        return fail(Error::Kind::Invalid, tr("This time is over already. Choose one that is still to come."));
    }
    AddTask task;
    task.lead = lead;
    task.title = title;
    task.dueDate = m_due->date();
    task.dueTime = m_due->time();
    task.isFollowUp = true;
    return Command(task);
}

QVariantMap FollowUpMode::draft() const
{
    if (m_title->text().trimmed().isEmpty()) {
        return {};
    }
    QVariantMap draft{{QStringLiteral("title"), m_title->text()}};
    if (const auto date = m_due->date()) {
        draft.insert(QStringLiteral("date"), date->toString(Qt::ISODate));
    }
    if (const auto time = m_due->time()) {
        draft.insert(QStringLiteral("time"), time->toString(QStringLiteral("HH:mm")));
    }
    return draft;
}

void FollowUpMode::setDraft(const QVariantMap& draft)
{
    const QSignalBlocker quiet(this);
    m_title->setText(draft.value(QStringLiteral("title")).toString());
    const QDate date = QDate::fromString(draft.value(QStringLiteral("date")).toString(), Qt::ISODate);
    const QTime time = QTime::fromString(draft.value(QStringLiteral("time")).toString(), QStringLiteral("HH:mm"));
    if (date.isValid()) {
        m_due->setDue(date, time.isValid() ? std::optional(time) : std::nullopt);
    } else {
        m_due->setToTomorrow();
    }
}

void FollowUpMode::focusFirst()
{
    m_title->setFocus(Qt::ShortcutFocusReason);
}

void FollowUpMode::setBusy(bool busy)
{
    m_plan->setEnabled(!busy);
}

} // namespace keyturn
