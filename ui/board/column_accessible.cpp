// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/column_accessible.h"

#include "ui/board/column_view.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

namespace keyturn {

namespace {

/// One card, by its lead: it stays the same wherever the card moves within its column.
class CardAccessible final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    CardAccessible(ColumnView* column, LeadId lead)
        : m_column(column)
        , m_lead(lead)
    {}

    [[nodiscard]] bool isValid() const override { return m_column != nullptr && row() >= 0; }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override
    {
        return m_column ? QAccessible::queryAccessibleInterface(m_column) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (!isValid()) {
            return {};
        }
        const QModelIndex index = m_column->indexAt(row());
        if (kind == QAccessible::Name) {
            return index.data(Qt::AccessibleTextRole).toString();
        }
        return kind == QAccessible::Description ? index.data(LeadRole::StageName).toString() : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid()) {
            return {};
        }
        const QRect card = m_column->cardRect(row());
        return {m_column->mapToGlobal(card.topLeft()), card.size()};
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.selectable = state.multiSelectable = state.focusable = true;
        state.selected = m_column->state().isSelected(m_lead);
        state.focused = m_column->hasFocus() && m_column->state().current() == m_lead;
        state.offscreen = !m_column->cardRect(row()).intersects(m_column->rect());
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }

    [[nodiscard]] QStringList actionNames() const override { return {pressAction(), toggleAction()}; }
    void doAction(const QString& name) override
    {
        if (!isValid()) {
            return;
        }
        if (name == pressAction()) {
            Q_EMIT m_column->openPanel(m_lead);
        } else if (name == toggleAction()) {
            m_column->state().select(m_lead, BoardState::Select::Toggle);
        }
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    [[nodiscard]] int row() const { return m_column->rowOf(m_lead); }

    QPointer<ColumnView> m_column;
    LeadId m_lead;
};

/// The heading of a group, by its owner.
class HeadingAccessible final : public QAccessibleInterface
{
public:
    HeadingAccessible(ColumnView* column, UserId owner)
        : m_column(column)
        , m_owner(owner)
    {}

    [[nodiscard]] bool isValid() const override { return m_column != nullptr && group() >= 0; }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override
    {
        return m_column ? QAccessible::queryAccessibleInterface(m_column) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_column->spokenGroup(group()) : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid()) {
            return {};
        }
        const QRect place = m_column->headingRect(group());
        return {m_column->mapToGlobal(place.topLeft()), place.size()};
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Heading; }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        state.offscreen = isValid() && !m_column->headingRect(group()).intersects(m_column->rect());
        return state;
    }

    [[nodiscard]] int group() const { return m_column->groupOf(m_owner); }

private:
    QPointer<ColumnView> m_column;
    UserId m_owner;
};

class ColumnAccessible final : public QAccessibleWidget
{
public:
    explicit ColumnAccessible(ColumnView* column)
        : QAccessibleWidget(column, QAccessible::List)
    {}
    ~ColumnAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_cards)) {
            QAccessible::deleteAccessibleInterface(id);
        }
        for (const QAccessible::Id id : std::as_const(m_headings)) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }

    [[nodiscard]] int childCount() const override { return column()->places().entries(); }
    [[nodiscard]] QAccessibleInterface* child(int entry) const override
    {
        const ColumnLayout& places = column()->places();
        if (entry < 0 || entry >= places.entries()) {
            return nullptr;
        }
        // Made when somebody asks: a reader looks at a few of 100,000.
        if (const int group = places.groupOfEntry(entry); group >= 0) {
            const UserId owner = column()->group(group).owner;
            return made(m_headings[owner], [&] { return new HeadingAccessible(column(), owner); });
        }
        const LeadId lead = column()->leadAt(places.rowOfEntry(entry));
        return lead.isNull() ? nullptr : made(m_cards[lead], [&] { return new CardAccessible(column(), lead); });
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        const ColumnLayout& places = column()->places();
        for (auto card = m_cards.constBegin(); card != m_cards.constEnd(); ++card) {
            if (QAccessible::accessibleInterface(card.value()) == child) {
                const int row = column()->rowOf(card.key());
                return row < 0 ? -1 : places.entryOfRow(row);
            }
        }
        for (auto heading = m_headings.constBegin(); heading != m_headings.constEnd(); ++heading) {
            if (QAccessible::accessibleInterface(heading.value()) == child) {
                const int group = column()->groupOf(heading.key());
                return group < 0 ? -1 : places.entryOfGroup(group);
            }
        }
        return -1;
    }
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override
    {
        const QPoint pos = column()->mapFromGlobal(QPoint(x, y));
        if (const int group = column()->headingAt(pos); group >= 0) {
            return child(column()->places().entryOfGroup(group));
        }
        return card(column()->rowAt(pos));
    }
    [[nodiscard]] QAccessibleInterface* focusChild() const override
    {
        return card(column()->hasFocus() ? column()->rowOf(column()->state().current()) : -1);
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.multiSelectable = true;
        return state;
    }

private:
    [[nodiscard]] ColumnView* column() const { return static_cast<ColumnView*>(object()); }
    [[nodiscard]] QAccessibleInterface* card(int row) const
    {
        return row < 0 ? nullptr : child(column()->places().entryOfRow(row));
    }
    template<typename Make>
    static QAccessibleInterface* made(QAccessible::Id& id, Make make)
    {
        if (id == 0) {
            id = QAccessible::registerAccessibleInterface(make());
        }
        return QAccessible::accessibleInterface(id);
    }

    mutable QHash<LeadId, QAccessible::Id> m_cards;
    mutable QHash<UserId, QAccessible::Id> m_headings;
};

QAccessibleInterface* makeColumn(const QString& className, QObject* object)
{
    Q_UNUSED(className)
    auto* column = qobject_cast<ColumnView*>(object);
    return column == nullptr ? nullptr : new ColumnAccessible(column);
}

} // namespace

void installColumnAccessibility()
{
    QAccessible::installFactory(makeColumn);
}

} // namespace keyturn
