// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/style.h"

#include "ui/kit/compositing.h"
#include "ui/kit/paint.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QBitmap>
#include <QComboBox>
#include <QEvent>
#include <QFrame>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QSlider>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

namespace keyturn {

namespace {

constexpr int fieldHeight = 32;
constexpr int fieldPadding = 10;
constexpr qreal controlRadius = 6;
constexpr int menuRadius = 8;

/// The list under a combo box, by the name Qt gives to it.
bool isComboList(const QWidget* widget)
{
    return widget != nullptr && widget->inherits("QComboBoxListView");
}

bool changesByWheel(const QWidget* widget)
{
    return qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget) ||
           qobject_cast<const QSlider*>(widget);
}

void drawIcon(QPainter& painter, const QString& name, const QRect& rect, int size, const QColor& color)
{
    paint::icon(painter, name, rect, size, color);
}

} // namespace

Style::Style(const Colors& colors)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
    , m_colors(&colors)
{}

void Style::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (changesByWheel(widget)) {
        widget->setFocusPolicy(Qt::StrongFocus);
        widget->installEventFilter(this);
    }
    if (auto* menu = qobject_cast<QMenu*>(widget)) {
        // Rounded corners need a window without a background of its own; where there is no such thing, it is cut out by
        // SH_Menu_Mask.
        menu->setAttribute(Qt::WA_TranslucentBackground, isComposited());
    }
    if (qobject_cast<QScrollBar*>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
}

bool Style::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Wheel) {
        const auto* widget = qobject_cast<QWidget*>(watched);
        if (widget && changesByWheel(widget) && !widget->hasFocus()) {
            event->ignore(); // the page scrolls instead
            return true;
        }
    }
    if (event->type() == QEvent::ShortcutOverride && qobject_cast<QComboBox*>(watched)) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up)) {
            event->accept(); // opens the list, whatever the window does by these keys
            return true;
        }
    }
    return QProxyStyle::eventFilter(watched, event);
}

