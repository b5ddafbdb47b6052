// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QAbstractButton>

namespace keyturn {

/// A square button with an icon only. Its name is what screen readers say and the tool tip shows.
class IconButton : public QAbstractButton
{
    Q_OBJECT

public:
    IconButton(Theme& theme, const QString& iconName, const QString& name, QWidget* parent = nullptr);

    void setIconName(const QString& name);
    void setBordered(bool bordered);
    /// 32 px by default; 28 and 24 are the others in use.
    void setSize(int size);
    void setColor(QColor Colors::*color);
    /// Added to the tool tip: "Close (Esc)".
    void setKeyHint(const QString& keys);
    void setName(const QString& name);
    [[nodiscard]] QSize sizeHint() const override { return {m_size, m_size}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    Theme& m_theme;
    QString m_iconName;
    QString m_keyHint;
    QColor Colors::*m_color = &Colors::text2;
    int m_size = 32;
    bool m_bordered = false;
};

} // namespace keyturn
