// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/rescue_rows.h"

#include "models/archive/book_tables.h"
#include "models/archive/lead_pages.h"
#include "models/archive/sqlite_pages.h"
#include "models/archive/stand_ins.h"
#include "models/storage/connection.h"
#include "models/storage/transaction.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QUuid>

#include <algorithm>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Rescue)
};

/// The names of the tables that pages belong to, as far as the file's own tree tells.
class PageOwners
{
public:
    explicit PageOwners(SqlitePages& pages)
        : m_pages(pages)
    {
        if (!pages.hasHeader()) {
            return;
        }
        std::vector<quint32> schema{1};
        walk(1, QStringLiteral("sqlite_master"), 0);
        for (auto page = m_owners.cbegin(); page != m_owners.cend(); ++page) {
            schema.push_back(page.key());
        }
        std::vector<std::pair<quint32, QString>> roots;
        for (const quint32 number : schema) {
            const auto leaf = readLeaf(pages, number);
            for (const SqliteRow& row : leaf ? leaf->rows : std::vector<SqliteRow>()) {
                if (row.values.size() == 5 && row.values[0].bytes == "table" && row.values[3].integer > 1) {
                    roots.emplace_back(static_cast<quint32>(row.values[3].integer),
                                       QString::fromUtf8(row.values[1].bytes));
                }
            }
        }
        for (const auto& [root, table] : roots) {
            walk(root, table, 0);
        }
    }

    [[nodiscard]] QString ownerOf(quint32 page) const { return m_owners.value(page); }
    /// Pages that held rows, by what points at them.
    [[nodiscard]] const QHash<quint32, QString>& all() const { return m_owners; }

private:
    void walk(quint32 number, const QString& table, int depth)
    {
        constexpr int deepest = 20;
        if (depth > deepest || number == 0 || number > m_pages.count() || m_seen.contains(number)) {
            return;
        }
        m_seen.insert(number);
        const auto children = readInner(m_pages, number);
        for (const quint32 child : children ? *children : std::vector<quint32>()) {
            walk(child, table, depth + 1);
        }
        // The inner pages of a table by key hold rows as well.
        if (!children || readKeyed(m_pages, number)) {
            m_owners.insert(number, table);
        }
    }

    SqlitePages& m_pages;
    QSet<quint32> m_seen;
    QHash<quint32, QString> m_owners;
};

class RowSaver
{
public:
    RowSaver(SqlitePages& pages, Connection& book, std::vector<BookTable> tables, WorkWatch* watch)
        : m_pages(pages)
        , m_book(book)
        , m_tables(std::move(tables))
        , m_owners(pages)
        , m_watch(watch)
    {}

    Result<RescueCount> run();

private:
    Done savePage(quint32 number, const SqliteLeaf& leaf);
    Result<bool> saveAs(const BookTable& table, const SqliteRow& row, bool keepsNumber);
    [[nodiscard]] static bool fits(const BookTable& table, const SqliteRow& row);

    SqlitePages& m_pages;
    Connection& m_book;
    const std::vector<BookTable> m_tables;
    const PageOwners m_owners;
    WorkWatch* m_watch;
    RescueCount m_count;
};

// What a table of ours can hold at all; the rest is said by its own rules when the row is written.
bool RowSaver::fits(const BookTable& table, const SqliteRow& row)
{
    // Without the tree nobody can tell a table by key from an index.
    if (table.isKeyed || row.values.size() != table.columns.size()) {
        return false;
    }
    using Type = SqliteValue::Type;
    for (size_t i = 0; i < row.values.size(); ++i) {
        const Type type = row.values[i].type;
        const BookTable::Column& column = table.columns[i];
        if (static_cast<int>(i) == table.numberColumn) {
            if (type != Type::Null) {
                return false;
            }
            continue;
        }
        const bool isRight = type == Type::Null                        ? !column.notNull
                             : column.type == BookTable::Type::Integer ? type == Type::Integer
                             : column.type == BookTable::Type::Real    ? type == Type::Real || type == Type::Integer
                             : column.type == BookTable::Type::Blob    ? type == Type::Blob
                                                                       : type == Type::Text;
        if (!isRight) {
            return false;
        }
    }
    return true;
}

