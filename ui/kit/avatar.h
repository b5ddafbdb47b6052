// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

class QPainter;

namespace keyturn {

/// Somebody's initials on a disc that fills `rect` (a square, 20 px on cards).
void paintAvatar(QPainter& painter, const Theme& theme, const QRect& rect, const QString& initials);

class Avatar : public QWidget
{
    Q_OBJECT

public:
    /// `name` is what screen readers and the tool tip say.
    Avatar(Theme& theme, const QString& initials, const QString& name, int size = 20, QWidget* parent = nullptr);
    void setPerson(const QString& initials, const QString& name);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    QString m_initials;
};

} // namespace keyturn
