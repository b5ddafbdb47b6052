// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/kit/logo.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

namespace keyturn {

MainWindow::MainWindow(const UiContext& context)
    : m_context(context)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Keyturn"));
    setWindowIcon(logoIcon());
    setMinimumSize(960, 600);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    connect(&m_context.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MainWindow::setContent(QWidget* content)
{
    if (m_content) {
        layout()->removeWidget(m_content);
        delete m_content;
    }
    m_content = content;
    if (m_content) {
        layout()->addWidget(m_content);
        m_content->show();
    }
}

void MainWindow::restorePlace()
{
    const QByteArray place = m_context.preferences.value(QStringLiteral("window.geometry")).toByteArray();
    if (place.isEmpty() || !restoreGeometry(place)) {
        const QSize room = screen()->availableGeometry().size();
        resize(QSize(1440, 900).boundedTo(room * 0.92));
    }
    m_restored = true;
}

void MainWindow::bringUp()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::rememberPlace()
{
    if (m_restored && isVisible()) {
        m_context.preferences.setValue(QStringLiteral("window.geometry"), saveGeometry());
    }
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    rememberPlace();
}

void MainWindow::moveEvent(QMoveEvent* event)
{
    QWidget::moveEvent(event);
    rememberPlace();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    rememberPlace();
    event->accept();
    Q_EMIT closed();
}

void MainWindow::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.colors().window);
}

} // namespace keyturn
