// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/overlay.h"

#include <functional>

namespace keyturn {

class Button;

/// A question before something that is not undone with one key: what happens, and the verb on the button. Answers once,
/// false for whatever way out that is not that button, and deletes itself.
class ConfirmSheet : public Overlay
{
    Q_OBJECT

public:
    ConfirmSheet(Theme& theme, QWidget* window, const QString& question, const QString& explanation,
                 const QString& action, std::function<void(bool)> answer);

protected:
    QWidget* firstFocus() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Button* m_go;
    std::function<void(bool)> m_answer;
    bool m_yes = false;
};

} // namespace keyturn
