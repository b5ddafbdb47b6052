// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_bar.h"

#include "ui/kit/key_cap.h"
#include "ui/kit/paint.h"

#include <QHelpEvent>
#include <QToolTip>

namespace keyturn {

StatusBar::StatusBar(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("statusBar"));
    setAccessibleName(tr("State"));
    setFixedHeight(28);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StatusBar::setParts(const std::vector<StatusPart>& parts)
{
    if (parts != m_parts) {
        m_parts = parts;
        describe();
        update();
    }
}

void StatusBar::setKeys(const QStringList& keys, const QString& words)
{
    m_keys = keys;
    m_keyWords = words;
    update();
}

void StatusBar::setFacts(const std::vector<Fact>& facts)
{
    if (facts != m_facts) {
        m_facts = facts;
        describe();
        update();
    }
}

void StatusBar::describe()
{
    QStringList words;
    for (const StatusPart& part : m_parts) {
        words.append(QStringLiteral("%1 %2").arg(part.strong, part.text).trimmed());
    }
    for (const Fact& fact : m_facts) {
        words.append(fact.text);
    }
    setAccessibleDescription(words.join(QStringLiteral(", ")));
}

void StatusBar::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    painter.fillRect(rect(), c.window);
    painter.fillRect(QRect(0, 0, width(), 1), c.line);
    int right = width() - 16;
    m_factRects.assign(m_facts.size(), {});
    for (size_t i = m_facts.size(); i-- > 0;) {
        const Fact& fact = m_facts[i];
        const QColor color = fact.tone == Tone::Trouble ? c.red : c.text2;
        const int words = paint::textWidth(m_theme, TextStyle::Small, fact.text);
        const int left = right - words - 22;
        paint::icon(painter, fact.icon, QRect(left, 1, 16, height() - 1), 16, color);
        paint::text(painter, m_theme, TextStyle::Small, QRect(left + 22, 1, words, height() - 1), fact.text, color);
        m_factRects[i] = QRect(left, 0, words + 22, height());
        right = left - 16;
    }
    int x = 16;
    for (const StatusPart& part : m_parts) {
        for (const auto& [style, words, color] : {std::tuple(TextStyle::SmallStrong, part.strong, c.text),
                                                  std::tuple(TextStyle::Small, part.text, c.text2)}) {
            if (!words.isEmpty() && x < right) {
                x += paint::text(painter, m_theme, style, QRect(x, 1, right - x, height() - 1), words, color) + 4;
            }
        }
        x += 12;
    }
    if (!m_keys.isEmpty()) {
        for (const QString& key : m_keys) {
            const QSize size = keyCapSize(m_theme, key);
            if (x + size.width() >= right) {
                return;
            }
            paintKeyCap(painter, m_theme, QRect(QPoint(x, (height() - size.height()) / 2 + 1), size), key);
            x += size.width() + 6;
        }
        paint::text(painter, m_theme, TextStyle::Small, QRect(x, 1, right - x, height() - 1), m_keyWords, c.text2);
    }
}

bool StatusBar::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        for (size_t i = 0; i < m_factRects.size(); ++i) {
            if (m_factRects[i].contains(help->pos())) {
                QToolTip::showText(help->globalPos(), m_facts[i].toolTip, this);
                return true;
            }
        }
        QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace keyturn
