// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/import_flow.h"

#include "models/exchange/failed_rows.h"
#include "models/exchange/import_request.h"
#include "models/workspace/book_file.h"
#include "models/workspace/when_ready.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

namespace keyturn {

ImportFlow::ImportFlow(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_cancelSurvey(std::make_shared<std::atomic_bool>(false))
    , m_reading(QStringLiteral("import look"))
{
    readPast();
    whenReady(m_workspace.savedMappings(), this,
              [this](const Result<std::vector<SavedMapping>>& mappings) { takeMappings(mappings); });
    connect(&m_workspace, &Workspace::recovered, this, &ImportFlow::goOn);
}

ImportFlow::~ImportFlow()
{
    *m_cancelSurvey = true;
    m_reading.stop(Worker::Rest::Cancel);
}

bool ImportFlow::isBusy() const
{
    return m_state == State::Trying || m_state == State::Importing || m_state == State::TakingBack;
}

QString ImportFlow::fileName() const
{
    return QFileInfo(m_path).fileName();
}

void ImportFlow::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void ImportFlow::takeMappings(const Result<std::vector<SavedMapping>>& mappings)
{
    // Where there are no imports there are no mappings either; beginning one says why.
    if (mappings) {
        m_saved = *mappings;
        Q_EMIT changed();
    }
}

// The file

void ImportFlow::reset()
{
    if (isBusy()) {
        return;
    }
    *m_cancelSurvey = true;
    ++m_reads;
    m_path.clear();
    m_wishes = {};
    m_look.reset();
    m_survey.reset();
    m_mapping = {};
    m_preset.clear();
    m_savedName.clear();
    m_report = {};
    m_left.clear();
    m_stoppedBy.reset();
    m_importer.reset();
    setState(State::Empty);
}

void ImportFlow::open(const QString& path)
{
    if (isBusy()) {
        return;
    }
    reset();
    m_path = path;
    readFile();
}

void ImportFlow::setWishes(const TableWishes& wishes)
{
    if (isBusy() || m_path.isEmpty()) {
        return;
    }
    m_wishes = wishes;
    readFile();
}

void ImportFlow::readFile()
{
    *m_cancelSurvey = true;
    m_cancelSurvey = std::make_shared<std::atomic_bool>(false);
    m_survey.reset();
    const int read = ++m_reads;
    setState(State::Reading);
    whenReady(m_reading.post([path = m_path, wishes = m_wishes,
                              book = m_workspace.info().location]() -> Result<TableLook> {
        // Opening the open book by hand would drop its locks.
        if (BookFile::isPartOf(path, book)) {
            return fail(Error::Kind::Refused,
                        tr("%1 belongs to the open book: it is no list to import.").arg(QFileInfo(path).fileName()));
        }
        return table_file::look(path, wishes);
    }),
              this, [this, read](const Result<TableLook>& look) {
                  if (read != m_reads) {
                      return;
                  }
                  if (!look) {
                      // What was chosen last may be wrong; what could be read before is still there.
                      if (m_look) {
                          setState(State::Ready);
                      } else {
                          m_path.clear();
                          setState(State::Empty);
                      }
                      Q_EMIT failed(look.error());
                      return;
                  }
                  const bool isOther = !m_look || m_look->shape.columns != look->shape.columns;
                  m_look = *look;
                  if (isOther) {
                      settleMapping();
                  }
                  setState(State::Ready);
                  surveyFile();
              });
}

void ImportFlow::surveyFile()
{
    const int read = m_reads;
    whenReady(m_reading.post([path = m_path, look = *m_look, cancel = m_cancelSurvey] {
        return surveyTable(path, look, *cancel);
    }),
              this, [this, read](const Result<TableSurvey>& survey) {
                  if (read != m_reads) {
                      return;
                  }
                  if (survey) {
                      m_survey = *survey;
                      Q_EMIT changed();
                  } else if (survey.error().kind != Error::Kind::Cancelled) {
                      Q_EMIT failed(survey.error());
                  }
              });
}

// The mapping

void ImportFlow::settleMapping()
{
    m_savedName.clear();
    const std::vector<SavedMapping> fitting = fittingMappings();
    if (!fitting.empty()) {
        useSaved(fitting.front().name);
        return;
    }
    m_mapping = suggestMapping(m_look->shape.columns, m_look->firstRows, m_workspace.catalogue(), m_preset);
}

void ImportFlow::suggest(const QString& preset)
{
    if (!m_look || isBusy()) {
        return;
    }
    m_preset = preset;
    LeadMapping suggested = suggestMapping(m_look->shape.columns, m_look->firstRows, m_workspace.catalogue(), m_preset);
    suggested.source = m_mapping.source;
    suggested.leadSource = m_mapping.leadSource;
    suggested.stage = m_mapping.stage;
    suggested.owner = m_mapping.owner;
    suggested.tags = m_mapping.tags;
    setMapping(suggested);
}

void ImportFlow::setMapping(const LeadMapping& mapping)
{
    if (!m_look || isBusy() || mapping == m_mapping) {
        return;
    }
    m_mapping = mapping;
    m_savedName.clear();
    setState(State::Ready);
}

void ImportFlow::setDuplicates(Duplicates duplicates)
{
    if (!isBusy() && duplicates != m_duplicates) {
        m_duplicates = duplicates;
        if (m_state == State::Tried) {
            m_state = State::Ready;
        }
        Q_EMIT changed();
    }
}

std::vector<SavedMapping> ImportFlow::fittingMappings() const
{
    std::vector<SavedMapping> fitting;
    if (m_look) {
        const QString fingerprint = columnsFingerprint(m_look->shape.columns);
        std::copy_if(m_saved.begin(), m_saved.end(), std::back_inserter(fitting),
                     [&](const SavedMapping& saved) { return saved.fingerprint == fingerprint; });
    }
    return fitting;
}

void ImportFlow::useSaved(const QString& name)
{
    for (const SavedMapping& saved : fittingMappings()) {
        if (saved.name != name) {
            continue;
        }
        const Result<LeadMapping> mapping =
            LeadMapping::fromJson(QJsonDocument::fromJson(saved.mapping.toUtf8()).object());
        if (!mapping) {
            Q_EMIT failed(mapping.error());
            return;
        }
        m_mapping = *mapping;
        m_savedName = name;
        if (m_state == State::Tried) {
            m_state = State::Ready;
        }
        Q_EMIT changed();
        return;
    }
}

void ImportFlow::save(const QString& name)
{
    if (!m_look) {
        return;
    }
    const SavedMapping saved{name.simplified(), columnsFingerprint(m_look->shape.columns),
                             QString::fromUtf8(QJsonDocument(m_mapping.toJson()).toJson(QJsonDocument::Compact))};
    whenReady(m_workspace.keepMapping(saved), this,
              [this, name = saved.name](const Result<std::vector<SavedMapping>>& all) {
                  if (!all) {
                      Q_EMIT failed(all.error());
                      return;
                  }
                  m_savedName = name;
                  takeMappings(all);
              });
}

void ImportFlow::forget(const QString& name)
{
    whenReady(m_workspace.keepMapping({name, {}, {}}), this,
              [this, name](const Result<std::vector<SavedMapping>>& all) {
                  if (!all) {
                      Q_EMIT failed(all.error());
                      return;
                  }
                  if (m_savedName == name) {
                      m_savedName.clear();
                  }
                  takeMappings(all);
              });
}

// What happens

ImportJob ImportFlow::job(bool dryRun) const
{
    ImportJob job;
    job.path = m_path;
    job.mapping = m_mapping;
    job.wishes = m_wishes;
    job.duplicates = m_duplicates;
    job.dryRun = dryRun;
    return job;
}

void ImportFlow::tryOut()
{
    if (m_look && !isBusy()) {
        start(job(true));
    }
}

void ImportFlow::run()
{
    if (m_look && !isBusy()) {
        start(job(false));
    }
}

void ImportFlow::start(const ImportJob& job)
{
    m_report = {};
    m_left.clear();
    m_stoppedBy.reset();
    m_progress = {};
    m_importer = std::make_unique<LeadImporter>(m_workspace, job);
    LeadImporter* const importer = m_importer.get();
    connect(importer, &LeadImporter::progressed, this, &ImportFlow::follow);
    connect(importer, &LeadImporter::finished, this, [this, dryRun = job.dryRun](const ImportReport& report) {
        m_report = report;
        m_importer.release()->deleteLater();
        setState(dryRun ? State::Tried : State::Finished);
        if (!dryRun) {
            readPast();
        }
    });
    connect(importer, &LeadImporter::failed, this, &ImportFlow::stopped);
    setState(job.dryRun ? State::Trying : State::Importing);
    importer->start();
}

void ImportFlow::follow(qint64 rows, double share, double rate)
{
    m_report.batch = m_importer->batch();
    m_progress = {rows, share, rate, std::nullopt};
    if (rate > 0 && m_survey && m_survey->rows >= rows) {
        m_progress.share = double(rows) / double(std::max(qint64(1), m_survey->rows));
        m_progress.secondsLeft = int(double(m_survey->rows - rows) / rate) + 1;
    }
    Q_EMIT progressed();
}

void ImportFlow::stopped(const Error& error)
{
    const bool wasTrial = m_state == State::Trying;
    m_report = m_importer->report();
    m_importer.release()->deleteLater();
    if (wasTrial || m_report.batch.id.isNull()) {
        setState(m_look ? State::Ready : State::Empty);
        if (error.kind != Error::Kind::Cancelled) {
            Q_EMIT failed(error);
        }
        return;
    }
    if (error.kind != Error::Kind::Cancelled) {
        m_stoppedBy = error;
    }
    setState(State::Stopped);
    readPast();
}

// The batch is still running: the same job takes it up where it stopped.
void ImportFlow::goOn()
{
    if (m_state == State::Stopped && !m_path.isEmpty() && m_stoppedBy && m_stoppedBy->kind == Error::Kind::Offline) {
        start(job(false));
    }
}

void ImportFlow::cancel()
{
    if (m_importer) {
        m_importer->cancel();
    }
}

void ImportFlow::keep()
{
    if (m_state == State::Stopped) {
        setState(State::Finished);
    }
}

void ImportFlow::takeBack()
{
    if ((m_state == State::Stopped || m_state == State::Finished) && !m_report.batch.id.isNull()) {
        takeBackBatch(m_report.batch);
    }
}

void ImportFlow::takeBackPast(const ImportBatch& batch)
{
    if (!isBusy()) {
        reset();
        m_report.batch = batch;
        takeBackBatch(batch);
    }
}

void ImportFlow::takeBackBatch(const ImportBatch& batch)
{
    m_progress = {};
    setState(State::TakingBack);
    const qint64 all = std::max(qint64(1), batch.created + batch.updated);
    takeBackWhole(
        m_workspace, batch.id, this,
        [this](const Result<std::vector<RowOutcome>>& outcomes) {
            m_left.clear();
            m_takenBack = 0;
            if (!outcomes) {
                // Taking back goes on where it was when it is asked for again.
                setState(State::Stopped);
                Q_EMIT failed(outcomes.error());
            } else {
                for (const RowOutcome& outcome : *outcomes) {
                    if (outcome.kind == RowOutcome::Kind::Failed) {
                        m_left.push_back(outcome);
                    } else if (outcome.kind == RowOutcome::Kind::Updated) {
                        ++m_takenBack;
                    }
                }
                setState(State::TakenBack);
            }
            readPast();
        },
        [this, all](qint64 leads) {
            m_progress = {leads, std::min(1.0, double(leads) / double(all)), 0, std::nullopt};
            Q_EMIT progressed();
        });
}

void ImportFlow::resume(const ImportBatch& batch)
{
    if (isBusy()) {
        return;
    }
    const Result<ImportJob> job = jobOf(batch);
    if (!job) {
        Q_EMIT failed(job.error());
        return;
    }
    reset();
    m_path = job->path;
    m_wishes = job->wishes;
    m_mapping = job->mapping;
    m_duplicates = job->duplicates;
    start(*job);
}

void ImportFlow::saveFailedRows(const QString& to)
{
    if (m_path.isEmpty()) {
        return;
    }
    whenReady(m_reading.post([path = m_path, wishes = m_wishes, failures = m_report.failed, to,
                              book = m_workspace.info().location]() -> Result<qint64> {
        if (BookFile::isPartOf(to, book)) {
            return fail(Error::Kind::Refused, tr("That file is the open book. Choose another name."));
        }
        KEYTURN_LET(const TableLook look, table_file::look(path, wishes));
        return writeFailedRows(path, look, failures, to);
    }),
              this, [this, to](const Result<qint64>& rows) {
                  if (!rows) {
                      Q_EMIT failed(rows.error());
                  } else {
                      Q_EMIT savedFailed(*rows, QFileInfo(to).fileName());
                  }
              });
}

// Imports of before

std::vector<ImportBatch> ImportFlow::interrupted() const
{
    std::vector<ImportBatch> found;
    for (const ImportBatch& batch : m_past) {
        const bool wasRunning =
            m_interrupted && std::find(m_interrupted->begin(), m_interrupted->end(), batch.id) != m_interrupted->end();
        if (wasRunning && batch.isOfThisDesk && batch.status == ImportBatch::Status::Running &&
            batch.id != m_report.batch.id) {
            found.push_back(batch);
        }
    }
    return found;
}

void ImportFlow::readPast()
{
    whenReady(m_workspace.imports(), this, [this](const Result<std::vector<ImportBatch>>& batches) {
        if (!batches) {
            return; // where there are no imports there is nothing to list
        }
        m_past = *batches;
        if (!m_interrupted) {
            m_interrupted.emplace();
            for (const ImportBatch& batch : m_past) {
                if (batch.status == ImportBatch::Status::Running) {
                    m_interrupted->push_back(batch.id);
                }
            }
        }
        Q_EMIT pastChanged();
    });
}

} // namespace keyturn
