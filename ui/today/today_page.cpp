// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/today_page.h"

#include "models/items/lead_store.h"
#include "models/items/moment_text.h"
#include "ui/kit/empty_state.h"
#include "ui/kit/key_cap.h"
#include "ui/kit/label.h"
#include "ui/kit/scroll_area.h"
#include "ui/kit/surface.h"
#include "ui/today/today_aside.h"
#include "ui/today/today_row_widget.h"
#include "ui/today/today_section.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLocale>

#include <algorithm>

namespace keyturn {

namespace {

constexpr int pageMargin = 20;
/// Below this the right column stands under the list.
constexpr int asideFrom = 1040;

} // namespace

TodayPage::TodayPage(TodayModel& model, LeadStore& store, const UiContext& ui, QWidget* parent)
    : Page(parent)
    , m_model(model)
    , m_store(store)
    , m_ui(ui)
{
    setObjectName(QStringLiteral("todayPage"));
    setAccessibleName(tr("Today"));
    setFocusPolicy(Qt::StrongFocus);
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("todayContent"));
    auto* columns = new QHBoxLayout(content);
    columns->setContentsMargins(pageMargin, 16, pageMargin, pageMargin);
    columns->setSpacing(16);
    auto* left = new QWidget(content);
    m_list = new QVBoxLayout(left);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(12);
    buildHeader(m_list);
    for (int i = 0; i < 3; ++i) {
        auto* section = new TodaySection(ui.theme, left);
        section->hide();
        connect(section, &TodaySection::rowMade, this, &TodayPage::connectRow);
        connect(section, &TodaySection::expanded, this, &TodayPage::sync);
        m_list->addWidget(section);
        m_sections.push_back(section);
    }
    m_empty = new Surface(ui.theme, &Colors::base, left);
    m_empty->setBox(&Colors::line, 8);
    m_empty->setMinimumHeight(240);
    m_empty->setObjectName(QStringLiteral("todayEmpty"));
    (new QVBoxLayout(m_empty))
        ->addWidget(
            new EmptyState(ui.theme, QStringLiteral("sunrise"), tr("Nothing is waiting for you"),
                           tr("New leads, tasks that are due, rate locks about to end and closings appear here.")));
    m_empty->hide();
    m_list->addWidget(m_empty);
    m_list->addStretch(1);
    columns->addWidget(left, 1);
    auto* side = new QVBoxLayout;
    m_aside = new TodayAside(model, store, ui.theme, content);
    side->addSpacing(48);
    side->addWidget(m_aside, 1);
    columns->addLayout(side);
    m_scroll = new ScrollArea(content, this);
    m_scroll->setObjectName(QStringLiteral("todayScroll"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->installEventFilter(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);

    m_sync.setSingleShot(true);
    m_sync.setInterval(0);
    connect(&m_sync, &QTimer::timeout, this, &TodayPage::sync);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &TodayPage::scheduleSync);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &TodayPage::scheduleSync);
    connect(&model, &QAbstractItemModel::rowsMoved, this, &TodayPage::scheduleSync);
    connect(&model, &QAbstractItemModel::dataChanged, this, &TodayPage::scheduleSync);
    connect(&model, &TodayModel::countsChanged, this, &TodayPage::scheduleSync);
    connect(&model, &TodayModel::failed, this, &Page::failed);
    connect(m_aside, &TodayAside::openLeadRequested, this,
            [this](LeadId lead) { Q_EMIT openLeadRequested(lead, LeadPlace::Page); });
    connect(m_aside, &TodayAside::allSilentRequested, this,
            [this] { Q_EMIT silentLeadsRequested(TodayModel::silentDays); });
    sync();
}

TodayPage::~TodayPage() = default;

void TodayPage::buildHeader(QBoxLayout* into)
{
    auto* header = new QWidget;
    header->setFixedHeight(36);
    auto* layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    m_greeting = new Label(m_ui.theme, TextStyle::Headline, QString(), header);
    m_greeting->setObjectName(QStringLiteral("todayGreeting"));
    m_date = new Label(m_ui.theme, TextStyle::Body, &Colors::text2, QString(), header);
    layout->addWidget(m_greeting);
    layout->addWidget(m_date);
    layout->addStretch(1);
    m_keys = new QWidget(header);
    auto* keys = new QHBoxLayout(m_keys);
    keys->setContentsMargins(0, 0, 0, 0);
    keys->setSpacing(6);
    const auto hint = [&](const QStringList& caps, const QString& words) {
        for (const QString& cap : caps) {
            keys->addWidget(new KeyCap(m_ui.theme, cap, m_keys));
        }
        keys->addWidget(new Label(m_ui.theme, TextStyle::Small, &Colors::text2, words, m_keys));
        keys->addSpacing(6);
    };
    hint({QStringLiteral("J"), QStringLiteral("K")}, tr("move"));
    hint({tr("Enter", "key")}, tr("act"));
    hint({QStringLiteral("O")}, tr("open"));
    hint({QStringLiteral("S")}, tr("snooze"));
    layout->addWidget(m_keys);
    into->addWidget(header);
}

