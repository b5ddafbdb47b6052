// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/timeline_panel.h"

#include "ui/kit/button.h"
#include "ui/kit/empty_state.h"
#include "ui/kit/label.h"
#include "ui/kit/search_field.h"
#include "ui/kit/surface.h"
#include "ui/kit/tab_bar.h"
#include "ui/lead/composer.h"
#include "ui/lead/correction_editor.h"
#include "ui/lead/timeline_rows.h"
#include "ui/lead/timeline_view.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QLocale>
#include <QTimer>

namespace keyturn {

TimelinePanel::TimelinePanel(Workspace& workspace, const UiContext& context, bool compact, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_context(context)
    , m_model(new TimelineModel(workspace, this))
    , m_rows(std::make_unique<TimelineRows>(*m_model, compact))
    , m_composer(new Composer(workspace, context, compact, this))
    , m_filter(new TabBar(context.theme, TabBar::Look::Pills, this))
    , m_highlights(new Button(context.theme, Button::Kind::Quiet, QString(), this))
    , m_filters(new Button(context.theme, Button::Kind::Quiet, QString(), this))
    , m_filterBar(new Surface(context.theme, &Colors::base, this))
    , m_search(new SearchField(context.theme, tr("Search the timeline"), this))
    , m_view(new TimelineView(context.theme, compact, this))
    , m_empty(new EmptyState(context.theme, QStringLiteral("history"), tr("Nothing has happened yet"),
                             tr("Calls, messages, notes and moves appear here, newest first."), this))
    , m_word(new Label(context.theme, TextStyle::Body, &Colors::text2, {}, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(compact ? 0 : 1, compact ? 0 : 1, compact ? 0 : 1, 1);
    column->setSpacing(0);

    auto* top = new QWidget(this);
    auto* topColumn = new QVBoxLayout(top);
    topColumn->setContentsMargins(compact ? 20 : 12, 12, compact ? 20 : 12, compact ? 8 : 12);
    m_filters->setObjectName(QStringLiteral("timelineFilters"));
    m_filters->setAccessibleName(tr("Filter and search the timeline"));
    m_filters->setToolTip(tr("Filter and search the timeline"));
    m_filters->setIconName(QStringLiteral("search"));
    m_filters->setSmall(true);
    m_filters->setCheckable(true);
    m_filters->setVisible(compact);
    auto* topRow = new QHBoxLayout;
    topRow->setSpacing(4);
    topRow->addWidget(m_composer, 1);
    topRow->addWidget(m_filters, 0, Qt::AlignTop);
    topColumn->addLayout(topRow);
    const auto offer = [this, top, compact] {
        const bool mayWrite = m_workspace.access().mayWrite;
        m_composer->setVisible(mayWrite);
        top->setVisible(mayWrite || compact); // in the panel the way to the filters stays
    };
    connect(&workspace, &Workspace::accessChanged, this, offer);
    offer();
    column->addWidget(top);

    QWidget* bar = m_filterBar;
    if (!compact) {
        static_cast<Surface*>(bar)->setLines(Qt::TopEdge | Qt::BottomEdge);
    }
    m_filter->setObjectName(QStringLiteral("timelineFilter"));
    m_filter->setAccessibleName(tr("Which entries are shown"));
    m_groups = {TimelineGroup::All,   TimelineGroup::Calls,  TimelineGroup::Mail,
                TimelineGroup::Notes, TimelineGroup::Stages, TimelineGroup::System};
    for (const QString& text : {tr("All"), tr("Calls"), tr("Mail"), tr("Notes"), tr("Stages"), tr("System")}) {
        m_filter->addTab(text);
    }
    m_filter->setCurrentIndex(0);
    m_filter->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_highlights->setObjectName(QStringLiteral("timelineHighlights"));
    m_highlights->setAccessibleName(tr("Highlights only"));
    m_highlights->setToolTip(tr("Highlights only"));
    m_highlights->setIconName(QStringLiteral("star"));
    m_highlights->setSmall(true);
    m_highlights->setCheckable(true);
    m_search->setObjectName(QStringLiteral("timelineSearch"));
    m_search->setAccessibleName(tr("Search the timeline"));
    auto* filters = new QHBoxLayout;
    filters->setSpacing(4);
    filters->addWidget(m_filter);
    filters->addStretch(1);
    if (compact) {
        auto* two = new QVBoxLayout(bar);
        two->setContentsMargins(20, 0, 20, 8);
        two->setSpacing(6);
        two->addLayout(filters);
        auto* below = new QHBoxLayout;
        below->setSpacing(4);
        below->addWidget(m_search);
        below->addWidget(m_highlights);
        two->addLayout(below);
        m_search->setFixedHeight(28);
    } else {
        filters->addWidget(m_highlights);
        filters->setContentsMargins(12, 6, 12, 6);
        m_search->setFixedHeight(28);
        m_search->setMinimumWidth(88);
        m_search->setMaximumWidth(168);
        filters->addWidget(m_search);
        bar->setLayout(filters);
    }
    column->addWidget(bar);
    bar->setVisible(!compact);

    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    m_word->setWordWrap(true);
    m_word->setObjectName(QStringLiteral("timelineWord"));
    m_word->setAlignment(Qt::AlignHCenter);
    column->addWidget(m_word);
    column->addSpacing(compact ? 8 : 4);
    m_word->hide();

    m_view->setSources([this](int row) { return m_rows->row(row); }, [this](int row) { return m_rows->key(row); });
    m_view->setModel(m_model);

    connect(m_composer, &Composer::logged, this, &TimelinePanel::logged);
    connect(m_filter, &TabBar::currentChanged, this, [this](int index) {
        m_model->setGroup(m_groups[static_cast<std::size_t>(index)]);
        showState();
    });
    connect(m_highlights, &QAbstractButton::toggled, this, [this](bool on) {
        m_highlights->setKind(on ? Button::Kind::Soft : Button::Kind::Quiet);
        m_model->setHighlightsOnly(on);
        showState();
    });
    connect(m_filters, &QAbstractButton::toggled, this, &TimelinePanel::showFilters);
    auto* pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(150);
    connect(m_search, &QLineEdit::textChanged, pause, qOverload<>(&QTimer::start));
    connect(pause, &QTimer::timeout, this, [this] { m_model->setSearch(m_search->text().trimmed()); });
    connect(m_search, &SearchField::leftDownwards, this, [this] { m_view->setFocus(Qt::TabFocusReason); });
    connect(m_view, &TimelineView::correctionRequested, this, &TimelinePanel::correct);
    connect(m_view, &TimelineView::copyRequested, this, &TimelinePanel::copy);
    connect(m_model, &TimelineModel::loadingChanged, this, &TimelinePanel::showState);
    connect(m_model, &TimelineModel::loadingChanged, this, &TimelinePanel::findWanted, Qt::QueuedConnection);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &TimelinePanel::showState);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &TimelinePanel::showState);
    connect(m_model, &QAbstractItemModel::modelReset, this, &TimelinePanel::showState);
    connect(m_model, &TimelineModel::failed, this, [this](const Error& error) {
        m_word->setText(error.message);
        m_word->show();
    });
    showState();
}

TimelinePanel::~TimelinePanel() = default;

void TimelinePanel::setLead(LeadId lead)
{
    if (lead == m_model->lead()) {
        return;
    }
    m_view->closeEditor();
    m_wanted.clear();
    m_composer->setLead(lead);
    m_word->hide();
    m_model->setLead(lead);
    m_view->scrollToTop();
    showState();
}

void TimelinePanel::showEntry(const QString& id, const QString& words)
{
    m_wanted = id;
    if (m_filters->isVisibleTo(this)) {
        m_filters->setChecked(true); // what is filtered by must be seen
    }
    m_filter->setCurrentIndex(0);
    m_highlights->setChecked(false);
    m_search->setText(words);
    m_model->setSearch(words.trimmed()); // without waiting for more letters
    findWanted();
}

void TimelinePanel::findWanted()
{
    if (m_wanted.isEmpty() || m_model->isLoading()) {
        return;
    }
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const TimelineEntry& entry = m_model->entryAt(row);
        if (entry.id.toString() == m_wanted || entry.note.toString() == m_wanted) {
            const QModelIndex index = m_model->index(row);
            m_view->setCurrentIndex(index);
            m_view->scrollTo(index);
            m_view->setFocus(Qt::OtherFocusReason);
            break;
        }
    }
    m_wanted.clear();
}

