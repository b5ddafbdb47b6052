// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_tiles.h"

#include "models/base/money.h"
#include "models/items/day_frame.h"
#include "models/items/report_text.h"
#include "ui/reports/report_tile.h"

#include <QBoxLayout>
#include <QLocale>

#include <cmath>

namespace keyturn {

namespace {

using Trend = ReportTile::Trend;

constexpr int gap = 12;
constexpr QLatin1String prefix("tile_");

Trend trendOf(double better)
{
    return better > 0 ? Trend::Better : better < 0 ? Trend::Worse : Trend::None;
}

QString nothingYet(const QString& column)
{
    return column == QLatin1String("pull_through")    ? ReportTiles::tr("No application was taken")
           : column == QLatin1String("speed_minutes") ? ReportTiles::tr("Nobody was contacted")
                                                      : ReportTiles::tr("No loan was funded");
}

} // namespace

ReportTiles::ReportTiles(Theme& theme, Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new ReportModel(workspace, this))
{
    setObjectName(QStringLiteral("reportTiles"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    const std::pair<const char*, QString> figures[] = {{"pull_through", tr("Pull-through")},
                                                       {"funded", tr("Funded")},
                                                       {"volume_cents", tr("Volume")},
                                                       {"speed_minutes", tr("Median speed to lead")},
                                                       {"close_days", tr("Application to close")}};
    for (const auto& [key, name] : figures) {
        const QString column = QString::fromLatin1(key);
        auto* tile = new ReportTile(theme, name);
        tile->setObjectName(prefix + column);
        tile->setFigure({});
        connect(tile, &QAbstractButton::clicked, this, [this, column, what = name] {
            Q_EMIT figureOpened({QStringLiteral("this"), column}, what);
        });
        layout->addWidget(tile, 1);
        m_tiles.push_back(tile);
    }
    connect(m_model, &ReportModel::progressed, this, &ReportTiles::follow);
}

void ReportTiles::ask(const ReportRequest& request)
{
    m_asked = request;
    m_asked.name = QStringLiteral("key_figures");
    m_model->ask(m_asked);
}

void ReportTiles::follow()
{
    for (ReportTile* tile : m_tiles) {
        show(*tile, tile->objectName().mid(prefix.size()));
    }
}

void ReportTiles::show(ReportTile& tile, const QString& column)
{
    const ReportTable& table = m_model->table();
    const int place = table.column(column);
    if (place < 0) {
        return;
    }
    const Catalogue& catalogue = m_workspace.catalogue();
    const QTimeZone zone = userZone(catalogue);
    const ReportColumn& spec = table.columns[std::size_t(place)];
    const QVariant now = table.value(QStringLiteral("this"), column);
    const QVariant before = table.value(QStringLiteral("before"), column);
    const double change = now.toDouble() - before.toDouble();
    QString figure = now.isValid() ? ReportText::cell(now, spec, catalogue, zone) : QString();
    QString words;
    Trend trend = Trend::None;
    if (column == QLatin1String("funded")) {
        const int more = int(change);
        figure = tr("%Ln loan(s)", nullptr, now.toInt());
        words = more > 0   ? tr("%Ln more than before", nullptr, more)
                : more < 0 ? tr("%Ln fewer than before", nullptr, -more)
                           : tr("As many as before");
        trend = trendOf(change);
    } else if (column == QLatin1String("volume_cents")) {
        const qint64 loans = table.value(QStringLiteral("this"), QStringLiteral("funded")).toLongLong();
        words =
            loans > 0 ? tr("%1 a loan").arg(Money{now.toLongLong() / loans}.toDisplayRounded()) : nothingYet(column);
    } else if (!now.isValid()) {
        words = nothingYet(column);
    } else if (!before.isValid()) {
        words = tr("Nothing to compare with");
    } else if (column == QLatin1String("pull_through")) {
        const QString points = QLocale().toString(std::abs(change), 'f', 1);
        words = change > 0   ? tr("%1 points above before").arg(points)
                : change < 0 ? tr("%1 points below before").arg(points)
                             : tr("As before");
        trend = trendOf(change);
    } else {
        const QString by = spec.kind == ReportColumn::Kind::Minutes
                               ? ReportText::minutes(std::abs(change))
                               : ReportText::cell(std::abs(change), spec, catalogue, zone);
        words = change < 0   ? tr("%1 faster than before").arg(by)
                : change > 0 ? tr("%1 slower than before").arg(by)
                             : tr("As before");
        trend = trendOf(-change);
    }
    tile.setFigure(figure, now.isValid() ? ReportText::exactCell(now, spec, catalogue, zone) : QString());
    tile.setComparison(words, trend, change > 0);
}

} // namespace keyturn
