// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/money.h"
#include "models/domain/lead_fields.h"
#include "models/domain/phone.h"

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace keyturn {

namespace {

using Kind = LeadField::Kind;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::LeadFields)
};

constexpr int leapYear = 2024;

tl::unexpected<Error> invalid(const QString& message)
{
    return fail(Error::Kind::Invalid, message);
}

bool isEmail(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^[^\\s@<>()\\[\\],;:\"\\\\]+@([^\\s@<>()\\[\\],;:\"\\\\.]+\\.)+[^\\s@<>()\\[\\],;:\"\\\\.]{2,}$"));
    return pattern.match(text).hasMatch() && !text.contains(QLatin1String(".."));
}

// ISO, or the way Americans write it. A two-digit year is one of this century: nothing here is older.
QDate dateFrom(const QString& text)
{
    const QDate iso = QDate::fromString(text, Qt::ISODate);
    if (iso.isValid() && text.size() == 10) {
        return iso;
    }
    static const QRegularExpression american(QStringLiteral("^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})$"));
    const auto match = american.match(text);
    if (!match.hasMatch()) {
        return {};
    }
    const int year = match.captured(3).toInt();
    return QDate(match.capturedLength(3) == 2 ? 2000 + year : year, match.captured(1).toInt(),
                 match.captured(2).toInt());
}

// "6.125" and "6.125 %" in thousandths; nothing when it is no number or finer than that.
std::optional<qint64> thousandths(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,4})?(?:\\.(\\d{0,3}))?\\s*%?$"));
    const auto match = pattern.match(text);
    if (!match.hasMatch() || (match.capturedLength(1) <= 0 && match.capturedLength(2) <= 0)) {
        return std::nullopt;
    }
    return match.captured(1).toLongLong() * 1000 + match.captured(2).leftJustified(3, u'0').toLongLong();
}

std::optional<qint64> months(const QString& text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(\\d{1,3})\\s*(m|mo|months?|y|yr|yrs|years?|año|años|mes|meses)?\\.?$"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const qint64 number = match.captured(1).toLongLong();
    const QString unit = match.captured(2).toLower();
    const bool years = unit.startsWith(u'y') || unit.startsWith(u'a') || (unit.isEmpty() && number <= 40);
    return years ? number * 12 : number;
}

std::optional<bool> yesNo(const QString& text)
{
    const QString word = text.toLower();
    for (const char* yes : {"yes", "y", "true", "1", "on", "sí", "si"}) {
        if (word == QString::fromUtf8(yes)) {
            return true;
        }
    }
    for (const char* no : {"no", "n", "false", "0", "off"}) {
        if (word == QLatin1String(no)) {
            return false;
        }
    }
    if (word == Texts::tr("Yes").toLower()) {
        return true;
    }
    return word == Texts::tr("No").toLower() ? std::optional<bool>(false) : std::nullopt;
}

QString choiceOf(const LeadField& field, const QString& text)
{
    for (const Choice& choice : field.choices) {
        if (choice.key.compare(text, Qt::CaseInsensitive) == 0 ||
            choice.label.compare(text, Qt::CaseInsensitive) == 0) {
            return choice.key;
        }
    }
    return {};
}

QString keysOf(const LeadField& field)
{
    QStringList keys;
    for (const Choice& choice : field.choices) {
        keys.append(choice.key);
    }
    return keys.join(QStringLiteral(", "));
}

Result<QVariant> parseStage(const LeadField& field, const QString& text, const Catalogue& catalogue)
{
    for (const Stage& stage : catalogue.stages) {
        if (stage.key == text || stage.name.compare(text, Qt::CaseInsensitive) == 0 || stage.id.toString() == text) {
            return QVariant(stage.id.toString());
        }
    }
    return invalid(Texts::tr("%1: there is no stage “%2”.").arg(field.label, text));
}

Result<QVariant> parseUser(const LeadField& field, const QString& text, const Catalogue& catalogue)
{
    for (const User& user : catalogue.users) {
        if (user.email.compare(text, Qt::CaseInsensitive) == 0 || user.name().compare(text, Qt::CaseInsensitive) == 0 ||
            user.id.toString() == text) {
            return QVariant(user.id.toString());
        }
    }
    return invalid(Texts::tr("%1: nobody here is called “%2”.").arg(field.label, text));
}

