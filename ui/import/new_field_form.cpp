// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/new_field_form.h"

#include "models/domain/lead_fields.h"
#include "models/workspace/when_ready.h"
#include "ui/kit/button.h"
#include "ui/kit/combo_field.h"
#include "ui/kit/line_field.h"

#include <QRegularExpression>
#include <QVBoxLayout>

namespace keyturn {

namespace {

QString keyOf(const QString& label, const Catalogue& catalogue)
{
    static const QRegularExpression others(QStringLiteral("[^a-z0-9]+"));
    QString key = label.normalized(QString::NormalizationForm_KD).toLower().replace(others, QStringLiteral("_"));
    while (key.startsWith(u'_')) {
        key.remove(0, 1);
    }
    while (key.endsWith(u'_')) {
        key.chop(1);
    }
    key = key.left(40);
    if (key.isEmpty() || key.front().isDigit()) {
        key.prepend(QStringLiteral("field_"));
    }
    const QString stem = key;
    for (int number = 2; leadField(QStringLiteral("custom.") + key, catalogue); ++number) {
        key = stem + u'_' + QString::number(number);
    }
    return key;
}

} // namespace

NewFieldForm::NewFieldForm(Theme& theme, Workspace& workspace, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_name(new LineField(theme, tr("Name of the field")))
    , m_type(new ComboField(theme, tr("What it holds")))
{
    setObjectName(QStringLiteral("newFieldForm"));
    setFixedWidth(280);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    m_name->setText(name);
    m_name->edit().setObjectName(QStringLiteral("newFieldName"));
    m_type->addItem(tr("Text"), QStringLiteral("text"));
    m_type->addItem(tr("Number"), QStringLiteral("number"));
    m_type->addItem(tr("Money"), QStringLiteral("money"));
    m_type->addItem(tr("Date"), QStringLiteral("date"));
    m_type->addItem(tr("Yes or no"), QStringLiteral("yes_no"));
    m_type->setValue(QStringLiteral("text"));
    auto* add = new Button(theme, Button::Kind::Primary, tr("Add the field"));
    add->setObjectName(QStringLiteral("newFieldAdd"));
    layout->addWidget(m_name);
    layout->addWidget(m_type);
    layout->addWidget(add, 0, Qt::AlignRight);
    setFocusProxy(&m_name->edit());
    connect(add, &QAbstractButton::clicked, this, &NewFieldForm::submit);
    connect(&m_name->edit(), &QLineEdit::returnPressed, this, &NewFieldForm::submit);
}

void NewFieldForm::submit()
{
    const Catalogue& catalogue = m_workspace.catalogue();
    CustomField field;
    field.label = m_name->text().simplified();
    if (field.label.isEmpty()) {
        m_name->setError(tr("The field needs a name."));
        return;
    }
    field.key = keyOf(field.label, catalogue);
    field.type = customFieldTypeFromKey(m_type->value().toString()).value_or(CustomField::Type::Text);
    DefineCustomFields command;
    command.fields = catalogue.customFields;
    command.fields.push_back(field);
    whenReady(m_workspace.submit(command), this, [this, key = field.key](const Result<Committed>& answer) {
        if (!answer) {
            m_name->setError(answer.error().message);
        } else {
            Q_EMIT made(QStringLiteral("custom.") + key);
        }
    });
}

} // namespace keyturn
