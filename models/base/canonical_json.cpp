// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/canonical_json.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace keyturn {

namespace {

constexpr qint64 exactInDouble = qint64{1} << 53;

void appendObject(QByteArray& out, const QJsonObject& object)
{
    QStringList keys = object.keys();
    // By UTF-16 code units, which is how QString compares.
    std::sort(keys.begin(), keys.end());
    out += '{';
    bool first = true;
    for (const QString& key : std::as_const(keys)) {
        if (!first) {
            out += ',';
        }
        first = false;
        appendCanonicalString(out, key);
        out += ':';
        appendCanonical(out, object.value(key));
    }
    out += '}';
}

void appendEscaped(QByteArray& out, unsigned char c)
{
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\b':
        out += "\\b";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        break;
    }
    constexpr std::array<char, 17> digits{"0123456789abcdef"};
    out += "\\u00";
    out += digits[c >> 4U];
    out += digits[c & 0xfU];
}

/// The shortest digits that read back as `number` (> 0), and the power of ten of the first one.
struct Decimal
{
    QByteArray digits;
    int exponent = 0;
};

Decimal shortest(double number)
{
    std::array<char, 40> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::scientific).ptr;
    Decimal decimal;
    const char* at = buffer.data();
    for (; at != end && *at != 'e'; ++at) {
        if (*at != '.') {
            decimal.digits += *at;
        }
    }
    if (at != end) {
        decimal.exponent = QByteArray(at + 1, end - at - 1).toInt();
    }
    return decimal;
}

} // namespace

QByteArray canonicalJson(const QJsonValue& value)
{
    QByteArray out;
    appendCanonical(out, value);
    return out;
}

void appendCanonical(QByteArray& out, const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        return;
    case QJsonValue::Double:
        appendCanonicalNumber(out, value.toDouble());
        return;
    case QJsonValue::String:
        appendCanonicalString(out, value.toString());
        return;
    case QJsonValue::Array: {
        const QJsonArray array = value.toArray();
        out += '[';
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (i > 0) {
                out += ',';
            }
            appendCanonical(out, array.at(i));
        }
        out += ']';
        return;
    }
    case QJsonValue::Object:
        appendObject(out, value.toObject());
        return;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    out += "null";
}

void appendCanonicalString(QByteArray& out, QStringView text)
{
    appendCanonicalString(out, QByteArrayView(text.toUtf8()));
}

void appendCanonicalString(QByteArray& out, QByteArrayView utf8)
{
    out += '"';
    const char* run = utf8.data();
    const char* const end = run + utf8.size();
    for (const char* at = run; at != end; ++at) {
        const auto c = static_cast<unsigned char>(*at);
        if (c < 0x20 || c == '"' || c == '\\') {
            out.append(run, at - run);
            appendEscaped(out, c);
            run = at + 1;
        }
    }
    out.append(run, end - run);
    out += '"';
}

void appendCanonicalNumber(QByteArray& out, double number)
{
    if (!std::isfinite(number)) {
        out += "null";
        return;
    }
    if (number == 0) {
        out += '0'; // minus zero too
        return;
    }
    if (number < 0) {
        out += '-';
        number = -number;
    }
    const Decimal decimal = shortest(number);
    const auto count = decimal.digits.size();
    // ECMA-262, Number::toString: n is the position of the decimal point, counted from the first digit.
    const int n = decimal.exponent + 1;
    if (n >= count && n <= 21) {
        out += decimal.digits + QByteArray(n - count, '0');
    } else if (n > 0 && n <= 21) {
        out += decimal.digits.left(n) + '.' + decimal.digits.mid(n);
    } else if (n > -6 && n <= 0) {
        out += "0." + QByteArray(-n, '0') + decimal.digits;
    } else {
        out += decimal.digits.left(1);
        if (count > 1) {
            out += '.' + decimal.digits.mid(1);
        }
        out += 'e';
        out += n - 1 < 0 ? '-' : '+';
        out += QByteArray::number(std::abs(n - 1));
    }
}

void appendCanonicalNumber(QByteArray& out, qint64 number)
{
    if (number <= -exactInDouble || number >= exactInDouble) {
        appendCanonicalNumber(out, static_cast<double>(number));
        return;
    }
    std::array<char, 24> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    out.append(buffer.data(), end - buffer.data());
}

} // namespace keyturn