Result<QVariant> parseFilled(const LeadField& field, const QString& text, const Catalogue& catalogue)
{
    switch (field.kind) {
    case Kind::Text:
    case Kind::LongText:
        return QVariant(text);
    case Kind::Email:
        return QVariant(text);
    case Kind::Phone:
        if (const auto phone = normalizePhone(text)) {
            return QVariant(*phone);
        }
        return invalid(Texts::tr("%1: “%2” is not a telephone number. Ten digits, or a plus and the country code.")
                           .arg(field.label, text));
    case Kind::Money:
        if (const auto money = Money::parse(text)) {
            return QVariant(money->cents);
        }
        return invalid(Texts::tr("%1: “%2” is not an amount. Write 350000, $350,000 or 350k.").arg(field.label, text));
    case Kind::Percent:
        if (const auto rate = thousandths(text)) {
            return QVariant(*rate);
        }
        return invalid(Texts::tr("%1: “%2” is not a rate. Write it like 6.125, with at most three decimals.")
                           .arg(field.label, text));
    case Kind::Integer: {
        bool ok = false;
        const qint64 number = QString(text).remove(u',').toLongLong(&ok);
        return ok ? Result<QVariant>(QVariant(number))
                  : invalid(Texts::tr("%1: “%2” is not a whole number.").arg(field.label, text));
    }
    case Kind::Number: {
        bool ok = false;
        const double number = QString(text).remove(u',').toDouble(&ok);
        return ok && std::isfinite(number) ? Result<QVariant>(QVariant(number))
                                           : invalid(Texts::tr("%1: “%2” is not a number.").arg(field.label, text));
    }
    case Kind::Months:
        if (const QString key = choiceOf(field, text); !key.isEmpty()) {
            return QVariant(key.toLongLong());
        }
        if (const auto count = months(text)) {
            return QVariant(*count);
        }
        return invalid(
            Texts::tr("%1: “%2” is not a term. Write months, like 360, or 30 years.").arg(field.label, text));
    case Kind::Date: {
        const QDate date = dateFrom(text);
        return date.isValid()
                   ? Result<QVariant>(QVariant(date.toString(Qt::ISODate)))
                   : invalid(
                         Texts::tr("%1: “%2” is not a date. Write 2026-03-15 or 3/15/2026.").arg(field.label, text));
    }
    case Kind::MonthDay: {
        static const QRegularExpression pattern(QStringLiteral("^(\\d{1,2})[-/](\\d{1,2})$"));
        const auto match = pattern.match(text);
        const QDate date(leapYear, match.captured(1).toInt(), match.captured(2).toInt());
        return match.hasMatch() && date.isValid()
                   ? Result<QVariant>(QVariant(date.toString(QStringLiteral("MM-dd"))))
                   : invalid(Texts::tr("%1: “%2” is not a month and a day. Write 03-15; the year is not kept.")
                                 .arg(field.label, text));
    }
    case Kind::YesNo:
        if (const auto answer = yesNo(text)) {
            return QVariant(qint64(*answer ? 1 : 0));
        }
        return invalid(Texts::tr("%1: answer yes or no.").arg(field.label));
    case Kind::Choice: {
        const QString key = choiceOf(field, text);
        if (!key.isEmpty()) {
            return QVariant(key);
        }
        if (!field.strict) {
            return QVariant(text);
        }
        return invalid(Texts::tr("%1: “%2” is not one of %3.").arg(field.label, text, keysOf(field)));
    }
    case Kind::Url: {
        const bool hasScheme = text.contains(QLatin1String("://"));
        return QVariant(hasScheme ? text : QString(QStringLiteral("https://") + text));
    }
    case Kind::State: {
        const QString key = choiceOf(field, text);
        return key.isEmpty() ? invalid(Texts::tr("%1: “%2” is not a US state. Write it with two letters, like CO.")
                                           .arg(field.label, text))
                             : Result<QVariant>(QVariant(key));
    }
    case Kind::Stage:
        return parseStage(field, text, catalogue);
    case Kind::User:
        return parseUser(field, text, catalogue);
    case Kind::Moment: {
        const QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
        return moment.isValid() ? Result<QVariant>(QVariant(moment.toMSecsSinceEpoch()))
                                : invalid(Texts::tr("%1: “%2” is not a time.").arg(field.label, text));
    }
    }
    return QVariant(text);
}

