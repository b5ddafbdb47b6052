// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/field.h"

class QPlainTextEdit;

namespace keyturn {

/// Several lines of text in a box that grows with them, from `minimumLines` to `maximumLines`. Without a label it is a
/// bare box, as composers use it.
class TextField : public Field
{
    Q_OBJECT

public:
    TextField(Theme& theme, const QString& label, QWidget* parent = nullptr);

    [[nodiscard]] QPlainTextEdit& edit() { return *m_edit; }
    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    void setPlaceholder(const QString& text);
    void setKeyHint(const QString& keys);
    void setLineRange(int minimumLines, int maximumLines);

Q_SIGNALS:
    void edited();
    /// The user left the box with a changed text.
    void committed(const QString& text);
    /// Ctrl+Enter.
    void submitted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void grow();

    QWidget* m_box;
    QPlainTextEdit* m_edit;
    QString m_settled;
    int m_minimumLines = 1;
    int m_maximumLines = 8;
};

} // namespace keyturn
