// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/archive_reader.h"

#include "models/archive/book_tables.h"
#include "models/archive/csv_cell.h"
#include "models/archive/csv_rows.h"
#include "models/archive/lead_pages.h"
#include "models/storage/connection.h"
#include "models/storage/migrator.h"
#include "models/storage/transaction.h"

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::BookArchive)
};

constexpr qint64 pieceBytes = 256 * 1024;
constexpr qint64 mostManifest = 64 * 1024 * 1024;
constexpr int rowsBetweenLooks = 512;

tl::unexpected<Error> damaged(const QString& member)
{
    return fail(
        Error::Kind::Corrupt,
        Words::tr("The archive is damaged: its part “%1” is not what was written. Nothing was changed.").arg(member),
        member);
}

/// Hands the bytes of a member on, piece by piece, and checks that they are the ones that the manifest knows.
template<typename Use>
Done readMember(QuaZip& zip, const BookManifest::Member& member, Use use)
{
    if (!zip.setCurrentFile(member.path)) {
        return damaged(member.path);
    }
    QuaZipFile file(&zip);
    if (!file.open(QIODevice::ReadOnly)) {
        return damaged(member.path);
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 bytes = 0;
    for (;;) {
        const QByteArray piece = file.read(pieceBytes);
        if (piece.isEmpty()) {
            break;
        }
        bytes += piece.size();
        if (bytes > member.bytes) {
            return damaged(member.path);
        }
        hash.addData(piece);
        KEYTURN_TRY(use(piece));
    }
    file.close();
    if (bytes != member.bytes || file.getZipError() != 0 || hash.result().toHex() != member.sha256) {
        return damaged(member.path);
    }
    return {};
}

} // namespace

struct ArchiveReader::Zip
{
    explicit Zip(const QString& path)
        : archive(path)
    {}
    QuaZip archive;
};

ArchiveReader::ArchiveReader(std::unique_ptr<Zip> zip)
    : m_zip(std::move(zip))
{}

ArchiveReader::~ArchiveReader() = default;

bool ArchiveReader::isArchive(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(4) == QByteArray("PK\x03\x04", 4);
}

Result<std::unique_ptr<ArchiveReader>> ArchiveReader::open(const QString& path)
{
    std::unique_ptr<ArchiveReader> reader(new ArchiveReader(std::make_unique<Zip>(path)));
    QuaZip& zip = reader->m_zip->archive;
    if (!zip.open(QuaZip::mdUnzip)) {
        return fail(Error::Kind::Corrupt,
                    Words::tr("%1 is no zip archive, or it is damaged.").arg(QFileInfo(path).fileName()), path);
    }
    if (!zip.setCurrentFile(BookManifest::path())) {
        return fail(Error::Kind::Invalid, Words::tr("This archive is not the export of a Keyturn book."), path);
    }
    QuaZipFile file(&zip);
    if (!file.open(QIODevice::ReadOnly) || file.usize() > mostManifest) {
        return damaged(BookManifest::path());
    }
    const QByteArray json = file.read(mostManifest);
    file.close();
    if (file.getZipError() != 0) {
        return damaged(BookManifest::path());
    }
    KEYTURN_LET(reader->m_manifest, BookManifest::fromJson(json));
    const int newest = Migrator(Dialect::Sqlite).newest();
    if (reader->m_manifest.schemaVersion > newest) {
        return fail(Error::Kind::TooNew,
                    Words::tr("This archive was made by a newer version of Keyturn. Update Keyturn to read it."), path);
    }
    return reader;
}

/// One filling of a book.
class ArchiveReader::Loading
{
public:
    Loading(Connection& book, QuaZip& zip, const BookManifest& manifest, WorkWatch* watch)
        : m_book(book)
        , m_zip(zip)
        , m_manifest(manifest)
        , m_watch(watch)
    {}

    Done run(const std::vector<BookTable>& tables);

private:
    [[nodiscard]] const BookManifest::Member* contentOf(const QByteArray& sha256) const;
    Done readTable(const BookTable& table, const BookManifest::Member& member);
    Done readHeader(const CsvRows::Cells& cells, const BookTable& table, const BookManifest::Member& member);
    Done writeRow(const CsvRows::Cells& cells, Statement& insert, const BookManifest::Member& member);
    Done bindContent(const CsvRows::Cells& cells, Statement& insert, const BookManifest::Member& member);
    Done look();

