// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/timeline_painter.h"

#include "ui/kit/icon.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <limits>

namespace keyturn {

namespace {

constexpr int discSize = 24;
constexpr int allLines = std::numeric_limits<int>::max();

/// Lays runs out in lines of a fixed height and draws them if there is a painter. Answers the height used.
struct RunText
{
    QFont font;
    int lineHeight;
    int width;
    int maxLines = allLines;
    bool struck = false;

    int lay(const std::vector<TextRun>& runs, QPainter* painter, QPoint at, const QColor& color, bool* cut) const
    {
        QString text;
        QList<QTextLayout::FormatRange> formats;
        for (const TextRun& run : runs) {
            QTextLayout::FormatRange range;
            range.start = static_cast<int>(text.size());
            range.length = static_cast<int>(run.text.size());
            if (run.strong) {
                range.format.setFontWeight(QFont::DemiBold);
            }
            if (struck) {
                range.format.setFontStrikeOut(true);
            }
            if (run.strong || struck) {
                formats.append(range);
            }
            text += run.text;
        }
        text.replace(QLatin1Char('\n'), QChar::LineSeparator);
        QTextLayout layout(text, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.setFormats(formats);
        layout.setCacheEnabled(true);
        layout.beginLayout();
        int lines = 0;
        if (cut != nullptr) {
            *cut = false;
        }
        for (;;) {
            QTextLine line = layout.createLine();
            if (!line.isValid()) {
                break;
            }
            if (lines == maxLines) {
                if (cut != nullptr) {
                    *cut = true;
                }
                break;
            }
            line.setLineWidth(width);
            line.setPosition(QPointF(0, lines * lineHeight + (lineHeight - line.height()) / 2));
            ++lines;
        }
        layout.endLayout();
        if (painter != nullptr) {
            painter->setPen(color);
            for (int i = 0; i < lines; ++i) {
                layout.lineAt(i).draw(painter, at);
            }
        }
        return lines * lineHeight;
    }
};

struct DiscColors
{
    QColor fill;
    QColor line;
};

DiscColors discColors(const Colors& c, TimelineRow::Tone tone)
{
    switch (tone) {
    case TimelineRow::Tone::Accent:
        return {c.soft, c.accentText};
    case TimelineRow::Tone::Green:
        return {c.greenSoft, c.green};
    case TimelineRow::Tone::Amber:
        return {c.amberSoft, c.amber};
    case TimelineRow::Tone::Red:
        return {c.redSoft, c.red};
    case TimelineRow::Tone::Violet:
        return {c.violetSoft, c.violet};
    case TimelineRow::Tone::Neutral:
        break;
    }
    return {c.chip, c.text2};
}

} // namespace

TimelinePainter::TimelinePainter(const Theme& theme, bool compact)
    : m_theme(theme)
    , m_compact(compact)
    , m_margin(compact ? 20 : 16)
    , m_padding(compact ? 7 : 10)
    , m_lines(compact ? 3 : 6)
{}

int TimelinePainter::dayHeight(const TimelineRow& row) const
{
    if (row.day.isEmpty()) {
        return 0;
    }
    return m_compact ? 28 : 34;
}

int TimelinePainter::timeWidth(const TimelineRow& row) const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::Small));
    return metrics.horizontalAdvance(row.time) + (row.isHighlight ? 24 : 0) + 12;
}

int TimelinePainter::height(const TimelineRow& row, int width, bool expanded) const
{
    const int textWidth = width - textLeft() - m_margin;
    const RunText sentence{m_theme.font(TextStyle::Body), 18, textWidth - timeWidth(row)};
    const TextStyle said = m_compact ? TextStyle::Small : TextStyle::Body;
    const RunText details{m_theme.font(said), Theme::lineHeight(said), textWidth, expanded ? allLines : m_lines};
    const RunText marks{m_theme.font(TextStyle::Small), 16, textWidth};
    int total = dayHeight(row) + 2 * m_padding;
    total += std::max(sentence.lay(row.sentence, nullptr, {}, {}, nullptr), 18);
    bool cut = false;
    if (!row.details.empty()) {
        total += 2 + details.lay(row.details, nullptr, {}, {}, &cut);
    }
    if (cut) {
        total += 18;
    }
    if (!row.marks.isEmpty()) {
        total += 2 + marks.lay({{row.marks, false}}, nullptr, {}, {}, nullptr);
    }
    return std::max(total, dayHeight(row) + 2 * m_padding + discSize - 4);
}