QString rateText(qint64 value)
{
    QString text = QString::number(value / 1000) + u'.' + QString::number(value % 1000).rightJustified(3, u'0');
    while (text.endsWith(u'0') && !text.endsWith(QLatin1String(".0"))) {
        text.chop(1);
    }
    return text.endsWith(QLatin1String(".0")) ? text.chopped(2) : text;
}

QString termText(qint64 value)
{
    if (value % 12 == 0) {
        return Texts::tr("%n years", nullptr, static_cast<int>(value / 12));
    }
    return Texts::tr("%n months", nullptr, static_cast<int>(value));
}

} // namespace

Result<QVariant> parseField(const LeadField& field, const QString& text, const Catalogue& catalogue)
{
    const QString trimmed = field.kind == Kind::LongText ? text.trimmed() : text.simplified();
    if (trimmed.isEmpty()) {
        if (field.required) {
            return invalid(Texts::tr("%1 cannot be empty.").arg(field.label));
        }
        return QVariant();
    }
    KEYTURN_LET(QVariant value, parseFilled(field, trimmed, catalogue));
    KEYTURN_TRY(checkField(field, value, catalogue));
    return value;
}

Result<FieldEdit> parseAssignment(const QString& name, const QString& text, const Catalogue& catalogue)
{
    const auto field = leadField(name, catalogue);
    if (!field) {
        return invalid(Texts::tr("There is no field “%1”.").arg(name));
    }
    const bool bareInteger =
        name == field->name && (name.endsWith(QLatin1String("_cents")) || name.endsWith(QLatin1String("_pct3")));
    if (!bareInteger || text.trimmed().isEmpty()) {
        KEYTURN_LET(QVariant value, parseField(*field, text, catalogue));
        return FieldEdit{field->name, value, std::nullopt};
    }
    bool ok = false;
    const QVariant value(text.trimmed().toLongLong(&ok));
    if (!ok) {
        return invalid(Texts::tr("%1 takes a whole number; %2 takes it the way people write it.")
                           .arg(name, name.left(name.lastIndexOf(u'_'))));
    }
    KEYTURN_TRY(checkField(*field, value, catalogue));
    return FieldEdit{field->name, value, std::nullopt};
}

Done checkField(const LeadField& field, const QVariant& value, const Catalogue& catalogue)
{
    if (!value.isValid()) {
        return field.required ? Done(invalid(Texts::tr("%1 cannot be empty.").arg(field.label))) : Done();
    }
    const QString text = value.toString();
    if (field.maxLength > 0 && text.size() > field.maxLength) {
        return invalid(Texts::tr("%1 can have at most %n characters.", nullptr, field.maxLength).arg(field.label));
    }
    const bool numeric = value.typeId() != QMetaType::QString && value.typeId() != QMetaType::QByteArray;
    switch (field.kind) {
    case Kind::Email:
        if (!isEmail(text)) {
            return invalid(Texts::tr("%1: “%2” is not an e-mail address.").arg(field.label, text));
        }
        break;
    case Kind::Money:
    case Kind::Percent:
    case Kind::Integer:
    case Kind::Months: {
        if (!numeric) {
            return invalid(Texts::tr("%1: “%2” is not a whole number.").arg(field.label, text));
        }
        const qint64 number = value.toLongLong();
        if (field.minimum != field.maximum && (number < field.minimum || number > field.maximum)) {
            LeadField unlimited = field;
            unlimited.minimum = unlimited.maximum = 0;
            return invalid(
                Texts::tr("%1 must be between %2 and %3.")
                    .arg(field.label, formatField(unlimited, field.minimum), formatField(unlimited, field.maximum)));
        }
        break;
    }
    case Kind::Number:
        if (!numeric) {
            return invalid(Texts::tr("%1: “%2” is not a number.").arg(field.label, text));
        }
        break;
    case Kind::YesNo:
        if (!numeric || (value.toLongLong() != 0 && value.toLongLong() != 1)) {
            return invalid(Texts::tr("%1: answer yes or no.").arg(field.label));
        }
        break;
    case Kind::Date:
        if (text.size() != 10 || !QDate::fromString(text, Qt::ISODate).isValid()) {
            return invalid(Texts::tr("%1: “%2” is not a date. Write 2026-03-15 or 3/15/2026.").arg(field.label, text));
        }
        break;
    case Kind::MonthDay:
        if (!QDate::fromString(QString::number(leapYear) + u'-' + text, Qt::ISODate).isValid()) {
            return invalid(Texts::tr("%1: “%2” is not a month and a day. Write 03-15; the year is not kept.")
                               .arg(field.label, text));
        }
        break;
    case Kind::Choice:
        if (field.strict && choiceOf(field, text) != text) {
            return invalid(Texts::tr("%1: “%2” is not one of %3.").arg(field.label, text, keysOf(field)));
        }
        break;
    case Kind::State:
        if (choiceOf(field, text) != text) {
            return invalid(
                Texts::tr("%1: “%2” is not a US state. Write it with two letters, like CO.").arg(field.label, text));
        }
        break;
    case Kind::Stage:
        KEYTURN_TRY(parseStage(field, text, catalogue));
        break;
    case Kind::User:
        KEYTURN_TRY(parseUser(field, text, catalogue));
        break;
    case Kind::Text:
    case Kind::LongText:
    case Kind::Phone:
    case Kind::Url:
    case Kind::Moment:
        break;
    }
    return {};
}

