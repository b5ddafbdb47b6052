// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lead_list_impl.h"

#include "models/base/money.h"
#include "models/items/lead_text.h"
#include "models/items/moment_text.h"

#include <QLocale>

#include <algorithm>
#include <iterator>
#include <utility>

namespace keyturn {

namespace {

constexpr std::size_t fewDifferences = 32;

} // namespace

LeadListModel::Impl::Impl(LeadListModel& model, LeadStore& leads)
    : q(model)
    , store(leads)
    , presenter(leads)
    , matcher(std::make_unique<LeadMatcher>(leads, filter))
    , order(makeOrder())
    , m_work(leads, [this](const QDeadlineTimer& until) { return work(until); })
{
    m_figures.setSingleShot(true);
    m_figures.setInterval(0);
    QObject::connect(&m_figures, &QTimer::timeout, &q, &LeadListModel::figuresChanged);
    resort();
}

LeadOrder LeadListModel::Impl::makeOrder() const
{
    using Field = LeadOrder::Field;
    static const QHash<int, Field> fields{
        {Name, Field::Name},
        {Stage, Field::Stage},
        {Amount, Field::Value},
        {Program, Field::Program},
        {Purpose, Field::Purpose},
        {Ltv, Field::Ltv},
        {Fico, Field::Fico},
        {LeadListModel::Temperature, Field::Temperature},
        {Owner, Field::Owner},
        {Source, Field::Source},
        {Phone, Field::Phone},
        {Email, Field::Email},
        {Tags, Field::Tags},
        {NextTask, Field::Task},
        {Due, Field::TaskDue},
        {LockExpires, Field::LockExpires},
        {Closing, Field::Closing},
        {DaysInStage, Field::StageEntered},
        {LastActivity, Field::LastActivity},
        {Created, Field::Created},
        {Score, Field::Score},
    };
    // Few days in a stage means entered late: the two run in opposite directions.
    const bool turned = column == DaysInStage;
    const Qt::SortOrder way = (direction == Qt::AscendingOrder) != turned ? Qt::AscendingOrder : Qt::DescendingOrder;
    return {store, fields.value(column, Field::Name), way};
}

int LeadListModel::Impl::find(Row row) const
{
    const std::size_t at = order.find(rows, row);
    return at < rows.size() ? static_cast<int>(at) : -1;
}

void LeadListModel::Impl::touch(Row row)
{
    if (m_scan) {
        m_scan->touched.push_back(row);
    }
    if (m_sorting) {
        m_sorting->touch(row);
    }
    if (!m_figures.isActive()) {
        m_figures.start();
    }
}

/// One slice. Sorting goes first: what has been filtered is put in by the order.
bool LeadListModel::Impl::work(const QDeadlineTimer& until)
{
    if (m_sorting) {
        continueSorting(until);
    }
    if (m_scan && m_hasAll && !until.hasExpired()) {
        continueScan(until);
    }
    // None at all is a figure too, and is one only now.
    if (isSettled() && !m_figures.isActive()) {
        m_figures.start();
    }
    return isSettled();
}

void LeadListModel::Impl::scan()
{
    m_scan.emplace(Scan());
    m_scan->matcher = std::make_unique<LeadMatcher>(store, filter);
    m_work.begin();
}

void LeadListModel::Impl::continueScan(const QDeadlineTimer& until)
{
    const LeadTable& table = store.table();
    Row row = m_scan->next;
    while (row < table.rowLimit()) {
        const Row portion = std::min(table.rowLimit(), row + SlicedWork::rowsBetweenLooks);
        for (; row < portion; ++row) {
            if (table.isLive(row) && m_scan->matcher->accepts(row)) {
                m_scan->shown.push_back(row);
            }
        }
        if (row < table.rowLimit() && until.hasExpired()) {
            m_scan->next = row;
            return;
        }
    }
    Scan done = std::move(*m_scan);
    m_scan.reset();
    matcher = std::move(done.matcher);
    if (!done.touched.empty()) {
        std::sort(done.touched.begin(), done.touched.end());
        done.touched.erase(std::unique(done.touched.begin(), done.touched.end()), done.touched.end());
        std::erase_if(done.shown,
                      [&](Row at) { return std::binary_search(done.touched.begin(), done.touched.end(), at); });
        for (const Row at : done.touched) {
            if (table.isLive(at) && matcher->accepts(at)) {
                done.shown.push_back(at);
            }
        }
    }
    apply(std::move(done.shown));
}

void LeadListModel::Impl::apply(std::vector<Row> shown)
{
    std::vector<quint8> mark(store.table().rowLimit(), 0);
    cents = 0;
    for (const Row row : shown) {
        mark[row] = 1;
        cents += store.table().valueCents(row);
    }
    std::vector<Row> wanted;
    wanted.reserve(shown.size());
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(wanted), [&](Row row) { return mark[row] != 0; });
    const auto goes = [&](Row row) { return row >= mark.size() || mark[row] == 0; };
    const auto leaving = static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), goes));
    if (leaving > fewDifferences) {
        std::vector<Row> parted = rows;
        std::stable_partition(parted.begin(), parted.end(), [&](Row row) { return !goes(row); });
        reorder(std::move(parted));
        const std::size_t keep = rows.size() - leaving;
        q.beginRemoveRows({}, static_cast<int>(keep), static_cast<int>(rows.size()) - 1);
        rows.resize(keep);
        q.endRemoveRows();
    } else {
        for (int at = static_cast<int>(rows.size()) - 1; at >= 0; --at) {
            if (goes(rows[static_cast<std::size_t>(at)])) {
                removeAt(at);
            }
        }
    }
    for (const Row row : rows) {
        mark[row] = 2;
    }
    std::erase_if(shown, [&](Row row) { return mark[row] == 2; });
    if (shown.size() <= fewDifferences) {
        for (const Row row : shown) {
            insertSorted(row);
        }
    } else {
        const auto first = static_cast<int>(rows.size());
        q.beginInsertRows({}, first, first + static_cast<int>(shown.size()) - 1);
        if (first == 0) {
            rows = wanted;
        } else {
            rows.insert(rows.end(), shown.begin(), shown.end());
        }
        q.endInsertRows();
        reorder(std::move(wanted));
    }
    m_figures.start();
}

