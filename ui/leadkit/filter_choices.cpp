// SPDX-License-Identifier: GPL-3.0-or-later
// What the chips of the filter bar offer and say; where they stand is in filter_bar.cpp.
#include "ui/leadkit/filter_bar.h"

#include "models/base/money.h"
#include "models/domain/value_lists.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/kit/line_edit.h"
#include "ui/kit/line_field.h"
#include "ui/kit/menu_place.h"
#include "ui/kit/popover.h"
#include "ui/leadkit/filter_chip.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>

#include <algorithm>

namespace keyturn {

namespace {

constexpr int rowHeight = 28;
constexpr int visibleRows = 11;
constexpr int hoursPerDay = 24;

template<typename List, typename Value>
void toggleIn(List& list, const Value& value, bool on)
{
    const auto found = std::find(list.begin(), list.end(), value);
    if (on && found == list.end()) {
        list.push_back(value);
    } else if (!on && found != list.end()) {
        list.erase(found);
    }
}

template<typename List, typename Value>
bool holds(const List& list, const Value& value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

} // namespace

QString FilterBar::ownerWord(UserId id) const
{
    if (id.isNull()) {
        return tr("nobody");
    }
    if (id == m_catalogue.me) {
        return tr("me");
    }
    const User* user = m_catalogue.user(id);
    return user == nullptr ? tr("somebody") : user->initials();
}

QString FilterBar::describe(Kind kind) const
{
    QStringList words;
    switch (kind) {
    case Kind::Owner:
        for (const UserId owner : m_own.owners) {
            words.append(ownerWord(owner));
        }
        break;
    case Kind::Stage:
        for (const StageId id : m_own.stages) {
            if (const Stage* stage = m_catalogue.stage(id)) {
                words.append(stage->name);
            }
        }
        break;
    case Kind::Source:
        for (const QString& key : m_own.sources) {
            words.append(choiceLabel(ValueList::Source, key));
        }
        break;
    case Kind::Program:
        for (const QString& key : m_own.programs) {
            words.append(choiceLabel(ValueList::LoanProgram, key));
        }
        break;
    case Kind::Temperature:
        for (const Temperature temperature : m_own.temperatures) {
            words.append(choiceLabel(ValueList::Temperature, temperatureKey(temperature)));
        }
        break;
    case Kind::Tag:
        words = m_own.tags;
        break;
    case Kind::Amount:
        if (m_own.minValueCents.has_value() && m_own.maxValueCents.has_value()) {
            return tr("%1 to %2").arg(Money{*m_own.minValueCents}.toDisplay(), Money{*m_own.maxValueCents}.toDisplay());
        }
        if (m_own.minValueCents.has_value()) {
            return tr("from %1").arg(Money{*m_own.minValueCents}.toDisplay());
        }
        return m_own.maxValueCents.has_value() ? tr("up to %1").arg(Money{*m_own.maxValueCents}.toDisplay())
                                               : QString();
    case Kind::DaysInStage:
        return m_own.minDaysInStage.has_value() ? tr("%Ln or more", nullptr, *m_own.minDaysInStage) : QString();
    case Kind::Lock:
        return m_own.lockWithinDays.has_value() ? tr("within %Ln day(s)", nullptr, *m_own.lockWithinDays) : QString();
    case Kind::Silent:
        return m_own.silentHours.has_value() ? tr("%Ln day(s) or more", nullptr, *m_own.silentHours / hoursPerDay)
                                             : QString();
    case Kind::Among:
        return m_own.among ? m_own.amongWhat : QString();
    }
    return words.join(QStringLiteral(", "));
}

std::vector<FilterBar::Option> FilterBar::options(Kind kind) const
{
    std::vector<Option> list;
    const auto fromChoices = [&list](ValueList values, const QStringList& chosen) {
        for (const Choice& choice : choices(values)) {
            list.push_back({choice.label, choice.key, chosen.contains(choice.key)});
        }
    };
    switch (kind) {
    case Kind::Owner:
        for (const User& user : m_catalogue.users) {
            const QString name = user.id == m_catalogue.me ? tr("Me, %1").arg(user.name()) : user.name();
            list.push_back({name, QVariant::fromValue(user.id), holds(m_own.owners, user.id)});
        }
        list.push_back({tr("Nobody"), QVariant::fromValue(UserId()), holds(m_own.owners, UserId())});
        break;
    case Kind::Stage:
        for (const Stage& stage : m_catalogue.stages) {
            list.push_back({stage.name, QVariant::fromValue(stage.id), holds(m_own.stages, stage.id)});
        }
        break;
    case Kind::Source:
        fromChoices(ValueList::Source, m_own.sources);
        break;
    case Kind::Program:
        fromChoices(ValueList::LoanProgram, m_own.programs);
        break;
    case Kind::Temperature:
        for (const Choice& choice : choices(ValueList::Temperature)) {
            list.push_back({choice.label, choice.key, holds(m_own.temperatures, temperatureFromKey(choice.key))});
        }
        break;
    case Kind::Tag:
        for (const Tag& tag : m_catalogue.tags) {
            list.push_back({tag.name, tag.name, m_own.tags.contains(tag.name)});
        }
        break;
    case Kind::Amount:
    case Kind::DaysInStage:
    case Kind::Lock:
    case Kind::Silent:
    case Kind::Among:
        break;
    }
    return list;
}

void FilterBar::toggle(Kind kind, const QVariant& value, bool on)
{
    switch (kind) {
    case Kind::Owner:
        toggleIn(m_own.owners, value.value<UserId>(), on);
        break;
    case Kind::Stage:
        toggleIn(m_own.stages, value.value<StageId>(), on);
        break;
    case Kind::Source:
        toggleIn(m_own.sources, value.toString(), on);
        break;
    case Kind::Program:
        toggleIn(m_own.programs, value.toString(), on);
        break;
    case Kind::Temperature:
        toggleIn(m_own.temperatures, temperatureFromKey(value.toString()), on);
        break;
    case Kind::Tag:
        toggleIn(m_own.tags, value.toString(), on);
        break;
    case Kind::Amount:
    case Kind::DaysInStage:
    case Kind::Lock:
    case Kind::Silent:
    case Kind::Among:
        break;
    }
    ownChanged();
}

void FilterBar::clear(Kind kind)
{
    switch (kind) {
    case Kind::Owner:
        m_own.owners.clear();
        break;
    case Kind::Stage:
        m_own.stages.clear();
        break;
    case Kind::Source:
        m_own.sources.clear();
        break;
    case Kind::Program:
        m_own.programs.clear();
        break;
    case Kind::Temperature:
        m_own.temperatures.clear();
        break;
    case Kind::Tag:
        m_own.tags.clear();
        break;
    case Kind::Amount:
        m_own.minValueCents.reset();
        m_own.maxValueCents.reset();
        break;
    case Kind::DaysInStage:
        m_own.minDaysInStage.reset();
        break;
    case Kind::Lock:
        m_own.lockWithinDays.reset();
        break;
    case Kind::Silent:
        m_own.silentHours.reset();
        break;
    case Kind::Among:
        m_own.among.reset();
        m_own.amongWhat.clear();
        break;
    }
    ownChanged();
}

void FilterBar::open(Kind kind, QWidget* anchor)
{
    if (kind == Kind::Among) {
        clear(kind); // there is nothing to choose from
        return;
    }
    auto* popover = new Popover(m_ui.theme, this);
    popover->setObjectName(QStringLiteral("filterPopover"));
    const bool numbers =
        kind == Kind::Amount || kind == Kind::DaysInStage || kind == Kind::Lock || kind == Kind::Silent;
    QWidget* content = numbers ? makeNumbers(kind, popover) : makeChecklist(kind);
    popover->setContent(content, numbers ? 16 : 6);
    popover->showAt(anchor);
    content->setFocus(Qt::PopupFocusReason);
}

QWidget* FilterBar::makeChecklist(Kind kind)
{
    auto* list = new QListWidget;
    list->setObjectName(QStringLiteral("filterChoices"));
    list->setAccessibleName(tr("Choices"));
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(true);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const std::vector<Option> all = options(kind);
    for (const Option& option : all) {
        auto* item = new QListWidgetItem(option.label, list);
        item->setData(Qt::UserRole, option.value);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(option.checked ? Qt::Checked : Qt::Unchecked);
        item->setSizeHint(QSize(0, rowHeight));
    }
    if (all.empty()) {
        auto* item = new QListWidgetItem(tr("Nothing to choose from yet"), list);
        item->setFlags(Qt::NoItemFlags);
        item->setSizeHint(QSize(0, rowHeight));
    }
    list->setCurrentRow(0);
    const int rows = std::clamp(static_cast<int>(std::max<size_t>(1, all.size())), 1, visibleRows);
    list->setFixedSize(std::clamp(list->sizeHintForColumn(0) + 40, 180, 320), rows * rowHeight + 2);
    connect(list, &QListWidget::itemChanged, this, [this, kind](const QListWidgetItem* item) {
        toggle(kind, item->data(Qt::UserRole), item->checkState() == Qt::Checked);
    });
    const auto flip = [](QListWidgetItem* item) {
        if (item->flags().testFlag(Qt::ItemIsUserCheckable)) {
            item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
        }
    };
    // The whole row is the check box; a click on the box itself is told once by the view already.
    connect(list, &QListWidget::itemPressed, list,
            [list](QListWidgetItem* item) { list->setProperty("stateBefore", static_cast<int>(item->checkState())); });
    connect(list, &QListWidget::itemClicked, list, [list, flip](QListWidgetItem* item) {
        if (list->property("stateBefore").toInt() == static_cast<int>(item->checkState())) {
            flip(item);
        }
    });
    connect(list, &QListWidget::itemActivated, list, [flip](QListWidgetItem* item) { flip(item); });
    return list;
}

QWidget* FilterBar::makeNumbers(Kind kind, Popover* popover)
{
    auto* form = new QWidget;
    form->setFixedWidth(kind == Kind::Amount ? 280 : 220);
    auto* layout = new QHBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    const auto add = [&](const QString& label, const QString& name, const QString& text,
                         std::function<void(const QString&)> apply) {
        auto* field = new LineField(m_ui.theme, label);
        field->setObjectName(name);
        field->edit().setObjectName(name + QStringLiteral("Edit"));
        field->setText(text);
        connect(field, &LineField::edited, this, [field, apply](const QString& typed) {
            field->setError({});
            apply(typed);
        });
        connect(&field->edit(), &QLineEdit::returnPressed, popover, &Popover::dismiss);
        layout->addWidget(field);
        if (form->focusProxy() == nullptr) {
            form->setFocusProxy(&field->edit());
        }
    };
    const auto money = [this](std::optional<qint64> LeadFilter::*which) {
        return [this, which](const QString& typed) {
            const std::optional<Money> amount = Money::parse(typed.trimmed());
            if (amount.has_value() || typed.trimmed().isEmpty()) {
                m_own.*which = amount.has_value() ? std::optional<qint64>(amount->cents) : std::nullopt;
                ownChanged();
            }
        };
    };
    const auto number = [this](std::optional<int> LeadFilter::*which) {
        return [this, which](const QString& typed) {
            bool valid = false;
            const int value = typed.trimmed().toInt(&valid);
            if ((valid && value >= 0) || typed.trimmed().isEmpty()) {
                m_own.*which = valid ? std::optional<int>(value) : std::nullopt;
                ownChanged();
            }
        };
    };
    const auto shown = [](const auto& value) { return value.has_value() ? QString::number(*value) : QString(); };
    if (kind == Kind::Amount) {
        const auto dollars = [](const std::optional<qint64>& cents) {
            return cents.has_value() ? Money{*cents}.toDisplay() : QString();
        };
        add(tr("From"), QStringLiteral("filterFrom"), dollars(m_own.minValueCents), money(&LeadFilter::minValueCents));
        add(tr("Up to"), QStringLiteral("filterTo"), dollars(m_own.maxValueCents), money(&LeadFilter::maxValueCents));
    } else if (kind == Kind::DaysInStage) {
        add(tr("At least this many days in the stage"), QStringLiteral("filterDaysMin"), shown(m_own.minDaysInStage),
            number(&LeadFilter::minDaysInStage));
    } else if (kind == Kind::Silent) {
        const std::optional<int> days =
            m_own.silentHours.has_value() ? std::optional<int>(*m_own.silentHours / hoursPerDay) : std::nullopt;
        add(tr("Nothing happened for days"), QStringLiteral("filterSilentDays"), shown(days),
            [this](const QString& typed) {
                bool valid = false;
                const int value = typed.trimmed().toInt(&valid);
                if ((valid && value > 0) || typed.trimmed().isEmpty()) {
                    m_own.silentHours = valid ? std::optional<int>(value * hoursPerDay) : std::nullopt;
                    ownChanged();
                }
            });
    } else {
        add(tr("Rate lock expires within days"), QStringLiteral("filterLockDays"), shown(m_own.lockWithinDays),
            number(&LeadFilter::lockWithinDays));
    }
    return form;
}

void FilterBar::openMore()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("filterMoreMenu"));
    for (const Facet& facet : m_facets) {
        const bool offered = facet.kind != Kind::Among && (facet.kind != Kind::Stage || facet.always);
        if (!offered || facet.chip->isVisible()) {
            continue;
        }
        QAction* action = menu->addAction(facet.name);
        connect(action, &QAction::triggered, this, [this, kind = facet.kind] { open(kind, m_more); });
    }
    popUpBelow(*menu, *m_more);
}

} // namespace keyturn
