// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/lead_form.h"

#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/kit/section_card.h"
#include "ui/lead/contact_section.h"
#include "ui/lead/field_binder.h"
#include "ui/lead/form_grid.h"
#include "ui/lead/loan_section.h"
#include "ui/lead/notes_section.h"
#include "ui/lead/people_section.h"
#include "ui/lead/tags_section.h"
#include "ui/lead/trid_meter.h"

#include <QBoxLayout>

namespace keyturn {

LeadForm::LeadForm(Workspace& workspace, LeadEditor& editor, FileWork& files, const UiContext& context, int columns,
                   QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_editor(editor)
    , m_context(context)
    , m_columns(columns)
    , m_binder(new FieldBinder(editor, workspace, context, this))
    , m_trid(new TridMeter(context.theme, this))
    , m_custom(new SectionCard(context.theme, tr("Custom fields"), this))
    , m_customGrid(new FormGrid(columns))
    , m_customEmpty(new QWidget)
{
    setObjectName(QStringLiteral("leadForm"));
    setAccessibleName(tr("Lead form"));
    Theme& theme = context.theme;
    const auto offer = [this] { setEnabled(m_workspace.access().mayWrite); };
    connect(&workspace, &Workspace::accessChanged, this, offer);
    offer();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 20);
    column->setSpacing(12);
    column->addWidget(m_trid);
    m_trid->setVisible(columns > 2); // the panel's facts say the same
    column->addWidget(new LoanSection(theme, editor, *m_binder, columns, this));

    auto* contact = new ContactSection(context, workspace, editor, *m_binder, columns, this);
    column->addWidget(contact);
    connect(contact, &ContactSection::reminderRequested, this, &LeadForm::reminderRequested);

    auto* people = new PeopleSection(theme, workspace, editor, this);
    column->addWidget(people);
    column->addWidget(new TagsSection(theme, workspace, editor, this));
    auto* notes = new NotesSection(context, workspace, files, editor, this);
    column->addWidget(notes);
    connect(notes, &NotesSection::writeRequested, this, &LeadForm::writeNoteRequested);

    column->addWidget(addGridSection(QStringLiteral("propertySection"), tr("Property and credit"),
                                     {{"loan.subject_state", 1},
                                      {"loan.subject_county", 1},
                                      {"loan.subject_postal_code", 1},
                                      {"loan.fico_band", 1},
                                      {"loan.fico_source", 1},
                                      {"loan.income_type", 1},
                                      {"loan.amortization", 1},
                                      {"loan.first_time_buyer", 1},
                                      {"loan.veteran", 2}}));
    column->addWidget(addGridSection(QStringLiteral("profileSection"), tr("Profile"),
                                     {{"profile.company", 2},
                                      {"profile.job_title", 2},
                                      {"profile.address_line1", 2},
                                      {"profile.address_line2", 2},
                                      {"profile.city", 2},
                                      {"profile.state", 1},
                                      {"profile.postal_code", 1},
                                      {"interest_level", 1},
                                      {"purchase_readiness", 2},
                                      {"profile.timeline", 1},
                                      {"profile.property_type_interest", 1},
                                      {"profile.location", 1},
                                      {"profile.min_budget_cents", 1},
                                      {"profile.max_budget_cents", 1},
                                      {"source", 2},
                                      {"lead_source", 2},
                                      {"estimated_value_cents", 1},
                                      {"expected_close_date", 1},
                                      {"nurture_until", 1},
                                      {"birthday_md", 1}}));

    m_custom->setObjectName(QStringLiteral("customSection"));
    m_custom->setCollapsible(true);
    auto* empty = new QBoxLayout(columns > 2 ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, m_customEmpty);
    empty->setContentsMargins(0, 0, 0, 0);
    auto* none = new Label(theme, TextStyle::Body, &Colors::text2, tr("Your organization has not declared any."));
    auto* settings = new Button(theme, Button::Kind::Link, tr("Declare fields in Settings"));
    settings->setObjectName(QStringLiteral("customSettings"));
    settings->setAccessibleName(tr("Declare custom fields in Settings"));
    connect(settings, &QAbstractButton::clicked, this, &LeadForm::settingsRequested);
    empty->addWidget(none);
    empty->addWidget(settings);
    empty->addStretch(1);
    m_custom->body()->addWidget(m_customEmpty);
    m_custom->body()->addWidget(m_customGrid);
    column->addWidget(m_custom);
    column->addStretch(1);
    rebuildCustomFields();

    const auto follow = [this] {
        m_trid->setItems(TridItems::of([this](const QString& field) { return m_editor.effective(field); }));
    };
    connect(&editor, &LeadEditor::figuresChanged, this, follow);
    connect(&editor, &LeadEditor::loaded, this, follow);
    connect(&workspace, &Workspace::catalogueChanged, this, &LeadForm::rebuildCustomFields);
    follow();
}

SectionCard* LeadForm::addGridSection(const QString& objectName, const QString& title,
                                      const std::vector<std::pair<const char*, int>>& fields)
{
    auto* section = new SectionCard(m_context.theme, title, this);
    section->setObjectName(objectName);
    section->setCollapsible(true);
    auto* grid = new FormGrid(m_columns);
    for (const auto& [name, span] : fields) {
        const QString field = QLatin1String(name);
        const QString label = field == QLatin1String("birthday_md")                      ? tr("Birthday")
                              : field == QLatin1String("profile.property_type_interest") ? tr("Wants to buy")
                                                                                         : QString();
        grid->add(m_binder->make(field, grid, label), m_columns > 2 ? span : 1);
    }
    section->body()->addWidget(grid);
    return section;
}

void LeadForm::rebuildCustomFields()
{
    const std::vector<CustomField>& declared = m_workspace.catalogue().customFields;
    if (declared != m_customShown) {
        m_editor.commitAll();
        for (const CustomField& field : m_customShown) {
            m_binder->forget(QStringLiteral("custom.") + field.key);
        }
        m_customGrid->clear();
        m_customShown = declared;
        for (const CustomField& field : declared) {
            m_customGrid->add(m_binder->make(QStringLiteral("custom.") + field.key, m_customGrid),
                              m_columns > 2 && field.type == CustomField::Type::Text ? 2 : 1);
        }
    }
    m_customEmpty->setVisible(declared.empty());
    m_customGrid->setVisible(!declared.empty());
}

} // namespace keyturn
