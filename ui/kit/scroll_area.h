// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace keyturn {

/// A frameless scrolling area that shows what is behind it.
class ScrollArea : public QScrollArea
{
    Q_OBJECT

public:
    explicit ScrollArea(QWidget* content, QWidget* parent = nullptr);
};

} // namespace keyturn
