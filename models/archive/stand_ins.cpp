// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/stand_ins.h"

#include "models/storage/connection.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Rescue)
};

using Values = std::vector<std::pair<QString, QVariant>>;

/// Makes rows that stand for lost ones.
class StandIns
{
public:
    StandIns(Connection& book, Instant now, RescueCount& count)
        : m_book(book)
        , m_now(now)
        , m_count(count)
    {}

    Done begin();
    /// False: nothing can stand for a row of this table.
    Result<bool> make(const QString& table, const QString& id);

private:
    Done insert(const QString& table, const QString& id, Values values);
    Result<QString> anyId(const QString& table, const QString& order = QStringLiteral("rowid"));
    Done makeStage(const QString& id);

    Connection& m_book;
    Instant m_now;
    RescueCount& m_count;
    QString m_organization;
};

QString shortId(const QString& id)
{
    return id.right(6);
}

Result<QString> StandIns::anyId(const QString& table, const QString& order)
{
    KEYTURN_LET(const std::optional<Record> row,
                m_book.first(QStringLiteral("SELECT id FROM %1 ORDER BY %2 LIMIT 1").arg(table, order)));
    return row ? row->text(QStringLiteral("id")) : QString();
}

Done StandIns::insert(const QString& table, const QString& id, Values values)
{
    values.insert(values.begin(), {{QStringLiteral("id"), id},
                                   {QStringLiteral("created_at"), m_now.ms},
                                   {QStringLiteral("updated_at"), m_now.ms}});
    if (table != QLatin1String("organizations")) {
        values.emplace_back(QStringLiteral("organization_id"), m_organization);
    }
    QStringList names;
    for (const auto& [name, value] : values) {
        names << name;
    }
    KEYTURN_LET(Statement statement,
                m_book.prepare(QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
                                   .arg(table, names.join(QStringLiteral(", ")),
                                        QStringList(names.size(), QStringLiteral("?")).join(QStringLiteral(", ")))));
    for (const auto& [name, value] : values) {
        statement.bindValue(value);
    }
    KEYTURN_TRY(statement.run());
    for (RescueCount::Table& counted : m_count.tables) {
        counted.standIns += counted.name == table ? 1 : 0;
    }
    return {};
}

// A book belongs to somebody, who has a place to put leads.
Done StandIns::begin()
{
    KEYTURN_LET(m_organization, anyId(QStringLiteral("organizations")));
    if (m_organization.isEmpty()) {
        KEYTURN_LET(const std::optional<Record> named,
                    m_book.first(QStringLiteral("SELECT organization_id AS id FROM leads UNION ALL "
                                                "SELECT organization_id FROM lead_activities UNION ALL "
                                                "SELECT organization_id FROM users LIMIT 1")));
        m_organization = named ? named->text(QStringLiteral("id")) : QUuid::createUuid().toString(QUuid::WithoutBraces);
        KEYTURN_TRY(insert(QStringLiteral("organizations"), m_organization,
                           {{QStringLiteral("name"), Words::tr("Saved book")},
                            {QStringLiteral("slug"), QString(QStringLiteral("saved-") + shortId(m_organization))}}));
    }
    KEYTURN_LET(const QString user, anyId(QStringLiteral("users")));
    if (user.isEmpty()) {
        KEYTURN_LET(const std::optional<Record> named,
                    m_book.first(QStringLiteral("SELECT created_by AS id FROM lead_activities WHERE created_by IS NOT "
                                                "NULL UNION ALL SELECT assigned_to FROM leads WHERE assigned_to IS "
                                                "NOT NULL LIMIT 1")));
        KEYTURN_TRY(make(QStringLiteral("users"), named ? named->text(QStringLiteral("id"))
                                                        : QUuid::createUuid().toString(QUuid::WithoutBraces)));
    }
    KEYTURN_LET(const QString stage, anyId(QStringLiteral("pipeline_stages")));
    if (stage.isEmpty()) {
        KEYTURN_TRY(makeStage(QUuid::createUuid().toString(QUuid::WithoutBraces)));
    }
    return {};
}

Done StandIns::makeStage(const QString& id)
{
    KEYTURN_LET(QString pipeline, anyId(QStringLiteral("pipelines"), QStringLiteral("is_default DESC, rowid")));
    if (pipeline.isEmpty()) {
        // The stages that are left know its id.
        KEYTURN_LET(const std::optional<Record> named,
                    m_book.first(QStringLiteral("SELECT pipeline_id AS id FROM pipeline_stages LIMIT 1")));
        pipeline = named ? named->text(QStringLiteral("id")) : QUuid::createUuid().toString(QUuid::WithoutBraces);
        KEYTURN_TRY(make(QStringLiteral("pipelines"), pipeline));
    }
    KEYTURN_LET(const qint64 last,
                m_book.number(QStringLiteral("SELECT coalesce(max(order_index), 0) FROM pipeline_stages WHERE "
                                             "kind = 'open'")));
    KEYTURN_LET(const qint64 initial, m_book.number(QStringLiteral("SELECT count(*) FROM pipeline_stages WHERE "
                                                                   "is_initial = 1 AND deleted_at IS NULL")));
    return insert(QStringLiteral("pipeline_stages"), id,
                  {{QStringLiteral("pipeline_id"), pipeline},
                   {QStringLiteral("key"), QString(QStringLiteral("saved_") + shortId(id))},
                   {QStringLiteral("name"), Words::tr("Lost stage %1").arg(shortId(id))},
                   {QStringLiteral("order_index"), last + 1},
                   {QStringLiteral("is_initial"), qint64{initial == 0 ? 1 : 0}}});
}

