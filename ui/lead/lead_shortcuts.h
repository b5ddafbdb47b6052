// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace keyturn {

class Composer;
class LeadActions;

/// The keys of a lead, on its page and in its panel alike: L and a letter writes something down, D completes the next
/// task, Alt+Up and Alt+Down go to the neighbours. They hold while the keyboard is inside `pane` and not in a text.
class LeadShortcuts : public QObject
{
    Q_OBJECT

public:
    LeadShortcuts(QWidget& pane, Composer& composer, LeadActions& actions);

Q_SIGNALS:
    void previousRequested();
    void nextRequested();
};

} // namespace keyturn
