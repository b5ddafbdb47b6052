// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lead_card.h"

#include <QString>

namespace keyturn {

/// The short words that cards, rows and lists use for the codes of a lead. Unknown codes are shown as they are, with
/// spaces for underscores, so that nothing is ever hidden.
namespace LeadText {

QString program(const QString& key, int termMonths); ///< "Conv 30"
QString purpose(const QString& key);                 ///< "Purchase", "Refinance", "Cash-out"
QString fico(const QString& band);                   ///< "740–779", "780+"
QString source(const QString& key);                  ///< "Web form"
QString temperature(Temperature temperature);
QString temperatureIcon(Temperature temperature);
QString taskIcon(const QString& type);
/// "80%", "96.5%": rounded up to a tenth, as limits are checked against it.
QString ltv(int pct3);
/// "Website" from "website", "Realtor referral" from "realtor_referral": the fallback of all of these.
QString fromKey(const QString& key);

} // namespace LeadText

} // namespace keyturn
