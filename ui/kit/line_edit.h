// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QLineEdit>

namespace keyturn {

/// A line edit with an icon before and a unit behind the text, and with a key cap while it is empty. Esc takes back
/// what was typed since it got the keyboard; a second Esc goes to whoever is around it.
class LineEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit LineEdit(Theme& theme, QWidget* parent = nullptr);

    void setIconName(const QString& name);
    void setPrefix(const QString& prefix); ///< "$"
    void setSuffix(const QString& suffix); ///< "months", "%", "20%"
    void setKeyHint(const QString& keys);
    /// Red border while set.
    void setInvalid(bool invalid);
    /// The text to which Esc returns; setText() and gaining the keyboard set it too.
    void setBaseText(const QString& text);
    [[nodiscard]] const QString& baseText() const { return m_base; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void arrange();

    Theme& m_theme;
    QString m_icon;
    QString m_prefix;
    QString m_suffix;
    QString m_keys;
    QString m_base;
    bool m_invalid = false;
};

} // namespace keyturn
