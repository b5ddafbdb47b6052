// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/archive_writer.h"

#include "models/archive/book_tables.h"
#include "models/archive/csv_cell.h"
#include "models/archive/lead_pages.h"
#include "models/archive/whole_file.h"
#include "models/storage/connection.h"
#include "models/storage/migrator.h"

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipnewinfo.h>

#include <QCoreApplication>
#include <QCryptographicHash>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::BookArchive)
};

constexpr qsizetype flushBytes = 256 * 1024;
constexpr int rowsBetweenLooks = 512;

/// One member while it is written.
class MemberWriter
{
public:
    MemberWriter(QuaZip& zip, const QString& path, Instant now)
        : m_file(&zip)
    {
        m_member.path = path;
        QuaZipNewInfo info(path);
        info.dateTime = now.toUtc();
        info.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        m_isGood = m_file.open(QIODevice::WriteOnly, info);
    }

    void write(QByteArrayView bytes)
    {
        m_hash.addData(bytes.toByteArray());
        m_member.bytes += bytes.size();
        m_isGood = m_isGood && m_file.write(bytes.data(), bytes.size()) == bytes.size();
    }
    void addRow() { ++m_member.rows; }
    /// Nothing if it could not be written.
    std::optional<BookManifest::Member> finish()
    {
        m_file.close();
        m_member.sha256 = m_hash.result().toHex();
        return m_isGood && m_file.getZipError() == 0 ? std::optional(m_member) : std::nullopt;
    }

private:
    QuaZipFile m_file;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    BookManifest::Member m_member;
    bool m_isGood = false;
};

void appendValue(QByteArray& line, const Statement& row, int index, BookTable::Type type)
{
    if (row.isNull(index)) {
        return;
    }
    switch (type) {
    case BookTable::Type::Integer:
        line += QByteArray::number(row.integer(index));
        break;
    case BookTable::Type::Real:
        line += QByteArray::number(row.real(index), 'g', 17);
        break;
    case BookTable::Type::Text:
        csv_cell::append(line, csv_cell::defused(row.utf8(index)), true);
        break;
    case BookTable::Type::Blob:
        csv_cell::append(line, row.blob(index).toBase64(), true);
        break;
    }
}

// What people can make something of, and every system takes.
QString memberName(const QString& sha256, const QString& fileName)
{
    QString safe;
    for (const QChar letter : fileName) {
        safe += letter.isLetterOrNumber() || letter == u'.' || letter == u'-' || letter == u' ' ? letter : QChar(u'_');
    }
    return QStringLiteral("documents/%1 %2").arg(sha256.left(16), safe.right(80)).trimmed();
}

class ArchiveWriter
{
public:
    ArchiveWriter(Connection& book, const Catalogue& catalogue, Instant now, WorkWatch* watch, QuaZip& zip)
        : m_book(book)
        , m_catalogue(catalogue)
        , m_now(now)
        , m_watch(watch)
        , m_zip(zip)
    {}

    Result<BookManifest> run();

private:
    Result<QString> selection(const BookTable& table, std::vector<BookTable::Column>& columns) const;
    Done writeTable(const BookTable& table);
    Done writeDocuments();
    Done look(qint64 more);
    Done keep(std::optional<BookManifest::Member> member);

    Connection& m_book;
    const Catalogue& m_catalogue;
    Instant m_now;
    WorkWatch* m_watch;
    QuaZip& m_zip;
    BookManifest m_manifest;
};

Done ArchiveWriter::look(qint64 more)
{
    if (m_watch != nullptr) {
        m_watch->done += more;
        if (m_watch->cancelled) {
            return fail(stopped());
        }
    }
    return {};
}

Done ArchiveWriter::keep(std::optional<BookManifest::Member> member)
{
    if (!member) {
        return fail(Error::Kind::Storage,
                    Words::tr("The archive could not be written to its end; the disk may be full. Nothing was left "
                              "behind."));
    }
    m_manifest.members.push_back(*member);
    return {};
}

Result<QString> ArchiveWriter::selection(const BookTable& table, std::vector<BookTable::Column>& columns) const
{
    QStringList names;
    QString where;
    for (const BookTable::Column& column : table.columns) {
        if (table.name == QLatin1String("document_contents") && column.name == QLatin1String("data")) {
            continue; // a member of its own
        }
        columns.push_back(column);
        names << (table.name == QLatin1String("tasks") && column.name == QLatin1String("note_id")
                      ? QStringLiteral("CASE WHEN note_id NOT IN (SELECT id FROM lead_notes WHERE is_private = 1 AND "
                                       "user_id IS NOT '%1') THEN note_id END")
                            .arg(m_catalogue.me.toString())
                      : column.name);
    }
    if (table.name == QLatin1String("lead_notes")) {
        where = QStringLiteral("WHERE is_private = 0 OR user_id = '%1'").arg(m_catalogue.me.toString());
    } else if (table.name == QLatin1String("undo_stack") && m_manifest.privateNotesOut > 0) {
        where = QStringLiteral("WHERE 0");
    }
    return QStringLiteral("SELECT %1 FROM %2 %3 ORDER BY %4")
        .arg(names.join(QStringLiteral(", ")), table.name, where, table.order);
}

