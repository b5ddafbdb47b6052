// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/table_file.h"

#include "models/archive/csv_cell.h"
#include "models/archive/list_file.h"
#include "models/exchange/csv_reader.h"
#include "models/exchange/vcard_table.h"
#include "models/exchange/xlsx_reader.h"

#include <QFile>
#include <QFileInfo>

namespace keyturn::table_file {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::TableFile)
};

constexpr qint64 sampleBytes = 256 * 1024;
constexpr int rowsJudged = 60;
constexpr int rowsShown = 50;

tl::unexpected<Error> unreadable(const QString& path, const QString& why)
{
    return fail(Error::Kind::Storage, Words::tr("%1 cannot be opened.").arg(QFileInfo(path).fileName()), why);
}

/// A reader together with the file that it reads.
class CsvFile final : public TableReader
{
public:
    CsvFile(std::unique_ptr<QFile> file, const TableLook& look)
        : m_file(std::move(file))
        , m_reader(*m_file, look.encoding, look.dialect)
    {}

    Result<bool> next(TableRow& row) override { return m_reader.next(row); }
    [[nodiscard]] double progress() const override { return m_reader.progress(); }

private:
    std::unique_ptr<QFile> m_file;
    CsvReader m_reader;
};

QString restored(QStringView cell)
{
    return QString::fromUtf8(csv_cell::restored(cell.toUtf8()));
}

/// A list of ours: every cell as it was before it was made safe for spreadsheets.
class OurRows final : public TableReader
{
public:
    explicit OurRows(std::unique_ptr<TableReader> reader)
        : m_reader(std::move(reader))
    {}

    Result<bool> next(TableRow& row) override
    {
        KEYTURN_LET(const bool more, m_reader->next(m_row));
        row.begin(m_row.line());
        for (int i = 0; more && i < m_row.size(); ++i) {
            if (const QStringView cell = m_row.cell(i); cell.contains(u'\'')) {
                row.append(QStringView(restored(cell)));
            } else {
                row.append(cell);
            }
            row.endCell();
        }
        return more;
    }
    [[nodiscard]] double progress() const override { return m_reader->progress(); }

private:
    std::unique_ptr<TableReader> m_reader;
    TableRow m_row;
};

Result<std::unique_ptr<TableReader>> openWhole(const QString& path, const TableLook& look)
{
    if (look.format == TableLook::Format::Xlsx) {
        KEYTURN_LET(std::unique_ptr<XlsxReader> reader, XlsxReader::open(path, look.sheet));
        return std::unique_ptr<TableReader>(std::move(reader));
    }
    if (look.format == TableLook::Format::Vcard) {
        KEYTURN_LET(std::unique_ptr<VcardTable> cards, VcardTable::open(path));
        return std::unique_ptr<TableReader>(std::move(cards));
    }
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly) || !file->seek(look.markBytes)) {
        return unreadable(path, file->errorString());
    }
    return std::unique_ptr<TableReader>(std::make_unique<CsvFile>(std::move(file), look));
}

// What is certainly no table of text, by its first bytes.
QString strangeKind(QByteArrayView sample)
{
    if (sample.startsWith("%PDF")) {
        return Words::tr("This is a PDF. Export the list as CSV or as an Excel workbook (xlsx).");
    }
    if (sample.startsWith(QByteArrayView("\xd0\xcf\x11\xe0", 4))) {
        return Words::tr("This is an old Excel file (xls). Open it and save it as xlsx or CSV.");
    }
    if (sample.startsWith("PK")) {
        return Words::tr("This is an archive, not a table. Unpack it first.");
    }
    if (sample.startsWith(QByteArrayView("\x1f\x8b", 2))) {
        return Words::tr("This file is compressed. Unpack it first.");
    }
    if (sample.startsWith("SQLite format 3")) {
        return Words::tr("This is a database. Open it as a book instead.");
    }
    if (sample.startsWith("BEGIN:VCALENDAR")) {
        return Words::tr("This is a calendar, not a list of people.");
    }
    return {};
}

