// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QHeaderView>

namespace keyturn {

/// The head of the leads table: words in line with the cells below, an arrow where it is sorted.
class LeadsHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit LeadsHeader(Theme& theme, QWidget* parent = nullptr);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int column) const override;

private:
    Theme& m_theme;
};

} // namespace keyturn
