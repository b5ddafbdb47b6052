// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <QTimeZone>
#include <QVariant>
#include <QWidget>

#include <optional>

class QComboBox;
class QDateTimeEdit;

namespace keyturn {

/// When something happened: now unless said otherwise, in the user's zone.
class WhenField : public QWidget
{
    Q_OBJECT

public:
    WhenField(const Clock& clock, const QTimeZone& zone, QWidget* parent = nullptr);

    /// Absent: now.
    [[nodiscard]] std::optional<Instant> value() const;
    [[nodiscard]] bool isInFuture() const;
    [[nodiscard]] QVariant draft() const;
    void setDraft(const QVariant& draft);
    void clear();
    void setMoment(const QDateTime& local);

Q_SIGNALS:
    void edited();

private:
    enum Choice { Now, QuarterAgo, HourAgo, Picked };

    const Clock& m_clock;
    QTimeZone m_zone;
    QComboBox* m_choice;
    QDateTimeEdit* m_moment;
};

} // namespace keyturn
