// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/search_page.h"

#include "ui/kit/empty_state.h"
#include "ui/kit/label.h"
#include "ui/kit/search_field.h"
#include "ui/kit/surface.h"
#include "ui/kit/tab_bar.h"
#include "ui/search/search_delegate.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QLocale>

namespace keyturn {

SearchPage::SearchPage(Workspace& workspace, LeadStore& store, UiContext& ui, QWidget* parent)
    : Page(parent)
    , m_model(new SearchModel(workspace, store, this))
    , m_field(new SearchField(ui.theme, tr("Search everything"), this))
    , m_kinds(new TabBar(ui.theme, TabBar::Look::Pills, this))
    , m_word(new Label(ui.theme, TextStyle::Small, &Colors::text2, {}, this))
    , m_list(new QListView(this))
    , m_start(new EmptyState(ui.theme, QStringLiteral("search"), tr("Search the whole book"),
                             tr("Names, addresses and telephone numbers, notes, calls, tasks and documents. All words "
                                "must occur; “two words” in quotes stand together, -word leaves out. Narrow with "
                                "stage:, owner:, tag:, source:, is:open, amount>300k or since:7d."),
                             this))
    , m_none(new EmptyState(ui.theme, QStringLiteral("search"), tr("Nothing found"),
                            tr("Try fewer words or only their beginnings. A part of a name or number is enough."),
                            this))
    , m_more(new Label(ui.theme, TextStyle::Small, &Colors::text2, {}, this))
{
    setObjectName(QStringLiteral("searchPage"));
    setAccessibleName(title());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* bar = new Surface(ui.theme, &Colors::base, this);
    bar->setLines(Qt::BottomEdge);
    auto* top = new QVBoxLayout(bar);
    top->setContentsMargins(20, 12, 20, 8);
    top->setSpacing(8);
    m_field->setObjectName(QStringLiteral("searchText"));
    m_field->setMinimumHeight(36);
    top->addWidget(m_field);
    m_kinds->setObjectName(QStringLiteral("searchKinds"));
    m_kinds->setAccessibleName(tr("What is searched"));
    m_kinds->addTab(tr("Everything"));
    for (const SearchKind kind : allSearchKinds) {
        m_kinds->addTab(SearchModel::kindName(kind));
    }
    m_kinds->setCurrentIndex(0);
    m_kinds->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    top->addWidget(m_kinds);
    m_word->setObjectName(QStringLiteral("searchWord"));
    m_word->setWordWrap(true);
    m_word->hide();
    top->addWidget(m_word);
    column->addWidget(bar);

    m_list->setObjectName(QStringLiteral("searchList"));
    m_list->setAccessibleName(tr("Found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SearchDelegate(ui.theme, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->installEventFilter(this);
    m_field->installEventFilter(this);
    column->addWidget(m_list, 1);
    m_start->setObjectName(QStringLiteral("searchStart"));
    column->addWidget(m_start, 1);
    m_none->setObjectName(QStringLiteral("searchNone"));
    column->addWidget(m_none, 1);
    m_more->setObjectName(QStringLiteral("searchMore"));
    m_more->setContentsMargins(20, 6, 20, 6);
    column->addWidget(m_more);
    follow();
    showState();
}

SearchPage::~SearchPage() = default;

void SearchPage::follow()
{
    connect(m_field, &QLineEdit::textChanged, m_model, &SearchModel::setText);
    connect(m_field, &QLineEdit::textChanged, this, [this] { m_list->scrollToTop(); });
    connect(m_field, &SearchField::leftDownwards, this, [this] {
        if (m_model->rowCount() > 0) {
            // Before it has the keyboard: a list that gets it makes its first row current without selecting it.
            if (!m_list->selectionModel()->hasSelection()) {
                m_list->setCurrentIndex(m_model->index(0));
            }
            m_list->setFocus(Qt::TabFocusReason);
        }
    });
    connect(m_kinds, &TabBar::currentChanged, this, &SearchPage::showKind);
    connect(m_model, &SearchModel::progressed, this, &SearchPage::showState);
    connect(m_model, &SearchModel::failed, this, &Page::failed);
    connect(m_list, &QListView::doubleClicked, this,
            [this](const QModelIndex& index) { open(index, LeadPlace::Panel); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) { Q_EMIT leadSelected(index.data(SearchModel::Lead).value<LeadId>()); });
}

void SearchPage::showKind(int tab)
{
    const bool all = tab <= 0;
    m_model->setKinds(all ? std::vector<SearchKind>{} : std::vector{allSearchKinds[static_cast<std::size_t>(tab - 1)]});
    m_model->setLimit(all ? SearchModel::usualLimit : SearchModel::singleLimit);
    m_list->scrollToTop();
}

void SearchPage::showState()
{
    const SearchResults& results = m_model->results();
    const bool asked = !m_model->text().trimmed().isEmpty();
    const bool rows = m_model->rowCount() > 0;
    const bool none = asked && !rows && m_model->isSettled();
    m_start->setVisible(!asked);
    m_none->setVisible(none);
    m_list->setVisible(asked && !none);
    QStringList words = results.hints;
    if (asked && results.percentIndexed < 100) {
        words << tr("The search is still being set up (%1%): older entries may be missing until then.")
                     .arg(results.percentIndexed);
    }
    m_word->setText(words.join(QStringLiteral("\n")));
    m_word->setVisible(!words.isEmpty());
    QStringList more;
    for (const SearchKind kind : allSearchKinds) {
        if (results.hasMoreOf(kind)) {
            more << tr("%1: the first %2 of more", "a kind, and how many of it are listed")
                        .arg(SearchModel::kindName(kind), QLocale().toString(m_model->countOf(kind)));
        }
    }
    m_more->setText(more.isEmpty() ? QString()
                                   : tr("%1. Another word narrows the search.").arg(more.join(QStringLiteral("; "))));
    m_more->setVisible(rows && !more.isEmpty());
    Q_EMIT statusChanged();
}

QString SearchPage::title() const
{
    return tr("Search");
}

std::vector<StatusPart> SearchPage::status() const
{
    if (m_model->text().trimmed().isEmpty()) {
        return {};
    }
    if (!m_model->isSettled()) {
        return {{{}, tr("Searching…")}};
    }
    bool more = false;
    for (const SearchKind kind : allSearchKinds) {
        more = more || m_model->results().hasMoreOf(kind);
    }
    return {{{}, more ? tr("first %Ln", nullptr, m_model->rowCount()) : tr("%Ln found", nullptr, m_model->rowCount())}};
}

void SearchPage::activate()
{
    m_model->refresh();
}

void SearchPage::focusContent()
{
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->selectAll();
}

void SearchPage::searchFor(const QString& text)
{
    m_kinds->setCurrentIndex(0);
    m_field->setText(text);
    m_field->setFocus(Qt::OtherFocusReason);
}

LeadId SearchPage::neighbour(LeadId lead, int step) const
{
    const int rows = m_model->rowCount();
    int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
    if (row < 0 || m_model->hitAt(row).lead != lead) {
        return {};
    }
    for (row += step; row >= 0 && row < rows; row += step) {
        const LeadId next = m_model->hitAt(row).lead;
        if (!next.isNull() && next != lead) {
            m_list->setCurrentIndex(m_model->index(row));
            return next;
        }
    }
    return {};
}

void SearchPage::open(const QModelIndex& index, LeadPlace place)
{
    if (!index.isValid()) {
        return;
    }
    const SearchHit hit = m_model->hitAt(index.row());
    if (hit.lead.isNull()) {
        Q_EMIT noticed(tr("%1 does not belong to a lead.").arg(index.data(SearchModel::Title).toString()));
        return;
    }
    Q_EMIT hitRequested(hit, place);
}

bool SearchPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const LeadPlace place = key->modifiers().testFlag(Qt::ControlModifier) ? LeadPlace::Page : LeadPlace::Panel;
        if (watched == m_list && isEnter) {
            open(m_list->currentIndex(), place);
            return true;
        }
        if (watched == m_list && key->key() == Qt::Key_Up && m_list->currentIndex().row() <= 0) {
            focusContent();
            return true;
        }
        if (watched == m_field && isEnter && m_model->isSettled() && m_model->rowCount() > 0) {
            m_list->setCurrentIndex(m_model->index(0));
            open(m_list->currentIndex(), place);
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

} // namespace keyturn
