// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QPointer>
#include <QWidget>

namespace keyturn {

/// A scrim over the whole window with a card on it. Esc and a click on the scrim close it, Tab stays inside, and the
/// keyboard goes back to where it was. Hidden until open() is called.
class Overlay : public QWidget
{
    Q_OBJECT

public:
    /// `window` is what it covers; `cardSize` shrinks when the window is smaller.
    Overlay(Theme& theme, QWidget* window, QSize cardSize, int top);

    void open();
    void close();
    [[nodiscard]] bool isOpen() const { return m_open; }
    void setCardSize(QSize size);

Q_SIGNALS:
    void closed();

protected:
    /// Put the content here; it fills the card.
    [[nodiscard]] QWidget* card() const { return m_card; }
    [[nodiscard]] Theme& theme() const { return m_theme; }
    virtual QWidget* firstFocus() { return m_card; }

    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void place();

    Theme& m_theme;
    QWidget* m_card;
    QSize m_cardSize;
    int m_top;
    bool m_open = false;
    QPointer<QWidget> m_before;
};

/// Moves the keyboard to the next or previous tab stop inside `container`, round and round.
bool focusWithin(QWidget* container, bool next);

} // namespace keyturn
