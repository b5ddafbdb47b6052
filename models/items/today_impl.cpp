// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/today_impl.h"

#include "models/domain/calling_hours.h"
#include "models/domain/value_lists.h"
#include "models/items/lead_roles.h"
#include "models/items/lead_text.h"
#include "models/items/list_diff.h"
#include "models/items/moment_text.h"
#include "models/workspace/when_ready.h"

#include <QLocale>

namespace keyturn {

namespace {

constexpr int soonMs = 120;

QDate dateOf(const QString& text)
{
    return QDate::fromString(text, Qt::ISODate);
}

QString lowered(QString text)
{
    if (!text.isEmpty()) {
        text[0] = text[0].toLower();
    }
    return text;
}

} // namespace

TodayModel::Impl::Impl(TodayModel& model, LeadStore& leads)
    : q(model)
    , store(leads)
    , presenter(leads)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    QObject::connect(&m_soon, &QTimer::timeout, &q, [this] { q.refresh(); });
    QObject::connect(&leads.workspace(), &Workspace::changed, &q, [this] { m_soon.start(); });
    QObject::connect(&leads.workspace(), &Workspace::replaced, &q, [this] { m_soon.start(); });
}

void TodayModel::Impl::refresh()
{
    m_soon.stop();
    const quint64 generation = ++m_generation;
    TodayQuery query;
    query.user = store.catalogue().me;
    query.silentDays = silentDays;
    whenReady(store.workspace().today(query), &q, [this, generation](const Result<TodayLists>& answer) {
        if (generation != m_generation) {
            return;
        }
        if (answer) {
            receive(*answer);
        } else if (answer.error().kind != Error::Kind::Cancelled) {
            Q_EMIT q.failed(answer.error());
        }
    });
}

void TodayModel::Impl::receive(const TodayLists& answer)
{
    lists = answer;
    const QDate today = store.frame().today;
    if (m_day != today) {
        m_day = today;
        snoozed.clear();
        snoozedCount = 0;
    }
    const auto rowsOf = [this](const auto& list, const auto& make) {
        std::vector<TodayRow> rows;
        for (const auto& one : list) {
            TodayRow row = make(one);
            if (!snoozed.contains(row.key())) {
                rows.push_back(std::move(row));
            }
        }
        return rows;
    };
    // A lead with something planned for a later day is not waiting: that is what snoozing it does.
    const auto isPlanned = [this](const TodayRow& row) {
        const LeadTable::Row at = store.table().rowOf(row.lead);
        return at != LeadTable::noRow && store.table().taskDueAt(at) >= store.frame().dayEnds;
    };

    std::vector<TodayRow> fresh = rowsOf(answer.newLeads, [](LeadId lead) { return TodayRow{lead, {}, {}, {}, {}}; });
    const auto listedNew = static_cast<qint64>(fresh.size());
    std::erase_if(fresh, isPlanned);
    const qint64 newCount = std::max<qint64>(answer.newLeadCount - std::ssize(answer.newLeads), 0) +
                            std::min<qint64>(listedNew, std::ssize(fresh));
    const std::vector<TodayRow> locks = rowsOf(answer.locks, [](const TodayLists::LockedLead& one) {
        return TodayRow{one.lead, {}, one.lockExpiresOn, one.closesOn, {}};
    });
    const std::vector<TodayRow> due = rowsOf(answer.tasks, [](const keyturn::Task& task) {
        return TodayRow{task.lead, task, {}, {}, {}};
    });
    std::vector<TodayRow> silent = rowsOf(answer.silent, [](const TodayLists::SilentLead& one) {
        return TodayRow{one.lead, {}, {}, {}, one.lastActivityAt};
    });
    std::erase_if(silent, isPlanned);

    const auto hidden = [](qint64 total, std::ptrdiff_t listed) { return std::max<qint64>(total - listed, 0); };
    show(Section::NewLeads, fresh, newCount);
    show(Section::LocksAndClosings, locks, hidden(answer.lockCount, std::ssize(answer.locks)) + std::ssize(locks));
    show(Section::Due, due, hidden(answer.taskCount, std::ssize(answer.tasks)) + std::ssize(due));
    show(Section::Silent, silent, hidden(answer.silentCount, std::ssize(answer.silent)) + std::ssize(silent));
    const auto listedLate = std::count_if(answer.tasks.begin(), answer.tasks.end(), [this](const keyturn::Task& task) {
        return MomentText::dueState(task.dueAt, store.now(), store.frame()) == DueState::Late;
    });
    hiddenLate = static_cast<int>(
        std::min(hidden(answer.lateTaskCount, listedLate), hidden(answer.taskCount, std::ssize(answer.tasks))));
    const bool first = !isLoaded;
    isLoaded = true;
    if (first) {
        Q_EMIT q.loaded();
    }
    Q_EMIT q.countsChanged();
}

