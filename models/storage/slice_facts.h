// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/import.h"
#include "models/storage/connection.h"

#include <QHash>
#include <QSet>

namespace keyturn {

/// The book as the rules see it while they take in some hundred rows: what those rows will ask is asked of the store
/// beforehand, all of it at once, because on a server each question is a journey. What was not foreseen is asked of
/// `inner`. Same thread and transaction as `inner`; must not outlive it.
class SliceFacts final : public Facts
{
public:
    SliceFacts(Connection& book, Facts& inner);

    /// Everybody who may be one of the people in these rows, and what belongs to them.
    Done lookFor(const ImportOrder& order);
    /// The rows that this change set touched, as they are now.
    Done lookAt(const ChangeSet& done);

    Result<Catalogue> catalogue() override { return m_inner.catalogue(); }
    Result<std::optional<Record>> row(const QString& table, const QString& id) override;
    Result<std::vector<Record>> rowsWhere(const QString& table, const QString& column, const QVariant& value) override;
    Result<std::vector<Record>> rowsAmong(const QString& table, const QString& column, const QStringList& values,
                                          const QStringList& columns) override;
    Result<std::optional<LeadId>> leadByEmail(const QString& email) override;
    Result<std::vector<Record>> mergedAway() override;
    Result<std::optional<LeadId>> markedDuplicate(const QString& email) override;

private:
    struct Answers
    {
        QSet<QString> asked; ///< values that were asked for: whoever is not among the rows is not there
        QHash<QString, std::vector<Record>> rows;
    };

    Done gather(const QString& table, const QString& column, const QStringList& values);
    void put(const QString& table, const QString& column, const QString& value, const Record& row);

    Connection& m_book;
    Facts& m_inner;
    QHash<QString, Answers> m_answers; ///< by table and column
    std::optional<std::vector<Record>> m_merged;
};

} // namespace keyturn
