// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_workspace.h"

#include "models/domain/lead_fields.h"
#include "tests/support/test_catalogue.h"

#include <QTimer>

#include <algorithm>

namespace keyturn::test {

namespace {

template<class... Ts>
struct Overloaded : Ts...
{
    using Ts::operator()...;
};
template<class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

Task* find(std::vector<Task>& tasks, TaskId id)
{
    const auto it = std::find_if(tasks.begin(), tasks.end(), [&](const Task& task) { return task.id == id; });
    return it == tasks.end() ? nullptr : &*it;
}

bool isOpen(const Task& task)
{
    return task.status != QLatin1String("completed") && task.status != QLatin1String("cancelled");
}

} // namespace

FakeWorkspace::FakeWorkspace(Catalogue catalogue, Instant now, QObject* parent)
    : Workspace(parent)
    , time(now)
    , m_catalogue(std::move(catalogue))
{}

// --- The book

void FakeWorkspace::add(const LeadCard& card)
{
    m_leads.insert(card.id, card);
}

void FakeWorkspace::addTask(const Task& task)
{
    m_tasks.push_back(task);
    refreshNextTask(task.lead);
}

void FakeWorkspace::addEntry(const TimelineEntry& entry)
{
    m_entries.push_back(entry);
}

LeadDetail& FakeWorkspace::detail(LeadId lead)
{
    LeadDetail& detail = m_details[lead];
    if (detail.id.isNull()) {
        const LeadCard card = m_leads.value(lead);
        detail.id = lead;
        detail.lead.set(QStringLiteral("id"), lead.toString());
        detail.lead.set(QStringLiteral("name"), card.name);
        detail.lead.set(QStringLiteral("first_name"), card.name.section(u' ', 0, 0));
        detail.lead.set(QStringLiteral("last_name"), card.name.section(u' ', 1));
        if (!card.email.isEmpty()) {
            detail.lead.set(QStringLiteral("email"), card.email);
        }
        if (!card.phone.isEmpty()) {
            detail.lead.set(QStringLiteral("mobile"), card.phone);
        }
        detail.lead.set(QStringLiteral("stage_id"), card.stage.toString());
        detail.lead.set(QStringLiteral("stage_entered_at"), card.stageEnteredAt.ms);
        detail.lead.set(QStringLiteral("lead_temperature"), temperatureKey(card.temperature));
        detail.lead.set(QStringLiteral("source"), card.source);
        if (card.valueCents != 0) {
            detail.loan.set(QStringLiteral("loan_amount_cents"), card.valueCents);
        }
        if (!card.program.isEmpty()) {
            detail.loan.set(QStringLiteral("loan_program"), card.program);
        }
        detail.tags = card.tags;
    }
    detail.tasks.clear();
    for (const Task& task : m_tasks) {
        if (task.lead == lead) {
            detail.tasks.push_back(task);
        }
    }
    detail.activityCount = std::count_if(m_entries.begin(), m_entries.end(),
                                         [&](const TimelineEntry& entry) { return entry.lead == lead; });
    return detail;
}

void FakeWorkspace::setCatalogue(const Catalogue& catalogue)
{
    m_catalogue = catalogue;
    Q_EMIT catalogueChanged();
}

// --- Scripts

void FakeWorkspace::post(std::function<void()> step)
{
    m_queue.push_back(std::move(step));
    if (!m_held) {
        QTimer::singleShot(0, this, [this] { runNext(); });
    }
}

void FakeWorkspace::runNext()
{
    if (!m_held && !m_queue.empty()) {
        const auto step = std::move(m_queue.front());
        m_queue.pop_front();
        step();
    }
}

void FakeWorkspace::release()
{
    m_held = false;
    for (std::size_t i = 0; i < m_queue.size(); ++i) {
        QTimer::singleShot(0, this, [this] { runNext(); });
    }
}

RowChange FakeWorkspace::leadChange(LeadId lead, const QString& column, const QVariant& before, const QVariant& after)
{
    RowChange row;
    row.table = QStringLiteral("leads");
    row.id = lead.toString();
    row.leadId = row.id;
    row.version = 1;
    row.fields.push_back({column, before, after});
    return row;
}

RowChange FakeWorkspace::log(LeadId lead, const QString& type, const QString& title)
{
    TimelineEntry entry;
    entry.id = ActivityId(uuid(20, m_nextId++));
    entry.lead = lead;
    entry.type = type;
    entry.title = title;
    entry.actorType = QStringLiteral("user");
    entry.createdBy = m_catalogue.me;
    const User* me = m_catalogue.user(m_catalogue.me);
    entry.actorName = me == nullptr ? QString() : me->name();
    entry.occurredAt = time.now();
    entry.createdAt = time.now();
    m_entries.push_back(entry);
    RowChange row;
    row.kind = RowChange::Kind::Insert;
    row.table = QStringLiteral("lead_activities");
    row.id = entry.id.toString();
    row.leadId = lead.toString();
    row.fields.push_back({QStringLiteral("activity_type"), {}, type});
    return row;
}

void FakeWorkspace::changeElsewhere(const std::vector<LeadId>& leads, const std::function<void(LeadCard&)>& change)
{
    ChangeSet changes;
    changes.origin = ChangeSet::Origin::Remote;
    changes.command = QStringLiteral("update_leads");
    for (const LeadId lead : leads) {
        if (m_leads.contains(lead)) {
            change(m_leads[lead]);
            changes.rows.push_back(leadChange(lead, QStringLiteral("name"), {}, m_leads[lead].name));
        }
    }
    Q_EMIT changed(changes);
}

void FakeWorkspace::removeElsewhere(const std::vector<LeadId>& leads)
{
    ChangeSet changes;
    changes.origin = ChangeSet::Origin::Remote;
    changes.command = QStringLiteral("delete_leads");
    for (const LeadId lead : leads) {
        m_leads.remove(lead);
        changes.rows.push_back(leadChange(lead, QStringLiteral("deleted_at"), {}, time.now().ms));
    }
    Q_EMIT changed(changes);
}

void FakeWorkspace::changeFieldElsewhere(LeadId lead, const QString& field, const QVariant& value)
{
    const QVariant before = detail(lead).value(field);
    setField(lead, field, value);
    ChangeSet changes;
    changes.origin = ChangeSet::Origin::Remote;
    changes.command = QStringLiteral("update_leads");
    changes.rows.push_back(leadChange(lead, field, before, value));
    Q_EMIT changed(changes);
}

void FakeWorkspace::setField(LeadId lead, const QString& field, const QVariant& value)
{
    LeadDetail& whole = detail(lead);
    LeadCard& card = m_leads[lead];
    const auto known = leadField(field, m_catalogue);
    Record& row = known && known->isLoan()                                  ? whole.loan
                  : known && known->table == QLatin1String("lead_profiles") ? whole.profile
                                                                            : whole.lead;
    row.set(known ? known->column : field, value);
    if (field == QLatin1String("name")) {
        card.name = value.toString();
    } else if (field == QLatin1String("email")) {
        card.email = value.toString();
    } else if (field == QLatin1String("mobile")) {
        card.phone = value.toString();
    } else if (field == QLatin1String("lead_temperature")) {
        card.temperature = temperatureFromKey(value.toString());
    } else if (field == QLatin1String("loan.loan_amount_cents")) {
        card.valueCents = value.toLongLong();
    }
}

void FakeWorkspace::refreshNextTask(LeadId lead)
{
    if (!m_leads.contains(lead)) {
        return;
    }
    const Task* next = nullptr;
    for (const Task& task : m_tasks) {
        if (task.lead == lead && isOpen(task) && (next == nullptr || task.dueAt < next->dueAt)) {
            next = &task;
        }
    }
    LeadCard& card = m_leads[lead];
    card.taskTitle = next == nullptr ? QString() : next->title;
    card.taskType = next == nullptr ? QString() : next->type;
    card.taskDueAt = next == nullptr ? Instant{} : next->dueAt;
    card.taskHasTime = next != nullptr && !next->dueTime.isEmpty();
}

// --- Commands

Result<ChangeSet> FakeWorkspace::obey(const Command& command)
{
    ChangeSet changes;
    changes.command = commandName(command);
    changes.author = m_catalogue.me;
    changes.at = time.now();
    changes.id = OperationId(uuid(21, m_nextId++));
    const auto taskRow = [](const Task& task, const QString& column) {
        RowChange row;
        row.table = QStringLiteral("tasks");
        row.id = task.id.toString();
        row.leadId = task.lead.toString();
        row.fields.push_back({column, {}, QStringLiteral("changed")});
        return row;
    };
    const auto dueMoment = [this](const Task& task) {
        const QDate date = QDate::fromString(task.dueDate, Qt::ISODate);
        const QTime at = task.dueTime.isEmpty() ? QTime(23, 59, 59) : QTime::fromString(task.dueTime);
        const QTimeZone zone(m_catalogue.user(m_catalogue.me)->timezone.toLatin1());
        return date.isValid() ? Instant::fromDateTime(QDateTime(date, at, zone)) : Instant{};
    };
    const Done done = std::visit(
        Overloaded{
            [&](const MoveStage& move) -> Done {
                const Stage* stage = m_catalogue.stage(move.to);
                if (stage == nullptr || (stage->requiresReason && move.reasonCode.isEmpty())) {
                    return fail(Error::Kind::Refused, QStringLiteral("This stage needs a reason."));
                }
                for (const LeadId lead : move.leads) {
                    LeadCard& card = m_leads[lead];
                    if (card.stage != move.to) {
                        changes.rows.push_back(
                            leadChange(lead, QStringLiteral("stage_id"), card.stage.toString(), move.to.toString()));
                        const Stage* from = m_catalogue.stage(card.stage);
                        changes.rows.push_back(log(lead, QStringLiteral("status_changed"), QStringLiteral("Moved")));
                        m_entries.back().fromStage = from == nullptr ? QString() : from->key;
                        m_entries.back().toStage = stage->key;
                        card.stage = move.to;
                        card.stageEnteredAt = time.now();
                        card.lastActivityAt = time.now();
                    }
                    changes.summary = QStringLiteral("%1 moved to %2").arg(card.name, stage->name);
                }
                qint64 rank = 0;
                for (const LeadId lead : move.arrangement) {
                    m_leads[lead].rank = ++rank;
                    changes.rows.push_back(leadChange(lead, QStringLiteral("rank"), {}, rank));
                }
                return {};
            },
            [&](const ArrangeCards& arrange) -> Done {
                qint64 rank = 0;
                for (const LeadId lead : arrange.leads) {
                    m_leads[lead].rank = ++rank;
                    changes.rows.push_back(leadChange(lead, QStringLiteral("rank"), {}, rank));
                }
                return {};
            },
            [&](const UpdateLeads& update) -> Done {
                for (const LeadId lead : update.leads) {
                    for (const FieldEdit& edit : update.fields) {
                        const QVariant present = detail(lead).value(edit.field);
                        if (edit.base && *edit.base != present) {
                            return fail(Error::Kind::Conflict, QStringLiteral("Somebody else changed it."));
                        }
                        changes.rows.push_back(leadChange(lead, edit.field, present, edit.value));
                        setField(lead, edit.field, edit.value);
                    }
                }
                return {};
            },
            [&](const AssignLeads& assign) -> Done {
                for (const LeadId lead : assign.leads) {
                    m_leads[lead].owner = assign.owner;
                    changes.rows.push_back(
                        leadChange(lead, QStringLiteral("assigned_to"), {}, assign.owner.toString()));
                }
                return {};
            },
            [&](const TagLeads& tag) -> Done {
                for (const LeadId lead : tag.leads) {
                    QStringList& tags = m_leads[lead].tags;
                    tags.append(tag.add);
                    tags.removeDuplicates();
                    tags.sort();
                    for (const QString& name : tag.remove) {
                        tags.removeAll(name);
                    }
                    detail(lead).tags = tags;
                    changes.rows.push_back(leadChange(lead, QStringLiteral("tags"), {}, tags));
                }
                return {};
            },
            [&](const DeleteLeads& gone) -> Done {
                for (const LeadId lead : gone.leads) {
                    m_leads.remove(lead);
                    changes.rows.push_back(leadChange(lead, QStringLiteral("deleted_at"), {}, time.now().ms));
                }
                return {};
            },
            [&](const LogActivity& entry) -> Done {
                changes.rows.push_back(log(entry.lead, QStringLiteral("call_logged"), QStringLiteral("Call")));
                m_entries.back().description = entry.text;
                m_leads[entry.lead].lastActivityAt = time.now();
                m_leads[entry.lead].firstContactedAt = time.now();
                return {};
            },
            [&](const AddNote& note) -> Done {
                changes.rows.push_back(log(note.lead, QStringLiteral("note_added"), QStringLiteral("Note added")));
                m_entries.back().description = note.content;
                return {};
            },
            [&](const AddTask& add) -> Done {
                Task task;
                task.id = add.id.isNull() ? TaskId(uuid(22, m_nextId++)) : add.id;
                task.lead = add.lead.value_or(LeadId());
                task.leadName = m_leads.value(task.lead).name;
                task.title = add.title;
                task.type = add.type;
                task.priority = add.priority;
                task.status = QStringLiteral("pending");
                task.dueDate = add.dueDate ? add.dueDate->toString(Qt::ISODate) : QString();
                task.dueTime = add.dueTime ? add.dueTime->toString(QStringLiteral("HH:mm")) : QString();
                task.dueAt = dueMoment(task);
                task.assignedTo = add.assignedTo.value_or(m_catalogue.me);
                task.createdAt = time.now();
                addTask(task);
                RowChange row = taskRow(task, QStringLiteral("title"));
                row.kind = RowChange::Kind::Insert;
                changes.rows.push_back(row);
                if (add.isFollowUp && add.lead) {
                    changes.rows.push_back(
                        log(*add.lead, QStringLiteral("follow_up_scheduled"), QStringLiteral("Follow-up")));
                }
                return {};
            },
            [&](const EditTask& edit) -> Done {
                Task* task = find(m_tasks, edit.id);
                if (task == nullptr) {
                    return fail(Error::Kind::Invalid, QStringLiteral("There is no such task."));
                }
                task->title = edit.title.value_or(task->title);
                if (edit.dueDate) {
                    task->dueDate = *edit.dueDate ? (*edit.dueDate)->toString(Qt::ISODate) : QString();
                }
                if (edit.dueTime) {
                    task->dueTime = *edit.dueTime ? (*edit.dueTime)->toString(QStringLiteral("HH:mm")) : QString();
                }
                task->dueAt = dueMoment(*task);
                changes.rows.push_back(taskRow(*task, QStringLiteral("due_date")));
                refreshNextTask(task->lead);
                return {};
            },
            [&](const CompleteTask& complete) -> Done {
                Task* task = find(m_tasks, complete.id);
                if (task == nullptr) {
                    return fail(Error::Kind::Invalid, QStringLiteral("There is no such task."));
                }
                task->status = complete.done ? QStringLiteral("completed") : QStringLiteral("pending");
                task->completedAt = complete.done ? time.now() : Instant{};
                changes.rows.push_back(taskRow(*task, QStringLiteral("status")));
                refreshNextTask(task->lead);
                return {};
            },
            [&](const auto&) -> Done { return {}; },
        },
        command);
    KEYTURN_TRY(done);
    return changes;
}

QFuture<Result<Committed>> FakeWorkspace::submit(const Command& command)
{
    submitted.push_back(command);
    if (!m_failures.empty()) {
        const Error error = m_failures.front();
        m_failures.pop_front();
        return later<Committed>(fail(error));
    }
    auto changes = obey(command);
    if (!changes) {
        return later<Committed>(fail(changes.error()));
    }
    const ChangeSet done = *changes;
    return later<Committed>(Committed{done, false}, [this, done] {
        if (!done.isEmpty()) {
            m_undo = {done.summary, {}};
            Q_EMIT changed(done);
            Q_EMIT undoStateChanged(m_undo);
        }
    });
}

QFuture<Result<Committed>> FakeWorkspace::undo()
{
    ++asked[QStringLiteral("undo")];
    return later<Committed>(Committed{});
}

QFuture<Result<Committed>> FakeWorkspace::redo()
{
    ++asked[QStringLiteral("redo")];
    return later<Committed>(Committed{});
}

// --- Queries

std::vector<StageTotal> FakeWorkspace::sums() const
{
    std::vector<StageTotal> totals;
    for (const LeadCard& card : m_leads) {
        auto it = std::find_if(totals.begin(), totals.end(), [&](const StageTotal& total) {
            return total.stage == card.stage && total.owner == card.owner;
        });
        if (it == totals.end()) {
            totals.push_back({card.stage, card.owner, 0, 0});
            it = totals.end() - 1;
        }
        ++it->count;
        it->valueCents += card.valueCents;
    }
    return totals;
}

LeadSnapshot FakeWorkspace::snapshot(int perStage) const
{
    LeadSnapshot snapshot;
    snapshot.table = std::make_shared<LeadTable>();
    snapshot.totals = sums();
    snapshot.complete = perStage < 0;
    QHash<StageId, int> taken;
    for (const LeadCard& card : m_leads) {
        if (perStage < 0 || taken[card.stage]++ < perStage) {
            snapshot.table->upsert(card);
        }
    }
    return snapshot;
}

QFuture<Result<LeadSnapshot>> FakeWorkspace::firstCards(int perStage)
{
    return answer<LeadSnapshot>("firstCards", snapshot(perStage));
}

QFuture<Result<LeadSnapshot>> FakeWorkspace::allLeads()
{
    return answer<LeadSnapshot>("allLeads", snapshot(-1));
}

QFuture<Result<std::vector<LeadCard>>> FakeWorkspace::cards(const std::vector<LeadId>& leads)
{
    std::vector<LeadCard> found;
    for (const LeadId lead : leads) {
        if (m_leads.contains(lead)) {
            found.push_back(m_leads.value(lead));
        }
    }
    return answer<std::vector<LeadCard>>("cards", found);
}

QFuture<Result<std::vector<StageTotal>>> FakeWorkspace::totals()
{
    return answer<std::vector<StageTotal>>("totals", sums());
}

QFuture<Result<LeadDetail>> FakeWorkspace::lead(LeadId id)
{
    if (!m_leads.contains(id)) {
        return answer<LeadDetail>("lead", fail(Error::Kind::Invalid, QStringLiteral("There is no such lead.")));
    }
    return answer<LeadDetail>("lead", detail(id));
}

QFuture<Result<TimelinePage>> FakeWorkspace::timeline(const TimelineQuery& query)
{
    std::vector<TimelineEntry> found;
    for (const TimelineEntry& entry : m_entries) {
        const bool text = query.text.isEmpty() || entry.title.contains(query.text, Qt::CaseInsensitive) ||
                          entry.description.contains(query.text, Qt::CaseInsensitive);
        if (entry.lead == query.lead && text && (query.types.isEmpty() || query.types.contains(entry.type)) &&
            (!query.highlightsOnly || entry.isHighlight)) {
            found.push_back(entry);
        }
    }
    const auto newer = [](const TimelineEntry& a, const TimelineEntry& b) {
        return a.occurredAt != b.occurredAt ? a.occurredAt > b.occurredAt : a.id.toString() > b.id.toString();
    };
    std::sort(found.begin(), found.end(), newer);
    TimelinePage page;
    for (const TimelineEntry& entry : found) {
        const bool older = query.before.isNull() || entry.occurredAt < query.before.occurredAt ||
                           (entry.occurredAt == query.before.occurredAt && entry.id.toString() < query.before.id);
        if (!older) {
            continue;
        }
        if (std::ssize(page.entries) == query.limit) {
            page.next = {page.entries.back().occurredAt, page.entries.back().id.toString()};
            break;
        }
        page.entries.push_back(entry);
    }
    return answer<TimelinePage>("timeline", page);
}

QFuture<Result<TodayLists>> FakeWorkspace::today(const TodayQuery&)
{
    return answer<TodayLists>("today", todayLists);
}

QFuture<Result<std::vector<ContactLink>>> FakeWorkspace::findContacts(const QString&, int)
{
    return answer<std::vector<ContactLink>>("findContacts", std::vector<ContactLink>{});
}

QFuture<Result<SearchResults>> FakeWorkspace::search(const SearchRequest& request)
{
    searches.push_back(request);
    return answer<SearchResults>("search", searchResults);
}

QFuture<Result<ReportTable>> FakeWorkspace::report(const ReportRequest& request)
{
    reports.push_back(request);
    ReportTable table = reportTables.value(request.name);
    table.name = request.name;
    if (request.behind) {
        table.columns.clear();
        table.rows.clear();
        table.keys.clear();
    }
    return answer<ReportTable>("report", table);
}

QFuture<Result<std::vector<Task>>> FakeWorkspace::tasks(const std::optional<UserId>& assignee, bool openOnly)
{
    std::vector<Task> found;
    for (const Task& task : m_tasks) {
        if ((!assignee || task.assignedTo == *assignee) && (!openOnly || isOpen(task))) {
            found.push_back(task);
        }
    }
    std::sort(found.begin(), found.end(), [](const Task& a, const Task& b) { return a.dueAt < b.dueAt; });
    return answer<std::vector<Task>>("tasks", found);
}

QFuture<Result<QByteArray>> FakeWorkspace::documentContent(DocumentId)
{
    return answer<QByteArray>("documentContent", QByteArrayLiteral("content"));
}

QFuture<Result<std::vector<Check>>> FakeWorkspace::verify()
{
    return answer<std::vector<Check>>("verify", std::vector<Check>{});
}

QFuture<Result<qint64>> FakeWorkspace::backup(const QString&)
{
    return answer<qint64>("backup", qint64(0));
}

} // namespace keyturn::test
