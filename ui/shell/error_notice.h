// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"
#include "ui/kit/theme.h"

#include <QWidget>

namespace keyturn {

class Button;
class IconButton;
class Label;

/// What went wrong, at the foot of the window until it is dismissed: a sentence that says what happened and what was
/// kept; details unfold and can be copied. A later error takes the place of an earlier one.
class ErrorNotice : public QWidget
{
    Q_OBJECT

public:
    ErrorNotice(Theme& theme, QWidget* window);

    void showError(const Error& error);
    void dismiss();
    /// Keeps so many pixels above the foot of the window free.
    void setFoot(int height);
    [[nodiscard]] QString message() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void unfold(bool open);
    [[nodiscard]] QString detailText() const;

    Theme& m_theme;
    int m_foot = 0;
    Error m_error;
    Label* m_text;
    Label* m_detail;
    Button* m_details;
    Button* m_copy;
    IconButton* m_close;
};

} // namespace keyturn
