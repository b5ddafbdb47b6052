// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/search_model.h"
#include "ui/kit/page.h"
#include "ui/kit/ui_context.h"

class QListView;

namespace keyturn {

class EmptyState;
class Label;
class SearchField;
class TabBar;

/// Everything in the book by its words: one field, one tab for each kind, and what was found with the words marked.
/// Enter or a double click opens the lead at what was found; the field keeps its text while one looks elsewhere.
class SearchPage : public Page
{
    Q_OBJECT

public:
    SearchPage(Workspace& workspace, LeadStore& store, UiContext& ui, QWidget* parent = nullptr);
    ~SearchPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] std::vector<StatusPart> status() const override;
    void activate() override;
    void focusContent() override;
    [[nodiscard]] LeadId neighbour(LeadId lead, int step) const override;

    /// Puts the text into the field, as if it had been typed.
    void searchFor(const QString& text);
    [[nodiscard]] SearchModel& model() const { return *m_model; }

Q_SIGNALS:
    void hitRequested(const keyturn::SearchHit& hit, keyturn::LeadPlace place);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();
    void showKind(int tab);
    void showState();
    void open(const QModelIndex& index, LeadPlace place);

    SearchModel* m_model;
    SearchField* m_field;
    TabBar* m_kinds;
    Label* m_word;
    QListView* m_list;
    EmptyState* m_start;
    EmptyState* m_none;
    Label* m_more;
};

} // namespace keyturn