void LeadListModel::Impl::resort()
{
    m_sorting = std::make_unique<LeadSorting>(makeOrder(), store.table().byName());
    m_work.begin();
}

void LeadListModel::Impl::continueSorting(const QDeadlineTimer& until)
{
    if (!m_sorting->step(until)) {
        return;
    }
    order = m_sorting->order();
    m_all = m_sorting->take();
    m_sorting.reset();
    m_hasAll = true;
    std::vector<quint8> mark(store.table().rowLimit(), 0);
    for (const Row row : rows) {
        mark[row] = 1;
    }
    std::vector<Row> sorted;
    sorted.reserve(rows.size());
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(sorted), [&](Row row) { return mark[row] != 0; });
    reorder(std::move(sorted));
}

/// The lead at `from` has new values: to its new place, without disturbing the others.
void LeadListModel::Impl::shiftInAll(std::size_t from)
{
    if (from >= m_all.size()) {
        return;
    }
    const std::size_t to = order.newPlace(m_all, from);
    const auto old = m_all.begin() + static_cast<std::ptrdiff_t>(from);
    const auto place = m_all.begin() + static_cast<std::ptrdiff_t>(to);
    if (to > from) {
        std::rotate(old, old + 1, place + 1);
    } else if (to < from) {
        std::rotate(place, old, old + 1);
    }
}

void LeadListModel::Impl::reorder(std::vector<Row> sorted)
{
    if (sorted == rows) {
        return;
    }
    Q_EMIT q.layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList from = q.persistentIndexList();
    std::vector<Row> leads;
    for (const QModelIndex& index : from) {
        leads.push_back(rows[static_cast<std::size_t>(index.row())]);
    }
    rows = std::move(sorted);
    if (!leads.empty()) {
        std::vector<int> place(store.table().rowLimit(), -1);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i] < place.size()) {
                place[rows[i]] = static_cast<int>(i);
            }
        }
        QModelIndexList to;
        for (std::size_t i = 0; i < leads.size(); ++i) {
            const int at = leads[i] < place.size() ? place[leads[i]] : -1;
            to.append(at < 0 ? QModelIndex() : q.createIndex(at, from[static_cast<qsizetype>(i)].column()));
        }
        q.changePersistentIndexList(from, to);
    }
    Q_EMIT q.layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void LeadListModel::Impl::insertSorted(Row row)
{
    const int at = static_cast<int>(order.lowerBound(rows, row));
    q.beginInsertRows({}, at, at);
    rows.insert(rows.begin() + at, row);
    q.endInsertRows();
}

void LeadListModel::Impl::removeAt(int at)
{
    q.beginRemoveRows({}, at, at);
    rows.erase(rows.begin() + at);
    q.endRemoveRows();
}

void LeadListModel::Impl::aboutToReplace()
{
    m_scan.reset();
    m_sorting.reset();
    m_shownBefore.clear();
    for (const Row row : rows) {
        m_shownBefore.push_back(store.table().id(row));
    }
}

void LeadListModel::Impl::replaced()
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i] = store.table().rowOf(m_shownBefore[i]);
    }
    m_shownBefore.clear();
    for (int at = static_cast<int>(rows.size()) - 1; at >= 0; --at) {
        if (rows[static_cast<std::size_t>(at)] == LeadTable::noRow) {
            removeAt(at);
        }
    }
    // The few that are shown already stand right at once, for all the others there is time.
    matcher = std::make_unique<LeadMatcher>(store, filter);
    order = makeOrder();
    m_all.clear();
    m_hasAll = false;
    std::vector<Row> sorted = rows;
    order.sort(sorted);
    reorder(std::move(sorted));
    if (!rows.empty()) {
        Q_EMIT q.dataChanged(q.index(0, 0), q.index(static_cast<int>(rows.size()) - 1, columnTotal - 1));
    }
    resort();
    scan();
}

