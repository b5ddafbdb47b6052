// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace keyturn::cli {

struct OptionSpec
{
    enum class Value { Text, Count, Flag };

    QString name;      ///< without the dashes
    QString valueName; ///< as usage shows it: "N"
    QString help;
    Value value = Value::Text;
    bool required = false;
    QStringList choices; ///< empty: anything
};

struct OperandSpec
{
    QString name; ///< as usage shows it: "ID"
    QStringList choices;
    bool repeated = false;    ///< the last one: one or more
    bool isField = false;     ///< must read NAME=VALUE
    bool isWorkspace = false; ///< the last one: may be left out, and stands for --workspace
};

struct CommandSpec
{
    QString name; ///< one word or two
    QString help;
    std::vector<OperandSpec> operands;
    std::vector<OptionSpec> options;
    bool makesBook = false; ///< works on a file of its own instead of the workspace

    [[nodiscard]] QString usage() const;
    [[nodiscard]] const OptionSpec* option(const QString& option) const;
};

/// Every command there is, in the order of the manual.
const std::vector<CommandSpec>& commandTable();
const CommandSpec* findCommand(const QString& name);
/// True if commands of two words begin with this one: "lead".
bool isCommandGroup(const QString& word);

QString generalHelp();
QString commandHelp(const CommandSpec& command);

} // namespace keyturn::cli
