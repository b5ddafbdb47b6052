// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/section_card.h"

#include <QModelIndex>

#include <vector>

namespace keyturn {

class Button;
class TodayRowWidget;

/// One section of the working list: a card with the first rows and a link to the rest of them.
class TodaySection : public SectionCard
{
    Q_OBJECT

public:
    explicit TodaySection(Theme& theme, QWidget* parent = nullptr);

    /// `section` is a top-level index of a TodayModel; `current` the selected row, maybe in another section.
    void showSection(const QModelIndex& section, const QModelIndex& current);
    [[nodiscard]] const std::vector<TodayRowWidget*>& rows() const { return m_rows; }
    [[nodiscard]] TodayRowWidget* rowOf(const QModelIndex& index) const;
    /// Rows beyond the first few are shown too.
    void expand();

    static constexpr int firstRows = 5;

Q_SIGNALS:
    void rowMade(keyturn::TodayRowWidget* row);
    void expanded();

private:
    Theme& m_theme;
    std::vector<TodayRowWidget*> m_rows;
    Button* m_more;
    bool m_expanded = false;
};

} // namespace keyturn
