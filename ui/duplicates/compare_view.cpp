// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duplicates/compare_view.h"

#include "models/base/money.h"
#include "ui/duplicates/compare_row.h"
#include "ui/duplicates/value_choice.h"
#include "ui/kit/button.h"
#include "ui/kit/icon_button.h"
#include "ui/kit/label.h"
#include "ui/kit/scroll_area.h"
#include "ui/kit/section_card.h"
#include "ui/kit/surface.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QLocale>
#include <QScrollBar>

namespace keyturn {

namespace {

using Side = MergeComparison::Side;
using Row = MergeComparison::Row;

Side opposite(Side side)
{
    return side == MergeComparison::Left ? MergeComparison::Right : MergeComparison::Left;
}

} // namespace

CompareView::CompareView(Theme& theme, MergeComparison& comparison, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_comparison(comparison)
    , m_head(new CompareRow(theme, tr("This one stays")))
    , m_differs(new SectionCard(theme, tr("Which value counts?")))
    , m_filled(new SectionCard(theme, tr("Only one of them knows")))
    , m_same(new SectionCard(theme, tr("The same on both")))
    , m_alike(new Label(theme, TextStyle::Body, &Colors::text2, tr("The two say nothing different.")))
    , m_follows(new Label(theme, TextStyle::Body))
    , m_stop(new Label(theme, TextStyle::Body, &Colors::red))
    , m_words(new Label(theme, TextStyle::Small, &Colors::text2))
    , m_foot(new Surface(theme, &Colors::base))
    , m_merge(new Button(theme, Button::Kind::Primary, tr("Merge")))
    , m_apart(new Button(theme, Button::Kind::Secondary, tr("Not a duplicate")))
{
    setObjectName(QStringLiteral("compareView"));
    setAccessibleName(tr("Comparison of two leads"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    auto* content = new QWidget;
    auto* body = new QVBoxLayout(content);
    body->setContentsMargins(20, 16, 20, 16);
    body->setSpacing(12);
    m_head->setObjectName(QStringLiteral("compareKeep"));
    // In line with the rows of the section below.
    auto* head = new QHBoxLayout;
    head->setContentsMargins(17, 0, 17, 0);
    head->addWidget(m_head);
    body->addLayout(head);
    auto* links = new QHBoxLayout;
    links->setContentsMargins(17 + CompareRow::labelWidth + 8, 0, 17, 0);
    links->setSpacing(8);
    for (const Side side : {MergeComparison::Left, MergeComparison::Right}) {
        auto* open = new Button(theme, Button::Kind::Link, tr("Open beside"));
        open->setObjectName(side == MergeComparison::Left ? QStringLiteral("openLeft") : QStringLiteral("openRight"));
        connect(open, &QAbstractButton::clicked, this, [this, side] { Q_EMIT openRequested(m_comparison.lead(side)); });
        links->addWidget(open, 1, Qt::AlignLeft);
    }
    body->addLayout(links);
    m_differs->setObjectName(QStringLiteral("compareDiffers"));
    m_differs->body()->setSpacing(4);
    body->addWidget(m_differs);
    m_alike->setObjectName(QStringLiteral("compareAlike"));
    m_differs->body()->addWidget(m_alike);
    m_filled->setObjectName(QStringLiteral("compareFilled"));
    body->addWidget(m_filled);
    auto* follows = new SectionCard(theme, tr("What follows"));
    follows->setObjectName(QStringLiteral("compareFollows"));
    m_follows->setObjectName(QStringLiteral("followsWords"));
    m_follows->setWordWrap(true);
    follows->body()->addWidget(m_follows);
    m_stop->setObjectName(QStringLiteral("stopWords"));
    m_stop->setWordWrap(true);
    follows->body()->addWidget(m_stop);
    body->addWidget(follows);
    m_same->setObjectName(QStringLiteral("compareSame"));
    m_same->setCollapsible(true);
    m_same->setCollapsed(true);
    body->addWidget(m_same);
    body->addStretch(1);
    m_scroll = new ScrollArea(content);
    m_scroll->setObjectName(QStringLiteral("compareScroll"));
    column->addWidget(m_scroll, 1);

    m_foot->setLines(Qt::TopEdge);
    auto* buttons = new QHBoxLayout(m_foot);
    buttons->setContentsMargins(20, 10, 20, 10);
    buttons->setSpacing(8);
    m_merge->setObjectName(QStringLiteral("mergeButton"));
    m_merge->setIconName(QStringLiteral("git-merge"));
    m_merge->setKeyHint(QStringLiteral("M"));
    m_apart->setObjectName(QStringLiteral("apartButton"));
    m_apart->setKeyHint(QStringLiteral("N"));
    m_words->setObjectName(QStringLiteral("compareWords"));
    m_words->setElided(true);
    buttons->addWidget(m_merge);
    buttons->addWidget(m_apart);
    buttons->addSpacing(8);
    buttons->addWidget(m_words, 1);
    column->addWidget(m_foot);

    connect(m_merge, &QAbstractButton::clicked, this, &CompareView::mergeRequested);
    connect(m_apart, &QAbstractButton::clicked, this, &CompareView::apartRequested);
    connect(m_head, &CompareRow::chosen, &m_comparison, &MergeComparison::keep);
    connect(&m_comparison, &MergeComparison::changed, this, &CompareView::show);
    show();
}

QString CompareView::nameOf(Side side) const
{
    return m_comparison.detail(side).lead.text(QStringLiteral("name"));
}

QString CompareView::factsOf(Side side) const
{
    const LeadDetail& detail = m_comparison.detail(side);
    const Instant created{detail.lead.integer(QStringLiteral("created_at"))};
    QStringList facts{
        tr("since %1")
            .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(created.ms).date(), QLocale::ShortFormat))};
    facts << tr("%Ln timeline entries", nullptr, static_cast<int>(detail.activityCount));
    return facts.join(QStringLiteral(" · "));
}

void CompareView::show()
{
    if (!m_comparison.isLoaded()) {
        m_scroll->verticalScrollBar()->setValue(0); // another pair begins at its top
        showButtons();
        return;
    }
    showHeads();
    QStringList shape;
    for (const Row& row : m_comparison.rows()) {
        shape << QString(row.field + QString::number(static_cast<int>(row.kind)));
    }
    if (shape != m_shape) {
        m_shape = shape;
        rebuild();
    }
    for (const Row& row : m_comparison.rows()) {
        if (CompareRow* const line = m_rows.value(row.field)) {
            line->setValues(row.texts[MergeComparison::Left], row.texts[MergeComparison::Right]);
            line->setChosen(row.chosen);
        }
    }
    fillList(m_filled, Row::Kind::OneKnows);
    fillList(m_same, Row::Kind::Same);
    showFollowing();
    showButtons();
}

void CompareView::showHeads()
{
    m_head->setValues(nameOf(MergeComparison::Left), nameOf(MergeComparison::Right));
    m_head->setDetails(factsOf(MergeComparison::Left), factsOf(MergeComparison::Right));
    m_head->setChosen(m_comparison.kept());
}

void CompareView::rebuild()
{
    for (CompareRow* const row : std::as_const(m_rows)) {
        row->hide();
        row->setParent(nullptr);
        row->deleteLater();
    }
    m_rows.clear();
    m_differs->body()->removeWidget(m_alike);
    int count = 0;
    for (const Row& row : m_comparison.rows()) {
        if (row.kind != Row::Kind::Differs) {
            continue;
        }
        auto* line = new CompareRow(m_theme, row.label);
        line->setObjectName(QString(QStringLiteral("row_") + row.field));
        connect(line, &CompareRow::chosen, this,
                [this, field = row.field](Side side) { m_comparison.choose(field, side); });
        m_differs->body()->addWidget(line);
        m_rows.insert(row.field, line);
        ++count;
    }
    m_differs->body()->addWidget(m_alike);
    m_alike->setVisible(count == 0);
    m_differs->setCount(count);
}

void CompareView::fillList(SectionCard* card, Row::Kind kind)
{
    QStringList lines;
    for (const Row& row : m_comparison.rows()) {
        if (row.kind == kind) {
            lines << tr("%1: %2", "a field and its value").arg(row.label, row.texts[row.chosen]);
        }
    }
    QLayout* const body = card->body();
    while (body->count() < static_cast<int>(lines.size())) {
        auto* line = new Label(m_theme, TextStyle::Body, &Colors::text, {}, card);
        line->setElided(true);
        body->addWidget(line);
    }
    for (int i = 0; i < body->count(); ++i) {
        auto* line = qobject_cast<Label*>(body->itemAt(i)->widget());
        const bool used = i < lines.size();
        line->setText(used ? lines.at(i) : QString());
        line->setToolTip(line->text());
        line->setVisible(used);
    }
    card->body()->setSpacing(4);
    card->setCount(lines.size());
    card->setVisible(!lines.isEmpty());
}

void CompareView::showFollowing()
{
    const MergeComparison::Following what = m_comparison.following();
    const auto entries = static_cast<int>(what.activities);
    constexpr auto most = static_cast<int>(LeadDetail::mostCounted);
    QStringList parts{entries > most ? tr("more than %Ln timeline entries", nullptr, most)
                                     : tr("%Ln timeline entries", nullptr, entries)};
    const auto add = [&parts](int count, const QString& words) {
        if (count > 0) {
            parts << words;
        }
    };
    add(what.notes, tr("%Ln note(s)", nullptr, what.notes));
    add(what.tasks, tr("%Ln task(s)", nullptr, what.tasks));
    add(what.contacts, tr("%Ln contact(s)", nullptr, what.contacts));
    add(what.documents, tr("%Ln document(s)", nullptr, what.documents));
    add(what.tags, tr("%Ln tag(s)", nullptr, what.tags));
    const Side kept = m_comparison.kept();
    m_follows->setText(
        tr("%1 of %2 move to %3.").arg(QLocale().createSeparatedList(parts), nameOf(opposite(kept)), nameOf(kept)));
    m_stop->setText(tr("%1 asked not to be contacted. That counts for both.").arg(nameOf(opposite(kept))));
    m_stop->setVisible(what.doNotContact);
}

void CompareView::showButtons()
{
    const bool ready = m_comparison.isLoaded() && !m_busy;
    m_merge->setEnabled(ready && m_mayWrite);
    m_apart->setEnabled(ready && m_mayWrite);
    m_head->setEnabled(ready);
    m_differs->setEnabled(ready);
    const Side kept = m_comparison.kept();
    m_words->setText(
        !m_comparison.isLoaded() ? QString()
        : m_busy                 ? tr("Merging…")
                 : tr("%1 is removed and leads to %2. It can be undone.").arg(nameOf(opposite(kept)), nameOf(kept)));
    m_words->setToolTip(m_words->text());
}

void CompareView::setBusy(bool busy)
{
    m_busy = busy;
    showButtons();
}

void CompareView::setMayWrite(bool may)
{
    m_mayWrite = may;
    showButtons();
}

int CompareView::footHeight() const
{
    return m_foot->sizeHint().height();
}

void CompareView::focusContent()
{
    m_head->choice(m_comparison.kept()).setFocus(Qt::TabFocusReason);
}

} // namespace keyturn
