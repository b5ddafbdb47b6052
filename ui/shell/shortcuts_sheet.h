// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/overlay.h"

namespace keyturn {

/// The keys at a glance, over a scrim (?).
class ShortcutsSheet : public Overlay
{
    Q_OBJECT

public:
    ShortcutsSheet(Theme& theme, QWidget* window);

protected:
    QWidget* firstFocus() override { return m_close; }

private:
    QWidget* m_close;
};

} // namespace keyturn
