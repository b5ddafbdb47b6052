// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/merge_comparison.h"
#include "ui/kit/theme.h"

#include <QWidget>

namespace keyturn {

class Button;
class CompareRow;
class Label;
class ScrollArea;
class SectionCard;
class Surface;

/// Two leads side by side: which one is kept, the fields in which they differ, what is filled in, what follows. Equal
/// fields are folded away.
class CompareView : public QWidget
{
    Q_OBJECT

public:
    CompareView(Theme& theme, MergeComparison& comparison, QWidget* parent = nullptr);

    /// While a merge is under way nothing can be chosen.
    void setBusy(bool busy);
    void setMayWrite(bool may);
    void focusContent();
    /// Of the buttons at its foot, which nothing may cover.
    [[nodiscard]] int footHeight() const;

Q_SIGNALS:
    void mergeRequested();
    void apartRequested();
    void openRequested(keyturn::LeadId lead);

private:
    void show();
    void showHeads();
    void rebuild();
    void showFollowing();
    void showButtons();
    [[nodiscard]] QString factsOf(MergeComparison::Side side) const;
    [[nodiscard]] QString nameOf(MergeComparison::Side side) const;
    void fillList(SectionCard* card, MergeComparison::Row::Kind kind);

    Theme& m_theme;
    MergeComparison& m_comparison;
    CompareRow* m_head;
    SectionCard* m_differs;
    SectionCard* m_filled;
    SectionCard* m_same;
    Label* m_alike;
    Label* m_follows;
    Label* m_stop;
    Label* m_words;
    ScrollArea* m_scroll = nullptr;
    Surface* m_foot;
    Button* m_merge;
    Button* m_apart;
    QHash<QString, CompareRow*> m_rows;
    QStringList m_shape; ///< fields and kinds that stand there now
    bool m_busy = false;
    bool m_mayWrite = true;
};

} // namespace keyturn
