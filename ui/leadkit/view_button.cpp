// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leadkit/view_button.h"

#include "models/workspace/when_ready.h"
#include "ui/kit/line_field.h"
#include "ui/kit/menu_place.h"
#include "ui/kit/page.h"
#include "ui/kit/popover.h"
#include "ui/kit/switch.h"
#include "ui/leadkit/view_words.h"

#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace keyturn {

namespace {
constexpr int nameWidth = 150; ///< pixels of a name on the button
}

ViewButton::ViewButton(Page& page, Workspace& workspace, const UiContext& ui, const QString& pageId, QWidget* parent)
    : Button(ui.theme, Kind::Quiet, {}, parent)
    , m_page(page)
    , m_workspace(workspace)
    , m_ui(ui)
    , m_pageId(pageId)
    , m_current(ui.preferences.value(pageId + QStringLiteral(".savedView")).toString())
{
    setObjectName(QStringLiteral("savedViews"));
    setIconName(QStringLiteral("star"));
    setSmall(true);
    setMenuArrow(true);
    connect(this, &QAbstractButton::clicked, this, &ViewButton::openMenu);
    connect(&workspace, &Workspace::catalogueChanged, this, &ViewButton::follow);
    connect(&workspace, &Workspace::accessChanged, this, &ViewButton::follow);
    connect(&workspace, &Workspace::linkChanged, this, &ViewButton::follow);
}

std::optional<SavedView> ViewButton::shown() const
{
    for (const SavedView& view : m_workspace.catalogue().views()) {
        if (view.id == m_current) {
            return view;
        }
    }
    return std::nullopt;
}

bool ViewButton::isOfPage(const SavedView& view) const
{
    return view.content.value(QLatin1String("page")).toString() == m_pageId;
}

bool ViewButton::maySave() const
{
    return m_workspace.access().mayWrite && !m_workspace.link().isReadOnly();
}

bool ViewButton::mayChange(const SavedView& view) const
{
    return maySave() && (!view.isShared || mayShareViews(m_workspace));
}

void ViewButton::setCurrent(const QString& id)
{
    m_current = id;
    m_ui.preferences.setValue(m_pageId + QStringLiteral(".savedView"), id);
    follow();
}

void ViewButton::follow()
{
    const std::optional<SavedView> view = shown();
    const QString name = view ? fontMetrics().elidedText(view->name, Qt::ElideRight, nameWidth) : tr("Views");
    const bool isChanged = view && view->content != m_page.viewContent();
    setText(name);
    // Who may not save has nothing here until somebody has shared a view.
    setEnabled(maySave() || std::ranges::any_of(m_workspace.catalogue().views(),
                                                [this](const SavedView& each) { return isOfPage(each); }));
    setNote(isChanged ? tr("changed") : QString());
    setAccessibleName(!view       ? tr("Saved views")
                      : isChanged ? tr("View %1, changed").arg(view->name)
                                  : tr("View %1").arg(view->name));
    Q_EMIT resized();
}

void ViewButton::openMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("savedViewsMenu"));
    bool any = false;
    for (const SavedView& view : m_workspace.catalogue().views()) {
        if (!isOfPage(view)) {
            continue;
        }
        QAction* action = menu->addAction(viewMenuText(view, view.isShared ? tr("shared") : QString()));
        action->setCheckable(true);
        action->setChecked(view.id == m_current);
        connect(action, &QAction::triggered, this, [this, view] { m_page.showView(view.id, view.content); });
        any = true;
    }
    if (any && maySave()) {
        menu->addSeparator();
    }
    if (maySave()) {
        QAction* action = menu->addAction(tr("Save as a view…"));
        action->setEnabled(!m_page.viewContent().isEmpty());
        connect(action, &QAction::triggered, this, &ViewButton::save);
        fillOwn(menu);
    } else if (!any) {
        menu->addAction(tr("There are no views yet"))->setEnabled(false);
    }
    popUpBelow(*menu, *this);
}

