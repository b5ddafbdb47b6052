// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/instant.h"
#include "models/domain/catalogue.h"
#include "models/domain/row_batch.h"
#include "models/sample/lead_plan.h"

#include <QUuid>

#include <optional>
#include <vector>

namespace keyturn::sample {

struct SampleOptions
{
    quint64 seed = 1;
    int leads = 214;
    Instant now;
    /// One lead, the first that is past its first stage, gets so many entries more in its timeline.
    int longTimeline = 0;
};

/// Who owns a sample book; the rest of the team comes with the rows.
struct SampleOwner
{
    QString organization;
    QString firstName;
    QString lastName;
    QString email;
    QString timezone;
};
SampleOwner sampleOwner();

/// A book of business that never was, as rows for a bulk load: the same for the same seed, size, moment and catalogue.
/// People, numbers and addresses are plainly made up (555-01xx, example.com). Rows come in an order in which every row
/// finds what it refers to, activities in the order in which they happened. About ten activities a lead.
class SampleSource
{
public:
    /// `catalogue` is that of the empty book: its stages by their default keys, its one user as the owner.
    SampleSource(const SampleOptions& options, const Catalogue& catalogue);

    /// The next rows, at most a few thousand; nothing when the book is complete.
    std::optional<RowBatch> next();
    /// Leads and events dealt with so far, and all of them, for a progress bar.
    [[nodiscard]] qint64 done() const { return m_done; }
    [[nodiscard]] qint64 total() const;

private:
    enum class Part {
        Users,
        Tags,
        Contacts,
        Leads,
        Scenarios,
        Profiles,
        People,
        LeadTags,
        Notes,
        Tasks,
        Assignments,
        Communications,
        Activities,
        End
    };

    [[nodiscard]] LeadPlan plan(quint32 index) const;
    [[nodiscard]] RowBatch batchFor(Part part) const;
    void addRows(Part part, quint32 lead, RowBatch& batch) const;
    void addLead(const LeadPlan& plan, RowBatch& batch) const;
    void addScenario(const LeadPlan& plan, RowBatch& batch) const;
    void addProfile(const LeadPlan& plan, RowBatch& batch) const;
    void addPeople(const LeadPlan& plan, RowBatch& batch) const;
    void addTags(const LeadPlan& plan, RowBatch& batch) const;
    void addNotes(const LeadPlan& plan, RowBatch& batch) const;
    void addTasks(const LeadPlan& plan, RowBatch& batch) const;
    void addAssignment(const LeadPlan& plan, RowBatch& batch) const;
    void addCommunications(const LeadPlan& plan, RowBatch& batch) const;
    void addActivity(const Event& event, RowBatch& batch) const;
    void addUsers(RowBatch& batch) const;
    void addTagNames(RowBatch& batch) const;
    void addContacts(RowBatch& batch) const;
    void collectEvents();

    /// A UUIDv7 for the n-th thing of a kind about a lead; the same whenever it is asked for.
    [[nodiscard]] QString rowId(int kind, quint64 lead, quint64 n, qint64 at) const;
    [[nodiscard]] QVariant userId(int owner) const;

    SampleOptions m_options;
    std::vector<QString> m_team;
    std::vector<QString> m_stageIds;
    std::vector<QString> m_stageNames;
    QTimeZone m_zone;
    quint32 m_longLead = 0;
    Part m_part = Part::Users;
    quint32 m_nextLead = 0;
    std::vector<Event> m_events;
    std::size_t m_nextEvent = 0;
    qint64 m_done = 0;
};

} // namespace keyturn::sample
