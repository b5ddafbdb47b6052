// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does about the files of books: backups, archives, damage.
#include "app/composition/book_care.h"
#include "app/composition/daily_backup.h"
#include "app/composition/program.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workbench.h"
#include "ui/start/start_page.h"

#include <QFileInfo>
#include <QLocale>

namespace keyturn {

void Program::makeCare()
{
    m_care = std::make_unique<BookCare>(m_clock);
    connect(m_care.get(), &BookCare::progressed, this, [this](int percent) {
        if (m_start) {
            m_start->setHelp(tr("Reading the file, %1 %").arg(percent));
        }
    });
    connect(m_care.get(), &BookCare::checking, this, [this] {
        if (m_start) {
            m_start->setHelp(tr("Everything is read. Now every entry is checked; in a large book that takes minutes."));
        }
    });
    connect(m_care.get(), &BookCare::restored, this, &Program::tellRestored);
    connect(m_care.get(), &BookCare::rescued, this, &Program::tellRescued);
    connect(m_care.get(), &BookCare::failed, this, &Program::careFailed);
    connect(m_care.get(), &BookCare::backupFound, this, &Program::offerRescue);
}

void Program::takeDailyBackups()
{
    const bool isOwn = m_workspace->access().keepsFile && !m_workspace->info().isSample;
    if (!isOwn || m_options.backupAfterMs < 0) {
        return;
    }
    m_dailyBackup = std::make_unique<DailyBackup>(*m_workspace, m_options.backupAfterMs);
    connect(m_dailyBackup.get(), &DailyBackup::failed, this, [this](const Error& error) {
        if (m_workbench) {
            m_workbench->showError(error);
        }
    });
}

void Program::askForBackup()
{
    if (!m_workspace || !m_workspace->access().keepsFile) {
        return;
    }
    m_context.prompts.openFile(
        m_window.get(), tr("Restore a backup"),
        {tr("Backups and exported books (*.keyturn *.zip)"), tr("All files (*)")}, [this](const QString& path) {
            if (path.isEmpty() || !m_workspace) {
                return;
            }
            const QString book = m_workspace->info().location;
            m_context.prompts.confirm(
                m_window.get(), tr("Put “%1” in the place of this book?").arg(QFileInfo(path).fileName()),
                tr("It is checked first. What stands in this book now is kept as a file beside it."), tr("Restore"),
                [this, path, book](bool wanted) {
                    if (wanted) {
                        // The page that asked goes with the book.
                        QMetaObject::invokeMethod(
                            this, [this, path, book] { restoreBook(path, book); }, Qt::QueuedConnection);
                    }
                });
        });
}

void Program::openArchive(const QString& path)
{
    QMetaObject::invokeMethod(
        this, [this, path] { restoreBook(path, newBookPath(QFileInfo(path).completeBaseName())); },
        Qt::QueuedConnection);
}

void Program::offerToStop(const QString& words)
{
    m_start->offerHelp(words, {{tr("Stop"), [this] { m_care->cancel(); }}}, this);
}

void Program::restoreBook(const QString& from, const QString& book)
{
    if (m_opening) {
        return;
    }
    m_opening = true;
    m_restoring = book;
    showStart(); // nobody may have the book open, this window neither
    m_start->setBusy(true);
    offerToStop(tr("Reading the file…"));
    m_care->restore(from, book);
}

void Program::tellRestored(const RestoreOutcome& outcome)
{
    m_opening = false;
    m_restoring.clear();
    const QString leads = QLocale().toString(outcome.leads);
    m_toldOnce = outcome.keptAside.isEmpty() ? tr("The book is here, with %1 leads.").arg(leads)
                                             : tr("Restored, with %1 leads. The book of before is kept as %2.")
                                                   .arg(leads, QFileInfo(outcome.keptAside).fileName());
    openBook(outcome.file);
}

void Program::rescueBook(const QString& damaged)
{
    if (m_opening) {
        return;
    }
    m_opening = true;
    if (!m_start) {
        showStart();
    }
    m_start->setBusy(true);
    m_start->showProblem({});
    offerToStop(tr("Saving what can be saved…"));
    m_care->rescue(damaged);
}

void Program::tellRescued(const RescueReport& report)
{
    m_opening = false;
    if (!m_start) {
        showStart();
    }
    m_start->setBusy(false);
    m_start->showProblem({});
    m_start->offerHelp(
        report.sentences().join(u'\n'),
        {{tr("Open %1").arg(QFileInfo(report.file).fileName()), [this, file = report.file] { openBook(file); }}}, this);
    Q_EMIT rescued(report.file);
}

void Program::careFailed(const Error& error)
{
    m_opening = false;
    const QString book = std::exchange(m_restoring, {});
    if (m_start) {
        m_start->setBusy(false);
        m_start->offerHelp({});
        if (error.kind == Error::Kind::Cancelled) {
            m_start->showProblem(tr("Stopped. Nothing was changed."));
        } else {
            m_start->showError(error);
        }
        if (QFileInfo::exists(book)) {
            m_start->offerHelp(tr("The book of before is as it was."),
                               {{tr("Open it again"), [this, book] { openBook(book); }}}, this);
        }
    }
    Q_EMIT openFailed(error);
}

void Program::offerRescue(const QString& book, const QString& backup, Instant at)
{
    if (!m_start) {
        return;
    }
    std::vector<StartPage::Offer> offers;
    offers.push_back({tr("Save what can be saved"), [this, book] { rescueBook(book); }});
    if (!backup.isEmpty()) {
        const QString day = QLocale().toString(at.toUtc().toLocalTime(), QStringLiteral("MMM d, h:mm AP"));
        offers.push_back(
            {tr("Restore the backup of %1").arg(day), [this, backup, book] { restoreBook(backup, book); }});
    }
    m_start->offerHelp(tr("Saving makes a new book of everything that is still legible, in the place of the damaged "
                          "file, which is kept beside it."),
                       offers, this);
}

} // namespace keyturn
