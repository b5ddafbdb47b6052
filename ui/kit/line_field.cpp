// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/line_field.h"

namespace keyturn {

LineField::LineField(Theme& theme, const QString& label, QWidget* parent)
    : Field(theme, label, parent)
    , m_edit(new LineEdit(theme))
{
    setBox(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &LineField::edited);
    connect(m_edit, &QLineEdit::editingFinished, this, &LineField::commit);
}

// A box that loses the keyboard because it goes has nobody to tell any more.
LineField::~LineField()
{
    m_edit->disconnect(this);
}

QString LineField::text() const
{
    return m_edit->text();
}

void LineField::setText(const QString& text, bool force)
{
    if (!force && isDirty()) {
        return;
    }
    m_settled = text;
    if (m_edit->text() != text) {
        m_edit->setText(text);
        m_edit->setCursorPosition(m_edit->hasFocus() ? static_cast<int>(text.size()) : 0);
    }
    m_edit->setBaseText(text);
}

bool LineField::isDirty() const
{
    return m_edit->text() != m_settled;
}

void LineField::setError(const QString& error)
{
    Field::setError(error);
    m_edit->setInvalid(!error.isEmpty());
}

void LineField::setFormatter(std::function<QString(const QString&)> formatter)
{
    m_formatter = std::move(formatter);
}

void LineField::commit()
{
    if (!isDirty()) {
        return;
    }
    if (m_formatter) {
        m_edit->setText(m_formatter(m_edit->text()));
        if (!isDirty()) {
            return;
        }
    }
    m_settled = m_edit->text();
    m_edit->setBaseText(m_settled);
    Q_EMIT committed(m_settled);
}

} // namespace keyturn
