// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/surface.h"

namespace keyturn {

class Label;

/// One number of a page with its name above and a few words below.
class FigureTile : public Surface
{
    Q_OBJECT

public:
    FigureTile(Theme& theme, const QString& name, QWidget* parent = nullptr);

    void setFigure(qint64 figure);
    void setWords(const QString& words);
    /// Red, for what needs somebody to look at it.
    void setAlarming(bool alarming);

private:
    void describe();

    QString m_title;
    Label* m_figure;
    Label* m_words;
};

} // namespace keyturn
