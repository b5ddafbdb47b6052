// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace keyturn {

/// E.164 of a telephone number as people type it: "(303) 555-0142" gives "+13035550142". Numbers without a plus are
/// taken for North American ones; numbers with another country code are kept as digits behind the plus. An extension
/// ("x12", "ext. 12") is kept behind ";ext=". Nothing if it cannot be a telephone number.
std::optional<QString> normalizePhone(const QString& text);

/// For people: "+13035550142" gives "(303) 555-0142"; anything else stays as it is.
QString formatPhone(const QString& phone);

/// The three-digit North American area code of an E.164 number, 0 if it has none.
int areaCode(const QString& phone);

} // namespace keyturn
