// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/step_bar.h"

#include "ui/kit/paint.h"

#include <QPainter>

namespace keyturn {

namespace {
constexpr int disc = 20;
constexpr int gap = 8;
constexpr int way = 32; ///< the line between two steps
} // namespace

StepBar::StepBar(Theme& theme, const QStringList& steps, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_steps(steps)
{
    setObjectName(QStringLiteral("stepBar"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    setCurrent(0);
}

void StepBar::setCurrent(int step)
{
    if (step == m_current) {
        return;
    }
    m_current = step;
    setAccessibleName(tr("Step %1 of %2: %3").arg(step + 1).arg(m_steps.size()).arg(m_steps.value(step)));
    update();
}

QSize StepBar::sizeHint() const
{
    int width = 0;
    for (const QString& step : m_steps) {
        width += disc + gap + paint::textWidth(m_theme, TextStyle::BodyMedium, step) + gap + way + gap;
    }
    return {width, 48};
}

void StepBar::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int x = 0;
    for (int i = 0; i < m_steps.size(); ++i) {
        const QRect circle(x, (height() - disc) / 2, disc, disc);
        const bool isNow = i == m_current;
        const bool isBehind = i < m_current;
        paint::roundedRect(painter, circle, disc / 2.0, isNow ? c.accentFill : (isBehind ? c.soft : QColor()),
                           isNow || isBehind ? QColor() : c.control);
        if (isBehind) {
            paint::icon(painter, QStringLiteral("check"), circle, 12, c.accentText);
        } else {
            paint::text(painter, m_theme, TextStyle::Caption, circle, QString::number(i + 1),
                        isNow ? c.accentFillText : c.text2, Qt::AlignHCenter);
        }
        x += disc + gap;
        const TextStyle style = isNow ? TextStyle::BodyStrong : TextStyle::Body;
        const int words = paint::textWidth(m_theme, style, m_steps.at(i));
        paint::text(painter, m_theme, style, QRect(x, 0, words + 2, height()), m_steps.at(i), isNow ? c.text : c.text2);
        x += words + gap;
        if (i + 1 < m_steps.size()) {
            paint::hairline(painter, QPoint(x, height() / 2), QPoint(x + way, height() / 2), c.line2);
            x += way + gap;
        }
    }
}

} // namespace keyturn
