// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QAbstractButton>

namespace keyturn {

/// One of two values that stand side by side, as a box with a radio mark: the chosen one counts. The arrow keys lead to
/// the other one.
class ValueChoice : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ValueChoice(Theme& theme, QWidget* parent = nullptr);

    /// An empty value reads as such.
    void setValue(const QString& value);
    /// A second line below, for whole leads; makes the box taller and the value stronger.
    void setDetail(const QString& detail);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    Theme& m_theme;
    QString m_detail;
};

} // namespace keyturn