void TodayPage::greet()
{
    const Catalogue& catalogue = m_store.catalogue();
    const User* me = catalogue.user(catalogue.me);
    const int hour = m_store.now().inZone(m_store.frame().zone).time().hour();
    const QString name = me == nullptr ? QString() : me->firstName;
    const QString words = hour < 12 ? tr("Good morning") : hour < 18 ? tr("Good afternoon") : tr("Good evening");
    m_greeting->setText(name.isEmpty() ? words : tr("%1, %2", "greeting and name").arg(words, name));
    m_date->setText(MomentText::longDate(m_store.frame().today));
}

void TodayPage::scheduleSync()
{
    if (!m_sync.isActive()) {
        m_sync.start();
    }
}

void TodayPage::sync()
{
    m_sync.stop();
    greet();
    const std::vector<QModelIndex> all = rows();
    if (!m_current.isValid() && !all.empty()) {
        // The row that was worked on is gone: the one that took its place is next.
        const auto place = static_cast<std::size_t>(std::max(0, m_currentPlace));
        m_current = all[std::min(place, all.size() - 1)];
    }
    const auto at = std::find(all.begin(), all.end(), QModelIndex(m_current));
    m_currentPlace = at == all.end() ? 0 : static_cast<int>(at - all.begin());
    std::size_t used = 0;
    for (int i = 0; i < m_model.rowCount() && used < m_sections.size(); ++i) {
        const QModelIndex section = m_model.index(i, 0);
        if (section.data(TodayModel::SectionValue).toInt() != static_cast<int>(TodayModel::Section::Silent)) {
            m_sections[used]->showSection(section, m_current);
            m_sections[used]->show();
            ++used;
        }
    }
    for (std::size_t i = used; i < m_sections.size(); ++i) {
        m_sections[i]->hide();
    }
    m_empty->setVisible(used == 0 && m_model.isLoaded());
    m_keys->setVisible(used > 0);
    m_aside->showDay();
    Q_EMIT statusChanged();
}

std::vector<QModelIndex> TodayPage::rows() const
{
    std::vector<QModelIndex> all;
    for (int i = 0; i < m_model.rowCount(); ++i) {
        const QModelIndex section = m_model.index(i, 0);
        if (section.data(TodayModel::SectionValue).toInt() == static_cast<int>(TodayModel::Section::Silent)) {
            continue;
        }
        for (int row = 0; row < m_model.rowCount(section); ++row) {
            all.push_back(m_model.index(row, 0, section));
        }
    }
    return all;
}

void TodayPage::connectRow(TodayRowWidget* row)
{
    connect(row, &TodayRowWidget::selected, this, &TodayPage::setCurrent);
    connect(row, &TodayRowWidget::acted, this, &TodayPage::act);
    connect(row, &TodayRowWidget::snoozed, this, &TodayPage::snooze);
    connect(row, &TodayRowWidget::opened, this, [this](const QModelIndex& index) { open(index, LeadPlace::Page); });
}

TodayRowWidget* TodayPage::rowWidget(const QModelIndex& index) const
{
    for (const TodaySection* section : m_sections) {
        if (TodayRowWidget* row = section->isHidden() ? nullptr : section->rowOf(index)) {
            return row;
        }
    }
    return nullptr;
}

void TodayPage::setCurrent(const QModelIndex& index)
{
    if (!index.isValid()) {
        return;
    }
    m_current = index;
    sync();
    if (TodayRowWidget* row = rowWidget(index)) {
        row->setFocus(Qt::OtherFocusReason);
        m_scroll->ensureWidgetVisible(row, 0, 24);
    }
    Q_EMIT leadSelected(index.data(TodayModel::Lead).value<LeadId>());
}

QModelIndex TodayPage::step(const QModelIndex& from, int by) const
{
    const std::vector<QModelIndex> all = rows();
    if (all.empty()) {
        return {};
    }
    const auto it = std::find(all.begin(), all.end(), from);
    const auto at = it == all.end() ? 0 : std::clamp<std::ptrdiff_t>(it - all.begin() + by, 0, std::ssize(all) - 1);
    return all[static_cast<std::size_t>(at)];
}

