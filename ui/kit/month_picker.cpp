// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/month_picker.h"

#include "ui/kit/button.h"
#include "ui/kit/icon_button.h"
#include "ui/kit/label.h"
#include "ui/kit/paint.h"

#include <QCalendarWidget>
#include <QHBoxLayout>
#include <QLocale>
#include <QTextCharFormat>

namespace keyturn {

/// The weeks: Qt's own calendar does the counting, the keyboard and the screen reader; the look is ours.
class MonthDays final : public QCalendarWidget
{
public:
    MonthDays(Theme& theme, QDate today, QWidget* parent)
        : QCalendarWidget(parent)
        , m_theme(theme)
        , m_today(today)
    {
        setNavigationBarVisible(false);
        setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
        setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
        setDateEditEnabled(false); // the field itself is where dates are typed
        QTextCharFormat names;
        names.setFont(theme.font(TextStyle::Small));
        names.setForeground(theme.colors().text2);
        names.setBackground(theme.colors().base);
        setHeaderTextFormat(names);
        for (int day = Qt::Monday; day <= Qt::Sunday; ++day) { // Saturdays and Sundays are no alarm
            setWeekdayTextFormat(static_cast<Qt::DayOfWeek>(day), names);
        }
    }

protected:
    void paintCell(QPainter* painter, const QRect& rect, QDate date) const override
    {
        const Colors& c = m_theme.colors();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->fillRect(rect, c.base);
        const QRect disc(rect.center().x() - 15, rect.center().y() - 13, 31, 27);
        const bool chosen = date == selectedDate();
        if (chosen) {
            paint::roundedRect(*painter, disc, 6, c.accentFill);
        } else if (date == m_today) {
            paint::roundedRect(*painter, disc, 6, c.soft);
        }
        const QColor& ink = chosen                         ? c.accentFillText
                            : date == m_today              ? c.accentText
                            : date.month() != monthShown() ? c.text3
                                                           : c.text;
        paint::text(*painter, m_theme, date == m_today ? TextStyle::BodyStrong : TextStyle::Body, rect,
                    QLocale().toString(date.day()), ink, Qt::AlignCenter);
        painter->restore();
    }

private:
    Theme& m_theme;
    QDate m_today;
};

MonthPicker::MonthPicker(Theme& theme, QDate chosen, QDate today, QWidget* parent)
    : QWidget(parent)
    , m_days(new MonthDays(theme, today, this))
    , m_title(new Label(theme, TextStyle::BodyStrong, {}, this))
{
    m_days->setObjectName(QStringLiteral("monthDays"));
    m_days->setAccessibleName(tr("Days"));
    m_days->setSelectedDate(chosen);
    setFocusProxy(m_days);
    const auto turn = [&](const QString& icon, const QString& name, const QString& objectName, auto step) {
        auto* button = new IconButton(theme, icon, name, this);
        button->setObjectName(objectName);
        button->setSize(28);
        connect(button, &QAbstractButton::clicked, m_days, step);
        return button;
    };
    auto* now = new Button(theme, Button::Kind::Quiet, tr("Today"), this);
    now->setObjectName(QStringLiteral("monthToday"));
    now->setAccessibleName(tr("Today"));
    now->setSmall(true);
    connect(now, &QAbstractButton::clicked, this, [this, today] { Q_EMIT picked(today); });
    auto* head = new QHBoxLayout;
    head->setContentsMargins(8, 0, 0, 0);
    head->setSpacing(2);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(now);
    head->addWidget(turn(QStringLiteral("chevron-left"), tr("Month before"), QStringLiteral("monthBefore"),
                         [this] { m_days->showPreviousMonth(); }));
    head->addWidget(turn(QStringLiteral("chevron-right"), tr("Month after"), QStringLiteral("monthAfter"),
                         [this] { m_days->showNextMonth(); }));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_days);
    setFixedSize(276, 252);
    connect(m_days, &QCalendarWidget::currentPageChanged, this, &MonthPicker::showMonth);
    connect(m_days, &QCalendarWidget::clicked, this, &MonthPicker::picked);
    connect(m_days, &QCalendarWidget::activated, this, &MonthPicker::picked);
    showMonth();
}

void MonthPicker::showMonth()
{
    const QDate first(m_days->yearShown(), m_days->monthShown(), 1);
    m_title->setText(QLocale().toString(first, QStringLiteral("MMMM yyyy")));
}

} // namespace keyturn
