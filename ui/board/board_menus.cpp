// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the board: of a lead, of a column, of the sorting. The rest of the page is in board_page.cpp.
#include "models/domain/value_lists.h"
#include "ui/board/board_page.h"
#include "ui/board/board_view.h"
#include "ui/board/stage_header.h"
#include "ui/kit/button.h"
#include "ui/kit/icon.h"
#include "ui/kit/line_edit.h"
#include "ui/kit/line_field.h"
#include "ui/kit/menu_place.h"
#include "ui/kit/popover.h"

#include <QActionGroup>
#include <QMenu>

namespace keyturn {

namespace {

// A field in a popover: Enter applies, Esc leaves everything as it was.
LineField* askInPlace(Theme& theme, QWidget* page, QPoint where, const QString& label, const QString& text,
                      const std::function<bool(LineField&)>& apply)
{
    auto* popover = new Popover(theme, page);
    popover->setObjectName(QStringLiteral("stagePopover"));
    auto* field = new LineField(theme, label);
    field->setObjectName(QStringLiteral("stageField"));
    field->setFixedWidth(240);
    field->setText(text);
    popover->setContent(field);
    // Esc closes the box at once: there is nothing else in it to go back to.
    QObject::connect(&field->edit(), &QLineEdit::textEdited, &field->edit(), &LineEdit::setBaseText);
    QObject::connect(&field->edit(), &QLineEdit::returnPressed, popover, [popover, field, apply] {
        if (apply(*field)) {
            popover->dismiss();
        }
    });
    popover->showAt(page, QRect(page->mapFromGlobal(where), QSize(1, 1)));
    field->edit().setFocus(Qt::PopupFocusReason);
    field->edit().selectAll();
    return field;
}

} // namespace

QString BoardPage::sortName(BoardSort sort)
{
    switch (sort) {
    case BoardSort::DueFirst:
        return tr("Due first");
    case BoardSort::MyOrder:
        return tr("My order");
    case BoardSort::Newest:
        return tr("Newest first");
    case BoardSort::LongestInStage:
        return tr("Longest in stage");
    case BoardSort::HighestAmount:
        return tr("Highest amount");
    case BoardSort::LockFirst:
        return tr("Rate lock first");
    case BoardSort::Name:
        return tr("Name");
    }
    return {};
}

void BoardPage::fillSortMenu(QMenu* menu)
{
    auto* group = new QActionGroup(menu);
    for (const BoardSort sort : {BoardSort::DueFirst, BoardSort::MyOrder, BoardSort::Newest, BoardSort::LongestInStage,
                                 BoardSort::HighestAmount, BoardSort::LockFirst, BoardSort::Name}) {
        QAction* action = menu->addAction(sortName(sort));
        action->setCheckable(true);
        action->setChecked(m_model->sort() == sort);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, sort] { setSort(sort); });
    }
    if (offersGroups()) {
        menu->addSeparator();
        QAction* owners = menu->addAction(tr("Group by owner"));
        owners->setObjectName(QStringLiteral("groupByOwner"));
        owners->setCheckable(true);
        owners->setChecked(m_model->grouping() == BoardGrouping::Owner);
        connect(owners, &QAction::triggered, this,
                [this](bool on) { setGrouping(on ? BoardGrouping::Owner : BoardGrouping::None); });
    }
}

void BoardPage::openSortMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("sortMenu"));
    fillSortMenu(menu);
    popUpBelow(*menu, *m_sort);
}

void BoardPage::openLeadMenu(LeadId lead, QPoint where)
{
    const std::vector<LeadId> leads = m_state->isSelected(lead) ? m_state->selected() : std::vector<LeadId>{lead};
    const bool mayWrite = m_workspace.access().mayWrite;
    if (!mayWrite && leads.size() != 1) {
        return; // nothing to offer
    }
    const Catalogue& catalogue = m_store.catalogue();
    const Colors& colors = m_ui.theme.colors();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("leadMenu"));
    if (leads.size() == 1) {
        QAction* panel =
            menu->addAction(icon(QStringLiteral("panel-right"), colors.text2), tr("Open beside the board"));
        panel->setShortcut(Qt::Key_Enter);
        connect(panel, &QAction::triggered, this, [this, lead] { Q_EMIT openLeadRequested(lead, LeadPlace::Panel); });
        QAction* page = menu->addAction(icon(QStringLiteral("maximize-2"), colors.text2), tr("Open as a page"));
        page->setShortcut(Qt::CTRL | Qt::Key_Enter);
        connect(page, &QAction::triggered, this, [this, lead] { Q_EMIT openLeadRequested(lead, LeadPlace::Page); });
        if (!mayWrite) {
            menu->popup(where);
            return;
        }
        menu->addSeparator();
    }
    QMenu* stages = menu->addMenu(icon(QStringLiteral("arrow-right"), colors.text2), tr("Move to"));
    const StageId here = m_model->stageAt(m_model->indexOf(lead));
    bool exits = false;
    for (const Stage& stage : catalogue.stages) {
        if (stage.isExit() && !exits) {
            stages->addSeparator();
            exits = true;
        }
        QAction* action = stages->addAction(stage.name);
        action->setEnabled(leads.size() > 1 || stage.id != here);
        connect(action, &QAction::triggered, this, [this, leads, lead, to = stage.id] {
            moveLeads(leads, to, -1, mapToGlobal(placeOf(lead).bottomLeft()));
        });
    }
    QMenu* heat = menu->addMenu(icon(QStringLiteral("thermometer"), colors.text2), tr("Temperature"));
    for (const Choice& choice : choices(ValueList::Temperature)) {
        connect(heat->addAction(choice.label), &QAction::triggered, this, [this, leads, key = choice.key] {
            submit(UpdateLeads{leads, {FieldEdit{QStringLiteral("lead_temperature"), key, {}}}});
        });
    }
    if (catalogue.users.size() > 1) {
        QMenu* owners = menu->addMenu(icon(QStringLiteral("user"), colors.text2), tr("Owner"));
        for (const User& user : catalogue.users) {
            connect(owners->addAction(user.name()), &QAction::triggered, this, [this, leads, id = user.id] {
                submit(AssignLeads{leads, id, {}});
            });
        }
        connect(owners->addAction(tr("Nobody")), &QAction::triggered, this, [this, leads] {
            submit(AssignLeads{leads, UserId(), {}});
        });
    }
    if (leads.size() == 2 && m_workspace.access().mergesLeads) {
        connect(menu->addAction(icon(QStringLiteral("git-merge"), colors.text2), tr("Merge…")), &QAction::triggered,
                this, [this, leads] { Q_EMIT mergeRequested(leads.front(), leads.back()); });
    }
    if (!catalogue.tags.empty()) {
        QMenu* tags = menu->addMenu(icon(QStringLiteral("tag"), colors.text2), tr("Tags"));
        QStringList held;
        for (const LeadId each : leads) {
            held += m_model->indexOf(each).data(LeadRole::Tags).toStringList();
        }
        for (const Tag& tag : catalogue.tags) {
            QAction* action = tags->addAction(tag.name);
            action->setCheckable(true);
            action->setChecked(held.count(tag.name) == static_cast<qsizetype>(leads.size()));
            connect(action, &QAction::triggered, this, [this, leads, name = tag.name](bool on) {
                submit(TagLeads{leads, on ? QStringList{name} : QStringList{}, on ? QStringList{} : QStringList{name}});
            });
        }
    }
    menu->addSeparator();
    QAction* remove = menu->addAction(icon(QStringLiteral("trash-2"), colors.red),
                                      tr("Remove %Ln lead(s)", nullptr, static_cast<int>(leads.size())));
    remove->setShortcut(Qt::Key_Delete);
    connect(remove, &QAction::triggered, this, [this, leads] { submit(DeleteLeads{leads}); });
    menu->popup(where);
}

