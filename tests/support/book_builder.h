// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/uuid_v7.h"
#include "models/domain/change_set.h"
#include "models/storage/connection.h"
#include "models/storage/device_chain.h"

#include <initializer_list>
#include <utility>

namespace keyturn::test {

using Values = std::initializer_list<std::pair<const char*, QVariant>>;

/// An insert of one row, column by column.
RowChange insertion(const QString& table, const QString& id, Values values, LeadId lead = {});
/// An update of one row that has this version now.
RowChange updating(const QString& table, const QString& id, qint64 version, Values values, LeadId lead = {});

/// A small book for storage tests: an organization, a user, a pipeline with three stages, and rows as asked for.
/// Ids are repeatable. Functions answer an empty string, or why they failed.
class BookBuilder
{
public:
    explicit BookBuilder(Connection& connection);

    /// Organization, user, pipeline and the stages.
    QString begin();
    /// Applies the rows in a transaction of their own, one millisecond after the last ones.
    QString apply(std::vector<RowChange> rows);
    /// What the writer answered last.
    [[nodiscard]] const ChangeSet& written() const { return m_written; }
    [[nodiscard]] const Error& error() const { return m_error; }

    /// A change to the leads table that makes a lead with this name.
    RowChange lead(LeadId id, const QString& name, StageId stage, qint64 cents = 0, UserId owner = {});
    RowChange activity(LeadId lead, const QString& type, const QString& title, Instant occurredAt);
    RowChange call(LeadId lead, const QString& direction, Instant completedAt);

    QUuid newId();
    [[nodiscard]] Instant now() const { return m_now; }

    OrganizationId organization;
    UserId user;
    PipelineId pipeline;
    StageId firstStage, secondStage, wonStage;
    DeviceId device;

private:
    Connection& m_connection;
    UuidV7 m_ids;
    Instant m_now{1'770'000'000'000};
    DeviceChain m_chain;
    ChangeSet m_written;
    Error m_error;
};

} // namespace keyturn::test
