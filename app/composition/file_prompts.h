// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/prompts.h"

namespace keyturn {

class Theme;

/// The questions of the real program: dialogs that belong to the window and never block it.
class FilePrompts final : public Prompts
{
public:
    explicit FilePrompts(Theme& theme)
        : m_theme(theme)
    {}
    void confirm(QWidget* parent, const QString& question, const QString& explanation, const QString& action,
                 std::function<void(bool)> answer) override;
    void openFile(QWidget* parent, const QString& title, const QStringList& nameFilters,
                  std::function<void(QString)> answer) override;
    void saveFile(QWidget* parent, const QString& title, const QString& suggestion, const QStringList& nameFilters,
                  std::function<void(QString)> answer) override;

private:
    Theme& m_theme;
};

} // namespace keyturn
