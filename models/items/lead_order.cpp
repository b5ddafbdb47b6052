// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lead_order.h"

#include "models/domain/text_order.h"
#include "models/items/lead_sorting.h"
#include "models/items/lead_text.h"

#include <algorithm>
#include <numeric>

namespace keyturn {

namespace {

constexpr quint64 last = LeadOrder::unknown;

/// Signed to unsigned, keeping the order; never the value that means "unknown".
quint64 ordered(qint64 value)
{
    return static_cast<quint64>(value) ^ (quint64(1) << 63U);
}

} // namespace

LeadOrder::LeadOrder(const LeadStore& store, Field field, Qt::SortOrder order)
    : m_store(&store)
    , m_field(field)
    , m_descending(order == Qt::DescendingOrder)
{}

LeadOrder LeadOrder::ofBoard(const LeadStore& store, BoardSort sort, BoardGrouping grouping)
{
    const auto within = [&]() -> LeadOrder {
        switch (sort) {
        case BoardSort::DueFirst:
            return {store, Field::TaskDue, Qt::AscendingOrder};
        case BoardSort::MyOrder:
            return {store, Field::MyOrder, Qt::AscendingOrder};
        case BoardSort::Newest:
            return {store, Field::Created, Qt::DescendingOrder};
        case BoardSort::LongestInStage:
            return {store, Field::StageEntered, Qt::AscendingOrder};
        case BoardSort::HighestAmount:
            return {store, Field::Value, Qt::DescendingOrder};
        case BoardSort::LockFirst:
            return {store, Field::LockExpires, Qt::AscendingOrder};
        case BoardSort::Name:
            break;
        }
        return {store, Field::Name, Qt::AscendingOrder};
    };
    LeadOrder order = within();
    order.m_grouping = grouping;
    return order;
}

const std::vector<quint32>& LeadOrder::groupPlaces() const
{
    const LeadTable& table = m_store->table();
    const std::size_t limit = table.ownerLimit();
    if (m_groupPlaces.size() == limit) {
        return m_groupPlaces;
    }
    struct Owner
    {
        QString name;
        QUuid id; ///< of two of one name each keeps a group of their own
        quint32 index;
    };
    std::vector<Owner> owners;
    for (std::size_t i = 0; i < limit; ++i) {
        const auto number = static_cast<quint16>(i);
        const UserId id = table.ownerAt(number);
        const User* user = m_store->catalogue().user(id);
        owners.push_back({user != nullptr ? user->name().toCaseFolded() : QString(), id.uuid(), number});
    }
    // Who has no name stands behind those who have one, nobody behind all.
    const auto rank = [](const Owner& owner) { return owner.id.isNull() ? 2 : int(owner.name.isEmpty()); };
    std::ranges::sort(owners, [&](const Owner& a, const Owner& b) {
        if (rank(a) != rank(b)) {
            return rank(a) < rank(b);
        }
        return a.name != b.name ? a.name < b.name : a.id < b.id;
    });
    m_groupPlaces.assign(limit, 0);
    for (quint32 at = 0; at < limit; ++at) {
        m_groupPlaces[owners[at].index] = at;
    }
    return m_groupPlaces;
}

quint32 LeadOrder::group(Row row) const
{
    if (m_grouping == BoardGrouping::None) {
        return 0;
    }
    const std::vector<quint32>& places = groupPlaces();
    const LeadTable& table = m_store->table();
    return table.isLive(row) ? places[table.ownerIndex(row)] : static_cast<quint32>(places.size());
}

std::size_t LeadOrder::groupLimit() const
{
    return m_grouping == BoardGrouping::None ? 1 : groupPlaces().size() + 1;
}

bool LeadOrder::groupsLike(const LeadOrder& other) const
{
    return m_grouping == other.m_grouping &&
           (m_grouping == BoardGrouping::None || groupPlaces() == other.groupPlaces());
}

bool LeadOrder::isText() const
{
    return m_field == Field::Name || m_field == Field::Phone || m_field == Field::Email || m_field == Field::Task;
}

QByteArrayView LeadOrder::fieldText(Row row) const
{
    const LeadTable& table = m_store->table();
    switch (m_field) {
    case Field::Phone:
        return table.phoneUtf8(row);
    case Field::Email:
        return table.emailUtf8(row);
    case Field::Task:
        return table.taskUtf8(row);
    default:
        return table.nameUtf8(row);
    }
}

quint64 LeadOrder::place(std::size_t index, std::size_t limit) const
{
    if (limit != m_places.size()) {
        const LeadTable& table = m_store->table();
        const Catalogue& catalogue = m_store->catalogue();
        std::vector<QString> texts(limit);
        for (std::size_t i = 0; i < limit; ++i) {
            const auto number = static_cast<quint16>(i);
            QString& text = texts[i];
            switch (m_field) {
            case Field::Stage: {
                const auto& stages = catalogue.stages;
                const auto it = std::find_if(stages.begin(), stages.end(),
                                             [&](const Stage& stage) { return stage.id == table.stageAt(number); });
                text = QChar(static_cast<char16_t>(it - stages.begin()));
                break;
            }
            case Field::Owner:
                if (const User* user = catalogue.user(table.ownerAt(number))) {
                    text = user->name().toCaseFolded();
                }
                break;
            case Field::Tags:
                text = table.tagSet(static_cast<quint32>(i)).join(u'\n').toCaseFolded();
                break;
            case Field::Program:
                text = LeadText::program(table.word(number), 0).toCaseFolded();
                break;
            case Field::Purpose:
                text = LeadText::purpose(table.word(number)).toCaseFolded();
                break;
            case Field::Fico:
                // "under_580" before all the others, which begin with their lower bound.
                text = table.word(number).startsWith(u'u') ? QStringLiteral("0") : table.word(number);
                break;
            default:
                text = LeadText::source(table.word(number)).toCaseFolded();
                break;
            }
        }
        std::vector<quint32> order(limit);
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(), [&](quint32 a, quint32 b) { return texts[a] < texts[b]; });
        m_places.assign(limit, 0);
        quint32 at = 0;
        for (std::size_t i = 0; i < limit; ++i) {
            at += i > 0 && texts[order[i]] != texts[order[i - 1]] ? 1U : 0U;
            m_places[order[i]] = at;
        }
    }
    return m_places[index];
}

