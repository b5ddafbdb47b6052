// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "models/base/id.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <vector>

namespace keyturn {

/// A few words of a page's status bar: "$50,153,100" strong, "total" after it.
struct StatusPart
{
    QString strong;
    QString text;

    friend bool operator==(const StatusPart&, const StatusPart&) = default;
};

/// Something a page can do that the command palette offers while the page is shown.
struct PageCommand
{
    QString id;    ///< stable: "board.sort"
    QString title; ///< "Sort columns"
    QString hint;  ///< "Due first"
    QString icon;
    QStringList keys; ///< {"Ctrl", "Alt", "S"}
    std::function<void()> run;
};

/// Where a lead is opened: beside what is shown, or instead of it.
enum class LeadPlace { Panel, Page };

/// One page of the window's stack. The shell makes it when it is first wanted, gives it the whole area right of the
/// rail and below the top bar, and shows its title and status words.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual std::vector<StatusPart> status() const { return {}; }
    [[nodiscard]] virtual std::vector<PageCommand> commands() { return {}; }
    /// The page was brought to the front.
    virtual void activate() {}
    /// Gives the keyboard to what one works with on this page.
    virtual void focusContent() { setFocus(Qt::OtherFocusReason); }
    /// Selects and scrolls to the lead if the page shows it.
    virtual void showLead(LeadId lead) { Q_UNUSED(lead) }
    /// The lead after (step 1) or before (step -1) this one as the page lists them; null at the ends.
    [[nodiscard]] virtual LeadId neighbour(LeadId lead, int step) const
    {
        Q_UNUSED(lead)
        Q_UNUSED(step)
        return {};
    }
    /// How the page shows its leads right now, for a view that is to be kept; empty: this page has none.
    [[nodiscard]] virtual QJsonObject viewContent() const { return {}; }
    /// Shows its leads that way; `id` is that of the view. What is not understood is left as it is.
    virtual void showView(const QString& id, const QJsonObject& content)
    {
        Q_UNUSED(id)
        Q_UNUSED(content)
    }
    /// How much at its foot the page wants left free by toasts and notices, in pixels.
    [[nodiscard]] virtual int footHeight() const { return 0; }
    /// "Lead 12 of 107 in Pipeline", or empty.
    [[nodiscard]] virtual QString position(LeadId lead) const
    {
        Q_UNUSED(lead)
        return {};
    }

Q_SIGNALS:
    void titleChanged();
    void statusChanged();
    void openLeadRequested(keyturn::LeadId lead, keyturn::LeadPlace place);
    /// The selection moved to this lead; a panel that is open follows. Null: none or several.
    void leadSelected(keyturn::LeadId lead);
    void newLeadRequested();
    /// Shown as a toast.
    void noticed(const QString& text);
    /// Shown as what happened, with its details.
    void failed(const keyturn::Error& error);
};

} // namespace keyturn

Q_DECLARE_METATYPE(keyturn::LeadPlace)
