// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/chip.h"

#include <QAbstractButton>

namespace keyturn {

/// A chip that can be pressed: to take it away (a cross stands behind its words), or to open a menu (a chevron).
class RemovableChip : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Mark { Cross, Chevron };

    RemovableChip(Theme& theme, const Chip& chip, const QString& action, QWidget* parent = nullptr);

    void setChip(const Chip& chip);
    void setMark(Mark mark);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    Theme& m_theme;
    Chip m_chip;
    Mark m_mark = Mark::Cross;
    bool m_byKeyboard = false;
};

} // namespace keyturn
