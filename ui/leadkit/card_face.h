// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogue.h"
#include "models/domain/lead_card.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace keyturn {

/// How urgent a date is: it decides colour and icon, always together with a word.
enum class DueState : quint8 { None, Later, Today, Late };
/// A lead without activity for longer than its stage allows (1), or twice as long (2).
enum class Rot : quint8 { Fresh, Stale, Rotten };

/// When a card is looked at, and by whose calendar.
struct CardMoment
{
    Instant now;
    QTimeZone zone;
};

/// A lead put into words, ready to be painted or read out: everything that depends on the day, the catalogue or the
/// language is settled here, so that a painter only places text.
struct CardFace
{
    Q_DECLARE_TR_FUNCTIONS(CardFace)

public:
    LeadId id;
    QString name, amount, product, ltv, initials, owner, stage;
    QString meta; ///< "Purchase · 90% · 700–719"
    QString taskIcon, task, due;
    DueState dueState = DueState::None;
    Temperature temperature = Temperature::Cold;
    QStringList tags;
    bool doNotContact = false;
    int lockDays = -1; ///< days until the rate lock expires; negative with hasLock: expired
    bool hasLock = false;
    int stageDays = 0;
    Rot rot = Rot::Fresh;
    bool pending = false;

    static CardFace make(const LeadCard& card, const Catalogue& catalogue, const CardMoment& moment);
    /// Everything the card shows and everything it has no room for, in reading order: the accessible name.
    [[nodiscard]] QString spoken() const;
    /// The same in lines, for a tool tip.
    [[nodiscard]] QString details() const;
    [[nodiscard]] QString lockWords() const;
};

} // namespace keyturn
