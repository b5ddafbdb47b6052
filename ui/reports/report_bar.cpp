// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_bar.h"

#include "models/items/report_text.h"
#include "ui/kit/button.h"
#include "ui/kit/date_field.h"
#include "ui/kit/menu_place.h"
#include "ui/kit/month_picker.h"
#include "ui/kit/popover.h"
#include "ui/kit/tab_bar.h"
#include "ui/leadkit/filter_chip.h"

#include <QBoxLayout>
#include <QMenu>

namespace keyturn {

namespace {

constexpr int exportTextFrom = 1180; ///< a narrower page shows the mark only

} // namespace

ReportBar::ReportBar(UiContext& ui, Workspace& workspace, std::function<QDate()> today, const QStringList& tabs,
                     QWidget* parent)
    : QWidget(parent)
    , m_ui(ui)
    , m_workspace(workspace)
    , m_today(std::move(today))
    , m_tabs(new TabBar(ui.theme, TabBar::Look::Pills, this))
    , m_period(new Button(ui.theme, Button::Kind::Soft, {}, this))
    , m_ownerChip(new FilterChip(ui.theme, tr("Owner"), this))
    , m_dayChip(new FilterChip(ui.theme, tr("As of"), this))
    , m_export(new Button(ui.theme, Button::Kind::Secondary, tr("Export"), this))
{
    setObjectName(QStringLiteral("reportBar"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(20, 10, 20, 6);
    row->setSpacing(8);
    m_tabs->setObjectName(QStringLiteral("reportTabs"));
    m_tabs->setAccessibleName(tr("Which reports"));
    for (const QString& tab : tabs) {
        m_tabs->addTab(tab);
    }
    m_tabs->setCurrentIndex(0);
    m_tabs->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    row->addWidget(m_tabs);
    row->addStretch(1);
    m_period->setObjectName(QStringLiteral("reportPeriod"));
    m_period->setIconName(QStringLiteral("calendar"));
    m_period->setSmall(true);
    m_period->setMenuArrow(true);
    m_ownerChip->setObjectName(QStringLiteral("reportOwner"));
    m_ownerChip->setToolTip(tr("Leads of this owner; of activities, what this person did"));
    m_dayChip->setObjectName(QStringLiteral("reportDay"));
    m_dayChip->setToolTip(tr("The pipeline as it was on a day"));
    m_export->setObjectName(QStringLiteral("reportExport"));
    m_export->setIconName(QStringLiteral("download"));
    m_export->setSmall(true);
    m_export->setAccessibleName(tr("Save these reports as PDF"));
    m_export->setToolTip(tr("Save these reports as PDF"));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_period, m_ownerChip, m_dayChip, m_export}) {
        row->addWidget(widget);
    }
    connect(m_tabs, &TabBar::currentChanged, this, &ReportBar::tabChanged);
    connect(m_period, &QAbstractButton::clicked, this, &ReportBar::openPeriods);
    connect(m_ownerChip, &QAbstractButton::clicked, this, &ReportBar::openOwners);
    connect(m_ownerChip, &FilterChip::cleared, this, [this] { setOwner(std::nullopt); });
    connect(m_dayChip, &QAbstractButton::clicked, this, &ReportBar::openDays);
    connect(m_dayChip, &FilterChip::cleared, this, [this] { setDay(std::nullopt); });
    connect(m_export, &QAbstractButton::clicked, this, &ReportBar::exportRequested);
    connect(&workspace, &Workspace::catalogueChanged, this, &ReportBar::describe);
    describe();
}

int ReportBar::tab() const
{
    return m_tabs->currentIndex();
}

void ReportBar::setTab(int tab)
{
    m_tabs->setCurrentIndex(tab);
}

void ReportBar::setSpan(const ReportSpan& span)
{
    if (span != m_span) {
        m_span = span;
        describe();
        Q_EMIT changed();
    }
}

void ReportBar::setOwner(const std::optional<UserId>& owner)
{
    if (owner != m_owner) {
        m_owner = owner;
        describe();
        Q_EMIT changed();
    }
}

void ReportBar::setDay(const std::optional<QDate>& day)
{
    if (day != m_day) {
        m_day = day;
        describe();
        Q_EMIT changed();
        if (day) {
            Q_EMIT dayChosen();
        }
    }
}

QString ReportBar::periodWords() const
{
    const auto [from, to] = m_span.days(m_today());
    return ReportText::period(from, to);
}

void ReportBar::setPeriodic(bool periodic)
{
    m_period->setVisible(periodic);
}

void ReportBar::refresh()
{
    describe();
}

QString ReportBar::ownerWord(UserId owner) const
{
    const Catalogue& catalogue = m_workspace.catalogue();
    if (owner.isNull()) {
        return tr("nobody");
    }
    const User* user = catalogue.user(owner);
    return owner == catalogue.me ? tr("me") : user != nullptr ? user->name() : tr("somebody");
}

void ReportBar::describe()
{
    m_period->setText(periodWords());
    m_period->setAccessibleName(tr("Period: %1").arg(periodWords()));
    m_ownerChip->setChosen(m_owner ? ownerWord(*m_owner) : QString());
    m_dayChip->setChosen(m_day ? ReportText::period(*m_day, *m_day) : QString());
    updateGeometry();
}

void ReportBar::openPeriods()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("periodMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    using Kind = ReportSpan::Kind;
    for (const Kind kind :
         {Kind::SevenDays, Kind::ThisMonth, Kind::LastMonth, Kind::ThisQuarter, Kind::ThisYear, Kind::LastYear}) {
        QAction* action = menu->addAction(ReportSpan::name(kind));
        action->setCheckable(true);
        action->setChecked(m_span.kind == kind);
        connect(action, &QAction::triggered, this, [this, kind] { setSpan({kind, {}, {}}); });
    }
    menu->addSeparator();
    QAction* own = menu->addAction(ReportSpan::name(Kind::Own));
    own->setCheckable(true);
    own->setChecked(m_span.kind == Kind::Own);
    connect(own, &QAction::triggered, this, &ReportBar::openOwnPeriod, Qt::QueuedConnection);
    popUpBelow(*menu, *m_period);
}

void ReportBar::openOwnPeriod()
{
    auto* popover = new Popover(m_ui.theme, this);
    popover->setAccessibleName(tr("Own period"));
    auto* form = new QWidget;
    form->setFixedWidth(280);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    auto* from = new DateField(m_ui.theme, tr("From"), m_today);
    from->setObjectName(QStringLiteral("periodFrom"));
    auto* to = new DateField(m_ui.theme, tr("To, with that day"), m_today);
    to->setObjectName(QStringLiteral("periodTo"));
    const auto [first, last] = m_span.days(m_today());
    from->setDate(first);
    to->setDate(last);
    auto* show = new Button(m_ui.theme, Button::Kind::Primary, tr("Show"));
    show->setObjectName(QStringLiteral("periodShow"));
    column->addWidget(from);
    column->addWidget(to);
    column->addWidget(show, 0, Qt::AlignRight);
    connect(show, &QAbstractButton::clicked, this, [this, popover, from, to] {
        if (!from->date() || !to->date()) {
            (from->date() ? to : from)->setError(tr("Which day?"));
        } else if (*to->date() < *from->date()) {
            to->setError(tr("This is before the first day."));
        } else {
            setSpan({ReportSpan::Kind::Own, *from->date(), *to->date()});
            popover->dismiss();
        }
    });
    popover->setContent(form);
    popover->showAt(m_period, Qt::AlignRight);
    from->setFocus();
}

void ReportBar::openOwners()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("ownerMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& words, const std::optional<UserId>& owner) {
        QAction* action = menu->addAction(words);
        action->setCheckable(true);
        action->setChecked(m_owner == owner);
        connect(action, &QAction::triggered, this, [this, owner] { setOwner(owner); });
    };
    const Catalogue& catalogue = m_workspace.catalogue();
    add(tr("Everybody"), std::nullopt);
    for (const User& user : catalogue.users) {
        if (user.isActive || user.id == m_owner) {
            add(user.id == catalogue.me ? tr("%1 (me)").arg(user.name()) : user.name(), user.id);
        }
    }
    add(tr("Leads of nobody"), UserId());
    popUpBelow(*menu, *m_ownerChip);
}

void ReportBar::openDays()
{
    auto* popover = new Popover(m_ui.theme, this);
    popover->setAccessibleName(tr("The pipeline as it was on a day"));
    auto* month = new MonthPicker(m_ui.theme, m_day.value_or(m_today()), m_today());
    month->setObjectName(QStringLiteral("reportMonth"));
    connect(month, &MonthPicker::picked, this, [this, popover](QDate date) {
        popover->dismiss();
        setDay(date >= m_today() ? std::optional<QDate>() : date);
    });
    popover->setContent(month, 8);
    popover->showAt(m_dayChip, Qt::AlignRight);
    month->setFocus();
}

void ReportBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_export->setText(width() >= exportTextFrom ? tr("Export") : QString());
}

} // namespace keyturn