void TodayPage::act(const QModelIndex& index)
{
    if (!index.isValid()) {
        return;
    }
    switch (static_cast<TodayModel::Action>(index.data(TodayModel::ActionValue).toInt())) {
    case TodayModel::Action::Complete:
        m_model.act(index);
        break;
    case TodayModel::Action::Call: {
        const auto lead = index.data(TodayModel::Lead).value<LeadId>();
        open(index, LeadPlace::Page);
        Q_EMIT callRequested(lead);
        break;
    }
    case TodayModel::Action::Open:
        open(index, LeadPlace::Page);
        break;
    }
}

void TodayPage::open(const QModelIndex& index, LeadPlace place)
{
    const auto lead = index.data(TodayModel::Lead).value<LeadId>();
    if (!lead.isNull()) {
        Q_EMIT openLeadRequested(lead, place);
    }
}

void TodayPage::snooze(const QModelIndex& index)
{
    if (index.isValid() && index.data(TodayModel::CanSnooze).toBool()) {
        const QString name = index.data(TodayModel::Name).toString();
        m_model.snooze(index);
        Q_EMIT noticed(tr("%1 is back on your list tomorrow", "name of a lead").arg(name));
    }
}

/// The arrows move the selection; the scrolling area would take them for itself.
bool TodayPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_scroll && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
            keyPressEvent(key);
            return key->isAccepted();
        }
    }
    return Page::eventFilter(watched, event);
}

void TodayPage::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    switch (event->key()) {
    case Qt::Key_J:
    case Qt::Key_Down:
        if (plain) {
            setCurrent(step(m_current, 1));
            return;
        }
        break;
    case Qt::Key_K:
    case Qt::Key_Up:
        if (plain) {
            setCurrent(step(m_current, -1));
            return;
        }
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers().testFlag(Qt::ControlModifier)) {
            open(m_current, LeadPlace::Page);
            return;
        }
        if (plain) {
            act(m_current);
            return;
        }
        break;
    case Qt::Key_O:
        if (plain) {
            open(m_current, LeadPlace::Page);
            return;
        }
        break;
    case Qt::Key_S:
        if (plain) {
            snooze(m_current);
            return;
        }
        break;
    default:
        break;
    }
    Page::keyPressEvent(event);
}

void TodayPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    // Rows need their room first; the right column only informs.
    m_aside->setVisible(width() >= asideFrom);
}

std::vector<StatusPart> TodayPage::status() const
{
    if (!m_model.isLoaded()) {
        return {};
    }
    std::vector<StatusPart> parts{{QString(), tr("%Ln item(s) left", nullptr, m_model.badge())}};
    if (m_model.lateCount() > 0) {
        parts.push_back({QString(), tr("%Ln late", nullptr, m_model.lateCount())});
    }
    return parts;
}

std::vector<PageCommand> TodayPage::commands()
{
    return {
        {QStringLiteral("today.snooze"),
         tr("Snooze the selected item"),
         tr("Back on the list tomorrow"),
         QStringLiteral("alarm-clock"),
         {QStringLiteral("S")},
         [this] { snooze(m_current); }},
        {QStringLiteral("today.refresh"),
         tr("Read the list again"),
         QString(),
         QStringLiteral("refresh-cw"),
         {},
         [this] { m_model.refresh(); }},
    };
}

void TodayPage::activate()
{
    m_model.refresh();
    focusContent();
}

void TodayPage::focusContent()
{
    TodayRowWidget* row = rowWidget(m_current);
    (row != nullptr ? static_cast<QWidget*>(row) : this)->setFocus(Qt::OtherFocusReason);
}

void TodayPage::showLead(LeadId lead)
{
    for (const QModelIndex& index : rows()) {
        if (index.data(TodayModel::Lead).value<LeadId>() == lead) {
            setCurrent(index);
            return;
        }
    }
}

LeadId TodayPage::neighbour(LeadId lead, int by) const
{
    const std::vector<QModelIndex> all = rows();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::ptrdiff_t next = static_cast<std::ptrdiff_t>(i) + by;
        if (all[i].data(TodayModel::Lead).value<LeadId>() == lead && next >= 0 && next < std::ssize(all)) {
            return all[static_cast<std::size_t>(next)].data(TodayModel::Lead).value<LeadId>();
        }
    }
    return {};
}

QString TodayPage::position(LeadId lead) const
{
    const std::vector<QModelIndex> all = rows();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].data(TodayModel::Lead).value<LeadId>() == lead) {
            return tr("Item %1 of %2 in Today").arg(i + 1).arg(all.size());
        }
    }
    return {};
}

} // namespace keyturn
