// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogue.h"

#include <QPlainTextEdit>
#include <QPointer>

class QCompleter;

namespace keyturn {

class Theme;

/// A field for prose: one line high until more is written, then as high as the text up to a limit. Typing @ offers the
/// colleagues. Ctrl+Enter submits. A key hint stands at the right while the field is empty.
class GrowingEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit GrowingEdit(Theme& theme, QWidget* parent = nullptr);

    void setLimits(int minimumHeight, int maximumHeight);
    void setKeyHint(const QString& hint);
    /// Enter submits and Shift+Enter breaks the line, instead of Ctrl+Enter and Enter.
    void setEnterSubmits(bool submits) { m_enterSubmits = submits; }
    /// The colleagues that can be mentioned; empty switches mentions off.
    void setPeople(const std::vector<User>& people);
    /// Whoever is mentioned in the text by their whole name.
    [[nodiscard]] std::vector<UserId> mentions() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void submitted();
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void fitHeight();
    void offerPeople();
    [[nodiscard]] QString mentionPrefix() const;

    Theme& m_theme;
    QString m_hint;
    std::vector<User> m_people;
    QPointer<QCompleter> m_completer;
    bool m_enterSubmits = false;
    int m_minimum = 40;
    int m_maximum = 180;
};

} // namespace keyturn
