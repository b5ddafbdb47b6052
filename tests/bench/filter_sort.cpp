// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lead_list_model.h"
#include "tests/bench/bench_support.h"
#include "tests/bench/rows.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QTest>

namespace keyturn::bench {

namespace {

/// The same leads in the plainest model there is: a struct a row.
class PlainModel : public QAbstractTableModel
{
public:
    enum Column { Name, Email, Phone, Value, columnTotal };

    explicit PlainModel(const LeadTable& table)
    {
        for (LeadTable::Row row = 0; row < table.rowLimit(); ++row) {
            if (table.isLive(row)) {
                m_cards.push_back(table.card(row));
            }
        }
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_cards.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : columnTotal;
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        if (role != Qt::DisplayRole) {
            return {};
        }
        const LeadCard& card = m_cards[std::size_t(index.row())];
        switch (index.column()) {
        case Name:
            return card.name;
        case Email:
            return card.email;
        case Phone:
            return card.phone;
        default:
            return card.valueCents;
        }
    }

private:
    std::vector<LeadCard> m_cards;
};

} // namespace

Rows measureFilterAndSort(const Setting& setting)
{
    const auto workspace = openBook(setting.book);
    LeadStore store(*workspace);
    store.load();
    if (!QTest::qWaitFor([&] { return store.isComplete(); }, 60'000)) {
        giveUp(QStringLiteral("the leads do not come"));
    }
    LeadListModel list(store);
    const PlainModel plain(store.table());
    QSortFilterProxyModel proxy;
    proxy.setFilterKeyColumn(-1);
    proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    proxy.setSourceModel(const_cast<PlainModel*>(&plain));

    const QStringList words{QStringLiteral("ann"), QStringLiteral("lee"), QStringLiteral("mar"), QStringLiteral("555")};
    int word = 0;
    const auto filter = [&] {
        LeadFilter wanted;
        wanted.text = words[word % words.size()];
        const double took = timed([&] {
            list.setFilter(wanted);
            if (list.rowCount() == 0) {
                giveUp(QStringLiteral("nobody is found"));
            }
        });
        list.setFilter({});
        return took;
    };
    const auto proxyFilter = [&] {
        const QString text = words[word % words.size()];
        const double took = timed([&] {
            proxy.setFilterFixedString(text);
            if (proxy.rowCount() == 0) {
                giveUp(QStringLiteral("nobody is found"));
            }
        });
        proxy.setFilterFixedString({});
        return took;
    };
    const int rounds = 12 * setting.effort;
    Row filtered = compare(QStringLiteral("filter 100,000 leads by a word"), QStringLiteral("QSortFilterProxyModel"),
                           1.0 / 90, rounds, {[&] { ++word; }, filter, proxyFilter});
    filtered.note = QStringLiteral("%1 leads").arg(list.rowCount());

    bool ascending = false;
    const auto order = [&] { return ascending ? Qt::AscendingOrder : Qt::DescendingOrder; };
    Row sorted = compare(
        QStringLiteral("sort 100,000 leads by amount"), QStringLiteral("QSortFilterProxyModel"), 1.0 / 14, rounds,
        {[&] { ascending = !ascending; }, [&] { return timed([&] { list.sort(LeadListModel::Amount, order()); }); },
         [&] { return timed([&] { proxy.sort(PlainModel::Value, order()); }); }});
    return {filtered, sorted};
}

} // namespace keyturn::bench
