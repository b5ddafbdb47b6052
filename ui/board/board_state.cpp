// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/board_state.h"

#include <QPainter>

#include <algorithm>

namespace keyturn {

namespace {
constexpr qsizetype pictureKilobytes = 64 * 1024;
} // namespace

BoardState::BoardState(LeadStore& store, PipelineModel& model, Theme& theme, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_model(model)
    , m_theme(theme)
    , m_painter(std::make_unique<CardPainter>(theme))
    , m_pictures(pictureKilobytes)
{
    connect(&m_theme, &Theme::changed, this, [this] {
        m_painter = std::make_unique<CardPainter>(m_theme);
        m_pictures.clear();
        Q_EMIT looksChanged();
    });
    follow();
}

void BoardState::follow()
{
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& top, const QModelIndex& bottom) {
                if (!top.parent().isValid()) {
                    return; // figures of a stage
                }
                // A span that is longer than what is kept costs less when everything is doubted.
                if (bottom.row() - top.row() > m_pictures.size()) {
                    doubtAll();
                    return;
                }
                for (int row = top.row(); row <= bottom.row(); ++row) {
                    doubt(m_model.leadAt(top.siblingAtRow(row)));
                }
            });
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &BoardState::forgetRows);
    connect(&m_model, &QAbstractItemModel::rowsMoved, this,
            [this](const QModelIndex& from, int start, int end, const QModelIndex& to, int row) {
                if (from == to || !to.isValid()) {
                    return;
                }
                // Another stage: days and rot are others now.
                const int count = end - start + 1;
                for (int i = row; i < row + count; ++i) {
                    doubt(m_model.leadAt(m_model.index(i, 0, to)));
                }
                if (!m_current.isNull() && !isDragged(m_current)) {
                    m_currentStage = m_model.stageAt(m_model.indexOf(m_current));
                }
            });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_pictures.clear();
        m_selection.clear();
        m_current = m_anchor = LeadId();
        Q_EMIT selectionChanged();
    });
}

void BoardState::forgetRows(const QModelIndex& parent, int first, int last)
{
    if (!parent.isValid()) {
        return;
    }
    bool deselected = false;
    // They may come back, and changed. Few are painted: to doubt all costs less than looking each of a million up.
    const bool many = last - first >= m_pictures.size();
    if (many) {
        doubtAll();
    }
    const bool anything = !m_selection.isEmpty() || !m_current.isNull() || !m_anchor.isNull() || !many;
    for (int row = first; anything && row <= last; ++row) {
        const LeadId lead = m_model.leadAt(m_model.index(row, 0, parent));
        if (!many) {
            doubt(lead);
        }
        deselected = m_selection.remove(lead) || deselected;
        if (lead == m_anchor) {
            m_anchor = LeadId();
        }
        if (lead == m_current) {
            // The keyboard stays where it was: on the next card, or the one before.
            const int rows = m_model.rowCount(parent);
            const int next = last + 1 < rows ? last + 1 : first - 1;
            m_current = next >= 0 ? m_model.leadAt(m_model.index(next, 0, parent)) : LeadId();
            Q_EMIT currentChanged(lead, m_current);
        }
    }
    if (deselected) {
        Q_EMIT selectionChanged();
    }
}

void BoardState::doubt(LeadId lead)
{
    if (Picture* picture = m_pictures.object(lead)) {
        picture->isDoubtful = true;
    }
}

void BoardState::doubtAll()
{
    for (const LeadId lead : m_pictures.keys()) {
        doubt(lead);
    }
}

void BoardState::setDensity(Density density)
{
    if (m_density == density) {
        return;
    }
    m_density = density;
    m_pictures.clear();
    Q_EMIT looksChanged();
}

std::vector<LeadId> BoardState::selected() const
{
    struct Place
    {
        int stage;
        int row;
        LeadId lead;
    };
    std::vector<Place> places;
    places.reserve(static_cast<size_t>(m_selection.size()));
    for (const LeadId lead : m_selection) {
        const QModelIndex index = m_model.indexOf(lead);
        if (index.isValid()) {
            places.push_back({index.parent().row(), index.row(), lead});
        }
    }
    std::ranges::sort(
        places, [](const Place& a, const Place& b) { return std::pair(a.stage, a.row) < std::pair(b.stage, b.row); });
    std::vector<LeadId> leads;
    leads.reserve(places.size());
    for (const Place& place : places) {
        leads.push_back(place.lead);
    }
    return leads;
}

