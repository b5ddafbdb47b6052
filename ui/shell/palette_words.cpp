// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_words.h"

namespace keyturn {

PaletteWords::PaletteWords()
{
    const QString lists = tr("spreadsheet csv excel table download save file");
    const QString merges = tr("merge combine duplicates dupes same");
    const QString reloads = tr("reload update");
    const QString filters = tr("filter find narrow only show hide reset");
    const QString views = tr("saved view filter keep favorite");
    m_words = {
        {QStringLiteral("lead.new"), tr("add create borrower person client contact deal")},
        {QStringLiteral("page.today"), tr("tasks to do agenda due overdue calls home dashboard follow up")},
        {QStringLiteral("page.pipeline"), tr("board kanban stages columns deals cards")},
        {QStringLiteral("page.leads"), tr("list table people borrowers clients contacts customers")},
        {QStringLiteral("page.search"), tr("find look for notes timeline tasks documents")},
        {QStringLiteral("page.reports"), tr("charts figures statistics numbers funnel conversion forecast print pdf")},
        {QStringLiteral("page.settings"), tr("preferences options configuration setup language profile")},
        {QStringLiteral("page.import"),
         tr("csv excel xlsx tsv vcard spreadsheet upload load file leads contacts migrate")},
        {QStringLiteral("page.duplicates"),
         tr("find duplicates dupes dedupe merge combine same twice double clean up leads")},
        {QStringLiteral("search.open"), tr("find look for notes timeline tasks documents")},
        {QStringLiteral("leads.merge"), merges},
        {QStringLiteral("duplicates.merge"), merges},
        {QStringLiteral("duplicates.apart"), tr("different separate keep ignore dismiss")},
        {QStringLiteral("board.filter"), filters},
        {QStringLiteral("leads.filter"), filters},
        {QStringLiteral("board.clear"), filters},
        {QStringLiteral("leads.clear"), filters},
        {QStringLiteral("board.sort"), tr("order arrange by")},
        {QStringLiteral("board.group"), tr("swimlanes team officer sections")},
        {QStringLiteral("leads.columns"), tr("fields show hide table")},
        {QStringLiteral("board.saveView"), views},
        {QStringLiteral("leads.saveView"), views},
        {QStringLiteral("today.snooze"), tr("later postpone tomorrow remind")},
        {QStringLiteral("today.refresh"), reloads},
        {QStringLiteral("reports.refresh"), reloads},
        {QStringLiteral("reports.pdf"), tr("print export paper")},
        {QStringLiteral("edit.undo"), tr("take back revert")},
        {QStringLiteral("edit.redo"), tr("repeat again")},
        {QStringLiteral("book.new"), tr("create database workspace start file")},
        {QStringLiteral("book.open"), tr("database workspace switch file")},
        {QStringLiteral("book.server"), tr("join connect database postgresql colleagues shared")},
        {QStringLiteral("book.sample"), tr("demo example try")},
        {QStringLiteral("book.backup"), tr("backup safe copy save")},
        {QStringLiteral("book.verify"), tr("verify integrity damage repair health")},
        {QStringLiteral("book.restore"), tr("recover bring back load backup archive zip")},
        {QStringLiteral("book.export"), tr("zip archive everything download save file move")},
        {QStringLiteral("leads.export"), lists},
        {QStringLiteral("book.exportLeads"), lists},
        {QStringLiteral("book.exportActivities"), lists + u' ' + tr("log history timeline")},
        {QStringLiteral("look.light"), tr("light mode theme day bright white colors")},
        {QStringLiteral("look.dark"), tr("dark mode theme night black colors")},
        {QStringLiteral("settings.stages"), tr("pipeline columns board rename")},
        {QStringLiteral("settings.fields"), tr("own additional columns form")},
        {QStringLiteral("help.keys"), tr("help keys keyboard hotkeys")},
    };
}

QString PaletteWords::of(const QString& command) const
{
    const auto found = m_words.constFind(command);
    // "board.sort.3" is one of several of a kind.
    return found != m_words.constEnd() ? *found : m_words.value(command.section(u'.', 0, 1));
}

} // namespace keyturn
