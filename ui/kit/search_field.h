// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/line_edit.h"

namespace keyturn {

class IconButton;

/// A box to search or filter with: magnifier, a clear button while there is text, Esc empties it.
class SearchField : public LineEdit
{
    Q_OBJECT

public:
    SearchField(Theme& theme, const QString& placeholder, QWidget* parent = nullptr);

    /// What stands in the empty box: `brief` where `full` would be cut off.
    void setHints(const QString& full, const QString& brief);

    [[nodiscard]] QSize sizeHint() const override { return {200, 32}; }

Q_SIGNALS:
    /// Down or Enter: whoever shows the results should take the keyboard.
    void leftDownwards();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showHint();

    QString m_fullHint;
    QString m_briefHint;
    IconButton* m_clear;
};

} // namespace keyturn
