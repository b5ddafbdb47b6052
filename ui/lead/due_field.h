// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <QDate>
#include <QTime>
#include <QTimeZone>
#include <QWidget>

#include <optional>

class QComboBox;
class QDateEdit;

namespace keyturn {

class Button;
class Theme;

/// When something is due: Today, Tomorrow, Monday or a picked day, with a time if it matters. Days are the user's.
class DueField : public QWidget
{
    Q_OBJECT

public:
    DueField(Theme& theme, const Clock& clock, const QTimeZone& zone, QWidget* parent = nullptr);

    [[nodiscard]] std::optional<QDate> date() const;
    [[nodiscard]] std::optional<QTime> time() const;
    void setDue(const std::optional<QDate>& date, const std::optional<QTime>& time);
    void setToTomorrow();
    [[nodiscard]] bool isPast() const;

Q_SIGNALS:
    void edited();

private:
    void choose(const std::optional<QDate>& date);
    void follow();
    [[nodiscard]] QDate today() const;
    [[nodiscard]] QDate nextMonday() const;

    const Clock& m_clock;
    QTimeZone m_zone;
    Button* m_today;
    Button* m_tomorrow;
    Button* m_monday;
    Button* m_pick;
    QDateEdit* m_edit;
    QComboBox* m_time;
    std::optional<QDate> m_date;
};

} // namespace keyturn
