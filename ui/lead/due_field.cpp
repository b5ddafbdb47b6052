// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/due_field.h"

#include "models/items/moment_text.h"
#include "ui/kit/button.h"
#include "ui/kit/flow_layout.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLocale>

#include <algorithm>

namespace keyturn {

DueField::DueField(Theme& theme, const Clock& clock, const QTimeZone& zone, QWidget* parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_zone(zone)
    , m_edit(new QDateEdit(this))
    , m_time(new QComboBox(this))
{
    auto* row = new FlowLayout(4, this);
    const auto add = [&](const QString& objectName, const QString& text) {
        auto* button = new Button(theme, Button::Kind::Secondary, text, this);
        button->setObjectName(objectName);
        button->setAccessibleName(tr("Due: %1").arg(text));
        button->setSmall(true);
        button->setCheckable(true);
        row->addWidget(button);
        return button;
    };
    m_today = add(QStringLiteral("dueToday"), tr("Today"));
    m_tomorrow = add(QStringLiteral("dueTomorrow"), tr("Tomorrow"));
    m_monday = add(QStringLiteral("dueMonday"), tr("Monday"));
    m_pick = add(QStringLiteral("duePick"), tr("Pick…"));
    m_edit->setObjectName(QStringLiteral("dueDate"));
    m_edit->setAccessibleName(tr("Due on"));
    m_edit->setCalendarPopup(true);
    m_edit->setTimeSpec(Qt::UTC);
    m_edit->setDisplayFormat(tr("MMM d, yyyy"));
    m_edit->hide();
    row->addWidget(m_edit);
    m_time->setObjectName(QStringLiteral("dueTime"));
    m_time->setAccessibleName(tr("Due at"));
    m_time->setFixedHeight(28);
    m_edit->setFixedHeight(28);
    m_time->addItem(tr("Any time"));
    for (int minutes = 7 * 60; minutes <= 20 * 60; minutes += 30) {
        const QTime time = QTime(0, 0).addSecs(minutes * 60);
        m_time->addItem(MomentText::time(time), time);
    }
    row->addWidget(m_time);

    connect(m_today, &QAbstractButton::clicked, this, [this] { choose(today()); });
    connect(m_tomorrow, &QAbstractButton::clicked, this, [this] { choose(today().addDays(1)); });
    connect(m_monday, &QAbstractButton::clicked, this, [this] { choose(nextMonday()); });
    connect(m_pick, &QAbstractButton::clicked, this, [this] {
        m_edit->setDate(m_date.value_or(today().addDays(2)));
        m_date = m_edit->date();
        follow();
        m_edit->show();
        m_edit->setFocus();
        Q_EMIT edited();
    });
    connect(m_edit, &QDateEdit::userDateChanged, this, [this](QDate date) {
        if (m_edit->isVisible() && date.isValid()) {
            m_date = date;
            Q_EMIT edited();
        }
    });
    connect(m_time, &QComboBox::activated, this, &DueField::edited);
    m_date = today().addDays(1);
    follow();
}

QDate DueField::today() const
{
    return m_clock.now().dateIn(m_zone);
}

QDate DueField::nextMonday() const
{
    return today().addDays(8 - today().dayOfWeek());
}

std::optional<QDate> DueField::date() const
{
    return m_date;
}

std::optional<QTime> DueField::time() const
{
    const QTime time = m_time->currentData().toTime();
    return time.isValid() ? std::optional(time) : std::nullopt;
}

void DueField::setDue(const std::optional<QDate>& date, const std::optional<QTime>& time)
{
    m_date = date;
    if (!time) {
        m_time->setCurrentIndex(0);
    } else {
        int at = m_time->findData(*time);
        if (at < 0) {
            m_time->addItem(QLocale().toString(*time, tr("h:mm AP")), *time);
            at = m_time->count() - 1;
        }
        m_time->setCurrentIndex(at);
    }
    follow();
}

void DueField::setToTomorrow()
{
    setDue(today().addDays(1), std::nullopt);
}

bool DueField::isPast() const
{
    if (!m_date) {
        return false;
    }
    const QDateTime now = m_clock.now().inZone(m_zone);
    return *m_date < now.date() || (*m_date == now.date() && time() && *time() < now.time());
}

void DueField::choose(const std::optional<QDate>& date)
{
    m_date = date;
    follow();
    Q_EMIT edited();
}

void DueField::follow()
{
    const auto mark = [](Button* button, bool on) {
        button->setChecked(on);
        button->setKind(on ? Button::Kind::Soft : Button::Kind::Secondary);
    };
    const bool isToday = m_date == today();
    const bool isTomorrow = m_date == today().addDays(1);
    const bool isMonday = !isTomorrow && m_date == nextMonday();
    const bool picked = m_date && !isToday && !isTomorrow && !isMonday;
    mark(m_today, isToday);
    mark(m_tomorrow, isTomorrow);
    mark(m_monday, isMonday);
    mark(m_pick, picked);
    m_edit->setVisible(false);
    if (picked) {
        m_edit->setDate(*m_date);
        m_edit->setVisible(true);
    }
}

} // namespace keyturn
