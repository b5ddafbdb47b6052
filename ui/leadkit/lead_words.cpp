// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leadkit/lead_words.h"

#include "models/base/money.h"

#include <QHash>
#include <QLocale>

namespace keyturn {

QString LeadWords::program(const QString& key)
{
    static const QHash<QString, const char*> words{
        {QStringLiteral("conventional"), QT_TR_NOOP("Conv")},
        {QStringLiteral("fha"), QT_TR_NOOP("FHA")},
        {QStringLiteral("va"), QT_TR_NOOP("VA")},
        {QStringLiteral("usda"), QT_TR_NOOP("USDA")},
        {QStringLiteral("jumbo"), QT_TR_NOOP("Jumbo")},
        {QStringLiteral("non_qm"), QT_TR_NOOP("Non-QM")},
        {QStringLiteral("dscr"), QT_TR_NOOP("DSCR")},
        {QStringLiteral("heloc"), QT_TR_NOOP("HELOC")},
        {QStringLiteral("reverse"), QT_TR_NOOP("Reverse")},
        {QStringLiteral("other"), QT_TR_NOOP("Other program")},
    };
    const auto found = words.constFind(key);
    return found == words.constEnd() ? key : tr(*found);
}

QString LeadWords::product(const LeadCard& card)
{
    const QString word = program(card.program);
    if (card.termMonths <= 0) {
        return word;
    }
    const QString years =
        card.termMonths % 12 == 0 ? QString::number(card.termMonths / 12) : tr("%1 mo").arg(card.termMonths);
    return word.isEmpty() ? years : QString(word + QLatin1Char(' ') + years);
}

QString LeadWords::purpose(const QString& key)
{
    static const QHash<QString, const char*> words{
        {QStringLiteral("purchase"), QT_TR_NOOP("Purchase")},
        {QStringLiteral("refinance_rate_term"), QT_TR_NOOP("Refinance")},
        {QStringLiteral("refinance_cash_out"), QT_TR_NOOP("Cash-out")},
        {QStringLiteral("construction"), QT_TR_NOOP("Construction")},
        {QStringLiteral("home_equity"), QT_TR_NOOP("Home equity")},
        {QStringLiteral("reverse"), QT_TR_NOOP("Reverse")},
        {QStringLiteral("other"), QT_TR_NOOP("Other purpose")},
    };
    const auto found = words.constFind(key);
    return found == words.constEnd() ? key : tr(*found);
}

QString LeadWords::fico(const QString& key)
{
    if (key == QLatin1String("under_580")) {
        return tr("under 580");
    }
    if (key == QLatin1String("780_plus")) {
        return tr("780+");
    }
    if (key == QLatin1String("unknown")) {
        return {};
    }
    QString band = key;
    return band.replace(QLatin1Char('_'), QChar(0x2013));
}

QString LeadWords::source(const QString& key)
{
    static const QHash<QString, const char*> words{
        {QStringLiteral("website"), QT_TR_NOOP("Website")},
        {QStringLiteral("web_form"), QT_TR_NOOP("Web form")},
        {QStringLiteral("referral_realtor"), QT_TR_NOOP("Realtor referral")},
        {QStringLiteral("referral_client"), QT_TR_NOOP("Client referral")},
        {QStringLiteral("referral_builder"), QT_TR_NOOP("Builder referral")},
        {QStringLiteral("referral_other"), QT_TR_NOOP("Other referral")},
        {QStringLiteral("purchased"), QT_TR_NOOP("Purchased")},
        {QStringLiteral("open_house"), QT_TR_NOOP("Open house")},
        {QStringLiteral("walk_in"), QT_TR_NOOP("Walk-in")},
        {QStringLiteral("phone_in"), QT_TR_NOOP("Phone-in")},
        {QStringLiteral("social"), QT_TR_NOOP("Social media")},
        {QStringLiteral("event"), QT_TR_NOOP("Event")},
        {QStringLiteral("email_campaign"), QT_TR_NOOP("E-mail campaign")},
        {QStringLiteral("past_client"), QT_TR_NOOP("Past client")},
        {QStringLiteral("trigger_lead"), QT_TR_NOOP("Trigger lead")},
        {QStringLiteral("import"), QT_TR_NOOP("Import")},
        {QStringLiteral("other"), QT_TR_NOOP("Other source")},
    };
    const auto found = words.constFind(key);
    return found == words.constEnd() ? key : tr(*found);
}

QString LeadWords::temperature(Temperature temperature)
{
    switch (temperature) {
    case Temperature::Hot:
        return tr("Hot");
    case Temperature::Warm:
        return tr("Warm");
    case Temperature::Cold:
        return tr("Cold");
    }
    return {};
}

QString LeadWords::temperatureIcon(Temperature temperature)
{
    switch (temperature) {
    case Temperature::Hot:
        return QStringLiteral("flame");
    case Temperature::Warm:
        return QStringLiteral("thermometer");
    case Temperature::Cold:
        return QStringLiteral("snowflake");
    }
    return {};
}

QString LeadWords::taskIcon(const QString& type)
{
    static const QHash<QString, QString> icons{
        {QStringLiteral("call"), QStringLiteral("phone")},
        {QStringLiteral("meeting"), QStringLiteral("users")},
        {QStringLiteral("email"), QStringLiteral("mail")},
        {QStringLiteral("document"), QStringLiteral("file-text")},
        {QStringLiteral("review"), QStringLiteral("list-checks")},
        {QStringLiteral("follow_up"), QStringLiteral("calendar-check")},
    };
    return icons.value(type, QStringLiteral("square-check"));
}

QString LeadWords::exitReason(const QString& code)
{
    static const QHash<QString, const char*> words{
        {QStringLiteral("rate_or_fees"), QT_TR_NOOP("Rate or fees")},
        {QStringLiteral("competitor"), QT_TR_NOOP("Went to a competitor")},
        {QStringLiteral("no_response"), QT_TR_NOOP("No response")},
        {QStringLiteral("credit"), QT_TR_NOOP("Credit")},
        {QStringLiteral("income_or_dti"), QT_TR_NOOP("Income or DTI")},
        {QStringLiteral("assets"), QT_TR_NOOP("Assets")},
        {QStringLiteral("property"), QT_TR_NOOP("Property")},
        {QStringLiteral("changed_plans"), QT_TR_NOOP("Changed plans")},
        {QStringLiteral("not_buying"), QT_TR_NOOP("Not buying now")},
        {QStringLiteral("incomplete_file"), QT_TR_NOOP("File stayed incomplete")},
        {QStringLiteral("duplicate"), QT_TR_NOOP("Duplicate")},
        {QStringLiteral("bad_contact_data"), QT_TR_NOOP("Wrong contact data")},
        {QStringLiteral("spam"), QT_TR_NOOP("Spam")},
        {QStringLiteral("other"), QT_TR_NOOP("Something else")},
    };
    const auto found = words.constFind(code);
    return found == words.constEnd() ? code : tr(*found);
}

QString LeadWords::ltv(int pct3)
{
    if (pct3 <= 0) {
        return {};
    }
    const int tenths = (pct3 + 50) / 100;
    return tenths % 10 == 0 ? tr("%1%").arg(tenths / 10)
                            : tr("%1%").arg(QLocale().toString(double(tenths) / 10.0, 'f', 1));
}

QString LeadWords::amount(qint64 cents)
{
    return cents == 0 ? QString() : Money{cents}.toDisplay();
}

QString LeadWords::days(qint64 days)
{
    //: A number of days, as short as can be
    return tr("%1 d").arg(days);
}

QString LeadWords::date(QDate date, QDate today)
{
    return QLocale().toString(date, date.year() == today.year() ? tr("MMM d") : tr("MMM d, yyyy"));
}

QString LeadWords::hour(const QDateTime& time)
{
    static const QString format = [] {
        QString pattern = QLocale().timeFormat(QLocale::ShortFormat);
        const bool twelve = pattern.contains(QLatin1Char('a'), Qt::CaseInsensitive);
        return twelve ? QStringLiteral("h:mm AP") : pattern;
    }();
    QString text = QLocale().toString(time.time(), format);
    const qsizetype cut = text.indexOf(QLatin1Char(' '));
    return cut < 0 ? text : text.left(cut);
}

const QStringList& LeadWords::programKeys()
{
    static const QStringList keys{QStringLiteral("conventional"), QStringLiteral("fha"),   QStringLiteral("va"),
                                  QStringLiteral("usda"),         QStringLiteral("jumbo"), QStringLiteral("non_qm"),
                                  QStringLiteral("dscr"),         QStringLiteral("heloc"), QStringLiteral("reverse"),
                                  QStringLiteral("other")};
    return keys;
}

const QStringList& LeadWords::sourceKeys()
{
    static const QStringList keys{QStringLiteral("website"),
                                  QStringLiteral("web_form"),
                                  QStringLiteral("referral_realtor"),
                                  QStringLiteral("referral_client"),
                                  QStringLiteral("referral_builder"),
                                  QStringLiteral("referral_other"),
                                  QStringLiteral("purchased"),
                                  QStringLiteral("open_house"),
                                  QStringLiteral("walk_in"),
                                  QStringLiteral("phone_in"),
                                  QStringLiteral("social"),
                                  QStringLiteral("event"),
                                  QStringLiteral("email_campaign"),
                                  QStringLiteral("past_client"),
                                  QStringLiteral("trigger_lead"),
                                  QStringLiteral("import"),
                                  QStringLiteral("other")};
    return keys;
}

} // namespace keyturn
