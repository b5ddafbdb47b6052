// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcuts_sheet.h"

#include "ui/kit/icon_button.h"
#include "ui/kit/label.h"
#include "ui/kit/scroll_area.h"
#include "ui/kit/shortcut_list.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace keyturn {

ShortcutsSheet::ShortcutsSheet(Theme& theme, QWidget* window)
    : Overlay(theme, window, {760, 560}, -1)
    , m_close(nullptr)
{
    setObjectName(QStringLiteral("shortcutsSheet"));
    setAccessibleName(tr("Keyboard shortcuts"));
    auto* layout = new QVBoxLayout(card());
    layout->setContentsMargins(24, 16, 16, 20);
    layout->setSpacing(12);
    auto* top = new QHBoxLayout;
    top->addWidget(new Label(theme, TextStyle::Title, tr("Keyboard shortcuts")), 1);
    auto* close = new IconButton(theme, QStringLiteral("x"), tr("Close"));
    close->setKeyHint(QStringLiteral("Esc"));
    connect(close, &IconButton::clicked, this, &Overlay::close);
    m_close = close;
    top->addWidget(close);
    layout->addLayout(top);
    layout->addWidget(new ScrollArea(new ShortcutList(theme, 2)), 1);
}

} // namespace keyturn
