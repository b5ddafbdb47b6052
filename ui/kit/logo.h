// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QIcon>
#include <QWidget>

class QPainter;

namespace keyturn {

/// The program's mark: a key on a rounded square that fills `rect`.
void paintLogo(QPainter& painter, const Theme& theme, const QRectF& rect);

class Logo : public QWidget
{
    Q_OBJECT

public:
    Logo(Theme& theme, int size, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
};

/// The mark as the icon of windows and of the program, in all sizes.
QIcon logoIcon();

} // namespace keyturn
