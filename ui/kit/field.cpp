// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/field.h"

#include "ui/kit/button.h"
#include "ui/kit/icon.h"
#include "ui/kit/label.h"
#include "ui/kit/paint.h"
#include "ui/kit/surface.h"

#include <QBoxLayout>
#include <QTimer>

namespace keyturn {

namespace {

class Tick final : public QWidget
{
public:
    explicit Tick(Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setFixedSize(12, 16);
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        paint::icon(painter, QStringLiteral("check"), rect(), 12, m_theme.colors().green);
    }

private:
    Theme& m_theme;
};

} // namespace

Field::Field(Theme& theme, const QString& label, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
    , m_top(new QWidget)
    , m_label(new Label(theme, TextStyle::Small, &Colors::text2, label))
    , m_note(new Label(theme, TextStyle::Small, &Colors::text2))
    , m_tick(new Tick(theme, this))
    , m_below(new Label(theme, TextStyle::Small, &Colors::text2))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    auto* top = new QHBoxLayout(m_top);
    top->setContentsMargins(0, 0, 0, 0);
    top->setSpacing(4);
    m_label->setFixedHeight(16);
    m_note->setFixedHeight(16);
    m_label->setElided(true);
    top->addWidget(m_label, 1);
    top->addWidget(m_tick);
    top->addWidget(m_note);
    m_layout->addWidget(m_top);
    m_top->setVisible(!label.isEmpty());
    m_below->setWordWrap(true);
    m_below->hide();
    m_tick->hide();
    m_note->hide();
    m_layout->addWidget(m_below);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

void Field::setBox(QWidget* box, QWidget* focus)
{
    m_focus = focus ? focus : box;
    m_layout->insertWidget(1, box);
    m_label->setBuddy(m_focus);
    m_focus->setAccessibleName(m_label->text());
    setFocusProxy(m_focus);
}

void Field::setLabel(const QString& label)
{
    m_label->setText(label);
    m_top->setVisible(!label.isEmpty());
    if (m_focus) {
        m_focus->setAccessibleName(label);
    }
}

QString Field::label() const
{
    return m_label->text();
}

void Field::setError(const QString& error)
{
    m_error = error;
    m_below->setColor(error.isEmpty() ? &Colors::text2 : &Colors::red);
    m_below->setText(error.isEmpty() ? m_help : error);
    m_below->setVisible(!m_below->text().isEmpty());
    if (m_focus) {
        m_focus->setAccessibleDescription(m_below->text());
    }
}

QString Field::error() const
{
    return m_error;
}

void Field::setHelp(const QString& help)
{
    m_help = help;
    setError(m_error);
}

void Field::setNote(const QString& note, QColor Colors::*color)
{
    m_tick->hide();
    m_note->setColor(color);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void Field::showSaved()
{
    const QString before = m_savedShown > 0 ? QString() : m_note->text();
    setNote(tr("Saved"), &Colors::green);
    m_tick->show();
    ++m_savedShown;
    QTimer::singleShot(2000, this, [this, before] {
        if (--m_savedShown == 0) {
            setNote(before);
        }
    });
}

void Field::showChangedElsewhere(const QString& theirs)
{
    delete m_bar;
    m_bar = nullptr;
    if (theirs.isNull()) {
        return;
    }
    auto* bar = new Surface(m_theme, &Colors::amberSoft, this);
    bar->setBox(nullptr, 6);
    bar->setObjectName(QStringLiteral("changedElsewhere"));
    bar->setAccessibleName(tr("Changed elsewhere"));
    auto* column = new QVBoxLayout(bar);
    column->setContentsMargins(10, 6, 10, 6);
    column->setSpacing(2);
    auto* text = new Label(m_theme, TextStyle::Small, &Colors::amber,
                           theirs.isEmpty() ? tr("Emptied elsewhere meanwhile.")
                                            : tr("Changed elsewhere to \"%1\".").arg(theirs));
    text->setWordWrap(true);
    column->addWidget(text);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    auto* take = new Button(m_theme, Button::Kind::Link, tr("Take theirs"));
    take->setObjectName(QStringLiteral("takeTheirs"));
    auto* keep = new Button(m_theme, Button::Kind::Link, tr("Keep mine"));
    keep->setObjectName(QStringLiteral("keepMine"));
    row->addWidget(take);
    row->addWidget(keep);
    row->addStretch();
    column->addLayout(row);
    connect(take, &Button::clicked, this, &Field::takeTheirsRequested);
    connect(keep, &Button::clicked, this, &Field::keepMineRequested);
    m_layout->insertWidget(2, bar);
    m_bar = bar;
}

} // namespace keyturn
