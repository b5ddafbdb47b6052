// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/lead/composer_mode.h"

#include <QTimeZone>

class QComboBox;

namespace keyturn {

class Button;
class ChoicePills;
class GrowingEdit;
class LineEdit;
class Theme;
class WhenField;

/// Writes down a call, a text message or a meeting that has happened. A call needs no typing at all: Enter logs it.
class EventMode final : public ComposerMode
{
    Q_OBJECT

public:
    EventMode(Theme& theme, const Clock& clock, const QTimeZone& zone, LogActivity::Type type, bool compact,
              QWidget* parent = nullptr);

    [[nodiscard]] Result<Command> command(LeadId lead) const override;
    [[nodiscard]] QVariantMap draft() const override;
    void setDraft(const QVariantMap& draft) override;
    void focusFirst() override;
    void setBusy(bool busy) override;

private:
    [[nodiscard]] bool isCall() const { return m_type == LogActivity::Type::Call; }
    [[nodiscard]] bool isSms() const { return m_type == LogActivity::Type::Sms; }
    [[nodiscard]] QString defaultOutcome() const;

    LogActivity::Type m_type;
    GrowingEdit* m_text;
    ChoicePills* m_outcome = nullptr;
    QComboBox* m_direction = nullptr;
    LineEdit* m_minutes = nullptr;
    WhenField* m_when;
    Button* m_log;
};

} // namespace keyturn
