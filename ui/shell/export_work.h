// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/export_order.h"
#include "models/workspace/workspace.h"
#include "ui/kit/prompts.h"

#include <QObject>
#include <QTimer>

class QWidget;

namespace keyturn {

class Workbench;

/// Exports out of the window: asks where to, tells how far it is with a way to stop, and where the file is. One at a
/// time.
class ExportWork : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    ExportWork(Workspace& workspace, Prompts& prompts, Workbench& workbench);
    ~ExportWork() override;

    /// These leads in this order; all of them if there are none given.
    void exportLeads(const std::optional<std::vector<LeadId>>& leads);
    void exportActivities(const std::optional<std::vector<LeadId>>& leads);
    void exportBook();

Q_SIGNALS:
    void finished(const QString& file);

private:
    void ask(ExportOrder order, const QString& title, const QString& name, const QStringList& filters);
    void begin(ExportOrder order);
    void tellProgress();
    [[nodiscard]] QString suggested(const QString& name) const;

    Workspace& m_workspace;
    Prompts& m_prompts;
    Workbench& m_workbench;
    std::shared_ptr<WorkWatch> m_watch; ///< of the one under way
    QTimer m_progress;
};

} // namespace keyturn
