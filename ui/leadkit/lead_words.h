// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_card.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace keyturn {

/// The words that boards, tables and menus use for the keys of a lead: short, whole, translated. A key that is not
/// known is shown as it is.
struct LeadWords
{
    Q_DECLARE_TR_FUNCTIONS(LeadWords)

public:
    static QString program(const QString& key);
    /// "Conv 30": the program and its term in years, as far as they are known.
    static QString product(const LeadCard& card);
    static QString purpose(const QString& key);
    static QString fico(const QString& key);
    static QString source(const QString& key);
    static QString temperature(Temperature temperature);
    /// Name of the line icon for it.
    static QString temperatureIcon(Temperature temperature);
    static QString taskIcon(const QString& type);
    static QString exitReason(const QString& code);
    /// "80%", "96.5%"; empty for zero.
    static QString ltv(int pct3);
    /// "$438,000"; empty for zero.
    static QString amount(qint64 cents);
    /// "1 d"
    static QString days(qint64 days);
    /// "Nov 24", with the year when it is not the one of `today`.
    static QString date(QDate date, QDate today);
    /// "2:00": the hour without AM and PM, for places where the day part is plain.
    static QString hour(const QDateTime& time);

    static const QStringList& programKeys();
    static const QStringList& sourceKeys();
};

} // namespace keyturn
