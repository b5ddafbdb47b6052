// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/trid_meter.h"

#include "ui/kit/paint.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <array>

namespace keyturn {

namespace {

std::array<bool, 6> states(const TridItems& items)
{
    return {items.name, items.income, false, items.property, items.value, items.loanAmount};
}

} // namespace

void paintTridBars(QPainter& painter, const Theme& theme, const QRect& rect, const TridItems& items, int gap)
{
    const Colors& c = theme.colors();
    const std::array<bool, 6> known = states(items);
    const qreal width = (rect.width() - 5.0 * gap) / 6.0;
    for (std::size_t i = 0; i < known.size(); ++i) {
        const QRectF bar(rect.left() + static_cast<qreal>(i) * (width + gap), rect.top(), width, 6);
        paint::roundedRect(painter, bar, 3, known[i] ? c.accentFill : c.base, known[i] ? QColor() : c.control);
    }
}

TridMeter::TridMeter(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("tridMeter"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    setItems({});
}

QString TridMeter::countText(const TridItems& items)
{
    return tr("%1 of 6").arg(items.known());
}

QString TridMeter::missingText(const TridItems& items)
{
    QStringList missing;
    if (!items.name) {
        missing.append(tr("name"));
    }
    if (!items.income) {
        missing.append(tr("income"));
    }
    if (!items.property) {
        missing.append(tr("property"));
    }
    if (!items.value) {
        missing.append(tr("value"));
    }
    if (!items.loanAmount) {
        missing.append(tr("loan amount"));
    }
    return missing.isEmpty() ? tr("SSN missing") : tr("Missing: %1").arg(missing.join(QStringLiteral(", ")));
}

void TridMeter::setItems(const TridItems& items)
{
    m_items = items;
    setAccessibleName(tr("TRID application, %1. %2").arg(countText(items), missingText(items)));
    update();
}

bool TridMeter::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(),
                           tr("These six items make an application; with all of them a Loan Estimate is due within 3 "
                              "business days.\nThe SSN is asked for in the application and never stored here."),
                           this);
        return true;
    }
    return QWidget::event(event);
}

void TridMeter::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    paint::roundedRect(painter, rect(), 8, c.base, c.line);
    const QRect inner = rect().adjusted(16, 12, -16, -12);
    const int title =
        paint::text(painter, m_theme, TextStyle::BodyStrong, {inner.left(), inner.top(), inner.width(), 18},
                    tr("TRID application, %1").arg(countText(m_items)), c.text);
    const QString follows =
        m_items.known() == 5 ? tr("With the SSN, a Loan Estimate is due in 3 business days") : missingText(m_items);
    paint::text(painter, m_theme, TextStyle::Small, inner.adjusted(title + 12, 1, 0, -inner.height() + 17), follows,
                c.text2, Qt::AlignRight);
    paintTridBars(painter, m_theme, {inner.left(), inner.top() + 28, inner.width(), 6}, m_items, 8);

    const std::array<bool, 6> known = states(m_items);
    const std::array<QString, 6> names = {tr("Name"),     tr("Income"), tr("SSN"),
                                          tr("Property"), tr("Value"),  tr("Loan amount")};
    const int step = (inner.width() + 8) / 6;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const int left = inner.left() + static_cast<int>(i) * step;
        const int top = inner.top() + 41;
        const QColor color = known[i] ? c.text2 : c.text;
        paint::icon(painter, known[i] ? QStringLiteral("check") : QStringLiteral("circle"), {left, top, 12, 16}, 12,
                    known[i] ? c.accentText : color);
        paint::text(painter, m_theme, TextStyle::Small, {left + 17, top, step - 20, 16}, names[i], color);
    }
}

} // namespace keyturn
