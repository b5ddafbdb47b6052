// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/vcard.h"

#include "models/exchange/text_encoding.h"

#include <QHash>

namespace keyturn {

namespace {

struct Line
{
    qint64 number = 0;
    QString text;
};

/// What stands before the colon.
struct Head
{
    QString group;
    QString name;
    QHash<QString, QStringList> parameters; ///< names upper case
    qsizetype length = 0;                   ///< with the colon; 0 if the line is no property

    [[nodiscard]] bool has(const QString& parameter, const QString& value) const
    {
        return parameters.value(parameter).contains(value, Qt::CaseInsensitive);
    }
    [[nodiscard]] bool isQuotedPrintable() const
    {
        return has(QStringLiteral("ENCODING"), QStringLiteral("quoted-printable"));
    }
    [[nodiscard]] bool isBinary() const
    {
        return has(QStringLiteral("ENCODING"), QStringLiteral("base64")) ||
               has(QStringLiteral("ENCODING"), QStringLiteral("b"));
    }
};

std::vector<Line> physicalLines(const QString& text)
{
    std::vector<Line> lines;
    qint64 number = 1;
    qsizetype from = 0;
    while (from <= text.size()) {
        qsizetype end = from;
        while (end < text.size() && text.at(end) != u'\n' && text.at(end) != u'\r') {
            ++end;
        }
        lines.push_back({number, text.mid(from, end - from)});
        ++number;
        // CR CR LF is one line end, too: text mode has been applied twice.
        qsizetype next = end;
        while (next < text.size() && text.at(next) == u'\r') {
            ++next;
        }
        next = next < text.size() && text.at(next) == u'\n' ? next + 1 : std::min(end + 1, next);
        from = next > end ? next : end + 1;
    }
    return lines;
}

// RFC 6868: what a parameter cannot hold is written with a circumflex.
QString parameterText(QString value)
{
    value.replace(QLatin1String("^n"), QLatin1String("\n"));
    value.replace(QLatin1String("^'"), QLatin1String("\""));
    value.replace(QLatin1String("^^"), QLatin1String("^"));
    return value;
}

QString nameOfBare(const QString& value)
{
    static const QStringList encodings{QStringLiteral("QUOTED-PRINTABLE"), QStringLiteral("BASE64"),
                                       QStringLiteral("8BIT"), QStringLiteral("7BIT")};
    return encodings.contains(value.toUpper()) ? QStringLiteral("ENCODING") : QStringLiteral("TYPE");
}

void addParameter(Head& head, QStringView written)
{
    const qsizetype equals = written.indexOf(u'=');
    QString name;
    QString values;
    if (equals < 0) {
        values = written.trimmed().toString();
        name = nameOfBare(values);
    } else {
        name = written.left(equals).trimmed().toString().toUpper();
        values = written.mid(equals + 1).trimmed().toString();
    }
    values.remove(u'"');
    for (const QString& value : values.split(u',', Qt::SkipEmptyParts)) {
        head.parameters[name].append(parameterText(value.trimmed()));
    }
}

Head headOf(const QString& line)
{
    Head head;
    bool quoted = false;
    qsizetype from = 0;
    QStringList parts;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar letter = line.at(i);
        if (letter == u'"') {
            quoted = !quoted;
        } else if (!quoted && (letter == u';' || letter == u':')) {
            parts.append(line.mid(from, i - from));
            from = i + 1;
            if (letter == u':') {
                head.length = i + 1;
                break;
            }
        }
    }
    if (head.length == 0 || parts.isEmpty()) {
        return {};
    }
    const QString full = parts.takeFirst().trimmed();
    const qsizetype dot = full.indexOf(u'.');
    head.group = dot < 0 ? QString() : full.left(dot);
    head.name = full.mid(dot + 1).toUpper();
    for (const QString& part : parts) {
        addParameter(head, part);
    }
    return head.name.isEmpty() ? Head() : head;
}

QString fromQuotedPrintable(const QString& text, const QStringList& charset)
{
    QByteArray bytes;
    const QByteArray written = text.toUtf8();
    for (qsizetype i = 0; i < written.size(); ++i) {
        bool isCode = false;
        const char code =
            written.at(i) == '=' ? static_cast<char>(written.mid(i + 1, 2).toInt(&isCode, 16)) : written.at(i);
        bytes.append(isCode ? code : written.at(i));
        i += isCode ? 2 : 0;
    }
    const auto named = encodingFromName(charset.value(0));
    TextDecoder decoder(named.value_or(guessEncoding(bytes).encoding));
    return decoder.isValid() ? decoder.decode(bytes) : QString::fromUtf8(bytes);
}

bool isLeftOut(const Head& head)
{
    static const QStringList binary{QStringLiteral("PHOTO"), QStringLiteral("LOGO"), QStringLiteral("SOUND"),
                                    QStringLiteral("KEY"), QStringLiteral("AGENT")};
    return head.isBinary() || binary.contains(head.name);
}

/// Walks the lines of a file and collects its cards.
class Parser
{
public:
    explicit Parser(const QString& text)
        : m_lines(physicalLines(text))
    {}