quint64 LeadOrder::fieldKey(Row row) const
{
    const LeadTable& table = m_store->table();
    quint64 key = last;
    const auto moment = [](Instant instant) { return instant.isNull() ? last : static_cast<quint64>(instant.ms); };
    const auto positive = [](qint64 value) { return value <= 0 ? last : static_cast<quint64>(value); };
    const auto word = [&](LeadTable::Word which) {
        const quint16 index = table.wordIndex(row, which);
        return index == 0 ? last : place(index, std::size_t{table.wordLimit()});
    };
    switch (m_field) {
    case Field::TaskDue:
        key = moment(table.taskDueAt(row));
        break;
    case Field::MyOrder:
        key = table.rank(row) == 0 ? last : ordered(table.rank(row));
        break;
    case Field::Created:
        key = moment(table.createdAt(row));
        break;
    case Field::StageEntered:
        key = moment(table.stageEnteredAt(row));
        break;
    case Field::LastActivity:
        key = moment(table.lastActivityAt(row));
        break;
    case Field::Value:
        key = table.valueCents(row) == 0 ? last : ordered(table.valueCents(row));
        break;
    case Field::LockExpires:
        key = positive(table.lockExpiresDay(row));
        break;
    case Field::Closing:
        key = positive(table.closeDay(row));
        break;
    case Field::Ltv:
        key = positive(table.ltvPct3(row));
        break;
    case Field::Score:
        key = static_cast<quint64>(table.score(row));
        break;
    case Field::Temperature:
        key = static_cast<quint64>(table.temperature(row));
        break;
    case Field::Stage:
        key = place(table.stageIndex(row), table.stageLimit());
        break;
    case Field::Owner:
        key = table.ownerAt(table.ownerIndex(row)).isNull() ? last : place(table.ownerIndex(row), table.ownerLimit());
        break;
    case Field::Tags:
        key = table.tagSetIndex(row) == 0 ? last : place(table.tagSetIndex(row), table.tagSetLimit());
        break;
    case Field::Program: {
        const quint64 program = word(LeadTable::Program);
        key = program == last ? last : program * 65536 + static_cast<quint64>(table.termMonths(row));
        break;
    }
    case Field::Purpose:
        key = word(LeadTable::Purpose);
        break;
    case Field::Fico:
        key = word(LeadTable::FicoBand);
        break;
    case Field::Source:
        key = word(LeadTable::Source);
        break;
    case Field::Phone:
        key = table.phoneUtf8(row).isEmpty() ? last : sortBlock(table.phoneUtf8(row));
        break;
    case Field::Email:
        key = table.emailUtf8(row).isEmpty() ? last : sortBlock(table.emailUtf8(row));
        break;
    case Field::Task:
        key = table.taskUtf8(row).isEmpty() ? last : sortBlock(table.taskUtf8(row));
        break;
    case Field::Name:
        key = sortBlock(table.nameUtf8(row));
        break;
    }
    return key == last || !m_descending ? key : last - 1 - key;
}

