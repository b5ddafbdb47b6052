// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/table_file.h"
#include "tests/fuzz/promise.h"
#include "tests/fuzz/rows.h"
#include "tests/fuzz/targets.h"

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <QBuffer>

#include <array>

namespace keyturn::fuzz {

namespace {

struct Part
{
    const char* path;
    const char* text;
};

constexpr const char* mainSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

// The smallest workbook with all that ours reads: shared texts, formats, two sheets.
constexpr std::array parts{
    Part{"[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
    Part{"_rels/.rels",
         "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
         "Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
         "Target=\"xl/workbook.xml\"/></Relationships>"},
    Part{"xl/workbook.xml",
         "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
         "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><workbookPr "
         "date1904=\"0\"/><sheets><sheet name=\"People\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"More\" "
         "sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>"},
    Part{"xl/_rels/workbook.xml.rels",
         "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
         "Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
         "Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" "
         "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
         "Target=\"/xl/worksheets/sheet2.xml\"/><Relationship Id=\"r3\" "
         "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" "
         "Target=\"sharedStrings.xml\"/><Relationship Id=\"r4\" "
         "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" "
         "Target=\"styles.xml\"/></Relationships>"},
    Part{"xl/sharedStrings.xml",
         "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>Name</t></si><si><t "
         "xml:space=\"preserve\"> Since </t></si><si><r><t>Ann</t></r><r><t> Lee</t></r></si></sst>"},
    Part{"xl/styles.xml",
         "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts><numFmt "
         "numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd hh:mm\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf "
         "numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"},
    Part{"xl/worksheets/sheet1.xml",
         "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row "
         "r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" "
         "t=\"inlineStr\"><is><t>Amount</t></is></c></row><row r=\"3\"><c r=\"A3\" t=\"s\"><v>2</v></c><c "
         "r=\"B3\" s=\"1\"><v>45000.5</v></c><c r=\"C3\"><f>1+1</f><v>2.50</v></c><c r=\"AA3\" "
         "t=\"b\"><v>1</v></c><c r=\"AB3\" t=\"e\"><v>#REF!</v></c></row></sheetData></worksheet>"},
    Part{"xl/worksheets/sheet2.xml",
         "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData/></worksheet>"},
};

// What is in the archive is stored, not packed: the fuzzer is to find faults of ours, not of zlib.
QByteArray workbookWith(int changed, QByteArrayView text)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QuaZip archive(&buffer);
    KEYTURN_PROMISE(archive.open(QuaZip::mdCreate));
    for (size_t i = 0; i < parts.size(); ++i) {
        QuaZipFile file(&archive);
        KEYTURN_PROMISE(file.open(QIODevice::WriteOnly, QuaZipNewInfo(QString::fromLatin1(parts[i].path)), nullptr, 0,
                                  0 /* stored */, 0));
        const QByteArray part = static_cast<int>(i) == changed ? text.toByteArray() : QByteArray(parts[i].text);
        file.write(part);
        file.close();
    }
    archive.close();
    return bytes;
}

} // namespace

void runXlsx(QByteArrayView bytes)
{
    Q_UNUSED(mainSpace)
    if (bytes.isEmpty()) {
        return;
    }
    const auto which = static_cast<unsigned char>(bytes.front()) % (parts.size() + 1);
    const QByteArrayView text = bytes.sliced(1);
    const QByteArray workbook =
        which == parts.size() ? text.toByteArray() : workbookWith(static_cast<int>(which), text);
    const QString path = fileWith(workbook, ".xlsx");
    const auto look = table_file::look(path);
    if (!look) {
        KEYTURN_PROMISE(!look.error().message.isEmpty());
        return;
    }
    for (const QString& sheet : look->sheets) {
        TableWishes wishes;
        wishes.sheet = sheet;
        const auto other = table_file::look(path, wishes);
        if (other) {
            if (const auto reader = table_file::open(path, *other)) {
                readAndUnderstand(**reader, workbook.size() + 1);
            }
        }
    }
}

std::vector<QByteArray> xlsxCorpus()
{
    std::vector<QByteArray> all;
    for (size_t i = 0; i < parts.size(); ++i) {
        all.push_back(QByteArray(1, static_cast<char>(i)) + parts[i].text);
    }
    all.push_back(QByteArray(1, static_cast<char>(parts.size())) + workbookWith(-1, {}));
    return all;
}

} // namespace keyturn::fuzz
