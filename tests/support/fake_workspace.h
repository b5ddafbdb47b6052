// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/report.h"
#include "models/workspace/workspace.h"

#include <QHash>
#include <QPromise>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace keyturn::test {

/// A book in memory for models and pages: holds cards, details, tasks and timelines, obeys commands by simple rules,
/// emits `changed` as a real workspace does, and fails or waits when a test says so. Answers always arrive later, by
/// the event loop.
class FakeWorkspace : public Workspace
{
    Q_OBJECT

public:
    explicit FakeWorkspace(Catalogue catalogue, Instant now = Instant{1'795'000'000'000}, QObject* parent = nullptr);

    // The book, to be filled and looked at.
    void add(const LeadCard& card);
    void addTask(const Task& task);
    void addEntry(const TimelineEntry& entry);
    [[nodiscard]] const QHash<LeadId, LeadCard>& leads() const { return m_leads; }
    [[nodiscard]] LeadDetail& detail(LeadId lead);
    [[nodiscard]] std::vector<Task>& taskList() { return m_tasks; }
    [[nodiscard]] std::vector<TimelineEntry>& entries() { return m_entries; }
    TodayLists todayLists;       ///< what today() answers
    SearchResults searchResults; ///< what search() answers
    std::vector<SearchRequest> searches;
    QHash<QString, ReportTable> reportTables; ///< what report() answers, by name; drills answer `leads` of it
    std::vector<ReportRequest> reports;
    ManualClock time;

    // Scripts.
    void failNext(const Error& error) { m_failures.push_back(error); } ///< the next command
    void failQueries(const std::optional<Error>& error) { m_queryFailure = error; }
    /// Answers wait until release().
    void hold() { m_held = true; }
    void release();
    /// Somebody else changes leads: `change` is applied to each, then told as a remote change.
    void changeElsewhere(const std::vector<LeadId>& leads, const std::function<void(LeadCard&)>& change);
    void removeElsewhere(const std::vector<LeadId>& leads);
    /// A field of a lead as in LeadDetail::value, changed by somebody else.
    void changeFieldElsewhere(LeadId lead, const QString& field, const QVariant& value);
    void setCatalogue(const Catalogue& catalogue);
    void tell(const ChangeSet& changes) { Q_EMIT changed(changes); }

    std::vector<Command> submitted;
    QHash<QString, int> asked; ///< queries by name

    [[nodiscard]] BookInfo info() const override { return {QStringLiteral("memory"), true, false, 1}; }
    [[nodiscard]] const Catalogue& catalogue() const override { return m_catalogue; }
    [[nodiscard]] UndoState undoState() const override { return m_undo; }
    [[nodiscard]] const Clock& clock() const override { return time; }
    QFuture<Result<Committed>> submit(const Command& command) override;
    QFuture<Result<Committed>> undo() override;
    QFuture<Result<Committed>> redo() override;
    QFuture<Result<LeadSnapshot>> firstCards(int perStage) override;
    QFuture<Result<LeadSnapshot>> allLeads() override;
    QFuture<Result<std::vector<LeadCard>>> cards(const std::vector<LeadId>& leads) override;
    QFuture<Result<std::vector<StageTotal>>> totals() override;
    QFuture<Result<LeadDetail>> lead(LeadId id) override;
    QFuture<Result<TimelinePage>> timeline(const TimelineQuery& query) override;
    QFuture<Result<TodayLists>> today(const TodayQuery& query) override;
    QFuture<Result<std::vector<ContactLink>>> findContacts(const QString& text, int limit) override;
    QFuture<Result<std::vector<Task>>> tasks(const std::optional<UserId>& assignee, bool openOnly) override;
    QFuture<Result<QByteArray>> documentContent(DocumentId id) override;
    /// Answers `searchResults`, or Cancelled to whoever does not wait any more.
    QFuture<Result<SearchResults>> search(const SearchRequest& request) override;
    QFuture<Result<ReportTable>> report(const ReportRequest& request) override;
    QFuture<Result<std::vector<Check>>> verify() override;
    QFuture<Result<qint64>> backup(const QString& toFile) override;

private:
    template<typename T>
    QFuture<Result<T>> answer(const char* query, Result<T> result)
    {
        ++asked[QLatin1String(query)];
        if (m_queryFailure) {
            result = fail(*m_queryFailure);
        }
        return later(std::move(result));
    }
    template<typename T>
    QFuture<Result<T>> later(Result<T> result, std::function<void()> before = {})
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        auto future = promise->future();
        post([promise, before, result = std::move(result)]() mutable {
            if (before) {
                before();
            }
            promise->addResult(std::move(result));
            promise->finish();
        });
        return future;
    }
    void post(std::function<void()> step);
    void runNext();
    Result<ChangeSet> obey(const Command& command);
    RowChange leadChange(LeadId lead, const QString& column, const QVariant& before, const QVariant& after);
    RowChange log(LeadId lead, const QString& type, const QString& title);
    void setField(LeadId lead, const QString& field, const QVariant& value);
    void refreshNextTask(LeadId lead);
    [[nodiscard]] LeadSnapshot snapshot(int perStage) const;
    [[nodiscard]] std::vector<StageTotal> sums() const;

    Catalogue m_catalogue;
    QHash<LeadId, LeadCard> m_leads;
    QHash<LeadId, LeadDetail> m_details;
    std::vector<Task> m_tasks;
    std::vector<TimelineEntry> m_entries;
    std::deque<Error> m_failures;
    std::optional<Error> m_queryFailure;
    std::deque<std::function<void()>> m_queue;
    bool m_held = false;
    UndoState m_undo;
    quint32 m_nextId = 1;
};

} // namespace keyturn::test
