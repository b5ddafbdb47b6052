// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/today_aside.h"

#include "models/items/lead_store.h"
#include "models/items/moment_text.h"
#include "models/items/today_model.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/kit/section_card.h"
#include "ui/kit/surface.h"
#include "ui/today/progress_line.h"

#include <QBoxLayout>
#include <QLocale>

namespace keyturn {

namespace {

constexpr int maxEntries = 6;

void clear(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

/// A row of widgets as one widget, so that clearing the list is taking one item.
QWidget* line(QBoxLayout* into, int height)
{
    auto* row = new QWidget;
    row->setFixedHeight(height);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    into->addWidget(row);
    return row;
}

} // namespace

TodayAside::TodayAside(TodayModel& model, LeadStore& store, Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_store(store)
    , m_theme(theme)
    , m_schedule(new SectionCard(theme, tr("Schedule"), this))
    , m_soFar(new SectionCard(theme, tr("Your day so far"), this))
    , m_silent(new SectionCard(theme, tr("Silent for %Ln day(s)", nullptr, TodayModel::silentDays), this))
    , m_allSilent(new Button(theme, Button::Kind::Link, {}, this))
{
    setObjectName(QStringLiteral("todayAside"));
    setFixedWidth(332);
    m_schedule->setObjectName(QStringLiteral("todaySchedule"));
    m_soFar->setObjectName(QStringLiteral("todaySoFar"));
    m_silent->setObjectName(QStringLiteral("todaySilent"));
    m_allSilent->setObjectName(QStringLiteral("todayAllSilent"));
    m_allSilent->setSmall(true);
    m_silent->addHeaderWidget(m_allSilent);
    connect(m_allSilent, &QAbstractButton::clicked, this, &TodayAside::allSilentRequested);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    for (SectionCard* card : {m_schedule, m_soFar, m_silent}) {
        card->body()->setSpacing(4);
        card->body()->setContentsMargins(16, 10, 16, 12);
        layout->addWidget(card);
    }
    m_silent->body()->setContentsMargins(6, 10, 16, 12); // names are buttons with a padding of their own
    layout->addStretch(1);
}

void TodayAside::showDay()
{
    showSchedule();
    showSoFar();
    showSilent();
}

void TodayAside::showSchedule()
{
    clear(m_schedule->body());
    int shown = 0;
    for (const Task& task : m_model.lists().tasks) {
        if (task.dueTime.isEmpty() || !m_store.frame().holds(task.dueAt) || shown == maxEntries) {
            continue;
        }
        ++shown;
        QWidget* row = line(m_schedule->body(), 44);
        auto* when = new Label(m_theme, TextStyle::Small, &Colors::text2,
                               MomentText::time(task.dueAt.inZone(m_store.frame().zone).time()), row);
        when->setFixedWidth(72);
        row->layout()->addWidget(when);
        auto* bar = new Surface(m_theme, task.dueAt < m_store.now() ? &Colors::amberLine : &Colors::accentLine, row);
        bar->setFixedSize(3, 32);
        row->layout()->addWidget(bar);
        auto* texts = new QWidget(row);
        auto* column = new QVBoxLayout(texts);
        column->setContentsMargins(4, 2, 0, 2);
        column->setSpacing(0);
        auto* title = new Label(m_theme, TextStyle::BodyMedium, task.title, texts);
        title->setElided(true);
        column->addWidget(title);
        if (!task.leadName.isEmpty()) {
            auto* about = new Label(m_theme, TextStyle::Small, &Colors::text2, task.leadName, texts);
            about->setElided(true);
            column->addWidget(about);
        }
        row->layout()->addWidget(texts);
        row->setAccessibleName(QStringList{when->text(), task.title, task.leadName}.join(QStringLiteral(", ")));
    }
    if (shown == 0) {
        m_schedule->body()->addWidget(
            new Label(m_theme, TextStyle::Small, &Colors::text2, tr("Nothing with a time today."), m_schedule));
    }
}

void TodayAside::showSoFar()
{
    clear(m_soFar->body());
    const TodayLists& lists = m_model.lists();
    const int done = lists.tasksDone;
    const int all = done + m_model.badge();
    QWidget* head = line(m_soFar->body(), 24);
    head->layout()->addWidget(new Label(
        m_theme, TextStyle::Body, tr("%1 of %2 done").arg(QLocale().toString(done), QLocale().toString(all)), head));
    if (m_model.snoozedToday() > 0) {
        auto* snoozed = new Label(m_theme, TextStyle::Small, &Colors::text2,
                                  tr("%Ln snoozed", nullptr, m_model.snoozedToday()), head);
        snoozed->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        head->layout()->addWidget(snoozed);
    }
    m_soFar->body()->addWidget(new ProgressLine(m_theme, all == 0 ? 0.0 : double(done) / all));
    m_soFar->body()->addSpacing(4);
    const auto fact = [this](const QString& name, const QString& value) {
        QWidget* row = line(m_soFar->body(), 22);
        row->layout()->addWidget(new Label(m_theme, TextStyle::Body, &Colors::text2, name, row));
        auto* figure = new Label(m_theme, TextStyle::BodyMedium, value, row);
        figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        row->layout()->addWidget(figure);
        row->setAccessibleName(tr("%1: %2", "figure").arg(name, value));
    };
    const QLocale locale;
    fact(tr("Calls logged"),
         lists.callsLogged == 0
             ? locale.toString(0)
             : tr("%1, %2 reached").arg(locale.toString(lists.callsLogged), locale.toString(lists.callsReached)));
    fact(tr("Notes written"), locale.toString(lists.notesWritten));
    fact(tr("Stage moves"), locale.toString(lists.stageMoves));
    fact(tr("Tasks done"), locale.toString(lists.tasksDone));
}

void TodayAside::showSilent()
{
    clear(m_silent->body());
    QModelIndex section;
    for (int i = 0; i < m_model.rowCount(); ++i) {
        const QModelIndex index = m_model.index(i, 0);
        if (index.data(TodayModel::SectionValue).toInt() == static_cast<int>(TodayModel::Section::Silent)) {
            section = index;
        }
    }
    m_silent->setVisible(section.isValid());
    if (!section.isValid()) {
        return;
    }
    m_allSilent->setText(tr("All %1").arg(QLocale().toString(section.data(TodayModel::SectionCount).toLongLong())));
    m_allSilent->setAccessibleName(tr("Show all silent leads"));
    for (int i = 0; i < std::min(m_model.rowCount(section), maxEntries); ++i) {
        const QModelIndex index = m_model.index(i, 0, section);
        QWidget* row = line(m_silent->body(), 28);
        auto* name = new Button(m_theme, Button::Kind::Quiet, index.data(TodayModel::Name).toString(), row);
        name->setSmall(true);
        name->setValue(true);
        name->setNote(index.data(TodayModel::StageName).toString());
        name->setTextAlignment(Qt::AlignLeft);
        name->setObjectName(QStringLiteral("todaySilentLead"));
        name->setAccessibleName(index.data(Qt::AccessibleTextRole).toString());
        name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        const auto lead = index.data(TodayModel::Lead).value<LeadId>();
        connect(name, &QAbstractButton::clicked, this, [this, lead] { Q_EMIT openLeadRequested(lead); });
        row->layout()->addWidget(name);
        const int days = index.data(TodayModel::DaysSilent).toInt();
        auto* since = new Label(m_theme, TextStyle::Small, &Colors::text2,
                                days < 0 ? tr("never") : tr("%1 d", "days").arg(days), row);
        since->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        since->setFixedWidth(48);
        row->layout()->addWidget(since);
    }
}

} // namespace keyturn
