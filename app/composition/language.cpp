// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace keyturn {

namespace {

QString spoken(const QString& code)
{
    if (code == QLatin1String("en") || code == QLatin1String("es")) {
        return code;
    }
    return QLocale::system().language() == QLocale::Spanish ? QStringLiteral("es") : QStringLiteral("en");
}

// Somebody with an American business in another country keeps their own way of writing dates; the C locale, which
// servers and scripts set, is nobody's way.
QLocale written(QLocale::Language language)
{
    const QLocale system = QLocale::system();
    if (system.language() != language || system.territory() == QLocale::AnyTerritory) {
        return {language, QLocale::UnitedStates};
    }
    const QLocale c = QLocale::c();
    const bool plain = system.timeFormat(QLocale::ShortFormat) == c.timeFormat(QLocale::ShortFormat) ||
                       system.dateFormat(QLocale::ShortFormat) == c.dateFormat(QLocale::ShortFormat);
    return plain ? QLocale(language, system.territory()) : system;
}

} // namespace

Language::~Language()
{
    drop();
}

void Language::drop()
{
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qts);
}

void Language::use(const QString& code)
{
    drop();
    m_code = spoken(code);
    const auto language = m_code == QLatin1String("es") ? QLocale::Spanish : QLocale::English;
    QLocale::setDefault(written(language));
    if (m_ours.load(QStringLiteral(":/i18n/keyturn_%1.qm").arg(m_code))) {
        QCoreApplication::installTranslator(&m_ours);
    }
    if (m_qts.load(QStringLiteral("qtbase_%1").arg(m_code), QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&m_qts);
    }
}

} // namespace keyturn
