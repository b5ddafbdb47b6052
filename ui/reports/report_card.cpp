// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_card.h"

#include "models/base/money.h"
#include "models/items/day_frame.h"
#include "models/items/report_text.h"
#include "ui/kit/button.h"
#include "ui/kit/icon_button.h"
#include "ui/kit/label.h"
#include "ui/kit/menu_place.h"
#include "ui/reports/bar_view.h"
#include "ui/reports/report_table.h"

#include <QBoxLayout>
#include <QLocale>
#include <QMenu>

#include <algorithm>

namespace keyturn {

namespace {

using Kind = ReportColumn::Kind;

/// As other programs read it.
QString plainOf(const QVariant& value, Kind kind, const Catalogue& catalogue, const QTimeZone& zone)
{
    if (!value.isValid()) {
        return {};
    }
    switch (kind) {
    case Kind::Money:
        return Money{value.toLongLong()}.toPlainString();
    case Kind::Date:
        return value.toDate().toString(Qt::ISODate);
    case Kind::Moment:
        return Instant{value.toLongLong()}.inZone(zone).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    case Kind::User: {
        const User* user = catalogue.user(UserId::fromString(value.toString()));
        return user == nullptr ? value.toString() : user->email;
    }
    default:
        return value.toString();
    }
}

} // namespace

ReportCard::ReportCard(Theme& theme, Workspace& workspace, const Plan& plan, QWidget* parent)
    : SectionCard(theme, plan.title.isEmpty() ? ReportText::title(plan.report) : plan.title, parent)
    , m_theme(theme)
    , m_plan(plan)
    , m_model(new ReportModel(workspace, this))
    , m_word(new Label(theme, TextStyle::Body, &Colors::text2))
    , m_again(new Button(theme, Button::Kind::Link, tr("Try again")))
    , m_more(new Label(theme, TextStyle::Small, &Colors::text2))
    , m_menu(new IconButton(theme, QStringLiteral("ellipsis"), tr("Take this report away")))
{
    setObjectName(QStringLiteral("card_") + plan.report);
    m_model->setShown(plan.shown);
    if (plan.isOfOpenStages) {
        m_model->setWanted([&workspace](const QString& key) {
            const Stage* stage = workspace.catalogue().stageByKey(key);
            return stage != nullptr && stage->kind == StageKind::Open;
        });
    }
    m_table = new ReportTableView(theme, *m_model);
    m_table->setAccessibleName(accessibleName());
    m_menu->setObjectName(QStringLiteral("cardMenu"));
    m_menu->setName(tr("Save %1").arg(accessibleName()));
    m_menu->setSize(28);
    addHeaderWidget(m_menu);
    body()->setContentsMargins(7, 4, 7, 10);
    body()->setSpacing(0);
    if (plan.chart == Chart::Spans || plan.bars.size() > 1) {
        addLegend();
    }
    body()->addWidget(m_table);
    m_word->setObjectName(QStringLiteral("cardWord"));
    m_word->setWordWrap(true);
    m_word->setContentsMargins(9, 10, 9, 6);
    body()->addWidget(m_word);
    m_again->setObjectName(QStringLiteral("cardAgain"));
    body()->addWidget(m_again, 0, Qt::AlignLeft);
    m_more->setObjectName(QStringLiteral("cardMore"));
    m_more->setContentsMargins(9, 6, 9, 0);
    body()->addWidget(m_more);
    body()->addStretch(1);
    if (m_table->bars() != nullptr) {
        m_table->bars()->setAccessibleName(tr("Chart of %1").arg(accessibleName()));
        connect(m_table->bars(), &BarView::clicked, this, [this](int row) {
            const int column = m_plan.bars.isEmpty() ? -1 : int(m_plan.shown.indexOf(m_plan.bars.front()));
            if (column >= 0 && row < m_model->entryCount()) {
                open(m_model->index(row, column));
            }
        });
    }
    connect(m_table, &ReportTableView::opened, this, &ReportCard::open);
    connect(m_menu, &QAbstractButton::clicked, this, &ReportCard::openMenu);
    connect(m_again, &QAbstractButton::clicked, this, [this] { ask(m_asked); });
    connect(m_model, &ReportModel::progressed, this, &ReportCard::follow);
    connect(m_model, &ReportModel::failed, this, [this](const Error& error) { m_trouble = error.message; });
    connect(m_model, &QAbstractItemModel::modelReset, this, &ReportCard::drawChart);
    connect(m_model, &QAbstractItemModel::layoutChanged, this, &ReportCard::drawChart);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ReportCard::drawChart);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &ReportCard::drawChart);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ReportCard::drawChart);
    follow();
}

