// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/board_state.h"

#include <QAbstractButton>
#include <QTimer>

namespace keyturn {

/// A folded column, or several folded as one group: 36 px wide, its text turned by 90°. A click unfolds it; leads can
/// be dropped on it, and it unfolds when they are held above it for a moment.
class FoldedColumn : public QAbstractButton
{
    Q_OBJECT

public:
    static constexpr int fixedWidth = 36;
    static constexpr int unfoldAfter = 600;

    FoldedColumn(BoardState& state, QList<StageId> stages, const QString& groupName, QWidget* parent = nullptr);

    [[nodiscard]] const QList<StageId>& stages() const { return m_stages; }
    [[nodiscard]] bool isGroup() const { return !m_groupName.isEmpty(); }
    /// What is written on it, from top to bottom: name, then counts and totals.
    [[nodiscard]] QStringList words() const;
    /// A group that only says what it is, without counting its leads.
    void setCounting(bool counting);

Q_SIGNALS:
    void unfoldRequested();
    void dropped(const std::vector<keyturn::LeadId>& leads, QPoint globalPos);
    void menuRequested(QPoint globalPos);

protected:
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void describe();

    BoardState& m_state;
    QList<StageId> m_stages;
    QString m_groupName;
    QTimer m_hold;
    bool m_counting = true;
    bool m_dropTarget = false;
};

} // namespace keyturn