void BoardPage::openStageMenu(StageId id, QPoint where)
{
    const Stage* stage = m_store.catalogue().stage(id);
    if (stage == nullptr) {
        return;
    }
    const Colors& colors = m_ui.theme.colors();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("stageMenu"));
    const bool folded = m_view->isFolded(id);
    QString foldText = folded ? tr("Unfold") : tr("Fold");
    if (stage->isExit()) {
        foldText = folded ? tr("Unfold the exits") : tr("Fold the exits");
    }
    connect(menu->addAction(
                icon(folded ? QStringLiteral("unfold-horizontal") : QStringLiteral("fold-horizontal"), colors.text2),
                foldText),
            &QAction::triggered, this, [this, id, folded] { m_view->fold(id, !folded); });
    const bool mayWrite = m_workspace.access().mayWrite;
    if (!stage->isExit() && mayWrite) {
        connect(menu->addAction(icon(QStringLiteral("user-plus"), colors.text2), tr("Add a lead here")),
                &QAction::triggered, this, [this, id] { Q_EMIT newLeadInStageRequested(id); });
    }
    QAction* all = menu->addAction(icon(QStringLiteral("check-check"), colors.text2), tr("Select all"));
    all->setEnabled(!folded && m_model->rowCount(m_model->stageIndex(id)) > 0);
    connect(all, &QAction::triggered, this, [this, id] {
        m_state->selectStage(id);
        m_view->focusCurrent();
    });
    menu->addSeparator();
    if (mayWrite) {
        connect(menu->addAction(icon(QStringLiteral("pencil"), colors.text2), tr("Rename…")), &QAction::triggered, this,
                [this, id, where] { askName(id, where); });
        connect(menu->addAction(icon(QStringLiteral("target"), colors.text2), tr("Set limit…")), &QAction::triggered,
                this, [this, id, where] { askLimit(id, where); });
    }
    fillSortMenu(menu->addMenu(icon(QStringLiteral("arrow-up-down"), colors.text2), tr("Sort columns")));
    menu->popup(where);
}

void BoardPage::askName(StageId id, QPoint where)
{
    const Stage* stage = m_store.catalogue().stage(id);
    if (stage == nullptr) {
        return;
    }
    askInPlace(m_ui.theme, this, where, tr("Name of the stage"), stage->name, [this, id](LineField& field) {
        const QString name = field.text().simplified();
        if (name.isEmpty()) {
            field.setError(tr("A stage needs a name."));
            return false;
        }
        EditStage edit;
        edit.id = id;
        edit.name = name;
        submit(edit);
        return true;
    });
}

void BoardPage::askLimit(StageId id, QPoint where)
{
    const Stage* stage = m_store.catalogue().stage(id);
    if (stage == nullptr) {
        return;
    }
    const QString now = stage->wipLimit.has_value() ? QString::number(*stage->wipLimit) : QString();
    LineField* asked =
        askInPlace(m_ui.theme, this, where, tr("Warn above this many leads"), now, [this, id](LineField& field) {
            const QString text = field.text().trimmed();
            bool valid = false;
            const int limit = text.toInt(&valid);
            if (!text.isEmpty() && (!valid || limit < 1)) {
                field.setError(tr("A whole number, or nothing for no limit."));
                return false;
            }
            EditStage edit;
            edit.id = id;
            edit.wipLimit =
                std::optional<std::optional<int>>(text.isEmpty() ? std::nullopt : std::optional<int>(limit));
            submit(edit);
            return true;
        });
    asked->setHelp(tr("Empty: no limit"));
}

} // namespace keyturn