Done lookAtText(const QString& path, QByteArrayView sample, bool isWhole, const TableWishes& wishes, TableLook& look)
{
    const EncodingGuess guess = guessEncoding(sample);
    look.encoding = wishes.encoding.value_or(guess.encoding);
    look.markBytes = wishes.encoding && *wishes.encoding != guess.encoding ? 0 : guess.markBytes;
    const bool isWide = look.encoding == TextEncoding::Utf16Le || look.encoding == TextEncoding::Utf16Be ||
                        look.encoding == TextEncoding::Utf32Le || look.encoding == TextEncoding::Utf32Be;
    if (!isWide && sample.contains('\0')) {
        return fail(Error::Kind::Invalid,
                    Words::tr("%1 is no text. Export the list as CSV or as an Excel workbook (xlsx).")
                        .arg(QFileInfo(path).fileName()));
    }
    TextDecoder decoder(look.encoding);
    if (!decoder.isValid()) {
        return fail(Error::Kind::Invalid,
                    Words::tr("This machine cannot read %1. Save the file as UTF-8.").arg(encodingName(look.encoding)));
    }
    const QString text = decoder.decode(sample.sliced(look.markBytes));
    look.dialect = guessDialect(text, isWhole);
    if (wishes.delimiter) {
        look.dialect.delimiter = *wishes.delimiter;
    }
    if (wishes.quote) {
        look.dialect.quote = *wishes.quote;
    }
    return {};
}

// The names of the columns come from the cards: there is no header among the rows.
Result<TableLook> lookAtCards(const QString& path)
{
    TableLook look;
    look.format = TableLook::Format::Vcard;
    KEYTURN_LET(const std::unique_ptr<VcardTable> cards, VcardTable::open(path));
    look.shape.columns = cards->columns();
    TableRow row;
    while (look.firstRows.size() < rowsShown) {
        KEYTURN_LET(const bool more, cards->next(row));
        if (!more) {
            break;
        }
        look.firstRows.push_back(row.cells());
    }
    return look;
}

} // namespace

Result<TableLook> look(const QString& path, const TableWishes& wishes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return unreadable(path, file.errorString());
    }
    const QByteArray sample = file.read(sampleBytes);
    const bool isWhole = file.atEnd();
    file.close();
    if (sample.trimmed().isEmpty()) {
        return fail(Error::Kind::Invalid, Words::tr("%1 is empty.").arg(QFileInfo(path).fileName()));
    }
    TableLook found;
    if (XlsxReader::isWorkbook(sample, path)) {
        found.format = TableLook::Format::Xlsx;
        KEYTURN_LET(found.sheets, XlsxReader::sheets(path));
        found.sheet = wishes.sheet.isEmpty() ? found.sheets.value(0) : wishes.sheet;
    } else if (VcardTable::isVcard(sample)) {
        return lookAtCards(path);
    } else {
        if (const QString strange = strangeKind(sample); !strange.isEmpty()) {
            return fail(Error::Kind::Invalid, strange);
        }
        KEYTURN_TRY(lookAtText(path, sample, isWhole, wishes, found));
    }
    KEYTURN_LET(const std::unique_ptr<TableReader> reader, openWhole(path, found));
    TableRow row;
    while (found.firstRows.size() < rowsJudged) {
        KEYTURN_LET(const bool more, reader->next(row));
        if (!more) {
            break;
        }
        found.firstRows.push_back(row.cells());
    }
    const TableShape guess = guessShape(found.firstRows);
    found.shape = shapeOf(found.firstRows, wishes.skippedRows.value_or(guess.skippedRows),
                          wishes.hasHeader.value_or(guess.hasHeader));
    const auto above = static_cast<std::ptrdiff_t>(found.shape.skippedRows + (found.shape.hasHeader ? 1 : 0));
    found.firstRows.erase(found.firstRows.begin(), found.firstRows.begin() + above);
    if (found.firstRows.size() > rowsShown) {
        found.firstRows.resize(rowsShown);
    }
    found.isOurs = found.format == TableLook::Format::Csv && found.shape.hasHeader && found.shape.skippedRows == 0 &&
                   list_file::isOurs(found.shape.columns);
    for (QStringList& cells : found.firstRows) {
        for (QString& cell : cells) {
            cell = found.isOurs ? restored(cell) : cell;
        }
    }
    return found;
}

Result<std::unique_ptr<TableReader>> open(const QString& path, const TableLook& look)
{
    KEYTURN_LET(std::unique_ptr<TableReader> reader, openWhole(path, look));
    TableRow row;
    for (int above = look.shape.skippedRows + (look.shape.hasHeader ? 1 : 0); above > 0; --above) {
        KEYTURN_LET(const bool more, reader->next(row));
        if (!more) {
            break;
        }
    }
    if (look.isOurs) {
        reader = std::make_unique<OurRows>(std::move(reader));
    }
    return reader;
}

} // namespace keyturn::table_file
