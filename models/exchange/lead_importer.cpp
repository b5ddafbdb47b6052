// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/lead_importer.h"

#include "models/exchange/failed_rows.h"
#include "models/exchange/import_request.h"
#include "models/workspace/book_file.h"
#include "models/workspace/when_ready.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStringBuilder>

namespace keyturn {

namespace {

constexpr std::size_t rowsAtOnce = 250;
/// On a server: others' changes wait while it takes them, and nobody shall think that it is silent.
constexpr std::size_t rowsAtOnceThere = 50;
constexpr size_t mostOutcomes = 10'000;
constexpr size_t mostProblems = 1'000;

QString formatName(TableLook::Format format)
{
    switch (format) {
    case TableLook::Format::Csv:
        break;
    case TableLook::Format::Xlsx:
        return QStringLiteral("xlsx");
    case TableLook::Format::Vcard:
        return QStringLiteral("vcard");
    }
    return QStringLiteral("csv");
}

/// Stores write it in their own way.
bool sameJson(const QString& a, const QString& b)
{
    return QJsonDocument::fromJson(a.toUtf8()) == QJsonDocument::fromJson(b.toUtf8());
}

Result<QString> hashOf(const QString& path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) {
        return fail(Error::Kind::Storage, LeadImporter::tr("%1 cannot be opened.").arg(QFileInfo(path).fileName()),
                    file.errorString());
    }
    return QString::fromLatin1(hash.result().toHex());
}

// Opening the open book by hand would drop the locks that SQLite holds on it.
Done refuseBook(const QString& path, const QString& book)
{
    if (BookFile::isPartOf(path, book)) {
        return fail(
            Error::Kind::Refused,
            LeadImporter::tr("%1 belongs to the open book: it is no list to import.").arg(QFileInfo(path).fileName()));
    }
    return {};
}

Result<LeadMapping> mappingFrom(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Kind::Storage, LeadImporter::tr("%1 cannot be opened.").arg(QFileInfo(path).fileName()),
                    file.errorString());
    }
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll());
    if (!json.isObject()) {
        return fail(Error::Kind::Invalid,
                    LeadImporter::tr("%1 is not a mapping: it must be a JSON object.").arg(QFileInfo(path).fileName()));
    }
    return LeadMapping::fromJson(json.object());
}

} // namespace

struct LeadImporter::Opened
{
    TableLook look;
    QString sha256;
    LeadMapping mapping; ///< as the job has it, or its file
};

struct LeadImporter::Chunk
{
    std::vector<ImportRow> rows;
    std::vector<CellProblem> problems;
    double share = 1.0;
    bool isLast = false;
};

/// The file, on the reading thread.
class LeadImporter::Source
{
public:
    Result<Opened> open(const ImportJob& job, const QString& book)
    {
        Opened opened;
        opened.mapping = job.mapping;
        KEYTURN_TRY(refuseBook(job.path, book));
        if (!job.mappingFile.isEmpty()) {
            KEYTURN_TRY(refuseBook(job.mappingFile, book));
            KEYTURN_LET(opened.mapping, mappingFrom(job.mappingFile));
        }
        KEYTURN_LET(opened.sha256, hashOf(job.path));
        KEYTURN_LET(opened.look, table_file::look(job.path, job.wishes));
        KEYTURN_LET(m_reader, table_file::open(job.path, opened.look));
        return opened;
    }
    void understand(const LeadReading& reading) { m_reading = std::make_unique<LeadReading>(reading); }

    /// At most so many rows, after passing some.
    Result<Chunk> read(std::size_t most, qint64 pass)
    {
        Chunk chunk;
        TableRow row;
        while (chunk.rows.size() < most) {
            KEYTURN_LET(const bool more, m_reader->next(row));
            if (!more) {
                chunk.isLast = true;
                break;
            }
            if (row.isBlank()) {
                continue;
            }
            if (pass > 0) {
                --pass;
                continue;
            }
            ImportedLead lead = m_reading->read(row);
            chunk.rows.push_back(std::move(lead.row));
            for (CellProblem& problem : lead.problems) {
                if (chunk.problems.size() < mostProblems) {
                    chunk.problems.push_back(std::move(problem));
                }
            }
        }
        chunk.share = m_reader->progress();
        return chunk;
    }

private:
    std::unique_ptr<TableReader> m_reader;
    std::unique_ptr<LeadReading> m_reading;
};

