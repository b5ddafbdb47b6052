// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workbench.h"

#include "models/workspace/when_ready.h"
#include "ui/kit/popover.h"
#include "ui/kit/toast.h"
#include "ui/shell/book_facts.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/error_notice.h"
#include "ui/shell/file_drop.h"
#include "ui/shell/link_words.h"
#include "ui/shell/quick_add.h"
#include "ui/shell/rail.h"
#include "ui/shell/shortcuts_sheet.h"
#include "ui/shell/status_bar.h"
#include "ui/shell/top_bar.h"

#include <QApplication>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPointer>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace keyturn {

namespace {

// Saving a field says so at the field; a toast for each would only be in the way.
bool isQuiet(const ChangeSet& changes)
{
    static const QStringList quiet = {
        QStringLiteral("arrange_cards"),
        QStringLiteral("edit_note"),
        QStringLiteral("add_note"),
        QStringLiteral("log_activity"),
        QStringLiteral("edit_task"),
        QStringLiteral("edit_contact"),
        QStringLiteral("edit_contact_link"),
        QStringLiteral("edit_stage"),
        QStringLiteral("edit_user"),
        QStringLiteral("edit_organization"),
        QStringLiteral("define_custom_fields"),
    };
    return quiet.contains(changes.command) ||
           (changes.command == QLatin1String("update_leads") && changes.leads().size() <= 1);
}

} // namespace

