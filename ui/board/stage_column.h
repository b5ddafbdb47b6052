// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/column_view.h"
#include "ui/board/stage_header.h"

#include <QWidget>

namespace keyturn {

/// An open column of the board: head above cards.
class StageColumn : public QWidget
{
    Q_OBJECT

public:
    StageColumn(BoardState& state, StageId stage, QWidget* parent = nullptr);

    [[nodiscard]] StageId stage() const { return m_stage; }
    [[nodiscard]] StageHeader& header() const { return *m_header; }
    [[nodiscard]] ColumnView& cards() const { return *m_cards; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    StageId m_stage;
    StageHeader* m_header;
    ColumnView* m_cards;
};

} // namespace keyturn
