// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/computed_band.h"

#include "ui/kit/paint.h"

#include <QPainter>

#include <algorithm>

namespace keyturn {

namespace {

constexpr int cellHeight = 64;
constexpr int margin = 16;
constexpr int gap = 16;

QString dash()
{
    return QStringLiteral("–");
}

} // namespace

ComputedBand::ComputedBand(Theme& theme, int columns, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_columns(columns)
{
    setObjectName(QStringLiteral("computedBand"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

QSize ComputedBand::sizeHint() const
{
    const int rows = (4 + m_columns - 1) / m_columns;
    return {400, rows * cellHeight + (rows - 1) * 8 + 20};
}

void ComputedBand::setFigures(const ScenarioFigures& figures)
{
    if (figures == m_figures) {
        return;
    }
    m_figures = figures;
    describe();
    update();
}

std::vector<ComputedBand::Cell> ComputedBand::cells() const
{
    const ScenarioFigures& f = m_figures;
    Cell ltv{tr("LTV"), dash(), {}, tr("No value yet"), {}, true, -1};
    if (f.ltvPct3) {
        ltv.figure = percentText(*f.ltvPct3);
        ltv.below = tr("CLTV %1").arg(percentText(f.cltvPct3.value_or(*f.ltvPct3)));
    }
    Cell payment{tr("Principal, interest"), dash(), {}, tr("Needs rate and term"), {}, true, -1};
    Cell total{tr("Total payment"), dash(), {}, tr("No payment yet"), {}, true, -1};
    if (f.principalAndInterest) {
        payment.figure = f.principalAndInterest->toDisplay();
        payment.below = tr("%1 months").arg(f.termMonths);
        total.figure = payment.figure;
        total.below = tr("Plus tax, insurance");
        if (f.ltvPct3 && *f.ltvPct3 > 80'000) {
            total.below = tr("Plus escrow and MI");
        }
    }
    Cell dti{tr("DTI, back-end"), dash(), {}, tr("Needs income and payment"), {}, true, -1};
    if (f.backDtiPct3) {
        dti.figure = percentText(*f.backDtiPct3, 1);
        dti.beside = tr("front %1").arg(percentText(f.frontDtiPct3.value_or(0), 1));
        dti.below.clear();
        dti.good = *f.backDtiPct3 <= f.dtiLimitPct3;
        const QString limit = percentText(f.dtiLimitPct3, 0);
        dti.mark = dti.good ? tr("Within %1").arg(limit) : tr("Over %1").arg(limit);
        dti.bar = *f.backDtiPct3;
    }
    return {ltv, payment, total, dti};
}

void ComputedBand::describe()
{
    QStringList spoken;
    for (const Cell& cell : cells()) {
        spoken.append(cell.label + QStringLiteral(" ") + cell.figure + QStringLiteral(" ") + cell.beside +
                      QStringLiteral(" ") + cell.mark + QStringLiteral(" ") + cell.below);
    }
    setAccessibleName(tr("Computed figures"));
    setAccessibleDescription(spoken.join(QStringLiteral("; ")).simplified());
}

void ComputedBand::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    paint::roundedRect(painter, rect(), 6, c.alt, c.line);
    const int room = this->width() - 2 * margin - (m_columns - 1) * gap;
    int index = 0;
    int left = margin;
    for (const Cell& cell : cells()) {
        // Side by side, the last of four carries the bar and its verdict and gets more of the room.
        const int width = m_columns < 4 ? room / m_columns
                                        : (index == 0   ? room * 19
                                           : index == 3 ? room * 33
                                                        : room * 24) /
                                              100;
        const int top = 10 + (index / m_columns) * (cellHeight + 8);
        if (index % m_columns == 0) {
            left = margin;
        }
        ++index;
        paint::text(painter, m_theme, TextStyle::Small, {left, top + 2, width, 16}, cell.label, c.text2);
        if (!cell.mark.isEmpty()) {
            const QColor color = cell.good ? c.green : c.red;
            const int markWidth = paint::textWidth(m_theme, TextStyle::Small, cell.mark);
            const int labelWidth = paint::textWidth(m_theme, TextStyle::Small, cell.label);
            // Where both do not fit side by side, the mark goes below the bar.
            const bool beside = labelWidth + markWidth + 20 <= width;
            const int y = beside ? top + 2 : top + 52;
            const int x = beside ? left + width - markWidth : left + 16;
            paint::icon(painter, cell.good ? QStringLiteral("check") : QStringLiteral("triangle-alert"),
                        {x - 16, y, 12, 16}, 12, color);
            paint::text(painter, m_theme, TextStyle::Small, {x, y, markWidth + 2, 16}, cell.mark, color);
        }
        const int used =
            paint::text(painter, m_theme, TextStyle::Figure, {left, top + 18, width, 24}, cell.figure, c.text);
        if (!cell.beside.isEmpty()) {
            paint::text(painter, m_theme, TextStyle::Small, {left + used + 4, top + 22, width - used - 4, 18},
                        cell.beside, c.text2);
        }
        if (cell.bar >= 0) {
            const QRectF track(left, top + 46, width, 5);
            paint::roundedRect(painter, track, 2.5, c.chip);
            constexpr qreal full = 60'000.0;
            const qreal share = std::min(1.0, static_cast<qreal>(cell.bar) / full);
            paint::roundedRect(painter, {track.left(), track.top(), track.width() * share, 5}, 2.5,
                               cell.good ? c.accentFill : c.redLine);
            const qreal limit = static_cast<qreal>(m_figures.dtiLimitPct3) / full;
            painter.fillRect(QRectF(track.left() + track.width() * limit, track.top() - 3, 2, 11), c.text);
        } else {
            paint::text(painter, m_theme, TextStyle::Small, {left, top + 44, width, 16}, cell.below, c.text2);
        }
        left += width + gap;
    }
}

} // namespace keyturn
