// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duplicates/duplicates_page.h"

#include "models/workspace/when_ready.h"
#include "ui/duplicates/compare_view.h"
#include "ui/duplicates/pair_delegate.h"
#include "ui/kit/button.h"
#include "ui/kit/empty_state.h"
#include "ui/kit/label.h"
#include "ui/kit/surface.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QLocale>

namespace keyturn {

namespace {
constexpr int listWidth = 320;
// Beside a lead that is open there is little room, and the values need it more.
constexpr int narrowListWidth = 248;
constexpr int narrow = 900;
} // namespace

DuplicatesPage::DuplicatesPage(Workspace& workspace, UiContext& ui, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_model(new DuplicatesModel(workspace, this))
    , m_comparison(new MergeComparison(workspace, this))
    , m_side(nullptr)
    , m_heading(new Label(ui.theme, TextStyle::SmallStrong, &Colors::text2))
    , m_list(new QListView)
    , m_decided(new Label(ui.theme, TextStyle::Small, &Colors::text2))
    , m_takeBack(new Button(ui.theme, Button::Kind::Link, tr("Take back")))
    , m_view(new CompareView(ui.theme, *m_comparison))
    , m_none(new EmptyState(ui.theme, QStringLiteral("git-merge"), tr("No likely duplicates"),
                            tr("Leads that share an e-mail address, a telephone number or an id, or have a similar "
                               "name in the same city or company, are listed here. Any two leads can be merged from "
                               "the table of leads: select both and choose Merge.")))
    , m_looking(new EmptyState(ui.theme, QStringLiteral("search"), tr("Looking through the book…"),
                               tr("Every lead is compared with those that have something in common with it. You can "
                                  "go on working meanwhile.")))
    , m_choose(new EmptyState(ui.theme, QStringLiteral("git-merge"), tr("Choose a pair"),
                              tr("The two leads are shown side by side before anything is merged.")))
{
    setObjectName(QStringLiteral("duplicatesPage"));
    setAccessibleName(title());
    setFocusPolicy(Qt::StrongFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);

    auto* side = new Surface(ui.theme, &Colors::base);
    m_side = side;
    side->setLines(Qt::RightEdge);
    side->setFixedWidth(listWidth);
    auto* left = new QVBoxLayout(side);
    left->setContentsMargins(0, 0, 1, 0);
    left->setSpacing(0);
    m_heading->setObjectName(QStringLiteral("pairsHeading"));
    m_heading->setContentsMargins(16, 10, 16, 10);
    m_heading->setElided(true);
    left->addWidget(m_heading);
    m_list->setObjectName(QStringLiteral("pairs"));
    m_list->setAccessibleName(tr("Likely duplicates"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PairDelegate(ui.theme, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->installEventFilter(this);
    left->addWidget(m_list, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(16, 8, 12, 8);
    foot->setSpacing(8);
    m_decided->setObjectName(QStringLiteral("decidedWords"));
    m_decided->setWordWrap(true);
    m_takeBack->setObjectName(QStringLiteral("takeDecisionBack"));
    foot->addWidget(m_decided, 1);
    foot->addWidget(m_takeBack);
    left->addLayout(foot);
    row->addWidget(side);

    m_none->setObjectName(QStringLiteral("noPairs"));
    m_looking->setObjectName(QStringLiteral("lookingForPairs"));
    m_choose->setObjectName(QStringLiteral("choosePair"));
    m_view->setMayWrite(workspace.access().mayWrite);
    for (QWidget* const widget : {static_cast<QWidget*>(m_view), static_cast<QWidget*>(m_none),
                                  static_cast<QWidget*>(m_looking), static_cast<QWidget*>(m_choose)}) {
        row->addWidget(widget, 1);
    }
    follow();
    showState();
}

DuplicatesPage::~DuplicatesPage() = default;

void DuplicatesPage::follow()
{
    connect(m_model, &DuplicatesModel::progressed, this, &DuplicatesPage::showState);
    connect(m_model, &DuplicatesModel::failed, this, &Page::failed);
    connect(m_model, &DuplicatesModel::decisionTakenBack, this, [this] {
        m_lastDecision.reset();
        showState();
    });
    // The row stays where it was: what came to stand there is the next one to look at.
    const auto later = [this] {
        QMetaObject::invokeMethod(
            this,
            [this] {
                const int listed = m_model->rowOf(m_comparison->lead(MergeComparison::Left),
                                                  m_comparison->lead(MergeComparison::Right));
                if (listed >= 0) {
                    selectRow(listed);
                } else if (m_comparison->lead(MergeComparison::Left).isNull() && m_row >= 0) {
                    selectRow(std::min(m_row, m_model->rowCount() - 1));
                } else if (m_row < 0 && m_comparison->lead(MergeComparison::Left).isNull()) {
                    selectRow(0);
                }
                showState();
            },
            Qt::QueuedConnection);
    };
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, later);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, later);
    connect(m_model, &QAbstractItemModel::rowsMoved, this, later);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &DuplicatesPage::showPair);
    connect(m_comparison, &MergeComparison::changed, this, &DuplicatesPage::showState);
    connect(m_comparison, &MergeComparison::failed, this, &Page::failed);
    connect(m_comparison, &MergeComparison::gone, this, [this] {
        // Not while this page itself does away with one of them.
        if (!m_merging) {
            Q_EMIT noticed(tr("One of the two leads is no longer there."));
        }
        endComparison();
    });
    connect(m_view, &CompareView::mergeRequested, this, &DuplicatesPage::merge);
    connect(m_view, &CompareView::apartRequested, this, &DuplicatesPage::keepApart);
    connect(m_view, &CompareView::openRequested, this,
            [this](LeadId lead) { Q_EMIT openLeadRequested(lead, LeadPlace::Panel); });
    connect(m_takeBack, &QAbstractButton::clicked, this, &DuplicatesPage::takeDecisionBack);
    connect(&m_workspace, &Workspace::accessChanged, this,
            [this](const Access& access) { m_view->setMayWrite(access.mayWrite); });
}

void DuplicatesPage::showState()
{
    const bool compares = !m_comparison->lead(MergeComparison::Left).isNull();
    const bool rows = m_model->rowCount() > 0;
    m_side->setVisible(rows || m_lastDecision.has_value());
    m_view->setVisible(compares);
    m_looking->setVisible(!compares && !rows && m_model->isLoading() && !m_model->isKnown());
    m_none->setVisible(!compares && !rows && m_looking->isHidden());
    m_choose->setVisible(!compares && rows);
    const int shown = m_model->rowCount();
    m_heading->setText(
        m_model->total() > shown
            ? tr("The likeliest %1 of %2 pairs").arg(QLocale().toString(shown), QLocale().toString(m_model->total()))
            : tr("%Ln pair(s), likeliest first", nullptr, shown));
    m_decided->setVisible(m_lastDecision.has_value());
    m_takeBack->setVisible(m_lastDecision.has_value());
    Q_EMIT statusChanged();
}

QString DuplicatesPage::title() const
{
    return tr("Duplicates");
}

std::vector<StatusPart> DuplicatesPage::status() const
{
    if (m_model->isLoading()) {
        return {{{}, tr("Looking for duplicates…")}};
    }
    return {{{},
             m_model->total() == 0 ? tr("No likely duplicates")
                                   : tr("%Ln likely duplicate(s)", nullptr, m_model->total())}};
}

std::vector<PageCommand> DuplicatesPage::commands()
{
    if (!m_comparison->isLoaded()) {
        return {};
    }
    return {{QStringLiteral("duplicates.merge"),
             tr("Merge the two leads"),
             {},
             QStringLiteral("git-merge"),
             {QStringLiteral("M")},
             [this] { merge(); }},
            {QStringLiteral("duplicates.apart"),
             tr("Not a duplicate"),
             {},
             QStringLiteral("users"),
             {QStringLiteral("N")},
             [this] { keepApart(); }}};
}

void DuplicatesPage::activate()
{
    m_model->setWatched(true);
}

int DuplicatesPage::footHeight() const
{
    return m_view->isHidden() ? 0 : m_view->footHeight();
}

void DuplicatesPage::resizeEvent(QResizeEvent* event)
{
    m_side->setFixedWidth(width() < narrow ? narrowListWidth : listWidth);
    Page::resizeEvent(event);
}

void DuplicatesPage::showEvent(QShowEvent* event)
{
    m_model->setWatched(true);
    Page::showEvent(event);
}

void DuplicatesPage::hideEvent(QHideEvent* event)
{
    m_model->setWatched(false);
    Page::hideEvent(event);
}

void DuplicatesPage::focusContent()
{
    if (m_model->rowCount() > 0) {
        m_list->setFocus(Qt::OtherFocusReason);
        if (m_row < 0 && m_comparison->lead(MergeComparison::Left).isNull()) {
            selectRow(0);
        }
    } else if (m_comparison->isLoaded()) {
        m_view->focusContent();
    } else {
        setFocus(Qt::OtherFocusReason);
    }
}

void DuplicatesPage::compare(LeadId left, LeadId right)
{
    m_list->selectionModel()->clear();
    m_comparison->setLeads(left, right);
    m_row = m_model->rowOf(left, right);
    selectRow(m_row);
    setFocus(Qt::OtherFocusReason);
}

void DuplicatesPage::showPair(const QModelIndex& index)
{
    if (!index.isValid()) {
        return;
    }
    m_row = index.row();
    const DuplicatePair& pair = m_model->pairAt(m_row);
    if (!isShown(pair.first, pair.second)) {
        m_comparison->setLeads(pair.first, pair.second);
    }
}

bool DuplicatesPage::isShown(LeadId a, LeadId b) const
{
    const LeadId left = m_comparison->lead(MergeComparison::Left);
    const LeadId right = m_comparison->lead(MergeComparison::Right);
    return (left == a && right == b) || (left == b && right == a);
}

void DuplicatesPage::selectRow(int row)
{
    if (row < 0 || row >= m_model->rowCount()) {
        return;
    }
    const QModelIndex index = m_model->index(row);
    if (m_list->currentIndex() != index || !m_list->selectionModel()->isSelected(index)) {
        m_list->setCurrentIndex(index);
    }
    m_list->scrollTo(index);
    showPair(index);
}

void DuplicatesPage::endComparison()
{
    m_comparison->setLeads({}, {});
    if (m_model->rowCount() > 0) {
        selectRow(std::clamp(m_row, 0, m_model->rowCount() - 1));
    }
    showState();
}

void DuplicatesPage::step(int by)
{
    selectRow(std::clamp(m_row + by, 0, m_model->rowCount() - 1));
}

void DuplicatesPage::merge()
{
    if (!m_comparison->isLoaded() || m_merging || !m_workspace.access().mayWrite) {
        return;
    }
    m_merging = true;
    m_view->setBusy(true);
    const MergeLeads command = m_comparison->command();
    whenReady(m_workspace.submit(command), this, [this, command](const Result<Committed>& answer) {
        m_merging = false;
        m_view->setBusy(false);
        if (!answer) {
            Q_EMIT failed(answer.error());
            return;
        }
        // The list has mostly gone on to its next pair by itself.
        if (isShown(command.keep, command.other)) {
            endComparison();
        }
        focusContent();
    });
}

void DuplicatesPage::keepApart()
{
    if (!m_comparison->isLoaded() || m_merging || !m_workspace.access().mayWrite) {
        return;
    }
    const auto name = [this](MergeComparison::Side side) {
        return m_comparison->detail(side).lead.text(QStringLiteral("name"));
    };
    m_lastDecision =
        DuplicateDecision{m_comparison->lead(MergeComparison::Left), m_comparison->lead(MergeComparison::Right), true};
    m_decided->setText(tr("%1 and %2 are two people.").arg(name(MergeComparison::Left), name(MergeComparison::Right)));
    m_comparison->setLeads({}, {});
    m_model->decide(*m_lastDecision);
    if (m_comparison->lead(MergeComparison::Left).isNull()) {
        endComparison();
    }
    focusContent();
}

void DuplicatesPage::takeDecisionBack()
{
    if (m_lastDecision) {
        DuplicateDecision back = *m_lastDecision;
        back.apart = false;
        m_lastDecision.reset();
        m_model->decide(back);
        compare(back.first, back.second);
    }
}

bool DuplicatesPage::handleKey(const QKeyEvent& key)
{
    if (key.modifiers() != Qt::NoModifier) {
        return false;
    }
    switch (key.key()) {
    case Qt::Key_M:
        merge();
        return true;
    case Qt::Key_N:
        keepApart();
        return true;
    case Qt::Key_J:
        step(1);
        return true;
    case Qt::Key_K:
        step(-1);
        return true;
    default:
        return false;
    }
}

void DuplicatesPage::keyPressEvent(QKeyEvent* event)
{
    if (!handleKey(*event)) {
        Page::keyPressEvent(event);
    }
}

bool DuplicatesPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (handleKey(*key)) {
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            m_view->focusContent();
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

} // namespace keyturn