int TodayModel::Impl::positionOf(Section section) const
{
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].section == section) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

void TodayModel::Impl::show(Section section, std::vector<TodayRow> rows, qint64 count)
{
    int at = positionOf(section);
    if (at < 0) {
        if (rows.empty()) {
            return;
        }
        at = static_cast<int>(
            std::count_if(blocks.begin(), blocks.end(), [&](const Block& block) { return block.section < section; }));
        q.beginInsertRows({}, at, at);
        blocks.insert(blocks.begin() + at, Block{section, {}, 0});
        q.endInsertRows();
    }
    // Blocks may move in memory while listeners look; the rows are worked on by position.
    Block& block = blocks[static_cast<std::size_t>(at)];
    const bool empties = rows.empty();
    const QModelIndex parent = q.index(at, 0);
    applyDiff(q, block.rows, std::move(rows), parent, [](const TodayRow& row) { return row.key(); });
    if (empties) {
        q.beginRemoveRows({}, at, at);
        blocks.erase(blocks.begin() + at);
        q.endRemoveRows();
        return;
    }
    if (block.count != count) {
        block.count = count;
        Q_EMIT q.dataChanged(parent, parent);
    }
}

const TodayRow* TodayModel::Impl::rowAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == 0) {
        return nullptr;
    }
    const int block = positionOf(static_cast<Section>(index.internalId() - 1));
    if (block < 0) {
        return nullptr;
    }
    const auto& rows = blocks[static_cast<std::size_t>(block)].rows;
    return static_cast<std::size_t>(index.row()) < rows.size() ? &rows[static_cast<std::size_t>(index.row())] : nullptr;
}

void TodayModel::Impl::submit(const keyturn::Command& command, const QString& key)
{
    pending.insert(key);
    whenReady(store.workspace().submit(command), &q, [this, key](const Result<Committed>& answer) {
        pending.remove(key);
        if (answer) {
            Q_EMIT q.done(answer->changes);
        } else {
            if (snoozed.remove(key)) {
                --snoozedCount;
            }
            Q_EMIT q.failed(answer.error());
        }
        q.refresh();
    });
}

bool TodayModel::Impl::isLate(const TodayRow& row) const
{
    return !row.task.id.isNull() && MomentText::dueState(row.task.dueAt, store.now(), store.frame()) == DueState::Late;
}

int TodayModel::Impl::late(const Block& block) const
{
    const auto listed =
        std::count_if(block.rows.begin(), block.rows.end(), [this](const TodayRow& row) { return isLate(row); });
    return static_cast<int>(listed) + (block.section == Section::Due ? hiddenLate : 0);
}

QVariant TodayModel::Impl::sectionData(const Block& block, int role) const
{
    QString title;
    switch (block.section) {
    case Section::NewLeads:
        title = tr("New leads");
        break;
    case Section::LocksAndClosings:
        title = tr("Rate locks and closings");
        break;
    case Section::Due:
        title = tr("Overdue and due today");
        break;
    case Section::Silent:
        title = tr("Silent for %Ln day(s)", nullptr, silentDays);
        break;
    }
    switch (role) {
    case Qt::DisplayRole:
    case SectionTitle:
        return title;
    case Qt::AccessibleTextRole:
        return tr("%1, %2", "section and count").arg(title, QLocale().toString(block.count));
    case SectionValue:
        return static_cast<int>(block.section);
    case IsSection:
        return true;
    case SectionCount:
        return block.count;
    case SectionHint:
        return block.section == Section::Due && late(block) > 0 ? tr("%Ln late", nullptr, late(block)) : QString();
    default:
        return {};
    }
}

