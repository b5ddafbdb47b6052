// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/pipeline_model.h"
#include "ui/board/card_painter.h"

#include <QCache>
#include <QObject>
#include <QPixmap>
#include <QSet>

#include <memory>
#include <vector>

namespace keyturn {

/// What all columns of one board share: which cards are selected, which one the keyboard is on, which are being
/// dragged, how dense they are, and the pictures of cards that were painted already. Selection goes by lead, so that it
/// survives every move.
class BoardState : public QObject
{
    Q_OBJECT

public:
    enum class Select {
        Only,   ///< this card and no other
        Toggle, ///< add or take away
        Extend, ///< everything from the anchor to here, within one column
        Keep,   ///< move the keyboard's place only
    };

    BoardState(LeadStore& store, PipelineModel& model, Theme& theme, QObject* parent = nullptr);

    [[nodiscard]] PipelineModel& model() const { return m_model; }
    [[nodiscard]] Theme& theme() const { return m_theme; }
    [[nodiscard]] const CardPainter& painter() const { return *m_painter; }

    [[nodiscard]] Density density() const { return m_density; }
    void setDensity(Density density);
    static constexpr int gap = 6;
    static constexpr int headingHeight = 26; ///< of a group
    [[nodiscard]] int cardHeight() const { return CardPainter::height(m_density); }
    /// From the top of one card to the top of the next.
    [[nodiscard]] int step() const { return cardHeight() + gap; }

    [[nodiscard]] bool isSelected(LeadId lead) const { return m_selection.contains(lead); }
    [[nodiscard]] qsizetype selectionSize() const { return m_selection.size(); }
    /// In the order of the board: by column, then from the top.
    [[nodiscard]] std::vector<LeadId> selected() const;
    [[nodiscard]] LeadId current() const { return m_current; }
    /// The column that the keyboard is on, also when it is empty.
    [[nodiscard]] StageId currentStage() const { return m_currentStage; }
    void select(LeadId lead, Select how);
    void selectStage(StageId stage);
    void setCurrentStage(StageId stage);
    void clearSelection();

    [[nodiscard]] bool isDragged(LeadId lead) const { return m_dragged.contains(lead); }
    void setDragged(const std::vector<LeadId>& leads);

    /// Leads that are about to land by a drop: their column makes room for them visibly.
    void setLanding(const std::vector<LeadId>& leads) { m_landing = QSet<LeadId>(leads.begin(), leads.end()); }
    [[nodiscard]] bool isLanding(LeadId lead) const { return m_landing.contains(lead); }
    /// Null for nobody.
    [[nodiscard]] UserId ownerOf(LeadId lead) const;

    /// The card as a picture, from the cache if nothing about it changed.
    QPixmap picture(const QModelIndex& index, LeadId lead, int width, const QColor& background, qreal dpr);
    /// Cards in the cache.
    [[nodiscard]] qsizetype pictures() const { return m_pictures.size(); }

Q_SIGNALS:
    void selectionChanged();
    void currentChanged(keyturn::LeadId before, keyturn::LeadId now);
    void draggedChanged();
    /// Density or theme: everything must be laid out and painted again.
    void looksChanged();

private:
    struct Picture
    {
        QPixmap pixmap;
        QColor background;
        int width = 0;
        LeadView shows;
        bool isDoubtful = false; ///< the lead may say something else now
    };

    void follow();
    void forgetRows(const QModelIndex& parent, int first, int last);
    /// Something about the lead may be different: its picture is compared before it is shown again.
    void doubt(LeadId lead);
    void doubtAll();

    LeadStore& m_store;
    PipelineModel& m_model;
    Theme& m_theme;
    std::unique_ptr<CardPainter> m_painter;
    Density m_density = Density::Comfortable;
    QSet<LeadId> m_selection;
    LeadId m_current;
    LeadId m_anchor;
    StageId m_currentStage;
    QSet<LeadId> m_dragged;
    QSet<LeadId> m_landing;
    QCache<LeadId, Picture> m_pictures;
};

} // namespace keyturn
