// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/ui_context.h"

#include <QWidget>

namespace keyturn {

/// The one window: shows the start page or the workbench, and remembers its place and size.
class MainWindow : public QWidget
{
    Q_OBJECT

public:
    explicit MainWindow(const UiContext& context);

    /// Takes ownership and throws away what was shown before.
    void setContent(QWidget* content);
    [[nodiscard]] QWidget* content() const { return m_content; }
    /// Where it was, or a good size for the screen.
    void restorePlace();
    /// To the front, from wherever it is.
    void bringUp();

Q_SIGNALS:
    /// The user closed it; the program ends.
    void closed();

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void moveEvent(QMoveEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void rememberPlace();

    UiContext m_context;
    QWidget* m_content = nullptr;
    bool m_restored = false;
};

} // namespace keyturn