QString TodayModel::Impl::reason(const Block& block, const TodayRow& row) const
{
    const DayFrame& frame = store.frame();
    const LeadTable::Row at = store.table().rowOf(row.lead);
    // "today", "tomorrow", "on Saturday", "on December 3"
    const auto when = [&](QDate date) {
        const auto days = frame.today.daysTo(date);
        return days == 0              ? tr("today")
               : days == 1            ? tr("tomorrow")
               : days > 1 && days < 7 ? tr("on %1", "a weekday").arg(QLocale().dayName(date.dayOfWeek()))
                                      : tr("on %1", "a date").arg(MomentText::shortDate(date, frame.today));
    };
    switch (block.section) {
    case Section::NewLeads: {
        if (at == LeadTable::noRow) {
            return {};
        }
        const LeadCard card = store.table().card(at);
        const QString ago = MomentText::ago(card.createdAt, store.now());
        const QString source = LeadText::source(card.source);
        return source.isEmpty() ? tr("Came in %1").arg(ago) : tr("%1, %2", "source and time ago").arg(source, ago);
    }
    case Section::LocksAndClosings: {
        const QDate lock = dateOf(row.lockExpiresOn);
        const QDate closing = dateOf(row.closesOn);
        if (!lock.isValid()) {
            return tr("Closes %1").arg(when(closing));
        }
        const QString ends =
            lock < frame.today ? tr("Lock ended %1").arg(when(lock)) : tr("Lock ends %1").arg(when(lock));
        return closing.isValid() ? tr("%1, closes %2").arg(ends, when(closing)) : ends;
    }
    case Section::Due: {
        const auto local = row.task.dueAt.inZone(frame.zone);
        const bool hasTime = !row.task.dueTime.isEmpty();
        if (isLate(row)) {
            const auto days = static_cast<int>(local.date().daysTo(frame.today));
            return days > 0 ? tr("%1, %Ln day(s) late", nullptr, days).arg(row.task.title)
                            : tr("%1, was due at %2").arg(row.task.title, MomentText::time(local.time()));
        }
        return hasTime ? tr("%1 by %2", "task and time").arg(row.task.title, MomentText::time(local.time()))
                       : tr("%1, today").arg(row.task.title);
    }
    case Section::Silent:
        return row.lastActivityAt.isNull() ? tr("Nothing logged yet")
                                           : tr("Nothing logged for %Ln day(s)", nullptr,
                                                static_cast<int>((store.now() - row.lastActivityAt) / msPerDay));
    }
    return {};
}

