// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/xlsx_workbook.h"

#include <quazip/quazipfile.h>

#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace keyturn {

namespace {

constexpr qint64 mostText = 256LL * 1024 * 1024;

/// One part of the archive as XML.
class Part
{
public:
    Part(QuaZip& archive, const QString& path)
        : m_file(&archive)
        , m_found(archive.setCurrentFile(path) && m_file.open(QIODevice::ReadOnly))
    {
        if (m_found) {
            xml.setDevice(&m_file);
        }
    }

    [[nodiscard]] bool isFound() const { return m_found; }
    [[nodiscard]] bool isTooLarge() const { return m_file.usize() > mostText; }

private:
    QuaZipFile m_file;
    bool m_found;

public:
    QXmlStreamReader xml;
};

QString folderOf(const QString& part)
{
    return part.left(part.lastIndexOf(u'/') + 1);
}

// Targets are relative to the part that names them, or absolute within the archive.
QString resolved(const QString& from, const QString& target)
{
    if (target.startsWith(u'/')) {
        return target.mid(1);
    }
    QStringList steps;
    for (const QString& step : QString(folderOf(from) + target).split(u'/', Qt::SkipEmptyParts)) {
        if (step == QLatin1String("..")) {
            if (!steps.isEmpty()) {
                steps.removeLast();
            }
        } else if (step != QLatin1String(".")) {
            steps.append(step);
        }
    }
    return steps.join(u'/');
}

// The text of a shared string or an inline one: all its runs, without the reading aids of East Asian scripts.
QString richText(QXmlStreamReader& xml)
{
    QString text;
    int depth = 1;
    while (depth > 0 && goesOn(xml)) {
        const QXmlStreamReader::TokenType token = xml.readNext();
        if (token == QXmlStreamReader::StartElement) {
            if (xml.name() == QLatin1String("rPh")) {
                xml.skipCurrentElement();
            } else if (xml.name() == QLatin1String("t")) {
                text += xml.readElementText(QXmlStreamReader::IncludeChildElements);
            } else {
                ++depth;
            }
        } else if (token == QXmlStreamReader::EndElement) {
            --depth;
        }
    }
    return text;
}

} // namespace

tl::unexpected<Error> XlsxReader::Workbook::damaged(const QString& detail)
{
    return fail(Error::Kind::Corrupt,
                tr("The workbook is damaged. Open it in a spreadsheet program and save it again."), detail);
}

Result<std::unique_ptr<XlsxReader::Workbook>> XlsxReader::Workbook::open(const QString& path)
{
    auto workbook = std::make_unique<Workbook>(path);
    if (!workbook->m_archive.open(QuaZip::mdUnzip)) {
        return damaged(QStringLiteral("archive"));
    }
    KEYTURN_TRY(workbook->readParts());
    return workbook;
}

Result<QHash<QString, QString>> XlsxReader::Workbook::relations(const QString& part)
{
    QHash<QString, QString> found;
    const QString folder = folderOf(part);
    const QString path = folder + QStringLiteral("_rels/") + part.mid(folder.size()) + QStringLiteral(".rels");
    Part file(m_archive, path);
    while (file.isFound() && goesOn(file.xml)) {
        if (file.xml.readNext() == QXmlStreamReader::StartElement && file.xml.name() == QLatin1String("Relationship")) {
            const QXmlStreamAttributes& attributes = file.xml.attributes();
            const QString target = resolved(part, attributes.value(QLatin1String("Target")).toString());
            found.insert(attributes.value(QLatin1String("Id")).toString(), target);
            // Transitional and strict documents differ in the front of the type, not in its end.
            const QString type = attributes.value(QLatin1String("Type")).toString().section(u'/', -1);
            found.insert(QString(u'#' + type), target);
        }
    }
    if (file.isFound() && file.xml.hasError()) {
        return damaged(path);
    }
    return found;
}

