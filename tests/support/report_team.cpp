// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/report_team.h"

#include <algorithm>

namespace keyturn::test {

const QTimeZone& denver()
{
    static const QTimeZone zone("America/Denver");
    return zone;
}

Instant inDenver(const QDate& date, const QTime& time)
{
    return Instant::fromDateTime(QDateTime(date, time, denver()));
}

QString ReportTeam::make(int leads)
{
    const auto stage = [&](const char* key, int order, const char* kind) {
        const QString id = m_book.id();
        stages[QString::fromLatin1(key)] = id;
        orders[QString::fromLatin1(key)] = order;
        kinds[QString::fromLatin1(key)] = QString::fromLatin1(kind);
        return insertion(QStringLiteral("pipeline_stages"), id,
                         {{"pipeline_id", m_book.book.pipeline.toString()},
                          {"key", QString::fromLatin1(key)},
                          {"name", QString::fromLatin1(key)},
                          {"order_index", order},
                          {"kind", QString::fromLatin1(kind)},
                          {"win_probability", 0.5},
                          {"rot_days", 5}});
    };
    for (const auto& [key, id, order, kind] : {std::tuple("new", m_book.book.firstStage, 10, "open"),
                                               std::tuple("contacted", m_book.book.secondStage, 30, "open"),
                                               std::tuple("funded", m_book.book.wonStage, 150, "won")}) {
        stages[QLatin1String(key)] = id.toString();
        orders[QLatin1String(key)] = order;
        kinds[QLatin1String(key)] = QLatin1String(kind);
    }
    QString failure = m_book.book.apply({stage("application", 80, "open"), stage("processing", 100, "open"),
                                         stage("past_client", 160, "won"), stage("nurture", 900, "on_ice"),
                                         stage("lost", 940, "lost")});
    people = {m_book.book.user, m_book.addColleague()};
    // The three leads that every small book has are not part of this.
    for (const LeadId& id : {m_book.ann, m_book.bob, m_book.eve}) {
        failure += m_book.book.apply(
            {updating(QStringLiteral("leads"), id.toString(), 1, {{"deleted_at", m_book.book.now().ms}}, id)});
    }
    for (int i = 0; i < leads && failure.isEmpty(); ++i) {
        failure = write(live(i));
    }
    return failure;
}

ReportTeam::Life ReportTeam::live(int number)
{
    static const QStringList ways{QStringLiteral("new"),         QStringLiteral("contacted"),
                                  QStringLiteral("application"), QStringLiteral("processing"),
                                  QStringLiteral("funded"),      QStringLiteral("past_client")};
    static const QStringList exits{QStringLiteral("nurture"), QStringLiteral("lost")};
    static const QStringList sources{QStringLiteral("website"), QStringLiteral("referral_realtor"),
                                     QStringLiteral("purchased")};
    static const QStringList talk{QStringLiteral("call_logged"),     QStringLiteral("call_completed"),
                                  QStringLiteral("email_sent"),      QStringLiteral("sms_sent"),
                                  QStringLiteral("quote_generated"), QStringLiteral("converted_to_application"),
                                  QStringLiteral("note_added")};
    Life life;
    life.id = LeadId(m_book.book.newId());
    life.name = QStringLiteral("Lead %1").arg(number);
    life.born = inDenver(QDate(2025, 1, 20), QTime(8, 0)) + qint64(chance(370)) * msPerDay + chance(24) * msPerHour +
                chance(3'600'000);
    life.owner = chance(3) - 1;
    life.source = sources[chance(3)];
    life.origin = chance(2) == 0 ? QString() : QStringLiteral("Vendor %1").arg(chance(2));
    life.cents = qint64(chance(500)) * 100'000;
    life.removed = chance(12) == 0;
    Instant when = life.born;
    QString stage = chance(6) == 0 ? QStringLiteral("contacted") : QStringLiteral("new");
    life.stood.emplace_back(when, stage);
    life.written.emplace_back(when, stage);
    const Instant last = m_book.book.now();
    const auto later = [&](int days) { return when + 60'000 + qint64(chance(days * 24 * 60)) * msPerMinute; };
    for (int moves = chance(7); moves > 0; --moves) {
        when = later(40);
        if (when >= last) {
            break;
        }
        const int place = int(ways.indexOf(stage));
        QString next = chance(5) == 0   ? exits[chance(2)]
                       : place < 0      ? ways[chance(3)]
                       : chance(6) == 0 ? ways[std::max(0, place - 1)]
                                        : ways[std::min(int(ways.size()) - 1, place + 1)];
        if (next == stage) {
            continue;
        }
        life.written.emplace_back(when, next);
        if (chance(6) == 0 && when + msPerHour < last) {
            // Taken back after a while, and now and then made again after all.
            life.written.emplace_back(when + 10'000, QString(u'<' + stage));
            if (chance(2) == 0) {
                life.written.emplace_back(when + 20'000, QString(u'>' + next));
                life.stood.emplace_back(when, next);
                stage = next;
            }
            when = when + 20'000;
            continue;
        }
        life.stood.emplace_back(when, next);
        stage = next;
    }
    for (int entries = chance(9); entries > 0; --entries) {
        Fact fact;
        fact.when = life.born + qint64(chance(300 * 24 * 60)) * msPerMinute;
        if (fact.when >= last) {
            continue;
        }
        fact.type = talk[chance(int(talk.size()))];
        fact.by = chance(2);
        fact.inbound = chance(4) == 0;
        fact.withdrawn = fact.type == QLatin1String("call_logged") && chance(4) == 0;
        life.facts.push_back(fact);
    }
    return life;
}

RowChange ReportTeam::entry(Life& life, Fact& fact, const QString& from, const QString& to, const QString& metadata)
{
    fact.id = m_book.book.newId();
    RowChange row = insertion(QStringLiteral("lead_activities"), fact.id.toString(QUuid::WithoutBraces),
                              {{"lead_id", life.id.toString()},
                               {"activity_type", fact.type},
                               {"title", QStringLiteral("x")},
                               {"metadata", metadata},
                               {"created_by", people[std::size_t(fact.by)].toString()},
                               {"occurred_at", fact.when.ms},
                               {"created_at", fact.when.ms},
                               {"updated_at", fact.when.ms}},
                              life.id);
    const auto put = [&row](const char* column, const QString& value) {
        row.fields.push_back({QString::fromLatin1(column), {}, value});
    };
    if (!from.isEmpty()) {
        put("from_stage", from);
        put("from_stage_id", stages.at(from));
    }
    if (!to.isEmpty()) {
        put("to_stage", to);
        put("to_stage_id", stages.at(to));
    }
    return row;
}

QString ReportTeam::write(Life life)
{
    const auto& [entered, stage] = life.stood.back();
    std::vector<RowChange> rows;
    rows.push_back(
        insertion(QStringLiteral("leads"), life.id.toString(),
                  {{"name", life.name},
                   {"phone", QStringLiteral("+13035550100")},
                   {"stage_id", stages.at(stage)},
                   {"stage_entered_at", entered.ms},
                   {"assigned_to", life.owner < 0 ? QVariant() : QVariant(people[std::size_t(life.owner)].toString())},
                   {"estimated_value_cents", life.cents},
                   {"source", life.source},
                   {"lead_source", life.origin.isEmpty() ? QVariant() : QVariant(life.origin)},
                   {"created_at", life.born.ms},
                   {"updated_at", life.born.ms},
                   {"deleted_at", life.removed ? QVariant(m_book.book.now().ms) : QVariant()}},
                  life.id));
    std::vector<Fact> moves;
    QString from;
    for (const auto& [when, written] : life.written) {
        const bool isAgain = written.startsWith(u'>');
        const bool isBack = isAgain || written.startsWith(u'<');
        const QString to = isBack ? written.mid(1) : written;
        Fact fact;
        fact.type = from.isEmpty() ? QStringLiteral("created") : QStringLiteral("status_changed");
        fact.when = when;
        rows.push_back(entry(life, fact, from, to,
                             isAgain  ? QStringLiteral(R"({"undo":true,"redo":true})")
                             : isBack ? QStringLiteral(R"({"undo":true})")
                                      : QStringLiteral("{}")));
        moves.push_back(fact);
        from = to;
    }
    for (Fact& fact : life.facts) {
        rows.push_back(entry(life, fact, {}, {},
                             fact.inbound ? QStringLiteral(R"({"direction":"inbound"})")
                                          : QStringLiteral(R"({"direction":"outbound"})")));
        if (fact.withdrawn) {
            Fact correction;
            correction.type = QStringLiteral("activity_corrected");
            correction.when = std::min(fact.when + msPerMinute, m_book.book.now());
            correction.by = fact.by;
            rows.push_back(entry(
                life, correction, {}, {},
                QStringLiteral(R"({"corrects":"%1","withdrawn":true})").arg(fact.id.toString(QUuid::WithoutBraces))));
        }
    }
    for (const Fact& fact : life.facts) {
        if (fact.type == QLatin1String("call_completed")) {
            rows.push_back(m_book.book.call(life.id, QStringLiteral("outbound"), fact.when));
            life.contacted = life.contacted.isNull() ? fact.when : std::min(life.contacted, fact.when);
        }
    }
    life.facts.insert(life.facts.end(), moves.begin(), moves.end());
    lives.push_back(life);
    return m_book.book.apply(rows);
}

} // namespace keyturn::test
