// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace keyturn::cli {

/// A command line that says one of the commands rightly: which one, with what. Values are not looked into yet, except
/// that numbers are numbers and words from a closed list are of that list.
struct Invocation
{
    QString command;                ///< "board", "lead add"; empty for help and version
    QStringList operands;           ///< what stands after the command without a dash
    QMap<QString, QString> options; ///< without the dashes: "limit" → "20"
    QString workspace;              ///< --workspace, as written
    QString actor;                  ///< --as
    QString folder;                 ///< relative file names start here
    bool json = false;
    bool help = false;
    bool version = false;

    [[nodiscard]] bool has(const QString& option) const { return options.contains(option); }
    [[nodiscard]] QString option(const QString& name) const { return options.value(name); }
    /// `path` as the user meant it: from the folder in which they typed it.
    [[nodiscard]] QString absolutePath(const QString& path) const;
};

/// Wrong usage: one clear line, and where to look.
struct UsageError
{
    QString message;
    QString hint;
    bool json = false; ///< --json was given, as far as that can be told
};

/// Reads the words after the program's name. Exact: an option that the command does not have, a value too many or too
/// few is wrong usage. Options may stand anywhere after the command, `--` ends them, `--limit=5` is `--limit 5`.
tl::expected<Invocation, UsageError> parse(const QStringList& words, const QString& folder);

/// True if these words ask for the command line, false if for the window.
bool isCommandLine(const QStringList& words);

} // namespace keyturn::cli
