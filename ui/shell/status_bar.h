// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/page.h"
#include "ui/kit/theme.h"

#include <QWidget>

#include <vector>

namespace keyturn {

/// The line at the foot of the window: the page's own words at the left, the truth about the book at the right.
class StatusBar : public QWidget
{
    Q_OBJECT

public:
    enum class Tone { Normal, Good, Trouble };
    struct Fact
    {
        QString icon;
        QString text;
        QString toolTip;
        Tone tone = Tone::Normal;

        friend bool operator==(const Fact&, const Fact&) = default;
    };

    explicit StatusBar(Theme& theme, QWidget* parent = nullptr);

    void setParts(const std::vector<StatusPart>& parts);
    /// Keys with what they do, after the parts: {"Alt Up", "Alt Down"} "previous, next".
    void setKeys(const QStringList& keys, const QString& words);
    void setFacts(const std::vector<Fact>& facts);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    void describe();

    Theme& m_theme;
    std::vector<StatusPart> m_parts;
    QStringList m_keys;
    QString m_keyWords;
    std::vector<Fact> m_facts;
    std::vector<QRect> m_factRects;
};

} // namespace keyturn
