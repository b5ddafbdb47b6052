// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/value_lists.h"

#include <QWidget>

#include <vector>

namespace keyturn {

class Button;
class Theme;

/// One of a few words, side by side as small pills; what does not fit is offered by the last one as a menu. Tab enters,
/// arrow keys move, like a group of radio buttons.
class ChoicePills : public QWidget
{
    Q_OBJECT

public:
    ChoicePills(Theme& theme, const QString& name, std::vector<Choice> choices, int shown, QWidget* parent = nullptr);

    [[nodiscard]] QString value() const { return m_value; }
    void setValue(const QString& key);

Q_SIGNALS:
    void changed(const QString& key);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose(const QString& key);
    void follow();

    std::vector<Choice> m_choices;
    std::vector<Button*> m_buttons;
    Button* m_more = nullptr;
    QString m_value;
};

} // namespace keyturn
