// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QStringList>
#include <QWidget>

class QBoxLayout;
class QProgressBar;
class QStackedLayout;

namespace keyturn {

class Button;
class Label;

/// One of the choices of a first start: a picture, what it is, three promises, one button with its key.
class ChoiceCard : public QWidget
{
    Q_OBJECT

public:
    ChoiceCard(Theme& theme, const QString& iconName, const QString& title, const QString& text,
               const QStringList& promises, const QString& action, const QString& key, QWidget* parent = nullptr);

    [[nodiscard]] Button* button() const { return m_button; }
    /// A border in the accent colour: the one to begin with.
    void setSuggested(bool suggested);
    /// Takes the place of the promises and the button; null brings them back.
    void setDetail(QWidget* detail);
    /// A bar with "Stop" in the place of the button; negative: the button.
    void setProgress(int percent, const QString& words);
    /// A word of explanation below the promises.
    void setNote(const QString& note);

Q_SIGNALS:
    void chosen();
    void stopRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    Button* m_button;
    Label* m_note;
    Label* m_progressWords;
    QWidget* m_promises;
    QWidget* m_progress;
    QProgressBar* m_bar;
    QBoxLayout* m_layout;
    QWidget* m_detail = nullptr;
    bool m_suggested = false;
};

} // namespace keyturn