bool TimelinePainter::isCut(const TimelineRow& row, int width) const
{
    const TextStyle said = m_compact ? TextStyle::Small : TextStyle::Body;
    bool cut = false;
    const RunText details{m_theme.font(said), Theme::lineHeight(said), width - textLeft() - m_margin, m_lines};
    details.lay(row.details, nullptr, {}, {}, &cut);
    return cut;
}

QRect TimelinePainter::bodyRect(const QRect& rect, const TimelineRow& row) const
{
    return rect.adjusted(textLeft(), dayHeight(row) + m_padding, -m_margin, -m_padding);
}

void TimelinePainter::paint(QPainter& painter, const QRect& rect, const TimelineRow& row, const State& state) const
{
    const Colors& c = m_theme.colors();
    const QRect entry = rect.adjusted(0, dayHeight(row), 0, 0);
    if (!row.day.isEmpty()) {
        painter.setFont(m_theme.font(TextStyle::SmallStrong));
        painter.setPen(c.text2);
        painter.drawText(
            QRect(rect.left() + m_margin, rect.top() + dayHeight(row) - 24, rect.width() - 2 * m_margin, 20),
            Qt::AlignLeft | Qt::AlignVCenter, row.day);
    }
    if (row.isHighlight) {
        painter.fillRect(entry, c.rot1);
    }
    if (state.selected) {
        painter.fillRect(entry, c.soft);
    } else if (state.hovered && !row.isHighlight) {
        painter.fillRect(entry, c.alt);
    }
    if (row.isHighlight) {
        painter.fillRect(QRect(entry.left(), entry.top(), 3, entry.height()), c.amberLine);
    } else if (state.selected) {
        painter.fillRect(QRect(entry.left(), entry.top(), 3, entry.height()), c.accentLine);
    }
    if (state.focused) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(c.accentLine, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(entry).adjusted(5, 2, -3, -2), 4, 4);
    }
    if (row.isPending) {
        painter.setOpacity(0.6);
    }

    const int top = entry.top() + m_padding;
    const QRect disc(entry.left() + m_margin, top - 3, discSize, discSize);
    const DiscColors tone = discColors(c, row.tone);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone.fill);
    painter.drawEllipse(disc);
    const qreal ratio = painter.device()->devicePixelRatioF();
    painter.drawPixmap(disc.left() + 5, disc.top() + 5, iconPixmap(row.icon, 14, tone.line, ratio));

    const int left = entry.left() + textLeft();
    const int textWidth = entry.width() - textLeft() - m_margin;
    const QRect timeRect(entry.right() + 1 - m_margin - 120, top, 120, 18);
    painter.setFont(m_theme.font(TextStyle::Small));
    painter.setPen(c.text2);
    painter.drawText(timeRect, Qt::AlignRight | Qt::AlignVCenter, row.time);
    if (row.isHighlight) {
        const int timeLeft = entry.right() + 1 - m_margin - timeWidth(row) + 12;
        painter.drawPixmap(timeLeft, top + 1, iconPixmap(QStringLiteral("star"), 16, c.amber, ratio));
    }

    RunText sentence{m_theme.font(TextStyle::Body), 18, textWidth - timeWidth(row)};
    sentence.struck = row.isWithdrawn;
    int y = top;
    y += std::max(sentence.lay(row.sentence, &painter, {left, y}, row.isWithdrawn ? c.text3 : c.text, nullptr), 18);
    if (!row.details.empty()) {
        const TextStyle said = m_compact ? TextStyle::Small : TextStyle::Body;
        RunText details{m_theme.font(said), Theme::lineHeight(said), textWidth, state.expanded ? allLines : m_lines};
        details.struck = row.isWithdrawn;
        bool cut = false;
        y += 2;
        y += details.lay(row.details, &painter, {left, y}, row.isWithdrawn ? c.text3 : c.text2, &cut);
        if (cut) {
            painter.setFont(m_theme.font(TextStyle::Small));
            painter.setPen(c.accentText);
            painter.drawText(QRect(left, y, textWidth, 18), Qt::AlignLeft | Qt::AlignVCenter, tr("Show all (Enter)"));
            y += 18;
        }
    }
    if (!row.marks.isEmpty()) {
        const RunText marks{m_theme.font(TextStyle::Small), 16, textWidth};
        marks.lay({{row.marks, false}}, &painter, {left, y + 2}, c.text3, nullptr);
    }
    painter.setOpacity(1.0);
}

} // namespace keyturn
