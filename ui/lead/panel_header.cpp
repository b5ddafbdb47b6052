// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/panel_header.h"

#include "models/domain/phone.h"
#include "models/items/lead_editor.h"
#include "models/items/lead_text.h"
#include "ui/kit/button.h"
#include "ui/kit/chip.h"
#include "ui/kit/icon_button.h"
#include "ui/kit/label.h"
#include "ui/lead/lead_actions.h"
#include "ui/lead/lead_header.h"
#include "ui/lead/lead_words.h"
#include "ui/lead/removable_chip.h"
#include "ui/lead/trid_line.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QTimer>

namespace keyturn {

PanelHeader::PanelHeader(Theme& theme, Workspace& workspace, LeadActions& actions, LeadEditor& editor, QWidget* parent)
    : Surface(theme, &Colors::base, parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_actions(actions)
    , m_editor(editor)
    , m_name(new Label(theme, TextStyle::Title, {}, this))
    , m_temperature(new RemovableChip(theme, Chip::cold(), tr("Change the temperature"), this))
    , m_call(new Button(theme, Button::Kind::Secondary, tr("Call"), this))
    , m_mail(new IconButton(theme, QStringLiteral("mail"), tr("Mail"), this))
    , m_stage(new Button(theme, Button::Kind::Secondary, {}, this))
    , m_more(new IconButton(theme, QStringLiteral("ellipsis"), tr("More for this lead"), this))
    , m_next(new Surface(theme, &Colors::soft, this))
    , m_nextCheck(new IconButton(theme, QStringLiteral("circle"), tr("Complete the next task"), this))
    , m_nextTitle(new Label(theme, TextStyle::Body, {}, this))
    , m_nextDue(new Label(theme, TextStyle::Small, &Colors::text2, {}, this))
    , m_done(new Button(theme, Button::Kind::Secondary, tr("Done"), this))
{
    setObjectName(QStringLiteral("panelHeader"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 12, 16, 12);
    column->setSpacing(12);

    auto* top = new QHBoxLayout;
    top->setSpacing(6);
    m_name->setObjectName(QStringLiteral("panelName"));
    m_name->setElided(true);
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    top->addWidget(m_name, 1);
    m_temperature->setObjectName(QStringLiteral("panelTemperature"));
    m_temperature->setMark(RemovableChip::Mark::Chevron);
    top->addWidget(m_temperature);
    top->addStretch(0);
    auto* expand = new IconButton(theme, QStringLiteral("maximize-2"), tr("Open as a page"), this);
    expand->setObjectName(QStringLiteral("panelExpand"));
    expand->setKeyHint(tr("Ctrl Enter"));
    expand->setSize(28);
    auto* close = new IconButton(theme, QStringLiteral("x"), tr("Close the panel"), this);
    close->setObjectName(QStringLiteral("panelClose"));
    close->setKeyHint(tr("Esc"));
    close->setSize(28);
    m_more->setSize(28);
    top->addWidget(m_more);
    top->addWidget(expand);
    top->addWidget(close);
    column->addLayout(top);

    auto* reach = new QHBoxLayout;
    reach->setSpacing(8);
    m_call->setObjectName(QStringLiteral("panelCall"));
    m_call->setIconName(QStringLiteral("phone"));
    m_mail->setObjectName(QStringLiteral("panelMail"));
    m_mail->setBordered(true);
    m_stage->setObjectName(QStringLiteral("panelStage"));
    m_stage->setMenuArrow(true);
    m_more->setObjectName(QStringLiteral("panelMore"));
    reach->addWidget(m_call);
    reach->addWidget(m_mail);
    reach->addWidget(m_stage);
    reach->addStretch(1);
    column->addLayout(reach);

    m_next->setBox(nullptr, 6);
    m_next->setObjectName(QStringLiteral("panelNext"));
    auto* next = new QHBoxLayout(m_next);
    next->setContentsMargins(6, 6, 8, 6);
    next->setSpacing(6);
    m_nextCheck->setObjectName(QStringLiteral("panelNextCheck"));
    m_nextCheck->setSize(28);
    m_nextCheck->setColor(&Colors::accentText);
    m_nextTitle->setElided(true);
    m_nextTitle->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_done->setObjectName(QStringLiteral("panelDone"));
    m_done->setSmall(true);
    m_done->setKeyHint(tr("D"));
    next->addWidget(m_nextCheck);
    next->addWidget(m_nextTitle, 3);
    next->addWidget(m_nextDue);
    next->addStretch(1);
    next->addWidget(m_done);
    column->addWidget(m_next);

    auto* facts = new QGridLayout;
    facts->setHorizontalSpacing(12);
    facts->setVerticalSpacing(0);
    facts->setColumnMinimumWidth(0, 92);
    facts->setColumnStretch(1, 1);
    int line = 0;
    const auto fact = [&](const QString& label, std::initializer_list<QWidget*> values) {
        auto* name = new Label(theme, TextStyle::Body, &Colors::text2, label, this);
        name->setFixedHeight(28);
        facts->addWidget(name, line, 0);
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        for (QWidget* value : values) {
            row->addWidget(value);
        }
        row->addStretch(1);
        facts->addLayout(row, line, 1);
        ++line;
    };
    const auto value = [&](TextStyle style = TextStyle::Body, QColor Colors::*color = &Colors::text) {
        auto* label = new Label(theme, style, color, {}, this);
        label->setElided(true);
        label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        return label;
    };
    fact(tr("Loan"), {m_loan = value()});
    fact(tr("LTV, FICO"), {m_ltv = value()});
    fact(tr("Payment, DTI"), {m_payment = value()});
    m_lock = new ChipLabel(theme, {}, this);
    fact(tr("Rate lock"), {m_rate = value(), m_lock});
    fact(tr("Closing"), {m_closing = value()});
    m_tridBars = new TridLine(theme, this);
    // How many there are is never cut; what is missing may be.
    m_trid = new Label(theme, TextStyle::Body, {}, this);
    m_trid->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    fact(tr("TRID items"), {m_trid, m_tridMissing = value(TextStyle::Small, &Colors::text2), m_tridBars});
    column->addLayout(facts);

    connect(expand, &QAbstractButton::clicked, this, &PanelHeader::expandRequested);
    connect(close, &QAbstractButton::clicked, this, &PanelHeader::closeRequested);
    connect(m_temperature, &QAbstractButton::clicked, this, [this] { m_actions.showTemperatureMenu(m_temperature); });
    connect(m_call, &QAbstractButton::clicked, &actions, &LeadActions::call);
    connect(m_mail, &QAbstractButton::clicked, &actions, &LeadActions::mail);
    connect(m_stage, &QAbstractButton::clicked, this, [this] { m_actions.showStageMenu(m_stage); });
    connect(m_more, &QAbstractButton::clicked, this, [this] { m_actions.showMoreMenu(m_more); });
    connect(m_nextCheck, &QAbstractButton::clicked, &actions, &LeadActions::completeNextTask);
    connect(m_done, &QAbstractButton::clicked, &actions, &LeadActions::completeNextTask);
    connect(&theme, &Theme::changed, this, &PanelHeader::follow);
    connect(&workspace, &Workspace::accessChanged, this, &PanelHeader::follow);
    connect(&editor, &LeadEditor::figuresChanged, this, &PanelHeader::followFigures);
    auto* minute = new QTimer(this);
    connect(minute, &QTimer::timeout, this, &PanelHeader::follow);
    minute->start(30'000);
}

void PanelHeader::follow()
{
    const LeadDetail& detail = m_actions.detail();
    const LeadWords words(m_workspace, detail);
    const bool mayWrite = m_workspace.access().mayWrite;
    for (QWidget* control : {static_cast<QWidget*>(m_temperature), static_cast<QWidget*>(m_more),
                             static_cast<QWidget*>(m_stage), static_cast<QWidget*>(m_nextCheck)}) {
        control->setEnabled(mayWrite);
    }
    m_done->setVisible(mayWrite);
    m_name->setText(m_actions.name());
    m_name->setToolTip(m_actions.name());
    const Chip chip = temperatureChip(detail.lead.text(QStringLiteral("lead_temperature")));
    m_temperature->setChip(chip);
    m_temperature->setAccessibleName(tr("Temperature: %1").arg(chip.text));
    const QString number = formatPhone(m_actions.phone());
    m_call->setEnabled(!number.isEmpty());
    m_call->setToolTip(number);
    QString spoken = number.isEmpty() ? tr("Call: no number known") : tr("Call %1").arg(number);
    if (const auto hours = words.hours(); hours && !number.isEmpty()) {
        m_call->setNote(hours->time, hours->open ? &Colors::text2 : &Colors::amber);
        m_call->setNoteIcon(hours->open ? QString() : QStringLiteral("moon"));
        if (!hours->open) {
            m_call->setToolTip(tr("%1. Calls open at %2 your time. You decide.").arg(number, hours->opens));
        }
        spoken += QStringLiteral(", ") + tr("%1 there").arg(hours->time);
    } else {
        m_call->setNote({});
        m_call->setNoteIcon({});
    }
    m_call->setAccessibleName(spoken);
    m_mail->setEnabled(!m_actions.email().isEmpty());
    m_mail->setName(m_actions.email().isEmpty() ? tr("Mail: no address known")
                                                : tr("Write to %1").arg(m_actions.email()));
    const Stage* stage = m_actions.stage();
    m_stage->setText(stage != nullptr ? stage->name : QStringLiteral("–"));
    m_stage->setDot(m_theme.stageDot(stage == nullptr ? QString() : stage->color));
    m_stage->setAccessibleName(tr("Stage: %1").arg(m_stage->text()));

    const std::optional<Task> next = m_actions.nextTask();
    m_next->setVisible(next.has_value());
    if (next) {
        m_nextTitle->setText(next->title);
        m_nextDue->setText(words.taskDue(*next));
        m_nextDue->setColor(words.isLate(*next) ? &Colors::red : &Colors::text2);
        m_done->setAccessibleName(tr("Complete %1").arg(next->title));
        m_nextCheck->setName(tr("Complete %1").arg(next->title));
    }
    m_rate->setText(words.rate().isEmpty() ? QStringLiteral("–") : words.rate());
    const auto lock = words.lockDaysLeft();
    m_lock->setVisible(lock.has_value());
    if (lock) {
        Chip lockChip = Chip::lock(*lock);
        lockChip.text += QStringLiteral(", ") + words.lockDay();
        m_lock->setChip(lockChip);
    }
    m_closing->setText(words.closing().isEmpty() ? QStringLiteral("–") : words.closing());
    followFigures();
}

void PanelHeader::followFigures()
{
    const auto value = [this](const QString& field) { return m_editor.effective(field); };
    const ScenarioFigures figures = ScenarioFigures::of(value);
    const LeadWords words(m_workspace, m_actions.detail());
    const auto join = [](const QStringList& parts) {
        QStringList known;
        for (const QString& part : parts) {
            if (!part.isEmpty()) {
                known.append(part);
            }
        }
        return known.isEmpty() ? QStringLiteral("–") : known.join(QStringLiteral(", "));
    };
    const QString program = value(QStringLiteral("loan.loan_program")).toString();
    const QString purpose = value(QStringLiteral("loan.loan_purpose")).toString();
    m_loan->setText(join(
        {words.amount(),
         program.isEmpty() ? QString() : LeadText::program(program, value(QStringLiteral("loan.term_months")).toInt()),
         purpose.isEmpty() ? QString() : LeadText::purpose(purpose).toLower()}));
    const QString band = value(QStringLiteral("loan.fico_band")).toString();
    m_ltv->setText(join({figures.ltvPct3 ? percentText(*figures.ltvPct3) : QString(),
                         band.isEmpty() ? QString() : LeadText::fico(band)}));
    m_payment->setText(join({figures.principalAndInterest ? figures.principalAndInterest->toDisplay() : QString(),
                             figures.backDtiPct3 ? percentText(*figures.backDtiPct3, 1) : QString()}));
    m_payment->setToolTip(tr("Principal and interest; tax and insurance are not in."));
    const TridItems items = TridItems::of(value);
    m_trid->setText(TridMeter::countText(items));
    m_tridMissing->setText(TridMeter::missingText(items));
    m_tridMissing->setToolTip(TridMeter::missingText(items));
    m_tridBars->setItems(items);
}

} // namespace keyturn
