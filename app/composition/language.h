// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

namespace keyturn {

/// The language of the program: our catalogue, Qt's own, and how dates and numbers are written. Installed on the
/// application while it lives.
class Language
{
public:
    Language() = default;
    ~Language();
    Q_DISABLE_COPY_MOVE(Language)

    /// "en" or "es"; anything else means the system's language if we speak it, else English.
    void use(const QString& code);
    [[nodiscard]] const QString& code() const { return m_code; }

private:
    void drop();

    QString m_code;
    QTranslator m_ours;
    QTranslator m_qts;
};

} // namespace keyturn