    Connection& m_book;
    QuaZip& m_zip;
    const BookManifest& m_manifest;
    WorkWatch* m_watch;
    std::vector<BookTable::Column> m_columns; ///< of the file under way
    bool m_hasContent = false;                ///< each of its rows has a document's bytes in a member of their own
    int m_sinceLook = 0;
};

Done ArchiveReader::Loading::look()
{
    if (++m_sinceLook >= rowsBetweenLooks && m_watch != nullptr) {
        m_watch->done += m_sinceLook;
        m_sinceLook = 0;
        if (m_watch->cancelled) {
            return fail(stopped());
        }
    }
    return {};
}

const BookManifest::Member* ArchiveReader::Loading::contentOf(const QByteArray& sha256) const
{
    const auto found = std::ranges::find_if(m_manifest.members, [&](const BookManifest::Member& member) {
        return member.sha256 == sha256 && member.path.startsWith(QLatin1String("documents/"));
    });
    return found == m_manifest.members.end() ? nullptr : &*found;
}

Done ArchiveReader::Loading::readHeader(const CsvRows::Cells& cells, const BookTable& table,
                                        const BookManifest::Member& member)
{
    m_columns.clear();
    QSet<QString> seen;
    for (const std::optional<QByteArray>& cell : cells) {
        const int column = table.indexOf(QString::fromUtf8(cell.value_or(QByteArray())));
        if (column < 0) {
            return damaged(member.path);
        }
        m_columns.push_back(table.columns[static_cast<size_t>(column)]);
        seen.insert(m_columns.back().name);
    }
    m_hasContent = table.name == QLatin1String("document_contents") && !seen.contains(QStringLiteral("data"));
    if (static_cast<size_t>(seen.size()) != table.columns.size() - (m_hasContent ? 1 : 0) ||
        m_columns.size() != static_cast<size_t>(seen.size())) {
        return damaged(member.path);
    }
    return {};
}

// The archive stands on this member: what is read meanwhile is read to its end first, document tables are small.
Done ArchiveReader::Loading::bindContent(const CsvRows::Cells& cells, Statement& insert,
                                         const BookManifest::Member& member)
{
    QByteArray sha256;
    for (size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].name == QLatin1String("sha256")) {
            sha256 = cells[i].value_or(QByteArray());
        }
    }
    const BookManifest::Member* content = contentOf(sha256);
    if (content == nullptr) {
        return damaged(member.path);
    }
    QByteArray data;
    KEYTURN_TRY(readMember(m_zip, *content, [&data](const QByteArray& piece) -> Done {
        data += piece;
        return {};
    }));
    insert.bind(data);
    return {};
}

Done ArchiveReader::Loading::writeRow(const CsvRows::Cells& cells, Statement& insert,
                                      const BookManifest::Member& member)
{
    if (cells.size() != m_columns.size()) {
        return damaged(member.path);
    }
    for (size_t i = 0; i < cells.size(); ++i) {
        const std::optional<QByteArray>& cell = cells[i];
        bool isNumber = true;
        if (!cell) {
            insert.bind(nullptr);
        } else if (m_columns[i].type == BookTable::Type::Integer) {
            insert.bind(cell->toLongLong(&isNumber));
        } else if (m_columns[i].type == BookTable::Type::Real) {
            insert.bind(cell->toDouble(&isNumber));
        } else if (m_columns[i].type == BookTable::Type::Text) {
            insert.bind(QString::fromUtf8(csv_cell::restored(*cell)));
        } else {
            insert.bind(QByteArray::fromBase64(*cell));
        }
        if (!isNumber) {
            return damaged(member.path);
        }
    }
    if (m_hasContent) {
        KEYTURN_TRY(bindContent(cells, insert, member));
    }
    KEYTURN_TRY(insert.run());
    return look();
}