void LeadListModel::Impl::aboutToUpdate(Row row)
{
    m_before = find(row);
    m_allBefore = order.find(m_all, row);
    m_centsBefore = store.table().valueCents(row);
}

void LeadListModel::Impl::updated(Row row)
{
    touch(row);
    shiftInAll(m_allBefore);
    const bool shown = matcher->accepts(row);
    if (m_before >= 0) {
        cents -= m_centsBefore;
    }
    if (shown) {
        cents += store.table().valueCents(row);
    }
    if (m_before < 0) {
        if (shown) {
            insertSorted(row);
        }
        return;
    }
    if (!shown) {
        removeAt(m_before);
        return;
    }
    const auto from = static_cast<std::size_t>(m_before);
    const std::size_t to = order.newPlace(rows, from);
    if (to != from) {
        q.beginMoveRows({}, m_before, m_before, {}, static_cast<int>(to) + (to > from ? 1 : 0));
        const auto begin = rows.begin();
        if (to > from) {
            std::rotate(begin + m_before, begin + m_before + 1, begin + static_cast<std::ptrdiff_t>(to) + 1);
        } else {
            std::rotate(begin + static_cast<std::ptrdiff_t>(to), begin + m_before, begin + m_before + 1);
        }
        q.endMoveRows();
    }
    const int at = static_cast<int>(to);
    Q_EMIT q.dataChanged(q.index(at, 0), q.index(at, columnTotal - 1));
}

void LeadListModel::Impl::added(Row row)
{
    touch(row);
    if (m_hasAll) {
        m_all.insert(m_all.begin() + static_cast<std::ptrdiff_t>(order.lowerBound(m_all, row)), row);
    }
    if (matcher->accepts(row)) {
        cents += store.table().valueCents(row);
        insertSorted(row);
    }
}

void LeadListModel::Impl::aboutToRemove(Row row)
{
    touch(row);
    if (const std::size_t at = order.find(m_all, row); at < m_all.size()) {
        m_all.erase(m_all.begin() + static_cast<std::ptrdiff_t>(at));
    }
    if (const int at = find(row); at >= 0) {
        cents -= store.table().valueCents(row);
        removeAt(at);
    }
}

void LeadListModel::Impl::shownChanged(Row row)
{
    if (const int at = find(row); at >= 0) {
        Q_EMIT q.dataChanged(q.index(at, 0), q.index(at, columnTotal - 1));
    }
}

QVariant LeadListModel::Impl::cell(Row row, int which) const
{
    const LeadTable& table = store.table();
    const DayFrame& frame = store.frame();
    const auto day = [&](int days) {
        return days == 0 ? QString()
                         : MomentText::shortDate(QDate::fromJulianDay(days + unixEpochJulianDay), frame.today);
    };
    const auto date = [&](Instant instant) {
        return instant.isNull() ? QString() : MomentText::shortDate(instant.dateIn(frame.zone), frame.today);
    };
    switch (which) {
    case Name:
        return QString::fromUtf8(table.nameUtf8(row));
    case Amount:
        return table.valueCents(row) == 0 ? QString() : Money{table.valueCents(row)}.toDisplay();
    case Ltv:
        return LeadText::ltv(table.ltvPct3(row));
    case LeadListModel::Temperature:
        return LeadText::temperature(table.temperature(row));
    case Email:
        return QString::fromUtf8(table.emailUtf8(row));
    case Tags:
        return table.tagSet(table.tagSetIndex(row)).join(QStringLiteral(", "));
    case NextTask:
        return QString::fromUtf8(table.taskUtf8(row));
    case LockExpires:
        return day(table.lockExpiresDay(row));
    case Closing:
        return day(table.closeDay(row));
    case DaysInStage:
        return QLocale().toString(presenter.daysInStage(row));
    case LastActivity:
        return date(table.lastActivityAt(row));
    case Created:
        return date(table.createdAt(row));
    case Score:
        return table.score(row) == 0 ? QString() : QLocale().toString(table.score(row));
    case Stage:
        return presenter.data(row, LeadRole::StageName);
    case Program:
        return LeadText::program(table.word(table.wordIndex(row, LeadTable::Program)), table.termMonths(row));
    case Purpose:
        return LeadText::purpose(table.word(table.wordIndex(row, LeadTable::Purpose)));
    case Fico:
        return LeadText::fico(table.word(table.wordIndex(row, LeadTable::FicoBand)));
    case Source:
        return LeadText::source(table.word(table.wordIndex(row, LeadTable::Source)));
    case Owner:
        return presenter.data(row, LeadRole::OwnerName);
    case Phone:
        return presenter.data(row, LeadRole::Phone);
    case Due:
        return presenter.data(row, LeadRole::TaskDueText);
    default:
        return {};
    }
}

} // namespace keyturn
