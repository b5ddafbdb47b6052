// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/fields_section.h"

#include "models/domain/lead_fields.h"
#include "models/domain/value_lists.h"
#include "ui/kit/button.h"
#include "ui/kit/combo_field.h"
#include "ui/kit/label.h"
#include "ui/kit/line_field.h"
#include "ui/kit/section_card.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace keyturn {

FieldsSection::FieldsSection(const UiContext& context, Workspace& workspace, QWidget* parent)
    : SettingsSection(context, workspace, parent)
    , m_card(new SectionCard(context.theme, tr("Custom fields")))
    , m_rows(new QVBoxLayout)
    , m_none(new Label(context.theme, TextStyle::Body, &Colors::text2,
                       tr("None yet. A field that you add here appears on every lead.")))
    , m_label(new LineField(context.theme, tr("Label")))
    , m_type(new ComboField(context.theme, tr("Kind")))
    , m_choices(new LineField(context.theme, tr("Choices, with commas between them")))
{
    m_rows->setSpacing(4);
    m_card->body()->addWidget(m_none);
    m_card->body()->addLayout(m_rows);
    column()->addWidget(m_card);

    auto* card = new SectionCard(theme(), tr("Add a field"));
    auto* grid = new QGridLayout;
    grid->setSpacing(12);
    m_label->edit().setObjectName(QStringLiteral("fieldLabel"));
    m_choices->edit().setObjectName(QStringLiteral("fieldChoices"));
    m_type->box().setObjectName(QStringLiteral("fieldType"));
    for (const Choice& choice : choices(ValueList::CustomFieldType)) {
        m_type->addItem(choice.label, choice.key);
    }
    m_type->box().setCurrentIndex(0);
    grid->addWidget(m_label, 0, 0, Qt::AlignTop);
    grid->addWidget(m_type, 0, 1, Qt::AlignTop);
    grid->addWidget(m_choices, 0, 2, Qt::AlignTop);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 2);
    card->body()->addLayout(grid);
    auto* row = new QHBoxLayout;
    auto* words =
        new Label(theme(), TextStyle::Small, &Colors::text2,
                  tr("Fair lending rules do not allow fields about age, origin, religion, family or health."));
    words->setWordWrap(true);
    row->addWidget(words, 1);
    auto* button = new Button(theme(), Button::Kind::Primary, tr("Add field"));
    button->setObjectName(QStringLiteral("addField"));
    row->addWidget(button);
    card->body()->addLayout(row);
    column()->addWidget(card);
    column()->addStretch();

    const auto offerChoices = [this] {
        m_choices->setEnabled(m_type->value().toString() == customFieldTypeKey(CustomField::Type::Choice));
    };
    connect(&m_type->box(), &QComboBox::currentIndexChanged, this, offerChoices);
    connect(m_label, &LineField::edited, this, [this] { m_label->setError({}); });
    connect(button, &Button::clicked, this, &FieldsSection::add);
    connect(&m_label->edit(), &QLineEdit::returnPressed, this, &FieldsSection::add);
    offerChoices();
    follow();
}

QString FieldsSection::keyFromLabel(const QString& label)
{
    QString key;
    for (const QChar letter : label.simplified().toLower().normalized(QString::NormalizationForm_D)) {
        if ((letter >= QLatin1Char('a') && letter <= QLatin1Char('z')) ||
            (letter >= QLatin1Char('0') && letter <= QLatin1Char('9'))) {
            key += letter;
        } else if (letter.isSpace() || letter == QLatin1Char('-') || letter == QLatin1Char('_')) {
            key += QLatin1Char('_');
        }
    }
    while (!key.isEmpty() && !key.front().isLetter()) {
        key.remove(0, 1);
    }
    while (key.endsWith(QLatin1Char('_'))) {
        key.chop(1);
    }
    return key.left(40);
}

void FieldsSection::add()
{
    CustomField field;
    field.label = m_label->text().simplified();
    field.key = keyFromLabel(field.label);
    field.type = customFieldTypeFromKey(m_type->value().toString()).value_or(CustomField::Type::Text);
    if (field.type == CustomField::Type::Choice) {
        for (const QString& choice : m_choices->text().split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            field.choices.append(choice.simplified());
        }
    }
    if (field.key.isEmpty()) {
        m_label->setError(tr("What shall it be called?"));
        m_label->setFocus();
        return;
    }
    DefineCustomFields command{workspace().catalogue().customFields};
    const bool taken = std::any_of(command.fields.begin(), command.fields.end(),
                                   [&](const CustomField& other) { return other.key == field.key; });
    if (taken) {
        m_label->setError(tr("There is a field of this name already."));
        return;
    }
    command.fields.push_back(field);
    submit(command, m_label, [this] {
        m_label->setText({});
        m_choices->setText({});
        m_label->setFocus();
    });
}

void FieldsSection::remove(const QString& key)
{
    DefineCustomFields command{workspace().catalogue().customFields};
    std::erase_if(command.fields, [&](const CustomField& field) { return field.key == key; });
    submit(command, nullptr);
}

QWidget* FieldsSection::makeRow(const CustomField& field)
{
    auto* row = new QWidget;
    row->setMinimumHeight(32);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(new Label(theme(), TextStyle::BodyStrong, field.label));
    QString words = choiceLabel(ValueList::CustomFieldType, customFieldTypeKey(field.type));
    if (!field.choices.isEmpty()) {
        words += QStringLiteral(": ") + field.choices.join(QStringLiteral(", "));
    }
    auto* kind = new Label(theme(), TextStyle::Body, &Colors::text2, words);
    kind->setElided(true);
    layout->addWidget(kind, 1);
    layout->addWidget(new Label(theme(), TextStyle::Small, &Colors::text3, QStringLiteral("custom.") + field.key));
    auto* away = new Button(theme(), Button::Kind::Link, tr("Remove"));
    away->setObjectName(QStringLiteral("removeField_") + field.key);
    away->setAccessibleName(tr("Remove the field %1").arg(field.label));
    away->setToolTip(tr("The field is no longer shown. Values that leads have are kept."));
    connect(away, &Button::clicked, this, [this, key = field.key] { remove(key); });
    layout->addWidget(away);
    return row;
}

void FieldsSection::follow()
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const auto& fields = workspace().catalogue().customFields;
    for (const CustomField& field : fields) {
        m_rows->addWidget(makeRow(field));
    }
    m_none->setVisible(fields.empty());
    m_card->setCount(static_cast<qint64>(fields.size()));
}

} // namespace keyturn
