// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/documents_tab.h"

#include "models/domain/value_lists.h"
#include "models/items/day_frame.h"
#include "models/items/moment_text.h"
#include "ui/kit/button.h"
#include "ui/kit/label.h"
#include "ui/kit/section_card.h"
#include "ui/lead/file_work.h"

#include <QBoxLayout>
#include <QLocale>

namespace keyturn {

DocumentsTab::DocumentsTab(Workspace& workspace, LeadEditor& editor, FileWork& files, const UiContext& context,
                           QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_editor(editor)
    , m_files(files)
    , m_context(context)
    , m_card(new SectionCard(context.theme, tr("Documents"), this))
    , m_rows(new QWidget)
    , m_none(new Label(context.theme, TextStyle::Body, &Colors::text2,
                       tr("No documents yet. Pay stubs, contracts and letters belong here.")))
    , m_problem(new Label(context.theme, TextStyle::Small, &Colors::red))
{
    setObjectName(QStringLiteral("documentsTab"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 20);
    column->addWidget(m_card);
    column->addStretch(1);
    auto* add = new Button(context.theme, Button::Kind::Secondary, tr("Add a file"), m_card);
    add->setObjectName(QStringLiteral("addDocument"));
    add->setAccessibleName(tr("Add a file"));
    add->setIconName(QStringLiteral("file-plus"));
    add->setSmall(true);
    m_card->addHeaderWidget(add);
    const auto offer = [&workspace, add] { add->setVisible(workspace.access().mayWrite); };
    offer();
    connect(&workspace, &Workspace::accessChanged, add, offer);
    auto* rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    m_none->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_card->body()->addWidget(m_problem);
    m_card->body()->addWidget(m_none);
    m_card->body()->addWidget(m_rows);
    connect(add, &QAbstractButton::clicked, this, [this] {
        m_files.attach(this, m_editor.lead(),
                       [this](const QString& problem, DocumentId, const QString&) { showProblem(problem); });
    });
    connect(&editor, &LeadEditor::loaded, this, &DocumentsTab::rebuild);
    connect(&editor, &LeadEditor::listsChanged, this, &DocumentsTab::rebuild);
    rebuild();
}

void DocumentsTab::showProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void DocumentsTab::rebuild()
{
    QLayout* rows = m_rows->layout();
    while (QLayoutItem* item = rows->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    const std::vector<Document>& documents = m_editor.detail().documents;
    for (const Document& document : documents) {
        rows->addWidget(row(document));
    }
    m_none->setVisible(documents.empty());
    m_rows->setVisible(!documents.empty());
    m_card->setCount(static_cast<qint64>(documents.size()));
}

QWidget* DocumentsTab::row(const Document& document)
{
    const DayFrame frame = DayFrame::around(m_workspace.clock().now(), userZone(m_workspace.catalogue()));
    auto* line = new QWidget(m_rows);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 2, 0, 2);
    row->setSpacing(8);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* name = new Label(m_context.theme, TextStyle::BodyMedium, document.fileName, line);
    name->setElided(true);
    words->addWidget(name);
    const User* who = m_workspace.catalogue().user(document.uploadedBy);
    QStringList more{choiceLabel(ValueList::DocumentType, document.documentType),
                     QLocale().formattedDataSize(document.size),
                     MomentText::shortDate(document.createdAt.dateIn(frame.zone), frame.today)};
    if (who != nullptr) {
        more.append(who->name());
    }
    auto* small = new Label(m_context.theme, TextStyle::Small, &Colors::text2, more.join(QStringLiteral(" · ")), line);
    small->setElided(true);
    words->addWidget(small);
    row->addLayout(words, 1);
    auto* save = new Button(m_context.theme, Button::Kind::Secondary, tr("Save as…"), line);
    save->setObjectName(QStringLiteral("saveDocument"));
    save->setAccessibleName(tr("Save %1 to a file").arg(document.fileName));
    save->setIconName(QStringLiteral("download"));
    save->setSmall(true);
    connect(save, &QAbstractButton::clicked, this, [this, document] {
        m_files.save(this, document.id, document.fileName, [this, document](const QString& problem) {
            showProblem(problem);
            if (problem.isEmpty()) {
                Q_EMIT noticed(tr("%1 saved.").arg(document.fileName));
            }
        });
    });
    row->addWidget(save);
    return line;
}

} // namespace keyturn
