// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include "ui/kit/button.h"
#include "ui/kit/key_cap.h"
#include "ui/kit/label.h"
#include "ui/kit/paint.h"

#include <QAbstractButton>
#include <QEvent>
#include <QResizeEvent>
#include <QStringBuilder>

#include <algorithm>

namespace keyturn {

namespace {

constexpr int barHeight = 52;

// Looks like the box it opens.
class SearchButton final : public QAbstractButton
{
public:
    SearchButton(Theme& theme, QWidget* parent)
        : QAbstractButton(parent)
        , m_theme(theme)
    {
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::IBeamCursor);
        setAttribute(Qt::WA_Hover);
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event)
        const Colors& c = m_theme.colors();
        QPainter painter(this);
        paint::roundedRect(painter, rect(), 6, c.base, c.control);
        paint::icon(painter, QStringLiteral("search"), QRect(10, 0, 16, height()), 16, c.text2);
        const QString keys = QStringLiteral("Ctrl K");
        const QSize cap = keyCapSize(m_theme, keys);
        const QRect capRect(QPoint(width() - 7 - cap.width(), (height() - cap.height()) / 2), cap);
        paint::text(painter, m_theme, TextStyle::Body, QRect(34, 0, capRect.left() - 40, height()), text(), c.text3);
        paintKeyCap(painter, m_theme, capRect, keys);
    }

private:
    Theme& m_theme;
};

} // namespace

// An icon and a few words.
class TopBar::State final : public QWidget
{
public:
    State(Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
    {}
    void set(const QString& iconName, const QString& text)
    {
        m_icon = iconName;
        m_text = text;
        setAccessibleName(text);
        update();
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {22 + paint::textWidth(m_theme, TextStyle::Small, m_text), 32};
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event)
        const Colors& c = m_theme.colors();
        QPainter painter(this);
        paint::icon(painter, m_icon, QRect(0, 0, 16, height()), 16, c.text2);
        paint::text(painter, m_theme, TextStyle::Small, QRect(22, 0, width() - 22, height()), m_text, c.text2);
    }

private:
    Theme& m_theme;
    QString m_icon;
    QString m_text;
};

TopBar::TopBar(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new Label(theme, TextStyle::Title, {}, this))
    , m_search(nullptr)
    , m_state(new State(theme, this))
    , m_newLead(new Button(theme, Button::Kind::Primary, tr("New lead"), this))
{
    setObjectName(QStringLiteral("topBar"));
    setFixedHeight(barHeight);
    auto* search = new SearchButton(theme, this);
    search->setText(tr("Find a lead or run a command"));
    search->setAccessibleName(search->text());
    search->setObjectName(QStringLiteral("paletteButton"));
    m_search = search;
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_title->setElided(true);
    m_state->setObjectName(QStringLiteral("bookState"));
    m_newLead->setIconName(QStringLiteral("plus"));
    m_newLead->setKeyHint(QStringLiteral("Ctrl N"));
    m_newLead->setObjectName(QStringLiteral("newLead"));
    connect(search, &QAbstractButton::clicked, this, &TopBar::paletteRequested);
    connect(m_newLead, &Button::clicked, this, &TopBar::newLeadRequested);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TopBar::setTitle(const QString& title)
{
    m_title->setText(title);
    place();
}

void TopBar::setState(const QString& iconName, const QString& text, const QString& toolTip)
{
    m_state->set(iconName, text);
    m_state->setToolTip(toolTip.isEmpty() ? text : QString(text % u'\n' % toolTip));
    m_state->setAccessibleDescription(toolTip);
    place();
}

QWidget* TopBar::newLeadButton() const
{
    return m_newLead;
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

// The box stands in the middle of the bar as long as there is room, whatever is at its sides.
void TopBar::place()
{
    const int right = width() - 16;
    const QSize lead = m_newLead->sizeHint();
    m_newLead->setGeometry(right - lead.width(), (height() - lead.height()) / 2, lead.width(), lead.height());
    const int stateWidth = std::min(m_state->sizeHint().width(), width() / 5); // a server may have a long name
    m_state->setGeometry(m_newLead->x() - 12 - stateWidth, (height() - 32) / 2, stateWidth, 32);
    const int titleWidth = std::min(m_title->fontMetrics().horizontalAdvance(m_title->text()) + 4, width() / 4);
    m_title->setGeometry(16, 0, std::max(titleWidth, 160), height() - 1);
    const int half = std::min({240, width() / 2 - 16 - std::max(titleWidth, 100), m_state->x() - 24 - width() / 2});
    const bool centred = half >= 160;
    const int leftEdge = centred ? width() / 2 - half : 16 + std::max(titleWidth, 100) + 16;
    const int rightEdge = centred ? width() / 2 + half : m_state->x() - 16;
    m_search->setGeometry(leftEdge, (height() - 32) / 2, std::max(80, rightEdge - leftEdge), 32);
}

void TopBar::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colors().window);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.colors().line);
}

} // namespace keyturn
