// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/target_menu.h"

#include "ui/kit/search_field.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

namespace keyturn {

namespace {
constexpr int rowHeight = 28;
constexpr int newField = -1;
} // namespace

TargetMenu::TargetMenu(Theme& theme, const Catalogue& catalogue, const ColumnTarget& current, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_choices(targetChoices(catalogue))
    , m_current(current)
    , m_search(new SearchField(theme, tr("Find a field"), this))
    , m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("targetMenu"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_search->setObjectName(QStringLiteral("targetSearch"));
    m_list->setObjectName(QStringLiteral("targetList"));
    m_list->setAccessibleName(tr("Where the column goes"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedSize(280, 10 * rowHeight);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    m_search->installEventFilter(this);
    setFocusProxy(m_search);
    connect(m_search, &QLineEdit::textChanged, this, &TargetMenu::narrow);
    connect(m_list, &QListWidget::itemClicked, this, &TargetMenu::take);
    connect(m_list, &QListWidget::itemActivated, this, &TargetMenu::take);
    narrow({});
}

void TargetMenu::narrow(const QString& text)
{
    m_list->clear();
    QString group;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    int wanted = -1;
    const auto add = [this](const QString& label, int index, bool isHead) {
        auto* item = new QListWidgetItem(label, m_list);
        item->setSizeHint(QSize(0, rowHeight));
        item->setData(Qt::UserRole, index);
        if (isHead) {
            item->setFlags(Qt::NoItemFlags);
            item->setFont(m_theme.font(TextStyle::Caption));
            item->setForeground(m_theme.colors().text3);
        }
        return item;
    };
    for (size_t i = 0; i < m_choices.size(); ++i) {
        const TargetChoice& choice = m_choices[i];
        const QString searched = QString(choice.label % u' ' % choice.group % u' ' % choice.target.field);
        const bool fits = std::all_of(words.begin(), words.end(), [&searched](const QString& word) {
            return searched.contains(word, Qt::CaseInsensitive);
        });
        if (!fits) {
            continue;
        }
        if (choice.group != group) {
            group = choice.group;
            add(group, newField, true);
        }
        add(choice.label, static_cast<int>(i), false);
        if (wanted < 0 && (!words.isEmpty() || choice.target == m_current)) {
            wanted = m_list->count() - 1;
        }
    }
    add(tr("New field of your own\u2026"), newField, false);
    m_list->setCurrentRow(wanted < 0 ? m_list->count() - 1 : wanted);
    m_list->scrollToItem(m_list->currentItem(), QAbstractItemView::PositionAtCenter);
}

void TargetMenu::take()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (item == nullptr || !item->flags().testFlag(Qt::ItemIsEnabled)) {
        return;
    }
    const int index = item->data(Qt::UserRole).toInt();
    if (index == newField) {
        Q_EMIT newFieldRequested();
    } else {
        Q_EMIT chosen(m_choices[static_cast<size_t>(index)].target);
    }
}

bool TargetMenu::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int step = key->key() == Qt::Key_Down ? 1 : (key->key() == Qt::Key_Up ? -1 : 0);
        if (step != 0) {
            for (int row = m_list->currentRow() + step; row >= 0 && row < m_list->count(); row += step) {
                if (m_list->item(row)->flags().testFlag(Qt::ItemIsEnabled)) {
                    m_list->setCurrentRow(row);
                    break;
                }
            }
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            take();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace keyturn
