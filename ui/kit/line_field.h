// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/field.h"
#include "ui/kit/line_edit.h"

#include <functional>

namespace keyturn {

/// One line of text with a label. `edited` follows each keystroke, `committed` comes once when the user leaves the
/// field or presses Enter with a changed text.
class LineField : public Field
{
    Q_OBJECT

public:
    LineField(Theme& theme, const QString& label, QWidget* parent = nullptr);
    ~LineField() override;

    [[nodiscard]] LineEdit& edit() { return *m_edit; }
    [[nodiscard]] QString text() const;
    /// Does not count as an edit. Leaves the box alone while the user is typing another text, unless `force`.
    void setText(const QString& text, bool force = true);
    /// True while the box holds something that was not committed yet.
    [[nodiscard]] bool isDirty() const;
    void setError(const QString& error) override;
    /// Brings a finished text into its usual form ("5550142" to "555-0142") before it is committed.
    void setFormatter(std::function<QString(const QString&)> formatter);

Q_SIGNALS:
    void edited(const QString& text);
    void committed(const QString& text);

private:
    void commit();

    LineEdit* m_edit;
    QString m_settled;
    std::function<QString(const QString&)> m_formatter;
};

} // namespace keyturn
