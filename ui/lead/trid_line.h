// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lead/trid_meter.h"

namespace keyturn {

/// The six bars of the TRID meter in a line of facts.
class TridLine : public QWidget
{
    Q_OBJECT

public:
    explicit TridLine(Theme& theme, QWidget* parent = nullptr);
    void setItems(const TridItems& items);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    TridItems m_items;
};

} // namespace keyturn
