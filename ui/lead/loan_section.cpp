// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/loan_section.h"

#include "models/items/lead_editor.h"
#include "ui/kit/line_field.h"
#include "ui/lead/computed_band.h"
#include "ui/lead/field_binder.h"
#include "ui/lead/form_grid.h"

#include <QBoxLayout>

namespace keyturn {

namespace {

constexpr const char* always[] = {
    "loan.loan_purpose",         "loan.loan_program",        "loan.term_months",          "loan.occupancy",
    "loan.purchase_price_cents", "loan.down_payment_cents",  "loan.loan_amount_cents",    "loan.interest_rate_pct3",
    "loan.annual_income_cents",  "loan.monthly_debts_cents", "loan.fico_score",           "loan.property_type",
    "loan.property_value_cents", "loan.rate_lock_date",      "loan.rate_lock_expires_on", "loan.target_closing_date",
};
constexpr const char* refinance[] = {
    "loan.current_balance_cents",
    "loan.current_rate_pct3",
    "loan.subordinate_balance_cents",
    "loan.heloc_line_cents",
};

} // namespace

LoanSection::LoanSection(Theme& theme, LeadEditor& editor, FieldBinder& binder, int columns, QWidget* parent)
    : SectionCard(theme, tr("Loan scenario"), parent)
    , m_editor(editor)
    , m_binder(binder)
    , m_grid(new FormGrid(columns))
    , m_band(new ComputedBand(theme, columns))
{
    setObjectName(QStringLiteral("loanSection"));
    setNote(tr("Estimate, not a commitment to lend"));
    setCollapsible(true);
    for (const char* name : always) {
        const QString field = QLatin1String(name);
        m_grid->add(
            binder.make(field, m_grid, field == QLatin1String("loan.purchase_price_cents") ? tr("Price") : QString()));
    }
    for (const char* name : refinance) {
        m_grid->add(binder.make(QLatin1String(name), m_grid));
    }
    body()->setSpacing(16);
    body()->addWidget(m_grid);
    body()->addWidget(m_band);
    connect(&editor, &LeadEditor::figuresChanged, this, &LoanSection::follow);
    connect(&editor, &LeadEditor::loaded, this, &LoanSection::follow);
    follow();
}

void LoanSection::follow()
{
    const ScenarioFigures figures =
        ScenarioFigures::of([this](const QString& field) { return m_editor.effective(field); });
    m_band->setFigures(figures);
    for (const char* name : refinance) {
        const QString field = QLatin1String(name);
        m_grid->setShown(m_binder.box(field), figures.isRefinance || m_editor.effective(field).isValid());
    }
    for (const char* name : {"loan.purchase_price_cents", "loan.down_payment_cents"}) {
        const QString field = QLatin1String(name);
        m_grid->setShown(m_binder.box(field), !figures.isRefinance || m_editor.effective(field).isValid());
    }
    if (LineField* down = m_binder.line(QStringLiteral("loan.down_payment_cents"))) {
        down->edit().setSuffix(figures.downPct3 ? percentText(*figures.downPct3, *figures.downPct3 % 1000 == 0 ? 0 : 1)
                                                : QString());
    }
    if (LineField* loan = m_binder.line(QStringLiteral("loan.loan_amount_cents"))) {
        const QVariant price = m_editor.effective(QStringLiteral("loan.purchase_price_cents"));
        const QVariant down = m_editor.effective(QStringLiteral("loan.down_payment_cents"));
        const qint64 rest = price.toLongLong() - down.toLongLong();
        loan->edit().setPlaceholderText(price.isValid() && down.isValid() && rest > 0 ? Money{rest}.toDisplay()
                                                                                      : QString());
    }
}

} // namespace keyturn
