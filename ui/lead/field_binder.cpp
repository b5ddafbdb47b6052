// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/field_binder.h"

#include "models/items/day_frame.h"
#include "ui/kit/combo_field.h"
#include "ui/kit/date_field.h"
#include "ui/kit/line_field.h"
#include "ui/lead/typing_format.h"

#include <QComboBox>

#include <algorithm>

namespace keyturn {

namespace {

using Kind = LeadField::Kind;
using State = LeadEditor::State;

QString objectNameOf(const QString& name)
{
    QString made = QStringLiteral("field_") + name;
    return made.replace(QLatin1Char('.'), QLatin1Char('_'));
}

} // namespace

FieldBinder::FieldBinder(LeadEditor& editor, Workspace& workspace, const UiContext& context, QObject* parent)
    : QObject(parent)
    , m_editor(editor)
    , m_workspace(workspace)
    , m_context(context)
{
    connect(&editor, &LeadEditor::fieldChanged, this, &FieldBinder::refresh);
    connect(&editor, &LeadEditor::loaded, this, &FieldBinder::refreshAll);
}

LineField* FieldBinder::line(const QString& name) const
{
    return qobject_cast<LineField*>(box(name));
}

Field* FieldBinder::make(const QString& name, QWidget* parent, const QString& label)
{
    const std::optional<LeadField> found = leadField(name, m_workspace.catalogue());
    if (!found) {
        return nullptr;
    }
    const QString shown = label.isEmpty() ? found->label : label;
    Field* box = nullptr;
    switch (found->kind) {
    case Kind::Choice:
    case Kind::State:
    case Kind::YesNo:
        box = makeCombo(*found, shown, parent);
        break;
    case Kind::Date:
        box = makeDate(*found, shown, parent);
        break;
    default:
        box = makeLine(*found, shown, parent);
    }
    box->setObjectName(objectNameOf(name));
    connect(box, &Field::takeTheirsRequested, this, [this, name] { m_editor.takeTheirs(name); });
    connect(box, &Field::keepMineRequested, this, [this, name] { m_editor.keepMine(name); });
    m_boxes.insert(name, box);
    m_kinds.insert(name, found->kind);
    refresh(name);
    return box;
}

// Units stand behind the box; the text has the bare number.
QString FieldBinder::shownText(const QString& name) const
{
    QString text = m_editor.text(name);
    const State state = m_editor.state(name);
    if (state == State::Clean || state == State::Saved) {
        const Kind kind = m_kinds.value(name, Kind::Text);
        if (kind == Kind::Percent && text.endsWith(QLatin1Char('%'))) {
            text.chop(1);
        } else if (kind == Kind::Months) {
            const QVariant months = m_editor.effective(name);
            text = months.isValid() ? months.toString() : QString();
        }
    }
    return text;
}

Field* FieldBinder::makeLine(const LeadField& field, const QString& label, QWidget* parent)
{
    auto* box = new LineField(m_context.theme, label, parent);
    LineEdit& edit = box->edit();
    edit.setObjectName(objectNameOf(field.name) + QStringLiteral("_edit"));
    edit.setAccessibleName(label);
    if (field.maxLength > 0) {
        edit.setMaxLength(field.maxLength);
    }
    if (field.kind == Kind::Percent) {
        edit.setSuffix(QStringLiteral("%"));
    } else if (field.kind == Kind::Months) {
        edit.setSuffix(tr("months"));
    } else if (field.kind == Kind::MonthDay) {
        edit.setPlaceholderText(tr("month/day"));
    }
    if (field.kind == Kind::Money) {
        TypingFormat::attach(edit, TypingFormat::Money);
    } else if (field.kind == Kind::Phone) {
        TypingFormat::attach(edit, TypingFormat::Phone);
    }
    const QString name = field.name;
    connect(box, &LineField::edited, this, [this, name, box] { m_editor.setText(name, box->text()); });
    connect(&edit, &QLineEdit::editingFinished, this, [this, name] {
        const State state = m_editor.state(name);
        if (state == State::Editing || state == State::Failed) {
            m_editor.commit(name);
        }
        refresh(name);
    });
    return box;
}

Field* FieldBinder::makeCombo(const LeadField& field, const QString& label, QWidget* parent)
{
    auto* box = new ComboField(m_context.theme, label, parent);
    box->box().setObjectName(objectNameOf(field.name) + QStringLiteral("_box"));
    box->box().setAccessibleName(label);
    // The longest choice does not decide how wide the form is.
    box->box().setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->box().setMinimumContentsLength(4);
    if (!field.required) {
        box->addItem(field.kind == Kind::YesNo ? tr("Not asked") : QStringLiteral("–"), QVariant());
    }
    if (field.kind == Kind::YesNo) {
        box->addItem(tr("Yes"), QVariant(qint64(1)));
        box->addItem(tr("No"), QVariant(qint64(0)));
    }
    for (const Choice& choice : field.choices) {
        box->addItem(choice.label, choice.key);
    }
    const QString name = field.name;
    connect(box, &ComboField::committed, this, [this, name](const QVariant& value) { m_editor.setValue(name, value); });
    return box;
}

Field* FieldBinder::makeDate(const LeadField& field, const QString& label, QWidget* parent)
{
    auto* box = new DateField(
        m_context.theme, label, [this] { return m_workspace.clock().now().dateIn(userZone(m_workspace.catalogue())); },
        parent);
    box->edit().setObjectName(objectNameOf(field.name) + QStringLiteral("_edit"));
    box->edit().setAccessibleName(label);
    const QString name = field.name;
    connect(box, &DateField::committed, this, [this, name](const std::optional<QDate>& date) {
        m_editor.setValue(name, date ? QVariant(date->toString(Qt::ISODate)) : QVariant());
    });
    return box;
}

void FieldBinder::refresh(const QString& name)
{
    Field* box = m_boxes.value(name);
    if (box == nullptr) {
        return;
    }
    const State state = m_editor.state(name);
    const bool open = state == State::Editing || state == State::Invalid || state == State::Failed ||
                      state == State::ChangedElsewhere;
    if (auto* line = qobject_cast<LineField*>(box)) {
        // What is being typed stays as it was typed; its usual form comes when the user leaves.
        const bool typing = line->edit().hasFocus() && state != State::Clean;
        if (!typing && line->text() != shownText(name)) {
            line->setText(shownText(name));
        } else if (!typing && !open) {
            line->setText(line->text());
        }
    } else if (auto* combo = qobject_cast<ComboField*>(box)) {
        combo->setValue(state == State::Clean || state == State::Saved ? m_editor.value(name)
                                                                       : m_editor.effective(name));
    } else if (auto* date = qobject_cast<DateField*>(box)) {
        const QVariant value =
            state == State::Clean || state == State::Saved ? m_editor.value(name) : m_editor.effective(name);
        const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
        if (!date->edit().hasFocus() || date->date() != day) {
            date->setDate(day.isValid() ? std::optional(day) : std::nullopt);
        }
    }
    const bool wrong = state == State::Invalid || state == State::Failed;
    box->setError(wrong ? m_editor.error(name) : QString());
    if (state == State::ChangedElsewhere) {
        const QString theirs = m_editor.theirText(name);
        box->showChangedElsewhere(theirs.isNull() ? QStringLiteral("") : theirs);
    } else if (box->isChangedElsewhere()) {
        box->showChangedElsewhere(QString());
    }
    if (state == State::Saved && m_shown.value(name, State::Clean) != State::Saved) {
        box->showSaved();
    }
    m_shown.insert(name, state);
}

bool FieldBinder::hasUnsavable() const
{
    const QStringList names = m_boxes.keys();
    return std::any_of(names.begin(), names.end(), [this](const QString& name) {
        const State state = m_editor.state(name);
        return state == State::Invalid || state == State::Failed || state == State::ChangedElsewhere;
    });
}

void FieldBinder::refreshAll()
{
    m_shown.clear();
    const QStringList names = m_boxes.keys();
    for (const QString& name : names) {
        m_shown.insert(name, m_editor.state(name));
        refresh(name);
    }
}

} // namespace keyturn