LeadImporter::LeadImporter(Workspace& workspace, ImportJob job, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_job(std::move(job))
    , m_source(std::make_unique<Source>())
    , m_reading(QStringLiteral("import"))
{}

LeadImporter::~LeadImporter()
{
    m_reading.stop(Worker::Rest::Cancel);
}

void LeadImporter::start()
{
    m_clock.start();
    whenReady(
        m_reading.post([this, job = m_job, book = m_workspace.info().location] { return m_source->open(job, book); }),
        this, [this](const Result<Opened>& opened) {
            if (!opened) {
                giveUp(opened.error());
            } else {
                begin(*opened);
            }
        });
}

void LeadImporter::begin(const Opened& opened)
{
    const TableShape& shape = opened.look.shape;
    m_look = opened.look;
    m_job.mapping = opened.mapping;
    if (m_job.mapping.columns.empty()) {
        LeadMapping suggested =
            suggestMapping(shape.columns, opened.look.firstRows, m_workspace.catalogue(), m_job.preset);
        m_job.mapping.columns = suggested.columns;
        m_job.mapping.preset = suggested.preset;
        m_job.mapping.dates = suggested.dates;
    }
    ImportBatch& batch = m_report.batch;
    batch.sourceName = QFileInfo(m_job.path).fileName();
    batch.format = formatName(opened.look.format);
    batch.sha256 = opened.sha256;
    batch.request = requestOf(m_job);
    batch.mapping = QString::fromUtf8(QJsonDocument(m_job.mapping.toJson()).toJson(QJsonDocument::Compact));
    const LeadReading reading(m_job.mapping, shape.columns, m_workspace.catalogue(), opened.sha256.left(16));
    whenReady(m_reading.post([this, reading]() -> Result<bool> {
        m_source->understand(reading);
        return true;
    }),
              this, [this](const Result<bool>& ready) {
                  if (!ready) {
                      giveUp(ready.error());
                      return;
                  }
                  if (m_job.dryRun) {
                      readOn();
                      return;
                  }
                  whenReady(m_workspace.imports(), this, [this](const Result<std::vector<ImportBatch>>& known) {
                      if (!known) {
                          giveUp(known.error());
                      } else {
                          resumeOrBegin(*known);
                      }
                  });
              });
}

// Rows are counted in the transaction that takes them in: the count of a batch that never ended says where to go on.
void LeadImporter::resumeOrBegin(const std::vector<ImportBatch>& known)
{
    for (const ImportBatch& old : known) {
        if (old.isOfThisDesk && old.status == ImportBatch::Status::Running && old.sha256 == m_report.batch.sha256 &&
            sameJson(old.mapping, m_report.batch.mapping)) {
            m_report.batch = old;
            m_report.resumedAfterStop = true;
            m_rowsBefore = old.total;
            readOn(old.total);
            return;
        }
    }
    whenReady(m_workspace.beginImport(m_report.batch), this, [this](const Result<ImportBatch>& begun) {
        if (!begun) {
            giveUp(begun.error());
            return;
        }
        m_report.batch = *begun;
        readOn();
    });
}

void LeadImporter::readOn(qint64 rowsToPass)
{
    if (m_cancelled) {
        giveUp({Error::Kind::Cancelled,
                tr("The import was stopped. What came in before stays until you take it back."),
                {},
                {}});
        return;
    }
    const std::size_t most = m_workspace.link().kind == LinkState::Kind::Local ? rowsAtOnce : rowsAtOnceThere;
    whenReady(m_reading.post([this, most, rowsToPass] { return m_source->read(most, rowsToPass); }), this,
              [this](const Result<Chunk>& chunk) {
                  if (!chunk) {
                      giveUp(chunk.error());
                  } else {
                      take(*chunk);
                  }
              });
}

void LeadImporter::take(const Chunk& chunk)
{
    for (const CellProblem& problem : chunk.problems) {
        if (m_report.problems.size() < mostProblems) {
            m_report.problems.push_back(problem);
        }
    }
    if (chunk.rows.empty()) {
        end(ImportBatch::Status::Completed);
        return;
    }
    ImportOrder order;
    order.batch = m_report.batch.id;
    order.duplicates = m_job.duplicates;
    order.source = m_job.mapping.source;
    order.leadSource = m_job.mapping.leadSource;
    order.rows = chunk.rows;
    const auto goOn = [this, share = chunk.share, isLast = chunk.isLast](const std::vector<RowOutcome>& outcomes) {
        account(outcomes, share);
        if (isLast) {
            end(ImportBatch::Status::Completed);
        } else {
            readOn();
        }
    };
    if (m_job.dryRun) {
        whenReady(m_workspace.tryImport(order), this,
                  [this, order, goOn](const Result<std::vector<RowOutcome>>& outcomes) {
                      if (!outcomes) {
                          giveUp(outcomes.error());
                          return;
                      }
                      std::vector<RowOutcome> judged = *outcomes;
                      judgeRepeats(order, judged);
                      goOn(judged);
                  });
        return;
    }
    whenReady(m_workspace.importRows(order), this, [this, goOn](const Result<Committed>& committed) {
        if (!committed) {
            giveUp(committed.error());
        } else {
            goOn(committed->rows);
        }
    });
}

// A dry run leaves no lead behind that the next rows could be found to repeat.
void LeadImporter::judgeRepeats(const ImportOrder& order, std::vector<RowOutcome>& outcomes)
{
    if (order.duplicates == Duplicates::Create) {
        return;
    }
    for (size_t i = 0; i < outcomes.size(); ++i) {
        const std::optional<qint64> seen = m_seen.lineOf(order, order.rows[i]);
        if (seen && outcomes[i].kind == RowOutcome::Kind::Created) {
            outcomes[i].kind = RowOutcome::Kind::Skipped;
            outcomes[i].message = tr("The same person stands in line %1 of the file.").arg(*seen);
        } else if (outcomes[i].kind == RowOutcome::Kind::Created) {
            m_seen.add(order, order.rows[i]);
        }
    }
}

void LeadImporter::account(const std::vector<RowOutcome>& outcomes, double share)
{
    ImportBatch& batch = m_report.batch;
    for (const RowOutcome& outcome : outcomes) {
        ++batch.total;
        switch (outcome.kind) {
        case RowOutcome::Kind::Created:
            ++batch.created;
            continue;
        case RowOutcome::Kind::Updated:
            ++batch.updated;
            continue;
        case RowOutcome::Kind::Skipped:
            ++batch.skipped;
            break;
        case RowOutcome::Kind::Failed:
            ++batch.failed;
            m_report.failed.push_back(outcome);
            break;
        }
        if (m_report.outcomes.size() < mostOutcomes) {
            m_report.outcomes.push_back(outcome);
        }
    }
    const double seconds = std::max(0.001, double(m_clock.elapsed()) / 1000.0);
    Q_EMIT progressed(batch.total, share, double(batch.total - m_rowsBefore) / seconds);
}

void LeadImporter::end(ImportBatch::Status status)
{
    if (m_job.dryRun) {
        conclude();
        return;
    }
    whenReady(m_workspace.finishImport(m_report.batch.id, status), this, [this](const Result<ImportBatch>& ended) {
        if (!ended) {
            giveUp(ended.error());
            return;
        }
        m_report.batch = *ended;
        conclude();
    });
}

void LeadImporter::conclude()
{
    if (m_job.failedTo.isEmpty() || m_report.failed.empty()) {
        Q_EMIT finished(m_report);
        return;
    }
    whenReady(m_reading.post([job = m_job, failed = m_report.failed, look = m_look,
                              book = m_workspace.info().location]() -> Result<qint64> {
        KEYTURN_TRY(refuseBook(job.failedTo, book));
        return writeFailedRows(job.path, look, failed, job.failedTo);
    }),
              this, [this](const Result<qint64>& saved) {
                  if (saved) {
                      m_report.failedSaved = *saved;
                  } else {
                      m_report.notSaved = saved.error();
                  }
                  Q_EMIT finished(m_report);
              });
}

void LeadImporter::giveUp(const Error& error)
{
    if (m_job.dryRun || m_report.batch.id.isNull()) {
        Q_EMIT failed(error);
        return;
    }
    if (error.kind == Error::Kind::Offline) {
        // Still running: the same file goes on where it stopped, when the server is back.
        Q_EMIT failed(
            {error.kind,
             tr("The server cannot be reached any more. What came in is safe; import the same file again, and "
                "it goes on where it stopped."),
             QString(error.message % u' ' % error.detail), error.nativeCode});
        return;
    }
    // Told in the batch, too; if even that fails the batch stays "running" and is taken up again.
    whenReady(m_workspace.finishImport(m_report.batch.id, ImportBatch::Status::Failed), this,
              [this, error](const Result<ImportBatch>&) { Q_EMIT failed(error); });
}

namespace {

void takeBackOn(Workspace& workspace, ImportBatchId batch, QObject* context,
                const std::shared_ptr<std::vector<RowOutcome>>& sofar,
                const std::function<void(const Result<std::vector<RowOutcome>>&)>& done,
                const std::function<void(qint64)>& progressed)
{
    whenReady(workspace.takeBackImport(batch), context,
              [&workspace, batch, context, sofar, done, progressed](const Result<Committed>& step) {
                  if (!step) {
                      done(fail(step.error()));
                      return;
                  }
                  sofar->insert(sofar->end(), step->rows.begin(), step->rows.end());
                  if (step->rows.empty()) {
                      done(*sofar);
                  } else {
                      if (progressed) {
                          progressed(static_cast<qint64>(sofar->size()));
                      }
                      takeBackOn(workspace, batch, context, sofar, done, progressed);
                  }
              });
}

} // namespace

void takeBackWhole(Workspace& workspace, ImportBatchId batch, QObject* context,
                   std::function<void(const Result<std::vector<RowOutcome>>&)> done,
                   std::function<void(qint64)> progressed)
{
    takeBackOn(workspace, batch, context, std::make_shared<std::vector<RowOutcome>>(), done, progressed);
}

} // namespace keyturn