Result<bool> StandIns::make(const QString& table, const QString& id)
{
    Done made;
    if (table == QLatin1String("users")) {
        const QString name = QStringLiteral("lost-") + id.right(12);
        made = insert(table, id,
                      {{QStringLiteral("email"), QString(name + QStringLiteral("@example.invalid"))},
                       {QStringLiteral("username"), name},
                       {QStringLiteral("first_name"), Words::tr("Lost")},
                       {QStringLiteral("last_name"), Words::tr("colleague %1").arg(shortId(id))}});
    } else if (table == QLatin1String("pipelines")) {
        KEYTURN_LET(const qint64 others, m_book.number(QStringLiteral(
                                             "SELECT count(*) FROM pipelines WHERE is_default = 1 AND deleted_at IS "
                                             "NULL")));
        made = insert(table, id,
                      {{QStringLiteral("key"), QString(QStringLiteral("saved_") + shortId(id))},
                       {QStringLiteral("name"), Words::tr("Saved pipeline")},
                       {QStringLiteral("is_default"), qint64{others == 0 ? 1 : 0}}});
    } else if (table == QLatin1String("pipeline_stages")) {
        made = makeStage(id);
    } else if (table == QLatin1String("leads")) {
        KEYTURN_LET(const QString stage,
                    anyId(QStringLiteral("pipeline_stages"), QStringLiteral("is_initial DESC, order_index")));
        // Without a way to reach them only an import brings leads in: this is one, of what was saved.
        made = insert(table, id,
                      {{QStringLiteral("name"), Words::tr("Lost lead %1").arg(shortId(id))},
                       {QStringLiteral("stage_id"), stage},
                       {QStringLiteral("stage_entered_at"), m_now.ms},
                       {QStringLiteral("source"), QStringLiteral("import")},
                       {QStringLiteral("import_batch_id"), QStringLiteral("00000000-0000-0000-0000-000000000000")},
                       {QStringLiteral("metadata"), QStringLiteral("{\"rescued\":true}")}});
    } else if (table == QLatin1String("contacts")) {
        made = insert(table, id, {{QStringLiteral("name"), Words::tr("Lost contact %1").arg(shortId(id))}});
    } else if (table == QLatin1String("tags")) {
        made = insert(table, id, {{QStringLiteral("name"), Words::tr("Lost tag %1").arg(shortId(id))}});
    } else {
        return false;
    }
    if (!made) {
        return fail(made.error());
    }
    return true;
}

} // namespace

Done makeStandIns(Connection& book, const std::vector<BookTable>& tables, Instant now, RescueCount& count)
{
    StandIns standIns(book, now, count);
    KEYTURN_TRY(standIns.begin());
    // A stand-in refers to others: some rounds, until nothing is missing.
    constexpr int mostRounds = 6;
    for (int round = 0; round < mostRounds; ++round) {
        bool isWhole = true;
        for (const BookTable& table : tables) {
            for (const BookTable::Column& column : table.columns) {
                if (column.references.isEmpty()) {
                    continue;
                }
                QStringList missing;
                KEYTURN_TRY(
                    book.select(QStringLiteral("SELECT DISTINCT c.%1 FROM %2 c WHERE c.%1 IS NOT NULL AND NOT EXISTS "
                                               "(SELECT 1 FROM %3 p WHERE p.id = c.%1)")
                                    .arg(column.name, table.name, column.references),
                                [&missing](const Statement& row) { missing << row.text(0); }));
                for (const QString& id : missing) {
                    isWhole = false;
                    KEYTURN_LET(const bool stands, standIns.make(column.references, id));
                    if (stands) {
                        continue;
                    }
                    const QString where = QStringLiteral(" WHERE %1 = ?").arg(column.name);
                    if (column.references == QLatin1String("organizations")) {
                        // There is one; whatever names another one was misread.
                        KEYTURN_TRY(book.run(QStringLiteral("DELETE FROM ") + table.name + where, id));
                    } else if (column.notNull) {
                        KEYTURN_TRY(book.run(QStringLiteral("DELETE FROM ") + table.name + where, id));
                    } else {
                        KEYTURN_TRY(book.run(
                            QStringLiteral("UPDATE %1 SET %2 = NULL").arg(table.name, column.name) + where, id));
                    }
                    ++count.clearedLinks;
                }
            }
        }
        if (isWhole) {
            break;
        }
    }
    return {};
}

} // namespace keyturn
