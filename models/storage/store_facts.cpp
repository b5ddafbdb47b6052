// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/store_facts.h"

#include "models/domain/schema.h"
#include "models/storage/queries/rows.h"

namespace keyturn {

namespace {

/// Names go into the text of a statement, so they come from the schema and from nowhere else.
Result<const TableSpec*> knownTable(const QString& table, const QString& column = {})
{
    const TableSpec* spec = tableSpec(table);
    if (spec == nullptr || (!column.isEmpty() && !spec->hasColumn(column))) {
        return fail(Error::Kind::Invalid, queries::Words::tr("The book has no such table or column."),
                    QString(table % u'.' % column));
    }
    return spec;
}

/// A value of a key, to be asked for in portions.
struct Key
{
    QString text;

    explicit(false) Key(QString value) // NOLINT: a list of texts is a list of keys
        : text(std::move(value))
    {}
    [[nodiscard]] const QString& toString() const { return text; }
};

} // namespace

StoreFacts::StoreFacts(Connection& book, const Catalogue& catalogue)
    : m_book(book)
    , m_catalogue(catalogue)
{}

Result<Catalogue> StoreFacts::catalogue()
{
    return m_catalogue;
}

Result<std::optional<Record>> StoreFacts::row(const QString& table, const QString& id)
{
    KEYTURN_LET(const TableSpec* const spec, knownTable(table));
    return m_book.first(QString(u"SELECT * FROM " % spec->name % u" WHERE " % spec->key % u" = ?"), id);
}

Result<std::vector<Record>> StoreFacts::rowsWhere(const QString& table, const QString& column, const QVariant& value)
{
    KEYTURN_LET(const TableSpec* const spec, knownTable(table, column));
    std::vector<Record> found;
    const QString live = spec->hasDeletedAt() ? QStringLiteral(" AND deleted_at IS NULL") : QString();
    KEYTURN_TRY(queries::forEachRow(
        m_book,
        QString(u"SELECT * FROM " % spec->name % u" WHERE " % column % u" = ?" % live % u" ORDER BY " % spec->key),
        {value}, [&found](const Statement& row) { found.push_back(row.record()); }));
    return found;
}

Result<std::vector<Record>> StoreFacts::rowsAmong(const QString& table, const QString& column,
                                                  const QStringList& values, const QStringList& columns)
{
    KEYTURN_LET(const TableSpec* const spec, knownTable(table, column));
    for (const QString& name : columns) {
        KEYTURN_TRY(knownTable(table, name));
    }
    std::vector<Record> found;
    found.reserve(static_cast<size_t>(values.size()));
    for (const std::vector<QVariant>& chunk : queries::chunksOf(std::vector<Key>(values.begin(), values.end()))) {
        KEYTURN_TRY(
            queries::forEachRow(m_book,
                                QString(u"SELECT " % columns.join(QStringLiteral(", ")) % u" FROM " % spec->name %
                                        u" WHERE " % column % u" IN (" % queries::placeholders(chunk.size()) % u')'),
                                chunk, [&found](const Statement& row) { found.push_back(row.record()); }));
    }
    return found;
}

Result<std::optional<LeadId>> StoreFacts::leadByEmail(const QString& email)
{
    // The unique index compares with the store's own lower(), which knows only English letters; so does this.
    std::optional<LeadId> found;
    KEYTURN_TRY(queries::forEachRow(
        m_book,
        QStringLiteral("SELECT id FROM leads WHERE organization_id = ? AND lower(email) = lower(?) "
                       "AND email IS NOT NULL AND deleted_at IS NULL AND email_shared = 0 AND duplicate_of_id IS NULL"),
        {m_catalogue.organization.toString(), email.trimmed()},
        [&found](const Statement& row) { found = row.id<LeadId>(0); }));
    return found;
}

Result<std::vector<Record>> StoreFacts::mergedAway()
{
    std::vector<Record> found;
    KEYTURN_TRY(queries::forEachRow(
        m_book,
        QStringLiteral("SELECT id, name, first_name, email, phone, mobile, external_lead_id, lead_source, "
                       "duplicate_of_id, deleted_at FROM leads "
                       "WHERE duplicate_of_id IS NOT NULL AND deleted_at IS NOT NULL ORDER BY id"),
        {}, [&found](const Statement& row) { found.push_back(row.record()); }));
    return found;
}

} // namespace keyturn