Workbench::Workbench(const UiContext& context, Workspace& workspace, LeadStore& store, WorkbenchParts parts,
                     QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_workspace(workspace)
    , m_store(store)
    , m_parts(std::move(parts))
    , m_rail(new Rail(context.theme))
    , m_topBar(new TopBar(context.theme))
    , m_statusBar(new StatusBar(context.theme))
    , m_facts(new BookFacts(workspace, this))
    , m_stack(new QStackedWidget)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_panelHost(new QWidget)
    , m_toast(nullptr)
    , m_notice(nullptr)
    , m_paletteModel(store)
    , m_palette(nullptr)
{
    setObjectName(QStringLiteral("workbench"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_topBar);
    m_splitter->setObjectName(QStringLiteral("panelSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_panelHost);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_stack->setMinimumWidth(420);
    m_panelHost->setMinimumWidth(panelMinimum);
    m_panelHost->hide();
    auto* panelLayout = new QVBoxLayout(m_panelHost);
    panelLayout->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_statusBar);
    layout->addLayout(column, 1);

    m_toast = new Toast(context.theme, this);
    m_notice = new ErrorNotice(context.theme, this);
    m_palette = new CommandPalette(context.theme, m_paletteModel, this);
    m_paletteModel.setRecents(context.preferences.value(QStringLiteral("palette.recents")).toStringList());

    for (const PageEntry& entry : m_parts.pages) {
        if (!entry.isInRail) {
            continue;
        }
        RailItem* item = m_rail->addPage(entry.id, entry.icon, entry.text, entry.atBottom);
        if (!entry.goKey.isEmpty()) {
            item->setKeyHint(tr("%1 then %2", "two keys, one after the other").arg(QStringLiteral("G"), entry.goKey));
        }
    }
    m_rail->addPage(QStringLiteral("views"), QStringLiteral("star"), tr("Views"), false)
        ->setKeyHint(tr("%1 then %2", "two keys, one after the other").arg(QStringLiteral("G"), QStringLiteral("V")));
    followViews();
    makeShortcuts();
    connect(new FileDrop(this), &FileDrop::dropped, this, &Workbench::fileDropped);

    connect(&m_workspace, &Workspace::catalogueChanged, this, &Workbench::followViews);
    connect(m_rail, &Rail::pageRequested, this, [this](const QString& id) {
        if (id == QLatin1String("views")) {
            openViews();
            return;
        }
        showPage(id);
        if (Page* shown = m_pages.value(id)) {
            shown->focusContent();
        }
    });
    connect(m_topBar, &TopBar::paletteRequested, this, &Workbench::openPalette);
    connect(m_topBar, &TopBar::newLeadRequested, this, &Workbench::openQuickAdd);
    connect(m_palette, &CommandPalette::leadChosen, this, &Workbench::openLead);
    connect(m_palette, &CommandPalette::commandChosen, this, &Workbench::runCommand);
    if (m_parts.searchFor) {
        m_paletteModel.setSearch(&workspace);
        connect(m_palette, &CommandPalette::hitChosen, this, &Workbench::openHit);
        connect(m_palette, &CommandPalette::everythingChosen, this,
                [this](const QString& text) { m_parts.searchFor(text); });
    }
    connect(m_palette, &CommandPalette::closed, this,
            [this] { m_context.preferences.setValue(QStringLiteral("palette.recents"), m_paletteModel.recents()); });
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { m_context.preferences.setValue(QStringLiteral("window.panelWidth"), m_panelHost->width()); });
    connect(&m_workspace, &Workspace::changed, this, &Workbench::afterChange);
    connect(&m_workspace, &Workspace::troubled, this, &Workbench::showError);
    connect(&m_workspace, &Workspace::recovered, m_notice, &ErrorNotice::dismiss);
    connect(m_facts, &BookFacts::changed, this, [this] { m_statusBar->setFacts(m_facts->facts()); });
    connect(&m_store, &LeadStore::loadFailed, this, &Workbench::showError);
    connect(&m_store, &LeadStore::moveRefused, this,
            [this](const std::vector<LeadId>&, const Error& error) { showError(error); });
    m_linkTimer.setInterval(1'000);
    connect(&m_linkTimer, &QTimer::timeout, this, &Workbench::showLink);
    connect(&m_workspace, &Workspace::linkChanged, this, &Workbench::showLink);
    connect(&m_workspace, &Workspace::accessChanged, this, &Workbench::showLink);
    showLink();
    m_statusBar->setFacts(m_facts->facts());
}

void Workbench::showLink()
{
    const LinkState link = m_workspace.link();
    const Access access = m_workspace.access();
    const LinkWords words = linkWords(link, access, m_workspace.clock().now());
    m_topBar->setState(words.icon, words.text, words.toolTip.isEmpty() ? m_workspace.info().location : words.toolTip);
    m_topBar->newLeadButton()->setVisible(access.mayWrite);
    m_topBar->newLeadButton()->setEnabled(!link.isReadOnly());
    // Seconds are counted down only while there are some.
    if (link.kind == LinkState::Kind::Lost && !link.nextTry.isNull()) {
        m_linkTimer.start();
    } else {
        m_linkTimer.stop();
    }
}

Workbench::~Workbench()
{
    // Popovers and overlays look at their owner while they close.
    delete m_quickAdd;
}

void Workbench::makeShortcuts()
{
    const auto add = [this](const QKeySequence& keys, auto&& run, bool whileCovered = false) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WindowShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, [this, run, whileCovered] {
            if (whileCovered || !isCovered()) {
                run();
            }
        });
    };
    add(
        QKeySequence(Qt::CTRL | Qt::Key_K), [this] { m_palette->isOpen() ? m_palette->close() : openPalette(); }, true);
    add(QKeySequence(Qt::CTRL | Qt::Key_N), [this] { openQuickAdd(); });
    if (m_parts.searchFor) {
        add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), [this] { m_parts.searchFor({}); });
    }
    add(QKeySequence(QStringLiteral("G, V")), [this] { openViews(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_Z), [this] { undo(); });
    add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [this] { redo(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_Y), [this] { redo(); });
    add(QKeySequence(Qt::Key_Question), [this] { openShortcuts(); });
    add(QKeySequence(Qt::Key_F1), [this] { openShortcuts(); });
    add(QKeySequence(Qt::ALT | Qt::Key_Up), [this] { stepLead(-1); });
    add(QKeySequence(Qt::ALT | Qt::Key_Down), [this] { stepLead(1); });
    for (const PageEntry& entry : m_parts.pages) {
        if (!entry.goKey.isEmpty()) {
            add(QKeySequence(QStringLiteral("G, %1").arg(entry.goKey)), [this, id = entry.id] {
                showPage(id);
                if (Page* shown = m_pages.value(id)) {
                    shown->focusContent();
                }
            });
        }
    }
}

