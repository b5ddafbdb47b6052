// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"
#include "models/domain/catalogue.h"
#include "models/domain/record.h"

#include <functional>
#include <optional>
#include <vector>

namespace keyturn {

/// The book as a rule sees it: what a planner may ask before it answers with a change set. Storage implements it inside
/// the transaction that will write the change set, tests implement it in memory. Every answer is the current state.
class Facts
{
public:
    virtual ~Facts() = default;

    virtual Result<Catalogue> catalogue() = 0;
    /// A whole row of `table` by its key, removed ones included; nothing if there is no such row.
    virtual Result<std::optional<Record>> row(const QString& table, const QString& id) = 0;
    /// Rows of `table` whose `column` equals `value`; removed ones (deleted_at set) are left out.
    virtual Result<std::vector<Record>> rowsWhere(const QString& table, const QString& column,
                                                  const QVariant& value) = 0;
    /// These columns of the rows of `table` whose `column` is one of `values`, removed ones included, in any order: for
    /// bulk work, which cannot ask for each row.
    virtual Result<std::vector<Record>> rowsAmong(const QString& table, const QString& column,
                                                  const QStringList& values, const QStringList& columns) = 0;
    /// Live, non-duplicate, unshared lead with this e-mail address (compared lower-case and trimmed), if any.
    virtual Result<std::optional<LeadId>> leadByEmail(const QString& email) = 0;
    /// Every lead that was merged into another one and removed, with the columns by which people are known: id, name,
    /// first_name, email, phone, mobile, external_lead_id, lead_source, duplicate_of_id, deleted_at.
    virtual Result<std::vector<Record>> mergedAway() = 0;
    /// A live lead with this address that a server marked as the duplicate of another one when it came, perhaps of one
    /// that is out of sight here. Nothing where such marks are not made.
    virtual Result<std::optional<LeadId>> markedDuplicate(const QString& email)
    {
        Q_UNUSED(email)
        return std::nullopt;
    }
};

/// Who acts, when, and with which new ids.
struct PlanContext
{
    UserId actor;
    Instant now;
    std::function<QUuid()> newId;
};

} // namespace keyturn
