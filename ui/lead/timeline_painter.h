// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"
#include "ui/lead/timeline_row.h"

#include <QCoreApplication>
#include <QRect>

class QPainter;

namespace keyturn {

/// Measures and draws one timeline entry. Knows colours and distances, no rules.
class TimelinePainter
{
    Q_DECLARE_TR_FUNCTIONS(TimelinePainter)

public:
    /// `compact` is the panel beside the board: tighter, and fewer lines of what was said.
    TimelinePainter(const Theme& theme, bool compact);

    struct State
    {
        bool selected = false;
        bool focused = false;
        bool expanded = false;
        bool hovered = false;
    };

    /// Height of the whole row, its day heading included.
    [[nodiscard]] int height(const TimelineRow& row, int width, bool expanded) const;
    void paint(QPainter& painter, const QRect& rect, const TimelineRow& row, const State& state) const;
    /// True if some of what was said is hidden until the entry is expanded.
    [[nodiscard]] bool isCut(const TimelineRow& row, int width) const;
    /// Where the words of an entry stand inside `rect`; an editor for a correction goes there.
    [[nodiscard]] QRect bodyRect(const QRect& rect, const TimelineRow& row) const;
    [[nodiscard]] int estimate() const { return m_compact ? 52 : 60; }

private:
    [[nodiscard]] int dayHeight(const TimelineRow& row) const;
    [[nodiscard]] int textLeft() const { return m_margin + 24 + 12; }
    [[nodiscard]] int timeWidth(const TimelineRow& row) const;

    const Theme& m_theme;
    bool m_compact;
    int m_margin;
    int m_padding;
    int m_lines; ///< of what was said, until expanded
};

} // namespace keyturn
