// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lead_presenter.h"

#include "models/base/money.h"
#include "models/domain/phone.h"
#include "models/items/lead_roles.h"
#include "models/items/lead_text.h"
#include "models/items/moment_text.h"

#include <QCoreApplication>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::LeadPresenter)
};

QString joined(const QStringList& pieces)
{
    QStringList known;
    for (const QString& piece : pieces) {
        if (!piece.isEmpty()) {
            known.append(piece);
        }
    }
    return known.join(QStringLiteral(" \u00B7 "));
}

QString lockText(int daysLeft)
{
    if (daysLeft < 0) {
        return Words::tr("rate lock expired %Ln day(s) ago", nullptr, -daysLeft);
    }
    return daysLeft == 0 ? Words::tr("rate lock expires today")
                         : Words::tr("rate lock expires in %Ln day(s)", nullptr, daysLeft);
}

} // namespace

QString spokenLead(const LeadView& view)
{
    QStringList parts{view.name,        view.stageName,    view.amountText,
                      view.programText, view.scenarioText, view.temperatureText};
    if (view.doNotContact) {
        parts.append(Words::tr("do not contact"));
    }
    if (!view.taskTitle.isEmpty()) {
        parts.append(view.taskDueText.isEmpty() ? Words::tr("next: %1").arg(view.taskTitle)
                                                : Words::tr("next: %1, %2").arg(view.taskTitle, view.taskDueText));
    }
    if (view.lockDaysLeft) {
        parts.append(lockText(*view.lockDaysLeft));
    }
    parts.append(Words::tr("%Ln day(s) in this stage", nullptr, view.daysInStage));
    if (view.rotLevel > 0) {
        parts.append(Words::tr("no activity for too long"));
    }
    if (!view.ownerName.isEmpty()) {
        parts.append(Words::tr("owner %1").arg(view.ownerName));
    }
    if (!view.tags.isEmpty()) {
        parts.append(Words::tr("tags: %1").arg(view.tags.join(QStringLiteral(", "))));
    }
    if (view.pending) {
        parts.append(Words::tr("being saved"));
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

int LeadPresenter::daysInStage(LeadTable::Row row) const
{
    const Instant entered = m_store.table().stageEnteredAt(row);
    return entered.isNull() ? 0 : static_cast<int>(std::max<qint64>(0, m_store.now() - entered) / msPerDay);
}

int LeadPresenter::idleDays(LeadTable::Row row) const
{
    const LeadTable& table = m_store.table();
    const Instant last = std::max({table.lastActivityAt(row), table.stageEnteredAt(row), table.createdAt(row)});
    return last.isNull() ? 0 : static_cast<int>(std::max<qint64>(0, m_store.now() - last) / msPerDay);
}

int LeadPresenter::rotLevel(LeadTable::Row row) const
{
    const LeadTable& table = m_store.table();
    const Stage* stage = m_store.catalogue().stage(table.stageAt(table.stageIndex(row)));
    if (stage == nullptr || !stage->rotDays || *stage->rotDays <= 0) {
        return 0;
    }
    const int idle = idleDays(row);
    return idle > 2 * *stage->rotDays ? 2 : idle > *stage->rotDays ? 1 : 0;
}

LeadView LeadPresenter::view(LeadTable::Row row) const
{
    const LeadCard card = m_store.table().card(row);
    const Catalogue& catalogue = m_store.catalogue();
    const DayFrame& frame = m_store.frame();
    LeadView view;
    view.id = card.id;
    view.stage = card.stage;
    view.owner = card.owner;
    view.name = card.name;
    if (const Stage* stage = catalogue.stage(card.stage)) {
        view.stageName = stage->name;
    }
    if (const User* owner = catalogue.user(card.owner)) {
        view.ownerName = owner->name();
        view.ownerInitials = owner->initials();
    }
    view.amountCents = card.valueCents;
    view.amountText = card.valueCents == 0 ? QString() : Money{card.valueCents}.toDisplay();
    view.programText = LeadText::program(card.program, card.termMonths);
    view.purposeText = LeadText::purpose(card.purpose);
    view.ltvText = LeadText::ltv(card.ltvPct3);
    view.ficoText = LeadText::fico(card.ficoBand);
    view.scenarioText = joined({view.purposeText, view.ltvText, view.ficoText});
    view.temperature = card.temperature;
    view.temperatureText = LeadText::temperature(card.temperature);
    view.temperatureIcon = LeadText::temperatureIcon(card.temperature);
    view.tags = card.tags;
    view.taskTitle = card.taskTitle;
    view.taskType = card.taskType;
    if (!card.taskTitle.isEmpty()) {
        view.due = MomentText::dueState(card.taskDueAt, m_store.now(), frame);
        view.taskDueText = MomentText::due(card.taskDueAt, card.taskHasTime, m_store.now(), frame);
        view.taskIcon = view.due == DueState::Late ? QStringLiteral("circle-alert") : LeadText::taskIcon(card.taskType);
    }
    if (card.lockExpiresDay != 0) {
        view.lockDaysLeft = card.lockExpiresDay - frame.day;
    }
    view.daysInStage = daysInStage(row);
    view.rotLevel = rotLevel(row);
    view.doNotContact = card.doNotContact;
    view.pending = m_store.isPending(card.id);
    view.phone = formatPhone(card.phone);
    view.email = card.email;
    view.sourceText = LeadText::source(card.source);
    return view;
}

QVariant LeadPresenter::data(LeadTable::Row row, int role) const
{
    const LeadTable& table = m_store.table();
    switch (role) {
    case Qt::DisplayRole:
    case LeadRole::Name:
        return QString::fromUtf8(table.nameUtf8(row));
    case LeadRole::Id:
        return QVariant::fromValue(table.id(row));
    case LeadRole::Stage:
        return QVariant::fromValue(table.stageAt(table.stageIndex(row)));
    case LeadRole::AmountCents:
        return table.valueCents(row);
    case LeadRole::TemperatureValue:
        return static_cast<int>(table.temperature(row));
    case LeadRole::DaysInStage:
        return daysInStage(row);
    case LeadRole::RotLevel:
        return rotLevel(row);
    case LeadRole::DoNotContact:
        return table.doNotContact(row);
    case LeadRole::Pending:
        return m_store.isPending(table.id(row));
    default:
        break;
    }
    const bool isOurs = (role >= LeadRole::View && role <= LeadRole::StageName) || role == Qt::AccessibleTextRole ||
                        role == Qt::ToolTipRole;
    if (!isOurs) {
        return {};
    }
    const LeadView view = this->view(row);
    switch (role) {
    case LeadRole::View:
        return QVariant::fromValue(view);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return spokenLead(view);
    case LeadRole::AmountText:
        return view.amountText;
    case LeadRole::ProgramText:
        return view.programText;
    case LeadRole::PurposeText:
        return view.purposeText;
    case LeadRole::LtvText:
        return view.ltvText;
    case LeadRole::FicoText:
        return view.ficoText;
    case LeadRole::ScenarioText:
        return view.scenarioText;
    case LeadRole::TemperatureText:
        return view.temperatureText;
    case LeadRole::Tags:
        return view.tags;
    case LeadRole::TaskTitle:
        return view.taskTitle;
    case LeadRole::TaskType:
        return view.taskType;
    case LeadRole::TaskIcon:
        return view.taskIcon;
    case LeadRole::TaskDueText:
        return view.taskDueText;
    case LeadRole::DueStateValue:
        return static_cast<int>(view.due);
    case LeadRole::LockDaysLeft:
        return view.lockDaysLeft ? QVariant(*view.lockDaysLeft) : QVariant();
    case LeadRole::OwnerName:
        return view.ownerName;
    case LeadRole::OwnerInitials:
        return view.ownerInitials;
    case LeadRole::Phone:
        return view.phone;
    case LeadRole::Email:
        return view.email;
    case LeadRole::SourceText:
        return view.sourceText;
    case LeadRole::StageName:
        return view.stageName;
    default:
        return {};
    }
}

} // namespace keyturn