    std::vector<Vcard> run();

private:
    QString value(const Head& head);
    void take(const Line& line);

    std::vector<Line> m_lines;
    size_t m_at = 0;
    int m_depth = 0;
    std::vector<Vcard> m_cards;
};

// The value of the property at m_at, with the lines that continue it; m_at then stands behind it.
QString Parser::value(const Head& head)
{
    QString text = m_lines[m_at].text.mid(head.length);
    ++m_at;
    if (head.isQuotedPrintable()) {
        while (text.endsWith(u'=') && m_at < m_lines.size()) {
            text.chop(1);
            text += m_lines[m_at].text;
            ++m_at;
        }
        return fromQuotedPrintable(text, head.parameters.value(QStringLiteral("CHARSET")));
    }
    while (m_at < m_lines.size() && !m_lines[m_at].text.isEmpty() &&
           (m_lines[m_at].text.front() == u' ' || m_lines[m_at].text.front() == u'\t')) {
        text += QStringView(m_lines[m_at].text).mid(1);
        ++m_at;
    }
    return text;
}

void Parser::take(const Line& line)
{
    const Head head = headOf(line.text);
    if (head.length == 0) {
        ++m_at;
        return;
    }
    const QString text = value(head);
    const bool isCard = text.trimmed().compare(QLatin1String("VCARD"), Qt::CaseInsensitive) == 0;
    if (head.name == QLatin1String("BEGIN") && isCard) {
        // A second BEGIN right inside a card is a card in a card only if an AGENT announced it; else the END is lost.
        if (m_depth == 0) {
            m_cards.push_back({line.number, {}});
        }
        ++m_depth;
    } else if (head.name == QLatin1String("END") && isCard) {
        m_depth = std::max(0, m_depth - 1);
    } else if (m_depth == 1 && head.name == QLatin1String("AGENT") && text.trimmed().isEmpty()) {
        return; // the card that follows is the agent's
    } else if (m_depth == 1 && !isLeftOut(head)) {
        QStringList types;
        for (const QString& type : head.parameters.value(QStringLiteral("TYPE"))) {
            types.append(type.toLower());
        }
        m_cards.back().properties.push_back({head.group, head.name, types, text});
    }
}

std::vector<Vcard> Parser::run()
{
    bool agent = false;
    while (m_at < m_lines.size()) {
        const Line line = m_lines[m_at];
        const QString upper = line.text.trimmed().toUpper();
        if (upper == QLatin1String("BEGIN:VCARD") && m_depth > 0 && !agent) {
            m_depth = 0;
        }
        agent = upper.startsWith(QLatin1String("AGENT")) && upper.endsWith(u':');
        take(line);
    }
    return std::move(m_cards);
}

QString unescaped(QStringView text)
{
    QString plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'\\' || i + 1 == text.size()) {
            plain.append(text[i]);
            continue;
        }
        ++i;
        plain.append(text[i] == u'n' || text[i] == u'N' ? QChar(u'\n') : text[i]);
    }
    return plain.trimmed();
}

} // namespace

QStringList VcardProperty::split(QChar separator) const
{
    QStringList parts;
    qsizetype from = 0;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value.at(i) == u'\\') {
            ++i;
        } else if (value.at(i) == separator) {
            parts.append(unescaped(QStringView(value).mid(from, i - from)));
            from = i + 1;
        }
    }
    parts.append(unescaped(QStringView(value).mid(from)));
    return parts;
}

QString VcardProperty::text() const
{
    return unescaped(value);
}

const VcardProperty* Vcard::first(const QString& name) const
{
    for (const VcardProperty& property : properties) {
        if (property.name == name) {
            return &property;
        }
    }
    return nullptr;
}

std::vector<Vcard> parseVcards(const QByteArray& file)
{
    const EncodingGuess guess = guessEncoding(file);
    TextDecoder decoder(guess.encoding);
    if (!decoder.isValid()) {
        return {};
    }
    return Parser(decoder.decode(QByteArrayView(file).sliced(guess.markBytes))).run();
}

} // namespace keyturn
