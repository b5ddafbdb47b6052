// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/field.h"

#include <QVariant>

class QComboBox;

namespace keyturn {

/// A choice out of a short list, with a label. `committed` comes when the user chooses, never from setValue().
class ComboField : public Field
{
    Q_OBJECT

public:
    ComboField(Theme& theme, const QString& label, QWidget* parent = nullptr);

    [[nodiscard]] QComboBox& box() { return *m_box; }
    void addItem(const QString& text, const QVariant& value);
    void clear();
    [[nodiscard]] QVariant value() const;
    /// A value that is not in the list is added as itself, so that nothing the book holds is hidden.
    void setValue(const QVariant& value);

Q_SIGNALS:
    void committed(const QVariant& value);

private:
    QComboBox* m_box;
};

} // namespace keyturn
