// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/line_field.h"

#include <QDate>

#include <functional>
#include <optional>

namespace keyturn {

/// A date: typed ("11/25", "2026-11-25", "today", "+14") or picked from a calendar (Alt+Down or the button). `today`
/// comes from whoever has the clock.
class DateField : public Field
{
    Q_OBJECT

public:
    DateField(Theme& theme, const QString& label, std::function<QDate()> today, QWidget* parent = nullptr);
    ~DateField() override;

    [[nodiscard]] LineEdit& edit() { return *m_edit; }
    /// Nothing while the box is empty or unreadable.
    [[nodiscard]] std::optional<QDate> date() const { return m_date; }
    void setDate(const std::optional<QDate>& date);
    void setError(const QString& error) override;

    /// What the words mean; `valid` is false when they mean nothing.
    static std::optional<QDate> read(const QString& text, QDate today, bool& valid);

Q_SIGNALS:
    void committed(const std::optional<QDate>& date);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void commit();
    void showCalendar();
    [[nodiscard]] static QString shown(const std::optional<QDate>& date);

    std::function<QDate()> m_today;
    LineEdit* m_edit;
    std::optional<QDate> m_date;
    bool m_unreadable = false;
};

} // namespace keyturn
