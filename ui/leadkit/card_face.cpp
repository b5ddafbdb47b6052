// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leadkit/card_face.h"

#include "ui/leadkit/lead_words.h"

#include <algorithm>

namespace keyturn {

namespace {

void describeTask(CardFace& face, const LeadCard& card, const CardMoment& moment, QDate today)
{
    face.task = card.taskTitle;
    if (card.taskTitle.isEmpty()) {
        return;
    }
    face.taskIcon = LeadWords::taskIcon(card.taskType);
    if (card.taskDueAt.isNull()) {
        face.dueState = DueState::Later;
        return;
    }
    const QDateTime due = card.taskDueAt.inZone(moment.zone);
    const qint64 daysLeft = today.daysTo(due.date());
    if (daysLeft < 0) {
        face.dueState = DueState::Late;
        face.due = CardFace::tr("%n day(s) late", nullptr, static_cast<int>(-daysLeft));
    } else if (daysLeft == 0 && card.taskHasTime && card.taskDueAt < moment.now) {
        const qint64 minutes = (moment.now - card.taskDueAt) / msPerMinute;
        face.dueState = DueState::Late;
        face.due = minutes < 60 ? CardFace::tr("%1 min late").arg(std::max<qint64>(1, minutes))
                                : CardFace::tr("%1 h late").arg(minutes / 60);
    } else if (daysLeft == 0) {
        face.dueState = DueState::Today;
        face.due = card.taskHasTime ? CardFace::tr("Today %1").arg(LeadWords::hour(due)) : CardFace::tr("Today");
    } else {
        face.dueState = DueState::Later;
        face.due = daysLeft == 1 ? CardFace::tr("Tomorrow") : LeadWords::date(due.date(), today);
    }
    if (face.dueState == DueState::Late) {
        face.taskIcon = QStringLiteral("circle-alert");
    }
}

Rot rotOf(const LeadCard& card, const Stage* stage, Instant now)
{
    if (stage == nullptr || !stage->rotDays.has_value() || *stage->rotDays <= 0) {
        return Rot::Fresh;
    }
    const Instant last = std::max({card.lastActivityAt, card.stageEnteredAt, card.createdAt});
    const qint64 silent = (now - last) / msPerDay;
    if (silent >= 2 * qint64(*stage->rotDays)) {
        return Rot::Rotten;
    }
    return silent >= *stage->rotDays ? Rot::Stale : Rot::Fresh;
}

void append(QStringList& list, const QString& text)
{
    if (!text.isEmpty()) {
        list.append(text);
    }
}

} // namespace

CardFace CardFace::make(const LeadCard& card, const Catalogue& catalogue, const CardMoment& moment)
{
    CardFace face;
    const QDate today = moment.now.dateIn(moment.zone);
    face.id = card.id;
    face.name = card.name.isEmpty() ? tr("No name") : card.name;
    face.amount = LeadWords::amount(card.valueCents);
    face.product = LeadWords::product(card);
    face.ltv = LeadWords::ltv(card.ltvPct3);
    QStringList meta;
    append(meta, LeadWords::purpose(card.purpose));
    append(meta, face.ltv);
    append(meta, LeadWords::fico(card.ficoBand));
    face.meta = meta.join(QStringLiteral(" · "));
    if (const User* owner = catalogue.user(card.owner)) {
        face.initials = owner->initials();
        face.owner = owner->name();
    }
    const Stage* stage = catalogue.stage(card.stage);
    face.stage = stage == nullptr ? QString() : stage->name;
    describeTask(face, card, moment, today);
    face.temperature = card.temperature;
    face.tags = card.tags;
    face.doNotContact = card.doNotContact;
    if (card.lockExpiresDay > 0) {
        face.hasLock = true;
        face.lockDays = static_cast<int>(card.lockExpiresDay + unixEpochJulianDay - today.toJulianDay());
    }
    if (!card.stageEnteredAt.isNull()) {
        face.stageDays = static_cast<int>(std::max<qint64>(0, card.stageEnteredAt.dateIn(moment.zone).daysTo(today)));
    }
    face.rot = rotOf(card, stage, moment.now);
    return face;
}

QString CardFace::lockWords() const
{
    if (!hasLock) {
        return {};
    }
    if (lockDays < 0) {
        return tr("Rate lock expired %n day(s) ago", nullptr, -lockDays);
    }
    return lockDays == 0 ? tr("Rate lock expires today") : tr("Rate lock expires in %n day(s)", nullptr, lockDays);
}

QString CardFace::details() const
{
    QStringList lines{name};
    QStringList loan;
    append(loan, amount);
    append(loan, product);
    append(loan, meta);
    append(lines, loan.join(QStringLiteral(" · ")));
    if (!task.isEmpty()) {
        lines.append(due.isEmpty() ? task : tr("%1: %2").arg(task, due));
    }
    append(lines, LeadWords::temperature(temperature));
    if (!tags.isEmpty()) {
        lines.append(tr("Tags: %1").arg(tags.join(QStringLiteral(", "))));
    }
    if (doNotContact) {
        lines.append(tr("Do not contact"));
    }
    append(lines, lockWords());
    QString days = tr("%n day(s) in this stage", nullptr, stageDays);
    if (rot != Rot::Fresh) {
        days = rot == Rot::Stale ? tr("%1, no activity for too long").arg(days)
                                 : tr("%1, no activity for far too long").arg(days);
    }
    lines.append(days);
    append(lines, owner.isEmpty() ? tr("Nobody's lead") : tr("Owner: %1").arg(owner));
    if (pending) {
        lines.append(tr("Being saved"));
    }
    return lines.join(QLatin1Char('\n'));
}

QString CardFace::spoken() const
{
    return details().replace(QLatin1Char('\n'), QStringLiteral(", "));
}

} // namespace keyturn
