// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/import_flow.h"
#include "ui/kit/page.h"
#include "ui/kit/ui_context.h"

class QStackedWidget;

namespace keyturn {

class Button;
class FilePane;
class Label;
class MappingPane;
class ReportView;
class RunPane;
class StepBar;

/// Brings a list into the book in four steps: the file, its columns, what would happen, and the import. The import
/// itself lives in the flow and goes on when another page is shown.
class ImportPage : public Page
{
    Q_OBJECT

public:
    ImportPage(ImportFlow& flow, const UiContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] std::vector<StatusPart> status() const override;
    [[nodiscard]] std::vector<PageCommand> commands() override;
    void activate() override;
    void focusContent() override;
    [[nodiscard]] int footHeight() const override;

    enum Step { FileStep, ColumnsStep, CheckStep, ImportStep };
    [[nodiscard]] Step step() const { return m_step; }

Q_SIGNALS:
    void leadsRequested(const std::vector<keyturn::LeadId>& leads, const QString& what);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    QWidget* makeFoot();
    QWidget* makeResult();
    void follow();
    void followFoot();
    void goOn();
    void goBack();
    void show(Step step);
    void showLeads(const ImportBatch& batch);
    void saveFailed();
    void askUndo();

    ImportFlow& m_flow;
    UiContext m_context;
    Step m_step = FileStep;
    StepBar* m_steps;
    QStackedWidget* m_stack;
    FilePane* m_file;
    MappingPane* m_mapping;
    ReportView* m_check;
    RunPane* m_run;
    QWidget* m_result;
    Label* m_resultHead = nullptr;
    Label* m_resultWords = nullptr;
    ReportView* m_resultReport = nullptr;
    QWidget* m_foot;
    Label* m_footWords = nullptr;
    Button* m_back = nullptr;
    Button* m_next = nullptr;
    Button* m_save = nullptr;
    Button* m_undo = nullptr;
    Button* m_again = nullptr;
    ImportFlow::State m_shown = ImportFlow::State::Empty;
};

} // namespace keyturn
