// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/figure_tile.h"

#include "ui/kit/label.h"

#include <QLocale>
#include <QVBoxLayout>

namespace keyturn {

FigureTile::FigureTile(Theme& theme, const QString& name, QWidget* parent)
    : Surface(theme, &Colors::base, parent)
    , m_title(name)
    , m_figure(new Label(theme, TextStyle::FigureLarge))
    , m_words(new Label(theme, TextStyle::Small, &Colors::text2))
{
    setBox(&Colors::line, 8);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 10);
    column->setSpacing(0);
    column->addWidget(new Label(theme, TextStyle::Small, &Colors::text2, name));
    column->addWidget(m_figure);
    m_words->setElided(true);
    column->addWidget(m_words);
}

void FigureTile::setFigure(qint64 figure)
{
    m_figure->setText(QLocale().toString(figure));
    describe();
}

void FigureTile::setWords(const QString& words)
{
    m_words->setText(words);
    m_words->setToolTip(words);
    describe();
}

void FigureTile::setAlarming(bool alarming)
{
    m_figure->setColor(alarming ? &Colors::red : &Colors::text);
}

void FigureTile::describe()
{
    setAccessibleName(QStringLiteral("%1: %2").arg(m_title, m_figure->text()));
}

} // namespace keyturn
