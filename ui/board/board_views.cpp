// SPDX-License-Identifier: GPL-3.0-or-later
// How the board is kept as a view, and shown as one. The rest of the page is in board_page.cpp.
#include "ui/board/board_page.h"
#include "ui/board/board_view.h"
#include "ui/leadkit/filter_bar.h"
#include "ui/leadkit/filter_json.h"
#include "ui/leadkit/view_button.h"

#include <QJsonArray>

#include <array>

namespace keyturn {

namespace {

constexpr std::array sortKeys{std::pair{BoardSort::DueFirst, "due"},
                              std::pair{BoardSort::MyOrder, "my_order"},
                              std::pair{BoardSort::Newest, "newest"},
                              std::pair{BoardSort::LongestInStage, "longest_in_stage"},
                              std::pair{BoardSort::HighestAmount, "amount"},
                              std::pair{BoardSort::LockFirst, "lock"},
                              std::pair{BoardSort::Name, "name"}};

} // namespace

QJsonObject BoardPage::viewContent() const
{
    if (m_bar->own().among) {
        return {};
    }
    QStringList folded(m_view->folded().begin(), m_view->folded().end());
    folded.sort();
    QJsonObject content{{QStringLiteral("page"), QStringLiteral("pipeline")},
                        {QStringLiteral("filter"), filterToJson(m_bar->own())},
                        {QStringLiteral("pill"), m_bar->view()},
                        {QStringLiteral("folded"), QJsonArray::fromStringList(folded)}};
    for (const auto& [sort, key] : sortKeys) {
        if (sort == m_model->sort()) {
            content.insert(QStringLiteral("sort"), QLatin1String(key));
        }
    }
    if (m_model->grouping() == BoardGrouping::Owner) {
        content.insert(QStringLiteral("group"), QStringLiteral("owner"));
    }
    return content;
}

void BoardPage::showView(const QString& id, const QJsonObject& content)
{
    m_bar->chooseView(content.value(QLatin1String("pill")).toString());
    m_bar->setOwn(filterFromJson(content.value(QLatin1String("filter")).toObject()));
    for (const auto& [sort, key] : sortKeys) {
        if (content.value(QLatin1String("sort")).toString() == QLatin1String(key)) {
            setSort(sort);
        }
    }
    setGrouping(content.value(QLatin1String("group")).toString() == QLatin1String("owner") ? BoardGrouping::Owner
                                                                                           : BoardGrouping::None);
    const QStringList folded = content.value(QLatin1String("folded")).toVariant().toStringList();
    m_view->setFolded(QSet<QString>(folded.begin(), folded.end()));
    m_views->setCurrent(id);
}

} // namespace keyturn
