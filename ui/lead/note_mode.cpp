// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/note_mode.h"

#include "models/domain/value_lists.h"
#include "ui/kit/button.h"
#include "ui/lead/growing_edit.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace keyturn {

namespace {

Button* toggle(Theme& theme, const QString& objectName, const QString& text, const QString& iconName, QWidget* parent)
{
    auto* button = new Button(theme, Button::Kind::Quiet, text, parent);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    button->setIconName(iconName);
    button->setSmall(true);
    button->setCheckable(true);
    QObject::connect(button, &QAbstractButton::toggled, button,
                     [button](bool on) { button->setKind(on ? Button::Kind::Soft : Button::Kind::Quiet); });
    return button;
}

} // namespace

NoteMode::NoteMode(Theme& theme, QWidget* parent)
    : ComposerMode(parent)
    , m_text(new GrowingEdit(theme, this))
    , m_options(new QWidget(this))
    , m_type(new QComboBox(m_options))
    , m_private(toggle(theme, QStringLiteral("notePrivate"), tr("Private"), QStringLiteral("lock"), m_options))
    , m_pinned(toggle(theme, QStringLiteral("notePinned"), tr("Pin"), QStringLiteral("pin"), m_options))
    , m_save(new Button(theme, Button::Kind::Primary, tr("Save note"), m_options))
{
    setObjectName(QStringLiteral("noteMode"));
    m_text->setObjectName(QStringLiteral("noteText"));
    m_text->setAccessibleName(tr("Note"));
    m_text->setPlaceholderText(tr("Write a note. @ mentions a colleague."));
    m_text->setKeyHint(tr("Ctrl Enter"));
    m_type->setObjectName(QStringLiteral("noteType"));
    m_type->setAccessibleName(tr("Type of note"));
    for (const Choice& choice : choices(ValueList::NoteType)) {
        m_type->addItem(choice.label, choice.key);
    }
    m_private->setToolTip(tr("Only you will see this note, and it mentions nobody."));
    m_pinned->setToolTip(tr("Pinned notes stand first among the notes."));
    m_save->setObjectName(QStringLiteral("noteSave"));
    m_save->setAccessibleName(tr("Save note"));
    m_save->setSmall(true);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_text);
    column->addWidget(m_options);
    auto* row = new QHBoxLayout(m_options);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_type);
    row->addWidget(m_private);
    row->addWidget(m_pinned);
    row->addStretch(1);
    row->addWidget(m_save);

    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        showOptions();
        Q_EMIT edited();
    });
    connect(m_text, &GrowingEdit::submitted, this, &ComposerMode::submitted);
    connect(m_text, &GrowingEdit::cancelled, this, &ComposerMode::cancelled);
    connect(m_type, &QComboBox::activated, this, &ComposerMode::edited);
    connect(m_private, &QAbstractButton::toggled, this, &ComposerMode::edited);
    connect(m_pinned, &QAbstractButton::toggled, this, &ComposerMode::edited);
    connect(m_save, &QAbstractButton::clicked, this, &ComposerMode::submitted);
    showOptions();
}

void NoteMode::showOptions()
{
    m_options->setVisible(!m_text->toPlainText().isEmpty());
}

void NoteMode::follow(const Catalogue& catalogue)
{
    m_text->setPeople(catalogue.users);
}

Result<Command> NoteMode::command(LeadId lead) const
{
    const QString text = m_text->toPlainText().trimmed();
    if (text.isEmpty()) {
        return fail(Error::Kind::Invalid, tr("Write something first, then save the note."));
    }
    AddNote note;
    note.lead = lead;
    note.content = text;
    note.type = m_type->currentData().toString();
    note.isPrivate = m_private->isChecked();
    note.isPinned = m_pinned->isChecked();
    if (!note.isPrivate) {
        note.mentions = m_text->mentions();
    }
    return Command(note);
}

QVariantMap NoteMode::draft() const
{
    if (m_text->toPlainText().trimmed().isEmpty()) {
        return {};
    }
    return {{QStringLiteral("text"), m_text->toPlainText()},
            {QStringLiteral("type"), m_type->currentData()},
            {QStringLiteral("private"), m_private->isChecked()},
            {QStringLiteral("pinned"), m_pinned->isChecked()}};
}

void NoteMode::setDraft(const QVariantMap& draft)
{
    const QSignalBlocker quiet(this);
    m_text->setPlainText(draft.value(QStringLiteral("text")).toString());
    m_type->setCurrentIndex(
        std::max(0, m_type->findData(draft.value(QStringLiteral("type"), QStringLiteral("general")))));
    m_private->setChecked(draft.value(QStringLiteral("private")).toBool());
    m_pinned->setChecked(draft.value(QStringLiteral("pinned")).toBool());
    m_text->moveCursor(QTextCursor::End);
}

void NoteMode::focusFirst()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void NoteMode::setBusy(bool busy)
{
    m_save->setEnabled(!busy);
}

} // namespace keyturn
