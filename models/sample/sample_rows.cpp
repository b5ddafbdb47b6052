// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sample/sample_details.h"
#include "models/sample/sample_source.h"

#include <algorithm>

namespace keyturn::sample {

namespace {

constexpr qint64 toCents = 100;

QString utf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

RowBatch SampleSource::batchFor(Part part) const
{
    const auto batch = [](const char* table, std::initializer_list<const char*> columns) {
        RowBatch made;
        made.table = latin(table);
        for (const char* column : columns) {
            made.columns.append(latin(column));
        }
        return made;
    };
    switch (part) {
    case Part::Users:
        return batch("users", {"id", "email", "username", "first_name", "last_name", "role", "timezone", "created_at",
                               "updated_at"});
    case Part::Tags:
        return batch("tags", {"id", "name", "color", "created_at", "updated_at"});
    case Part::Contacts:
        return batch("contacts", {"id", "first_name", "last_name", "name", "email", "mobile", "company", "contact_type",
                                  "is_referral_partner", "partner_status", "created_at", "updated_at"});
    case Part::Leads:
        return batch("leads", {"id",
                               "first_name",
                               "last_name",
                               "name",
                               "email",
                               "mobile",
                               "stage_id",
                               "stage_entered_at",
                               "exit_reason_code",
                               "nurture_until",
                               "assigned_to",
                               "source",
                               "lead_source",
                               "referral_partner_id",
                               "lead_temperature",
                               "interest_level",
                               "purchase_readiness",
                               "estimated_value_cents",
                               "expected_close_date",
                               "do_not_contact",
                               "created_by",
                               "created_at",
                               "updated_at"});
    case Part::Scenarios:
        return batch("lead_loan_scenarios", {"id",
                                             "lead_id",
                                             "loan_purpose",
                                             "loan_program",
                                             "occupancy",
                                             "property_type",
                                             "subject_state",
                                             "subject_county",
                                             "subject_postal_code",
                                             "property_value_cents",
                                             "purchase_price_cents",
                                             "down_payment_cents",
                                             "loan_amount_cents",
                                             "current_balance_cents",
                                             "current_rate_pct3",
                                             "fico_band",
                                             "fico_score",
                                             "fico_source",
                                             "annual_income_cents",
                                             "monthly_debts_cents",
                                             "income_type",
                                             "interest_rate_pct3",
                                             "term_months",
                                             "amortization",
                                             "rate_lock_date",
                                             "rate_lock_expires_on",
                                             "target_closing_date",
                                             "first_time_buyer",
                                             "created_at",
                                             "updated_at"});
    case Part::Profiles:
        return batch("lead_profiles", {"id", "lead_id", "company", "job_title", "city", "state", "postal_code",
                                       "timeline", "created_at", "updated_at"});
    case Part::People:
        return batch("lead_contacts",
                     {"id", "lead_id", "contact_id", "role", "is_primary", "created_at", "updated_at"});
    case Part::LeadTags:
        return batch("lead_tags", {"id", "lead_id", "tag_id", "created_at", "updated_at"});
    case Part::Notes:
        return batch("lead_notes", {"id", "lead_id", "user_id", "note_type", "content", "is_private", "is_pinned",
                                    "created_at", "updated_at"});
    case Part::Tasks:
        return batch("tasks",
                     {"id", "lead_id", "title", "task_type", "due_date", "due_time", "due_at", "priority", "status",
                      "completed_at", "completed_by", "assigned_to", "created_by", "created_at", "updated_at"});
    case Part::Assignments:
        return batch("lead_assignments",
                     {"id", "lead_id", "assigned_to", "assigned_by", "assigned_at", "created_at", "updated_at"});
    case Part::Communications:
        return batch("communications",
                     {"id", "lead_id", "user_id", "communication_type", "direction", "content", "status",
                      "completed_at", "duration_seconds", "outcome", "to_address", "created_at", "updated_at"});
    case Part::Activities:
        return batch("lead_activities",
                     {"id", "lead_id", "activity_type", "title", "description", "from_stage", "to_stage",
                      "from_stage_id", "to_stage_id", "metadata", "actor_type", "actor_id", "created_by",
                      "communication_id", "is_highlight", "occurred_at", "created_at", "updated_at"});
    case Part::End:
        break;
    }
    return {};
}

void SampleSource::addUsers(RowBatch& batch) const
{
    const qint64 at = m_options.now.ms - 730 * msPerDay;
    batch.rows.push_back({m_team[1], QStringLiteral("milan.kovac@example.com"), QStringLiteral("milan.kovac"),
                          QStringLiteral("Milan"), QString::fromUtf8("Kovač"), QStringLiteral("loan_officer"),
                          sampleOwner().timezone, at, at});
    batch.rows.push_back({m_team[2], QStringLiteral("joy.okafor@example.com"), QStringLiteral("joy.okafor"),
                          QStringLiteral("Joy"), QStringLiteral("Okafor"), QStringLiteral("loan_assistant"),
                          sampleOwner().timezone, at, at});
}

void SampleSource::addTagNames(RowBatch& batch) const
{
    const qint64 at = m_options.now.ms - 730 * msPerDay;
    for (std::size_t i = 0; i < tagNames.size(); ++i) {
        batch.rows.push_back({rowId(TagRow, 0, i, at), latin(tagNames[i]), latin(tagColors[i]), at, at});
    }
}

void SampleSource::addContacts(RowBatch& batch) const
{
    const qint64 at = m_options.now.ms - 730 * msPerDay;
    constexpr std::array types{"realtor", "realtor", "builder", "title_escrow", "insurance_agent", "attorney"};
    for (quint32 i = 0; i < contactCount; ++i) {
        const Person person = personOf(m_options.seed ^ 0xC0FFEE, i);
        Dice dice(mix({m_options.seed, i, 23}));
        const QString type = latin(dice.pick(types));
        const bool partner = type == QLatin1String("realtor") || type == QLatin1String("builder");
        batch.rows.push_back({rowId(ContactRow, 0, i, at), person.name.first, person.name.last, person.name.full(),
                              person.email, person.mobile, firmName(dice), type, partner ? 1 : 0,
                              orNull(partner, QStringLiteral("active")), at, at});
    }
}

void SampleSource::addLead(const LeadPlan& plan, RowBatch& batch) const
{
    Dice dice(mix({m_options.seed, plan.index, 24}));
    const Person person = personOf(m_options.seed, plan.index);
    const Loan loan = loanOf(m_options.seed, plan.index);
    const int stage = plan.last().stage;
    const bool exit = stage >= firstExit;
    const bool open = stage < fundedStage;
    constexpr std::array sources{"web_form",  "website",    "referral_realtor", "referral_realtor", "referral_client",
                                 "purchased", "open_house", "phone_in",         "past_client",      "event"};
    constexpr std::array vendors{"Rate table portal", "Home search portal", "Comparison site"};
    constexpr std::array reasons{"rate_or_fees",  "competitor",    "no_response", "credit",
                                 "income_or_dti", "changed_plans", "not_buying"};
    const QString source = latin(dice.pick(sources));
    const bool referred = source == QLatin1String("referral_realtor");
    const qint64 heat = dice.between(0, 99);
    const char* temperature = !open ? "cold" : (heat < 28 ? "hot" : (heat < 78 ? "warm" : "cold"));
    const QDate today = m_options.now.dateIn(m_zone);
    const QVariant close = orNull(open && stage >= 6, today.addDays(dice.between(1, 45)).toString(Qt::ISODate));
    const qint64 contact = dice.between(0, contactCount - 1);
    batch.rows.push_back(
        {rowId(LeadRow, plan.index, 0, plan.createdAt()),
         person.name.first,
         person.name.last,
         person.name.full(),
         person.email,
         person.mobile,
         m_stageIds[static_cast<std::size_t>(stage)],
         plan.last().enteredAt,
         orNull(exit, latin(dice.pick(reasons))),
         orNull(stage == firstExit, today.addDays(dice.between(5, 200)).toString(Qt::ISODate)),
         userId(plan.owner),
         source,
         orNull(source == QLatin1String("purchased"), latin(dice.pick(vendors))),
         orNull(referred, rowId(ContactRow, 0, static_cast<quint64>(contact), m_options.now.ms - 730 * msPerDay)),
         latin(temperature),
         QVariant(),
         orNull(open, latin(dice.chance(40) ? "under_3_months" : "3_to_6_months")),
         orNull(plan.hasScenario, loan.amount * toCents),
         close,
         dice.chance(2) ? 1 : 0,
         userId(0),
         plan.createdAt(),
         plan.createdAt()});
}

void SampleSource::addScenario(const LeadPlan& plan, RowBatch& batch) const
{
    if (!plan.hasScenario) {
        return;
    }
    Dice dice(mix({m_options.seed, plan.index, 25}));
    const Loan loan = loanOf(m_options.seed, plan.index);
    const Place home = personOf(m_options.seed, plan.index).home;
    const int stage = plan.last().stage;
    const bool purchase = QLatin1String(loan.purpose) == QLatin1String("purchase");
    const bool locked = stage >= 7 && stage < fundedStage && dice.chance(75);
    const QDate today = m_options.now.dateIn(m_zone);
    const QDate lockEnd = today.addDays(dice.chance(30) ? dice.between(1, 7) : dice.between(8, 40));
    constexpr std::array kinds{"single_family", "single_family", "single_family", "condo", "townhouse", "pud"};
    const qint64 yearly = std::max<qint64>(loan.amount * dice.between(24, 42) / 100, 42'000) / 100 * 100;
    batch.rows.push_back(
        {rowId(ScenarioRow, plan.index, 0, plan.createdAt()),
         rowId(LeadRow, plan.index, 0, plan.createdAt()),
         latin(loan.purpose),
         latin(loan.program),
         latin(dice.chance(90) ? "primary_residence" : "investment"),
         latin(dice.pick(kinds)),
         utf8(home.state),
         utf8(home.county),
         utf8(home.postalCode),
         loan.price * toCents,
         orNull(purchase, loan.price * toCents),
         orNull(purchase, loan.down * toCents),
         loan.amount * toCents,
         orNull(!purchase, loan.amount * toCents * 9 / 10),
         orNull(!purchase, 7'125),
         ficoBand(loan.fico),
         orNull(stage >= 3, loan.fico),
         latin(stage >= 7 ? "hard_pull" : (stage >= 3 ? "soft_pull" : "self_reported")),
         orNull(stage >= 2, yearly * toCents),
         orNull(stage >= 2, dice.between(1, 18) * 100 * toCents),
         orNull(stage >= 2, latin(dice.chance(80) ? "w2" : "self_employed")),
         loan.rate,
         loan.term,
         QStringLiteral("fixed"),
         orNull(locked, lockEnd.addDays(-45).toString(Qt::ISODate)),
         orNull(locked, lockEnd.toString(Qt::ISODate)),
         orNull(stage >= 6 && stage < fundedStage, today.addDays(dice.between(2, 45)).toString(Qt::ISODate)),
         orNull(purchase, dice.chance(45) ? 1 : 0),
         plan.createdAt(),
         plan.createdAt()});
}

void SampleSource::addProfile(const LeadPlan& plan, RowBatch& batch) const
{
    Dice dice(mix({m_options.seed, plan.index, 26}));
    if (plan.last().stage < 2 && dice.chance(60)) {
        return;
    }
    const Place home = personOf(m_options.seed, plan.index).home;
    constexpr std::array jobs{"Nurse", "Teacher", "Electrician", "Analyst", "Engineer", "Shop owner", "Driver", "Chef"};
    constexpr std::array times{"now", "1_3_months", "3_6_months", "6_12_months"};
    batch.rows.push_back({rowId(ProfileRow, plan.index, 0, plan.createdAt()),
                          rowId(LeadRow, plan.index, 0, plan.createdAt()), orNull(dice.chance(50), firmName(dice)),
                          latin(dice.pick(jobs)), utf8(home.city), utf8(home.state), utf8(home.postalCode),
                          latin(dice.pick(times)), plan.createdAt(), plan.createdAt()});
}

void SampleSource::addPeople(const LeadPlan& plan, RowBatch& batch) const
{
    Dice dice(mix({m_options.seed, plan.index, 27}));
    if (!dice.chance(40)) {
        return;
    }
    const auto contact = static_cast<quint64>(dice.between(0, contactCount - 1));
    batch.rows.push_back({rowId(PersonRow, plan.index, 0, plan.createdAt()),
                          rowId(LeadRow, plan.index, 0, plan.createdAt()),
                          rowId(ContactRow, 0, contact, m_options.now.ms - 730 * msPerDay),
                          QStringLiteral("buyers_agent"), 1, plan.createdAt(), plan.createdAt()});
}

void SampleSource::addTags(const LeadPlan& plan, RowBatch& batch) const
{
    Dice dice(mix({m_options.seed, plan.index, 28}));
    const qint64 count = dice.between(0, 2);
    const qint64 first = dice.between(0, qint64(tagNames.size()) - 1);
    for (qint64 i = 0; i < count; ++i) {
        const auto tag = static_cast<quint64>((first + i * 5) % qint64(tagNames.size()));
        batch.rows.push_back({rowId(LeadTagRow, plan.index, static_cast<quint64>(i), plan.createdAt()),
                              rowId(LeadRow, plan.index, 0, plan.createdAt()),
                              rowId(TagRow, 0, tag, m_options.now.ms - 730 * msPerDay), plan.createdAt(),
                              plan.createdAt()});
    }
}

void SampleSource::addNotes(const LeadPlan& plan, RowBatch& batch) const
{
    for (const Event& event : plan.events) {
        if (event.kind != Event::Kind::Noted) {
            continue;
        }
        Dice dice(mix({m_options.seed, plan.index, 29, event.detail}));
        const QString text = noteText(dice);
        batch.rows.push_back({rowId(NoteRow, plan.index, event.detail, event.at),
                              rowId(LeadRow, plan.index, 0, plan.createdAt()), userId(std::max(plan.owner, 0)),
                              latin(dice.chance(70) ? "general" : "call"), text, 0, dice.chance(8) ? 1 : 0, event.at,
                              event.at});
    }
    Dice dice(mix({m_options.seed, plan.index, 30}));
    if (plan.owner == 0 && dice.chance(7)) {
        const qint64 at = plan.last().enteredAt + msPerMinute;
        batch.rows.push_back({rowId(NoteRow, plan.index, 999, at), rowId(LeadRow, plan.index, 0, plan.createdAt()),
                              userId(0), QStringLiteral("general"),
                              QStringLiteral("For myself: call the agent before the weekend."), 1, 0, at, at});
    }
}

void SampleSource::addTasks(const LeadPlan& plan, RowBatch& batch) const
{
    const QString lead = rowId(LeadRow, plan.index, 0, plan.createdAt());
    const QVariant owner = userId(std::max(plan.owner, 0));
    const auto idea = [&plan](Dice& dice) {
        return plan.last().stage >= 6 ? dice.pick(lateTasks) : dice.pick(earlyTasks);
    };
    for (const Event& event : plan.events) {
        if (event.kind != Event::Kind::TaskDone) {
            continue;
        }
        const TaskIdea task = doneTaskOf(m_options.seed, event);
        const QDate due = Instant{event.at}.dateIn(m_zone);
        batch.rows.push_back({rowId(DoneTaskRow, plan.index, event.detail, event.at), lead, latin(task.title),
                              latin(task.type), due.toString(Qt::ISODate), QVariant(),
                              QDateTime(due, QTime(23, 59, 59), m_zone).toMSecsSinceEpoch(), QStringLiteral("medium"),
                              QStringLiteral("completed"), event.at, owner, owner, owner, event.at - msPerHour,
                              event.at});
    }
    const QDate today = m_options.now.dateIn(m_zone);
    const qint64 made = std::min(m_options.now.ms - msPerMinute, plan.last().enteredAt + msPerMinute);
    for (int i = 0; i < plan.openTasks; ++i) {
        Dice dice(mix({m_options.seed, plan.index, 32, static_cast<quint64>(i)}));
        const TaskIdea task = idea(dice);
        const qint64 roll = dice.between(0, 99) + (i > 0 ? 40 : 0);
        const QDate due = roll < 9    ? today.addDays(-dice.between(1, 4))
                          : roll < 26 ? today
                          : roll < 42 ? today.addDays(1)
                                      : today.addDays(dice.between(2, 12));
        const bool timed = roll >= 9 && roll < 42 && dice.chance(70);
        const QTime time(static_cast<int>(dice.between(9, 17)), dice.chance(50) ? 0 : 30);
        const QDateTime at(due, timed ? time : QTime(23, 59, 59), m_zone);
        batch.rows.push_back({rowId(TaskRow, plan.index, static_cast<quint64>(i), made), lead, latin(task.title),
                              latin(task.type), due.toString(Qt::ISODate),
                              orNull(timed, time.toString(QStringLiteral("HH:mm"))), at.toMSecsSinceEpoch(),
                              latin(dice.chance(20) ? "high" : "medium"), QStringLiteral("pending"), QVariant(),
                              QVariant(), owner, owner, made, made});
    }
}

void SampleSource::addAssignment(const LeadPlan& plan, RowBatch& batch) const
{
    for (const Event& event : plan.events) {
        if (event.kind == Event::Kind::Assigned) {
            batch.rows.push_back({rowId(AssignmentRow, plan.index, 0, event.at),
                                  rowId(LeadRow, plan.index, 0, plan.createdAt()), userId(plan.owner), userId(0),
                                  event.at, event.at, event.at});
        }
    }
}

void SampleSource::addCommunications(const LeadPlan& plan, RowBatch& batch) const
{
    const QString lead = rowId(LeadRow, plan.index, 0, plan.createdAt());
    QString mobile;
    for (const Event& event : plan.events) {
        const bool call = event.kind == Event::Kind::Called;
        const bool text = event.kind == Event::Kind::Texted;
        const bool met = event.kind == Event::Kind::Met;
        if (!call && !text && !met) {
            continue;
        }
        if (mobile.isEmpty()) {
            mobile = personOf(m_options.seed, plan.index).mobile;
        }
        const Talk talk = talkOf(m_options.seed, event);
        batch.rows.push_back({rowId(CommunicationRow, plan.index, event.detail * 16ULL + quint64(event.kind), event.at),
                              lead, userId(std::max(plan.owner, 0)), latin(call ? "call" : (text ? "sms" : "meeting")),
                              QStringLiteral("outbound"), orNull(!talk.content.isEmpty(), talk.content),
                              QStringLiteral("completed"), event.at, orNull(!text, talk.seconds),
                              orNull(call, talk.outcome), orNull(!met, mobile), event.at, event.at});
    }
}

} // namespace keyturn::sample
