// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/event_mode.h"

#include "ui/kit/button.h"
#include "ui/kit/flow_layout.h"
#include "ui/kit/line_edit.h"
#include "ui/lead/choice_pills.h"
#include "ui/lead/growing_edit.h"
#include "ui/lead/when_field.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QVBoxLayout>

namespace keyturn {

EventMode::EventMode(Theme& theme, const Clock& clock, const QTimeZone& zone, LogActivity::Type type, bool compact,
                     QWidget* parent)
    : ComposerMode(parent)
    , m_type(type)
    , m_text(new GrowingEdit(theme, this))
    , m_when(new WhenField(clock, zone, this))
    , m_log(new Button(theme, Button::Kind::Primary,
                       type == LogActivity::Type::Call  ? tr("Log the call")
                       : type == LogActivity::Type::Sms ? tr("Log the message")
                                                        : tr("Log the meeting"),
                       this))
{
    setObjectName(isCall()  ? QStringLiteral("callMode")
                  : isSms() ? QStringLiteral("smsMode")
                            : QStringLiteral("meetingMode"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    if (isCall()) {
        m_outcome = new ChoicePills(theme, tr("Outcome"), choices(ValueList::CallOutcome), compact ? 2 : 4, this);
        m_outcome->setObjectName(QStringLiteral("callOutcome"));
        m_outcome->setValue(defaultOutcome());
        column->addWidget(m_outcome);
        connect(m_outcome, &ChoicePills::changed, this, &ComposerMode::edited);
    }
    m_text->setObjectName(QStringLiteral("eventText"));
    m_text->setEnterSubmits(isCall());
    m_text->setKeyHint(isCall() ? tr("Enter") : tr("Ctrl Enter"));
    m_text->setPlaceholderText(isCall()  ? tr("What was said. Enter logs the call.")
                               : isSms() ? tr("The text message.")
                                         : tr("What came out of the meeting."));
    m_text->setAccessibleName(isCall() ? tr("Call notes") : isSms() ? tr("Text message") : tr("Meeting notes"));
    column->addWidget(m_text);

    auto* options = new QWidget(this);
    QLayout* row = new FlowLayout(8, options);
    if (m_type != LogActivity::Type::Meeting) {
        m_direction = new QComboBox(this);
        m_direction->setObjectName(QStringLiteral("eventDirection"));
        m_direction->setAccessibleName(tr("Direction"));
        m_direction->addItem(isCall() ? tr("I called") : tr("I wrote"), false);
        m_direction->addItem(isCall() ? tr("They called") : tr("They wrote"), true);
        row->addWidget(m_direction);
        connect(m_direction, &QComboBox::activated, this, &ComposerMode::edited);
    }
    if (!isSms()) {
        m_minutes = new LineEdit(theme, this);
        m_minutes->setObjectName(QStringLiteral("eventMinutes"));
        m_minutes->setAccessibleName(tr("Minutes"));
        m_minutes->setValidator(new QIntValidator(0, 24 * 60, m_minutes));
        m_minutes->setSuffix(tr("min"));
        m_minutes->setFixedWidth(76);
        row->addWidget(m_minutes);
        connect(m_minutes, &QLineEdit::textEdited, this, &ComposerMode::edited);
        connect(m_minutes, &QLineEdit::returnPressed, this, &ComposerMode::submitted);
    }
    row->addWidget(m_when);
    m_log->setObjectName(QStringLiteral("eventLog"));
    m_log->setAccessibleName(m_log->text());
    auto* last = new QBoxLayout(compact ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    last->setSpacing(8);
    last->addWidget(options, 1);
    last->addWidget(m_log, 0, Qt::AlignRight | Qt::AlignTop);
    column->addLayout(last);

    connect(m_text, &QPlainTextEdit::textChanged, this, &ComposerMode::edited);
    connect(m_text, &GrowingEdit::submitted, this, &ComposerMode::submitted);
    connect(m_text, &GrowingEdit::cancelled, this, &ComposerMode::cancelled);
    connect(m_when, &WhenField::edited, this, &ComposerMode::edited);
    connect(m_log, &QAbstractButton::clicked, this, &ComposerMode::submitted);
}

QString EventMode::defaultOutcome() const
{
    return isCall() ? QStringLiteral("connected") : QString();
}

Result<Command> EventMode::command(LeadId lead) const
{
    if (m_when->isInFuture()) {
        return fail(Error::Kind::Invalid, tr("This time has not come yet. Log what has happened; plan what is to come "
                                             "as a follow-up."));
    }
    const QString text = m_text->toPlainText().trimmed();
    if (isSms() && text.isEmpty()) {
        return fail(Error::Kind::Invalid, tr("Write what the message said, then log it."));
    }
    LogActivity activity;
    activity.lead = lead;
    activity.type = m_type;
    activity.text = text;
    activity.at = m_when->value();
    activity.outcome = m_outcome != nullptr ? m_outcome->value() : QString();
    activity.inbound = m_direction != nullptr && m_direction->currentData().toBool();
    if (m_minutes != nullptr && m_minutes->text().toInt() > 0) {
        activity.durationSeconds = m_minutes->text().toInt() * 60;
    }
    return Command(activity);
}

QVariantMap EventMode::draft() const
{
    QVariantMap draft;
    if (!m_text->toPlainText().trimmed().isEmpty()) {
        draft.insert(QStringLiteral("text"), m_text->toPlainText());
    }
    if (m_outcome != nullptr && m_outcome->value() != defaultOutcome()) {
        draft.insert(QStringLiteral("outcome"), m_outcome->value());
    }
    if (m_direction != nullptr && m_direction->currentIndex() > 0) {
        draft.insert(QStringLiteral("inbound"), true);
    }
    if (m_minutes != nullptr && m_minutes->text().toInt() > 0) {
        draft.insert(QStringLiteral("minutes"), m_minutes->text());
    }
    if (const QVariant when = m_when->draft(); when.isValid()) {
        draft.insert(QStringLiteral("when"), when);
    }
    return draft;
}

void EventMode::setDraft(const QVariantMap& draft)
{
    const QSignalBlocker quiet(this);
    m_text->setPlainText(draft.value(QStringLiteral("text")).toString());
    m_text->moveCursor(QTextCursor::End);
    if (m_outcome != nullptr) {
        m_outcome->setValue(draft.value(QStringLiteral("outcome"), defaultOutcome()).toString());
    }
    if (m_direction != nullptr) {
        m_direction->setCurrentIndex(draft.value(QStringLiteral("inbound")).toBool() ? 1 : 0);
    }
    if (m_minutes != nullptr) {
        m_minutes->setText(draft.value(QStringLiteral("minutes")).toString());
    }
    m_when->setDraft(draft.value(QStringLiteral("when")));
}

void EventMode::focusFirst()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void EventMode::setBusy(bool busy)
{
    m_log->setEnabled(!busy);
}

} // namespace keyturn