Done ArchiveReader::Loading::readTable(const BookTable& table, const BookManifest::Member& member)
{
    CsvRows rows;
    CsvRows::Cells cells;
    std::vector<CsvRows::Cells> waiting; // rows whose documents are read once this member is through
    std::optional<Statement> insert;
    qint64 count = 0;
    const Done read = readMember(m_zip, member, [&](const QByteArray& piece) -> Done {
        rows.feed(piece);
        while (rows.next(cells)) {
            if (insert) {
                ++count;
                if (m_hasContent) {
                    waiting.push_back(cells);
                } else {
                    KEYTURN_TRY(writeRow(cells, *insert, member));
                }
                continue;
            }
            KEYTURN_TRY(readHeader(cells, table, member));
            QStringList names;
            QStringList places;
            for (const BookTable::Column& column : m_columns) {
                names << column.name;
                places << QStringLiteral("?");
            }
            if (m_hasContent) {
                names << QStringLiteral("data");
                places << QStringLiteral("?");
            }
            KEYTURN_LET(Statement prepared, m_book.prepare(QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
                                                               .arg(table.name, names.join(QStringLiteral(", ")),
                                                                    places.join(QStringLiteral(", ")))));
            insert.emplace(std::move(prepared));
        }
        return {};
    });
    KEYTURN_TRY(read);
    for (const CsvRows::Cells& row : waiting) {
        KEYTURN_TRY(writeRow(row, *insert, member));
    }
    if (!insert || !rows.isClean() || count != member.rows) {
        return damaged(member.path);
    }
    return {};
}

Done ArchiveReader::Loading::run(const std::vector<BookTable>& tables)
{
    QSet<QString> missing;
    for (const BookTable& table : tables) {
        missing.insert(table.name);
        // What a fresh schema puts in by itself comes from the archive too.
        KEYTURN_TRY(m_book.run(QStringLiteral("DELETE FROM ") + table.name));
    }
    qint64 total = 0;
    for (const BookManifest::Member& member : m_manifest.members) {
        total += member.rows;
    }
    if (m_watch != nullptr) {
        m_watch->total = total;
    }
    for (const BookManifest::Member& member : m_manifest.members) {
        if (member.path.startsWith(QLatin1String("documents/"))) {
            continue;
        }
        const auto table = std::ranges::find_if(
            tables, [&](const BookTable& one) { return member.path == QStringLiteral("tables/%1.csv").arg(one.name); });
        if (table == tables.end() || !missing.remove(table->name)) {
            return damaged(member.path);
        }
        KEYTURN_TRY(readTable(*table, member));
    }
    if (!missing.isEmpty()) {
        return damaged(QStringLiteral("tables/%1.csv").arg(*missing.cbegin()));
    }
    return {};
}

Done ArchiveReader::load(Connection& book, const Clock& clock, WorkWatch* watch)
{
    KEYTURN_TRY(beginDraft(book));
    // The schema of then, filled; what came after is done to it as to any book.
    std::vector<Migration> then = Migrator::shipped(Dialect::Sqlite);
    std::erase_if(then, [this](const Migration& one) { return one.version > m_manifest.schemaVersion; });
    KEYTURN_TRY(Migrator(then).migrate(book, clock));
    KEYTURN_LET(const std::vector<BookTable> tables, bookTables(book));
    KEYTURN_TRY(book.script(QStringLiteral("PRAGMA foreign_keys = OFF")));
    {
        KEYTURN_LET(Transaction transaction, Transaction::begin(book));
        BareBook bare(book);
        KEYTURN_TRY(bare.strip());
        KEYTURN_TRY(Loading(book, m_zip->archive, m_manifest, watch).run(tables));
        book.clearStatements();
        // Two of what there may be one of shows itself here.
        if (const Done dressed = bare.dress(); !dressed) {
            return dressed.error().kind == Error::Kind::Constraint ? damaged(dressed.error().detail) : dressed;
        }
        KEYTURN_TRY(transaction.commit());
    }
    book.clearStatements();
    KEYTURN_TRY(book.script(QStringLiteral("PRAGMA foreign_keys = ON")));
    KEYTURN_TRY(endDraft(book));
    KEYTURN_TRY(Migrator(Dialect::Sqlite).migrate(book, clock));
    return {};
}

} // namespace keyturn
