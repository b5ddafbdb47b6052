// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace keyturn {

/// The few questions that cannot be asked in place. Asynchronous, so that nothing ever blocks; tests answer them by
/// themselves.
class Prompts
{
public:
    virtual ~Prompts() = default;
    /// `answer` gets true for `action` (the verb on the button), false otherwise.
    virtual void confirm(QWidget* parent, const QString& question, const QString& explanation, const QString& action,
                         std::function<void(bool)> answer) = 0;
    /// `answer` gets an empty string when the user cancels.
    virtual void openFile(QWidget* parent, const QString& title, const QStringList& nameFilters,
                          std::function<void(QString)> answer) = 0;
    virtual void saveFile(QWidget* parent, const QString& title, const QString& suggestion,
                          const QStringList& nameFilters, std::function<void(QString)> answer) = 0;
};

} // namespace keyturn
