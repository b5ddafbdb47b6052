// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogue.h"
#include "models/domain/lead_card.h"

#include <QRandomGenerator>

namespace keyturn::test {

/// The default pipeline, three people and a few tags, all with ids that never change.
Catalogue catalogue();

/// An id that `n` alone decides.
QUuid uuid(quint32 kind, quint32 n);
LeadId leadId(quint32 n);

/// A plausible card with id leadId(n), in some stage of the catalogue.
LeadCard randomCard(QRandomGenerator& random, const Catalogue& catalogue, quint32 n, Instant now);

} // namespace keyturn::test
