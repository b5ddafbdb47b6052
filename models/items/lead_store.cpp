// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lead_store.h"

#include "models/workspace/when_ready.h"

#include <QElapsedTimer>

namespace keyturn {

namespace {

constexpr qint64 sliceMs = 6;
constexpr qsizetype fetchAtOnce = 2000;

/// As the table keeps it, so that an unchanged lead is recognised.
Instant wholeSeconds(Instant instant)
{
    return Instant{instant.ms - instant.ms % 1000};
}

void roundMoments(LeadCard& card)
{
    for (Instant* instant :
         {&card.stageEnteredAt, &card.lastActivityAt, &card.firstContactedAt, &card.createdAt, &card.taskDueAt}) {
        *instant = wholeSeconds(*instant);
    }
}

} // namespace

LeadStore::LeadStore(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_table(std::make_shared<LeadTable>())
{
    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, &LeadStore::applySlice);
    connect(&workspace, &Workspace::changed, this, &LeadStore::onChanged);
    connect(&workspace, &Workspace::catalogueChanged, this, [this] {
        m_frameValid = false;
        Q_EMIT catalogueChanged();
    });
    connect(&workspace, &Workspace::recovered, this, [this] {
        if (m_complete) {
            fetch();
        } else {
            load();
        }
    });
    connect(&workspace, &Workspace::replaced, this, [this] { load(); });
    m_minute.setInterval(60'000);
    m_minute.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_minute, &QTimer::timeout, this, &LeadStore::timePassed);
    m_minute.start();
}

LeadStore::~LeadStore() = default;

const DayFrame& LeadStore::frame() const
{
    const Instant present = now();
    if (!m_frameValid || !m_frame.holds(present)) {
        m_frame = DayFrame::around(present, userZone(catalogue()));
        m_frameValid = true;
    }
    return m_frame;
}

void LeadStore::load(int firstPerStage)
{
    whenReady(m_workspace.firstCards(firstPerStage), this, [this](const Result<LeadSnapshot>& answer) {
        if (answer && !m_complete) {
            receive(*answer);
            if (answer->complete) {
                return; // a workspace far away has told everything at once
            }
        }
        // In the next turn: the first cards are on the screen before a thread begins to read a hundred thousand more.
        QTimer::singleShot(0, this, &LeadStore::loadAll);
    });
}

void LeadStore::loadAll()
{
    ++m_loads;
    whenReady(m_workspace.allLeads(), this, [this](const Result<LeadSnapshot>& all) {
        m_waiting.unite(m_meanwhile);
        if (--m_loads == 0) {
            m_meanwhile.clear();
        }
        if (all) {
            receive(*all);
        } else {
            Q_EMIT loadFailed(all.error());
        }
    });
}

void LeadStore::receive(const LeadSnapshot& snapshot)
{
    Q_EMIT aboutToReplace();
    m_table = snapshot.table ? snapshot.table : std::make_shared<LeadTable>();
    m_totals = snapshot.totals;
    m_complete = snapshot.complete;
    m_hasFirst = true;
    for (Pending& pending : m_pending) {
        for (auto it = pending.before.begin(); it != pending.before.end(); ++it) {
            const Row row = m_table->rowOf(it.key());
            if (row != LeadTable::noRow) {
                it.value() = {m_table->stageAt(m_table->stageIndex(row)), m_table->stageEnteredAt(row)};
                m_table->setStage(row, pending.to, pending.at);
            }
        }
    }
    Q_EMIT replaced();
    if (m_complete) {
        Q_EMIT completed();
        fetch();
    } else {
        Q_EMIT firstLoaded();
    }
}

void LeadStore::onChanged(const ChangeSet& changes)
{
    const std::vector<LeadId> leads = changes.leads();
    for (const LeadId lead : leads) {
        m_waiting.insert(lead);
        if (m_loads > 0) {
            m_meanwhile.insert(lead);
        }
    }
    if (m_complete && !leads.empty()) {
        fetch();
    }
}

void LeadStore::fetch()
{
    if (m_fetching || !m_complete || m_waiting.isEmpty() || m_slice.isActive()) {
        return;
    }
    std::vector<LeadId> leads;
    for (auto it = m_waiting.begin(); it != m_waiting.end() && std::ssize(leads) < fetchAtOnce;) {
        leads.push_back(*it);
        it = m_waiting.erase(it);
    }
    m_fetching = true;
    whenReady(m_workspace.cards(leads), this, [this, leads](const Result<std::vector<LeadCard>>& answer) {
        m_fetching = false;
        if (!answer) {
            // The workspace is closing or in trouble; it says so itself, and a later change asks again.
            if (answer.error().kind != Error::Kind::Cancelled) {
                for (const LeadId lead : leads) {
                    m_waiting.insert(lead);
                }
            }
            return;
        }
        QSet<LeadId> missing(leads.begin(), leads.end());
        for (const LeadCard& card : *answer) {
            missing.remove(card.id);
            m_arrived.push_back(card);
        }
        m_gone.insert(m_gone.end(), missing.begin(), missing.end());
        m_slice.start();
        applySlice();
    });
}

void LeadStore::applySlice()
{
    QElapsedTimer timer;
    timer.start();
    while (!m_arrived.empty() || !m_gone.empty()) {
        if (!m_arrived.empty()) {
            LeadCard card = std::move(m_arrived.front());
            m_arrived.pop_front();
            // Changed again since this was read: the next answer knows better.
            if (!m_waiting.contains(card.id)) {
                put(std::move(card));
            }
        } else {
            const LeadId lead = m_gone.front();
            m_gone.pop_front();
            if (!m_waiting.contains(lead)) {
                drop(lead);
            }
        }
        if (timer.elapsed() >= sliceMs) {
            return;
        }
    }
    m_slice.stop();
    if (m_waiting.isEmpty()) {
        Q_EMIT settled();
    } else {
        fetch();
    }
}

void LeadStore::put(LeadCard card)
{
    roundMoments(card);
    if (const quint64 token = m_pendingOf.value(card.id); token != 0) {
        Pending& pending = m_pending[token];
        pending.before[card.id] = {card.stage, card.stageEnteredAt};
        card.stage = pending.to;
        card.stageEnteredAt = wholeSeconds(pending.at);
    }
    const Row row = m_table->rowOf(card.id);
    if (row == LeadTable::noRow) {
        const Row fresh = m_table->upsert(card);
        Q_EMIT added(fresh);
        return;
    }
    if (m_table->card(row) == card) {
        return;
    }
    const StageId oldStage = m_table->stageAt(m_table->stageIndex(row));
    Q_EMIT aboutToUpdate(row);
    m_table->upsert(card);
    Q_EMIT updated(row, oldStage);
}

void LeadStore::drop(LeadId lead)
{
    const Row row = m_table->rowOf(lead);
    if (row == LeadTable::noRow) {
        return;
    }
    Q_EMIT aboutToRemove(row);
    m_table->remove(lead);
    Q_EMIT removed(row, lead);
}

void LeadStore::setStage(Row row, StageId stage, Instant enteredAt)
{
    const StageId oldStage = m_table->stageAt(m_table->stageIndex(row));
    Q_EMIT aboutToUpdate(row);
    m_table->setStage(row, stage, enteredAt);
    Q_EMIT updated(row, oldStage);
}

quint64 LeadStore::applyPending(const std::vector<LeadId>& leads, StageId stage)
{
    const quint64 token = m_nextToken++;
    Pending pending;
    pending.to = stage;
    pending.at = now();
    std::vector<Row> rows;
    for (const LeadId lead : leads) {
        const Row row = m_table->rowOf(lead);
        if (row == LeadTable::noRow || m_table->stageAt(m_table->stageIndex(row)) == stage) {
            continue;
        }
        std::pair<StageId, Instant> before{m_table->stageAt(m_table->stageIndex(row)), m_table->stageEnteredAt(row)};
        if (const quint64 earlier = m_pendingOf.value(lead); earlier != 0) {
            // Moved twice before the first answer: what stands behind both is what to go back to.
            before = m_pending[earlier].before.take(lead);
        }
        pending.before.insert(lead, before);
        m_pendingOf.insert(lead, token);
        rows.push_back(row);
    }
    m_pending.insert(token, pending);
    for (const Row row : rows) {
        setStage(row, stage, pending.at);
    }
    return token;
}

std::vector<LeadId> LeadStore::release(quint64 token)
{
    std::vector<LeadId> leads;
    const Pending pending = m_pending.take(token);
    for (auto it = pending.before.begin(); it != pending.before.end(); ++it) {
        m_pendingOf.remove(it.key());
        leads.push_back(it.key());
    }
    return leads;
}

void LeadStore::confirm(quint64 token)
{
    for (const LeadId lead : release(token)) {
        const Row row = m_table->rowOf(lead);
        if (row != LeadTable::noRow) {
            Q_EMIT pendingChanged(row);
        }
    }
}

void LeadStore::revert(quint64 token, const Error& reason)
{
    const auto before = m_pending.value(token).before;
    const std::vector<LeadId> leads = release(token);
    for (const LeadId lead : leads) {
        const Row row = m_table->rowOf(lead);
        if (row != LeadTable::noRow) {
            const auto [stage, enteredAt] = before.value(lead);
            setStage(row, stage, enteredAt);
            // Somebody else may have moved it in the meantime: the book knows.
            m_waiting.insert(lead);
        }
    }
    fetch();
    Q_EMIT moveRefused(leads, reason);
}

void LeadStore::move(const MoveStage& command)
{
    const quint64 token = applyPending(command.leads, command.to);
    const std::vector<LeadId> leads = command.leads;
    whenReady(m_workspace.submit(command), this, [this, token, leads](const Result<Committed>& answer) {
        if (answer) {
            confirm(token);
            Q_EMIT moveDone(leads, answer->changes);
        } else {
            revert(token, answer.error());
        }
    });
}

} // namespace keyturn
