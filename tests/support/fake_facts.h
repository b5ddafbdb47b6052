// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/change_set.h"
#include "models/domain/facts.h"

#include <QMap>

namespace keyturn::test {

/// A book in memory for tests of rules: rows by table and key, written by change sets only, as strict as a database is
/// about versions, append-only tables and columns. Starts with an organization, two loan officers and the stages new,
/// contacted, processing, funded, nurture and lost.
class FakeFacts final : public Facts
{
public:
    FakeFacts();

    Result<Catalogue> catalogue() override;
    Result<std::optional<Record>> row(const QString& table, const QString& id) override;
    Result<std::vector<Record>> rowsWhere(const QString& table, const QString& column, const QVariant& value) override;
    Result<std::vector<Record>> rowsAmong(const QString& table, const QString& column, const QStringList& values,
                                          const QStringList& columns) override;
    Result<std::optional<LeadId>> leadByEmail(const QString& email) override;
    Result<std::vector<Record>> mergedAway() override;

    /// Writes the change set; a Conflict for a wrong version, Constraint for anything that a database would refuse.
    Done apply(const ChangeSet& changes);

    [[nodiscard]] std::vector<Record> all(const QString& table) const;
    /// Every row but those of append-only tables, without the columns that only count writes (version, updated_at).
    /// Rows that are gone (removed, inactive, all empty) are left out.
    [[nodiscard]] QMap<QString, Record> visibleState() const;
    /// Entries of a lead's log, in the order of writing.
    [[nodiscard]] std::vector<Record> log(LeadId lead) const;

    [[nodiscard]] StageId stage(const QString& key) const;

    OrganizationId organization;
    UserId me;
    UserId colleague;

    PlanContext context;

private:
    QMap<QString, QMap<QString, Record>> m_tables;
    QMap<QString, QStringList> m_order;
    quint64 m_nextId = 1;

    void seed(const QString& table, Record row);
    void put(const QString& table, const Record& row);
    void addStage(const char* key, const char* name, int order, const char* kind, bool reason);
    UserId addUser(const char* first, const char* last, const char* email);
};

/// 2026-03-02, a Monday, 10:00 in Denver.
constexpr Instant monday{1772470800000};

} // namespace keyturn::test