void ViewButton::fillOwn(QMenu* menu)
{
    const std::optional<SavedView> view = shown();
    if (!view || !mayChange(*view)) {
        return;
    }
    menu->addSeparator();
    const QJsonObject content = m_page.viewContent();
    if (!content.isEmpty() && content != view->content) {
        connect(menu->addAction(tr("Keep the changes")), &QAction::triggered, this, [this, view = *view, content] {
            SavedView changed = view;
            changed.content = content;
            keep(changed);
        });
        connect(menu->addAction(tr("Back to how it was saved")), &QAction::triggered, this,
                [this, view = *view] { m_page.showView(view.id, view.content); });
    }
    connect(menu->addAction(tr("Rename…")), &QAction::triggered, this,
            [this, view = *view] { ask(view, tr("Rename")); });
    if (view->isShared || mayShareViews(m_workspace)) {
        connect(menu->addAction(view->isShared ? tr("Keep for myself") : tr("Share with the team")),
                &QAction::triggered, this, [this, view = *view] {
                    SavedView moved = view;
                    moved.isShared = !view.isShared;
                    keep(moved);
                });
    }
    connect(menu->addAction(tr("Remove this view")), &QAction::triggered, this, [this, view = *view] {
        SavedView gone = view;
        gone.content = {};
        keep(gone);
    });
}

void ViewButton::save()
{
    SavedView view;
    view.content = m_page.viewContent();
    if (!view.content.isEmpty() && maySave()) {
        ask(view, tr("Save the view"));
    }
}

// A box with the name, and for a new view whether it is for everybody.
void ViewButton::ask(const SavedView& view, const QString& title)
{
    auto* popover = new Popover(m_ui.theme, this);
    popover->setObjectName(QStringLiteral("viewPopover"));
    auto* form = new QWidget;
    form->setFixedWidth(260);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto* name = new LineField(m_ui.theme, tr("Name of the view"));
    name->setText(view.name);
    name->edit().setObjectName(QStringLiteral("viewName"));
    name->edit().setMaxLength(60);
    column->addWidget(name);
    Switch* everybody = nullptr;
    if (view.id.isEmpty() && mayShareViews(m_workspace)) {
        everybody = new Switch(m_ui.theme, tr("For the whole team"));
        everybody->setObjectName(QStringLiteral("viewShared"));
        everybody->setCheckable(true);
        column->addWidget(everybody);
    }
    auto* button = new Button(m_ui.theme, Kind::Primary, title);
    button->setObjectName(QStringLiteral("viewSave"));
    column->addWidget(button, 0, Qt::AlignRight);
    const auto apply = [this, popover, name, everybody, view] {
        SavedView wanted = view;
        wanted.name = name->text().simplified();
        wanted.isShared = everybody != nullptr ? everybody->isChecked() : view.isShared;
        if (wanted.name.isEmpty()) {
            name->setError(tr("The view needs a name."));
            return;
        }
        KeepView command{wanted};
        whenReady(m_workspace.submit(command), name, [this, popover, name, wanted](const Result<Committed>& answer) {
            if (!answer) {
                name->setError(answer.error().message);
                return;
            }
            for (const SavedView& kept : m_workspace.catalogue().views()) {
                if (kept.isShared == wanted.isShared && kept.name == wanted.name) {
                    setCurrent(kept.id);
                }
            }
            popover->dismiss();
        });
    };
    connect(button, &QAbstractButton::clicked, name, apply);
    connect(&name->edit(), &QLineEdit::returnPressed, name, apply);
    connect(&name->edit(), &QLineEdit::textEdited, &name->edit(), &LineEdit::setBaseText);
    popover->setContent(form);
    popover->showAt(this);
    name->edit().setFocus(Qt::PopupFocusReason);
    name->edit().selectAll();
}

void ViewButton::keep(const SavedView& view)
{
    whenReady(m_workspace.submit(KeepView{view}), this, [this](const Result<Committed>& answer) {
        if (!answer) {
            Q_EMIT failed(answer.error());
        }
    });
}

} // namespace keyturn
