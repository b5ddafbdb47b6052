// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_section.h"

namespace keyturn {

/// Appearance, language, density of the board, and motion.
class LookSection : public SettingsSection
{
    Q_OBJECT

public:
    LookSection(const UiContext& context, Workspace& workspace, const QString& language, QWidget* parent = nullptr);

Q_SIGNALS:
    void appearanceChosen(const QString& appearance);
    void languageChosen(const QString& language);
    void densityChosen(const QString& density);
    void reducedMotionChosen(bool reduced);
};

} // namespace keyturn
