// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

class QBoxLayout;

namespace keyturn {

class Button;

/// What stands before the empty columns of a new book: what belongs here, and the first steps.
class EmptyBoard : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyBoard(Theme& theme, QWidget* parent = nullptr);

    /// Whether a list can be brought in here.
    void setTakesLists(bool takes);

Q_SIGNALS:
    void newLeadRequested();
    void sampleRequested();
    void importRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Button* addStep(QBoxLayout* layout, const QString& iconName, const QString& title, const QString& text,
                    const QString& action, bool primary);

    Theme& m_theme;
    Button* m_bring;
};

} // namespace keyturn
