// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/tags_section.h"

#include "models/items/lead_editor.h"
#include "models/workspace/when_ready.h"
#include "ui/kit/flow_layout.h"
#include "ui/kit/label.h"
#include "ui/kit/line_edit.h"
#include "ui/lead/removable_chip.h"

#include <QBoxLayout>
#include <QCompleter>
#include <QStringListModel>
#include <QTimer>

namespace keyturn {

TagsSection::TagsSection(Theme& theme, Workspace& workspace, LeadEditor& editor, QWidget* parent)
    : SectionCard(theme, tr("Tags"), parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_editor(editor)
    , m_chips(new QWidget)
    , m_box(new LineEdit(theme))
    , m_problem(new Label(theme, TextStyle::Small, &Colors::red))
    , m_known(new QStringListModel(this))
{
    setObjectName(QStringLiteral("tagsSection"));
    setCollapsible(true);
    new FlowLayout(6, m_chips);
    m_box->setObjectName(QStringLiteral("tagBox"));
    m_box->setAccessibleName(tr("Add a tag"));
    m_box->setPlaceholderText(tr("Add a tag"));
    m_box->setMaxLength(60);
    m_box->setKeyHint(tr("Enter"));
    auto* completer = new QCompleter(m_known, m_box);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_box->setCompleter(completer);
    m_problem->setWordWrap(true);
    m_problem->hide();
    body()->setSpacing(8);
    body()->addWidget(m_chips);
    body()->addWidget(m_box);
    body()->addWidget(m_problem);
    connect(m_box, &QLineEdit::returnPressed, this, [this] { add(m_box->text()); });
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this, [this](const QString& name) {
        add(name);
        // The completer writes its word into the box after this.
        QTimer::singleShot(0, m_box, [this] { m_box->clear(); });
    });
    connect(&editor, &LeadEditor::loaded, this, &TagsSection::rebuild);
    connect(&editor, &LeadEditor::listsChanged, this, &TagsSection::rebuild);
    connect(&workspace, &Workspace::catalogueChanged, this, &TagsSection::rebuild);
    rebuild();
}

void TagsSection::rebuild()
{
    const QStringList tags = m_editor.detail().tags;
    QStringList others;
    for (const Tag& tag : m_workspace.catalogue().tags) {
        if (!tags.contains(tag.name, Qt::CaseInsensitive)) {
            others.append(tag.name);
        }
    }
    m_known->setStringList(others);
    if (tags == m_shown && !m_shown.isEmpty()) {
        return;
    }
    m_shown = tags;
    QLayout* row = m_chips->layout();
    while (QLayoutItem* item = row->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (const QString& tag : tags) {
        auto* chip = new RemovableChip(m_theme, Chip::tag(tag), tr("Remove the tag %1").arg(tag), m_chips);
        connect(chip, &QAbstractButton::clicked, this, [this, tag] { change({}, {tag}); });
        row->addWidget(chip);
        chip->show();
    }
    m_chips->setVisible(!tags.isEmpty());
    setCount(tags.isEmpty() ? -1 : tags.size());
}

void TagsSection::add(const QString& name)
{
    const QString tag = name.trimmed();
    if (tag.isEmpty()) {
        return;
    }
    m_box->clear();
    if (!m_editor.detail().tags.contains(tag, Qt::CaseInsensitive)) {
        change({tag}, {});
    }
}

void TagsSection::change(const QStringList& added, const QStringList& removed)
{
    m_problem->hide();
    whenReady(m_workspace.submit(TagLeads{{m_editor.lead()}, added, removed}), this,
              [this, added](const Result<Committed>& answer) {
                  if (!answer) {
                      m_problem->setText(answer.error().message);
                      m_problem->show();
                      if (!added.isEmpty() && m_box->text().isEmpty()) {
                          m_box->setText(added.front());
                      }
                  }
              });
}

} // namespace keyturn
