// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"

#include <QVariantMap>

namespace keyturn {

class Preferences;

/// What was typed into the composer of each lead and not saved yet. Survives another lead, a closed panel and a
/// restart.
class ComposerDrafts
{
public:
    explicit ComposerDrafts(Preferences& preferences);

    [[nodiscard]] QVariantMap draft(LeadId lead) const;
    /// An empty draft is forgotten.
    void setDraft(LeadId lead, const QVariantMap& draft);

private:
    Preferences& m_preferences;
};

} // namespace keyturn
