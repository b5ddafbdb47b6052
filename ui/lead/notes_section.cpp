// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/notes_section.h"

#include "models/items/lead_editor.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/lead/note_card.h"

#include <QBoxLayout>

#include <algorithm>

namespace keyturn {

NotesSection::NotesSection(const UiContext& context, Workspace& workspace, FileWork& files, LeadEditor& editor,
                           QWidget* parent)
    : SectionCard(context.theme, tr("Notes"), parent)
    , m_context(context)
    , m_workspace(workspace)
    , m_files(files)
    , m_editor(editor)
    , m_rows(new QWidget)
    , m_empty(new Label(context.theme, TextStyle::Body, &Colors::text2,
                        tr("No notes yet. What should not be forgotten about this borrower belongs here.")))
{
    setObjectName(QStringLiteral("notesSection"));
    setCollapsible(true);
    auto* write = new Button(context.theme, Button::Kind::Quiet, tr("Write"), this);
    write->setObjectName(QStringLiteral("writeNoteButton"));
    write->setAccessibleName(tr("Write a note"));
    write->setIconName(QStringLiteral("plus"));
    write->setSmall(true);
    addHeaderWidget(write);
    connect(write, &QAbstractButton::clicked, this, &NotesSection::writeRequested);
    auto* rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    m_empty->setWordWrap(true);
    body()->addWidget(m_empty);
    body()->addWidget(m_rows);
    connect(&editor, &LeadEditor::loaded, this, &NotesSection::rebuild);
    connect(&editor, &LeadEditor::listsChanged, this, &NotesSection::rebuild);
    rebuild();
}

// Cards stay with their notes, so that one that is being edited survives what happens to the others.
void NotesSection::rebuild()
{
    std::vector<Note> notes = m_editor.detail().notes;
    std::stable_partition(notes.begin(), notes.end(), [](const Note& note) { return note.isPinned; });
    auto* rows = qobject_cast<QVBoxLayout*>(m_rows->layout());
    std::vector<NoteCard*> cards;
    for (const Note& note : notes) {
        const auto found =
            std::find_if(m_cards.begin(), m_cards.end(), [&](const NoteCard* card) { return card->id() == note.id; });
        NoteCard* card = found != m_cards.end() ? *found : new NoteCard(m_context, m_workspace, m_files, note, m_rows);
        if (found != m_cards.end()) {
            m_cards.erase(found);
        }
        card->setNote(note);
        rows->removeWidget(card);
        rows->addWidget(card);
        cards.push_back(card);
    }
    for (NoteCard* gone : m_cards) {
        gone->hide();
        gone->deleteLater();
    }
    m_cards = cards;
    m_empty->setVisible(cards.empty());
    m_rows->setVisible(!cards.empty());
    setCount(cards.empty() ? -1 : static_cast<qint64>(cards.size()));
}

} // namespace keyturn
