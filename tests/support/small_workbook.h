// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <QBuffer>
#include <QByteArray>

#include <array>

namespace keyturn::test {

struct WorkbookPart
{
    const char* path;
    const char* text;
};

/// The smallest workbook with all that ours reads: shared texts, formats, two sheets.
inline constexpr std::array workbookParts{
    WorkbookPart{"[Content_Types].xml",
                 "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
    WorkbookPart{
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
        "Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
        "Target=\"xl/workbook.xml\"/></Relationships>"},
    WorkbookPart{"xl/workbook.xml",
                 "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                 "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><workbookPr "
                 "date1904=\"0\"/><sheets><sheet name=\"People\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"More\" "
                 "sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>"},
    WorkbookPart{"xl/_rels/workbook.xml.rels",
                 "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
                 "Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
                 "Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" "
                 "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
                 "Target=\"/xl/worksheets/sheet2.xml\"/><Relationship Id=\"r3\" "
                 "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" "
                 "Target=\"sharedStrings.xml\"/><Relationship Id=\"r4\" "
                 "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" "
                 "Target=\"styles.xml\"/></Relationships>"},
    WorkbookPart{"xl/sharedStrings.xml",
                 "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>Name</t></si><si><t "
                 "xml:space=\"preserve\"> Since </t></si><si><r><t>Ann</t></r><r><t> Lee</t></r></si></sst>"},
    WorkbookPart{"xl/styles.xml",
                 "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts><numFmt "
                 "numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd hh:mm\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf "
                 "numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"},
    WorkbookPart{"xl/worksheets/sheet1.xml",
                 "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row "
                 "r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" "
                 "t=\"inlineStr\"><is><t>Amount</t></is></c></row><row r=\"3\"><c r=\"A3\" t=\"s\"><v>2</v></c><c "
                 "r=\"B3\" s=\"1\"><v>45000.5</v></c><c r=\"C3\"><f>1+1</f><v>2.50</v></c><c r=\"AA3\" "
                 "t=\"b\"><v>1</v></c><c r=\"AB3\" t=\"e\"><v>#REF!</v></c></row></sheetData></worksheet>"},
    WorkbookPart{
        "xl/worksheets/sheet2.xml",
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData/></worksheet>"},
};

/// That workbook, with another text in one of its parts; -1 for none. Its parts are stored, not packed, so that what is
/// changed in its bytes is found in what is read. Empty if it cannot be made.
inline QByteArray workbookWith(int changed, const QByteArray& text)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QuaZip archive(&buffer);
    if (!archive.open(QuaZip::mdCreate)) {
        return {};
    }
    for (size_t i = 0; i < workbookParts.size(); ++i) {
        QuaZipFile file(&archive);
        if (!file.open(QIODevice::WriteOnly, QuaZipNewInfo(QString::fromLatin1(workbookParts[i].path)), nullptr, 0,
                       0 /* stored */, 0)) {
            return {};
        }
        file.write(static_cast<int>(i) == changed ? text : QByteArray(workbookParts[i].text));
        file.close();
    }
    archive.close();
    return bytes;
}

/// A workbook that was cut off in a sheet, or lies about where it begins: what is read of the second sheet fails.
inline QByteArray brokenWorkbook()
{
    QByteArray bytes = workbookWith(-1, {});
    constexpr qsizetype headerSize = 30;
    constexpr qsizetype extraLength = 28; // of what stands between the name and the sheet itself
    const qsizetype header = bytes.indexOf("xl/worksheets/sheet2.xml<") - headerSize;
    bytes[header + extraLength + 1] = '\x2f';
    return bytes;
}

} // namespace keyturn::test
