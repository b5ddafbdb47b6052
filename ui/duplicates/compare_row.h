// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/merge_comparison.h"
#include "ui/kit/theme.h"

#include <QWidget>

namespace keyturn {

class Label;
class ValueChoice;

/// A line of the comparison: what it is about, and the two values of which one is chosen. All lines share their
/// columns.
class CompareRow : public QWidget
{
    Q_OBJECT

public:
    static constexpr int labelWidth = 148;

    CompareRow(Theme& theme, const QString& label, QWidget* parent = nullptr);

    void setValues(const QString& left, const QString& right);
    void setDetails(const QString& left, const QString& right);
    void setChosen(MergeComparison::Side side);
    [[nodiscard]] ValueChoice& choice(MergeComparison::Side side) const
    {
        return side == MergeComparison::Left ? *m_left : *m_right;
    }

Q_SIGNALS:
    void chosen(keyturn::MergeComparison::Side side);

private:
    QString m_label;
    ValueChoice* m_left;
    ValueChoice* m_right;
};

} // namespace keyturn
