// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/book_section.h"

#include "models/workspace/backup_shelf.h"
#include "models/workspace/when_ready.h"
#include "ui/kit/button.h"
#include "ui/kit/chip.h"
#include "ui/kit/label.h"
#include "ui/kit/section_card.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace keyturn {

BookSection::BookSection(const UiContext& context, Workspace& workspace, QWidget* parent)
    : SettingsSection(context, workspace, parent)
    , m_backUp(new Button(context.theme, Button::Kind::Secondary, tr("Back up")))
    , m_verify(new Button(context.theme, Button::Kind::Secondary, tr("Check the book")))
    , m_checks(new QVBoxLayout)
{
    const BookInfo info = workspace.info();
    auto* card = new SectionCard(theme(), tr("This book"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(8);
    int line = 0;
    const auto fact = [&](const QString& name, const QString& text) {
        grid->addWidget(new Label(theme(), TextStyle::Body, &Colors::text2, name), line, 0, Qt::AlignTop);
        auto* value = new Label(theme(), TextStyle::Body, text);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        grid->addWidget(value, line, 1);
        ++line;
    };
    const bool isFile = workspace.access().keepsFile;
    fact(isFile ? tr("File") : tr("Server"), info.location);
    if (isFile) {
        fact(tr("Encryption"), info.isEncrypted
                                   ? tr("Encrypted; the key is in your keychain.")
                                   : tr("Not encrypted by Keyturn: whoever can read your files can read it. The disk "
                                        "encryption of your system protects it."));
    }
    fact(tr("Data"), info.isSample ? tr("Sample data: everybody in it is made up.") : tr("Your own data."));
    if (isFile && !info.isSample) {
        fact(tr("Daily backups"),
             tr("The last %1, in %2").arg(QString::number(BackupShelf::kept), BackupShelf(info.location).folder()));
    }
    fact(tr("Format"), tr("Version %1").arg(info.schemaVersion));
    grid->setColumnStretch(1, 1);
    card->body()->addLayout(grid);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_backUp->setIconName(QStringLiteral("save-all"));
    m_backUp->setObjectName(QStringLiteral("backUp"));
    m_backUp->setVisible(workspace.access().keepsFile);
    m_verify->setIconName(QStringLiteral("shield-check"));
    m_verify->setObjectName(QStringLiteral("verify"));
    auto* open = new Button(theme(), Button::Kind::Secondary, tr("Open another book"));
    open->setObjectName(QStringLiteral("openAnotherBook"));
    open->setIconName(QStringLiteral("folder-open"));
    auto* fresh = new Button(theme(), Button::Kind::Secondary, tr("New book"));
    fresh->setObjectName(QStringLiteral("newBook"));
    fresh->setIconName(QStringLiteral("book-open"));
    auto* bring = new Button(theme(), Button::Kind::Secondary, tr("Import a list"));
    bring->setIconName(QStringLiteral("file-up"));
    bring->setObjectName(QStringLiteral("importList"));
    bring->setVisible(workspace.access().takesLists);
    connect(&workspace, &Workspace::accessChanged, bring,
            [bring](const Access& access) { bring->setEnabled(access.takesLists); });
    connect(bring, &Button::clicked, this, &BookSection::importRequested);
    for (Button* button : {m_backUp, m_verify, bring, open, fresh}) {
        buttons->addWidget(button);
    }
    buttons->addStretch();
    card->body()->addLayout(buttons);
    card->body()->addLayout(makeFiles());
    m_checks->setSpacing(4);
    card->body()->addLayout(m_checks);
    column()->addWidget(card);
    column()->addStretch();
    connect(m_backUp, &Button::clicked, this, &BookSection::backUp);
    connect(m_verify, &Button::clicked, this, &BookSection::verify);
    connect(open, &Button::clicked, this, &BookSection::openBookRequested);
    connect(fresh, &Button::clicked, this, &BookSection::newBookRequested);
}

QLayout* BookSection::makeFiles()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    const auto add = [&](const QString& text, const char* icon, const char* name, void (BookSection::*asked)()) {
        auto* button = new Button(theme(), Button::Kind::Secondary, text);
        button->setIconName(QString::fromLatin1(icon));
        button->setObjectName(QString::fromLatin1(name));
        connect(button, &Button::clicked, this, asked);
        row->addWidget(button);
    };
    const Access access = workspace().access();
    if (access.keepsFile) {
        add(tr("Restore a backup"), "history", "restoreBackup", &BookSection::restoreRequested);
        add(tr("Export the whole book"), "file-down", "exportBook", &BookSection::exportBookRequested);
    }
    if (access.givesLists) {
        add(tr("Export activities"), "file-down", "exportActivities", &BookSection::exportActivitiesRequested);
    }
    row->addStretch();
    return row;
}

void BookSection::backUp()
{
    const QFileInfo book(workspace().info().location);
    const QString suggestion = QStringLiteral("%1/%2 %3.keyturn")
                                   .arg(book.absolutePath(), book.completeBaseName(),
                                        workspace().clock().now().toUtc().date().toString(Qt::ISODate));
    context().prompts.saveFile(
        this, tr("Back up the book"), suggestion, {tr("Keyturn books (*.keyturn)")}, [this](const QString& path) {
            if (path.isEmpty()) {
                return;
            }
            m_backUp->setEnabled(false);
            whenReady(workspace().backup(path), this, [this, path](const Result<qint64>& bytes) {
                m_backUp->setEnabled(true);
                if (!bytes) {
                    Q_EMIT failed(bytes.error());
                    return;
                }
                Q_EMIT noticed(
                    tr("Backed up to %1, %2").arg(QFileInfo(path).fileName(), QLocale().formattedDataSize(*bytes)));
            });
        });
}

void BookSection::verify()
{
    m_verify->setEnabled(false);
    showChecks({});
    addCheck(true, tr("Checking every entry. You can go on working meanwhile."), {});
    whenReady(workspace().verify(), this, [this](const Result<std::vector<Check>>& checks) {
        m_verify->setEnabled(true);
        if (!checks) {
            showChecks({});
            Q_EMIT failed(checks.error());
            return;
        }
        showChecks(*checks);
    });
}

void BookSection::showChecks(const std::vector<Check>& checks)
{
    while (QLayoutItem* item = m_checks->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Check& check : checks) {
        addCheck(check.ok, check.name, check.detail);
    }
}

void BookSection::addCheck(bool good, const QString& text, const QString& detail)
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(8);
    layout->addWidget(new ChipLabel(theme(), good ? Chip{ChipTone::Green, QStringLiteral("check"), tr("Good")}
                                                  : Chip{ChipTone::Red, QStringLiteral("x"), tr("Damaged")}));
    layout->addWidget(new Label(theme(), TextStyle::Body, text));
    auto* more = new Label(theme(), TextStyle::Small, &Colors::text2, detail);
    more->setElided(true);
    more->setToolTip(detail);
    layout->addWidget(more, 1);
    row->setAccessibleName(QStringLiteral("%1: %2").arg(text, good ? tr("Good") : tr("Damaged")));
    m_checks->addWidget(row);
}

} // namespace keyturn