void ReportCard::addLegend()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(9, 8, 9, 4);
    row->setSpacing(6);
    const auto mark = [&](QColor Colors::*color, const QString& words) {
        auto* dot = new Label(m_theme, TextStyle::Small, color, QStringLiteral("\u25A0"));
        dot->setAccessibleName(words);
        row->addWidget(dot);
        row->addWidget(new Label(m_theme, TextStyle::Small, &Colors::text2, words));
        row->addSpacing(10);
    };
    if (m_plan.chart == Chart::Spans) {
        mark(&Colors::accentFill, tr("Median"));
        mark(&Colors::soft2, tr("Up to the 90th percentile"));
        mark(&Colors::amberLine, tr("Limit of the stage"));
    } else {
        mark(&Colors::accentFill, tr("On that day"));
        mark(&Colors::control, tr("Today"));
    }
    row->addStretch(1);
    body()->addLayout(row);
}

void ReportCard::ask(const ReportRequest& request)
{
    m_asked = request;
    m_asked.name = m_plan.report;
    m_asked.limit = m_plan.limit;
    m_trouble.clear();
    m_model->ask(m_asked);
}

void ReportCard::follow()
{
    const bool isEmpty = m_model->entryCount() == 0;
    const bool isBroken = !m_trouble.isEmpty() && !m_model->isLoading();
    m_table->setVisible(!isEmpty && !isBroken);
    m_word->setVisible(isEmpty || isBroken);
    m_again->setVisible(isBroken);
    m_menu->setEnabled(!isEmpty);
    m_word->setText(isBroken               ? m_trouble
                    : m_model->isLoaded()  ? m_plan.nothing
                    : m_model->isLoading() ? tr("Counting…")
                                           : QString());
    const qint64 more = m_model->table().rowCount - m_model->entryCount();
    m_more->setVisible(!isEmpty && more > 0);
    m_more->setText(
        more > 0 ? tr("The first %1 of %2 rows")
                       .arg(QLocale().toString(m_model->entryCount()), QLocale().toString(m_model->table().rowCount))
                 : QString());
    const ReportTable& table = m_model->table();
    setNote(isEmpty ? QString() : noteOf(table));
}

QString ReportCard::noteOf(const ReportTable& table) const
{
    if (m_plan.report == QLatin1String("funnel")) {
        return tr("%Ln lead(s) came in this period", nullptr,
                  table.value(table.keys.front(), QStringLiteral("leads")).toInt());
    }
    if (m_plan.isOfDay) {
        return tr("%1, amounts as of today").arg(ReportText::period(table.from, table.to));
    }
    return m_plan.isPeriodic ? m_plan.note : ReportText::period(table.from, table.to);
}

