// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/queries/report_task.h"
#include "models/storage/queries/rows.h"
#include "models/storage/queries/stage_way.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace keyturn::queries {

namespace {

using Kind = ReportColumn::Kind;

struct SourceSum
{
    qint64 leads = 0;
    qint64 applications = 0;
    qint64 funded = 0;
    qint64 cents = 0;

    void operator+=(const SourceSum& other)
    {
        leads += other.leads;
        applications += other.applications;
        funded += other.funded;
        cents += other.cents;
    }
    void appendTo(ReportTable::Row& row) const
    {
        row.insert(row.end(), {leads, applications, funded, percentOf(funded, leads), cents});
    }
};

void addSourceColumns(ReportTask& task)
{
    task.addColumn("leads", Kind::Count, true);
    task.addColumn("applications", Kind::Count, true);
    task.addColumn("funded", Kind::Count, true);
    task.addColumn("conversion", Kind::Percent);
    task.addColumn("volume_cents", Kind::Money);
}

/// Adds up the leads that came in the period by what `keyOf` answers.
template<typename Key, typename KeyOf, typename NameOf>
Result<std::vector<std::pair<Key, SourceSum>>> sumsBy(ReportTask& task, KeyOf keyOf, NameOf nameOf)
{
    KEYTURN_LET(const StageHistory* const history, task.history());
    const StageWay way(*history, task.context.catalogue);
    std::map<Key, SourceSum> sums;
    for (const LeadPast& lead : history->leads()) {
        if (!lead.isLive() || !task.isWanted(lead.owner) || !task.period.holds(lead.createdAt)) {
            continue;
        }
        const bool isApplication = way.isApplication(lead, history->visits(lead));
        const bool isFunded = way.isWon(lead);
        const Key key = keyOf(lead);
        sums[key] += {1, isApplication ? 1 : 0, isFunded ? 1 : 0, isFunded ? lead.valueCents : 0};
        if (task.isDrill()) {
            const QString name = nameOf(key);
            task.note(name, "leads", lead.id);
            if (isApplication) {
                task.note(name, "applications", lead.id);
            }
            if (isFunded) {
                task.note(name, "funded", lead.id);
            }
        }
    }
    std::vector<std::pair<Key, SourceSum>> sorted(sums.begin(), sums.end());
    std::ranges::stable_sort(sorted, [](const auto& a, const auto& b) {
        return std::tie(b.second.funded, b.second.leads) < std::tie(a.second.funded, a.second.leads);
    });
    return sorted;
}

Result<QHash<ContactId, QString>> partnerNames(ReportTask& task)
{
    QHash<ContactId, QString> names;
    KEYTURN_TRY(forEachRow(task.book,
                           QStringLiteral("SELECT id, name FROM contacts WHERE organization_id = ? AND id IN "
                                          "(SELECT referral_partner_id FROM leads WHERE referral_partner_id IS NOT "
                                          "NULL)"),
                           {task.organization()},
                           [&names](const Row& row) { names.insert(row.id<ContactId>(0), row.text(1)); }));
    return names;
}

/// The figures of one period.
class KeyFigures
{
public:
    KeyFigures(ReportTask& task, const StageHistory& history, const StageWay& way, const QString& key,
               const ReportPeriod& period)
        : m_task(task)
        , m_history(history)
        , m_way(way)
        , m_key(key)
        , m_period(period)
    {}

