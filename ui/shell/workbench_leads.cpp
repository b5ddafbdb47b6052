// SPDX-License-Identifier: GPL-3.0-or-later
// The lead beside a page or instead of it: opening, closing and stepping to the next.
#include "ui/shell/rail.h"
#include "ui/shell/workbench.h"

#include <QLayout>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace keyturn {

bool Workbench::isPanelOpen() const
{
    return !m_panelHost->isHidden();
}

bool Workbench::isLeadPageOpen() const
{
    return m_leadPage.widget && m_stack->currentWidget() == m_leadPage.widget;
}

LeadPane& Workbench::pane(LeadPlace place)
{
    const bool panel = place == LeadPlace::Panel;
    LeadPane& wanted = panel ? m_panel : m_leadPage;
    if (!wanted.widget) {
        wanted = m_parts.makeLead(panel ? m_panelHost : m_stack, place);
        if (panel) {
            m_panelHost->layout()->addWidget(wanted.widget);
        } else {
            m_stack->addWidget(wanted.widget);
        }
    }
    return wanted;
}

void Workbench::openLead(LeadId lead, LeadPlace place)
{
    if (lead.isNull() || !m_parts.makeLead) {
        return;
    }
    m_lead = lead;
    m_paletteModel.rememberLead(lead);
    if (place == LeadPlace::Page) {
        m_panelHost->hide();
        LeadPane& page = pane(place);
        m_stack->setCurrentWidget(page.widget);
        m_rail->setCurrent(QStringLiteral("leads"));
        page.show(lead);
        if (page.focus) {
            page.focus();
        }
    } else {
        const auto entry = std::find_if(m_parts.pages.begin(), m_parts.pages.end(),
                                        [&](const PageEntry& candidate) { return candidate.id == m_current; });
        if (isLeadPageOpen() || (entry != m_parts.pages.end() && entry->atBottom)) {
            showPage(isLeadPageOpen() ? m_origin : QStringLiteral("pipeline"));
            m_lead = lead;
        }
        LeadPane& panel = pane(place);
        panel.show(lead);
        if (!isPanelOpen()) {
            m_panelHost->show();
            const int wide =
                std::max(panelMinimum, m_context.preferences.value(QStringLiteral("window.panelWidth")).toInt());
            m_splitter->setSizes({std::max(m_splitter->width() - wide, 100), wide});
        }
        if (Page* shown = m_pages.value(m_current)) {
            shown->showLead(lead);
        }
        if (panel.focus) {
            panel.focus();
        }
    }
    followPage();
}

void Workbench::openHit(const SearchHit& hit, LeadPlace place)
{
    if (hit.lead.isNull()) {
        notice(tr("%1 does not belong to a lead.").arg(hit.title));
        return;
    }
    openLead(hit.lead, place);
    if (const LeadPane& shown = pane(place); shown.showFound) {
        shown.showFound(hit);
    }
}

void Workbench::closeLead()
{
    m_lead = {};
    if (isLeadPageOpen()) {
        showPage(m_origin);
    } else {
        m_panelHost->hide();
    }
    if (Page* shown = m_pages.value(m_current)) {
        shown->focusContent();
    }
    followPage();
}

void Workbench::followMerge(LeadId kept)
{
    m_lead = kept;
    m_paletteModel.rememberLead(kept);
    notice(tr("This lead was merged into another one, which is shown here."));
    followPage();
}

void Workbench::stepLead(int step)
{
    Page* order = m_pages.value(m_origin);
    if (!order || m_lead.isNull()) {
        return;
    }
    const LeadId next = order->neighbour(m_lead, step);
    if (next.isNull()) {
        return;
    }
    m_lead = next;
    (isLeadPageOpen() ? m_leadPage : m_panel).show(next);
    order->showLead(next);
    followPage();
}

} // namespace keyturn
