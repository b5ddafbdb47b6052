// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/error_notice.h"

#include "ui/kit/button.h"
#include "ui/kit/icon_button.h"
#include "ui/kit/label.h"
#include "ui/kit/paint.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace keyturn {

namespace {
constexpr int noticeWidth = 520;
}

ErrorNotice::ErrorNotice(Theme& theme, QWidget* window)
    : QWidget(window)
    , m_theme(theme)
    , m_text(new Label(theme, TextStyle::Body))
    , m_detail(new Label(theme, TextStyle::Small, &Colors::text2))
    , m_details(new Button(theme, Button::Kind::Link, tr("Details")))
    , m_copy(new Button(theme, Button::Kind::Link, tr("Copy details")))
    , m_close(new IconButton(theme, QStringLiteral("x"), tr("Dismiss")))
{
    setObjectName(QStringLiteral("errorNotice"));
    m_close->setObjectName(QStringLiteral("errorDismiss"));
    hide();
    const int margin = paint::shadowMargin;
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin + 44, margin + 10, margin + 10, margin + 12);
    layout->setSpacing(4);
    auto* top = new QHBoxLayout;
    m_text->setWordWrap(true);
    m_text->setMinimumHeight(28);
    m_close->setSize(28);
    top->addWidget(m_text, 1);
    top->addWidget(m_close, 0, Qt::AlignTop);
    layout->addLayout(top);
    m_detail->setWordWrap(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->hide();
    layout->addWidget(m_detail);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    m_details->setObjectName(QStringLiteral("errorDetails"));
    m_copy->setObjectName(QStringLiteral("errorCopy"));
    row->addWidget(m_details);
    row->addWidget(m_copy);
    row->addStretch();
    layout->addLayout(row);
    window->installEventFilter(this);
    connect(m_close, &IconButton::clicked, this, &ErrorNotice::dismiss);
    connect(m_details, &Button::clicked, this, [this] { unfold(!m_detail->isVisible()); });
    connect(m_copy, &Button::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_error.message + QLatin1Char('\n') + detailText()); });
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QString ErrorNotice::message() const
{
    return isVisible() ? m_error.message : QString();
}

QString ErrorNotice::detailText() const
{
    QStringList lines;
    for (const QString& line : {m_error.detail, m_error.nativeCode, Error::kindName(m_error.kind)}) {
        if (!line.isEmpty()) {
            lines.append(line);
        }
    }
    return lines.join(QLatin1Char('\n'));
}

void ErrorNotice::showError(const Error& error)
{
    if (error.kind == Error::Kind::Cancelled) {
        return; // the user knows
    }
    m_error = error;
    m_text->setText(error.message);
    m_detail->setText(detailText());
    const bool more = !error.detail.isEmpty() || !error.nativeCode.isEmpty();
    m_details->setVisible(more);
    m_copy->setVisible(more);
    unfold(false);
    setAccessibleName(error.message);
    show();
    raise();
    place();
    QAccessibleEvent spoken(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

void ErrorNotice::dismiss()
{
    hide();
}

void ErrorNotice::unfold(bool open)
{
    m_detail->setVisible(open);
    m_details->setText(open ? tr("Fewer details") : tr("Details"));
    m_details->setAccessibleName(m_details->text());
    place();
}

void ErrorNotice::place()
{
    const int margin = paint::shadowMargin;
    const int width = std::min(noticeWidth, parentWidget()->width() - 32) + 2 * margin;
    layout()->activate();
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height();
    setGeometry((parentWidget()->width() - width) / 2, parentWidget()->height() - m_foot - 44 - height + margin, width,
                height);
}

void ErrorNotice::setFoot(int height)
{
    if (height != m_foot) {
        m_foot = height;
        place();
    }
}

void ErrorNotice::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Colors& c = m_theme.colors();
    const int margin = paint::shadowMargin;
    const QRect card = rect().adjusted(margin, margin, -margin, -margin);
    QPainter painter(this);
    paint::shadow(painter, m_theme, card, 8);
    paint::roundedRect(painter, card, 8, c.base, c.redLine);
    paint::icon(painter, QStringLiteral("circle-alert"), QRect(card.left() + 14, card.top() + 16, 16, 16), 16, c.red);
}

void ErrorNotice::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        dismiss();
        return;
    }
    QWidget::keyPressEvent(event);
}

bool ErrorNotice::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace keyturn
