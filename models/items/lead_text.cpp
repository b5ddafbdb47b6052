// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lead_text.h"

#include "models/domain/value_lists.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace keyturn::LeadText {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::LeadText)
};

struct Entry
{
    QLatin1String key;
    const char* text;
};

template<std::size_t N>
QString look(const Entry (&entries)[N], const QString& key)
{
    for (const Entry& entry : entries) {
        if (entry.key == key) {
            return Words::tr(entry.text);
        }
    }
    return fromKey(key);
}

} // namespace

QString fromKey(const QString& key)
{
    QString text = key;
    text.replace(u'_', u' ');
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    return text;
}

QString program(const QString& key, int termMonths)
{
    static const Entry entries[] = {
        {QLatin1String("conventional"), QT_TRANSLATE_NOOP("keyturn::LeadText", "Conv")},
        {QLatin1String("fha"), QT_TRANSLATE_NOOP("keyturn::LeadText", "FHA")},
        {QLatin1String("va"), QT_TRANSLATE_NOOP("keyturn::LeadText", "VA")},
        {QLatin1String("usda"), QT_TRANSLATE_NOOP("keyturn::LeadText", "USDA")},
        {QLatin1String("jumbo"), QT_TRANSLATE_NOOP("keyturn::LeadText", "Jumbo")},
        {QLatin1String("non_qm"), QT_TRANSLATE_NOOP("keyturn::LeadText", "Non-QM")},
        {QLatin1String("dscr"), QT_TRANSLATE_NOOP("keyturn::LeadText", "DSCR")},
        {QLatin1String("heloc"), QT_TRANSLATE_NOOP("keyturn::LeadText", "HELOC")},
        {QLatin1String("reverse"), QT_TRANSLATE_NOOP("keyturn::LeadText", "Reverse")},
        {QLatin1String("other"), QT_TRANSLATE_NOOP("keyturn::LeadText", "Other")},
    };
    if (key.isEmpty()) {
        return {};
    }
    const QString name = look(entries, key);
    if (termMonths <= 0) {
        return name;
    }
    return termMonths % 12 == 0 ? Words::tr("%1 %2", "loan program and years").arg(name).arg(termMonths / 12)
                                : Words::tr("%1 %2 mo", "loan program and months").arg(name).arg(termMonths);
}

QString purpose(const QString& key)
{
    static const Entry entries[] = {
        {QLatin1String("purchase"), QT_TRANSLATE_NOOP("keyturn::LeadText", "Purchase")},
        {QLatin1String("refinance_rate_term"), QT_TRANSLATE_NOOP("keyturn::LeadText", "Refinance")},
        {QLatin1String("refinance_cash_out"), QT_TRANSLATE_NOOP("keyturn::LeadText", "Cash-out")},
        {QLatin1String("construction"), QT_TRANSLATE_NOOP("keyturn::LeadText", "Construction")},
        {QLatin1String("home_equity"), QT_TRANSLATE_NOOP("keyturn::LeadText", "Home equity")},
        {QLatin1String("reverse"), QT_TRANSLATE_NOOP("keyturn::LeadText", "Reverse")},
        {QLatin1String("other"), QT_TRANSLATE_NOOP("keyturn::LeadText", "Other")},
    };
    return key.isEmpty() ? QString() : look(entries, key);
}

QString fico(const QString& band)
{
    if (band.isEmpty() || band == QLatin1String("unknown")) {
        return {};
    }
    if (band.startsWith(QLatin1String("under_"))) {
        return Words::tr("under %1", "credit score").arg(band.mid(6));
    }
    QString text = band;
    return text.replace(QLatin1String("_plus"), QLatin1String("+")).replace(u'_', QChar(0x2013));
}

QString source(const QString& key)
{
    return choiceLabel(ValueList::Source, key);
}

QString temperature(Temperature temperature)
{
    switch (temperature) {
    case Temperature::Hot:
        return Words::tr("Hot");
    case Temperature::Warm:
        return Words::tr("Warm");
    case Temperature::Cold:
        break;
    }
    return Words::tr("Cold");
}

QString temperatureIcon(Temperature temperature)
{
    switch (temperature) {
    case Temperature::Hot:
        return QStringLiteral("flame");
    case Temperature::Warm:
        return QStringLiteral("thermometer");
    case Temperature::Cold:
        break;
    }
    return QStringLiteral("snowflake");
}

QString taskIcon(const QString& type)
{
    static const QHash<QString, QString> icons{
        {QStringLiteral("call"), QStringLiteral("phone")},
        {QStringLiteral("meeting"), QStringLiteral("calendar")},
        {QStringLiteral("email"), QStringLiteral("mail")},
        {QStringLiteral("document"), QStringLiteral("file-text")},
        {QStringLiteral("review"), QStringLiteral("list-checks")},
        {QStringLiteral("follow_up"), QStringLiteral("bell")},
    };
    return icons.value(type, QStringLiteral("circle-check"));
}

QString ltv(int pct3)
{
    if (pct3 <= 0) {
        return {};
    }
    const int tenths = (pct3 + 99) / 100;
    const QString number =
        tenths % 10 == 0 ? QLocale().toString(tenths / 10) : QLocale().toString(tenths / 10.0, 'f', 1);
    return Words::tr("%1%", "percentage").arg(number);
}

} // namespace keyturn::LeadText