Done XlsxReader::Workbook::readParts()
{
    using Relations = QHash<QString, QString>;
    KEYTURN_LET(const Relations top, relations(QString()));
    m_root = top.value(QStringLiteral("#officeDocument"), QStringLiteral("xl/workbook.xml"));
    KEYTURN_LET(const Relations parts, relations(m_root));
    m_textsPart = parts.value(QStringLiteral("#sharedStrings"));
    m_stylesPart = parts.value(QStringLiteral("#styles"));
    Part file(m_archive, m_root);
    if (!file.isFound()) {
        return damaged(m_root);
    }
    while (goesOn(file.xml)) {
        if (file.xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        const QXmlStreamAttributes attributes = file.xml.attributes();
        if (file.xml.name() == QLatin1String("workbookPr")) {
            const auto flag = attributes.value(QLatin1String("date1904"));
            m_from1904 = flag == QLatin1String("1") || flag == QLatin1String("true");
        } else if (file.xml.name() == QLatin1String("sheet")) {
            QString id;
            for (const QXmlStreamAttribute& attribute : attributes) {
                if (attribute.name() == QLatin1String("id") && !attribute.namespaceUri().isEmpty()) {
                    id = attribute.value().toString();
                }
            }
            if (parts.contains(id)) {
                m_sheets.push_back({attributes.value(QLatin1String("name")).toString(), parts.value(id)});
            }
        }
    }
    if (file.xml.hasError() || m_sheets.empty()) {
        return damaged(m_root);
    }
    return {};
}

Done XlsxReader::Workbook::readTexts()
{
    if (m_textsPart.isEmpty()) {
        return {};
    }
    Part file(m_archive, m_textsPart);
    if (!file.isFound() || file.isTooLarge()) {
        return damaged(m_textsPart);
    }
    while (goesOn(file.xml)) {
        if (file.xml.readNext() == QXmlStreamReader::StartElement && file.xml.name() == QLatin1String("si")) {
            m_texts.push_back(richText(file.xml));
        }
    }
    return file.xml.hasError() ? Done(damaged(file.xml.errorString())) : Done();
}

Done XlsxReader::Workbook::readFormats()
{
    if (m_stylesPart.isEmpty()) {
        return {};
    }
    Part file(m_archive, m_stylesPart);
    if (!file.isFound()) {
        return {};
    }
    QHash<int, QString> formats;
    bool inCells = false;
    while (goesOn(file.xml)) {
        const QXmlStreamReader::TokenType token = file.xml.readNext();
        const auto name = file.xml.name();
        if (name == QLatin1String("cellXfs")) {
            inCells = token == QXmlStreamReader::StartElement;
        }
        if (token != QXmlStreamReader::StartElement) {
            continue;
        }
        const QXmlStreamAttributes attributes = file.xml.attributes();
        const int id = attributes.value(QLatin1String("numFmtId")).toInt();
        if (name == QLatin1String("numFmt")) {
            formats.insert(id, attributes.value(QLatin1String("formatCode")).toString());
        } else if (name == QLatin1String("xf") && inCells) {
            // ECMA-376 part 1, 18.8.30: the formats that every program knows.
            CellKind kind = CellKind::Number;
            if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58)) {
                kind = CellKind::Date;
            } else if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) {
                kind = CellKind::Time;
            } else if (id == 22) {
                kind = CellKind::DateTime;
            } else if (formats.contains(id)) {
                kind = kindOfFormat(formats.value(id));
            }
            m_kinds.push_back(kind);
        }
    }
    return file.xml.hasError() ? Done(damaged(m_stylesPart)) : Done();
}

CellKind kindOfFormat(const QString& format)
{
    // Only the first section counts; texts in quotes, escaped letters, colours and locales say nothing.
    bool date = false;
    bool time = false;
    bool minutesOrMonths = false;
    for (qsizetype i = 0; i < format.size(); ++i) {
        const QChar letter = format.at(i).toLower();
        if (letter == u';') {
            break;
        }
        if (letter == u'"') {
            const qsizetype end = format.indexOf(u'"', i + 1);
            i = end < 0 ? format.size() : end;
        } else if (letter == u'\\' || letter == u'_' || letter == u'*') {
            ++i;
        } else if (letter == u'[') {
            const qsizetype end = format.indexOf(u']', i + 1);
            const QString inside = format.mid(i + 1, end - i - 1).toLower();
            time = time || inside == QLatin1String("h") || inside == QLatin1String("hh") ||
                   inside == QLatin1String("mm") || inside == QLatin1String("m") || inside == QLatin1String("ss");
            i = end < 0 ? format.size() : end;
        } else {
            date = date || letter == u'y' || letter == u'd';
            time = time || letter == u'h' || letter == u's';
            minutesOrMonths = minutesOrMonths || letter == u'm';
        }
    }
    date = date || (minutesOrMonths && !time);
    if (date && time) {
        return CellKind::DateTime;
    }
    return date ? CellKind::Date : (time ? CellKind::Time : CellKind::Number);
}

QString cellText(double value, CellKind kind, bool from1904)
{
    if (kind != CellKind::Number && value >= 0 && value < 2958466.0) {
        const qint64 days = static_cast<qint64>(std::floor(value));
        const int seconds = static_cast<int>(std::lround((value - double(days)) * 86400.0));
        // In the 1900 system a day 60 that never was (29 February 1900) moves everything before March by one.
        const QDate zero = from1904 ? QDate(1904, 1, 1) : (days < 60 ? QDate(1899, 12, 31) : QDate(1899, 12, 30));
        const QDateTime moment = QDateTime(zero.addDays(days), QTime(0, 0), Qt::UTC).addSecs(seconds);
        const bool hasTime = kind == CellKind::DateTime || (kind == CellKind::Date && seconds != 0);
        if (kind == CellKind::Time && days == 0) {
            return moment.time().toString(moment.time().second() == 0 ? QStringLiteral("HH:mm")
                                                                      : QStringLiteral("HH:mm:ss"));
        }
        return hasTime ? moment.toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss"))
                       : moment.date().toString(QStringLiteral("yyyy-MM-dd"));
    }
    if (std::fabs(value) < 1e15) {
        return QString::number(value, 'f', value == std::floor(value) ? 0 : QLocale::FloatingPointShortest);
    }
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

} // namespace keyturn
