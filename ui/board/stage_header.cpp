// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/stage_header.h"

#include "ui/kit/icon.h"
#include "ui/kit/icon_button.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

namespace keyturn {

namespace {
constexpr qreal radius = 8;
constexpr int paddingX = 12;
} // namespace

StageHeader::StageHeader(BoardState& state, StageId stage, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_stage(stage)
    , m_menu(new IconButton(state.theme(), QStringLiteral("ellipsis"), tr("Column menu"), this))
{
    setFixedHeight(fixedHeight);
    setAcceptDrops(true);
    const QString key = index().data(PipelineModel::StageKey).toString();
    setObjectName(QStringLiteral("header_%1").arg(key));
    m_menu->setObjectName(QStringLiteral("menu_%1").arg(key));
    m_menu->setSize(24);
    m_menu->setName(tr("Menu of %1").arg(index().data(Qt::DisplayRole).toString()));
    connect(m_menu, &QAbstractButton::clicked, this,
            [this] { Q_EMIT menuRequested(m_menu->mapToGlobal(QPoint(0, m_menu->height() + 2))); });
    setAccessibleName(spoken());
    connect(&m_state.model(), &PipelineModel::figuresChanged, this, [this] {
        setAccessibleName(spoken());
        update();
    });
    connect(&m_state.model(), &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& top) {
        if (!top.parent().isValid()) {
            setAccessibleName(spoken());
            update();
        }
    });
    connect(&m_state, &BoardState::looksChanged, this, qOverload<>(&QWidget::update));
}

void StageHeader::setDropTarget(bool target)
{
    m_dropTarget = target;
    update();
}

QString StageHeader::spoken() const
{
    const QModelIndex stage = index();
    QString text = tr("%1: %Ln lead(s), %2 in total, %3 weighted", nullptr, stage.data(PipelineModel::Count).toInt())
                       .arg(stage.data(Qt::DisplayRole).toString(), stage.data(PipelineModel::TotalText).toString(),
                            stage.data(PipelineModel::WeightedText).toString());
    if (stage.data(PipelineModel::IsOverLimit).toBool()) {
        text +=
            QLatin1Char('\n') + tr("More leads than the limit of %1").arg(stage.data(PipelineModel::WipLimit).toInt());
    }
    return text;
}

bool StageHeader::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), spoken(), this);
        return true;
    }
    return QWidget::event(event);
}

void StageHeader::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_menu->move(width() - 24 - 8, 7);
}

void StageHeader::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const QModelIndex stage = index();
    if (!stage.isValid()) {
        return;
    }
    const Colors& colors = m_state.theme().colors();
    const Lettering& letters = m_state.painter().lettering();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // Only the upper corners are round: the cards go on below.
    painter.setPen(m_dropTarget ? QPen(colors.accentLine, 1) : QPen(Qt::NoPen));
    painter.setBrush(m_dropTarget ? colors.dropTarget : colors.column);
    const qreal inset = m_dropTarget ? 0.5 : 0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, 20), radius, radius);

    const bool over = stage.data(PipelineModel::IsOverLimit).toBool();
    if (over) {
        QPainterPath outline;
        outline.addRoundedRect(QRectF(rect()).adjusted(0, 0, 0, 20), radius, radius);
        painter.save();
        painter.setClipRect(0, 0, width(), 3);
        painter.fillPath(outline, colors.amberLine);
        painter.restore();
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_state.theme().stageDot(stage.data(PipelineModel::StageColor).toString()));
    painter.drawEllipse(QRectF(paddingX, 15, 8, 8));

    const QString count = QLocale().toString(stage.data(PipelineModel::Count).toLongLong());
    const qreal right = width() - 8.0 - 24 - 4;
    qreal x = paddingX + 14;
    const QString limitText = over ? tr("%1 of %2")
                                         .arg(QLocale().toString(stage.data(PipelineModel::AllCount).toLongLong()))
                                         .arg(stage.data(PipelineModel::WipLimit).toInt())
                                   : QString();
    const qreal countRoom =
        over ? letters.width(limitText, TextStyle::Caption) + 12 + 15 + 8 : letters.width(count, TextStyle::Small) + 7;
    painter.setPen(colors.text);
    x += letters.drawElided(painter, x, 10, 18, right - x - countRoom, stage.data(Qt::DisplayRole).toString(),
                            TextStyle::BodyStrong);
    if (over) {
        const QRectF chip(x + 8, 10, countRoom - 8, 18);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.amberSoft);
        painter.drawRoundedRect(chip, 4, 4);
        painter.drawPixmap(QPointF(chip.left() + 6, chip.top() + 3),
                           iconPixmap(QStringLiteral("triangle-alert"), 12, colors.amber, devicePixelRatioF()));
        painter.setPen(colors.amber);
        letters.draw(painter, chip.left() + 21, chip.top(), chip.height(), limitText, TextStyle::Caption);
    } else {
        painter.setPen(colors.text2);
        letters.draw(painter, x + 7, 10, 18, count, TextStyle::Small);
    }

    const QString total = stage.data(PipelineModel::TotalText).toString();
    painter.setPen(colors.text);
    const qreal used = letters.draw(painter, paddingX, 31, 16, total, TextStyle::SmallMedium);
    //: Weighted by the stage's probability, as short as can be
    const QString weighted = tr("wtd %1").arg(stage.data(PipelineModel::WeightedText).toString());
    if (paddingX + used + 6 + letters.width(weighted, TextStyle::Small) <= width() - paddingX) {
        painter.setPen(colors.text2);
        letters.drawRight(painter, width() - paddingX, 31, 16, weighted, TextStyle::Small);
    }
}

void StageHeader::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        Q_EMIT clicked();
    }
}

void StageHeader::contextMenuEvent(QContextMenuEvent* event)
{
    Q_EMIT menuRequested(event->globalPos());
}

void StageHeader::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasFormat(QString::fromLatin1(PipelineModel::leadMimeType))) {
        event->setDropAction(Qt::MoveAction);
        event->accept();
        Q_EMIT dragEntered(true);
    }
}

void StageHeader::dragLeaveEvent(QDragLeaveEvent* event)
{
    QWidget::dragLeaveEvent(event);
    Q_EMIT dragEntered(false);
}

void StageHeader::dropEvent(QDropEvent* event)
{
    Q_EMIT dragEntered(false);
    event->setDropAction(Qt::MoveAction);
    event->accept();
    m_state.setDragged({});
    Q_EMIT dropped(PipelineModel::decode(event->mimeData()), mapToGlobal(event->position().toPoint()));
}

} // namespace keyturn