    void add()
    {
        for (const LeadPast& lead : m_history.leads()) {
            if (lead.isLive() && m_task.isWanted(lead.owner)) {
                look(lead);
            }
        }
        m_task.addRow(m_key, {m_key, m_period.from, m_period.to, m_leads, m_applications,
                              percentOf(m_pulledThrough, m_applications), m_funded, m_cents,
                              inMinutes(medianOf(m_speeds)), inDays(medianOf(m_closings))});
    }

private:
    void look(const LeadPast& lead)
    {
        const bool isWon = m_way.isWon(lead);
        if (m_period.holds(lead.createdAt)) {
            ++m_leads;
            m_task.note(m_key, "leads", lead.id);
            if (!lead.firstContactedAt.isNull()) {
                m_speeds.push_back(std::max<qint64>(0, lead.firstContactedAt - lead.createdAt));
                m_task.note(m_key, "speed_minutes", lead.id);
            }
        }
        const std::vector<StageVisit> visits = m_history.visits(lead);
        const Instant application = m_way.applicationAt(lead, visits);
        if (!application.isNull() && m_period.holds(application)) {
            ++m_applications;
            m_pulledThrough += isWon ? 1 : 0;
            m_task.note(m_key, "applications", lead.id);
            m_task.note(m_key, "pull_through", lead.id);
        }
        const Instant won = m_way.firstAt(m_way.wonFrom(), lead, visits);
        if (!won.isNull() && m_period.holds(won)) {
            ++m_funded;
            m_cents += lead.valueCents;
            m_task.note(m_key, "funded", lead.id);
            m_task.note(m_key, "volume_cents", lead.id);
            if (!application.isNull() && won > application) {
                m_closings.push_back(won - application);
                m_task.note(m_key, "close_days", lead.id);
            }
        }
    }
    static QVariant inMinutes(const std::optional<double>& milliseconds)
    {
        return milliseconds ? QVariant(std::round(*milliseconds / double(msPerMinute))) : QVariant();
    }

    ReportTask& m_task;
    const StageHistory& m_history;
    const StageWay& m_way;
    const QString m_key;
    const ReportPeriod m_period;
    qint64 m_leads = 0, m_applications = 0, m_pulledThrough = 0, m_funded = 0, m_cents = 0;
    std::vector<qint64> m_speeds;
    std::vector<qint64> m_closings;
};

} // namespace

Done conversionBySource(ReportTask& task)
{
    task.addColumn("source", Kind::Source);
    addSourceColumns(task);
    KEYTURN_LET(const auto sums,
                (sumsBy<QString>(
                    task, [](const LeadPast& lead) { return lead.source; }, [](const QString& key) { return key; })));
    SourceSum all;
    for (const auto& [source, sum] : sums) {
        ReportTable::Row row{source};
        sum.appendTo(row);
        task.addRow(source, std::move(row));
        all += sum;
    }
    task.table.sums = ReportTable::Row{QVariant()};
    all.appendTo(*task.table.sums);
    return {};
}

Done sourceAndPartner(ReportTask& task)
{
    using Key = std::tuple<QString, QString, QString>; // source, named origin, partner
    task.addColumn("source", Kind::Source);
    task.addColumn("lead_source", Kind::Text);
    task.addColumn("partner", Kind::Text);
    addSourceColumns(task);
    const auto nameOf = [](const Key& key) {
        return QStringList{std::get<0>(key), std::get<1>(key), std::get<2>(key)}.join(QLatin1Char('\n'));
    };
    KEYTURN_LET(const auto partners, partnerNames(task));
    KEYTURN_LET(const auto sums, (sumsBy<Key>(
                                     task,
                                     [](const LeadPast& lead) {
                                         return Key{lead.source, lead.origin, lead.partner.toString()};
                                     },
                                     nameOf)));
    const auto orNothing = [](const QString& text) { return text.isEmpty() ? QVariant() : QVariant(text); };
    SourceSum all;
    for (const auto& [key, sum] : sums) {
        ReportTable::Row row{std::get<0>(key), orNothing(std::get<1>(key)),
                             orNothing(partners.value(ContactId::fromString(std::get<2>(key))))};
        sum.appendTo(row);
        task.addRow(nameOf(key), std::move(row));
        all += sum;
    }
    task.table.sums = ReportTable::Row{QVariant(), QVariant(), QVariant()};
    all.appendTo(*task.table.sums);
    return {};
}

Done keyFigures(ReportTask& task)
{
    task.addColumn("period", Kind::Text);
    task.addColumn("from", Kind::Date);
    task.addColumn("to", Kind::Date);
    task.addColumn("leads", Kind::Count, true);
    task.addColumn("applications", Kind::Count, true);
    task.addColumn("pull_through", Kind::Percent, true);
    task.addColumn("funded", Kind::Count, true);
    task.addColumn("volume_cents", Kind::Money, true);
    task.addColumn("speed_minutes", Kind::Minutes, true);
    task.addColumn("close_days", Kind::Days, true);
    KEYTURN_LET(const StageHistory* const history, task.history());
    const StageWay way(*history, task.context.catalogue);
    KeyFigures(task, *history, way, QStringLiteral("this"), task.period).add();
    KeyFigures(task, *history, way, QStringLiteral("before"), task.period.before(task.context.zone)).add();
    return {};
}

} // namespace keyturn::queries