void BoardState::select(LeadId lead, Select how)
{
    const QModelIndex index = m_model.indexOf(lead);
    if (!index.isValid()) {
        return;
    }
    const LeadId before = m_current;
    m_current = lead;
    m_currentStage = m_model.stageAt(index);
    if (how == Select::Only) {
        m_selection = {lead};
        m_anchor = lead;
    } else if (how == Select::Toggle) {
        if (!m_selection.remove(lead)) {
            m_selection.insert(lead);
        }
        m_anchor = lead;
    } else if (how == Select::Extend) {
        const QModelIndex anchor = m_model.indexOf(m_anchor);
        if (anchor.isValid() && anchor.parent() == index.parent()) {
            m_selection.clear();
            for (int row = std::min(anchor.row(), index.row()); row <= std::max(anchor.row(), index.row()); ++row) {
                m_selection.insert(m_model.leadAt(index.siblingAtRow(row)));
            }
        } else {
            m_selection.insert(lead);
            m_anchor = lead;
        }
    }
    if (how != Select::Keep) {
        Q_EMIT selectionChanged();
    }
    Q_EMIT currentChanged(before, lead);
}

void BoardState::selectStage(StageId stage)
{
    const QModelIndex parent = m_model.stageIndex(stage);
    const int rows = m_model.rowCount(parent);
    m_selection.clear();
    m_selection.reserve(rows);
    for (int row = 0; row < rows; ++row) {
        m_selection.insert(m_model.leadAt(m_model.index(row, 0, parent)));
    }
    m_currentStage = stage;
    Q_EMIT selectionChanged();
}

void BoardState::setCurrentStage(StageId stage)
{
    if (m_currentStage == stage) {
        return;
    }
    const LeadId before = m_current;
    m_currentStage = stage;
    m_current = LeadId();
    Q_EMIT currentChanged(before, m_current);
}

void BoardState::clearSelection()
{
    if (m_selection.isEmpty()) {
        return;
    }
    m_selection.clear();
    m_anchor = LeadId();
    Q_EMIT selectionChanged();
}

void BoardState::setDragged(const std::vector<LeadId>& leads)
{
    m_dragged = QSet<LeadId>(leads.begin(), leads.end());
    Q_EMIT draggedChanged();
}

UserId BoardState::ownerOf(LeadId lead) const
{
    const LeadTable& table = m_store.table();
    const LeadTable::Row row = table.rowOf(lead);
    return row == LeadTable::noRow ? UserId() : table.ownerAt(table.ownerIndex(row));
}

QPixmap BoardState::picture(const QModelIndex& index, LeadId lead, int width, const QColor& background, qreal dpr)
{
    Picture* known = m_pictures.object(lead);
    const bool fits = known != nullptr && known->width == width && known->background == background &&
                      qFuzzyCompare(known->pixmap.devicePixelRatio(), dpr);
    if (fits && !known->isDoubtful) {
        return known->pixmap;
    }
    const auto view = index.data(LeadRole::View).value<LeadView>();
    if (fits && known->shows == view) {
        known->isDoubtful = false;
        return known->pixmap;
    }
    // Opaque, so that showing it again is a mere copy.
    auto* made = new Picture{QPixmap(QSize(width, cardHeight()) * dpr), background, width, view};
    made->pixmap.setDevicePixelRatio(dpr);
    made->pixmap.fill(background);
    QPainter painter(&made->pixmap);
    m_painter->paint(painter, QRectF(0, 0, width, cardHeight()), view, m_density);
    painter.end();
    const QPixmap pixmap = made->pixmap;
    const auto kilobytes = qsizetype(pixmap.width()) * pixmap.height() * 4 / 1024;
    m_pictures.insert(lead, made, kilobytes);
    return pixmap;
}

} // namespace keyturn
