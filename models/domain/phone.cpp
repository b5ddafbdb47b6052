// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/phone.h"

#include <QRegularExpression>

namespace keyturn {

namespace {

constexpr qsizetype nanpDigits = 10;
constexpr qsizetype e164MinDigits = 7;
constexpr qsizetype e164MaxDigits = 15;

// NXX-NXX-XXXX: area code and exchange start with 2 to 9, and the area code is no service code such as 911.
bool isNanp(const QString& digits)
{
    return digits.size() == nanpDigits && digits.at(0) >= u'2' && digits.at(3) >= u'2' &&
           !(digits.at(1) == u'1' && digits.at(2) == u'1');
}

} // namespace

std::optional<QString> normalizePhone(const QString& text)
{
    static const QRegularExpression extensionPattern(QStringLiteral("(?:;ext=|\\bext\\.?|\\bx|#)\\s*(\\d{1,7})\\s*$"),
                                                     QRegularExpression::CaseInsensitiveOption);
    QString main = text.trimmed();
    QString extension;
    // "5550142x12" has no word boundary before its x.
    static const QRegularExpression gluedPattern(QStringLiteral("(?<=\\d)x(\\d{1,7})$"),
                                                 QRegularExpression::CaseInsensitiveOption);
    for (const QRegularExpression& pattern : {extensionPattern, gluedPattern}) {
        const auto match = pattern.match(main);
        if (match.hasMatch()) {
            extension = QStringLiteral(";ext=") + match.captured(1);
            main = main.left(match.capturedStart()).trimmed();
            break;
        }
    }
    QString digits;
    const bool international = main.startsWith(u'+');
    for (const QChar c : main) {
        if (c >= u'0' && c <= u'9') {
            digits += c;
        } else if (!QStringLiteral("+()-./ \u2010\u2011\u2012\u2013\u00a0").contains(c)) {
            return std::nullopt;
        }
    }
    if (main.lastIndexOf(u'+') > 0) {
        return std::nullopt;
    }
    if (digits.size() == nanpDigits + 1 && digits.startsWith(u'1')) {
        digits.remove(0, 1);
    } else if (international) {
        if (digits.size() < e164MinDigits || digits.size() > e164MaxDigits || digits.startsWith(u'0') ||
            digits.startsWith(u'1')) {
            return std::nullopt;
        }
        return QString(u'+' + digits + extension);
    }
    if (!isNanp(digits)) {
        return std::nullopt;
    }
    return QString(QStringLiteral("+1") + digits + extension);
}

QString formatPhone(const QString& phone)
{
    const qsizetype mark = phone.indexOf(QLatin1String(";ext="));
    const QString number = mark < 0 ? phone : phone.left(mark);
    QString shown = number;
    if (number.startsWith(QLatin1String("+1")) && isNanp(number.mid(2))) {
        shown = u'(' + number.mid(2, 3) + QStringLiteral(") ") + number.mid(5, 3) + u'-' + number.mid(8);
    }
    if (mark >= 0) {
        shown += QStringLiteral(" ext. ") + phone.mid(mark + 5);
    }
    return shown;
}

int areaCode(const QString& phone)
{
    const QString number = phone.section(u';', 0, 0);
    return number.startsWith(QLatin1String("+1")) && isNanp(number.mid(2)) ? number.mid(2, 3).toInt() : 0;
}

} // namespace keyturn
