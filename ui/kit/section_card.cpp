// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/section_card.h"

#include "ui/kit/label.h"
#include "ui/kit/paint.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>

namespace keyturn {

class SectionCard::Header final : public QWidget
{
public:
    Header(Theme& theme, SectionCard* card)
        : QWidget(card)
        , m_theme(theme)
        , m_card(card)
    {
        setFixedHeight(40);
        setObjectName(QStringLiteral("sectionHeader"));
    }
    void setCollapsible(bool collapsible)
    {
        m_collapsible = collapsible;
        setFocusPolicy(collapsible ? Qt::TabFocus : Qt::NoFocus);
        layout()->setContentsMargins(collapsible ? 38 : 16, 0, 12, 0);
        update();
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        if (m_collapsible) {
            paint::icon(painter, m_card->m_collapsed ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down"),
                        QRect(14, 0, 16, height()), 16, m_theme.colors().text2);
        }
    }
    void mouseReleaseEvent(QMouseEvent* event) override
    {
        if (m_collapsible && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) {
            m_card->setCollapsed(!m_card->m_collapsed);
        }
    }
    void mousePressEvent(QMouseEvent* event) override { event->setAccepted(m_collapsible); }
    void keyPressEvent(QKeyEvent* event) override
    {
        if (m_collapsible && (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return)) {
            m_card->setCollapsed(!m_card->m_collapsed);
            return;
        }
        QWidget::keyPressEvent(event);
    }

private:
    Theme& m_theme;
    SectionCard* m_card;
    bool m_collapsible = false;
};

SectionCard::SectionCard(Theme& theme, const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_header(new Header(theme, this))
    , m_title(new Label(theme, TextStyle::BodyStrong, title))
    , m_count(new Label(theme, TextStyle::Body, &Colors::text2))
    , m_note(new Label(theme, TextStyle::Small, &Colors::text2))
    , m_headerLayout(new QHBoxLayout(m_header))
    , m_content(new QWidget)
    , m_body(new QVBoxLayout(m_content))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_content);
    m_headerLayout->setContentsMargins(16, 0, 12, 0);
    m_headerLayout->setSpacing(8);
    m_headerLayout->addWidget(m_title);
    m_headerLayout->addWidget(m_count);
    m_headerLayout->addStretch(1);
    m_headerLayout->addWidget(m_note);
    m_count->hide();
    m_note->hide();
    m_body->setContentsMargins(16, 12, 16, 16);
    m_body->setSpacing(12);
    m_header->setAccessibleName(title);
    setAccessibleName(title);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SectionCard::setTitle(const QString& title)
{
    m_title->setText(title);
    m_header->setAccessibleName(title);
    setAccessibleName(title);
}

void SectionCard::setCount(qint64 count)
{
    m_count->setText(count < 0 ? QString() : QLocale().toString(count));
    m_count->setVisible(count >= 0);
}

void SectionCard::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void SectionCard::setCollapsible(bool collapsible)
{
    m_header->setCollapsible(collapsible);
}

void SectionCard::setCollapsed(bool collapsed)
{
    if (m_collapsed == collapsed) {
        return;
    }
    m_collapsed = collapsed;
    m_content->setVisible(!collapsed);
    m_header->setAccessibleDescription(collapsed ? tr("Collapsed") : QString());
    update();
    m_header->update();
    Q_EMIT collapsedChanged(collapsed);
}

void SectionCard::addHeaderWidget(QWidget* widget)
{
    m_headerLayout->addWidget(widget);
}

void SectionCard::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    paint::roundedRect(painter, rect(), 8, c.base, c.line);
    if (!m_collapsed) {
        painter.fillRect(QRect(1, m_header->geometry().bottom(), width() - 2, 1), c.line);
    }
}

} // namespace keyturn
