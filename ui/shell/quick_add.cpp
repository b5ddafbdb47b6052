// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/quick_add.h"

#include "models/domain/lead_fields.h"
#include "models/domain/value_lists.h"
#include "models/workspace/when_ready.h"
#include "ui/kit/button.h"
#include "ui/kit/combo_field.h"
#include "ui/kit/label.h"
#include "ui/kit/line_field.h"
#include "ui/kit/surface.h"

#include <QGridLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace keyturn {

QuickAdd::QuickAdd(Theme& theme, Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_name(new LineField(theme, tr("Name")))
    , m_phone(new LineField(theme, tr("Phone")))
    , m_email(new LineField(theme, tr("E-mail")))
    , m_source(new ComboField(theme, tr("Source")))
    , m_amount(new LineField(theme, tr("Loan amount")))
    , m_duplicate(nullptr)
    , m_duplicateText(new Label(theme, TextStyle::Small, &Colors::amber))
    , m_problem(new Label(theme, TextStyle::Small, &Colors::red))
    , m_save(new Button(theme, Button::Kind::Primary, tr("Add lead")))
{
    setObjectName(QStringLiteral("quickAdd"));
    setAccessibleName(tr("New lead"));
    setFixedWidth(400);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(new Label(theme, TextStyle::Title, tr("New lead")));

    m_name->edit().setObjectName(QStringLiteral("quickName"));
    m_phone->edit().setObjectName(QStringLiteral("quickPhone"));
    m_email->edit().setObjectName(QStringLiteral("quickEmail"));
    m_amount->edit().setObjectName(QStringLiteral("quickAmount"));
    m_amount->edit().setPrefix(QStringLiteral("$"));
    m_name->edit().setPlaceholderText(tr("First and last name"));
    m_source->addItem(tr("Not known"), QString());
    for (const Choice& choice : choices(ValueList::Source)) {
        m_source->addItem(choice.label, choice.key);
    }
    layout->addWidget(m_name);
    auto* grid = new QGridLayout;
    grid->setSpacing(12);
    grid->addWidget(m_phone, 0, 0, Qt::AlignTop);
    grid->addWidget(m_email, 0, 1, Qt::AlignTop);
    grid->addWidget(m_source, 1, 0, Qt::AlignTop);
    grid->addWidget(m_amount, 1, 1, Qt::AlignTop);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    layout->addLayout(grid);

    auto* bar = new Surface(theme, &Colors::amberSoft);
    bar->setBox(nullptr, 6);
    bar->setObjectName(QStringLiteral("duplicate"));
    auto* barLayout = new QHBoxLayout(bar);
    barLayout->setContentsMargins(12, 8, 12, 8);
    m_duplicateText->setWordWrap(true);
    barLayout->addWidget(m_duplicateText, 1);
    auto* open = new Button(theme, Button::Kind::Secondary, tr("Open it"));
    open->setSmall(true);
    open->setObjectName(QStringLiteral("openExisting"));
    barLayout->addWidget(open);
    m_duplicate = bar;
    m_duplicate->hide();
    layout->addWidget(m_duplicate);

    m_problem->setWordWrap(true);
    m_problem->hide();
    layout->addWidget(m_problem);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(
        new Label(theme, TextStyle::Small, &Colors::text2, tr("A name and one way to reach them is enough.")));
    buttons->addStretch();
    m_save->setKeyHint(QStringLiteral("Enter"));
    m_save->setObjectName(QStringLiteral("quickSave"));
    buttons->addWidget(m_save);
    layout->addLayout(buttons);

    connect(m_save, &Button::clicked, this, &QuickAdd::save);
    connect(open, &Button::clicked, this, [this] { Q_EMIT openExistingRequested(m_existing); });
    for (LineField* field : {m_name, m_phone, m_email, m_amount}) {
        connect(field, &LineField::edited, this, [this, field] {
            field->setError({});
            m_problem->hide();
        });
    }
    connect(m_email, &LineField::edited, this, [this] { m_duplicate->hide(); });
    setFocusProxy(m_name);
}

bool QuickAdd::take(CreateLead& command, LineField& box, const QString& field)
{
    const QString text = box.text().trimmed();
    if (text.isEmpty()) {
        return true;
    }
    const auto known = leadField(field, m_workspace.catalogue());
    if (!known) {
        return false;
    }
    const auto value = parseField(*known, text, m_workspace.catalogue());
    if (!value) {
        box.setError(value.error().message);
        return false;
    }
    command.fields.push_back({known->name, *value, std::nullopt});
    return true;
}

bool QuickAdd::collect(CreateLead& command)
{
    bool good = true;
    if (m_name->text().trimmed().isEmpty()) {
        m_name->setError(tr("Who is it? Write at least one name."));
        good = false;
    } else {
        good = take(command, *m_name, QStringLiteral("name"));
    }
    good = take(command, *m_phone, QStringLiteral("mobile")) && good;
    good = take(command, *m_email, QStringLiteral("email")) && good;
    good = take(command, *m_amount, QStringLiteral("estimated_value_cents")) && good;
    if (!m_source->value().toString().isEmpty()) {
        command.fields.push_back({QStringLiteral("source"), m_source->value(), std::nullopt});
    }
    return good;
}

void QuickAdd::save()
{
    if (m_saving) {
        return;
    }
    for (LineField* field : {m_name, m_phone, m_email, m_amount}) {
        field->setError({});
    }
    m_duplicate->hide();
    m_problem->hide();
    CreateLead command;
    if (!m_stage.isNull()) {
        command.stage = m_stage;
    }
    if (!collect(command)) {
        for (LineField* field : {m_name, m_phone, m_email, m_amount}) {
            if (!field->error().isEmpty()) {
                field->setFocus();
                break;
            }
        }
        return;
    }
    m_saving = true;
    m_save->setEnabled(false);
    const QString name = m_name->text().simplified();
    whenReady(m_workspace.submit(command), this, [this, name](const Result<Committed>& answer) {
        m_saving = false;
        m_save->setEnabled(true);
        if (!answer) {
            refuse(answer.error());
            return;
        }
        LeadId lead;
        for (const RowChange& row : answer->changes.rows) {
            if (row.table == QLatin1String("leads") && row.kind == RowChange::Kind::Insert) {
                lead = LeadId::fromString(row.id);
            }
        }
        Q_EMIT saved(lead, name);
    });
}

void QuickAdd::refuse(const Error& error)
{
    // A rule that speaks of one field names it in its detail: {"field": "email", "lead_id": "…"}.
    const QJsonObject detail = QJsonDocument::fromJson(error.detail.toUtf8()).object();
    const QString field = detail.value(QStringLiteral("field")).toString();
    m_existing = LeadId::fromString(detail.value(QStringLiteral("lead_id")).toString());
    if (!m_existing.isNull()) {
        m_duplicateText->setText(error.message);
        m_duplicate->show();
        m_email->setFocus();
        return;
    }
    const std::pair<const char*, LineField*> boxes[] = {
        {"email", m_email}, {"mobile", m_phone}, {"phone", m_phone}, {"estimated_value_cents", m_amount},
        {"name", m_name},
    };
    for (const auto& [name, box] : boxes) {
        if (field == QLatin1String(name)) {
            box->setError(error.message);
            box->setFocus();
            return;
        }
    }
    m_problem->setText(error.message);
    m_problem->show();
    if (error.kind == Error::Kind::Storage || error.kind == Error::Kind::Busy || error.kind == Error::Kind::Corrupt) {
        Q_EMIT failed(error);
    }
}

void QuickAdd::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        save();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace keyturn