QVariant TodayModel::Impl::rowData(const Block& block, const TodayRow& row, int role) const
{
    const LeadTable::Row at = store.table().rowOf(row.lead);
    const bool known = at != LeadTable::noRow;
    const auto hours = [&]() -> std::optional<CallingHours> {
        if (!known) {
            return std::nullopt;
        }
        const LeadCard card = store.table().card(at);
        return callingHours(card.state, card.phone, store.now());
    };
    const bool isTask = !row.task.id.isNull();
    const bool calls = block.section == Section::NewLeads || block.section == Section::Silent ||
                       (isTask && known && row.task.type == QLatin1String("call"));
    const auto lockDays = [&]() -> std::optional<int> {
        const QDate lock = dateOf(row.lockExpiresOn);
        return lock.isValid() ? std::optional<int>(static_cast<int>(store.frame().today.daysTo(lock))) : std::nullopt;
    };
    switch (role) {
    case Qt::DisplayRole:
    case Name:
        return known                         ? QString::fromUtf8(store.table().nameUtf8(at))
               : isTask && row.lead.isNull() ? row.task.title
                                             : row.task.leadName;
    case Qt::AccessibleTextRole: {
        QStringList parts;
        for (const int piece : {int(Name), int(Reason), int(AmountText), int(ProgramText), int(LocalTimeText),
                                int(OpensText), int(ActionText)}) {
            parts.append(rowData(block, row, piece).toString());
        }
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case SectionValue:
        return static_cast<int>(block.section);
    case IsSection:
        return false;
    case TodayModel::Lead:
        return QVariant::fromValue(row.lead);
    case TodayModel::Task:
        return QVariant::fromValue(row.task.id);
    case Reason:
        return reason(block, row);
    case ReasonIsLate:
        return isLate(row);
    case Icon:
        switch (block.section) {
        case Section::NewLeads:
            return QStringLiteral("user-plus");
        case Section::LocksAndClosings:
            return row.lockExpiresOn.isEmpty() ? QStringLiteral("key") : QStringLiteral("lock");
        case Section::Due:
            return isLate(row) ? QStringLiteral("circle-alert") : LeadText::taskIcon(row.task.type);
        case Section::Silent:
            return QStringLiteral("hourglass");
        }
        return {};
    case Tone:
        switch (block.section) {
        case Section::NewLeads:
            return 1;
        case Section::LocksAndClosings:
            return lockDays().value_or(99) <= 3 ? 3 : 2;
        case Section::Due:
            return isLate(row) ? 3 : 0;
        case Section::Silent:
            return 0;
        }
        return {};
    case AmountText:
        return known ? presenter.data(at, LeadRole::AmountText) : QVariant(QString());
    case ProgramText: {
        if (!known) {
            return QString();
        }
        if (block.section == Section::NewLeads) {
            QStringList parts{presenter.data(at, LeadRole::ProgramText).toString(),
                              lowered(presenter.data(at, LeadRole::PurposeText).toString())};
            parts.removeAll(QString());
            return parts.join(QStringLiteral(", "));
        }
        const int days = presenter.daysInStage(at);
        const QString stage = presenter.data(at, LeadRole::StageName).toString();
        return days > 0 ? tr("%1, %Ln day(s)", "stage and time in it", days).arg(stage) : stage;
    }
    case LocalTimeText: {
        const auto there = calls ? hours() : std::nullopt;
        return there
                   ? tr("%1 in %2", "local time and state")
                         .arg(MomentText::time(there->localTime.time()), choiceLabel(ValueList::UsState, there->state))
                   : QString();
    }
    case OutsideHours: {
        const auto there = calls ? hours() : std::nullopt;
        return there && !there->isOpen;
    }
    case OpensText: {
        const auto there = calls ? hours() : std::nullopt;
        return there && !there->isOpen
                   ? tr("opens %1", "a time").arg(MomentText::time(there->opensAt.inZone(store.frame().zone).time()))
                   : QString();
    }
    case ActionValue:
        return static_cast<int>(calls ? Action::Call : isTask ? Action::Complete : Action::Open);
    case ActionText: {
        if (!calls) {
            return isTask ? tr("Done") : tr("Open");
        }
        const auto there = hours();
        return there && !there->isOpen
                   ? tr("Call at %1").arg(MomentText::time(there->opensAt.inZone(store.frame().zone).time()))
                   : tr("Call");
    }
    case Phone:
        return known ? presenter.data(at, LeadRole::Phone) : QVariant(QString());
    case TemperatureValue:
        return known ? static_cast<int>(store.table().temperature(at)) : static_cast<int>(Temperature::Cold);
    case LockDaysLeft:
        return lockDays() ? QVariant(*lockDays()) : QVariant();
    case CanSnooze:
        return !pending.contains(row.key());
    case DaysSilent:
        return row.lastActivityAt.isNull() ? -1 : static_cast<int>((store.now() - row.lastActivityAt) / msPerDay);
    case StageName:
        return known ? presenter.data(at, LeadRole::StageName) : QVariant(QString());
    case DueAt:
        return QVariant::fromValue(row.task.dueAt);
    case Pending:
        return pending.contains(row.key());
    default:
        return {};
    }
}

} // namespace keyturn
