// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/empty_board.h"

#include "ui/kit/button.h"
#include "ui/kit/icon.h"
#include "ui/kit/label.h"
#include "ui/kit/paint.h"
#include "ui/kit/surface.h"

#include <QBoxLayout>
#include <QPainter>

#include <algorithm>

namespace keyturn {

namespace {

constexpr int cardWidth = 560;

class StepIcon final : public QWidget
{
public:
    StepIcon(Theme& theme, const QString& name, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_name(name)
    {
        setFixedSize(18, 18);
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        paint::icon(painter, m_name, rect(), 16, m_theme.colors().accentText);
    }

private:
    Theme& m_theme;
    QString m_name;
};

} // namespace

EmptyBoard::EmptyBoard(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("emptyBoard"));
    setAccessibleName(tr("Your pipeline starts here"));
    setFixedWidth(cardWidth + 2 * paint::shadowMargin);
    auto* layout = new QVBoxLayout(this);
    const int margin = paint::shadowMargin;
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(0);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(24, 24, 24, 20);
    head->setSpacing(6);
    head->addWidget(new Label(theme, TextStyle::Headline, tr("Your pipeline starts here")));
    auto* text = new Label(theme, TextStyle::Body, &Colors::text2,
                           tr("Every borrower you work with is a card that moves to the right, from New to Funded. "
                              "Add the first one, or look around with sample data."));
    text->setWordWrap(true);
    head->addWidget(text);
    layout->addLayout(head);
    Button* add = addStep(layout, QStringLiteral("user-plus"), tr("Add a lead"),
                          tr("Name and one way to reach them is enough"), tr("New lead"), true);
    add->setObjectName(QStringLiteral("emptyNewLead"));
    connect(add, &QAbstractButton::clicked, this, &EmptyBoard::newLeadRequested);
    m_bring = addStep(layout, QStringLiteral("file-up"), tr("Bring your list"),
                      tr("A CSV file, a workbook or address cards"), tr("Import"), false);
    m_bring->setObjectName(QStringLiteral("emptyImport"));
    connect(m_bring, &QAbstractButton::clicked, this, &EmptyBoard::importRequested);
    Button* sample = addStep(layout, QStringLiteral("flask-conical"), tr("Look at sample data first"),
                             tr("In a book of its own; yours stays as it is"), tr("Load sample"), false);
    sample->setObjectName(QStringLiteral("emptyLoadSample"));
    connect(sample, &QAbstractButton::clicked, this, &EmptyBoard::sampleRequested);
    const int width = std::max({112, add->sizeHint().width(), m_bring->sizeHint().width(), sample->sizeHint().width()});
    for (Button* button : {add, m_bring, sample}) {
        button->setFixedWidth(width);
    }
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void EmptyBoard::setTakesLists(bool takes)
{
    m_bring->parentWidget()->setVisible(takes);
}

Button* EmptyBoard::addStep(QBoxLayout* layout, const QString& iconName, const QString& title, const QString& text,
                            const QString& action, bool primary)
{
    auto* step = new Surface(m_theme, &Colors::base, this);
    step->setLines(Qt::TopEdge);
    auto* row = new QHBoxLayout(step);
    row->setContentsMargins(16, 9, 12, 9);
    row->setSpacing(10);
    row->addWidget(new StepIcon(m_theme, iconName, step));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch(1);
    words->addWidget(new Label(m_theme, TextStyle::BodyMedium, title));
    words->addWidget(new Label(m_theme, TextStyle::Small, &Colors::text2, text));
    words->addStretch(1);
    row->addLayout(words, 1);
    auto* button = new Button(m_theme, primary ? Button::Kind::Primary : Button::Kind::Secondary, action);
    button->setSmall(true);
    row->addWidget(button);
    // The lowest step keeps clear of the round corners.
    auto* around = new QVBoxLayout;
    around->setContentsMargins(1, 0, 1, primary ? 0 : 6);
    around->addWidget(step);
    layout->addLayout(around);
    return button;
}

void EmptyBoard::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const int margin = paint::shadowMargin;
    const QRect card = rect().adjusted(margin, margin, -margin, -margin);
    QPainter painter(this);
    paint::shadow(painter, m_theme, card, 10);
    paint::roundedRect(painter, card, 10, m_theme.colors().base, m_theme.colors().line2);
}

} // namespace keyturn
