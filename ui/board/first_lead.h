// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/board_state.h"

#include <QAbstractButton>

namespace keyturn {

/// The dashed place of the first card on an empty board: a click, Space or Enter begins the first lead.
class FirstLead : public QAbstractButton
{
    Q_OBJECT

public:
    FirstLead(BoardState& state, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    BoardState& m_state;
};

} // namespace keyturn
