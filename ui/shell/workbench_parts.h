// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/search_hit.h"
#include "ui/kit/page.h"

#include <functional>
#include <vector>

namespace keyturn {

/// A page of the rail, made when it is first wanted.
struct PageEntry
{
    QString id; ///< "pipeline"
    QString icon;
    QString text;
    QString goKey; ///< the letter after G
    bool atBottom = false;
    std::function<Page*(QWidget* parent)> make;
    bool isInRail = true; ///< false: reached by commands only
};

/// A widget that shows one lead, beside a page or instead of it, and what the window wants of it.
struct LeadPane
{
    QWidget* widget = nullptr;
    std::function<void(LeadId)> show;
    /// Puts the keyboard into the composer for a call.
    std::function<void()> logCall;
    /// Puts the keyboard into the composer for a note.
    std::function<void()> writeNote;
    std::function<void()> focus;
    /// Shows what a search found of the lead that is shown.
    std::function<void(const SearchHit&)> showFound = {};
};

/// Everything that the workbench is put together from; the composition root fills it in.
struct WorkbenchParts
{
    std::vector<PageEntry> pages;
    std::function<LeadPane(QWidget* parent, LeadPlace place)> makeLead;
    /// Shows the page that searches everything, for this text; for none it keeps its own.
    std::function<void(const QString& text)> searchFor = {};
    /// Commands about the book and the program: "New book", "Back up" …
    std::vector<PageCommand> commands;
};

} // namespace keyturn
