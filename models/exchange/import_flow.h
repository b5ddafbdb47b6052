// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/lead_importer.h"
#include "models/exchange/table_survey.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace keyturn {

/// One import from the choice of the file to its end, for a page that shows it: what was recognised, how it is
/// understood, what would happen, how far it is, what became of it. It goes on while its page is not shown. Lives on
/// the workspace's thread; everything that reads a file or the book runs elsewhere, and `changed` tells when it is
/// there.
class ImportFlow : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Empty,      ///< no file chosen
        Reading,    ///< the file is being looked at
        Ready,      ///< the file is understood and can be tried or imported
        Trying,     ///< the dry run is under way
        Tried,      ///< its report is there, and nothing was changed since
        Importing,  ///< rows are coming in
        Stopped,    ///< cancelled or failed half-way: keep what is in, or take it back; goes on by itself when a
                    ///< server that could not be reached is back
        TakingBack, ///< leads are being removed again
        Finished,   ///< imported; the report is there
        TakenBack,  ///< removed again; what had to stay is in left()
    };

    /// `workspace` outlives the flow.
    explicit ImportFlow(Workspace& workspace, QObject* parent = nullptr);
    ~ImportFlow() override;

    [[nodiscard]] State state() const { return m_state; }
    /// Nothing else can be begun now.
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] Workspace& workspace() const { return m_workspace; }

    // The file
    void open(const QString& path);
    /// Reads the file again, this other way.
    void setWishes(const TableWishes& wishes);
    void reset();
    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] const TableWishes& wishes() const { return m_wishes; }
    /// Null until the file has been looked at.
    [[nodiscard]] const TableLook* look() const { return m_look ? &*m_look : nullptr; }
    /// Null until the whole file has been read.
    [[nodiscard]] const TableSurvey* survey() const { return m_survey ? &*m_survey : nullptr; }

    // The mapping
    [[nodiscard]] const LeadMapping& mapping() const { return m_mapping; }
    void setMapping(const LeadMapping& mapping);
    /// Another program's headers; empty: those that the file suggests.
    void suggest(const QString& preset);
    [[nodiscard]] Duplicates duplicates() const { return m_duplicates; }
    void setDuplicates(Duplicates duplicates);
    /// Those that fit the columns of the file.
    [[nodiscard]] std::vector<SavedMapping> fittingMappings() const;
    /// The one in use, unless it was changed since; empty: none.
    [[nodiscard]] const QString& savedName() const { return m_savedName; }
    void useSaved(const QString& name);
    void save(const QString& name);
    void forget(const QString& name);

    // What happens
    void tryOut();
    void run();
    void cancel();
    void keep(); ///< Stopped: what is in stays
    void takeBack();
    void takeBackPast(const ImportBatch& batch);
    /// Goes on with an import that a crash or a kill ended.
    void resume(const ImportBatch& batch);
    /// Of the dry run, the import, or the one that stopped.
    [[nodiscard]] const ImportReport& report() const { return m_report; }
    /// TakenBack: leads that somebody had worked on, with the reason.
    [[nodiscard]] const std::vector<RowOutcome>& left() const { return m_left; }
    [[nodiscard]] qint64 takenBack() const { return m_takenBack; }
    /// Stopped by an error, not by the user.
    [[nodiscard]] const std::optional<Error>& stoppedBy() const { return m_stoppedBy; }
    /// Answers by savedFailed().
    void saveFailedRows(const QString& to);

    struct Progress
    {
        qint64 rows = 0;
        double share = 0; ///< of the file or of the leads, 0 to 1
        double rate = 0;  ///< rows a second; 0: not known
        std::optional<int> secondsLeft;
    };
    [[nodiscard]] const Progress& progress() const { return m_progress; }

    // Imports of before
    [[nodiscard]] const std::vector<ImportBatch>& past() const { return m_past; }
    /// Those that the last session left in the middle.
    [[nodiscard]] std::vector<ImportBatch> interrupted() const;
    void readPast();

Q_SIGNALS:
    void changed();
    void progressed();
    void pastChanged();
    void failed(const keyturn::Error& error);
    void savedFailed(qint64 rows, const QString& file);

private:
    void setState(State state);
    void readFile();
    void surveyFile();
    void settleMapping();
    void start(const ImportJob& job);
    /// The server is back.
    void goOn();
    void follow(qint64 rows, double share, double rate);
    void stopped(const Error& error);
    void takeBackBatch(const ImportBatch& batch);
    [[nodiscard]] ImportJob job(bool dryRun) const;
    void takeMappings(const Result<std::vector<SavedMapping>>& mappings);

    Workspace& m_workspace;
    State m_state = State::Empty;
    QString m_path;
    TableWishes m_wishes;
    std::optional<TableLook> m_look;
    std::optional<TableSurvey> m_survey;
    LeadMapping m_mapping;
    QString m_preset;
    Duplicates m_duplicates = Duplicates::Skip;
    std::vector<SavedMapping> m_saved;
    QString m_savedName;
    ImportReport m_report;
    std::vector<RowOutcome> m_left;
    qint64 m_takenBack = 0;
    std::optional<Error> m_stoppedBy;
    Progress m_progress;
    std::vector<ImportBatch> m_past;
    std::optional<std::vector<ImportBatchId>> m_interrupted; ///< running when the book was opened
    int m_reads = 0;                                         ///< answers of earlier ones are not wanted any more
    std::shared_ptr<std::atomic_bool> m_cancelSurvey;
    std::unique_ptr<LeadImporter> m_importer;
    Worker m_reading;
};

} // namespace keyturn
