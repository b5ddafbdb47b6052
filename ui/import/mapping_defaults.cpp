// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/mapping_defaults.h"

#include "models/domain/value_lists.h"
#include "models/exchange/header_dictionary.h"
#include "models/exchange/import_request.h"
#include "ui/kit/button.h"
#include "ui/kit/combo_field.h"
#include "ui/kit/label.h"
#include "ui/kit/line_field.h"
#include "ui/kit/popover.h"
#include "ui/kit/section_card.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace keyturn {

namespace {

QString programName(const QString& preset)
{
    static const QMap<QString, QString> names{
        {QStringLiteral("salesforce"), QStringLiteral("Salesforce")},
        {QStringLiteral("hubspot"), QStringLiteral("HubSpot")},
        {QStringLiteral("zoho"), QStringLiteral("Zoho CRM")},
        {QStringLiteral("pipedrive"), QStringLiteral("Pipedrive")},
        {QStringLiteral("google"), QStringLiteral("Google Contacts")},
        {QStringLiteral("outlook"), QStringLiteral("Outlook")},
        {QStringLiteral("thunderbird"), QStringLiteral("Thunderbird")},
    };
    return names.value(preset, preset);
}

} // namespace

MappingDefaults::MappingDefaults(const UiContext& context, ImportFlow& flow, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_flow(flow)
    , m_duplicates(new ComboField(context.theme, tr("If somebody is here already")))
    , m_stage(new ComboField(context.theme, tr("Stage")))
    , m_owner(new ComboField(context.theme, tr("Owner")))
    , m_source(new ComboField(context.theme, tr("Source")))
    , m_leadSource(new LineField(context.theme, tr("Source name")))
    , m_tags(new LineField(context.theme, tr("Tags for every lead")))
    , m_dates(new ComboField(context.theme, tr("Dates like 03/04/2026")))
    , m_preset(new ComboField(context.theme, tr("Program that wrote the file")))
    , m_saved(new ComboField(context.theme, tr("Kept mapping")))
    , m_save(new Button(context.theme, Button::Kind::Secondary, tr("Keep this mapping\u2026")))
    , m_forget(new Button(context.theme, Button::Kind::Quiet, tr("Forget it")))
    , m_savedWords(new Label(context.theme, TextStyle::Small, &Colors::text2))
{
    setObjectName(QStringLiteral("mappingDefaults"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(makeDuplicates());
    layout->addWidget(makeRows());
    layout->addWidget(makeKept());
    layout->addStretch();
    follow();
}

void MappingDefaults::change(const std::function<void(LeadMapping&)>& edit)
{
    LeadMapping mapping = m_flow.mapping();
    edit(mapping);
    m_flow.setMapping(mapping);
}

QWidget* MappingDefaults::makeDuplicates()
{
    auto* card = new SectionCard(m_context.theme, tr("Duplicates"));
    m_duplicates->box().setObjectName(QStringLiteral("importDuplicates"));
    m_duplicates->addItem(tr("Skip the row"), duplicatesKey(Duplicates::Skip));
    m_duplicates->addItem(tr("Fill in what is empty"), duplicatesKey(Duplicates::FillEmpty));
    m_duplicates->addItem(tr("Update all fields"), duplicatesKey(Duplicates::Update));
    m_duplicates->addItem(tr("Create a lead anyway"), duplicatesKey(Duplicates::Create));
    m_duplicates->setHelp(tr("Found by id, e-mail, phone with name, or name with city or company"));
    card->body()->addWidget(m_duplicates);
    connect(m_duplicates, &ComboField::committed, this,
            [this](const QVariant& value) { m_flow.setDuplicates(duplicatesFromKey(value.toString())); });
    return card;
}

QWidget* MappingDefaults::makeRows()
{
    auto* card = new SectionCard(m_context.theme, tr("Where a row does not say"));
    m_stage->box().setObjectName(QStringLiteral("importStage"));
    m_owner->box().setObjectName(QStringLiteral("importOwner"));
    m_source->box().setObjectName(QStringLiteral("importSource"));
    m_leadSource->edit().setObjectName(QStringLiteral("importLeadSource"));
    m_leadSource->edit().setPlaceholderText(tr("Spring open house"));
    m_tags->edit().setObjectName(QStringLiteral("importTags"));
    m_tags->edit().setPlaceholderText(tr("Divided by commas"));
    m_dates->box().setObjectName(QStringLiteral("importDates"));
    const Catalogue& catalogue = m_flow.workspace().catalogue();
    const Stage* first = catalogue.initialStage();
    for (const Stage& stage : catalogue.stages) {
        m_stage->addItem(stage.name, &stage == first ? QString() : stage.key);
    }
    const User* me = catalogue.user(catalogue.me);
    for (const User& user : catalogue.users) {
        m_owner->addItem(&user == me ? tr("Me, %1").arg(user.name()) : user.name(),
                         &user == me ? QString() : user.email);
    }
    for (const Choice& choice : choices(ValueList::Source)) {
        m_source->addItem(choice.label, choice.key);
    }
    m_dates->addItem(tr("Month first: March 4"), int(LeadMapping::DateOrder::MonthFirst));
    m_dates->addItem(tr("Day first: April 3"), int(LeadMapping::DateOrder::DayFirst));
    QBoxLayout* body = card->body();
    body->setSpacing(12);
    for (QWidget* field : std::initializer_list<QWidget*>{m_stage, m_owner, m_source, m_leadSource, m_tags, m_dates}) {
        body->addWidget(field);
    }
    connect(m_stage, &ComboField::committed, this, [this](const QVariant& value) {
        change([&value](LeadMapping& mapping) { mapping.stage = value.toString(); });
    });
    connect(m_owner, &ComboField::committed, this, [this](const QVariant& value) {
        change([&value](LeadMapping& mapping) { mapping.owner = value.toString(); });
    });
    connect(m_source, &ComboField::committed, this, [this](const QVariant& value) {
        change([&value](LeadMapping& mapping) { mapping.source = value.toString(); });
    });
    connect(m_leadSource, &LineField::committed, this, [this](const QString& text) {
        change([&text](LeadMapping& mapping) { mapping.leadSource = text.simplified(); });
    });
    connect(m_tags, &LineField::committed, this, [this](const QString& text) {
        QStringList tags;
        for (const QString& tag : text.split(u',', Qt::SkipEmptyParts)) {
            if (!tag.simplified().isEmpty()) {
                tags.append(tag.simplified());
            }
        }
        change([&tags](LeadMapping& mapping) { mapping.tags = tags; });
    });
    connect(m_dates, &ComboField::committed, this, [this](const QVariant& value) {
        change([&value](LeadMapping& mapping) { mapping.dates = static_cast<LeadMapping::DateOrder>(value.toInt()); });
    });
    return card;
}

QWidget* MappingDefaults::makeKept()
{
    auto* card = new SectionCard(m_context.theme, tr("For the next file like this"));
    QBoxLayout* body = card->body();
    body->setSpacing(12);
    m_preset->box().setObjectName(QStringLiteral("importPreset"));
    m_preset->addItem(tr("As the headers say"), QString());
    for (const QString& preset : headers::presets()) {
        m_preset->addItem(preset == QLatin1String("vendor") ? tr("A lead vendor") : programName(preset), preset);
    }
    m_saved->box().setObjectName(QStringLiteral("importSaved"));
    m_save->setObjectName(QStringLiteral("keepMapping"));
    m_forget->setObjectName(QStringLiteral("forgetMapping"));
    m_savedWords->setWordWrap(true);
    body->addWidget(m_preset);
    body->addWidget(m_saved);
    body->addWidget(m_savedWords);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_save);
    buttons->addWidget(m_forget);
    buttons->addStretch();
    body->addLayout(buttons);
    connect(m_preset, &ComboField::committed, this,
            [this](const QVariant& value) { m_flow.suggest(value.toString()); });
    connect(m_saved, &ComboField::committed, this,
            [this](const QVariant& value) { m_flow.useSaved(value.toString()); });
    connect(m_save, &QAbstractButton::clicked, this, &MappingDefaults::askName);
    connect(m_forget, &QAbstractButton::clicked, this, [this] { m_flow.forget(m_flow.savedName()); });
    return card;
}

void MappingDefaults::askName()
{
    auto* popover = new Popover(m_context.theme, m_save);
    auto* form = new QWidget;
    form->setFixedWidth(260);
    auto* layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    auto* name = new LineField(m_context.theme, tr("Name of the mapping"));
    name->edit().setObjectName(QStringLiteral("mappingName"));
    name->setText(m_flow.savedName().isEmpty() ? m_flow.fileName().section(u'.', 0, 0) : m_flow.savedName());
    name->setHelp(tr("Files with the same columns are mapped by it at once"));
    auto* keep = new Button(m_context.theme, Button::Kind::Primary, tr("Keep"));
    keep->setObjectName(QStringLiteral("mappingKeep"));
    layout->addWidget(name);
    layout->addWidget(keep, 0, Qt::AlignRight);
    const auto submit = [this, name, popover] {
        const QString text = name->text().simplified();
        if (text.isEmpty()) {
            name->setError(tr("The mapping needs a name."));
            return;
        }
        m_flow.save(text);
        popover->dismiss();
    };
    connect(keep, &QAbstractButton::clicked, form, submit);
    connect(&name->edit(), &QLineEdit::returnPressed, form, submit);
    popover->setContent(form);
    popover->showAt(m_save);
    name->edit().setFocus(Qt::PopupFocusReason);
    name->edit().selectAll();
}

void MappingDefaults::follow()
{
    const LeadMapping& mapping = m_flow.mapping();
    m_duplicates->setValue(duplicatesKey(m_flow.duplicates()));
    m_stage->setValue(mapping.stage);
    m_owner->setValue(mapping.owner);
    m_source->setValue(mapping.source);
    m_leadSource->setText(mapping.leadSource, false);
    m_tags->setText(mapping.tags.join(QStringLiteral(", ")), false);
    m_dates->setValue(int(mapping.dates));
    m_preset->setValue(mapping.preset);
    const std::vector<SavedMapping> fitting = m_flow.fittingMappings();
    m_saved->clear();
    m_saved->addItem(tr("None"), QString());
    for (const SavedMapping& saved : fitting) {
        m_saved->addItem(saved.name, saved.name);
    }
    m_saved->setValue(m_flow.savedName());
    m_saved->setVisible(!fitting.empty());
    m_savedWords->setText(m_flow.savedName().isEmpty()
                              ? tr("Kept by a name, this mapping is found again when the same columns come.")
                              : tr("These columns are known: \u201c%1\u201d fits.").arg(m_flow.savedName()));
    m_forget->setVisible(!m_flow.savedName().isEmpty());
}

} // namespace keyturn
