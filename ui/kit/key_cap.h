// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

class QPainter;

namespace keyturn {

enum class KeyCapTone { Normal, OnAccent, OnToast };

/// A key or a chord as a small cap: "Ctrl K", "Enter". Delegates use the functions, layouts the widget.
QSize keyCapSize(const Theme& theme, const QString& keys);
void paintKeyCap(QPainter& painter, const Theme& theme, const QRect& rect, const QString& keys,
                 KeyCapTone tone = KeyCapTone::Normal);

class KeyCap : public QWidget
{
    Q_OBJECT

public:
    explicit KeyCap(Theme& theme, const QString& keys, QWidget* parent = nullptr);
    void setKeys(const QString& keys);
    void setTone(KeyCapTone tone);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    QString m_keys;
    KeyCapTone m_tone = KeyCapTone::Normal;
};

} // namespace keyturn
