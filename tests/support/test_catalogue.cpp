// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_catalogue.h"

namespace keyturn::test {

QUuid uuid(quint32 kind, quint32 n)
{
    // Ids of real books are spread; so are these.
    const quint32 mixed = n * 2654435761U;
    return QUuid(mixed, static_cast<ushort>(kind), 0x7000, 0x80, 0, 0, 0, static_cast<uchar>(n >> 24U),
                 static_cast<uchar>(n >> 16U), static_cast<uchar>(n >> 8U), static_cast<uchar>(n));
}

LeadId leadId(quint32 n)
{
    return LeadId(uuid(1, n));
}

Catalogue catalogue()
{
    struct Row
    {
        const char* key;
        const char* name;
        StageKind kind;
        int percent;
        int rotDays;
    };
    static const Row rows[] = {
        {"new", "New", StageKind::Open, 5, 1},
        {"attempted", "Attempted", StageKind::Open, 8, 3},
        {"contacted", "Contacted", StageKind::Open, 15, 5},
        {"prequalified", "Prequalified", StageKind::Open, 30, 7},
        {"pre_approved", "Pre-approved", StageKind::Open, 45, 10},
        {"house_hunting", "House hunting", StageKind::Open, 45, 14},
        {"under_contract", "Under contract", StageKind::Open, 65, 3},
        {"processing", "Processing", StageKind::Open, 80, 7},
        {"clear_to_close", "Clear to close", StageKind::Open, 97, 3},
        {"funded", "Funded", StageKind::Won, 100, 0},
        {"past_client", "Past client", StageKind::Won, 100, 180},
        {"nurture", "Nurture", StageKind::OnIce, 5, 90},
        {"lost", "Lost", StageKind::Lost, 0, 0},
        {"disqualified", "Disqualified", StageKind::Disqualified, 0, 0},
    };
    Catalogue catalogue;
    catalogue.organization = OrganizationId(uuid(9, 1));
    catalogue.organizationName = QStringLiteral("Alder Home Loans");
    catalogue.organizationTimezone = QStringLiteral("America/Denver");
    catalogue.pipeline = PipelineId(uuid(8, 1));
    catalogue.device = DeviceId(uuid(7, 1));
    quint32 n = 0;
    for (const Row& row : rows) {
        Stage stage;
        stage.id = StageId(uuid(2, ++n));
        stage.key = QLatin1String(row.key);
        stage.name = QLatin1String(row.name);
        stage.order = static_cast<int>(n) * 10;
        stage.color = QStringLiteral("#808080");
        stage.kind = row.kind;
        stage.winPercent = row.percent;
        stage.rotDays = row.rotDays > 0 ? std::optional<int>(row.rotDays) : std::nullopt;
        stage.requiresReason = stage.isExit();
        stage.isInitial = n == 1;
        if (stage.key == QLatin1String("processing")) {
            stage.wipLimit = 8;
        }
        catalogue.stages.push_back(stage);
    }
    n = 0;
    for (const auto& [first, last] : {std::pair("Hannah", "Brandt"), {"Miles", "Keller"}, {"Imani", "Osei"}}) {
        User user;
        user.id = UserId(uuid(3, ++n));
        user.firstName = QLatin1String(first);
        user.lastName = QLatin1String(last);
        user.email = QString(user.firstName.toLower() + QStringLiteral("@example.com"));
        user.role = QStringLiteral("loan_officer");
        user.timezone = QStringLiteral("America/Denver");
        catalogue.users.push_back(user);
    }
    catalogue.me = catalogue.users.front().id;
    n = 0;
    for (const char* name : {"First home", "Realtor", "Relocating", "Self-employed", "Veteran"}) {
        catalogue.tags.push_back({TagId(uuid(4, ++n)), QLatin1String(name), QStringLiteral("#808080")});
    }
    catalogue.exitReasons = {QStringLiteral("no_response"), QStringLiteral("rate_or_fees"), QStringLiteral("other")};
    return catalogue;
}

LeadCard randomCard(QRandomGenerator& random, const Catalogue& catalogue, quint32 n, Instant now)
{
    static const char* first[] = {"Rosa", "Tomasz", "Aaliyah", "Émile", "Desmond", "Priya", "Noor", "Caleb", "Imke"};
    static const char* last[] = {"Ortega", "Wieczorek", "Brooks", "Åberg", "Achterberg", "Raman", "Haddad", "Lind"};
    static const char* programs[] = {"conventional", "fha", "va", "jumbo", ""};
    static const char* purposes[] = {"purchase", "refinance_rate_term", "refinance_cash_out", ""};
    static const char* bands[] = {"under_580", "620_659", "700_739", "780_plus", "unknown"};
    static const char* sources[] = {"web_form", "referral_realtor", "open_house", "purchased"};
    static const char* tasks[] = {"call", "email", "document", "follow_up"};
    const auto pick = [&random](const auto& list) {
        return QString::fromUtf8(list[random.bounded(static_cast<int>(std::size(list)))]);
    };
    const auto ago = [&](int days) { return Instant{now.ms - random.bounded(days * 86'400) * qint64(1000)}; };
    LeadCard card;
    card.id = leadId(n);
    card.stage = catalogue.stages[random.bounded(static_cast<quint32>(catalogue.stages.size()))].id;
    card.owner = random.bounded(8) == 0
                     ? UserId()
                     : catalogue.users[random.bounded(static_cast<quint32>(catalogue.users.size()))].id;
    card.name = QString(pick(first) + u' ' + pick(last) + (random.bounded(3) == 0 ? QString::number(n) : QString()));
    card.email = random.bounded(6) == 0 ? QString() : QStringLiteral("lead%1@example.com").arg(n);
    card.phone = QStringLiteral("+1720555%1").arg(n % 10000, 4, 10, QChar(u'0'));
    card.valueCents = random.bounded(7) == 0 ? 0 : (100'000 + random.bounded(800) * qint64(1000)) * 100;
    card.createdAt = ago(700);
    card.stageEnteredAt = ago(40);
    card.lastActivityAt = random.bounded(9) == 0 ? Instant{} : ago(30);
    card.firstContactedAt = random.bounded(2) == 0 ? Instant{} : ago(30);
    card.temperature = static_cast<Temperature>(random.bounded(3));
    card.program = pick(programs);
    card.purpose = pick(purposes);
    card.ficoBand = pick(bands);
    card.source = pick(sources);
    card.state = QStringLiteral("CA");
    card.termMonths = random.bounded(4) == 0 ? 180 : 360;
    card.ltvPct3 = random.bounded(100'000);
    const int today = static_cast<int>(now.ms / msPerDay);
    card.lockExpiresDay = random.bounded(5) == 0 ? today + random.bounded(30) - 3 : 0;
    card.closeDay = random.bounded(5) == 0 ? today + random.bounded(60) : 0;
    card.score = random.bounded(101);
    card.doNotContact = random.bounded(20) == 0;
    for (const Tag& tag : catalogue.tags) {
        if (random.bounded(5) == 0) {
            card.tags.append(tag.name);
        }
    }
    if (random.bounded(3) != 0) {
        card.taskType = pick(tasks);
        card.taskTitle = QStringLiteral("Task %1").arg(random.bounded(50));
        card.taskDueAt = Instant{now.ms + (random.bounded(20 * 86'400) - 5 * 86'400) * qint64(1000)};
        card.taskHasTime = random.bounded(2) == 0;
    }
    return card;
}

} // namespace keyturn::test
