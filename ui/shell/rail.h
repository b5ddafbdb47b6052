// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QAbstractButton>
#include <QWidget>

#include <vector>

class QButtonGroup;
class QVBoxLayout;

namespace keyturn {

/// One page on the rail: icon, word, and a count of what waits there.
class RailItem : public QAbstractButton
{
    Q_OBJECT

public:
    RailItem(Theme& theme, const QString& iconName, const QString& text, QWidget* parent = nullptr);

    void setBadge(qint64 count); ///< 0: none
    void setKeyHint(const QString& keys);
    [[nodiscard]] QSize sizeHint() const override { return {72, 52}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    void describe();

    Theme& m_theme;
    QString m_icon;
    QString m_keys;
    qint64 m_badge = 0;
};

/// The slim column at the left of the window: the program's mark and the pages.
class Rail : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(Theme& theme, QWidget* parent = nullptr);

    RailItem* addPage(const QString& id, const QString& iconName, const QString& text, bool atBottom);
    void setCurrent(const QString& id);
    [[nodiscard]] RailItem* item(const QString& id) const;

Q_SIGNALS:
    void pageRequested(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Theme& m_theme;
    QVBoxLayout* m_top;
    QVBoxLayout* m_bottom;
    QButtonGroup* m_group;
    std::vector<std::pair<QString, RailItem*>> m_items;
};

} // namespace keyturn
