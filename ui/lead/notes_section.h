// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace/workspace.h"
#include "ui/kit/section_card.h"
#include "ui/kit/ui_context.h"

namespace keyturn {

class FileWork;
class Label;
class LeadEditor;
class NoteCard;

/// The notes of a lead, pinned ones first, each edited in its place.
class NotesSection : public SectionCard
{
    Q_OBJECT

public:
    NotesSection(const UiContext& context, Workspace& workspace, FileWork& files, LeadEditor& editor,
                 QWidget* parent = nullptr);

Q_SIGNALS:
    void writeRequested();

private:
    void rebuild();

    const UiContext m_context;
    Workspace& m_workspace;
    FileWork& m_files;
    LeadEditor& m_editor;
    QWidget* m_rows;
    Label* m_empty;
    std::vector<NoteCard*> m_cards;
};

} // namespace keyturn
