// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_files.h"

#include "models/workspace/book_file.h"
#include "models/workspace/when_ready.h"

#include <QFileInfo>
#include <QPointer>
#include <QRegularExpression>
#include <QSaveFile>
#include <QWidget>

namespace keyturn {

namespace {

Result<QString> writeTo(const QString& path, const QString& book, const std::function<Done(QIODevice&)>& write)
{
    if (BookFile::isPartOf(path, book)) {
        return fail(Error::Kind::Refused, ReportFiles::tr("%1 belongs to the book that is open here. Choose another "
                                                          "file.")
                                              .arg(QFileInfo(path).fileName()));
    }
    QSaveFile file(path);
    const auto couldNot = [&file] {
        return fail(Error::Kind::Storage, ReportFiles::tr("The file could not be saved: %1.").arg(file.errorString()));
    };
    if (!file.open(QIODevice::WriteOnly)) {
        return couldNot();
    }
    KEYTURN_TRY(write(file));
    if (file.error() != QFileDevice::NoError || !file.commit()) {
        return couldNot();
    }
    return path;
}

/// What file systems everywhere take.
QString asFileName(const QString& words)
{
    static const QRegularExpression others(QStringLiteral("[\\\\/:*?\"<>|]+"));
    return QString(words).replace(others, QStringLiteral(" ")).simplified();
}

} // namespace

ReportFiles::ReportFiles(Prompts& prompts, Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_prompts(prompts)
    , m_workspace(workspace)
{}

ReportFiles::~ReportFiles()
{
    if (m_worker) {
        m_worker->stop(Worker::Rest::Finish);
    }
}

void ReportFiles::savePdf(QWidget* asker, const ReportDocument& document)
{
    save(asker, tr("Save as PDF"), asFileName(document.title + u' ' + document.period) + QStringLiteral(".pdf"),
         tr("PDF (*.pdf)"), [document](QIODevice& device) { return writePdf(document, device); });
}

void ReportFiles::saveCsv(QWidget* asker, const ReportSheet& sheet, const QString& period)
{
    save(asker, tr("Save as CSV"), asFileName(sheet.title + u' ' + period) + QStringLiteral(".csv"), tr("CSV (*.csv)"),
         [sheet](QIODevice& device) { return writeCsv(sheet, device); });
}

void ReportFiles::save(QWidget* asker, const QString& title, const QString& suggestion, const QString& filter,
                       const Write& write)
{
    const QPointer<ReportFiles> self(this);
    m_prompts.saveFile(asker, title, suggestion, {filter}, [self, write](const QString& path) {
        if (path.isEmpty() || self == nullptr) {
            return;
        }
        if (!self->m_worker) {
            self->m_worker = std::make_unique<Worker>(QStringLiteral("report files"));
        }
        whenReady(self->m_worker->post(
                      [path, write, book = self->m_workspace.info().location] { return writeTo(path, book, write); }),
                  self.data(), [self](const Result<QString>& written) {
                      if (written) {
                          Q_EMIT self->saved(*written);
                      } else {
                          Q_EMIT self->failed(written.error());
                      }
                  });
    });
}

} // namespace keyturn
