// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QLineEdit>
#include <QSet>
#include <QTest>
#include <QWidget>

namespace keyturn::test {

inline QString nameOf(const QWidget* widget)
{
    return QStringLiteral("%1 \"%2\"").arg(QLatin1String(widget->metaObject()->className()), widget->objectName());
}

/// What one comes to within `root` by pressing Tab until the keyboard is back where it began. The window of `root`
/// must be the active one.
inline QSet<const QWidget*> reachedByTab(QWidget* root)
{
    QSet<const QWidget*> reached;
    for (int presses = 0; presses < 1000; ++presses) {
        QWidget* focus = QApplication::focusWidget();
        if (focus == nullptr || reached.contains(focus)) {
            break;
        }
        if (root->isAncestorOf(focus)) {
            reached.insert(focus);
        }
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    return reached;
}

/// Every control that somebody could click within `root` and that the keyboard did not reach, or that has no name for a
/// screen reader. Empty: all is well.
inline QStringList unreachable(QWidget* root, const QSet<const QWidget*>& reached)
{
    QStringList complaints;
    for (const QWidget* widget : root->findChildren<QWidget*>()) {
        const bool control = qobject_cast<const QAbstractButton*>(widget) != nullptr ||
                             qobject_cast<const QComboBox*>(widget) != nullptr ||
                             qobject_cast<const QLineEdit*>(widget) != nullptr ||
                             qobject_cast<const QAbstractSpinBox*>(widget) != nullptr;
        // Parts of a control, such as the box to type in within a date, belong to it.
        const bool part = qobject_cast<const QComboBox*>(widget->parentWidget()) != nullptr ||
                          qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) != nullptr ||
                          qobject_cast<const QLineEdit*>(widget->parentWidget()) != nullptr;
        if (!control || part || !widget->isVisibleTo(root) || !widget->isEnabled()) {
            continue;
        }
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
        if (spoken == nullptr || spoken->text(QAccessible::Name).isEmpty()) {
            complaints.append(QStringLiteral("has no name: ") + nameOf(widget));
        }
        // Of a group in which one is chosen, Tab comes to that one, and the arrows go on from there.
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if (button != nullptr && !button->isChecked() && button->group() != nullptr && button->group()->exclusive()) {
            continue;
        }
        if (!reached.contains(widget)) {
            complaints.append(QStringLiteral("is not reached by Tab: ") + nameOf(widget));
        }
    }
    return complaints;
}

} // namespace keyturn::test
