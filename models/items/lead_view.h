// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_card.h"

#include <QMetaType>

#include <optional>

namespace keyturn {

/// How soon the next task is due, by the user's clock and day.
enum class DueState { None, Later, Tomorrow, Today, Late };

/// One lead with every text composed and every judgement made, in the user's language and time zone. What a delegate
/// paints; holds for the moment at which it was asked for.
struct LeadView
{
    LeadId id;
    StageId stage;
    UserId owner;
    QString name;
    QString stageName;
    QString ownerName;
    QString ownerInitials; ///< empty: nobody
    qint64 amountCents = 0;
    QString amountText;
    QString programText;
    QString purposeText;
    QString ltvText;
    QString ficoText;
    QString scenarioText;
    Temperature temperature = Temperature::Cold;
    QString temperatureText;
    QString temperatureIcon;
    QStringList tags;
    QString taskTitle;
    QString taskType;
    QString taskIcon;
    QString taskDueText;
    DueState due = DueState::None;
    std::optional<int> lockDaysLeft; ///< red at 3 and below, amber at 7 and below
    int daysInStage = 0;
    int rotLevel = 0;
    bool doNotContact = false;
    bool pending = false;
    QString phone; ///< as people write it
    QString email;
    QString sourceText;

    friend bool operator==(const LeadView&, const LeadView&) = default;
};

/// Everything a card says, as one sentence for a screen reader or a tooltip.
QString spokenLead(const LeadView& view);

} // namespace keyturn

Q_DECLARE_METATYPE(keyturn::LeadView)
