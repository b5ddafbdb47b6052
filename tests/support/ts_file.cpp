// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ts_file.h"

#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace keyturn::test {

namespace {

/// The text of an element in which control characters stand as <byte value="xd"/>.
QString readText(QXmlStreamReader& xml)
{
    QString text;
    for (int depth = 1; depth > 0 && !xml.hasError();) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            ++depth;
            if (xml.name() == QLatin1String("byte")) {
                text += QChar(xml.attributes().value(QLatin1String("value")).mid(1).toUShort(nullptr, 16));
            }
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            break;
        case QXmlStreamReader::Characters:
            text += xml.text();
            break;
        default:
            break;
        }
    }
    return text;
}

TsMessage readMessage(QXmlStreamReader& xml, const QString& context)
{
    TsMessage message;
    message.context = context;
    message.isPlural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            message.source = readText(xml);
        } else if (xml.name() == QLatin1String("comment")) {
            message.comment = readText(xml);
        } else if (xml.name() == QLatin1String("translation")) {
            message.state = xml.attributes().value(QLatin1String("type")).toString();
            if (!message.isPlural) {
                message.translations.append(readText(xml));
                continue;
            }
            while (xml.readNextStartElement()) {
                message.translations.append(readText(xml));
            }
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

/// What a translation must carry over as it is, in any order.
QStringList fixedPieces(const QString& text)
{
    static const QRegularExpression piece(QStringLiteral("%L?[0-9]{1,2}|%L?n|<[^<>]+>"));
    QStringList found;
    for (auto it = piece.globalMatch(text); it.hasNext();) {
        found.append(it.next().captured());
    }
    found.sort();
    return found;
}

qsizetype mnemonics(const QString& text)
{
    static const QRegularExpression mark(QStringLiteral("(?<!&)(?:&&)*&[^&\\s]"));
    return text.count(mark);
}

QString space(const QString& text, bool atEnd)
{
    static const QRegularExpression before(QStringLiteral("^\\s*"));
    static const QRegularExpression after(QStringLiteral("\\s*$"));
    return (atEnd ? after : before).match(text).captured();
}

QString fault(const TsMessage& message, const QString& words)
{
    if (words.trimmed().isEmpty()) {
        return QStringLiteral("has no translation");
    }
    if (fixedPieces(words) != fixedPieces(message.source)) {
        return QStringLiteral("has other placeholders or tags: ") + words;
    }
    if (mnemonics(words) > 1 || mnemonics(words) != mnemonics(message.source)) {
        return QStringLiteral("has other mnemonics: ") + words;
    }
    if (space(words, false) != space(message.source, false) || space(words, true) != space(message.source, true)) {
        return QStringLiteral("begins or ends with other spaces: ") + words;
    }
    return {};
}

} // namespace

QString TsMessage::key() const
{
    return comment.isEmpty() ? QString(context + QStringLiteral(": ") + source)
                             : QString(context + QStringLiteral(": ") + source + QStringLiteral(" // ") + comment);
}

TsFile::TsFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_error = path + QStringLiteral(": ") + file.errorString();
        return;
    }
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == QLatin1String("name")) {
            context = readText(xml);
        } else if (xml.name() == QLatin1String("message")) {
            m_messages.push_back(readMessage(xml, context));
        }
    }
    m_error = xml.hasError() ? QString(path + QStringLiteral(": ") + xml.errorString()) : QString();
}

QSet<QString> TsFile::keys() const
{
    QSet<QString> keys;
    for (const TsMessage& message : m_messages) {
        keys.insert(message.key());
    }
    return keys;
}

QSet<QString> TsFile::pluralKeys() const
{
    QSet<QString> keys;
    for (const TsMessage& message : m_messages) {
        if (message.isPlural) {
            keys.insert(message.key());
        }
    }
    return keys;
}

QStringList TsFile::complaints() const
{
    QStringList complaints;
    for (const TsMessage& message : m_messages) {
        const auto complain = [&](const QString& what) {
            complaints.append(message.key() + QStringLiteral(" ") + what);
        };
        if (!message.state.isEmpty()) {
            complain(QStringLiteral("is ") + message.state);
            continue;
        }
        // English and Spanish both know one and many.
        if (message.translations.size() != (message.isPlural ? 2 : 1)) {
            complain(QStringLiteral("has %1 forms").arg(message.translations.size()));
        }
        for (const QString& words : message.translations) {
            if (const QString what = fault(message, words); !what.isEmpty()) {
                complain(what);
            }
        }
    }
    return complaints;
}

} // namespace keyturn::test
