// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

namespace keyturn {

class Button;
class Label;

/// The bar above every page: its title, the way into the palette, where the book lives, and New lead.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    explicit TopBar(Theme& theme, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// "On this computer only", with its icon.
    void setState(const QString& iconName, const QString& text, const QString& toolTip);
    [[nodiscard]] QWidget* newLeadButton() const;

Q_SIGNALS:
    void paletteRequested();
    void newLeadRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class State;

    void place();

    Theme& m_theme;
    Label* m_title;
    QWidget* m_search;
    State* m_state;
    Button* m_newLead;
};

} // namespace keyturn
