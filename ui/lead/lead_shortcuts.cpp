// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/lead_shortcuts.h"

#include "ui/lead/composer.h"
#include "ui/lead/lead_actions.h"

#include <QShortcut>
#include <QWidget>

namespace keyturn {

LeadShortcuts::LeadShortcuts(QWidget& pane, Composer& composer, LeadActions& actions)
    : QObject(&pane)
{
    const auto bind = [&pane, this](const QKeySequence& keys, const auto& act) {
        auto* shortcut = new QShortcut(keys, &pane);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    const struct
    {
        Qt::Key letter;
        Composer::Mode mode;
    } letters[] = {{Qt::Key_N, Composer::Mode::Note},
                   {Qt::Key_C, Composer::Mode::Call},
                   {Qt::Key_S, Composer::Mode::Sms},
                   {Qt::Key_M, Composer::Mode::Meeting},
                   {Qt::Key_F, Composer::Mode::FollowUp}};
    for (const auto& each : letters) {
        bind(QKeySequence(Qt::Key_L, each.letter), [&composer, mode = each.mode] { composer.start(mode); });
    }
    bind(QKeySequence(Qt::Key_D), [&actions] { actions.completeNextTask(); });
    bind(QKeySequence(Qt::ALT | Qt::Key_Up), [this] { Q_EMIT previousRequested(); });
    bind(QKeySequence(Qt::ALT | Qt::Key_Down), [this] { Q_EMIT nextRequested(); });
}

} // namespace keyturn