void ReportCard::drawChart()
{
    BarView* bars = m_table->bars();
    if (bars == nullptr || m_plan.chart == Chart::None) {
        return;
    }
    const int rows = m_model->entryCount();
    const auto number = [this](int row, const char* column) {
        const QVariant value = m_model->value(row, QLatin1String(column));
        return value.isValid() ? std::optional<double>(value.toDouble()) : std::nullopt;
    };
    QStringList words;
    if (m_plan.chart == Chart::Spans) {
        std::vector<BarView::Span> spans;
        for (int row = 0; row < rows; ++row) {
            spans.push_back({number(row, "median_days"), number(row, "slowest_tenth_days"), number(row, "limit_days")});
        }
        bars->setSpans(spans);
    } else {
        std::vector<BarView::Series> series;
        for (const QString& column : m_plan.bars) {
            BarView::Series one;
            one.name = ReportText::column(column);
            one.color = series.empty() ? &Colors::accentFill : &Colors::control;
            for (int row = 0; row < rows; ++row) {
                one.values.push_back(m_model->value(row, column).toDouble());
            }
            series.push_back(std::move(one));
        }
        int goal = -1; // the end of the funnel, wherever it is sorted to
        for (int row = 0; row < rows && m_plan.report == QLatin1String("funnel"); ++row) {
            const QString key = m_model->index(row, 0).data(ReportModel::RowKey).toString();
            goal = key == m_model->table().keys.back() ? row : goal;
        }
        bars->setBars(series, goal);
    }
    for (int row = 0; row < rows; ++row) {
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column) {
            const QString cell = m_model->index(row, column).data(ReportModel::ExactText).toString();
            if (!cell.isEmpty()) {
                cells.append(cell);
            }
        }
        words.append(cells.join(QStringLiteral(" ")));
    }
    bars->setAccessibleDescription(words.join(QStringLiteral("; ")));
    m_table->fitColumns();
}

void ReportCard::open(const QModelIndex& index)
{
    const auto lead = index.data(ReportModel::Lead).value<LeadId>();
    if (!lead.isNull()) {
        Q_EMIT leadOpened(lead);
        return;
    }
    if (!index.data(ReportModel::Opens).toBool()) {
        return;
    }
    const ReportFigure figure{index.data(ReportModel::RowKey).toString(),
                              index.data(ReportModel::ColumnKey).toString()};
    const QString row = m_model->index(index.row(), 0).data().toString();
    const QString column = m_model->headerData(index.column(), Qt::Horizontal).toString();
    Q_EMIT figureOpened(figure, tr("%1: %2, %3", "title of a report, row, column").arg(accessibleName(), row, column));
}

void ReportCard::openMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Save as PDF…")), &QAction::triggered, this, &ReportCard::pdfWanted);
    connect(menu->addAction(tr("Save as CSV…")), &QAction::triggered, this, &ReportCard::csvWanted);
    popUpBelow(*menu, *m_menu);
}

ReportSheet ReportCard::sheet(Workspace& workspace) const
{
    ReportSheet sheet;
    sheet.title = accessibleName();
    const ReportTable& table = m_model->table();
    sheet.note = ReportText::period(table.from, table.to);
    sheet.hasSum = table.sums.has_value();
    const Catalogue& catalogue = workspace.catalogue();
    const QTimeZone zone = userZone(catalogue);
    for (int column = 0; column < m_model->columnCount(); ++column) {
        sheet.heads.append(m_model->headerData(column, Qt::Horizontal).toString());
        sheet.keys.append(m_plan.shown.isEmpty() ? table.columns[std::size_t(column)].key : m_plan.shown[column]);
        sheet.toRight.push_back(
            Qt::Alignment(m_model->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt())
                .testFlag(Qt::AlignRight));
        if (sheet.keys.back() == QLatin1String("bar")) {
            sheet.chartColumn = column;
        }
    }
    for (int row = 0; row < m_model->rowCount(); ++row) {
        std::vector<ReportSheet::Cell> cells;
        for (int column = 0; column < m_model->columnCount(); ++column) {
            const QModelIndex index = m_model->index(row, column);
            const auto kind = static_cast<Kind>(index.data(ReportModel::ColumnKind).toInt());
            cells.push_back(
                {index.data().toString(), plainOf(index.data(ReportModel::RawValue), kind, catalogue, zone)});
        }
        sheet.rows.push_back(std::move(cells));
    }
    const QStringList drawn = m_plan.chart == Chart::Spans ? QStringList{QStringLiteral("median_days")} : m_plan.bars;
    double most = 0;
    for (const QString& column : drawn) {
        std::vector<double> values;
        for (int row = 0; row < m_model->entryCount(); ++row) {
            values.push_back(m_model->value(row, column).toDouble());
            most = std::max(most, values.back());
        }
        sheet.shares.push_back(std::move(values));
    }
    for (std::vector<double>& series : sheet.shares) {
        for (double& share : series) {
            share = most > 0 ? share / most : 0;
        }
    }
    return sheet;
}

} // namespace keyturn
