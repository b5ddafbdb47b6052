// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/report_view.h"

#include "ui/import/figure_tile.h"
#include "ui/import/row_table.h"
#include "ui/kit/label.h"
#include "ui/kit/section_card.h"
#include "ui/kit/tab_bar.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QVBoxLayout>

namespace keyturn {

ReportView::ReportView(const UiContext& context, QWidget* parent)
    : QWidget(parent)
    , m_tileRow(new QWidget)
    , m_card(new SectionCard(context.theme, tr("Rows that need a look")))
    , m_kinds(new TabBar(context.theme, TabBar::Look::Pills))
    , m_model(context.theme)
    , m_table(new RowTable(context.theme, m_model))
    , m_nothing(new Label(context.theme, TextStyle::Body, &Colors::text2))
    , m_more(new Label(context.theme, TextStyle::Small, &Colors::text2))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    auto* row = new QHBoxLayout(m_tileRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    const std::array names{tr("New leads"), tr("Changed"), tr("Skipped"), tr("Failed")};
    for (size_t i = 0; i < m_tiles.size(); ++i) {
        m_tiles[i] = new FigureTile(context.theme, names[i]);
        row->addWidget(m_tiles[i], 1);
    }
    layout->addWidget(m_tileRow);
    m_kinds->setObjectName(QStringLiteral("reasonKinds"));
    m_kinds->setAccessibleName(tr("Which rows"));
    m_kinds->addTab(tr("Failed"));
    m_kinds->addTab(tr("Skipped"));
    m_kinds->addTab(tr("Cells kept aside"));
    m_card->addHeaderWidget(m_kinds);
    m_card->body()->setContentsMargins(1, 0, 1, 1);
    m_card->body()->setSpacing(0);
    m_table->setObjectName(QStringLiteral("reasonTable"));
    m_table->setAccessibleName(tr("Rows with their reasons"));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(ReasonModel::Line, 84);
    m_table->setColumnWidth(ReasonModel::Rows, 72);
    m_table->setColumnWidth(ReasonModel::What, 150);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMinimumHeight(80);
    m_more->setContentsMargins(16, 6, 16, 6);
    m_card->body()->addWidget(m_table, 1);
    m_card->body()->addWidget(m_nothing, 1);
    m_card->body()->addWidget(m_more);
    layout->addWidget(m_card, 1);
    connect(m_kinds, &TabBar::currentChanged, this, &ReportView::followKinds);
}

void ReportView::show(const ImportReport& report, bool isTrial)
{
    const ImportBatch& batch = report.batch;
    const std::array figures{batch.created, batch.updated, batch.skipped, batch.failed};
    const std::array words{isTrial ? tr("would be made") : tr("are here now"),
                           isTrial ? tr("would get something new") : tr("got something new"),
                           tr("were here already, or stand twice"), tr("break a rule; nothing of them comes in")};
    for (size_t i = 0; i < m_tiles.size(); ++i) {
        m_tiles[i]->setFigure(figures[i]);
        m_tiles[i]->setWords(figures[i] > 0 ? words[i] : tr("none"));
    }
    m_tiles[3]->setAlarming(batch.failed > 0);
    m_tileRow->show();
    m_kinds->show();
    m_card->setTitle(tr("Rows that need a look"));
    m_model.show(report);
    const std::array kinds{ReasonModel::Kind::Failed, ReasonModel::Kind::Skipped, ReasonModel::Kind::KeptAside};
    const std::array totals{batch.failed, batch.skipped, static_cast<qint64>(report.problems.size())};
    int first = -1;
    for (size_t i = 0; i < kinds.size(); ++i) {
        m_kinds->setCount(static_cast<int>(i), totals[i]);
        if (first < 0 && m_model.count(kinds[i]) > 0) {
            first = static_cast<int>(i);
        }
    }
    m_kinds->setCurrentIndex(std::max(0, first));
    const qint64 missing = batch.skipped - m_model.count(ReasonModel::Kind::Skipped);
    m_more->setText(missing > 0
                        ? tr("%1 more skipped rows are counted and not listed.").arg(QLocale().toString(missing))
                        : QString());
    m_nothing->setText(first < 0 ? tr("Every row comes in whole: there is nothing to look at.")
                                 : tr("None of this kind."));
    followKinds();
}

void ReportView::showLeft(const std::vector<RowOutcome>& left)
{
    m_tileRow->hide();
    m_kinds->hide();
    m_card->setTitle(tr("Leads that stayed"));
    m_model.show(left);
    m_more->setText({});
    m_nothing->setText(tr("Nothing of the import is left."));
    const bool isEmpty = m_model.rowCount() == 0;
    m_table->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty);
    m_more->hide();
}

void ReportView::followKinds()
{
    const std::array kinds{ReasonModel::Kind::Failed, ReasonModel::Kind::Skipped, ReasonModel::Kind::KeptAside};
    m_model.setKind(kinds[static_cast<size_t>(std::clamp(m_kinds->currentIndex(), 0, 2))]);
    const bool isEmpty = m_model.rowCount() == 0;
    m_table->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty);
    m_more->setVisible(m_kinds->currentIndex() == 1 && !m_more->text().isEmpty());
}

} // namespace keyturn
