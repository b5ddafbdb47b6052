// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/workspace.h"
#include "ui/kit/button.h"
#include "ui/kit/ui_context.h"

#include <optional>

class QMenu;

namespace keyturn {

class Page;

/// Saves how its page shows the leads under a name, and brings back what was saved. The views of all pages are in
/// Catalogue::views(); which one the page shows is remembered in the preferences under `prefix`.
class ViewButton : public Button
{
    Q_OBJECT

public:
    ViewButton(Page& page, Workspace& workspace, const UiContext& ui, const QString& pageId, QWidget* parent = nullptr);

    /// The page shows this view now.
    void setCurrent(const QString& id);
    [[nodiscard]] const QString& current() const { return m_current; }
    /// To be called when what the page shows has changed: it may no longer be what was saved.
    void follow();
    void openMenu();
    /// Asks for a name and saves what the page shows.
    void save();

Q_SIGNALS:
    void failed(const keyturn::Error& error);
    /// The button changed its size.
    void resized();

private:
    [[nodiscard]] std::optional<SavedView> shown() const;
    [[nodiscard]] bool isOfPage(const SavedView& view) const;
    [[nodiscard]] bool maySave() const;
    [[nodiscard]] bool mayChange(const SavedView& view) const;
    void fillOwn(QMenu* menu);
    void ask(const SavedView& view, const QString& title);
    void keep(const SavedView& view);

    Page& m_page;
    Workspace& m_workspace;
    UiContext m_ui;
    QString m_pageId;
    QString m_current;
};

} // namespace keyturn