// Not a shortcut: boxes, popovers and pages come first.
void Workbench::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !isCovered()) {
        if (m_notice->isVisible()) {
            m_notice->dismiss();
        } else if (!m_lead.isNull()) {
            closeLead();
        }
        return;
    }
    QWidget::keyPressEvent(event);
}

bool Workbench::isCovered() const
{
    return m_palette->isOpen() || (m_shortcuts && m_shortcuts->isOpen()) || m_quickAdd != nullptr;
}

void Workbench::restore()
{
    const QString last = m_context.preferences.value(QStringLiteral("window.page")).toString();
    const bool known = std::any_of(m_parts.pages.begin(), m_parts.pages.end(),
                                   [&](const PageEntry& entry) { return entry.id == last; });
    showPage(known ? last : m_parts.pages.front().id);
    if (Page* shown = m_pages.value(m_current)) {
        shown->focusContent();
    }
}

void Workbench::makePage(const PageEntry& entry)
{
    Page* made = entry.make(m_stack);
    if (made->objectName().isEmpty()) {
        made->setObjectName(QStringLiteral("page_") + entry.id);
    }
    made->setAccessibleName(entry.text);
    m_pages.insert(entry.id, made);
    m_stack->addWidget(made);
    connect(made, &Page::titleChanged, this, &Workbench::followPage);
    connect(made, &Page::statusChanged, this, &Workbench::followPage);
    connect(made, &Page::openLeadRequested, this, [this, made](LeadId lead, LeadPlace place) {
        // Beside the page, the lead follows what one chooses there: the keyboard stays, until the same is asked twice.
        const QPointer<QWidget> before = QApplication::focusWidget();
        const bool again = isPanelOpen() && lead == m_lead;
        openLead(lead, place);
        if (place == LeadPlace::Panel && !again && before && made->isAncestorOf(before) && before->isVisible()) {
            before->setFocus(Qt::OtherFocusReason);
        }
    });
    connect(made, &Page::leadSelected, this, [this](LeadId lead) {
        if (!lead.isNull() && isPanelOpen() && lead != m_lead) {
            m_lead = lead;
            m_panel.show(lead);
            followPage();
        }
    });
    connect(made, &Page::newLeadRequested, this, &Workbench::openQuickAdd);
    connect(made, &Page::noticed, this, &Workbench::notice);
    connect(made, &Page::failed, this, &Workbench::showError);
}

void Workbench::showPage(const QString& id)
{
    const auto entry = std::find_if(m_parts.pages.begin(), m_parts.pages.end(),
                                    [&](const PageEntry& candidate) { return candidate.id == id; });
    if (entry == m_parts.pages.end()) {
        return;
    }
    if (!m_pages.contains(id)) {
        makePage(*entry);
    }
    // The panel belongs to pages that list leads; Settings takes the whole width.
    if (entry->atBottom && isPanelOpen()) {
        m_panelHost->hide();
        m_lead = {};
    } else if (isLeadPageOpen() && !isPanelOpen()) {
        m_lead = {};
    }
    m_current = id;
    m_origin = id;
    m_rail->setCurrent(id);
    m_stack->setCurrentWidget(m_pages.value(id));
    m_context.preferences.setValue(QStringLiteral("window.page"), id);
    m_pages.value(id)->activate();
    followPage();
}

void Workbench::setBadge(const QString& pageId, qint64 count)
{
    if (RailItem* item = m_rail->item(pageId)) {
        item->setBadge(count);
    }
}

void Workbench::followPage()
{
    Page* shown = m_pages.value(m_current);
    if (!shown) {
        return;
    }
    if (isLeadPageOpen()) {
        m_topBar->setTitle(tr("Leads"));
        const Page* origin = m_pages.value(m_origin);
        const QString place = origin ? origin->position(m_lead) : QString();
        std::vector<StatusPart> parts;
        if (!place.isEmpty()) {
            parts.push_back({{}, place});
        }
        m_statusBar->setParts(parts);
    } else {
        m_topBar->setTitle(shown->title());
        m_statusBar->setParts(shown->status());
    }
    const int foot = isLeadPageOpen() ? 0 : shown->footHeight();
    m_toast->setFoot(foot);
    m_notice->setFoot(foot);
    const Page* order = m_pages.value(m_origin);
    if (m_lead.isNull() || order == nullptr || order->position(m_lead).isEmpty()) {
        m_statusBar->setKeys({}, {});
    } else {
        m_statusBar->setKeys({QStringLiteral("Alt Up"), QStringLiteral("Alt Down")}, tr("previous, next"));
    }
}

