// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/today_model.h"
#include "ui/kit/page.h"
#include "ui/kit/ui_context.h"

#include <QPersistentModelIndex>
#include <QTimer>

#include <vector>

class QBoxLayout;
class QScrollArea;

namespace keyturn {

class Surface;
class KeyCap;
class Label;
class TodayAside;
class TodayRowWidget;
class TodaySection;

/// The loan officer's working list: one reason and one action a row. J and K move, Enter acts, S snoozes, O opens.
class TodayPage : public Page
{
    Q_OBJECT

public:
    TodayPage(TodayModel& model, LeadStore& store, const UiContext& ui, QWidget* parent = nullptr);
    ~TodayPage() override;

    [[nodiscard]] QString title() const override { return tr("Today"); }
    [[nodiscard]] std::vector<StatusPart> status() const override;
    [[nodiscard]] std::vector<PageCommand> commands() override;
    void activate() override;
    void focusContent() override;
    void showLead(LeadId lead) override;
    [[nodiscard]] LeadId neighbour(LeadId lead, int step) const override;
    [[nodiscard]] QString position(LeadId lead) const override;

    [[nodiscard]] QModelIndex current() const { return m_current; }
    void setCurrent(const QModelIndex& index);

Q_SIGNALS:
    /// Somebody is to be called: the lead is open by now, its call entry should be.
    void callRequested(keyturn::LeadId lead);
    /// All leads that have been silent, as a list.
    void silentLeadsRequested(int days);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildHeader(QBoxLayout* into);
    void scheduleSync();
    void sync();
    void greet();
    void connectRow(TodayRowWidget* row);
    void act(const QModelIndex& index);
    void open(const QModelIndex& index, LeadPlace place);
    void snooze(const QModelIndex& index);
    [[nodiscard]] TodayRowWidget* rowWidget(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex step(const QModelIndex& from, int by) const;
    [[nodiscard]] std::vector<QModelIndex> rows() const;

    TodayModel& m_model;
    LeadStore& m_store;
    UiContext m_ui;
    QScrollArea* m_scroll;
    QBoxLayout* m_list;
    Label* m_greeting;
    Label* m_date;
    QWidget* m_keys;
    std::vector<TodaySection*> m_sections;
    TodayAside* m_aside;
    Surface* m_empty;
    QPersistentModelIndex m_current;
    int m_currentPlace = 0;
    QTimer m_sync;
};

} // namespace keyturn
