// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/correction_editor.h"

#include "models/workspace/when_ready.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/lead/growing_edit.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace keyturn {

CorrectionEditor::CorrectionEditor(Theme& theme, Workspace& workspace, const TimelineEntry& entry, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_activity(entry.id)
    , m_text(new GrowingEdit(theme, this))
    , m_problem(new Label(theme, TextStyle::Small, &Colors::text2,
                          tr("The entry stays in the log; the correction says so."), this))
    , m_save(new Button(theme, Button::Kind::Secondary, tr("Correct"), this))
{
    setObjectName(QStringLiteral("correctionEditor"));
    m_text->setObjectName(QStringLiteral("correctionText"));
    m_text->setAccessibleName(tr("Corrected text"));
    m_text->setPlainText(entry.description.isEmpty() ? entry.title : entry.description);
    m_save->setObjectName(QStringLiteral("correctionSave"));
    m_save->setAccessibleName(tr("Save the correction"));
    m_save->setSmall(true);
    m_save->setKeyHint(tr("Ctrl Enter"));
    auto* withdraw = new Button(theme, Button::Kind::Quiet, tr("Withdraw"), this);
    withdraw->setObjectName(QStringLiteral("correctionWithdraw"));
    withdraw->setAccessibleName(tr("Withdraw the entry"));
    withdraw->setSmall(true);
    auto* cancel = new Button(theme, Button::Kind::Quiet, tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("correctionCancel"));
    cancel->setAccessibleName(tr("Cancel the correction"));
    cancel->setSmall(true);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_text);
    m_problem->setWordWrap(true);
    column->addWidget(m_problem);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(withdraw);
    row->addWidget(cancel);
    row->addWidget(m_save);
    column->addLayout(row);

    connect(m_text, &GrowingEdit::submitted, this, [this] { submit(false); });
    connect(m_text, &GrowingEdit::cancelled, this, &CorrectionEditor::finished);
    connect(m_save, &QAbstractButton::clicked, this, [this] { submit(false); });
    connect(withdraw, &QAbstractButton::clicked, this, [this] { submit(true); });
    connect(cancel, &QAbstractButton::clicked, this, &CorrectionEditor::finished);
}

void CorrectionEditor::focusText()
{
    m_text->setFocus(Qt::OtherFocusReason);
    m_text->moveCursor(QTextCursor::End);
}

void CorrectionEditor::submit(bool withdraw)
{
    CorrectActivity command;
    command.activity = m_activity;
    command.withdrawn = withdraw;
    if (!withdraw) {
        command.text = m_text->toPlainText().trimmed();
        if (command.text.isEmpty()) {
            m_problem->setColor(&Colors::red);
            m_problem->setText(tr("Write what it should say, or withdraw the entry."));
            return;
        }
    }
    m_save->setEnabled(false);
    whenReady(m_workspace.submit(command), this, [this](const Result<Committed>& answer) {
        m_save->setEnabled(true);
        if (answer) {
            Q_EMIT finished();
        } else {
            m_problem->setColor(&Colors::red);
            m_problem->setText(answer.error().message);
        }
    });
}

} // namespace keyturn
