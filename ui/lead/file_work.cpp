// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/file_work.h"

#include "models/workspace/book_file.h"
#include "models/workspace/when_ready.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QPointer>
#include <QSaveFile>
#include <QWidget>

namespace keyturn {

namespace {

constexpr qint64 largest = 50LL * 1024 * 1024;

struct ReadFile
{
    QString name;
    QString mediaType;
    QByteArray content;
};

Done notTheBook(const QString& path, const QString& book)
{
    if (BookFile::isPartOf(path, book)) {
        return fail(Error::Kind::Refused, FileWork::tr("%1 belongs to the book that is open here. Choose another file.")
                                              .arg(QFileInfo(path).fileName()));
    }
    return {};
}

Result<ReadFile> readFile(const QString& path, const QString& book)
{
    KEYTURN_TRY(notTheBook(path, book));
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Kind::Storage, FileWork::tr("%1 could not be read: %2.").arg(name, file.errorString()));
    }
    if (file.size() > largest) {
        return fail(Error::Kind::Invalid,
                    FileWork::tr("%1 is larger than 50 MB. Keep it in your drive and note its link.").arg(name));
    }
    ReadFile read{name, QMimeDatabase().mimeTypeForFile(path).name(), file.readAll()};
    if (file.error() != QFileDevice::NoError) {
        return fail(Error::Kind::Storage, FileWork::tr("%1 could not be read: %2.").arg(name, file.errorString()));
    }
    return read;
}

Result<bool> writeFile(const QString& path, const QByteArray& content, const QString& book)
{
    KEYTURN_TRY(notTheBook(path, book));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit()) {
        return fail(Error::Kind::Storage, FileWork::tr("The file could not be saved: %1.").arg(file.errorString()));
    }
    return true;
}

} // namespace

FileWork::FileWork(Prompts& prompts, Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_prompts(prompts)
    , m_workspace(workspace)
{}

FileWork::~FileWork()
{
    if (m_worker) {
        m_worker->stop(Worker::Rest::Finish);
    }
}

Worker& FileWork::worker()
{
    if (!m_worker) {
        m_worker = std::make_unique<Worker>(QStringLiteral("lead files"));
    }
    return *m_worker;
}

void FileWork::save(QWidget* asker, DocumentId document, const QString& fileName, Outcome done)
{
    const QPointer<FileWork> self(this);
    const QPointer<QWidget> alive(asker);
    m_prompts.saveFile(asker, tr("Save document"), fileName, {tr("All files (*)")},
                       [self, alive, document, done = std::move(done)](const QString& path) {
                           if (path.isEmpty() || self == nullptr || alive == nullptr) {
                               return;
                           }
                           whenReady(self->m_workspace.documentContent(document), alive.data(),
                                     [self, alive, path, done](const Result<QByteArray>& content) {
                                         if (!content) {
                                             done(content.error().message);
                                         } else if (self != nullptr) {
                                             self->write(alive, path, *content, done);
                                         }
                                     });
                       });
}

void FileWork::write(QWidget* asker, const QString& path, const QByteArray& content, const Outcome& done)
{
    whenReady(
        worker().post([path, content, book = m_workspace.info().location] { return writeFile(path, content, book); }),
        asker, [done](const Result<bool>& written) { done(written ? QString() : written.error().message); });
}

void FileWork::attach(QWidget* asker, LeadId lead, Attached done)
{
    const QPointer<FileWork> self(this);
    const QPointer<QWidget> alive(asker);
    m_prompts.openFile(
        asker, tr("Add a document"), {tr("All files (*)")},
        [self, alive, lead, done = std::move(done)](const QString& path) {
            if (path.isEmpty() || self == nullptr || alive == nullptr) {
                return;
            }
            whenReady(
                self->worker().post([path, book = self->m_workspace.info().location] { return readFile(path, book); }),
                alive.data(), [self, alive, lead, done](const Result<ReadFile>& read) {
                    if (!read) {
                        done(read.error().message, {}, {});
                        return;
                    }
                    if (self == nullptr) {
                        return;
                    }
                    AttachDocument command;
                    command.id = DocumentId(self->m_ids.next(self->m_workspace.clock().now()));
                    command.lead = lead;
                    command.fileName = read->name;
                    command.mediaType = read->mediaType;
                    command.content = read->content;
                    whenReady(self->m_workspace.submit(command), alive.data(),
                              [done, id = command.id, name = command.fileName](const Result<Committed>& answer) {
                                  done(answer ? QString() : answer.error().message, id, name);
                              });
                });
        });
}

} // namespace keyturn