void TimelinePanel::setLeadName(const QString& firstName)
{
    m_model->setLeadName(firstName);
    m_view->refresh();
}

void TimelinePanel::setCount(qint64 count)
{
    m_search->setHints(count > 0 ? tr("Search %1 entries").arg(QLocale().toString(count)) : tr("Search the timeline"),
                       tr("Search"));
}

void TimelinePanel::showFilters(bool on)
{
    m_filters->setKind(on ? Button::Kind::Soft : Button::Kind::Quiet);
    m_filterBar->setVisible(on);
    if (on) {
        m_search->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    m_filter->setCurrentIndex(0); // what cannot be seen must not hide entries
    m_highlights->setChecked(false);
    m_search->clear();
}

void TimelinePanel::showState()
{
    const bool rows = m_model->rowCount() > 0;
    const bool filtered = m_filter->currentIndex() > 0 || m_highlights->isChecked() || !m_search->text().isEmpty();
    const bool empty = m_model->isEmpty() && !m_model->lead().isNull();
    m_empty->setVisible(empty && !filtered);
    m_view->setVisible(!m_empty->isVisibleTo(this));
    if (rows || m_model->isLoading()) {
        m_word->setVisible(m_model->isLoading() && !rows);
        m_word->setText(tr("Reading the timeline…"));
    } else if (empty && filtered) {
        m_word->setText(tr("No entry matches. Choose another filter or search for something else."));
        m_word->show();
    } else {
        m_word->hide();
    }
}

void TimelinePanel::copy(int row)
{
    QApplication::clipboard()->setText(m_rows->row(row).spoken());
    Q_EMIT noticed(tr("Entry copied."));
}

void TimelinePanel::correct(int row)
{
    const TimelineEntry& entry = m_model->entryAt(row);
    if (entry.type == QLatin1String("private_note") || entry.type == QLatin1String("note_added")) {
        Q_EMIT noticed(tr("Notes are edited where they stand, in the form."));
        return;
    }
    if (entry.isWithdrawn) {
        Q_EMIT noticed(tr("This entry has been withdrawn already."));
        return;
    }
    auto* editor = new CorrectionEditor(m_context.theme, m_workspace, entry, m_view);
    connect(editor, &CorrectionEditor::finished, m_view, &TimelineView::closeEditor);
    m_view->openEditor(row, editor);
    editor->focusText();
}

} // namespace keyturn
