// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/lead/composer_mode.h"

#include <QTimeZone>

class QLineEdit;

namespace keyturn {

class Button;
class DueField;
class Theme;

/// Plans what to do next: a title, a day by one key or picked, a time if it matters.
class FollowUpMode final : public ComposerMode
{
    Q_OBJECT

public:
    FollowUpMode(Theme& theme, const Clock& clock, const QTimeZone& zone, bool compact, QWidget* parent = nullptr);

    [[nodiscard]] Result<Command> command(LeadId lead) const override;
    [[nodiscard]] QVariantMap draft() const override;
    void setDraft(const QVariantMap& draft) override;
    void focusFirst() override;
    void setBusy(bool busy) override;

private:
    QLineEdit* m_title;
    DueField* m_due;
    Button* m_plan;
};

} // namespace keyturn