Done ArchiveWriter::writeTable(const BookTable& table)
{
    std::vector<BookTable::Column> columns;
    KEYTURN_LET(const QString sql, selection(table, columns));
    MemberWriter member(m_zip, QStringLiteral("tables/%1.csv").arg(table.name), m_now);
    QByteArray text;
    for (size_t i = 0; i < columns.size(); ++i) {
        text += (i == 0 ? "" : ",") + columns[i].name.toUtf8();
    }
    text += "\r\n";
    int sinceLook = 0;
    const Done written = m_book.select(sql, [&](const Statement& row) -> Done {
        for (size_t i = 0; i < columns.size(); ++i) {
            text += i == 0 ? "" : ",";
            appendValue(text, row, static_cast<int>(i), columns[i].type);
        }
        text += "\r\n";
        member.addRow();
        if (text.size() > flushBytes) {
            member.write(text);
            text.resize(0);
        }
        if (++sinceLook == rowsBetweenLooks) {
            KEYTURN_TRY(look(sinceLook));
            sinceLook = 0;
        }
        return {};
    });
    KEYTURN_TRY(written);
    member.write(text);
    KEYTURN_TRY(look(sinceLook));
    return keep(member.finish());
}

Done ArchiveWriter::writeDocuments()
{
    std::vector<std::pair<QString, QString>> contents;
    KEYTURN_TRY(m_book.select(
        QStringLiteral("SELECT DISTINCT c.sha256, (SELECT d.file_name FROM documents d WHERE d.file_sha256 = c.sha256 "
                       "ORDER BY d.rowid LIMIT 1) FROM document_contents c ORDER BY c.rowid"),
        [&contents](const Statement& row) { contents.emplace_back(row.text(0), row.text(1)); }));
    for (const auto& [sha256, name] : contents) {
        MemberWriter member(m_zip, memberName(sha256, name), m_now);
        KEYTURN_TRY(m_book.select(
            QStringLiteral("SELECT data FROM document_contents WHERE sha256 = ? LIMIT 1"),
            [&member](const Statement& row) { member.write(row.blob(0)); }, sha256));
        KEYTURN_TRY(look(1));
        KEYTURN_TRY(keep(member.finish()));
    }
    return {};
}

Result<BookManifest> ArchiveWriter::run()
{
    m_manifest.madeAt = m_now;
    m_manifest.organization = m_catalogue.organizationName;
    const User* me = m_catalogue.user(m_catalogue.me);
    m_manifest.madeBy = me != nullptr ? me->email : QString();
    KEYTURN_LET(m_manifest.schemaVersion, Migrator(Dialect::Sqlite).version(m_book));
    KEYTURN_LET(
        m_manifest.privateNotesOut,
        m_book.number(QStringLiteral("SELECT count(*) FROM lead_notes WHERE is_private = 1 AND user_id IS NOT ?"),
                      m_catalogue.me));
    KEYTURN_LET(const std::vector<BookTable> tables, bookTables(m_book));
    if (m_watch != nullptr) {
        qint64 total = 0;
        for (const BookTable& table : tables) {
            KEYTURN_LET(const qint64 rows, m_book.number(QStringLiteral("SELECT count(*) FROM ") + table.name));
            total += rows;
        }
        m_watch->total = total;
    }
    for (const BookTable& table : tables) {
        KEYTURN_TRY(writeTable(table));
    }
    KEYTURN_TRY(writeDocuments());
    MemberWriter manifest(m_zip, BookManifest::path(), m_now);
    manifest.write(m_manifest.toJson());
    const BookManifest whole = m_manifest;
    KEYTURN_TRY(keep(manifest.finish()));
    return whole;
}

} // namespace

Result<BookManifest> writeArchive(Connection& book, const Catalogue& catalogue, Instant now, WorkWatch* watch,
                                  WholeFile& file)
{
    QuaZip zip(&file.device());
    zip.setAutoClose(false);
    zip.setZip64Enabled(true);
    zip.setUtf8Enabled(true);
    if (!zip.open(QuaZip::mdCreate)) {
        return fail(Error::Kind::Storage, Words::tr("The archive cannot be begun."),
                    QString::number(zip.getZipError()));
    }
    Result<BookManifest> written = ArchiveWriter(book, catalogue, now, watch, zip).run();
    zip.close();
    if (written && zip.getZipError() != 0) {
        return fail(Error::Kind::Storage,
                    Words::tr("The archive could not be written to its end; the disk may be full. Nothing was left "
                              "behind."),
                    QString::number(zip.getZipError()));
    }
    return written;
}

} // namespace keyturn
