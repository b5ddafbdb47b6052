// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leadkit/reason_form.h"

#include "models/domain/value_lists.h"
#include "ui/kit/button.h"
#include "ui/kit/combo_field.h"
#include "ui/kit/date_field.h"
#include "ui/kit/label.h"
#include "ui/kit/line_edit.h"
#include "ui/kit/line_field.h"
#include "ui/kit/popover.h"

#include <QBoxLayout>
#include <QListWidget>

#include <algorithm>

namespace keyturn {

namespace {
constexpr int formWidth = 300;
constexpr int defaultNurtureDays = 90;
const QLatin1String other("other");
} // namespace

ReasonForm::ReasonForm(Theme& theme, const Catalogue& catalogue, QDate today, std::vector<StageId> stages,
                       const QString& who, QWidget* parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_stages(std::move(stages))
    , m_today(today)
    , m_stage(new ComboField(theme, tr("Leaves to")))
    , m_codes(new QListWidget)
    , m_text(new LineField(theme, tr("In your words")))
    , m_until(new DateField(theme, tr("Pick up again on"), [today] { return today; }))
    , m_move(new Button(theme, Button::Kind::Primary, tr("Move")))
{
    setObjectName(QStringLiteral("reasonForm"));
    setFixedWidth(formWidth);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    const Stage* only = m_stages.size() == 1 ? m_catalogue.stage(m_stages.front()) : nullptr;
    auto* title = new Label(theme, TextStyle::BodyStrong,
                            only == nullptr ? tr("%1 leaves the pipeline").arg(who)
                                            : tr("Why does %1 go to %2?").arg(who, only->name));
    title->setWordWrap(true);
    layout->addWidget(title);

    m_stage->setObjectName(QStringLiteral("reasonStage"));
    for (const StageId id : m_stages) {
        const Stage* stage = m_catalogue.stage(id);
        m_stage->addItem(stage == nullptr ? QString() : stage->name, QVariant::fromValue(id));
    }
    layout->addWidget(m_stage);
    m_stage->setHidden(m_stages.size() < 2);
    connect(m_stage, &ComboField::committed, this, &ReasonForm::stageChosen);

    m_codes->setObjectName(QStringLiteral("reasonCodes"));
    m_codes->setAccessibleName(tr("Reason"));
    m_codes->setUniformItemSizes(true);
    for (const QString& code : m_catalogue.exitReasons) {
        auto* item = new QListWidgetItem(choiceLabel(ValueList::ExitReason, code), m_codes);
        item->setData(Qt::UserRole, code);
        item->setSizeHint(QSize(0, 28));
    }
    m_codes->setFrameShape(QFrame::NoFrame);
    m_codes->setFixedHeight(std::clamp(m_codes->count(), 1, 8) * 28);
    layout->addWidget(m_codes);
    connect(m_codes, &QListWidget::itemSelectionChanged, this, &ReasonForm::follow);
    connect(m_codes, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
        item->setSelected(true);
        accept();
    });

    m_text->setObjectName(QStringLiteral("reasonText"));
    layout->addWidget(m_text);
    connect(m_text, &LineField::edited, this, &ReasonForm::follow);
    connect(&m_text->edit(), &QLineEdit::returnPressed, this, &ReasonForm::accept);

    m_until->setObjectName(QStringLiteral("reasonUntil"));
    layout->addWidget(m_until);

    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    auto* cancel = new Button(theme, Button::Kind::Secondary, tr("Cancel"));
    cancel->setObjectName(QStringLiteral("reasonCancel"));
    cancel->setKeyHint(tr("Esc"));
    connect(cancel, &QAbstractButton::clicked, this, &ReasonForm::cancelled);
    m_move->setObjectName(QStringLiteral("reasonMove"));
    connect(m_move, &QAbstractButton::clicked, this, &ReasonForm::accept);
    buttons->addWidget(cancel);
    buttons->addWidget(m_move);
    layout->addLayout(buttons);
    setFocusProxy(m_codes);
    stageChosen();
}

StageId ReasonForm::chosenStage() const
{
    return m_stages.size() == 1 ? m_stages.front() : m_stage->value().value<StageId>();
}

void ReasonForm::stageChosen()
{
    const Stage* stage = m_catalogue.stage(chosenStage());
    const bool onIce = stage != nullptr && stage->kind == StageKind::OnIce;
    m_until->setVisible(onIce);
    if (onIce && !m_until->date().has_value()) {
        m_until->setDate(m_today.addDays(stage->rotDays.value_or(defaultNurtureDays)));
    }
    follow();
}

ReasonForm::Answer ReasonForm::answer() const
{
    Answer answer;
    answer.stage = chosenStage();
    // The current row is only where the keyboard is; nothing is chosen before somebody chooses.
    if (const QList<QListWidgetItem*> chosen = m_codes->selectedItems(); !chosen.isEmpty()) {
        answer.code = chosen.front()->data(Qt::UserRole).toString();
    }
    answer.text = m_text->text().trimmed();
    if (!m_until->isHidden()) {
        answer.nurtureUntil = m_until->date();
    }
    return answer;
}

bool ReasonForm::isComplete() const
{
    const Answer now = answer();
    const Stage* stage = m_catalogue.stage(now.stage);
    if (stage == nullptr) {
        return false;
    }
    if (stage->requiresReason && now.code.isEmpty()) {
        return false;
    }
    return now.code != other || !now.text.isEmpty();
}

void ReasonForm::follow()
{
    m_move->setEnabled(isComplete());
    const bool needsWords = answer().code == other;
    m_text->setHelp(needsWords ? tr("Needed for this reason") : QString());
}

void ReasonForm::accept()
{
    if (isComplete()) {
        Q_EMIT accepted(answer());
    } else if (answer().code == other) {
        m_text->setFocus(Qt::OtherFocusReason);
    }
}

Popover* ReasonForm::ask(Theme& theme, QWidget* owner, const QRect& where, ReasonForm* form,
                         std::function<void(const std::optional<Answer>&)> answered)
{
    auto* popover = new Popover(theme, owner);
    popover->setObjectName(QStringLiteral("reasonPopover"));
    popover->setAccessibleName(tr("Reason"));
    popover->setContent(form);
    // Whatever closes the popover answers exactly once.
    const auto once = std::make_shared<std::function<void(const std::optional<Answer>&)>>(std::move(answered));
    const auto reply = [once](const std::optional<Answer>& answer) {
        if (*once) {
            const auto call = std::exchange(*once, nullptr);
            call(answer);
        }
    };
    connect(form, &ReasonForm::accepted, popover, [popover, reply](const Answer& answer) {
        reply(answer);
        popover->dismiss();
    });
    connect(form, &ReasonForm::cancelled, popover, &Popover::dismiss);
    connect(popover, &Popover::dismissed, owner, [reply] { reply(std::nullopt); });
    popover->showAt(owner, where);
    form->setFocus(Qt::PopupFocusReason);
    return popover;
}

} // namespace keyturn
