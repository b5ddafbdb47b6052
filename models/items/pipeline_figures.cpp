// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/pipeline_impl.h"

#include "models/base/money.h"

#include <algorithm>
#include <utility>

namespace keyturn {

namespace {

qint64 weighted(qint64 cents, int percent)
{
    return (cents * percent + 50) / 100;
}

} // namespace

void PipelineModel::Impl::figuresDirty(Column* column)
{
    if (std::find(m_dirty.begin(), m_dirty.end(), column->stage) == m_dirty.end()) {
        m_dirty.push_back(column->stage);
    }
    if (!m_figures.isActive()) {
        m_figures.start();
    }
}

void PipelineModel::Impl::flushFigures()
{
    for (const StageId stage : std::exchange(m_dirty, {})) {
        if (const Column* column = columnOf(stage)) {
            Q_EMIT q.dataChanged(stageIndex(*column), stageIndex(*column));
        }
    }
    Q_EMIT q.figuresChanged();
}

bool PipelineModel::Impl::countsFromBook() const
{
    if (store.isComplete()) {
        return false;
    }
    LeadFilter rest = q.m_filter;
    rest.owners.clear();
    rest.stages.clear();
    return rest.isEmpty();
}

PipelineModel::Figures PipelineModel::Impl::figures(const Column& column) const
{
    Figures figures{static_cast<qint64>(column.rows.size()), column.cents, 0};
    if (countsFromBook()) {
        const auto& owners = q.m_filter.owners;
        const auto& stages = q.m_filter.stages;
        figures = {};
        if (stages.empty() || std::find(stages.begin(), stages.end(), column.stage) != stages.end()) {
            for (const StageTotal& total : store.bookTotals()) {
                if (total.stage == column.stage &&
                    (owners.empty() || std::find(owners.begin(), owners.end(), total.owner) != owners.end())) {
                    figures.count += total.count;
                    figures.cents += total.valueCents;
                }
            }
        }
    }
    if (const Stage* stage = store.catalogue().stage(column.stage)) {
        figures.weightedCents = weighted(figures.cents, stage->winPercent);
    }
    return figures;
}

QVariant PipelineModel::Impl::stageData(const Column& column, int role) const
{
    const Stage* stage = store.catalogue().stage(column.stage);
    if (stage == nullptr) {
        return {};
    }
    qint64 allCount = column.allCount;
    qint64 allCents = column.allCents;
    if (!store.isComplete()) {
        allCount = allCents = 0;
        for (const StageTotal& total : store.bookTotals()) {
            if (total.stage == column.stage) {
                allCount += total.count;
                allCents += total.valueCents;
            }
        }
    }
    switch (role) {
    case Qt::DisplayRole:
    case LeadRole::Name:
    case LeadRole::StageName:
        return stage->name;
    case Qt::AccessibleTextRole: {
        const Figures sums = figures(column);
        return tr("%1, %Ln lead(s), %2 in total, %3 weighted", nullptr, static_cast<int>(sums.count))
            .arg(stage->name, Money{sums.cents}.toDisplay(), Money{sums.weightedCents}.toDisplay());
    }
    case LeadRole::Stage:
        return QVariant::fromValue(column.stage);
    case IsStage:
        return true;
    case StageKey:
        return stage->key;
    case StageColor:
        return stage->color;
    case StagePosition: {
        if (stage->isExit()) {
            return -1;
        }
        int position = 0;
        for (const Stage& other : store.catalogue().stages) {
            if (other.id == stage->id) {
                break;
            }
            position += other.isExit() ? 0 : 1;
        }
        return position;
    }
    case StageKindValue:
        return static_cast<int>(stage->kind);
    case StageIsExit:
        return stage->isExit();
    case RequiresReason:
        return stage->requiresReason;
    case Count:
        return figures(column).count;
    case TotalCents:
        return figures(column).cents;
    case TotalText:
        return Money{figures(column).cents}.toDisplay();
    case WeightedCents:
        return figures(column).weightedCents;
    case WeightedText:
        return Money{figures(column).weightedCents}.toDisplayRounded();
    case AllCount:
        return allCount;
    case AllTotalCents:
        return allCents;
    case WipLimit:
        return stage->wipLimit ? QVariant(*stage->wipLimit) : QVariant();
    case IsOverLimit:
        return stage->wipLimit.has_value() && allCount > *stage->wipLimit;
    case Collapsed:
        return column.collapsed;
    case IsProvisional:
        return !store.isComplete();
    default:
        return {};
    }
}

} // namespace keyturn
