// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/worker.h"
#include "models/workspace/workspace.h"
#include "ui/kit/prompts.h"
#include "ui/reports/report_print.h"

#include <QObject>

#include <memory>

namespace keyturn {

/// Carries reports out to files: asks where by a prompt and writes on a thread of its own. A file appears whole or not
/// at all.
class ReportFiles : public QObject
{
    Q_OBJECT

public:
    ReportFiles(Prompts& prompts, Workspace& workspace, QObject* parent = nullptr);
    ~ReportFiles() override;

    void savePdf(QWidget* asker, const ReportDocument& document);
    void saveCsv(QWidget* asker, const ReportSheet& sheet, const QString& period);

Q_SIGNALS:
    void saved(const QString& path);
    void failed(const keyturn::Error& error);

private:
    using Write = std::function<Done(QIODevice&)>;

    void save(QWidget* asker, const QString& title, const QString& suggestion, const QString& filter,
              const Write& write);

    Prompts& m_prompts;
    Workspace& m_workspace;
    std::unique_ptr<Worker> m_worker; ///< made when first wanted
};

} // namespace keyturn
