// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QDate>
#include <QWidget>

namespace keyturn {

class Label;
class MonthDays;

/// A month to choose a day from, in the look of the theme. Arrows move by day and week, Page Up and Page Down by month,
/// Enter chooses; the wheel turns months. GUI thread.
class MonthPicker : public QWidget
{
    Q_OBJECT

public:
    MonthPicker(Theme& theme, QDate chosen, QDate today, QWidget* parent = nullptr);

Q_SIGNALS:
    void picked(QDate date);

private:
    void showMonth();

    MonthDays* m_days;
    Label* m_title;
};

} // namespace keyturn
