// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/look_section.h"

#include "ui/kit/combo_field.h"
#include "ui/kit/section_card.h"
#include "ui/kit/switch.h"

#include <QComboBox>
#include <QGridLayout>
#include <QVBoxLayout>

namespace keyturn {

LookSection::LookSection(const UiContext& context, Workspace& workspace, const QString& language, QWidget* parent)
    : SettingsSection(context, workspace, parent)
{
    auto* card = new SectionCard(theme(), tr("Appearance and language"));
    auto* grid = new QGridLayout;
    grid->setSpacing(12);
    auto* look = new ComboField(theme(), tr("Appearance"));
    look->box().setObjectName(QStringLiteral("settingAppearance"));
    look->addItem(tr("Follow the system"), QStringLiteral("system"));
    look->addItem(tr("Light"), QStringLiteral("light"));
    look->addItem(tr("Dark"), QStringLiteral("dark"));
    look->setValue(context.preferences.value(QStringLiteral("appearance")));
    auto* words = new ComboField(theme(), tr("Language"));
    words->box().setObjectName(QStringLiteral("settingLanguage"));
    words->addItem(QStringLiteral("English"), QStringLiteral("en"));
    words->addItem(QStringLiteral("Español"), QStringLiteral("es"));
    words->setValue(language);
    auto* density = new ComboField(theme(), tr("Cards on the board"));
    density->box().setObjectName(QStringLiteral("settingDensity"));
    density->addItem(tr("Comfortable"), QStringLiteral("comfortable"));
    density->addItem(tr("Compact"), QStringLiteral("compact"));
    density->setValue(context.preferences.value(QStringLiteral("board.density")));
    grid->addWidget(look, 0, 0);
    grid->addWidget(words, 0, 1);
    grid->addWidget(density, 0, 2);
    card->body()->addLayout(grid);
    auto* motion = new Switch(theme(), tr("Without animations"));
    motion->setObjectName(QStringLiteral("settingReducedMotion"));
    motion->setChecked(context.preferences.value(QStringLiteral("reducedMotion")).toBool());
    card->body()->addWidget(motion);
    column()->addWidget(card);
    column()->addStretch();
    connect(look, &ComboField::committed, this,
            [this](const QVariant& value) { Q_EMIT appearanceChosen(value.toString()); });
    connect(words, &ComboField::committed, this,
            [this](const QVariant& value) { Q_EMIT languageChosen(value.toString()); });
    connect(density, &ComboField::committed, this,
            [this](const QVariant& value) { Q_EMIT densityChosen(value.toString()); });
    connect(motion, &Switch::toggled, this, &LookSection::reducedMotionChosen);
}

} // namespace keyturn