void Workbench::afterChange(const ChangeSet& changes)
{
    // An import comes in pieces and tells of itself where it was begun; it is not among what Ctrl+Z takes back.
    if (changes.summary.isEmpty() || changes.command == QLatin1String("import_leads")) {
        return;
    }
    switch (changes.origin) {
    case ChangeSet::Origin::Local:
        if (!isQuiet(changes)) {
            offerUndo(changes);
        }
        break;
    case ChangeSet::Origin::Undo:
        m_toast->showMessage(tr("Taken back: %1").arg(changes.summary), tr("Redo"), QStringLiteral("Ctrl Shift Z"),
                             [this] { redo(); });
        break;
    case ChangeSet::Origin::Redo:
        m_toast->showMessage(tr("Done again: %1").arg(changes.summary), tr("Undo"), QStringLiteral("Ctrl Z"),
                             [this] { undo(); });
        break;
    case ChangeSet::Origin::Remote:
        break;
    }
}

void Workbench::offerUndo(const ChangeSet& changes)
{
    if (!changes.summary.isEmpty()) {
        m_toast->showMessage(changes.summary, tr("Undo"), QStringLiteral("Ctrl Z"), [this] { undo(); });
    }
}

void Workbench::undo()
{
    if (m_workspace.undoState().undoSummary.isEmpty()) {
        m_toast->showMessage(tr("There is nothing to undo."));
        return;
    }
    whenReady(m_workspace.undo(), this, [this](const Result<Committed>& answer) {
        if (!answer) {
            showError(answer.error());
        }
    });
}

void Workbench::redo()
{
    if (m_workspace.undoState().redoSummary.isEmpty()) {
        m_toast->showMessage(tr("There is nothing to redo."));
        return;
    }
    whenReady(m_workspace.redo(), this, [this](const Result<Committed>& answer) {
        if (!answer) {
            showError(answer.error());
        }
    });
}

void Workbench::notice(const QString& text)
{
    m_toast->showMessage(text);
}

void Workbench::offer(const QString& text, const QString& action, std::function<void()> act)
{
    m_toast->showMessage(text, action, {}, std::move(act));
}

void Workbench::showError(const Error& error)
{
    m_toast->dismiss();
    m_notice->showError(error);
}

void Workbench::openPalette()
{
    fillPalette();
    m_palette->begin();
}

void Workbench::openShortcuts()
{
    if (!m_shortcuts) {
        m_shortcuts = new ShortcutsSheet(m_context.theme, this);
    }
    m_shortcuts->open();
}

void Workbench::openQuickAdd()
{
    openQuickAddIn({});
}

void Workbench::openQuickAddIn(StageId stage)
{
    if (m_quickAdd) {
        return;
    }
    if (!m_workspace.access().mayWrite || m_workspace.link().isReadOnly()) {
        notice(m_workspace.access().mayWrite ? tr("Read-only until the server is back.")
                                             : tr("Your role is for looking only."));
        return;
    }
    auto* popover = new Popover(m_context.theme, m_topBar);
    m_quickAdd = popover;
    auto* form = new QuickAdd(m_context.theme, m_workspace);
    form->setStage(stage);
    popover->setContent(form, 20);
    connect(popover, &Popover::dismissed, this, [this] { m_quickAdd = nullptr; });
    connect(form, &QuickAdd::failed, this, &Workbench::showError);
    connect(form, &QuickAdd::saved, this, [this, popover](LeadId lead) {
        popover->dismiss();
        if (Page* shown = m_pages.value(m_current)) {
            shown->showLead(lead);
        }
    });
    connect(form, &QuickAdd::openExistingRequested, this, [this, popover](LeadId lead) {
        popover->dismiss();
        openLead(lead, LeadPlace::Panel);
    });
    popover->showAt(m_topBar->newLeadButton(), Qt::AlignRight);
    form->setFocus(Qt::PopupFocusReason);
}

} // namespace keyturn
