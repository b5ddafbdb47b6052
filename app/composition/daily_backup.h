// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/worker.h"
#include "models/workspace/backup_shelf.h"
#include "models/workspace/workspace.h"

#include <QObject>
#include <QTimer>

namespace keyturn {

/// Backs an open book of one's own up every day, by itself and unnoticed: shortly after it was opened if the last
/// backup is older than a day, then while it stays open. What fails is told once and tried again. Lives on the
/// workspace's thread.
class DailyBackup : public QObject
{
    Q_OBJECT

public:
    /// `workspace` outlives it. Looks for the first time after so many milliseconds.
    DailyBackup(Workspace& workspace, int firstAfterMs, QObject* parent = nullptr);
    ~DailyBackup() override;

Q_SIGNALS:
    void made(const QString& file);
    void failed(const keyturn::Error& error);

private:
    void look();
    void backUp(const QString& place);
    void conclude(const Done& done, const QString& place);

    Workspace& m_workspace;
    const BackupShelf m_shelf;
    QTimer m_timer;
    bool m_hasTold = false; ///< that it fails
    Worker m_worker;        ///< for what touches the disk
};

} // namespace keyturn
