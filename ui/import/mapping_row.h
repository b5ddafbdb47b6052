// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/import_flow.h"
#include "ui/kit/theme.h"

#include <QWidget>

class QGridLayout;

namespace keyturn {

class Button;
class Label;

/// One column of the file: its name, some of its texts, where it goes, and for stages and owners what each text means.
class MappingRow : public QWidget
{
    Q_OBJECT

public:
    MappingRow(Theme& theme, ImportFlow& flow, int column, QWidget* parent = nullptr);

    /// Shows what the flow has now.
    void follow();

Q_SIGNALS:
    void newFieldRequested(int column, QWidget* anchor);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void openMenu();
    void setTarget(const ColumnTarget& target);
    void showValues();

    Theme& m_theme;
    ImportFlow& m_flow;
    const int m_column;
    Label* m_samples;
    Button* m_target;
    Label* m_remark;
    QWidget* m_values;
    QGridLayout* m_grid;
    QString m_valuesOf; ///< what the sub rows were made for
};

} // namespace keyturn
