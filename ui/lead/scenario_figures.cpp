// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/scenario_figures.h"

#include "models/domain/lead_fields.h"
#include "models/domain/mortgage/loan_figures.h"

namespace keyturn {

namespace {

qint64 dtiLimit(const QString& program)
{
    if (program == QLatin1String("fha")) {
        return 43'000;
    }
    if (program == QLatin1String("va") || program == QLatin1String("usda")) {
        return 41'000;
    }
    return 45'000;
}

} // namespace

ScenarioFigures ScenarioFigures::of(const std::function<QVariant(const QString&)>& value)
{
    Record loan;
    for (const LeadField& field : leadFields()) {
        if (field.isLoan()) {
            if (const QVariant known = value(field.name); known.isValid()) {
                loan.set(field.column, known);
            }
        }
    }
    const LoanFigures computed = loanFigures(loan);
    const QString purpose = loan.text(QStringLiteral("loan_purpose"));
    ScenarioFigures figures;
    figures.isRefinance = purpose.startsWith(QLatin1String("refinance")) || purpose == QLatin1String("home_equity");
    figures.dtiLimitPct3 = dtiLimit(loan.text(QStringLiteral("loan_program")));
    figures.termMonths = static_cast<int>(loan.integer(QStringLiteral("term_months")));
    figures.ltvPct3 = computed.ltvPct3;
    figures.cltvPct3 = computed.cltvPct3;
    figures.downPct3 = computed.downPaymentPct3;
    figures.principalAndInterest = computed.payment;
    figures.frontDtiPct3 = computed.housingRatioPct3;
    figures.backDtiPct3 = computed.debtRatioPct3;
    return figures;
}

TridItems TridItems::of(const std::function<QVariant(const QString&)>& value)
{
    const auto known = [&value](const char* name) {
        const QVariant found = value(QLatin1String(name));
        return found.isValid() && !found.toString().trimmed().isEmpty();
    };
    const auto positive = [&value](const char* name) { return value(QLatin1String(name)).toLongLong() > 0; };
    TridItems items;
    items.name = known("name");
    items.income = positive("loan.annual_income_cents");
    items.property = known("loan.subject_postal_code");
    items.value = positive("loan.property_value_cents") || positive("loan.purchase_price_cents");
    items.loanAmount = positive("loan.loan_amount_cents");
    return items;
}

QString percentText(qint64 pct3, int decimals)
{
    return QString::number(static_cast<double>(pct3) / 1000.0, 'f', decimals) + QStringLiteral("%");
}

} // namespace keyturn
