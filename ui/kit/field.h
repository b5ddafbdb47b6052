// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

class QBoxLayout;

namespace keyturn {

class Label;

/// What every form field has around its box: the label (16 + 4), a word at its right ("Saved"), an error below, and a
/// bar that tells when somebody else changed the value meanwhile. Subclasses put a box into it.
class Field : public QWidget
{
    Q_OBJECT

public:
    Field(Theme& theme, const QString& label, QWidget* parent = nullptr);

    void setLabel(const QString& label);
    [[nodiscard]] QString label() const;
    /// Red text below the box; empty takes it away.
    virtual void setError(const QString& error);
    [[nodiscard]] QString error() const;
    /// Grey text below the box while there is no error.
    void setHelp(const QString& help);
    /// A green tick and "Saved" at the label for two seconds.
    void showSaved();
    /// A computed word at the right of the label: "20%".
    void setNote(const QString& note, QColor Colors::*color = &Colors::text2);
    /// Shows "Changed elsewhere to …" with two choices; empty takes it away. The box keeps what the user typed.
    void showChangedElsewhere(const QString& theirs);
    [[nodiscard]] bool isChangedElsewhere() const { return m_bar != nullptr; }

Q_SIGNALS:
    void keepMineRequested();
    void takeTheirsRequested();

protected:
    /// The box gets the keyboard, the label's name, and the focus of the whole field.
    void setBox(QWidget* box, QWidget* focus = nullptr);
    [[nodiscard]] Theme& theme() const { return m_theme; }

private:
    Theme& m_theme;
    QBoxLayout* m_layout;
    QWidget* m_top;
    Label* m_label;
    Label* m_note;
    QWidget* m_tick;
    Label* m_below;
    QWidget* m_focus = nullptr;
    QWidget* m_bar = nullptr;
    QString m_help;
    QString m_error;
    int m_savedShown = 0;
};

} // namespace keyturn
