// SPDX-License-Identifier: GPL-3.0-or-later
// What the palette offers over an open book, and what comes of it.
#include "ui/kit/toast.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/palette_words.h"
#include "ui/shell/workbench.h"

#include <QClipboard>
#include <QGuiApplication>

namespace keyturn {

void Workbench::fillPalette()
{
    m_actions.clear();
    std::vector<PaletteCommand> offered;
    const auto add = [&](const QString& id, const QString& title, const QString& hint, const QString& icon,
                         const QStringList& keys, std::function<void()> run, const QString& words = {},
                         bool enabled = true) {
        offered.push_back({id, title, hint, icon, keys, words, false, enabled});
        m_actions.insert(id, std::move(run));
    };
    const auto onLead = [&](const QString& id, const QString& title, const QString& icon, const QStringList& keys) {
        offered.push_back({id, title, {}, icon, keys, {}, true, true});
    };
    onLead(QStringLiteral("lead.call"), tr("Log a call"), QStringLiteral("phone"),
           {QStringLiteral("L"), QStringLiteral("C")});
    onLead(QStringLiteral("lead.next"), tr("Move to the next stage"), QStringLiteral("arrow-right"),
           {QStringLiteral("Ctrl"), QStringLiteral("Shift"), QStringLiteral("\u2192")});
    onLead(QStringLiteral("lead.note"), tr("Write a note"), QStringLiteral("file-text"), {QStringLiteral("N")});
    onLead(QStringLiteral("lead.page"), tr("Open as a page"), QStringLiteral("maximize-2"),
           {QStringLiteral("Ctrl"), QStringLiteral("Enter")});
    onLead(QStringLiteral("lead.copyPhone"), tr("Copy the phone number"), QStringLiteral("copy"), {});
    onLead(QStringLiteral("lead.copyEmail"), tr("Copy the e-mail address"), QStringLiteral("copy"), {});

    add(QStringLiteral("lead.new"), tr("New lead"), {}, QStringLiteral("plus"),
        {QStringLiteral("Ctrl"), QStringLiteral("N")}, [this] { openQuickAdd(); });
    for (const PageEntry& entry : m_parts.pages) {
        QStringList keys;
        if (!entry.goKey.isEmpty()) {
            keys = {QStringLiteral("G"), entry.goKey};
        }
        add(QStringLiteral("page.") + entry.id, entry.text, tr("Go to page"), entry.icon, keys, [this, id = entry.id] {
            showPage(id);
            m_pages.value(id)->focusContent();
        });
    }
    for (const SavedView& view : m_workspace.catalogue().views()) {
        if (entryOf(view) != nullptr) {
            add(
                QStringLiteral("view.") + view.id, view.name, tr("Saved view"), QStringLiteral("star"), {},
                [this, view] { showView(view); }, tr("view filter"));
        }
    }
    if (m_parts.searchFor) {
        add(QStringLiteral("search.open"), tr("Search everything"), {}, QStringLiteral("search"),
            {QStringLiteral("Ctrl"), QStringLiteral("Shift"), QStringLiteral("F")}, [this] { m_parts.searchFor({}); });
    }
    if (Page* shown = m_pages.value(m_current); shown && !isLeadPageOpen()) {
        for (const PageCommand& command : shown->commands()) {
            add(command.id, command.title, command.hint, command.icon, command.keys, command.run);
        }
    }
    const UndoState undoState = m_workspace.undoState();
    add(
        QStringLiteral("edit.undo"), tr("Undo"), undoState.undoSummary, QStringLiteral("undo-2"),
        {QStringLiteral("Ctrl"), QStringLiteral("Z")}, [this] { undo(); }, {}, !undoState.undoSummary.isEmpty());
    add(
        QStringLiteral("edit.redo"), tr("Redo"), undoState.redoSummary, QStringLiteral("redo-2"),
        {QStringLiteral("Ctrl"), QStringLiteral("Shift"), QStringLiteral("Z")}, [this] { redo(); }, {},
        !undoState.redoSummary.isEmpty());
    for (const PageCommand& command : m_parts.commands) {
        add(command.id, command.title, command.hint, command.icon, command.keys, command.run);
    }
    add(QStringLiteral("help.keys"), tr("Keyboard shortcuts"), {}, QStringLiteral("keyboard"), {QStringLiteral("?")},
        [this] { openShortcuts(); });
    const PaletteWords words;
    for (PaletteCommand& command : offered) {
        command.words = QString(words.of(command.id) % u' ' % command.words).trimmed();
    }
    m_paletteModel.setCommands(std::move(offered));
}

void Workbench::runCommand(const QString& id, LeadId lead)
{
    if (!lead.isNull()) {
        runLeadAction(id, lead);
        return;
    }
    if (const auto run = m_actions.value(id)) {
        run();
    }
}

const Stage* Workbench::nextStage(LeadId lead) const
{
    const LeadTable::Row row = m_store.table().rowOf(lead);
    if (row == LeadTable::noRow) {
        return nullptr;
    }
    const StageId now = m_store.table().stageAt(m_store.table().stageIndex(row));
    const Stage* next = nullptr;
    bool passed = false;
    for (const Stage& stage : m_workspace.catalogue().stages) {
        if (passed && !stage.isExit()) {
            next = &stage;
            break;
        }
        passed = passed || stage.id == now;
    }
    return next;
}

void Workbench::logCall(LeadId lead)
{
    runLeadAction(QStringLiteral("lead.call"), lead);
}

void Workbench::runLeadAction(const QString& id, LeadId lead)
{
    const auto show = [&]() -> LeadPane& {
        const LeadPlace place = isLeadPageOpen() ? LeadPlace::Page : LeadPlace::Panel;
        openLead(lead, place);
        return pane(place);
    };
    const LeadTable::Row row = m_store.table().rowOf(lead);
    if (row == LeadTable::noRow) {
        return;
    }
    if (id == QLatin1String("lead.call")) {
        if (const LeadPane& shown = show(); shown.logCall) {
            shown.logCall();
        }
    } else if (id == QLatin1String("lead.note")) {
        if (const LeadPane& shown = show(); shown.writeNote) {
            shown.writeNote();
        }
    } else if (id == QLatin1String("lead.page")) {
        openLead(lead, LeadPlace::Page);
    } else if (id == QLatin1String("lead.next")) {
        if (const Stage* next = nextStage(lead)) {
            MoveStage move;
            move.leads = {lead};
            move.to = next->id;
            m_store.move(move);
        } else {
            notice(tr("There is no further stage."));
        }
    } else if (id == QLatin1String("lead.copyPhone") || id == QLatin1String("lead.copyEmail")) {
        const LeadCard card = m_store.table().card(row);
        const QString text = id == QLatin1String("lead.copyPhone") ? card.phone : card.email;
        if (text.isEmpty()) {
            notice(tr("Nothing to copy: it is not known."));
        } else {
            QGuiApplication::clipboard()->setText(text);
            notice(tr("%1 copied").arg(text));
        }
    }
}

} // namespace keyturn
