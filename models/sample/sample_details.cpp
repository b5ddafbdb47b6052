// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sample/sample_details.h"

namespace keyturn::sample {

Person personOf(quint64 seed, quint32 lead)
{
    Dice dice(mix({seed, lead, 21}));
    Person person;
    person.name = personName(dice);
    person.home = place(dice);
    person.mobile = phoneNumber(person.home, dice);
    constexpr std::array domains{"example.com", "example.net", "example.org"};
    QString local;
    for (const QChar c :
         QString(person.name.first + u'.' + person.name.last).toLower().normalized(QString::NormalizationForm_D)) {
        if ((c >= u'a' && c <= u'z') || (c == u'.' && !local.endsWith(u'.'))) {
            local += c;
        }
    }
    person.email = QStringLiteral("%1.%2@%3").arg(local.left(40)).arg(lead).arg(latin(dice.pick(domains)));
    return person;
}

Loan loanOf(quint64 seed, quint32 lead)
{
    Dice dice(mix({seed, lead, 22}));
    Loan loan;
    const qint64 roll = dice.between(0, 99);
    loan.program =
        roll < 62 ? "conventional" : (roll < 80 ? "fha" : (roll < 91 ? "va" : (roll < 95 ? "usda" : "jumbo")));
    const QLatin1String program(loan.program);
    if (program == QLatin1String("jumbo")) {
        loan.price = dice.between(1'100, 2'400) * 1'000;
    } else {
        loan.price = dice.between(190, 820) * 1'000;
    }
    const bool refinance = dice.chance(22);
    loan.purpose = refinance ? (dice.chance(60) ? "refinance_rate_term" : "refinance_cash_out") : "purchase";
    qint64 ltv = 80;
    if (program == QLatin1String("fha")) {
        ltv = dice.chance(70) ? 965 : dice.between(850, 950);
    } else if (program == QLatin1String("va") || program == QLatin1String("usda")) {
        ltv = dice.chance(75) ? 1000 : dice.between(900, 980);
    } else {
        constexpr std::array usual{700, 750, 800, 800, 800, 850, 900, 950};
        ltv = refinance ? dice.between(480, 780) : dice.pick(usual);
    }
    loan.amount = loan.price * ltv / 1000 / 50 * 50;
    loan.down = loan.price - loan.amount;
    loan.term = dice.chance(86) ? 360 : (dice.chance(60) ? 180 : 240);
    loan.rate = static_cast<int>(5'625 + dice.between(0, 14) * 125);
    loan.fico = static_cast<int>(dice.between(610, 812));
    return loan;
}

QString ficoBand(int score)
{
    return latin(score < 580    ? "under_580"
                 : score < 620  ? "580_619"
                 : score < 660  ? "620_659"
                 : score < 700  ? "660_699"
                 : score < 740  ? "700_739"
                 : score <= 779 ? "740_779"
                                : "780_plus");
}

Talk talkOf(quint64 seed, const Event& event)
{
    Dice dice(mix({seed, event.lead, 33, event.detail, static_cast<quint64>(event.kind)}));
    Talk talk;
    talk.outcome = latin(dice.pick(outcomes));
    if (event.kind == Event::Kind::Called) {
        talk.content = callText(talk.outcome, dice);
    } else {
        talk.content = event.kind == Event::Kind::Texted ? smsText(dice) : meetingText(dice);
    }
    if (event.kind == Event::Kind::Met) {
        talk.seconds = dice.between(20, 60) * 60;
    } else {
        talk.seconds = talk.content.isEmpty() ? dice.between(5, 40) : dice.between(60, 1500);
    }
    talk.highlight = event.kind == Event::Kind::Called && !talk.content.isEmpty() && dice.chance(6);
    return talk;
}

TaskIdea doneTaskOf(quint64 seed, const Event& event)
{
    Dice dice(mix({seed, event.lead, 31, event.detail}));
    return dice.pick(earlyTasks);
}

} // namespace keyturn::sample
