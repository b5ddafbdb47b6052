// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QAbstractButton>

namespace keyturn {

/// The push button of the program: 32 px high, or 28 when small. It repaints itself when the theme changes.
class Button : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Kind {
        Primary,   ///< filled; one in each region
        Secondary, ///< bordered
        Quiet,     ///< no border until hovered
        Danger,    ///< bordered, red text
        Link,      ///< mere accent text
        Soft,      ///< filled with the soft accent: the chosen one of several
    };

    Button(Theme& theme, Kind kind, const QString& text, QWidget* parent = nullptr);

    void setKind(Kind kind);
    [[nodiscard]] Kind kind() const { return m_kind; }
    void setIconName(const QString& name);
    /// What stands behind the text in a lighter weight: "today 3:00 PM".
    void setNote(const QString& note, QColor Colors::*color = nullptr);
    void setNoteIcon(const QString& name);
    /// Shown as a key cap inside the button; the shortcut itself is set by whoever handles it.
    void setKeyHint(const QString& keys);
    void setSmall(bool small);
    /// A chevron at the right: the button opens a menu.
    void setMenuArrow(bool arrow);
    /// A dot of this colour before the text, for stages. Invalid: none.
    void setDot(const QColor& color);
    void setTextAlignment(Qt::Alignment alignment);
    /// A dashed border, for filters that are not set.
    void setDashed(bool dashed);
    /// A quiet button that holds a value, not a command: its words are as dark as other values.
    void setValue(bool value);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] int contentWidth() const;
    [[nodiscard]] TextStyle textStyle() const;
    [[nodiscard]] QString shownText() const;

    Theme& m_theme;
    Kind m_kind;
    QString m_iconName;
    QString m_note;
    QString m_noteIcon;
    QColor Colors::*m_noteColor = nullptr;
    QString m_keyHint;
    QColor m_dot;
    Qt::Alignment m_alignment = Qt::AlignHCenter;
    bool m_small = false;
    bool m_menuArrow = false;
    bool m_dashed = false;
    bool m_value = false;
};

} // namespace keyturn
