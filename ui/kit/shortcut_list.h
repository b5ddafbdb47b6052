// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QCoreApplication>
#include <QStringList>
#include <QWidget>

#include <vector>

namespace keyturn {

/// One line of the list: the keys, and what they do.
struct Shortcut
{
    QStringList keys;
    QString text;
};

struct ShortcutGroup
{
    Q_DECLARE_TR_FUNCTIONS(ShortcutGroup)
public:
    QString title;
    std::vector<Shortcut> shortcuts;

    /// Every key there is.
    static std::vector<ShortcutGroup> all();
};

/// The keys of the program in groups, as the sheet behind "?" and Settings show them.
class ShortcutList : public QWidget
{
    Q_OBJECT

public:
    ShortcutList(Theme& theme, int columns, QWidget* parent = nullptr);
};

} // namespace keyturn
