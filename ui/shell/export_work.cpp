// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/export_work.h"

#include "models/workspace/when_ready.h"
#include "ui/shell/workbench.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>
#include <QUrl>

namespace keyturn {

namespace {

constexpr int progressEveryMs = 250;

ExportOrder::Format formatOf(const ExportOrder& order, const QString& path)
{
    if (order.what == ExportOrder::What::Book) {
        return ExportOrder::Format::Zip;
    }
    const bool isCard = path.endsWith(QLatin1String(".vcf"), Qt::CaseInsensitive);
    return order.what == ExportOrder::What::Leads && isCard ? ExportOrder::Format::VCard : ExportOrder::Format::Csv;
}

} // namespace

ExportWork::ExportWork(Workspace& workspace, Prompts& prompts, Workbench& workbench)
    : QObject(&workbench)
    , m_workspace(workspace)
    , m_prompts(prompts)
    , m_workbench(workbench)
{
    m_progress.setInterval(progressEveryMs);
    connect(&m_progress, &QTimer::timeout, this, &ExportWork::tellProgress);
}

ExportWork::~ExportWork()
{
    if (m_watch) {
        m_watch->cancelled = true;
    }
}

QString ExportWork::suggested(const QString& name) const
{
    const QDate today = m_workspace.clock().now().toUtc().toLocalTime().date();
    return QStringLiteral("%1/%2 %3")
        .arg(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), name, today.toString(Qt::ISODate));
}

void ExportWork::exportLeads(const std::optional<std::vector<LeadId>>& leads)
{
    ExportOrder order;
    order.leads = leads;
    ask(std::move(order), tr("Export leads"), tr("Leads"),
        {tr("Lists for spreadsheets (*.csv)"), tr("Address cards (*.vcf)")});
}

void ExportWork::exportActivities(const std::optional<std::vector<LeadId>>& leads)
{
    ExportOrder order;
    order.what = ExportOrder::What::Activities;
    order.leads = leads;
    ask(std::move(order), tr("Export activities"), tr("Activities"), {tr("Lists for spreadsheets (*.csv)")});
}

void ExportWork::exportBook()
{
    ExportOrder order;
    order.what = ExportOrder::What::Book;
    ask(std::move(order), tr("Export the whole book"), QFileInfo(m_workspace.info().location).completeBaseName(),
        {tr("Archives of books (*.zip)")});
}

void ExportWork::ask(ExportOrder order, const QString& title, const QString& name, const QStringList& filters)
{
    if (m_watch) {
        m_workbench.notice(tr("An export is under way already."));
        return;
    }
    const QString ending = order.what == ExportOrder::What::Book ? QStringLiteral(".zip") : QStringLiteral(".csv");
    m_prompts.saveFile(&m_workbench, title, suggested(name) + ending, filters,
                       [this, order = std::move(order), ending](const QString& path) mutable {
                           if (path.isEmpty()) {
                               return;
                           }
                           order.file = QFileInfo(path).suffix().isEmpty() ? QString(path + ending) : path;
                           order.format = formatOf(order, order.file);
                           begin(std::move(order));
                       });
}

void ExportWork::begin(ExportOrder order)
{
    if (m_watch) {
        return;
    }
    m_watch = std::make_shared<WorkWatch>();
    order.watch = m_watch;
    m_progress.start();
    whenReady(m_workspace.exportTo(order), this, [this](const Result<ExportOutcome>& done) {
        m_progress.stop();
        m_watch = nullptr;
        if (!done) {
            if (done.error().kind == Error::Kind::Cancelled) {
                m_workbench.notice(tr("Export stopped. No file was left behind."));
            } else {
                m_workbench.showError(done.error());
            }
            return;
        }
        const QFileInfo file(done->file);
        QString words =
            tr("%1: %2 rows, %3")
                .arg(file.fileName(), QLocale().toString(done->rows), QLocale().formattedDataSize(done->bytes));
        if (done->leftOutRows > 0) {
            words += u' ' + tr("(without private notes of others)");
        }
        m_workbench.offer(words, tr("Show in folder"),
                          [folder = file.absolutePath()] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
        Q_EMIT finished(done->file);
    });
}

void ExportWork::tellProgress()
{
    if (!m_watch || m_watch->cancelled || m_watch->total == 0) {
        return;
    }
    m_workbench.offer(tr("Exporting: %1 of %2")
                          .arg(QLocale().toString(m_watch->done.load()), QLocale().toString(m_watch->total.load())),
                      tr("Stop"), [watch = m_watch] { watch->cancelled = true; });
}

} // namespace keyturn
