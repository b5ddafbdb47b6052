// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lead_list_model.h"
#include "ui/kit/preferences.h"
#include "ui/kit/theme.h"

#include <QTableView>
#include <QTimer>

#include <vector>

class QMenu;

namespace keyturn {

class LeadsDelegate;

/// The table itself: columns that can be chosen, moved, sized and sorted, all of it remembered; whole rows are
/// selected.
class LeadsTable : public QTableView
{
    Q_OBJECT

public:
    LeadsTable(LeadListModel& model, LeadStore& store, Theme& theme, Preferences& preferences,
               QWidget* parent = nullptr);

    [[nodiscard]] std::vector<LeadId> selectedLeads() const;
    [[nodiscard]] qsizetype selectedCount() const;
    void fillColumnMenu(QMenu* menu);
    /// The selected rows as lines with tabs between the shown columns, the headings first.
    [[nodiscard]] QString selectedText() const;
    void showLead(LeadId lead);
    /// The shown columns with their widths, "name:214", in the order in which they are seen; empty: the usual ones.
    [[nodiscard]] QStringList columnChoice() const;
    /// "name asc".
    [[nodiscard]] QString sortChoice() const;
    /// What these lists and words say of columns that do not exist is passed over.
    void choose(const QStringList& columns, const QString& sort);

Q_SIGNALS:
    /// Columns, widths or order: somebody changed them.
    void choiceChanged();
    void openPanel(keyturn::LeadId lead);
    void openPage(keyturn::LeadId lead);
    void deleteRequested();
    void filterRequested();
    void selectionMoved();
    void rowMenuRequested(QPoint globalPos);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    void applyColumns(const QStringList& kept);
    void applySort(const QString& sort);
    void rememberColumns();
    void spreadColumns();
    void setHoveredRow(int row);
    void openHeaderMenu(QPoint where);
    void followTheme();
    [[nodiscard]] std::vector<int> shownColumns() const; ///< in the order in which they are seen

    LeadListModel& m_leads;
    Theme& m_theme;
    Preferences& m_preferences;
    LeadsDelegate* m_delegate;
    QTimer m_remember;
    int m_hovered = -1;
    bool m_usual = true;      ///< nobody has chosen columns or widths yet
    bool m_spreading = false; ///< what changes widths is the window, not a person
};

} // namespace keyturn
