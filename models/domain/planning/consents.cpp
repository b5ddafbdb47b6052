// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/consents.h"

#include <QMap>

#include <algorithm>
#include <tuple>

namespace keyturn {

namespace {

const QString& actionColumn()
{
    static const QString name = QStringLiteral("action");
    return name;
}

bool isStop(const Record& consent)
{
    const QString action = consent.text(actionColumn());
    return action == QLatin1String("revoked") || action == QLatin1String("dnc_listed");
}

bool isNewer(const Record& a, const Record& b)
{
    const auto place = [](const Record& row) {
        return std::tuple(row.integer(QStringLiteral("occurred_at")), row.integer(QStringLiteral("created_at")),
                          row.text(QStringLiteral("id")));
    };
    return place(a) > place(b);
}

/// What a word is about: a newer one about the same takes its place.
QString subjectOf(const Record& consent)
{
    return QString(consent.text(QStringLiteral("address")) % u'\n' % consent.text(QStringLiteral("channel")) % u'\n' %
                   consent.text(QStringLiteral("purpose")));
}

/// The newest word of a lead for each address, channel and purpose.
Result<QMap<QString, Record>> currentConsents(const Draft& draft, const QString& lead)
{
    KEYTURN_LET(const std::vector<Record> rows,
                draft.facts().rowsWhere(QStringLiteral("consents"), QStringLiteral("lead_id"), lead));
    QMap<QString, Record> current;
    for (const Record& row : rows) {
        const QString about = subjectOf(row);
        const auto known = current.find(about);
        if (known == current.end()) {
            current.insert(about, row);
        } else if (isNewer(row, *known)) {
            *known = row;
        }
    }
    return current;
}

/// Says the no again. It answers the newest yes in its own words (a cleared listing is listed, a permission is
/// revoked), so that taking it back restores exactly what counted before.
void sayNoAgain(Draft& draft, const QString& keep, const Record& yes, const Record& no)
{
    const bool wasCleared = yes.text(actionColumn()) == QLatin1String("dnc_cleared");
    const QString id = draft.newId();
    Draft::Values values{
        {QStringLiteral("lead_id"), keep},
        {actionColumn(), wasCleared ? QStringLiteral("dnc_listed") : QStringLiteral("revoked")},
        {QStringLiteral("method"), QStringLiteral("merge")},
        {QStringLiteral("recorded_by"), idOrNull(draft.actor())},
        {QStringLiteral("occurred_at"), draft.now().ms},
    };
    for (const char* column : {"channel", "purpose", "address", "registry"}) {
        values.emplace_back(QString::fromLatin1(column), no.value(QString::fromLatin1(column)));
    }
    draft.insert(QStringLiteral("consents"), id, keep, values);
    LogEntry entry;
    entry.lead = keep;
    entry.type = wasCleared ? QStringLiteral("dnc_listed") : QStringLiteral("consent_revoked");
    entry.title = QStringLiteral("The stricter consent of two merged leads counts");
    entry.metadata = {{QStringLiteral("consent_id"), id},
                      {QStringLiteral("channel"), no.text(QStringLiteral("channel"))}};
    draft.log(entry);
}

} // namespace

Done joinConsents(Draft& draft, const QString& keep, const QString& other)
{
    using Current = QMap<QString, Record>;
    KEYTURN_LET(const Current mine, currentConsents(draft, keep));
    KEYTURN_LET(const Current theirs, currentConsents(draft, other));
    for (auto one = theirs.cbegin(); one != theirs.cend(); ++one) {
        const auto twin = mine.constFind(one.key());
        if (twin == mine.cend() || isStop(*one) == isStop(*twin)) {
            continue;
        }
        const Record& yes = isStop(*one) ? *twin : *one;
        const Record& no = isStop(*one) ? *one : *twin;
        if (isNewer(yes, no)) {
            sayNoAgain(draft, keep, yes, no);
        }
    }
    return {};
}

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

namespace {

/// The word about the same that counted before this one.
Result<std::optional<Record>> wordBefore(const Draft& draft, const RowChange& consent)
{
    KEYTURN_LET(const std::optional<Record> own, draft.facts().row(QStringLiteral("consents"), consent.id));
    KEYTURN_LET(const std::vector<Record> rows,
                draft.facts().rowsWhere(QStringLiteral("consents"), QStringLiteral("lead_id"), consent.leadId));
    std::optional<Record> before;
    for (const Record& row : rows) {
        if (own && subjectOf(row) == subjectOf(*own) && isNewer(*own, row) && (!before || isNewer(row, *before))) {
            before = row;
        }
    }
    return before;
}

} // namespace

Done counterConsent(Draft& draft, const RowChange& consent)
{
    KEYTURN_LET(const std::optional<Record> before, wordBefore(draft, consent));
    // What a merge says again answers the word of another lead.
    const bool isOfMerge = consent.after(QStringLiteral("method")).toString() == QLatin1String("merge");
    if (!isOfMerge && before && sameValue(before->value(actionColumn()), consent.after(actionColumn()))) {
        return {};
    }
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
    return {};
}

} // namespace keyturn
