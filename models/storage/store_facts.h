// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/facts.h"
#include "models/storage/connection.h"

namespace keyturn {

/// The book as the rules see it, through the connection whose open transaction will write what they plan. Same thread
/// as the connection; must not outlive the transaction.
class StoreFacts final : public Facts
{
public:
    /// `catalogue` is the book's own, as it is at the beginning of the transaction.
    StoreFacts(Connection& book, const Catalogue& catalogue);

    Result<Catalogue> catalogue() override;
    Result<std::optional<Record>> row(const QString& table, const QString& id) override;
    Result<std::vector<Record>> rowsWhere(const QString& table, const QString& column, const QVariant& value) override;
    Result<std::vector<Record>> rowsAmong(const QString& table, const QString& column, const QStringList& values,
                                          const QStringList& columns) override;
    Result<std::optional<LeadId>> leadByEmail(const QString& email) override;
    Result<std::vector<Record>> mergedAway() override;

private:
    Connection& m_book;
    const Catalogue& m_catalogue;
};

} // namespace keyturn
