// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/when_field.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>

namespace keyturn {

WhenField::WhenField(const Clock& clock, const QTimeZone& zone, QWidget* parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_zone(zone)
    , m_choice(new QComboBox(this))
    , m_moment(new QDateTimeEdit(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_choice);
    row->addWidget(m_moment);
    m_choice->setObjectName(QStringLiteral("whenChoice"));
    m_choice->setAccessibleName(tr("When it happened"));
    m_choice->addItems({tr("Just now"), tr("15 minutes ago"), tr("An hour ago"), tr("Earlier…")});
    m_moment->setObjectName(QStringLiteral("whenMoment"));
    m_moment->setAccessibleName(tr("Date and time"));
    m_moment->setDisplayFormat(tr("MMM d, yyyy h:mm AP"));
    m_moment->setCalendarPopup(true);
    // Wall time of the user's zone, which need not be this computer's.
    m_moment->setTimeSpec(Qt::UTC);
    m_moment->hide();
    setFocusProxy(m_choice);
    connect(m_choice, &QComboBox::activated, this, [this](int choice) {
        if (choice == Picked) {
            const QDateTime now = m_clock.now().inZone(m_zone);
            m_moment->setDateTime(QDateTime(now.date(), now.time(), Qt::UTC));
        }
        m_moment->setVisible(choice == Picked);
        if (choice == Picked) {
            m_moment->setFocus();
        }
        Q_EMIT edited();
    });
    connect(m_moment, &QDateTimeEdit::dateTimeChanged, this, &WhenField::edited);
}

std::optional<Instant> WhenField::value() const
{
    switch (m_choice->currentIndex()) {
    case QuarterAgo:
        return m_clock.now() + -15 * msPerMinute;
    case HourAgo:
        return m_clock.now() + -msPerHour;
    case Picked:
        return Instant::fromDateTime(QDateTime(m_moment->date(), m_moment->time(), m_zone));
    default:
        return std::nullopt;
    }
}

bool WhenField::isInFuture() const
{
    const std::optional<Instant> at = value();
    return at && *at > m_clock.now();
}

void WhenField::setMoment(const QDateTime& local)
{
    m_choice->setCurrentIndex(Picked);
    m_moment->setDateTime(QDateTime(local.date(), local.time(), Qt::UTC));
    m_moment->show();
    Q_EMIT edited();
}

QVariant WhenField::draft() const
{
    switch (m_choice->currentIndex()) {
    case Now:
        return {};
    case Picked:
        return QDateTime(m_moment->date(), m_moment->time()).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
    default: // "15 minutes ago" is another moment tomorrow
        return value()->inZone(m_zone).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
    }
}

void WhenField::setDraft(const QVariant& draft)
{
    const QDateTime moment = QDateTime::fromString(draft.toString(), Qt::ISODate);
    if (!moment.isValid()) {
        clear();
        return;
    }
    const QSignalBlocker quiet(this);
    setMoment(moment);
}

void WhenField::clear()
{
    m_choice->setCurrentIndex(Now);
    m_moment->hide();
}

} // namespace keyturn
