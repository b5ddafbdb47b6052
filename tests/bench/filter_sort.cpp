// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lead_list_model.h"
#include "tests/bench/bench_support.h"
#include "tests/bench/rows.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QTest>

namespace keyturn::bench {

namespace {

/// The same leads in the plainest model there is: a struct a row. The texts are those that our own filter looks into,
/// the amount is for sorting only.
class PlainModel : public QAbstractTableModel
{
public:
    enum Column { Name, Email, Phone, Tags, Task, Value, columnTotal };
    static constexpr int sortRole = Qt::UserRole;

    explicit PlainModel(const LeadTable& table)
    {
        for (LeadTable::Row row = 0; row < table.rowLimit(); ++row) {
            if (table.isLive(row)) {
                m_cards.push_back(table.card(row));
                m_tags.push_back(m_cards.back().tags.join(QLatin1Char('\n')));
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
        const LeadCard& card = m_cards[std::size_t(index.row())];
        if (role == sortRole) {
            return card.valueCents;
        }
        if (role != Qt::DisplayRole) {
            return {};
        }
        switch (index.column()) {
        case Name:
            return card.name;
        case Email:
            return card.email;
        case Phone:
            return card.phone;
        case Tags:
            return m_tags[std::size_t(index.row())];
        case Task:
            return card.taskTitle;
        default:
            return {};
        }
    }

private:
    std::vector<LeadCard> m_cards;
    std::vector<QString> m_tags;
};

/// Lets the model go on until it shows what was asked of it.
void wait(const LeadListModel& list)
{
    while (!list.isSettled()) {
        QCoreApplication::processEvents();
    }
}

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
    wait(list);
    const PlainModel plain(store.table());
    QSortFilterProxyModel proxy;
    proxy.setFilterKeyColumn(-1);
    proxy.setSortRole(PlainModel::sortRole);
    proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    proxy.setSourceModel(const_cast<PlainModel*>(&plain));

    const QStringList words{QStringLiteral("ann"), QStringLiteral("lee"), QStringLiteral("mar"), QStringLiteral("555")};
    int found = 0;
    int proxyFound = 0;
    int word = 0;
    const auto filter = [&] {
        LeadFilter wanted;
        wanted.text = words[word % words.size()];
        const double took = worked([&] {
            list.setFilter(wanted);
            wait(list);
        });
        found = list.rowCount();
        list.setFilter({});
        wait(list);
        return took;
    };
    const auto proxyFilter = [&] {
        const QString text = words[word % words.size()];
        const double took = worked([&] { proxy.setFilterFixedString(text); });
        proxyFound = proxy.rowCount();
        proxy.setFilterFixedString({});
        return took;
    };
    const int rounds = 12 * setting.effort;
    Row filtered = compare(QStringLiteral("filter 100,000 leads by a word"), QStringLiteral("QSortFilterProxyModel"),
                           1.0 / 90, rounds,
                           {[&] {
                                // Both must have found the same last time.
                                if (found != proxyFound || (word > 0 && found == 0)) {
                                    giveUp(QStringLiteral("%1 leads against %2").arg(found).arg(proxyFound));
                                }
                                ++word;
                            },
                            filter, proxyFilter});
    filtered.note = QStringLiteral("%1 leads, five texts each; the last word finds %2").arg(list.rowCount()).arg(found);

    bool ascending = false;
    const auto order = [&] { return ascending ? Qt::AscendingOrder : Qt::DescendingOrder; };
    const auto sort = [&] {
        return worked([&] {
            list.sort(LeadListModel::Amount, order());
            wait(list);
        });
    };
    Row sorted = compare(QStringLiteral("sort 100,000 leads by amount"), QStringLiteral("QSortFilterProxyModel"),
                         1.0 / 14, rounds,
                         {[&] { ascending = !ascending; }, sort,
                          [&] { return worked([&] { proxy.sort(PlainModel::Value, order()); }); }});
    return {filtered, sorted};
}

} // namespace keyturn::bench
