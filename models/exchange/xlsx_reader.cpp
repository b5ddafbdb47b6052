// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/xlsx_reader.h"

#include "models/exchange/xlsx_workbook.h"

#include <quazip/quazipfile.h>

namespace keyturn {

namespace {

constexpr int mostColumns = 16384; // XFD, the last one of Excel

// "BC12" is column 54; -1 if it names none.
int columnOf(QStringView reference)
{
    int column = 0;
    for (const QChar letter : reference) {
        const char16_t code = letter.unicode();
        if (code < u'A' || code > u'Z') {
            break;
        }
        column = column * 26 + (code - u'A' + 1);
        if (column > mostColumns) {
            return -1;
        }
    }
    return column - 1;
}

} // namespace

/// The rows of one sheet, read as they are asked for.
class XlsxReader::Sheet
{
public:
    Sheet(Workbook& workbook, const QString& part)
        : m_workbook(workbook)
        , m_part(part)
        , m_file(&workbook.archive())
    {}

    Done open()
    {
        if (!m_workbook.archive().setCurrentFile(m_part) || !m_file.open(QIODevice::ReadOnly)) {
            return Workbook::damaged(m_part);
        }
        m_xml.setDevice(&m_file);
        return {};
    }

    Result<bool> next(TableRow& row);
    [[nodiscard]] double progress() const
    {
        const qint64 size = m_file.usize();
        return size <= 0 ? 1.0 : std::min(1.0, double(m_file.pos()) / double(size));
    }

private:
    Result<QStringList> readRow();
    Result<QString> readCell();

    Workbook& m_workbook;
    QString m_part;
    QuaZipFile m_file;
    QXmlStreamReader m_xml;
    qint64 m_line = 0;
};

Result<QString> XlsxReader::Sheet::readCell()
{
    const QXmlStreamAttributes attributes = m_xml.attributes();
    const QString type = attributes.value(QLatin1String("t")).toString();
    const int style = attributes.value(QLatin1String("s")).toInt();
    QString value;
    QString inlined;
    while (m_xml.readNextStartElement()) {
        if (m_xml.name() == QLatin1String("v")) {
            value = m_xml.readElementText(QXmlStreamReader::IncludeChildElements);
        } else if (m_xml.name() == QLatin1String("is")) {
            while (m_xml.readNextStartElement()) {
                if (m_xml.name() == QLatin1String("rPh")) {
                    m_xml.skipCurrentElement();
                } else {
                    inlined += m_xml.readElementText(QXmlStreamReader::IncludeChildElements);
                }
            }
        } else {
            m_xml.skipCurrentElement();
        }
    }
    if (type == QLatin1String("s")) {
        bool isNumber = false;
        const QString* const text = m_workbook.text(value.toInt(&isNumber));
        if (!isNumber || text == nullptr) {
            return Workbook::damaged(QStringLiteral("shared string %1").arg(value));
        }
        return *text;
    }
    if (type == QLatin1String("inlineStr")) {
        return inlined;
    }
    if (type == QLatin1String("b")) {
        return value == QLatin1String("1") ? QStringLiteral("TRUE") : QStringLiteral("FALSE");
    }
    if (type.isEmpty() || type == QLatin1String("n")) {
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        return isNumber ? cellText(number, m_workbook.kindOf(style), m_workbook.from1904()) : value;
    }
    return value; // the text of a formula, an ISO date, an error such as #N/A
}

Result<QStringList> XlsxReader::Sheet::readRow()
{
    QStringList cells;
    while (m_xml.readNextStartElement()) {
        if (m_xml.name() != QLatin1String("c")) {
            m_xml.skipCurrentElement();
            continue;
        }
        const QString reference = m_xml.attributes().value(QLatin1String("r")).toString();
        const int column = reference.isEmpty() ? static_cast<int>(cells.size()) : columnOf(reference);
        if (column < 0) {
            return Workbook::damaged(reference);
        }
        KEYTURN_LET(const QString text, readCell());
        while (cells.size() <= column) {
            cells.append(QString());
        }
        cells[column] = text;
    }
    return cells;
}

Result<bool> XlsxReader::Sheet::next(TableRow& row)
{
    while (goesOn(m_xml)) {
        const QXmlStreamReader::TokenType token = m_xml.readNext();
        if (token == QXmlStreamReader::EndElement && m_xml.name() == QLatin1String("sheetData")) {
            return false;
        }
        if (token != QXmlStreamReader::StartElement || m_xml.name() != QLatin1String("row")) {
            continue;
        }
        bool isNumber = false;
        const qint64 said = m_xml.attributes().value(QLatin1String("r")).toLongLong(&isNumber);
        m_line = isNumber ? said : m_line + 1;
        KEYTURN_LET(const QStringList cells, readRow());
        row.begin(m_line);
        for (const QString& cell : cells) {
            row.append(QStringView(cell));
            row.endCell();
        }
        if (!row.isBlank()) {
            return true;
        }
    }
    if (m_xml.hasError()) {
        return Workbook::damaged(m_xml.errorString());
    }
    return false;
}

XlsxReader::XlsxReader(std::unique_ptr<Workbook> workbook, std::unique_ptr<Sheet> sheet)
    : m_workbook(std::move(workbook))
    , m_sheet(std::move(sheet))
{}

XlsxReader::~XlsxReader() = default;

bool XlsxReader::isWorkbook(QByteArrayView firstBytes, const QString& path)
{
    // What calls itself one is one, however damaged: nobody shall be told to unpack it.
    return firstBytes.startsWith("PK") &&
           (path.endsWith(QLatin1String(".xlsx"), Qt::CaseInsensitive) || Workbook::open(path).has_value());
}

Result<QStringList> XlsxReader::sheets(const QString& path)
{
    KEYTURN_LET(const std::unique_ptr<Workbook> workbook, Workbook::open(path));
    QStringList names;
    for (const Workbook::SheetPart& sheet : workbook->sheets()) {
        names.append(sheet.name);
    }
    return names;
}

Result<std::unique_ptr<XlsxReader>> XlsxReader::open(const QString& path, const QString& sheet)
{
    KEYTURN_LET(std::unique_ptr<Workbook> workbook, Workbook::open(path));
    for (const Workbook::SheetPart& known : workbook->sheets()) {
        if (sheet.isEmpty() || known.name == sheet) {
            KEYTURN_TRY(workbook->readTexts());
            KEYTURN_TRY(workbook->readFormats());
            auto rows = std::make_unique<Sheet>(*workbook, known.part);
            KEYTURN_TRY(rows->open());
            return std::unique_ptr<XlsxReader>(new XlsxReader(std::move(workbook), std::move(rows)));
        }
    }
    return fail(Error::Kind::Invalid, tr("The workbook has no sheet “%1”.").arg(sheet));
}

Result<bool> XlsxReader::next(TableRow& row)
{
    return m_sheet->next(row);
}

double XlsxReader::progress() const
{
    return m_sheet->progress();
}

} // namespace keyturn
