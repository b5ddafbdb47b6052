// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_page.h"

#include "models/workspace/when_ready.h"
#include "ui/import/file_pane.h"
#include "ui/import/mapping_pane.h"
#include "ui/import/report_view.h"
#include "ui/import/run_pane.h"
#include "ui/import/step_bar.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/kit/paint.h"
#include "ui/kit/surface.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace keyturn {

namespace {
constexpr int footBar = 56;
using State = ImportFlow::State;
} // namespace

ImportPage::ImportPage(ImportFlow& flow, const UiContext& context, QWidget* parent)
    : Page(parent)
    , m_flow(flow)
    , m_context(context)
    , m_steps(new StepBar(context.theme, {tr("File"), tr("Columns"), tr("Check"), tr("Import")}))
    , m_stack(new QStackedWidget)
    , m_file(new FilePane(context, flow))
    , m_mapping(new MappingPane(context, flow))
    , m_check(new ReportView(context))
    , m_run(new RunPane(context, flow))
    , m_result(nullptr)
    , m_foot(nullptr)
{
    m_result = makeResult();
    m_foot = makeFoot();
    setObjectName(QStringLiteral("importPage"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(20, 4, 20, 4);
    head->addWidget(m_steps);
    head->addStretch();
    layout->addLayout(head);
    auto* checkHost = new QWidget;
    auto* checkColumn = new QVBoxLayout(checkHost);
    checkColumn->setContentsMargins(20, 0, 20, 16);
    checkColumn->addWidget(m_check);
    m_check->setObjectName(QStringLiteral("checkReport"));
    for (QWidget* pane : std::initializer_list<QWidget*>{m_file, m_mapping, checkHost, m_run, m_result}) {
        m_stack->addWidget(pane);
    }
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_foot);
    connect(&flow, &ImportFlow::changed, this, &ImportPage::follow);
    connect(&flow, &ImportFlow::failed, this, &Page::failed);
    connect(&flow, &ImportFlow::progressed, this, &Page::statusChanged);
    connect(&flow, &ImportFlow::savedFailed, this, [this](qint64 rows, const QString& file) {
        Q_EMIT noticed(tr("%Ln row(s) saved as %1", nullptr, static_cast<int>(rows)).arg(file));
    });
    connect(m_file, &FilePane::leadsRequested, this, &ImportPage::showLeads);
    if (m_flow.state() == State::Ready || m_flow.state() == State::Tried) {
        m_step = ColumnsStep;
    }
    follow();
}

QWidget* ImportPage::makeResult()
{
    Theme& theme = m_context.theme;
    auto* host = new QWidget;
    auto* column = new QVBoxLayout(host);
    column->setContentsMargins(20, 0, 20, 16);
    column->setSpacing(4);
    m_resultHead = new Label(theme, TextStyle::Headline);
    m_resultHead->setObjectName(QStringLiteral("importResult"));
    m_resultWords = new Label(theme, TextStyle::Body, &Colors::text2);
    m_resultWords->setWordWrap(true);
    column->addWidget(m_resultHead);
    column->addWidget(m_resultWords);
    column->addSpacing(12);
    m_resultReport = new ReportView(m_context);
    m_resultReport->setObjectName(QStringLiteral("resultReport"));
    column->addWidget(m_resultReport, 1);
    return host;
}

QWidget* ImportPage::makeFoot()
{
    Theme& theme = m_context.theme;
    auto* foot = new Surface(theme, &Colors::window);
    foot->setLines(Qt::TopEdge);
    foot->setFixedHeight(footBar);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(20, 0, 20, 0);
    row->setSpacing(8);
    m_footWords = new Label(theme, TextStyle::Body, &Colors::text2);
    m_footWords->setElided(true);
    row->addWidget(m_footWords, 1);
    const auto make = [&](Button::Kind kind, const QString& text, const char* name) {
        auto* button = new Button(theme, kind, text);
        button->setObjectName(QLatin1String(name));
        row->addWidget(button);
        return button;
    };
    m_again = make(Button::Kind::Secondary, tr("Import another file"), "importAgain");
    m_undo = make(Button::Kind::Secondary, tr("Undo this import"), "importUndo");
    m_save = make(Button::Kind::Secondary, tr("Save failed rows as a file\u2026"), "importSaveFailed");
    m_back = make(Button::Kind::Secondary, tr("Back"), "importPrevious");
    m_next = make(Button::Kind::Primary, tr("Next"), "importNext");
    connect(m_again, &QAbstractButton::clicked, this, [this] {
        m_flow.reset();
        m_file->choose();
    });
    connect(m_undo, &QAbstractButton::clicked, this, &ImportPage::askUndo);
    connect(m_save, &QAbstractButton::clicked, this, &ImportPage::saveFailed);
    connect(m_back, &QAbstractButton::clicked, this, &ImportPage::goBack);
    connect(m_next, &QAbstractButton::clicked, this, &ImportPage::goOn);
    return foot;
}

QString ImportPage::title() const
{
    return tr("Import a list");
}

std::vector<StatusPart> ImportPage::status() const
{
    const QLocale locale;
    if (m_flow.isBusy()) {
        return {{locale.toString(m_flow.progress().rows), tr("rows so far")}};
    }
    if (m_flow.survey() != nullptr) {
        return {{{}, m_flow.fileName()}, {locale.toString(m_flow.survey()->rows), tr("rows")}};
    }
    return {{{}, tr("Nothing is changed before you say so")}};
}

std::vector<PageCommand> ImportPage::commands()
{
    return {
        {QStringLiteral("import.choose"), tr("Choose a file to import"), {}, QStringLiteral("folder-open"), {}, [this] {
             if (!m_flow.isBusy()) {
                 m_file->choose();
             }
         }}};
}

void ImportPage::activate()
{
    m_flow.readPast();
}

void ImportPage::focusContent()
{
    if (m_next->isVisibleTo(this) && m_next->isEnabled()) {
        m_next->setFocus(Qt::OtherFocusReason);
    } else if (QWidget* choose = m_file->findChild<QWidget*>(QStringLiteral("importChoose"));
               choose->isVisibleTo(this)) {
        choose->setFocus(Qt::OtherFocusReason);
    } else if (!m_run->focusContent()) {
        setFocus(Qt::OtherFocusReason);
    }
}

// Qt hands the keyboard on as soon as what had it is hidden or disabled, which happens here with every step and could
// end anywhere in the window. Until the next step has its own place for it the page itself keeps it.
bool ImportPage::focusNextPrevChild(bool next)
{
    const QWidget* now = window()->focusWidget();
    if (isVisible() && now != nullptr && isAncestorOf(now) && (!now->isVisible() || !now->isEnabled())) {
        setFocus(Qt::OtherFocusReason);
        return true;
    }
    return Page::focusNextPrevChild(next);
}

int ImportPage::footHeight() const
{
    return m_foot->isHidden() ? 0 : footBar;
}

// What the flow is at decides which step can be shown.
void ImportPage::follow()
{
    const State before = m_shown;
    m_shown = m_flow.state();
    switch (m_shown) {
    case State::Empty:
        m_step = FileStep;
        break;
    case State::Reading:
        m_step = FileStep;
        break;
    case State::Ready:
        if (before == State::Trying || m_step == ImportStep) {
            m_step = ColumnsStep; // given up, or refused
        } else if (m_step == CheckStep) {
            m_step = ColumnsStep; // what was found holds no longer
        }
        break;
    case State::Tried:
        if (before == State::Trying) {
            m_step = CheckStep;
        }
        break;
    default:
        m_step = ImportStep;
        break;
    }
    show(m_step);
}

void ImportPage::show(Step step)
{
    // Asked of the window: while a file is chosen another window has the keyboard.
    const QWidget* before = window()->focusWidget();
    const bool hadFocus = before != nullptr && isAncestorOf(before); // the page itself counts as one
    m_step = step;
    const State state = m_flow.state();
    m_steps->setCurrent(state == State::Trying ? int(CheckStep) : int(step));
    QWidget* pane = m_file;
    if (state == State::Trying || m_flow.isBusy() || state == State::Stopped) {
        m_run->follow();
        pane = m_run;
    } else if (step == ColumnsStep) {
        m_mapping->follow();
        pane = m_mapping;
    } else if (step == CheckStep) {
        m_check->show(m_flow.report(), true);
        pane = m_check->parentWidget();
    } else if (step == ImportStep) {
        const ImportBatch& batch = m_flow.report().batch;
        const bool isBack = state == State::TakenBack;
        if (isBack) {
            m_resultHead->setText(tr("%Ln lead(s) taken back", nullptr, static_cast<int>(m_flow.takenBack())));
            m_resultWords->setText(m_flow.left().empty() ? tr("Everything is as if the file had never been there.")
                                                         : tr("%Ln lead(s) stayed: somebody has worked on them since.",
                                                              nullptr, static_cast<int>(m_flow.left().size())));
            m_resultReport->showLeft(m_flow.left());
        } else {
            m_resultHead->setText(batch.created > 0 ? tr("%Ln new lead(s)", nullptr, static_cast<int>(batch.created))
                                                    : tr("No new leads"));
            m_resultWords->setText(
                tr("From %1. The whole import can be undone at any time, today or next month.").arg(batch.sourceName));
            m_resultReport->show(m_flow.report(), false);
        }
        pane = m_result;
    } else {
        m_file->follow();
    }
    const bool isOther = m_stack->currentWidget() != pane;
    m_stack->setCurrentWidget(pane);
    followFoot();
    const QWidget* now = window()->focusWidget();
    if (hadFocus &&
        (isOther || now == nullptr || now == this || !isAncestorOf(now) || !now->isVisible() || !now->isEnabled())) {
        focusContent();
    }
    update();
    Q_EMIT statusChanged();
}

void ImportPage::followFoot()
{
    const State state = m_flow.state();
    const bool isRun = m_flow.isBusy() || state == State::Stopped;
    const bool isEnd = state == State::Finished || state == State::TakenBack;
    const bool isMaking = !isRun && !isEnd && m_flow.look() != nullptr;
    const ImportReport& report = m_flow.report();
    m_foot->setVisible(isMaking || isEnd);
    m_back->setVisible(isMaking && m_step != FileStep);
    m_again->setVisible(isEnd);
    m_undo->setVisible(state == State::Finished && report.batch.created + report.batch.updated > 0);
    m_save->setVisible(((state == State::Finished) || (isMaking && m_step == CheckStep)) && !report.failed.empty());
    QString next;
    QString words;
    if (isMaking && m_step == FileStep) {
        next = tr("Next: columns");
    } else if (isMaking && m_step == ColumnsStep) {
        next = tr("Next: see what would happen");
        if (!m_flow.savedName().isEmpty()) {
            words = tr("Mapped by \u201c%1\u201d").arg(m_flow.savedName());
        }
    } else if (isMaking && m_step == CheckStep) {
        const qint64 rows = report.batch.created + report.batch.updated;
        next = rows > 0 ? tr("Import %Ln row(s)", nullptr, static_cast<int>(rows)) : tr("Import");
        words = tr("Nothing has been changed so far.");
        m_next->setEnabled(rows > 0);
    } else if (state == State::Finished && report.batch.created > 0) {
        next = tr("Show these leads");
    }
    if (m_step != CheckStep) {
        m_next->setEnabled(true);
    }
    m_next->setText(next);
    m_next->setVisible(!next.isEmpty());
    m_footWords->setText(words);
}

void ImportPage::goOn()
{
    if (m_flow.state() == State::Finished) {
        showLeads(m_flow.report().batch);
    } else if (m_step == FileStep) {
        show(ColumnsStep);
    } else if (m_step == ColumnsStep) {
        if (m_flow.state() == State::Tried) {
            show(CheckStep);
        } else {
            m_flow.tryOut();
        }
    } else if (m_step == CheckStep) {
        m_flow.run();
    }
}

void ImportPage::goBack()
{
    show(m_step == CheckStep ? ColumnsStep : FileStep);
}

void ImportPage::showLeads(const ImportBatch& batch)
{
    whenReady(m_flow.workspace().importedLeads(batch.id), this,
              [this, name = batch.sourceName](const Result<std::vector<LeadId>>& leads) {
                  if (!leads) {
                      Q_EMIT failed(leads.error());
                  } else {
                      Q_EMIT leadsRequested(*leads, name);
                  }
              });
}

void ImportPage::saveFailed()
{
    const QFileInfo file(m_flow.path());
    const QString suggestion =
        QStringLiteral("%1/%2 %3.csv").arg(file.absolutePath(), file.completeBaseName(), tr("failed rows"));
    m_context.prompts.saveFile(this, tr("Save the failed rows"), suggestion, {tr("Lists (*.csv)")},
                               [this](const QString& path) {
                                   if (!path.isEmpty()) {
                                       m_flow.saveFailedRows(path);
                                   }
                               });
}

void ImportPage::askUndo()
{
    m_context.prompts.confirm(this, tr("Undo this import?"),
                              tr("The leads it made are removed, what it changed is changed back. Leads that somebody "
                                 "has worked on since stay and are named."),
                              tr("Undo the import"), [this](bool yes) {
                                  if (yes) {
                                      m_flow.takeBack();
                                  }
                              });
}

void ImportPage::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.colors().window);
}

} // namespace keyturn
