// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/typing_format.h"

#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>

#include <algorithm>
#include <iterator>
#include <memory>

namespace keyturn {

namespace {

QString digitsOf(const QString& text)
{
    QString digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](QChar c) { return c.isDigit(); });
    return digits;
}

bool isMadeOf(const QString& text, QLatin1String allowed)
{
    return std::all_of(text.begin(), text.end(),
                       [&](QChar c) { return (c >= u'0' && c <= u'9') || allowed.contains(c); });
}

} // namespace

QString TypingFormat::money(const QString& typed)
{
    if (!isMadeOf(typed, QLatin1String("$, ."))) { // "350k" is left to the parser
        return typed;
    }
    const qsizetype point = typed.indexOf(QLatin1Char('.'));
    const QString whole = digitsOf(point < 0 ? typed : typed.left(point));
    if (whole.isEmpty() || whole.size() > 12) {
        return typed;
    }
    QString grouped = QString::number(whole.toLongLong());
    for (qsizetype at = grouped.size() - 3; at > 0; at -= 3) {
        grouped.insert(at, QLatin1Char(','));
    }
    const QString tail = point < 0 ? QString() : typed.mid(point);
    const QString made = QStringLiteral("$") + grouped + tail;
    return made;
}

QString TypingFormat::phone(const QString& typed)
{
    if (!isMadeOf(typed, QLatin1String("()- ."))) { // other countries and extensions are left to the parser
        return typed;
    }
    QString digits = digitsOf(typed);
    if (digits.size() == 11 && digits.startsWith(QLatin1Char('1'))) {
        digits.remove(0, 1);
    }
    if (digits.size() < 4 || digits.size() > 10) {
        return typed;
    }
    QString made = QStringLiteral("(%1) %2").arg(digits.left(3), digits.mid(3, 3));
    if (digits.size() > 6) {
        made += QStringLiteral("-") + digits.mid(6);
    }
    return made;
}

void TypingFormat::attach(QLineEdit& edit, Kind kind)
{
    QLineEdit* box = &edit;
    auto before = std::make_shared<QString>();
    QObject::connect(box, &QLineEdit::textEdited, box, [box, kind, before](const QString& typed) {
        const bool growing = typed.size() > before->size();
        *before = typed;
        if (!growing || box->cursorPosition() != typed.size()) {
            return;
        }
        const QString made = kind == Money ? money(typed) : phone(typed);
        if (made != typed) {
            const QSignalBlocker quiet(box); // whoever listens reads the text afterwards
            box->setText(made);
            box->setCursorPosition(static_cast<int>(made.size()));
            *before = made;
        }
    });
}

} // namespace keyturn
