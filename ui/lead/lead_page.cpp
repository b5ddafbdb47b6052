// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/lead_page.h"

#include "models/items/lead_editor.h"
#include "ui/kit/button.h"
#include "ui/kit/empty_state.h"
#include "ui/kit/scroll_area.h"
#include "ui/kit/surface.h"
#include "ui/kit/tab_bar.h"
#include "ui/lead/composer.h"
#include "ui/lead/documents_tab.h"
#include "ui/lead/field_binder.h"
#include "ui/lead/file_work.h"
#include "ui/lead/lead_actions.h"
#include "ui/lead/lead_form.h"
#include "ui/lead/lead_header.h"
#include "ui/lead/lead_shortcuts.h"
#include "ui/lead/tasks_tab.h"
#include "ui/lead/timeline_panel.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>

namespace keyturn {

LeadPage::LeadPage(Workspace& workspace, LeadStore& store, const UiContext& context, QWidget* parent)
    : QWidget(parent)
    , m_editor(new LeadEditor(workspace, this))
    , m_actions(new LeadActions(store, *m_editor, context, this))
    , m_files(new FileWork(context.prompts, workspace, this))
    , m_header(new LeadHeader(context.theme, workspace, *m_actions, this))
    , m_tabs(new TabBar(context.theme, TabBar::Look::Underlined, this))
    , m_left(new QStackedWidget(this))
    , m_form(new LeadForm(workspace, *m_editor, *m_files, context, 4))
    , m_tasks(new TasksTab(workspace, *m_editor, context))
    , m_documents(new DocumentsTab(workspace, *m_editor, *m_files, context))
    , m_timeline(new TimelinePanel(workspace, context, false))
    , m_body(new QWidget(this))
{
    setObjectName(QStringLiteral("leadPage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    auto* tabLine = new Surface(context.theme, &Colors::base, this);
    tabLine->setLines(Qt::BottomEdge);
    auto* tabRow = new QHBoxLayout(tabLine);
    tabRow->setContentsMargins(20, 0, 20, 0);
    m_tabs->setObjectName(QStringLiteral("leadTabs"));
    m_tabs->setAccessibleName(tr("Parts of the lead"));
    m_tabs->addTab(tr("Overview"));
    m_tabs->addTab(tr("Tasks"));
    m_tabs->addTab(tr("Documents"));
    m_tabs->setCurrentIndex(0);
    tabRow->addWidget(m_tabs);
    tabRow->addStretch(1);
    column->addWidget(tabLine);

    for (QWidget* part :
         {static_cast<QWidget*>(m_form), static_cast<QWidget*>(m_tasks), static_cast<QWidget*>(m_documents)}) {
        auto* scroll = new ScrollArea(part, m_left);
        scroll->setFocusPolicy(Qt::NoFocus);
        m_left->addWidget(scroll);
    }
    m_left->setFixedWidth(632);
    auto* card = new Surface(context.theme, &Colors::base);
    card->setBox(&Colors::line, 8);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(m_timeline);
    auto* row = new QHBoxLayout(m_body);
    row->setContentsMargins(20, 10, 20, 10);
    row->setSpacing(8);
    row->addWidget(m_left);
    row->addWidget(card, 1);
    column->addWidget(m_body, 1);

    m_missing =
        new EmptyState(context.theme, QStringLiteral("user-round"), tr("This lead is gone"),
                       tr("It was deleted, here or by a colleague. Undo (Ctrl+Z) brings back what you deleted."), this);
    column->addWidget(m_missing, 1);
    m_missing->hide();

    connect(m_tabs, &TabBar::currentChanged, this, &LeadPage::showTab);
    connect(m_header, &LeadHeader::backRequested, this, &LeadPage::requestClose);
    connect(m_editor, &LeadEditor::loaded, this, &LeadPage::follow);
    connect(m_editor, &LeadEditor::headerChanged, this, &LeadPage::follow);
    connect(m_editor, &LeadEditor::listsChanged, this, &LeadPage::follow);
    connect(&store, &LeadStore::catalogueChanged, this, &LeadPage::follow);
    connect(m_editor, &LeadEditor::mergedInto, this, [this](LeadId kept) {
        setLead(kept);
        Q_EMIT mergedInto(kept);
    });
    connect(m_editor, &LeadEditor::missing, this, [this] {
        m_missing->show();
        m_body->hide();
    });
    connect(m_editor, &LeadEditor::loadFailed, this, &LeadPage::failed);
    connect(m_editor, &LeadEditor::saveFailed, this, [this](LeadId of, const QString&, const Error& error) {
        if (of != this->lead()) { // on the lead that is shown, the field itself says so
            Q_EMIT failed(error);
        }
    });
    connect(m_actions, &LeadActions::noticed, this, &LeadPage::noticed);
    connect(m_actions, &LeadActions::failed, this, &LeadPage::failed);
    connect(m_actions, &LeadActions::deleted, this, &LeadPage::requestClose);
    connect(m_actions, &LeadActions::callStarted, this, &LeadPage::logCall);
    connect(m_form, &LeadForm::settingsRequested, this, &LeadPage::requestSettings);
    connect(m_form, &LeadForm::writeNoteRequested, this, &LeadPage::writeNote);
    connect(m_form, &LeadForm::reminderRequested, m_actions, &LeadActions::addReminder);
    connect(m_documents, &DocumentsTab::noticed, this, &LeadPage::noticed);
    connect(m_timeline, &TimelinePanel::noticed, this, &LeadPage::noticed);
    connect(m_timeline, &TimelinePanel::logged, this, &LeadPage::committed);

    auto* keys = new LeadShortcuts(*this, m_timeline->composer(), *m_actions);
    connect(keys, &LeadShortcuts::previousRequested, this, &LeadPage::requestPrevious);
    connect(keys, &LeadShortcuts::nextRequested, this, &LeadPage::requestNext);
}

LeadPage::~LeadPage() = default;

LeadId LeadPage::lead() const
{
    return m_editor->lead();
}

void LeadPage::setLead(LeadId lead)
{
    if (lead == m_editor->lead()) {
        return;
    }
    if (m_form->binder().hasUnsavable()) {
        Q_EMIT noticed(
            tr("Not everything of %1 could be saved. What you typed is kept with the lead.").arg(m_actions->name()));
    }
    m_missing->hide();
    m_body->show();
    m_editor->setLead(lead);
    m_timeline->setLead(lead);
}

void LeadPage::follow()
{
    m_header->follow();
    const LeadDetail& detail = m_editor->detail();
    const QString first = detail.lead.text(QStringLiteral("first_name"));
    m_timeline->setLeadName(first.isEmpty() ? m_actions->name().section(QLatin1Char(' '), 0, 0) : first);
    followCounts();
}

void LeadPage::followCounts()
{
    const LeadDetail& detail = m_editor->detail();
    m_tabs->setCount(1, m_tasks->openCount() > 0 ? m_tasks->openCount() : -1);
    m_tabs->setCount(2, detail.documents.empty() ? -1 : static_cast<qint64>(detail.documents.size()));
    m_timeline->setCount(detail.activityCount);
}

void LeadPage::showTab(int index)
{
    m_left->setCurrentIndex(index);
}

void LeadPage::focusContent()
{
    m_timeline->composer().focusCurrent();
}

void LeadPage::logCall()
{
    m_timeline->composer().start(Composer::Mode::Call);
}

void LeadPage::writeNote()
{
    m_timeline->composer().start(Composer::Mode::Note);
}

void LeadPage::showFound(const SearchHit& hit)
{
    switch (hit.kind) {
    case SearchKind::Note:
    case SearchKind::Activity: {
        const QString words = hit.excerpt.marks.isEmpty() ? QString()
                                                          : hit.excerpt.text.mid(hit.excerpt.marks.front().first,
                                                                                 hit.excerpt.marks.front().second);
        m_timeline->showEntry(hit.id, words);
        break;
    }
    case SearchKind::Task:
        m_tabs->setCurrentIndex(1);
        break;
    case SearchKind::Document:
        m_tabs->setCurrentIndex(2);
        break;
    case SearchKind::Lead:
    case SearchKind::Contact:
        break;
    }
}

void LeadPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT requestClose();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace keyturn
