// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/workspace.h"
#include "ui/kit/ui_context.h"

#include <QWidget>

namespace keyturn {

class FileWork;
class GrowingEdit;
class IconButton;
class Label;

/// One note: who wrote it and when, its text, and what can be done with it. Edited in place; a refused change keeps the
/// typed text.
class NoteCard : public QWidget
{
    Q_OBJECT

public:
    NoteCard(const UiContext& context, Workspace& workspace, FileWork& files, const Note& note,
             QWidget* parent = nullptr);

    [[nodiscard]] NoteId id() const { return m_note.id; }
    void setNote(const Note& note);
    [[nodiscard]] bool isEditing() const { return m_editor != nullptr; }
    void edit();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void closeEditor();
    void save();
    void submit(const Command& command, bool closes);
    void openAttachment(const Attachment& attachment);
    void showMenu();
    [[nodiscard]] bool isMine() const { return m_note.author == m_workspace.catalogue().me; }
    [[nodiscard]] QString heading() const;

    const UiContext m_context;
    Workspace& m_workspace;
    FileWork& m_files;
    Note m_note;
    Label* m_heading;
    Label* m_marks;
    Label* m_text;
    IconButton* m_pin;
    IconButton* m_more;
    QWidget* m_attachments;
    Label* m_problem;
    GrowingEdit* m_editor = nullptr;
    QWidget* m_editorRow = nullptr;
};

} // namespace keyturn