void Style::drawField(QPainter& painter, const QStyleOption& option) const
{
    const Colors& c = *m_colors;
    const bool enabled = option.state & State_Enabled;
    const bool focused = enabled && (option.state & State_HasFocus);
    QColor border = focused ? c.accentLine : c.control;
    if (!enabled) {
        border = c.line2;
    }
    paint::roundedRect(painter, option.rect, controlRadius, enabled ? c.base : c.alt, border);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    const Colors& c = *m_colors;
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto* panel = qstyleoption_cast<const QStyleOptionFrame*>(option); panel && panel->lineWidth > 0) {
            drawField(*painter, *option);
        }
        return;
    case PE_FrameLineEdit:
    case PE_FrameFocusRect: // the ring is drawn by FocusRing
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: {
        const bool on = option->state & (State_On | State_NoChange);
        const bool enabled = option->state & State_Enabled;
        paint::roundedRect(*painter, option->rect, 4, on ? (enabled ? c.accentFill : c.line2) : c.base,
                           on ? QColor() : (enabled ? c.control : c.line2));
        if (on) {
            drawIcon(*painter, option->state & State_NoChange ? QStringLiteral("minus") : QStringLiteral("check"),
                     option->rect, 12, c.accentFillText);
        }
        return;
    }
    case PE_IndicatorRadioButton: {
        const bool on = option->state & State_On;
        const QRectF circle = QRectF(option->rect);
        paint::roundedRect(*painter, circle, circle.width() / 2, on ? c.accentFill : c.base,
                           on ? c.accentFill : c.control);
        if (on) {
            paint::roundedRect(*painter, circle.adjusted(5, 5, -5, -5), 3, c.accentFillText);
        }
        return;
    }
    case PE_PanelMenu:
    case PE_FrameMenu:
        if (element == PE_PanelMenu) {
            if (widget != nullptr && !widget->testAttribute(Qt::WA_TranslucentBackground)) {
                painter->fillRect(option->rect, c.line2); // under the smoothed edge of the corners
            }
            paint::roundedRect(*painter, option->rect, menuRadius, c.base, c.line2);
        }
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, c.toast);
        return;
    case PE_IndicatorArrowDown:
        drawIcon(*painter, QStringLiteral("chevron-down"), option->rect, 16, c.text2);
        return;
    case PE_IndicatorArrowUp:
        drawIcon(*painter, QStringLiteral("chevron-up"), option->rect, 16, c.text2);
        return;
    case PE_IndicatorArrowLeft:
        drawIcon(*painter, QStringLiteral("chevron-left"), option->rect, 16, c.text2);
        return;
    case PE_IndicatorArrowRight:
        drawIcon(*painter, QStringLiteral("chevron-right"), option->rect, 16, c.text2);
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            const bool up = header->sortIndicator == QStyleOptionHeader::SortDown;
            drawIcon(*painter, up ? QStringLiteral("arrow-up") : QStringLiteral("arrow-down"), option->rect, 12,
                     c.text2);
        }
        return;
    case PE_PanelItemViewRow:
    case PE_PanelItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            if (item->state & State_Selected) {
                painter->fillRect(item->rect, c.soft);
            } else if ((item->state & State_MouseOver) && (item->state & State_Enabled) &&
                       element == PE_PanelItemViewItem) {
                painter->fillRect(item->rect, c.hover);
            } else if (item->backgroundBrush.style() != Qt::NoBrush) {
                painter->fillRect(item->rect, item->backgroundBrush);
            }
        }
        return;
    case PE_FrameStatusBarItem:
        return;
    case PE_PanelScrollAreaCorner:
        return; // nothing is there: the page shows
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawMenuItem(const QStyleOption& option, QPainter& painter, const QWidget* widget) const
{
    const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(&option);
    if (!item) {
        return;
    }
    const Colors& c = *m_colors;
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRect(item->rect.left() + 4, item->rect.center().y(), item->rect.width() - 8, 1), c.line);
        return;
    }
    const bool enabled = item->state & State_Enabled;
    if (enabled && (item->state & State_Selected)) {
        paint::roundedRect(painter, QRect(item->rect).adjusted(4, 0, -4, 0), 4, c.soft);
    }
    QColor color = item->palette.color(enabled ? QPalette::Normal : QPalette::Disabled, QPalette::Text);
    QRect inner = item->rect.adjusted(14, 0, -14, 0);
    const bool column = item->menuHasCheckableItems || item->maxIconWidth > 0;
    if (column) {
        const QRect place(inner.left(), inner.top(), 16, inner.height());
        if (item->checkType != QStyleOptionMenuItem::NotCheckable && item->checked) {
            drawIcon(painter, QStringLiteral("check"), place, 16, c.accentText);
        } else if (!item->icon.isNull()) {
            item->icon.paint(&painter, QRect(place.left(), place.center().y() - 7, 16, 16), Qt::AlignCenter,
                             enabled ? QIcon::Normal : QIcon::Disabled);
        }
        inner.setLeft(inner.left() + 24);
    }
    const qsizetype tab = item->text.indexOf(QLatin1Char('\t'));
    painter.setFont(item->font);
    painter.setPen(color);
    const int flags = Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine;
    painter.drawText(inner, flags | Qt::AlignLeft, tab >= 0 ? item->text.left(tab) : item->text);
    if (tab >= 0) {
        painter.setPen(c.text3);
        painter.drawText(inner, flags | Qt::AlignRight, item->text.mid(tab + 1));
    }
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu) {
        drawIcon(painter, QStringLiteral("chevron-right"), QRect(inner.right() - 12, inner.top(), 16, inner.height()),
                 16, c.text2);
    }
    Q_UNUSED(widget)
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    const Colors& c = *m_colors;
    switch (element) {
    case CE_MenuItem:
        drawMenuItem(*option, *painter, widget);
        return;
    case CE_MenuEmptyArea:
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: {
        painter->fillRect(option->rect, c.alt);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), c.line);
        return;
    }
    case CE_HeaderLabel: {
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        if (!header) {
            return;
        }
        QRect rect = header->rect.adjusted(6, 0, -6, 0);
        if (header->sortIndicator != QStyleOptionHeader::None) {
            rect.setRight(rect.right() - 14);
        }
        painter->setPen(c.text2);
        const QString shown = header->fontMetrics.elidedText(header->text, Qt::ElideRight, rect.width());
        painter->drawText(rect, static_cast<int>(header->textAlignment | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
        return;
    }
    case CE_Splitter:
        painter->fillRect(option->rect, c.line);
        return;
    case CE_ComboBoxLabel: {
        const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        if (!combo || combo->editable) {
            return;
        }
        QRect rect = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
        if (!combo->currentIcon.isNull()) {
            combo->currentIcon.paint(painter, QRect(rect.left(), rect.center().y() - 7, 16, 16));
            rect.setLeft(rect.left() + 22);
        }
        painter->setPen(
            combo->palette.color(combo->state & State_Enabled ? QPalette::Normal : QPalette::Disabled, QPalette::Text));
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                          combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, rect.width()));
        return;
    }
    case CE_ShapedFrame:
        if (widget != nullptr && widget->inherits("QComboBoxPrivateContainer")) {
            painter->fillRect(option->rect, c.line2);
            painter->fillRect(option->rect.adjusted(1, 1, -1, -1), c.base);
            return;
        }
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    case CE_ScrollBarAddLine:
    case CE_ScrollBarSubLine:
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawScrollBar(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(&option);
    if (!bar || bar->minimum == bar->maximum) {
        return;
    }
    const Colors& c = *m_colors;
    QRectF handle = subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget);
    const bool hot = (option.state & State_MouseOver) || (option.activeSubControls & SC_ScrollBarSlider);
    const qreal inset = hot ? 2 : 3;
    handle.adjust(inset, inset, -inset, -inset);
    const qreal radius = std::min(handle.width(), handle.height()) / 2;
    paint::roundedRect(painter, handle, radius, hot ? c.control : c.line2);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        drawScrollBar(*option, *painter, widget);
        return;
    }
    if (control == CC_ComboBox) {
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            if (combo->frame) {
                drawField(*painter, *option);
            }
            drawIcon(*painter, QStringLiteral("chevron-down"),
                     subControlRect(control, option, SC_ComboBoxArrow, widget), 16,
                     option->state & State_Enabled ? m_colors->text2 : m_colors->line2);
        }
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                            const QWidget* widget) const
{
    if (control == CC_ComboBox) {
        const QRect r = option->rect;
        switch (part) {
        case SC_ComboBoxArrow:
            return {r.right() - 28, r.top(), 24, r.height()};
        case SC_ComboBoxEditField:
            return r.adjusted(fieldPadding, 1, -30, -1);
        case SC_ComboBoxListBoxPopup:
            return r.adjusted(0, 2, 0, 2);
        default:
            return r;
        }
    }
    if (control == CC_ScrollBar) {
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        const QRect r = option->rect;
        if (!bar || part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine) {
            return {};
        }
        const bool across = bar->orientation == Qt::Horizontal;
        const int length = across ? r.width() : r.height();
        const auto range = static_cast<qint64>(bar->maximum) - bar->minimum;
        int handle = length;
        if (range > 0) {
            handle = static_cast<int>(static_cast<qint64>(length) * bar->pageStep / (range + bar->pageStep));
            handle = std::min(length, std::max(handle, 32));
        }
        const int start =
            sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
        const auto cut = [&](int from, int size) {
            return across ? QRect(r.left() + from, r.top(), size, r.height())
                          : QRect(r.left(), r.top() + from, r.width(), size);
        };
        switch (part) {
        case SC_ScrollBarSlider:
            return cut(start, handle);
        case SC_ScrollBarSubPage:
            return cut(0, start);
        case SC_ScrollBarAddPage:
            return cut(start + handle, length - start - handle);
        case SC_ScrollBarGroove:
            return r;
        default:
            return {};
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    if (element == SE_LineEditContents) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0) {
            return option->rect.adjusted(fieldPadding - 2, 1, -(fieldPadding - 2), -1);
        }
        return option->rect;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_LineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0) {
            result.setHeight(fieldHeight);
        }
        break;
    }
    case CT_ComboBox:
        result = QSize(size.width() + fieldPadding + 34, fieldHeight);
        break;
    case CT_SpinBox:
        result.setHeight(fieldHeight);
        break;
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            if (item->menuItemType == QStyleOptionMenuItem::Separator) {
                return {size.width(), 9};
            }
            const bool column = item->menuHasCheckableItems || item->maxIconWidth > 0;
            const QFontMetrics metrics(item->font);
            const QStringList parts = item->text.split(QLatin1Char('\t'));
            int width = 28 + (column ? 24 : 0);
            for (const QString& part : parts) {
                width += metrics.size(Qt::TextShowMnemonic, part).width();
            }
            width += parts.size() > 1 ? 32 : 0;
            width += item->menuItemType == QStyleOptionMenuItem::SubMenu ? 24 : 0;
            return {std::max(width, 160), 32};
        }
        break;
    case CT_ItemViewItem:
        if (isComboList(widget)) {
            result.setHeight(fieldHeight);
        }
        break;
    case CT_HeaderSection:
        result.setHeight(std::max(36, result.height()));
        break;
    default:
        break;
    }
    return result;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_SplitterWidth:
        return 1;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_MenuVMargin:
        return 5;
    case PM_MenuHMargin:
    case PM_MenuPanelWidth:
        return 1;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
        return 16;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    case PM_FocusFrameHMargin:
        return isComboList(widget) ? fieldPadding - 2 : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ComboBoxFrameWidth:
        return 1;
    case PM_HeaderMarkSize:
        return 12;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_ComboBox_Popup:
        return 0; // a list below the box, not a menu over it
    case SH_ComboBox_PopupFrameStyle:
        return static_cast<int>(QFrame::Box) | static_cast<int>(QFrame::Plain);
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_ItemView_ShowDecorationSelected:
    case SH_ItemView_ActivateItemOnSingleClick:
        return hint == SH_ItemView_ShowDecorationSelected ? 1 : 0;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_Menu_SupportsSections:
        return 0;
    case SH_Menu_Mask:
        if (auto* mask = qstyleoption_cast<QStyleHintReturnMask*>(data);
            mask && option && widget && !widget->testAttribute(Qt::WA_TranslucentBackground)) {
            QBitmap shape(option->rect.size());
            shape.clear();
            QPainter painter(&shape);
            painter.setPen(Qt::NoPen);
            painter.setBrush(Qt::color1);
            painter.drawRoundedRect(shape.rect(), menuRadius, menuRadius);
            painter.end();
            mask->region = QRegion(shape);
            return 1;
        }
        return 0;
    case SH_Widget_Animation_Duration:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace keyturn
