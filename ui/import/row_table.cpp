// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/row_table.h"

#include "ui/kit/paint.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace keyturn {

namespace {

constexpr int lineHeight = 32;
constexpr int cellPadding = 9; // as the headers have it

/// Cells whose words stand below those of their header.
class CellDelegate final : public QStyledItemDelegate
{
public:
    CellDelegate(Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * cellPadding, 0);
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colors& c = m_theme.colors();
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect, isSelected ? c.soft : c.base);
        const QVariant ink = index.data(Qt::ForegroundRole);
        const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
        paint::text(*painter, m_theme, TextStyle::Body, option.rect.adjusted(cellPadding, 0, -cellPadding, -1),
                    index.data().toString(), ink.isValid() ? ink.value<QColor>() : c.text,
                    alignment.testFlag(Qt::AlignRight) ? Qt::AlignRight : Qt::AlignLeft);
    }

private:
    Theme& m_theme;
};

} // namespace

RowTable::RowTable(Theme& theme, QAbstractItemModel& model, QWidget* parent)
    : QTableView(parent)
    , m_theme(theme)
{
    setModel(&model);
    setItemDelegate(new CellDelegate(theme, this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(lineHeight);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setFixedHeight(lineHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setFont(theme.font(TextStyle::SmallMedium));
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void RowTable::fitColumns(int least, int most)
{
    for (int column = 0; column < model()->columnCount(); ++column) {
        const int wanted = std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)) + 16;
        setColumnWidth(column, std::clamp(wanted, least, most));
    }
}

void RowTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    const int last = model()->rowCount();
    for (int row = std::max(0, rowAt(0)); row < last; ++row) {
        const int y = rowViewportPosition(row) + lineHeight - 1;
        if (y > viewport()->height()) {
            break;
        }
        painter.fillRect(QRect(0, y, viewport()->width(), 1), m_theme.colors().line);
    }
}

} // namespace keyturn
