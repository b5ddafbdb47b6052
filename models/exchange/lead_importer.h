// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/worker.h"
#include "models/domain/import_people.h"
#include "models/exchange/imported_lead.h"
#include "models/exchange/table_file.h"
#include "models/workspace/workspace.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

namespace keyturn {

struct ImportJob
{
    QString path;
    /// Empty columns: suggested by the file (with `preset`, if one is named).
    LeadMapping mapping;
    QString mappingFile; ///< JSON of a mapping, read instead of `mapping`; empty: none
    TableWishes wishes;
    QString preset;
    Duplicates duplicates = Duplicates::Skip;
    bool dryRun = false;   ///< tells what would happen; writes nothing to the book
    QString failedTo = {}; ///< where rows that fail are saved as a list to be mended; empty: nowhere
};

struct ImportReport
{
    ImportBatch batch; ///< a dry run has no id
    bool resumedAfterStop = false;
    std::vector<RowOutcome> outcomes;  ///< of rows that were skipped or failed, the first ten thousand
    std::vector<RowOutcome> failed;    ///< all that failed in this run, with the reason
    qint64 failedSaved = 0;            ///< how many of them were written to ImportJob::failedTo
    std::optional<Error> notSaved;     ///< why they could not be; the import is done all the same
    std::vector<CellProblem> problems; ///< cells that no field could take; kept in the raw data; the first thousand
};

/// Reads a file on a thread of its own and has the workspace take its rows in, some hundred at a time, so that whoever
/// works in the window meanwhile never waits for long. Lives on the workspace's thread.
///
/// An import that a crash or a kill ended is taken up where it stopped when the same file comes again.
class LeadImporter : public QObject
{
    Q_OBJECT

public:
    /// `workspace` outlives the importer.
    LeadImporter(Workspace& workspace, ImportJob job, QObject* parent = nullptr);
    ~LeadImporter() override;

    void start();
    /// Stops after the rows under way; what is in stays and can be taken back. Ends with Cancelled.
    void cancel() { m_cancelled = true; }

    [[nodiscard]] const ImportBatch& batch() const { return m_report.batch; }
    [[nodiscard]] const ImportReport& report() const { return m_report; }

Q_SIGNALS:
    /// Rows so far, share of the file read (0 to 1) and rows a second.
    void progressed(qint64 rows, double share, double rate);
    void finished(const keyturn::ImportReport& report);
    void failed(const keyturn::Error& error);

private:
    class Source;
    struct Opened;
    struct Chunk;

    void begin(const Opened& opened);
    void resumeOrBegin(const std::vector<ImportBatch>& known);
    void readOn(qint64 rowsToPass = 0);
    void take(const Chunk& chunk);
    void account(const std::vector<RowOutcome>& outcomes, double share);
    void judgeRepeats(const ImportOrder& order, std::vector<RowOutcome>& outcomes);
    void end(ImportBatch::Status status);
    void conclude();
    void giveUp(const Error& error);

    Workspace& m_workspace;
    ImportJob m_job;
    ImportReport m_report;
    TableLook m_look; ///< of the file
    bool m_cancelled = false;
    QElapsedTimer m_clock;
    qint64 m_rowsBefore = 0;          ///< taken in before this run
    ImportPeople m_seen;              ///< dry run: who would have been made
    std::unique_ptr<Source> m_source; ///< used on m_reading only
    Worker m_reading;
};

/// Takes a whole import back, some rows at a time; `progressed` gets how many leads it has been through, `done` the
/// outcomes of all of them, or the error that stopped it. Calling it again goes on. Lives and calls on the workspace's
/// thread while `context` lives.
void takeBackWhole(Workspace& workspace, ImportBatchId batch, QObject* context,
                   std::function<void(const Result<std::vector<RowOutcome>>&)> done,
                   std::function<void(qint64)> progressed = {});

} // namespace keyturn

Q_DECLARE_METATYPE(keyturn::ImportReport)
