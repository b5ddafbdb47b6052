// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/uuid_v7.h"
#include "models/base/worker.h"
#include "models/workspace/workspace.h"
#include "ui/kit/prompts.h"

#include <QObject>

#include <functional>
#include <memory>

namespace keyturn {

/// Carries files into a lead and documents out to files. Asks where by a prompt, reads and writes on a thread of its
/// own, and says in a sentence what went wrong; an empty sentence means that all is well.
class FileWork : public QObject
{
    Q_OBJECT

public:
    using Outcome = std::function<void(const QString& problem)>;
    /// Without a problem, the document that the lead has now, and its file name.
    using Attached = std::function<void(const QString& problem, DocumentId document, const QString& fileName)>;

    FileWork(Prompts& prompts, Workspace& workspace, QObject* parent = nullptr);
    ~FileWork() override;

    /// `done` is not called when the user cancels, nor after `asker` is gone.
    void save(QWidget* asker, DocumentId document, const QString& fileName, Outcome done);
    void attach(QWidget* asker, LeadId lead, Attached done);

private:
    Worker& worker();
    void write(QWidget* asker, const QString& path, const QByteArray& content, const Outcome& done);

    Prompts& m_prompts;
    Workspace& m_workspace;
    UuidV7 m_ids;
    std::unique_ptr<Worker> m_worker; ///< made when first wanted
};

} // namespace keyturn
