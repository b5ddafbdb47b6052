// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/lead_panel.h"

#include "models/items/lead_editor.h"
#include "ui/kit/scroll_area.h"
#include "ui/kit/tab_bar.h"
#include "ui/lead/composer.h"
#include "ui/lead/documents_tab.h"
#include "ui/lead/field_binder.h"
#include "ui/lead/file_work.h"
#include "ui/lead/lead_actions.h"
#include "ui/lead/lead_form.h"
#include "ui/lead/lead_shortcuts.h"
#include "ui/lead/panel_header.h"
#include "ui/lead/tasks_tab.h"
#include "ui/lead/timeline_panel.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>

namespace keyturn {

LeadPanel::LeadPanel(Workspace& workspace, LeadStore& store, const UiContext& context, QWidget* parent)
    : Surface(context.theme, &Colors::base, parent)
    , m_editor(new LeadEditor(workspace, this))
    , m_actions(new LeadActions(store, *m_editor, context, this))
    , m_files(new FileWork(context.prompts, workspace, this))
    , m_header(new PanelHeader(context.theme, workspace, *m_actions, *m_editor, this))
    , m_tabs(new TabBar(context.theme, TabBar::Look::Underlined, this))
    , m_stack(new QStackedWidget(this))
    , m_timeline(new TimelinePanel(workspace, context, true))
    , m_form(new LeadForm(workspace, *m_editor, *m_files, context, 2))
    , m_tasks(new TasksTab(workspace, *m_editor, context))
    , m_documents(new DocumentsTab(workspace, *m_editor, *m_files, context))
{
    setObjectName(QStringLiteral("leadPanel"));
    setLines(Qt::LeftEdge);
    setMinimumWidth(320);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    auto* tabLine = new Surface(context.theme, &Colors::base, this);
    tabLine->setLines(Qt::TopEdge | Qt::BottomEdge);
    auto* tabRow = new QHBoxLayout(tabLine);
    tabRow->setContentsMargins(20, 0, 20, 0);
    m_tabs->setObjectName(QStringLiteral("panelTabs"));
    m_tabs->setAccessibleName(tr("Parts of the lead"));
    for (const QString& text : {tr("Timeline"), tr("Details"), tr("Tasks"), tr("Documents")}) {
        m_tabs->addTab(text);
    }
    m_tabs->setCurrentIndex(TimelineTab);
    tabRow->addWidget(m_tabs);
    tabRow->addStretch(1);
    column->addWidget(tabLine);
    m_stack->addWidget(m_timeline);
    for (QWidget* part :
         {static_cast<QWidget*>(m_form), static_cast<QWidget*>(m_tasks), static_cast<QWidget*>(m_documents)}) {
        part->layout()->setContentsMargins(12, 12, 12, 20);
        auto* scroll = new ScrollArea(part, m_stack);
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_stack->addWidget(scroll);
    }
    column->addWidget(m_stack, 1);

    connect(m_tabs, &TabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_header, &PanelHeader::expandRequested, this, [this] { Q_EMIT requestPage(lead()); });
    connect(m_header, &PanelHeader::closeRequested, this, &LeadPanel::requestClose);
    connect(m_editor, &LeadEditor::loaded, this, &LeadPanel::follow);
    connect(m_editor, &LeadEditor::headerChanged, this, &LeadPanel::follow);
    connect(m_editor, &LeadEditor::listsChanged, this, &LeadPanel::follow);
    connect(&store, &LeadStore::catalogueChanged, this, &LeadPanel::follow);
    connect(m_editor, &LeadEditor::mergedInto, this, [this](LeadId kept) {
        setLead(kept);
        Q_EMIT mergedInto(kept);
    });
    connect(m_editor, &LeadEditor::missing, this, &LeadPanel::requestClose);
    connect(m_editor, &LeadEditor::loadFailed, this, &LeadPanel::failed);
    connect(m_editor, &LeadEditor::saveFailed, this, [this](LeadId of, const QString&, const Error& error) {
        if (of != this->lead()) { // on the lead that is shown, the field itself says so
            Q_EMIT failed(error);
        }
    });
    connect(m_actions, &LeadActions::noticed, this, &LeadPanel::noticed);
    connect(m_actions, &LeadActions::failed, this, &LeadPanel::failed);
    connect(m_actions, &LeadActions::callStarted, this, &LeadPanel::logCall);
    connect(m_form, &LeadForm::settingsRequested, this, &LeadPanel::requestSettings);
    connect(m_form, &LeadForm::writeNoteRequested, this, &LeadPanel::writeNote);
    connect(m_form, &LeadForm::reminderRequested, m_actions, &LeadActions::addReminder);
    connect(m_documents, &DocumentsTab::noticed, this, &LeadPanel::noticed);
    connect(m_timeline, &TimelinePanel::noticed, this, &LeadPanel::noticed);
    connect(m_timeline, &TimelinePanel::logged, this, &LeadPanel::committed);
    auto* keys = new LeadShortcuts(*this, m_timeline->composer(), *m_actions);
    connect(keys, &LeadShortcuts::previousRequested, this, &LeadPanel::requestPrevious);
    connect(keys, &LeadShortcuts::nextRequested, this, &LeadPanel::requestNext);
}

LeadPanel::~LeadPanel() = default;

LeadId LeadPanel::lead() const
{
    return m_editor->lead();
}

void LeadPanel::setLead(LeadId lead)
{
    if (lead != m_editor->lead()) {
        if (m_form->binder().hasUnsavable()) {
            Q_EMIT noticed(tr("Not everything of %1 could be saved. What you typed is kept with the lead.")
                               .arg(m_actions->name()));
        }
        m_editor->setLead(lead);
        m_timeline->setLead(lead);
    }
}

void LeadPanel::follow()
{
    m_header->follow();
    const LeadDetail& detail = m_editor->detail();
    const QString first = detail.lead.text(QStringLiteral("first_name"));
    m_timeline->setLeadName(first.isEmpty() ? m_actions->name().section(QLatin1Char(' '), 0, 0) : first);
    m_tabs->setCount(TasksTabIndex, m_tasks->openCount() > 0 ? m_tasks->openCount() : -1);
    m_tabs->setCount(DocumentsTabIndex, detail.documents.empty() ? -1 : static_cast<qint64>(detail.documents.size()));
    m_timeline->setCount(detail.activityCount);
}

void LeadPanel::focusContent()
{
    m_tabs->setCurrentIndex(TimelineTab);
    m_timeline->composer().focusCurrent();
}

void LeadPanel::logCall()
{
    m_tabs->setCurrentIndex(TimelineTab);
    m_timeline->composer().start(Composer::Mode::Call);
}

void LeadPanel::writeNote()
{
    m_tabs->setCurrentIndex(TimelineTab);
    m_timeline->composer().start(Composer::Mode::Note);
}

void LeadPanel::showFound(const SearchHit& hit)
{
    switch (hit.kind) {
    case SearchKind::Note:
    case SearchKind::Activity: {
        const QString words = hit.excerpt.marks.isEmpty() ? QString()
                                                          : hit.excerpt.text.mid(hit.excerpt.marks.front().first,
                                                                                 hit.excerpt.marks.front().second);
        m_tabs->setCurrentIndex(TimelineTab);
        m_timeline->showEntry(hit.id, words);
        break;
    }
    case SearchKind::Task:
        m_tabs->setCurrentIndex(TasksTabIndex);
        break;
    case SearchKind::Document:
        m_tabs->setCurrentIndex(DocumentsTabIndex);
        break;
    case SearchKind::Lead:
    case SearchKind::Contact:
        break;
    }
}

void LeadPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT requestClose();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        event->modifiers() == Qt::ControlModifier) {
        Q_EMIT requestPage(lead());
        return;
    }
    Surface::keyPressEvent(event);
}

} // namespace keyturn
