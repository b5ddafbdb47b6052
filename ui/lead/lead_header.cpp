// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/lead_header.h"

#include "models/domain/lead_card.h"
#include "models/domain/phone.h"
#include "ui/kit/avatar.h"
#include "ui/kit/button.h"
#include "ui/kit/chip.h"
#include "ui/kit/icon_button.h"
#include "ui/kit/label.h"
#include "ui/lead/lead_actions.h"
#include "ui/lead/lead_words.h"
#include "ui/lead/removable_chip.h"

#include <QBoxLayout>
#include <QTimer>

namespace keyturn {

namespace {
constexpr int inset = 10; ///< the padding of a small button
} // namespace

Chip temperatureChip(const QString& key)
{
    switch (temperatureFromKey(key)) {
    case Temperature::Hot:
        return Chip::hot();
    case Temperature::Warm:
        return Chip::warm();
    case Temperature::Cold:
        break;
    }
    return Chip::cold();
}

LeadHeader::LeadHeader(Theme& theme, Workspace& workspace, LeadActions& actions, QWidget* parent)
    : Surface(theme, &Colors::base, parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_actions(actions)
    , m_name(new Label(theme, TextStyle::Headline, {}, this))
    , m_temperature(new RemovableChip(theme, Chip::cold(), tr("Change the temperature"), this))
    , m_source(new ChipLabel(theme, {}, this))
    , m_stop(new ChipLabel(theme, Chip::doNotContact(), this))
    , m_phone(new Button(theme, Button::Kind::Secondary, {}, this))
    , m_mail(new Button(theme, Button::Kind::Secondary, tr("Mail"), this))
    , m_next(new Button(theme, Button::Kind::Primary, {}, this))
    , m_more(new IconButton(theme, QStringLiteral("ellipsis"), tr("More for this lead"), this))
    , m_facts(new QWidget(this))
{
    setObjectName(QStringLiteral("leadHeader"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20 - inset, 12, 20, 4);
    column->setSpacing(8);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(inset, 0, 0, 0);
    top->setSpacing(8);
    auto* back = new IconButton(theme, QStringLiteral("arrow-left"), tr("Back"), this);
    back->setObjectName(QStringLiteral("leadBack"));
    back->setSize(28);
    back->setKeyHint(tr("Esc"));
    connect(back, &QAbstractButton::clicked, this, &LeadHeader::backRequested);
    top->addWidget(back);
    m_name->setObjectName(QStringLiteral("leadName"));
    m_name->setElided(true);
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    top->addWidget(m_name, 1);
    m_temperature->setObjectName(QStringLiteral("leadTemperature"));
    m_temperature->setMark(RemovableChip::Mark::Chevron);
    top->addWidget(m_temperature);
    top->addWidget(m_source);
    top->addWidget(m_stop);
    top->addStretch(0);
    m_phone->setObjectName(QStringLiteral("leadPhone"));
    m_phone->setIconName(QStringLiteral("phone"));
    m_mail->setObjectName(QStringLiteral("leadMail"));
    m_mail->setIconName(QStringLiteral("mail"));
    m_next->setObjectName(QStringLiteral("leadNext"));
    m_next->setIconName(QStringLiteral("circle-check"));
    m_more->setObjectName(QStringLiteral("leadMore"));
    m_more->setBordered(true);
    top->addWidget(m_phone);
    top->addWidget(m_mail);
    top->addWidget(m_next);
    top->addWidget(m_more);
    column->addLayout(top);
    buildFacts();
    // A value that is a button has its own padding; the others are set in by as much, and the row begins that earlier.
    column->addWidget(m_facts);

    connect(m_temperature, &QAbstractButton::clicked, this, [this] { m_actions.showTemperatureMenu(m_temperature); });
    connect(m_phone, &QAbstractButton::clicked, &actions, &LeadActions::call);
    connect(m_mail, &QAbstractButton::clicked, &actions, &LeadActions::mail);
    connect(m_next, &QAbstractButton::clicked, &actions, &LeadActions::completeNextTask);
    connect(m_more, &QAbstractButton::clicked, this, [this] { m_actions.showMoreMenu(m_more); });
    connect(&theme, &Theme::changed, this, &LeadHeader::follow);
    connect(&workspace, &Workspace::accessChanged, this, &LeadHeader::follow);
    auto* minute = new QTimer(this);
    connect(minute, &QTimer::timeout, this, &LeadHeader::follow);
    minute->start(30'000);
}

void LeadHeader::buildFacts()
{
    auto* row = new QHBoxLayout(m_facts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(26 - inset);
    const auto fact = [&](const QString& label, std::initializer_list<QWidget*> values) {
        auto* box = new QWidget(m_facts);
        auto* two = new QVBoxLayout(box);
        two->setContentsMargins(0, 0, 0, 0);
        two->setSpacing(2);
        auto* name = new Label(m_theme, TextStyle::Small, &Colors::text2, label, box);
        name->setContentsMargins(inset, 0, 0, 0);
        two->addWidget(name);
        auto* line = new QHBoxLayout;
        line->setSpacing(0);
        if (qobject_cast<Button*>(*values.begin()) == nullptr) {
            line->addSpacing(inset);
        }
        for (QWidget* value : values) {
            if (value != *values.begin() && qobject_cast<Button*>(value) == nullptr) {
                line->addSpacing(6);
            }
            line->addWidget(value);
        }
        line->addStretch(1);
        two->addLayout(line);
        row->addWidget(box, 0, Qt::AlignTop);
        return box;
    };
    const auto value = [&] {
        auto* label = new Label(m_theme, TextStyle::BodyMedium, {}, m_facts);
        label->setFixedHeight(28);
        return label;
    };
    m_stage = new Button(m_theme, Button::Kind::Quiet, {}, m_facts);
    m_stage->setObjectName(QStringLiteral("leadStage"));
    m_stage->setMenuArrow(true);
    m_stage->setValue(true);
    m_stage->setSmall(true);
    connect(m_stage, &QAbstractButton::clicked, this, [this] { m_actions.showStageMenu(m_stage); });
    fact(tr("Stage"), {m_stage});
    fact(tr("In stage"), {m_inStage = value()});
    fact(tr("Amount"), {m_amount = value()});
    m_lock = new ChipLabel(m_theme, {}, m_facts);
    fact(tr("Rate lock"), {m_rate = value(), m_lock});
    fact(tr("Closing"), {m_closing = value()});
    m_avatar = new Avatar(m_theme, {}, {}, 20, m_facts);
    m_owner = new Button(m_theme, Button::Kind::Quiet, {}, m_facts);
    m_owner->setObjectName(QStringLiteral("leadOwner"));
    m_owner->setSmall(true);
    m_owner->setMenuArrow(true);
    m_owner->setValue(true);
    connect(m_owner, &QAbstractButton::clicked, this, [this] { m_actions.showOwnerMenu(m_owner); });
    fact(tr("Owner"), {m_avatar, m_owner});
    m_origin = value();
    m_origin->setMaximumWidth(260);
    fact(tr("Source"), {m_origin});
    m_scoreFact = fact(tr("Score"), {m_score = value()});
    row->addStretch(1);
}

void LeadHeader::follow()
{
    const LeadDetail& detail = m_actions.detail();
    const LeadWords words(m_workspace, detail);
    const bool mayWrite = m_workspace.access().mayWrite;
    for (QWidget* control : {static_cast<QWidget*>(m_temperature), static_cast<QWidget*>(m_more),
                             static_cast<QWidget*>(m_stage), static_cast<QWidget*>(m_owner)}) {
        control->setEnabled(mayWrite);
    }
    const auto orDash = [](const QString& text) { return text.isEmpty() ? QStringLiteral("–") : text; };
    m_name->setText(m_actions.name());
    m_name->setToolTip(m_actions.name());
    const Chip chip = temperatureChip(detail.lead.text(QStringLiteral("lead_temperature")));
    m_temperature->setChip(chip);
    m_temperature->setAccessibleName(tr("Temperature: %1").arg(chip.text));
    m_source->setChip(Chip::tag(words.source()));
    m_source->setVisible(!words.source().isEmpty());
    m_stop->setVisible(detail.lead.flag(QStringLiteral("do_not_contact")));

    const QString number = formatPhone(m_actions.phone());
    m_phone->setVisible(!number.isEmpty());
    m_phone->setText(number);
    QString spoken = tr("Call %1").arg(number);
    if (const auto hours = words.hours()) {
        m_phone->setNoteIcon(hours->open ? QString() : QStringLiteral("moon"));
        m_phone->setNote(tr("%1 there").arg(hours->time), hours->open ? &Colors::text2 : &Colors::amber);
        m_phone->setToolTip(hours->open ? tr("Copies the number and starts the call.")
                                        : tr("Calls open at %1 your time. You decide.").arg(hours->opens));
        spoken += QStringLiteral(", ") + tr("%1 there").arg(hours->time);
    } else {
        m_phone->setNote({});
        m_phone->setNoteIcon({});
    }
    m_phone->setAccessibleName(spoken);
    m_mail->setVisible(!m_actions.email().isEmpty());
    m_mail->setToolTip(m_actions.email());
    m_mail->setAccessibleName(tr("Write to %1").arg(m_actions.email()));

    const std::optional<Task> next = m_actions.nextTask();
    m_next->setVisible(next.has_value() && mayWrite);
    if (next) {
        m_next->setText(QFontMetrics(m_theme.font(TextStyle::BodyMedium)).elidedText(next->title, Qt::ElideRight, 200));
        m_next->setNote(words.taskDue(*next));
        m_next->setToolTip(tr("Complete: %1 (D)").arg(next->title));
        m_next->setAccessibleName(tr("Complete %1, %2").arg(next->title, words.taskDue(*next)));
    }

    const Stage* stage = m_actions.stage();
    m_stage->setText(stage != nullptr ? stage->name : QStringLiteral("–"));
    m_stage->setDot(m_theme.stageDot(stage == nullptr ? QString() : stage->color));
    m_stage->setAccessibleName(tr("Stage: %1").arg(m_stage->text()));
    m_inStage->setText(orDash(words.inStage()));
    m_amount->setText(orDash(words.amount()));
    m_rate->setText(orDash(words.rate()));
    const auto lock = words.lockDaysLeft();
    m_lock->setVisible(lock.has_value());
    if (lock) {
        Chip lockChip = Chip::lock(*lock);
        lockChip.text += QStringLiteral(", ") + words.lockDay();
        m_lock->setChip(lockChip);
    }
    m_closing->setText(orDash(words.closing()));
    const User* owner = m_actions.owner();
    m_avatar->setPerson(owner != nullptr ? owner->initials() : QString(),
                        owner != nullptr ? owner->name() : tr("Nobody"));
    m_avatar->setVisible(owner != nullptr);
    m_owner->setText(owner != nullptr ? owner->name() : tr("Nobody"));
    m_owner->setAccessibleName(tr("Owner: %1").arg(m_owner->text()));
    m_origin->setText(
        QFontMetrics(m_theme.font(TextStyle::BodyMedium)).elidedText(orDash(words.origin()), Qt::ElideRight, 250));
    m_origin->setToolTip(words.origin());
    const qint64 score = detail.lead.integer(QStringLiteral("score"));
    m_scoreFact->setVisible(score > 0);
    m_score->setText(QString::number(score));
    // At once, so that no half-laid line is ever painted.
    m_facts->layout()->activate();
    layout()->activate();
}

} // namespace keyturn
