// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/shortcut_list.h"

#include "ui/kit/key_cap.h"
#include "ui/kit/label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace keyturn {

std::vector<ShortcutGroup> ShortcutGroup::all()
{
    const QString ctrl = QStringLiteral("Ctrl");
    const QString shift = QStringLiteral("Shift");
    const QString alt = QStringLiteral("Alt");
    const QString enter = QStringLiteral("Enter");
    const QString g = QStringLiteral("G");
    return {
        {tr("Anywhere"),
         {{{ctrl, QStringLiteral("K")}, tr("Find a lead or run a command")},
          {{ctrl, shift, QStringLiteral("F")}, tr("Search everything")},
          {{ctrl, QStringLiteral("N")}, tr("New lead")},
          {{ctrl, QStringLiteral("Z")}, tr("Undo")},
          {{ctrl, shift, QStringLiteral("Z")}, tr("Redo")},
          {{QStringLiteral("?")}, tr("Keyboard shortcuts")},
          {{QStringLiteral("Esc")}, tr("Close what is open, take back what was typed")}}},
        {tr("Go to"),
         {{{g, QStringLiteral("T")}, tr("Today")},
          {{g, QStringLiteral("P")}, tr("Pipeline")},
          {{g, QStringLiteral("L")}, tr("Leads")},
          {{g, QStringLiteral("F")}, tr("Search")},
          {{g, QStringLiteral("V")}, tr("Saved views")},
          {{g, QStringLiteral("R")}, tr("Reports")},
          {{g, QStringLiteral("D")}, tr("Duplicates")},
          {{g, QStringLiteral("S")}, tr("Settings")}}},
        {tr("Pipeline"),
         {{{QStringLiteral("\u2190"), QStringLiteral("\u2191"), QStringLiteral("\u2192"), QStringLiteral("\u2193")},
           tr("Choose a card")},
          {{enter}, tr("Open the lead beside the board")},
          {{ctrl, enter}, tr("Open the lead as a page")},
          {{ctrl, shift, QStringLiteral("\u2190")}, tr("Move to the stage before")},
          {{ctrl, shift, QStringLiteral("\u2192")}, tr("Move to the next stage")},
          {{QStringLiteral("/")}, tr("Filter this page")}}},
        {tr("Lead"),
         {{{alt, QStringLiteral("\u2191")}, tr("Previous lead")},
          {{alt, QStringLiteral("\u2193")}, tr("Next lead")},
          {{QStringLiteral("N")}, tr("Write a note")},
          {{QStringLiteral("L"), QStringLiteral("C")}, tr("Log a call")},
          {{ctrl, enter}, tr("Save what you wrote")}}},
        {tr("Today"),
         {{{QStringLiteral("J")}, tr("Next row")},
          {{QStringLiteral("K")}, tr("Row before")},
          {{enter}, tr("Do the row's action")},
          {{QStringLiteral("S")}, tr("Snooze until tomorrow")}}},
    };
}

ShortcutList::ShortcutList(Theme& theme, int columns, QWidget* parent)
    : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(32);
    grid->setVerticalSpacing(20);
    int place = 0;
    for (const ShortcutGroup& group : ShortcutGroup::all()) {
        auto* box = new QWidget;
        auto* column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(6);
        column->addWidget(new Label(theme, TextStyle::BodyStrong, group.title));
        for (const Shortcut& shortcut : group.shortcuts) {
            auto* row = new QHBoxLayout;
            row->setSpacing(4);
            auto* text = new Label(theme, TextStyle::Body, &Colors::text2, shortcut.text);
            text->setAccessibleName(QStringLiteral("%1: %2").arg(shortcut.keys.join(QLatin1Char(' ')), shortcut.text));
            row->addWidget(text, 1);
            for (const QString& key : shortcut.keys) {
                row->addWidget(new KeyCap(theme, key));
            }
            column->addLayout(row);
        }
        column->addStretch();
        grid->addWidget(box, place / columns, place % columns, Qt::AlignTop);
        ++place;
    }
    for (int i = 0; i < columns; ++i) {
        grid->setColumnStretch(i, 1);
    }
}

} // namespace keyturn
