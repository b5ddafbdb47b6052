// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QAbstractButton>

namespace keyturn {

/// One thing that a list can be filtered by: a dashed button that opens its choices; once set, a coloured chip that
/// says what for, with an × that clears it (also by Del).
class FilterChip : public QAbstractButton
{
    Q_OBJECT

public:
    FilterChip(Theme& theme, const QString& name, QWidget* parent = nullptr);

    /// "me, MK"; empty: not set.
    void setChosen(const QString& chosen);
    [[nodiscard]] bool isSet() const { return !m_chosen.isEmpty(); }
    [[nodiscard]] QString chosen() const { return m_chosen; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void cleared();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QString words() const;
    [[nodiscard]] QRect crossRect() const;

    Theme& m_theme;
    QString m_name;
    QString m_chosen;
};

} // namespace keyturn
