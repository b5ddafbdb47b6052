// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/folded_column.h"

#include "models/base/money.h"
#include "ui/board/stage_header.h"
#include "ui/kit/icon.h"

#include <QContextMenuEvent>
#include <QLocale>
#include <QMimeData>
#include <QPainter>

namespace keyturn {

FoldedColumn::FoldedColumn(BoardState& state, QList<StageId> stages, const QString& groupName, QWidget* parent)
    : QAbstractButton(parent)
    , m_state(state)
    , m_stages(std::move(stages))
    , m_groupName(groupName)
{
    setFixedWidth(fixedWidth);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    setAttribute(Qt::WA_Hover);
    const QModelIndex first = m_state.model().stageIndex(m_stages.value(0));
    setObjectName(isGroup() ? QStringLiteral("folded_group")
                            : QStringLiteral("folded_%1").arg(first.data(PipelineModel::StageKey).toString()));
    const auto refresh = [this] { describe(); };
    describe();
    connect(&m_state.model(), &PipelineModel::figuresChanged, this, refresh);
    connect(&m_state.model(), &QAbstractItemModel::dataChanged, this, [refresh](const QModelIndex& top) {
        if (!top.parent().isValid()) {
            refresh(); // a stage got another name or colour
        }
    });
    connect(&m_state, &BoardState::looksChanged, this, qOverload<>(&QWidget::update));
    connect(this, &QAbstractButton::clicked, this, &FoldedColumn::unfoldRequested);
    m_hold.setSingleShot(true);
    m_hold.setInterval(unfoldAfter);
    connect(&m_hold, &QTimer::timeout, this, &FoldedColumn::unfoldRequested);
}

void FoldedColumn::describe()
{
    const QString all = words().join(QStringLiteral(", "));
    setAccessibleName(tr("%1, folded").arg(all));
    setToolTip(all);
    update();
}

void FoldedColumn::setCounting(bool counting)
{
    m_counting = counting;
    describe();
}

QStringList FoldedColumn::words() const
{
    if (!m_counting) {
        return {m_groupName};
    }
    qint64 count = 0;
    for (const StageId stage : m_stages) {
        count += m_state.model().stageIndex(stage).data(PipelineModel::Count).toLongLong();
    }
    if (isGroup()) {
        const QString stages = tr("%Ln stage(s)", nullptr, static_cast<int>(m_stages.size()));
        const QString leads = tr("%Ln lead(s)", nullptr, static_cast<int>(count));
        return {m_groupName, tr("%1, %2").arg(stages, leads)};
    }
    const QModelIndex stage = m_state.model().stageIndex(m_stages.value(0));
    QStringList texts{stage.data(Qt::DisplayRole).toString(), QLocale().toString(count),
                      stage.data(PipelineModel::TotalText).toString()};
    if (stage.data(PipelineModel::StageKindValue).toInt() == static_cast<int>(StageKind::Open)) {
        texts.append(tr("wtd %1").arg(stage.data(PipelineModel::WeightedText).toString()));
    }
    return texts;
}

void FoldedColumn::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Colors& colors = m_state.theme().colors();
    const Lettering& letters = m_state.painter().lettering();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_dropTarget ? QPen(colors.accentLine, 1) : QPen(Qt::NoPen));
    painter.setBrush(m_dropTarget ? colors.dropTarget : (underMouse() ? colors.chip : colors.column));
    const qreal inset = m_dropTarget ? 0.5 : 0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 8, 8);
    if (hasFocus()) {
        painter.setPen(QPen(colors.accentLine, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 7, 7);
    }
    painter.drawPixmap(QPointF((width() - 14) / 2.0, 12),
                       iconPixmap(QStringLiteral("chevrons-right-left"), 14, colors.text2, devicePixelRatioF()));
    painter.setPen(Qt::NoPen);
    const QModelIndex stage = m_state.model().stageIndex(m_stages.value(0));
    painter.setBrush(isGroup() ? colors.line2
                               : m_state.theme().stageDot(stage.data(PipelineModel::StageColor).toString()));
    painter.drawEllipse(QRectF(width() / 2.0 - 4, 36, 8, 8));

    // Turned by 90°: x runs down the column.
    painter.translate(width(), 0);
    painter.rotate(90);
    qreal x = 54;
    const qreal end = height() - 12.0;
    bool first = true;
    for (const QString& text : words()) {
        const TextStyle style = first ? TextStyle::BodyStrong : TextStyle::Small;
        painter.setPen(first ? colors.text : colors.text2);
        if (!first && x + letters.width(text, style) > end) {
            break; // figures are shown whole or not at all
        }
        x += letters.drawElided(painter, x, 9, 18, end - x, text, style) + 10;
        first = false;
    }
}

void FoldedColumn::contextMenuEvent(QContextMenuEvent* event)
{
    Q_EMIT menuRequested(event->globalPos());
}

void FoldedColumn::dragEnterEvent(QDragEnterEvent* event)
{
    if (!event->mimeData()->hasFormat(QString::fromLatin1(PipelineModel::leadMimeType))) {
        return;
    }
    event->setDropAction(Qt::MoveAction);
    event->accept();
    m_dropTarget = true;
    m_hold.start();
    update();
}

void FoldedColumn::dragLeaveEvent(QDragLeaveEvent* event)
{
    QAbstractButton::dragLeaveEvent(event);
    m_dropTarget = false;
    m_hold.stop();
    update();
}

void FoldedColumn::dropEvent(QDropEvent* event)
{
    m_dropTarget = false;
    m_hold.stop();
    event->setDropAction(Qt::MoveAction);
    event->accept();
    update();
    m_state.setDragged({});
    Q_EMIT dropped(PipelineModel::decode(event->mimeData()), mapToGlobal(event->position().toPoint()));
}

} // namespace keyturn
