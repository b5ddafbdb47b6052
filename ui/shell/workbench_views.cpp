// SPDX-License-Identifier: GPL-3.0-or-later
// The saved views in the window: on the rail, in their menu. The rest is in workbench.cpp.
#include "ui/leadkit/view_words.h"
#include "ui/shell/rail.h"
#include "ui/shell/workbench.h"

#include <QMenu>

#include <algorithm>

namespace keyturn {

const PageEntry* Workbench::entryOf(const SavedView& view) const
{
    const QString id = view.content.value(QLatin1String("page")).toString();
    const auto entry = std::ranges::find(m_parts.pages, id, &PageEntry::id);
    return entry == m_parts.pages.end() ? nullptr : &*entry;
}

// The rail names them as soon as there are any.
void Workbench::followViews()
{
    m_rail->item(QStringLiteral("views"))->setVisible(!m_workspace.catalogue().views().empty());
}

void Workbench::openViews()
{
    m_rail->setCurrent(isLeadPageOpen() ? QString() : m_current);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("viewsMenu"));
    for (const SavedView& view : m_workspace.catalogue().views()) {
        if (const PageEntry* entry = entryOf(view)) {
            connect(menu->addAction(viewMenuText(view, entry->text)), &QAction::triggered, this,
                    [this, view] { showView(view); });
        }
    }
    if (menu->isEmpty()) {
        menu->addAction(tr("There are no views yet"))->setEnabled(false);
    }
    const RailItem* item = m_rail->item(QStringLiteral("views"));
    menu->popup(item->mapToGlobal(QPoint(item->width(), 0)));
    menu->setActiveAction(menu->actions().constFirst());
}

void Workbench::showView(const SavedView& view)
{
    if (const PageEntry* entry = entryOf(view)) {
        showPage(entry->id);
        Page* shown = m_pages.value(entry->id);
        shown->showView(view.id, view.content);
        shown->focusContent();
    }
}

} // namespace keyturn
