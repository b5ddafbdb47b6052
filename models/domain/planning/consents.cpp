// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/consents.h"

namespace keyturn {

void listDoNotCall(Draft& draft, const Record& lead, const QString& number, const QString& channel, Instant at)
{
    const QString leadId = lead.text(QStringLiteral("id"));
    draft.update(QStringLiteral("leads"), lead, leadId, {{QStringLiteral("do_not_contact"), flagValue(true)}});
    LogEntry entry;
    entry.lead = leadId;
    entry.type = QStringLiteral("dnc_listed");
    entry.title = QStringLiteral("Asked not to be contacted");
    entry.metadata.insert(QStringLiteral("channel"), channel);
    entry.occurredAt = at;
    if (!number.isEmpty()) {
        const QString consent = draft.newId();
        draft.insert(QStringLiteral("consents"), consent, leadId,
                     {
                         {QStringLiteral("lead_id"), leadId},
                         {QStringLiteral("channel"), channel},
                         {QStringLiteral("purpose"), QStringLiteral("any")},
                         {QStringLiteral("address"), number},
                         {QStringLiteral("action"), QStringLiteral("dnc_listed")},
                         {QStringLiteral("registry"), QStringLiteral("internal")},
                         {QStringLiteral("method"),
                          channel == QLatin1String("sms") ? QStringLiteral("sms_keyword") : QStringLiteral("verbal")},
                         {QStringLiteral("recorded_by"), idOrNull(draft.actor())},
                         {QStringLiteral("occurred_at"), at.ms},
                     });
        entry.metadata.insert(QStringLiteral("consent_id"), consent);
    }
    draft.log(entry);
}

void counterConsent(Draft& draft, const RowChange& consent)
{
    static const QHash<QString, QString> opposites{
        {QStringLiteral("granted"), QStringLiteral("revoked")},
        {QStringLiteral("revoked"), QStringLiteral("granted")},
        {QStringLiteral("dnc_listed"), QStringLiteral("dnc_cleared")},
        {QStringLiteral("dnc_cleared"), QStringLiteral("dnc_listed")},
    };
    Draft::Values values;
    for (const char* column :
         {"lead_id", "contact_id", "customer_id", "channel", "purpose", "address", "registry", "method"}) {
        const QString name = QString::fromLatin1(column);
        values.emplace_back(name, consent.after(name));
    }
    values.emplace_back(QStringLiteral("action"), opposites.value(consent.after(QStringLiteral("action")).toString()));
    values.emplace_back(QStringLiteral("recorded_by"), idOrNull(draft.actor()));
    values.emplace_back(QStringLiteral("occurred_at"), draft.now().ms);
    draft.insert(QStringLiteral("consents"), draft.newId(), consent.leadId, values);
}

} // namespace keyturn