// Where a letter of an id was struck, the row is another one's, or nobody's.
bool hasGoodIds(const BookTable& table, const SqliteRow& row)
{
    static const QStringList others{QStringLiteral("id"), QStringLiteral("lead_id"), QStringLiteral("stage_id"),
                                    QStringLiteral("device_id"), QStringLiteral("batch_id")};
    for (size_t i = 0; i < std::min(row.values.size(), table.columns.size()); ++i) {
        const SqliteValue& value = row.values[i];
        const BookTable::Column& column = table.columns[static_cast<size_t>(table.stored[i])];
        if (value.type == SqliteValue::Type::Text && (!column.references.isEmpty() || others.contains(column.name)) &&
            QUuid::fromString(QLatin1String(value.bytes)).toByteArray(QUuid::WithoutBraces) != value.bytes) {
            return false;
        }
    }
    return true;
}

Result<bool> RowSaver::saveAs(const BookTable& table, const SqliteRow& row, bool keepsNumber)
{
    const auto count = static_cast<qsizetype>(std::min(row.values.size(), table.columns.size()));
    QStringList names;
    for (qsizetype i = 0; i < count; ++i) {
        names << table.columns[static_cast<size_t>(table.stored[static_cast<size_t>(i)])].name;
    }
    const bool addsNumber = keepsNumber && table.numberColumn < 0 && !table.isKeyed;
    const QString sql = QStringLiteral("INSERT OR IGNORE INTO %1 (%2%3) VALUES (%4%5)")
                            .arg(table.name, addsNumber ? QStringLiteral("rowid, ") : QString(),
                                 names.join(QStringLiteral(", ")), addsNumber ? QStringLiteral("?, ") : QString(),
                                 QStringList(count, QStringLiteral("?")).join(QStringLiteral(", ")));
    KEYTURN_LET(Statement insert, m_book.prepare(sql));
    if (addsNumber) {
        insert.bind(row.rowid);
    }
    for (qsizetype i = 0; i < count; ++i) {
        const SqliteValue& value = row.values[static_cast<size_t>(i)];
        if (i == table.numberColumn) {
            insert.bind(row.rowid);
            continue;
        }
        switch (value.type) {
        case SqliteValue::Type::Null:
            insert.bind(nullptr);
            break;
        case SqliteValue::Type::Integer:
            insert.bind(value.integer);
            break;
        case SqliteValue::Type::Real:
            insert.bind(value.real);
            break;
        case SqliteValue::Type::Text:
            insert.bind(QString::fromUtf8(value.bytes));
            break;
        case SqliteValue::Type::Blob:
            insert.bind(value.bytes);
            break;
        }
    }
    const Result<qint64> written = insert.run();
    if (!written) {
        // A value that its column does not take is refused aloud.
        return written.error().kind == Error::Kind::Constraint ? Result<bool>(false) : fail(written.error());
    }
    return *written > 0;
}

Done RowSaver::savePage(quint32 number, const SqliteLeaf& leaf)
{
    const QString owner = m_owners.ownerOf(number);
    const auto known = std::ranges::find(m_tables, owner, &BookTable::name);
    if (!owner.isEmpty() && known == m_tables.end()) {
        return {}; // the search index and other things that are made anew
    }
    m_count.brokenRows += leaf.unreadable;
    for (const SqliteRow& row : leaf.rows) {
        bool isSaved = false;
        for (const bool keepsNumber : {true, false}) {
            for (const BookTable& table : m_tables) {
                if (isSaved || (owner.isEmpty() ? !fits(table, row) : table.name != owner) || !hasGoodIds(table, row)) {
                    continue;
                }
                KEYTURN_LET(isSaved, saveAs(table, row, keepsNumber));
            }
        }
        m_count.brokenRows += isSaved || owner.isEmpty() ? 0 : 1;
    }
    return {};
}

