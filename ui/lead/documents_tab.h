// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lead_editor.h"
#include "ui/kit/ui_context.h"

#include <QWidget>

namespace keyturn {

class FileWork;
class Label;
class SectionCard;

/// The documents of a lead: what there is, adding one, saving one to a file.
class DocumentsTab : public QWidget
{
    Q_OBJECT

public:
    DocumentsTab(Workspace& workspace, LeadEditor& editor, FileWork& files, const UiContext& context,
                 QWidget* parent = nullptr);

Q_SIGNALS:
    void noticed(const QString& text);

private:
    void rebuild();
    QWidget* row(const Document& document);
    void showProblem(const QString& sentence);

    Workspace& m_workspace;
    LeadEditor& m_editor;
    FileWork& m_files;
    const UiContext m_context;
    SectionCard* m_card;
    QWidget* m_rows;
    Label* m_none;
    Label* m_problem;
};

} // namespace keyturn
