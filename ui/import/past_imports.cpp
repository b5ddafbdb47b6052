// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/past_imports.h"

#include "ui/kit/button.h"
#include "ui/kit/chip.h"
#include "ui/kit/icon.h"
#include "ui/kit/label.h"
#include "ui/kit/section_card.h"
#include "ui/kit/surface.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace keyturn {

namespace {

constexpr size_t mostShown = 50;

Chip statusChip(ImportBatch::Status status)
{
    switch (status) {
    case ImportBatch::Status::Running:
        return {ChipTone::Amber, QStringLiteral("hourglass"), PastImports::tr("Not finished")};
    case ImportBatch::Status::Completed:
        return {ChipTone::Green, QStringLiteral("check"), PastImports::tr("Imported")};
    case ImportBatch::Status::Failed:
        return {ChipTone::Amber, QStringLiteral("circle-alert"), PastImports::tr("Stopped")};
    case ImportBatch::Status::Undone:
        break;
    }
    return {ChipTone::Neutral, QStringLiteral("undo-2"), PastImports::tr("Taken back")};
}

QString counts(const ImportBatch& batch)
{
    const QLocale locale;
    return PastImports::tr("%1 new, %2 changed, %3 skipped, %4 failed")
        .arg(locale.toString(batch.created), locale.toString(batch.updated), locale.toString(batch.skipped),
             locale.toString(batch.failed));
}

} // namespace

PastImports::PastImports(const UiContext& context, ImportFlow& flow, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_flow(flow)
    , m_column(new QVBoxLayout(this))
    , m_card(new SectionCard(context.theme, tr("Imports of before")))
{
    setObjectName(QStringLiteral("pastImports"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
    m_card->body()->setContentsMargins(1, 0, 1, 1);
    m_card->body()->setSpacing(0);
    m_column->addWidget(m_card);
    connect(&flow, &ImportFlow::pastChanged, this, &PastImports::follow);
    follow();
}

void PastImports::follow()
{
    delete m_interrupted;
    m_interrupted = new QWidget;
    auto* bars = new QVBoxLayout(m_interrupted);
    bars->setContentsMargins(0, 0, 0, 0);
    bars->setSpacing(8);
    const std::vector<ImportBatch> interrupted = m_flow.interrupted();
    for (const ImportBatch& batch : interrupted) {
        bars->addWidget(makeInterrupted(batch));
    }
    m_interrupted->setVisible(!interrupted.empty());
    m_column->insertWidget(0, m_interrupted);

    delete m_rows;
    m_rows = new QWidget;
    auto* rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    size_t shown = 0;
    for (const ImportBatch& batch : m_flow.past()) {
        if (shown++ < mostShown) {
            rows->addWidget(makeRow(batch));
        }
    }
    m_card->body()->addWidget(m_rows);
    m_card->setCount(static_cast<qint64>(m_flow.past().size()));
    m_card->setVisible(!m_flow.past().empty());
}

QWidget* PastImports::makeInterrupted(const ImportBatch& batch)
{
    Theme& theme = m_context.theme;
    auto* bar = new Surface(theme, &Colors::amberSoft);
    bar->setBox(&Colors::amberLine, 8);
    bar->setObjectName(QStringLiteral("interrupted"));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 12, 12, 12);
    row->setSpacing(8);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* head = new Label(theme, TextStyle::BodyStrong, tr("The import of %1 was interrupted").arg(batch.sourceName));
    words->addWidget(head);
    auto* text = new Label(theme, TextStyle::Body, &Colors::text2,
                           tr("%Ln row(s) are in and whole. It can go on where it stopped, or be taken back.", nullptr,
                              static_cast<int>(batch.total)));
    text->setWordWrap(true);
    words->addWidget(text);
    row->addLayout(words, 1);
    auto* back = new Button(theme, Button::Kind::Secondary, tr("Take it back"));
    back->setObjectName(QStringLiteral("interruptedBack"));
    auto* on = new Button(theme, Button::Kind::Primary, tr("Go on"));
    on->setObjectName(QStringLiteral("interruptedResume"));
    row->addWidget(back);
    row->addWidget(on);
    bar->setAccessibleName(head->text());
    connect(on, &QAbstractButton::clicked, &m_flow, [this, batch] { m_flow.resume(batch); });
    connect(back, &QAbstractButton::clicked, &m_flow, [this, batch] { m_flow.takeBackPast(batch); });
    return bar;
}

QWidget* PastImports::makeRow(const ImportBatch& batch)
{
    Theme& theme = m_context.theme;
    auto* surface = new Surface(theme, &Colors::base);
    surface->setLines(Qt::BottomEdge);
    surface->setFixedHeight(52);
    auto* row = new QHBoxLayout(surface);
    row->setContentsMargins(16, 0, 8, 0);
    row->setSpacing(12);
    const QString when = QLocale().toString(batch.startedAt.toUtc().toLocalTime(), QLocale::ShortFormat);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch();
    auto* name = new Label(theme, TextStyle::BodyMedium, batch.sourceName);
    name->setElided(true);
    name->setToolTip(batch.sourceName);
    words->addWidget(name);
    auto* numbers = new Label(theme, TextStyle::Small, &Colors::text2,
                              QString(when % QStringLiteral("  \u00b7  ") % counts(batch)));
    numbers->setElided(true);
    words->addWidget(numbers);
    words->addStretch();
    row->addLayout(words, 1);
    row->addWidget(new ChipLabel(theme, statusChip(batch.status)));
    const bool canGoBack = batch.status != ImportBatch::Status::Undone && batch.created + batch.updated > 0;
    if (canGoBack && batch.created > 0) {
        auto* show = new Button(theme, Button::Kind::Quiet, tr("Show the leads"));
        show->setSmall(true);
        show->setAccessibleName(tr("Show the leads of %1").arg(batch.sourceName));
        connect(show, &QAbstractButton::clicked, this, [this, batch] { Q_EMIT leadsRequested(batch); });
        row->addWidget(show);
    }
    if (canGoBack && !batch.isOfThisDesk) {
        auto* elsewhere = new Label(theme, TextStyle::Small, &Colors::text2, tr("From another desk"));
        elsewhere->setObjectName(QStringLiteral("pastElsewhere"));
        elsewhere->setToolTip(tr("What an import did is known where it was made. It is taken back there."));
        row->addWidget(elsewhere);
    } else if (canGoBack) {
        auto* back = new Button(theme, Button::Kind::Quiet, tr("Undo"));
        back->setSmall(true);
        back->setAccessibleName(tr("Undo the import of %1").arg(batch.sourceName));
        back->setObjectName(QStringLiteral("pastUndo"));
        connect(back, &QAbstractButton::clicked, this, [this, batch] { takeBack(batch); });
        row->addWidget(back);
    }
    if (!canGoBack) {
        row->addSpacing(8); // where the others have the margin of a button
    }
    surface->setAccessibleName(QStringLiteral("%1, %2, %3").arg(batch.sourceName, when, counts(batch)));
    return surface;
}

void PastImports::takeBack(const ImportBatch& batch)
{
    m_context.prompts.confirm(this, tr("Undo the import of %1?").arg(batch.sourceName),
                              tr("The leads it made are removed, what it changed is changed back. Leads that somebody "
                                 "has worked on since stay and are named."),
                              tr("Undo the import"), [this, batch](bool yes) {
                                  if (yes) {
                                      m_flow.takeBackPast(batch);
                                  }
                              });
}

} // namespace keyturn
