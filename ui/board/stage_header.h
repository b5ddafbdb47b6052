// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/board_state.h"

#include <QWidget>

namespace keyturn {

class IconButton;

/// The head of a column: dot, name, count, exact total and weighted total; the mark of a passed WIP limit; the menu.
class StageHeader : public QWidget
{
    Q_OBJECT

public:
    static constexpr int fixedHeight = 57;

    StageHeader(BoardState& state, StageId stage, QWidget* parent = nullptr);

    void setDropTarget(bool target);

Q_SIGNALS:
    void menuRequested(QPoint globalPos);
    void clicked();
    void dropped(const std::vector<keyturn::LeadId>& leads, QPoint globalPos);
    void dragEntered(bool inside);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    [[nodiscard]] QModelIndex index() const { return m_state.model().stageIndex(m_stage); }
    [[nodiscard]] QString spoken() const;

    BoardState& m_state;
    StageId m_stage;
    IconButton* m_menu;
    bool m_dropTarget = false;
};

} // namespace keyturn
