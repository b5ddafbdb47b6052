// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/report_model.h"
#include "ui/kit/theme.h"

#include <QWidget>

#include <vector>

namespace keyturn {

class ReportTile;

/// The key figures of the period in a row, each compared with the period before.
class ReportTiles : public QWidget
{
    Q_OBJECT

public:
    ReportTiles(Theme& theme, Workspace& workspace, QWidget* parent = nullptr);

    void ask(const ReportRequest& request);
    [[nodiscard]] ReportModel& model() const { return *m_model; }
    [[nodiscard]] ReportRequest asked() const { return m_asked; }
    [[nodiscard]] const std::vector<ReportTile*>& tiles() const { return m_tiles; }

Q_SIGNALS:
    void figureOpened(const keyturn::ReportFigure& figure, const QString& what);

private:
    void follow();
    void show(ReportTile& tile, const QString& column);

    Workspace& m_workspace;
    ReportModel* m_model;
    ReportRequest m_asked;
    std::vector<ReportTile*> m_tiles;
};

} // namespace keyturn