bool LeadOrder::less(const Key& a, const Key& b) const
{
    if (a.group != b.group) {
        return a.group < b.group;
    }
    if (a.field != b.field) {
        return a.field < b.field;
    }
    const LeadTable& table = m_store->table();
    if (m_field == Field::Name) {
        return m_descending ? table.isBefore(b.row, a.row) : table.isBefore(a.row, b.row);
    }
    if (isText() && a.field != last) {
        const int order = compareTexts(fieldText(a.row), fieldText(b.row));
        if (order != 0) {
            return m_descending ? order > 0 : order < 0;
        }
    }
    return table.isBefore(a.row, b.row);
}

void LeadOrder::sort(std::vector<Row>& rows) const
{
    LeadSorting sorting(*this, std::move(rows));
    sorting.step();
    rows = sorting.take();
}

std::size_t LeadOrder::lowerBound(const std::vector<Row>& rows, Row row) const
{
    return lowerBound(rows, row, 0, rows.size());
}

std::size_t LeadOrder::lowerBound(const std::vector<Row>& rows, Row row, std::size_t from, std::size_t to) const
{
    const Key wanted = key(row);
    const auto it = std::lower_bound(rows.begin() + static_cast<std::ptrdiff_t>(from),
                                     rows.begin() + static_cast<std::ptrdiff_t>(to), wanted,
                                     [this](Row at, const Key& k) { return less(key(at), k); });
    return static_cast<std::size_t>(it - rows.begin());
}

std::size_t LeadOrder::newPlace(const std::vector<Row>& rows, std::size_t at) const
{
    const Key own = key(rows[at]);
    if (at > 0 && less(own, key(rows[at - 1]))) {
        return lowerBound(rows, rows[at], 0, at);
    }
    if (at + 1 < rows.size() && less(key(rows[at + 1]), own)) {
        return lowerBound(rows, rows[at], at + 1, rows.size()) - 1;
    }
    return at;
}

std::size_t LeadOrder::groupEnd(const std::vector<Row>& rows, std::size_t from) const
{
    const quint32 here = group(rows[from]);
    const auto it = std::partition_point(rows.begin() + static_cast<std::ptrdiff_t>(from) + 1, rows.end(),
                                         [&](Row row) { return group(row) <= here; });
    return static_cast<std::size_t>(it - rows.begin());
}

std::size_t LeadOrder::find(const std::vector<Row>& rows, Row row) const
{
    const std::size_t at = lowerBound(rows, row);
    if (at < rows.size() && rows[at] == row) {
        return at;
    }
    // In the middle of a change one lead may stand where its new values do not belong.
    return static_cast<std::size_t>(std::find(rows.begin(), rows.end(), row) - rows.begin());
}

} // namespace keyturn
