// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/composer_drafts.h"

#include "ui/kit/preferences.h"

namespace keyturn {

namespace {

// One map under one key: preferences are few and listed, leads are many.
const QString key = QStringLiteral("lead/drafts");

} // namespace

ComposerDrafts::ComposerDrafts(Preferences& preferences)
    : m_preferences(preferences)
{}

QVariantMap ComposerDrafts::draft(LeadId lead) const
{
    return m_preferences.value(key).toMap().value(lead.toString()).toMap();
}

void ComposerDrafts::setDraft(LeadId lead, const QVariantMap& draft)
{
    QVariantMap all = m_preferences.value(key).toMap();
    if (draft.isEmpty()) {
        if (all.remove(lead.toString()) == 0) {
            return;
        }
    } else {
        all.insert(lead.toString(), draft);
    }
    m_preferences.setValue(key, all);
}

} // namespace keyturn