Result<RescueCount> RowSaver::run()
{
    m_count.pages = m_pages.count();
    if (m_watch != nullptr) {
        m_watch->total = m_count.pages;
    }
    // Pages that the tree knows come first: their rows are surely of their table.
    for (const bool isKnown : {true, false}) {
        for (quint32 number = 2; number <= m_pages.count(); ++number) {
            if (m_watch != nullptr && m_watch->cancelled) {
                return fail(stopped());
            }
            if (m_owners.ownerOf(number).isEmpty() == isKnown) {
                continue;
            }
            const auto table = std::ranges::find(m_tables, m_owners.ownerOf(number), &BookTable::name);
            const bool isOurs = table != m_tables.end();
            if (const auto leaf = isOurs && table->isKeyed ? readKeyed(m_pages, number) : readLeaf(m_pages, number)) {
                KEYTURN_TRY(savePage(number, *leaf));
            } else if (isOurs) {
                ++m_count.lostPages;
            }
            if (m_watch != nullptr) {
                ++m_watch->done;
            }
        }
    }
    qint64 all = 0;
    for (const BookTable& table : m_tables) {
        KEYTURN_LET(const qint64 rows, m_book.number(QStringLiteral("SELECT count(*) FROM ") + table.name));
        m_count.tables.push_back({table.name, rows, 0});
        all += table.name == QLatin1String("local_settings") ? 0 : rows;
    }
    if (all == 0) {
        return fail(Error::Kind::Corrupt, Words::tr("Nothing of a Keyturn book is left in this file."));
    }
    return m_count;
}

// What the numbers of the log say that should be there.
Result<qint64> countLostActivities(Connection& book)
{
    QHash<QString, qint64> expected;
    KEYTURN_TRY(book.select(QStringLiteral("SELECT device_id, max(device_seq) FROM lead_activities GROUP BY device_id"),
                            [&expected](const Statement& row) { expected.insert(row.text(0), row.integer(1)); }));
    KEYTURN_TRY(book.select(
        QStringLiteral("SELECT substr(key, 12), value FROM local_settings WHERE key LIKE 'chain_head/%'"),
        [&expected](const Statement& row) {
            const qint64 head =
                QJsonDocument::fromJson(row.text(1).toUtf8()).object().value(QStringLiteral("device_seq")).toInteger();
            expected[row.text(0)] = std::max(expected.value(row.text(0)), head);
        }));
    KEYTURN_LET(const qint64 found, book.number(QStringLiteral("SELECT count(*) FROM lead_activities")));
    qint64 all = 0;
    for (const qint64 entries : expected) {
        // A number that was struck itself says nothing.
        all += entries < 1000 * (found + 1000) ? entries : 0;
    }
    return std::max<qint64>(0, all - found);
}

} // namespace

qint64 RescueCount::saved(const QString& table) const
{
    const auto found = std::ranges::find(tables, table, &Table::name);
    return found == tables.end() ? 0 : found->saved;
}

qint64 RescueCount::standIns(const QString& table) const
{
    const auto found = std::ranges::find(tables, table, &Table::name);
    return found == tables.end() ? 0 : found->standIns;
}

bool RescueCount::isWhole() const
{
    return lostPages == 0 && brokenRows == 0 && lostActivities == 0 && clearedLinks == 0 &&
           std::ranges::all_of(tables, [](const Table& table) { return table.standIns == 0; });
}

Result<RescueCount> rescueRows(SqlitePages& pages, Connection& book, const Clock& clock, WorkWatch* watch)
{
    KEYTURN_TRY(beginDraft(book));
    KEYTURN_LET(const std::vector<BookTable> tables, bookTables(book));
    KEYTURN_TRY(book.script(QStringLiteral("PRAGMA foreign_keys = OFF")));
    RescueCount count;
    {
        KEYTURN_LET(Transaction transaction, Transaction::begin(book));
        BareBook bare(book);
        KEYTURN_TRY(bare.strip(BareBook::Unique::Stays));
        KEYTURN_LET(count, RowSaver(pages, book, tables, watch).run());
        KEYTURN_LET(count.lostActivities, countLostActivities(book));
        KEYTURN_TRY(makeStandIns(book, tables, clock.now(), count));
        // Counters whose sources are lost would stay as they were.
        KEYTURN_TRY(book.run(QStringLiteral("UPDATE leads SET last_activity_at = NULL, last_engagement_at = NULL, "
                                            "first_contacted_at = NULL, last_contacted_at = NULL, total_calls = 0, "
                                            "last_sentiment_score = NULL")));
        book.clearStatements();
        KEYTURN_TRY(bare.dress());
        KEYTURN_TRY(transaction.commit());
    }
    book.clearStatements();
    KEYTURN_TRY(book.script(QStringLiteral("PRAGMA foreign_keys = ON")));
    KEYTURN_TRY(endDraft(book));
    return count;
}

} // namespace keyturn
