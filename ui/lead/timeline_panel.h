// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/timeline_model.h"
#include "ui/kit/ui_context.h"

#include <QWidget>

#include <memory>

namespace keyturn {

class Button;
class Composer;
class EmptyState;
class Label;
class SearchField;
class TabBar;
class TimelineRows;
class TimelineView;

/// The composer and what happened below it, with filters and a search. Compact, the filters are folded until asked for.
class TimelinePanel : public QWidget
{
    Q_OBJECT

public:
    TimelinePanel(Workspace& workspace, const UiContext& context, bool compact, QWidget* parent = nullptr);
    ~TimelinePanel() override;

    void setLead(LeadId lead);
    /// Filters by `words` and, once it is read, puts the cursor on the entry with this id (or of the note with it).
    void showEntry(const QString& id, const QString& words);
    void setLeadName(const QString& firstName);
    /// How many entries there are, for the search box; negative if unknown.
    void setCount(qint64 count);
    [[nodiscard]] Composer& composer() { return *m_composer; }
    [[nodiscard]] TimelineView& view() { return *m_view; }
    [[nodiscard]] TimelineModel& model() { return *m_model; }

Q_SIGNALS:
    void logged(const keyturn::ChangeSet& changes);
    void noticed(const QString& text);

private:
    void showState();
    void showFilters(bool on);
    void findWanted();
    void correct(int row);
    void copy(int row);

    Workspace& m_workspace;
    const UiContext m_context;
    TimelineModel* m_model;
    std::unique_ptr<TimelineRows> m_rows;
    Composer* m_composer;
    TabBar* m_filter;
    Button* m_highlights;
    Button* m_filters; ///< unfolds the filters where there is little room
    QWidget* m_filterBar;
    SearchField* m_search;
    TimelineView* m_view;
    EmptyState* m_empty;
    Label* m_word;
    std::vector<TimelineGroup> m_groups;
    QString m_wanted; ///< of showEntry(), until it is found
};

} // namespace keyturn
