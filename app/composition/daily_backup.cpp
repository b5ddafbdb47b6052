// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/daily_backup.h"

#include "models/workspace/when_ready.h"

namespace keyturn {

namespace {
constexpr int lookEveryMs = 10 * 60 * 1000;
}

DailyBackup::DailyBackup(Workspace& workspace, int firstAfterMs, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_shelf(workspace.info().location)
    , m_worker(QStringLiteral("backup"))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DailyBackup::look);
    m_timer.start(firstAfterMs);
}

DailyBackup::~DailyBackup()
{
    m_shelf.hurry();
    m_worker.stop(Worker::Rest::Cancel);
}

void DailyBackup::look()
{
    // Nothing if it is not due.
    const auto job = [shelf = m_shelf, now = m_workspace.clock().now()]() -> Result<QString> {
        return shelf.isDue(now) ? shelf.place(now) : Result<QString>(QString());
    };
    whenReady(m_worker.post(job), this, [this](const Result<QString>& place) {
        if (!place) {
            conclude(fail(place.error()), {});
        } else if (place->isEmpty()) {
            m_timer.start(lookEveryMs);
        } else {
            backUp(*place);
        }
    });
}

void DailyBackup::backUp(const QString& place)
{
    whenReady(m_workspace.backup(place), this, [this, place](const Result<qint64>& bytes) {
        if (!bytes) {
            conclude(fail(bytes.error()), place);
            return;
        }
        const auto job = [shelf = m_shelf, place]() -> Result<bool> {
            KEYTURN_TRY(shelf.admit(place));
            return true;
        };
        whenReady(m_worker.post(job), this, [this, place](const Result<bool>& admitted) {
            conclude(admitted ? Done() : fail(admitted.error()), place);
        });
    });
}

void DailyBackup::conclude(const Done& done, const QString& place)
{
    m_timer.start(lookEveryMs);
    if (done) {
        m_hasTold = false;
        Q_EMIT made(place);
    } else if (!m_hasTold && done.error().kind != Error::Kind::Cancelled) {
        m_hasTold = true;
        Q_EMIT failed({done.error().kind,
                       tr("Today's backup could not be made. It will be tried again in ten minutes.") + u' ' +
                           done.error().message,
                       done.error().detail,
                       {}});
    }
}

} // namespace keyturn