QString formatField(const LeadField& field, const QVariant& value, const Catalogue& catalogue)
{
    if (!value.isValid()) {
        return {};
    }
    switch (field.kind) {
    case Kind::Phone:
        return formatPhone(value.toString());
    case Kind::Money:
        return Money{value.toLongLong()}.toDisplay();
    case Kind::Percent:
        return rateText(value.toLongLong()) + u'%';
    case Kind::Integer:
        return QString::number(value.toLongLong());
    case Kind::Months:
        return termText(value.toLongLong());
    case Kind::Number:
        return QLocale().toString(value.toDouble(), 'g', 12);
    case Kind::Date: {
        const QDate date = QDate::fromString(value.toString(), Qt::ISODate);
        return date.isValid() ? QLocale().toString(date, QStringLiteral("MMM d, yyyy")) : value.toString();
    }
    case Kind::MonthDay: {
        const QDate date = QDate::fromString(QString::number(leapYear) + u'-' + value.toString(), Qt::ISODate);
        return date.isValid() ? QLocale().toString(date, QStringLiteral("MMM d")) : value.toString();
    }
    case Kind::YesNo:
        return value.toLongLong() != 0 ? Texts::tr("Yes") : Texts::tr("No");
    case Kind::Choice: {
        const QString key = value.toString();
        for (const Choice& choice : field.choices) {
            if (choice.key == key) {
                return choice.label;
            }
        }
        return choiceLabel(ValueList::None, key);
    }
    case Kind::Stage: {
        const Stage* stage = catalogue.stage(StageId::fromString(value.toString()));
        return stage != nullptr ? stage->name : value.toString();
    }
    case Kind::User: {
        const User* user = catalogue.user(UserId::fromString(value.toString()));
        return user != nullptr ? user->name() : value.toString();
    }
    case Kind::Moment:
        return QLocale().toString(Instant{value.toLongLong()}.toUtc().toLocalTime(),
                                  QStringLiteral("MMM d, yyyy h:mm AP"));
    case Kind::Text:
    case Kind::LongText:
    case Kind::Email:
    case Kind::Url:
    case Kind::State:
        break;
    }
    return value.toString();
}

QString editText(const LeadField& field, const QVariant& value, const Catalogue& catalogue)
{
    if (!value.isValid()) {
        return {};
    }
    switch (field.kind) {
    case Kind::Percent:
        return rateText(value.toLongLong());
    case Kind::Months:
        return QString::number(value.toLongLong()) + u' ' + Texts::tr("months");
    case Kind::Number:
        return QString::number(value.toDouble(), 'g', 15);
    case Kind::Date:
    case Kind::MonthDay:
        return value.toString();
    case Kind::Money:
        return Money{value.toLongLong()}.toDisplay().replace(u'\u2212', u'-');
    case Kind::Choice: // a value outside an open list stays as it is
        return choiceOf(field, value.toString()).isEmpty() ? value.toString() : formatField(field, value, catalogue);
    case Kind::User: {
        const User* user = catalogue.user(UserId::fromString(value.toString()));
        return user != nullptr ? user->email : value.toString();
    }
    case Kind::Moment:
        return Instant{value.toLongLong()}.toUtc().toString(Qt::ISODateWithMs);
    default:
        return formatField(field, value, catalogue);
    }
}

} // namespace keyturn
