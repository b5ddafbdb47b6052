// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/combo_field.h"

#include <QComboBox>

namespace keyturn {

ComboField::ComboField(Theme& theme, const QString& label, QWidget* parent)
    : Field(theme, label, parent)
    , m_box(new QComboBox)
{
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(4);
    setBox(m_box);
    connect(m_box, &QComboBox::activated, this, [this] { Q_EMIT committed(value()); });
}

void ComboField::addItem(const QString& text, const QVariant& value)
{
    m_box->addItem(text, value);
}

void ComboField::clear()
{
    m_box->clear();
}

QVariant ComboField::value() const
{
    return m_box->currentData();
}

void ComboField::setValue(const QVariant& value)
{
    int index = m_box->findData(value);
    if (index < 0 && !value.toString().isEmpty()) {
        m_box->addItem(value.toString(), value);
        index = m_box->count() - 1;
    }
    m_box->setCurrentIndex(index);
}

} // namespace keyturn
