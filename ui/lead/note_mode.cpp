// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/note_mode.h"

#include "models/domain/value_lists.h"
#include "ui/kit/button.h"
#include "ui/kit/flow_layout.h"
#include "ui/lead/growing_edit.h"
#include "ui/lead/removable_chip.h"

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
    , m_theme(theme)
    , m_text(new GrowingEdit(theme, this))
    , m_options(new QWidget(this))
    , m_type(new QComboBox(m_options))
    , m_private(toggle(theme, QStringLiteral("notePrivate"), tr("Private"), QStringLiteral("lock"), m_options))
    , m_pinned(toggle(theme, QStringLiteral("notePinned"), tr("Pin"), QStringLiteral("pin"), m_options))
    , m_attach(new Button(theme, Button::Kind::Quiet, tr("Attach"), m_options))
    , m_save(new Button(theme, Button::Kind::Primary, tr("Save note"), m_options))
    , m_chips(new QWidget(this))
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
    m_attach->setObjectName(QStringLiteral("noteAttach"));
    m_attach->setAccessibleName(tr("Attach a file to the note"));
    m_attach->setToolTip(tr("The file becomes a document of this lead, and the note points to it."));
    m_attach->setIconName(QStringLiteral("paperclip"));
    m_attach->setSmall(true);
    m_save->setObjectName(QStringLiteral("noteSave"));
    m_save->setAccessibleName(tr("Save note"));
    m_save->setSmall(true);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_text);
    new FlowLayout(6, m_chips);
    column->addWidget(m_chips);
    column->addWidget(m_options);
    // In a narrow panel the row breaks, and what saves stays in sight.
    auto* row = new FlowLayout(4, m_options);
    row->addWidget(m_type);
    row->addWidget(m_private);
    row->addWidget(m_pinned);
    row->addWidget(m_attach);
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
    connect(m_attach, &QAbstractButton::clicked, this, &NoteMode::attachRequested);
    connect(m_save, &QAbstractButton::clicked, this, &ComposerMode::submitted);
    showFiles();
}

void NoteMode::showOptions()
{
    m_options->setVisible(!m_text->toPlainText().isEmpty() || !m_files.empty());
}

void NoteMode::addAttachment(DocumentId document, const QString& fileName)
{
    m_files.push_back({document, fileName});
    showFiles();
    Q_EMIT edited();
}

void NoteMode::showFiles()
{
    QLayout* row = m_chips->layout();
    while (QLayoutItem* item = row->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const File& file : m_files) {
        auto* chip =
            new RemovableChip(m_theme, Chip::tag(file.name), tr("Leave %1 out of the note").arg(file.name), m_chips);
        connect(chip, &QAbstractButton::clicked, this, [this, id = file.id] {
            std::erase_if(m_files, [id](const File& each) { return each.id == id; });
            showFiles();
            m_text->setFocus();
            Q_EMIT edited();
        });
        row->addWidget(chip);
        chip->show();
    }
    m_chips->setVisible(!m_files.empty());
    showOptions();
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
    for (const File& file : m_files) {
        note.attachments.push_back(file.id);
    }
    return Command(note);
}

QVariantMap NoteMode::draft() const
{
    if (m_text->toPlainText().trimmed().isEmpty() && m_files.empty()) {
        return {};
    }
    QVariantList files;
    for (const File& file : m_files) {
        files.append(QVariant(QVariantList{file.id.toString(), file.name}));
    }
    return {{QStringLiteral("files"), files},
            {QStringLiteral("text"), m_text->toPlainText()},
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
    m_files.clear();
    for (const QVariant& file : draft.value(QStringLiteral("files")).toList()) {
        const QVariantList parts = file.toList();
        m_files.push_back({DocumentId::fromString(parts.value(0).toString()), parts.value(1).toString()});
    }
    showFiles();
    m_text->moveCursor(QTextCursor::End);
}

void NoteMode::focusFirst()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void NoteMode::setBusy(bool busy)
{
    m_save->setEnabled(!busy);
    m_attach->setEnabled(!busy);
}

} // namespace keyturn
