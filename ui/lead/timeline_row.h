// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace keyturn {

/// A stretch of text in one weight.
struct TextRun
{
    QString text;
    bool strong = false;

    friend bool operator==(const TextRun&, const TextRun&) = default;
};

/// One timeline entry in words, ready to be painted and read aloud.
struct TimelineRow
{
    enum class Tone { Neutral, Accent, Green, Amber, Red, Violet };

    QString day; ///< heading above the entry; empty if the entry above has the same day
    QString icon;
    Tone tone = Tone::Neutral;
    std::vector<TextRun> sentence; ///< who did what
    std::vector<TextRun> details;  ///< what was said; may have line breaks
    QString marks;                 ///< "Private, only you see this. Corrected later."
    QString time;
    bool isHighlight = false;
    bool isWithdrawn = false;
    bool isPending = false;

    [[nodiscard]] QString plainSentence() const;
    [[nodiscard]] QString plainDetails() const;
    /// Everything, as one text for screen readers and the clipboard.
    [[nodiscard]] QString spoken() const;
};

/// The inline part of our Markdown: **strong** and the bullets "- " or "* ".
std::vector<TextRun> markdownRuns(const QString& text);

} // namespace keyturn
