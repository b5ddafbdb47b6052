// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/file_prompts.h"

#include "ui/kit/confirm_sheet.h"

#include <QFileDialog>

namespace keyturn {

namespace {

void ask(QFileDialog* dialog, std::function<void(QString)> answer)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::finished, dialog, [dialog, answer = std::move(answer)](int result) {
        const QStringList files = dialog->selectedFiles();
        answer(result == QDialog::Accepted && !files.isEmpty() ? files.front() : QString());
    });
    dialog->open();
}

} // namespace

void FilePrompts::confirm(QWidget* parent, const QString& question, const QString& explanation, const QString& action,
                          std::function<void(bool)> answer)
{
    (new ConfirmSheet(m_theme, parent->window(), question, explanation, action, std::move(answer)))->open();
}

void FilePrompts::openFile(QWidget* parent, const QString& title, const QStringList& nameFilters,
                           std::function<void(QString)> answer)
{
    auto* dialog = new QFileDialog(parent, title);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(nameFilters);
    ask(dialog, std::move(answer));
}

void FilePrompts::saveFile(QWidget* parent, const QString& title, const QString& suggestion,
                           const QStringList& nameFilters, std::function<void(QString)> answer)
{
    auto* dialog = new QFileDialog(parent, title, suggestion);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(nameFilters);
    dialog->selectFile(suggestion);
    ask(dialog, std::move(answer));
}

} // namespace keyturn
