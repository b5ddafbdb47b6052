// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/invocation.h"

#include "app/cli/command_table.h"
#include "app/cli/words.h"

#include <QDir>

namespace keyturn::cli {

namespace {

/// Goes through the words once, left to right.
class Parser
{
public:
    Parser(const QStringList& words, const QString& folder)
        : m_words(words)
    {
        m_found.folder = folder;
        m_found.json = words.contains(QStringLiteral("--json"));
    }

    tl::expected<Invocation, UsageError> run()
    {
        while (m_at < m_words.size() && m_error.isEmpty()) {
            const QString word = m_words[m_at++];
            if (m_onlyOperands || !word.startsWith(QLatin1Char('-')) || word == QLatin1String("-")) {
                takeOperand(word);
            } else if (word == QLatin1String("--")) {
                m_onlyOperands = true;
            } else {
                takeOption(word);
            }
        }
        if (m_error.isEmpty() && !m_found.help && !m_found.version) {
            checkWhole();
        }
        if (!m_error.isEmpty()) {
            return tl::unexpected<UsageError>(UsageError{m_error, hint(), m_found.json});
        }
        return m_found;
    }

private:
    void takeOperand(const QString& word)
    {
        if (m_spec != nullptr) {
            // "import undo ID" is a command of its own beside "import FILE".
            const QString longer = m_found.command + QLatin1Char(' ') + word;
            const CommandSpec* spec = m_found.operands.isEmpty() && m_found.options.isEmpty() && !m_onlyOperands
                                          ? findCommand(longer)
                                          : nullptr;
            if (spec != nullptr) {
                m_spec = spec;
                m_found.command = longer;
                return;
            }
            m_found.operands.append(word);
            return;
        }
        const QString name = m_group.isEmpty() ? word : QString(m_group + QLatin1Char(' ') + word);
        if (const CommandSpec* spec = findCommand(name)) {
            m_spec = spec;
            m_found.command = name;
        } else if (m_group.isEmpty() && isCommandGroup(word)) {
            m_group = word;
        } else {
            m_error = Words::tr("There is no command “%1”.").arg(name);
        }
    }

    void takeOption(const QString& word)
    {
        if (!word.startsWith(QLatin1String("--"))) {
            if (word == QLatin1String("-h")) {
                m_found.help = true;
            } else {
                m_error = Words::tr("There is no option “%1”.").arg(word);
            }
            return;
        }
        const auto equals = word.indexOf(QLatin1Char('='));
        const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
        if (name == QLatin1String("json") || name == QLatin1String("help") || name == QLatin1String("version")) {
            if (equals >= 0) {
                m_error = Words::tr("The option --%1 takes no value.").arg(name);
                return;
            }
            m_found.help = m_found.help || name == QLatin1String("help");
            m_found.version = m_found.version || name == QLatin1String("version");
            return;
        }
        const OptionSpec* spec = m_spec == nullptr ? nullptr : m_spec->option(name);
        QString* common = name == QLatin1String("workspace") ? &m_found.workspace
                          : name == QLatin1String("as")      ? &m_found.actor
                                                             : nullptr;
        if (spec == nullptr && common == nullptr) {
            m_error = m_spec == nullptr ? Words::tr("There is no option “--%1” before a command.").arg(name)
                                        : Words::tr("“%1” has no option “--%2”.").arg(m_found.command, name);
            return;
        }
        if (spec != nullptr && spec->value == OptionSpec::Value::Flag) {
            if (equals >= 0) {
                m_error = Words::tr("The option --%1 takes no value.").arg(name);
            }
            m_found.options.insert(name, QString());
            return;
        }
        if (equals < 0 && m_at >= m_words.size()) {
            m_error = Words::tr("The option --%1 needs a value.").arg(name);
            return;
        }
        const QString value = equals >= 0 ? word.mid(equals + 1) : m_words[m_at++];
        if (m_seen.contains(name)) {
            m_error = Words::tr("The option --%1 is given twice.").arg(name);
            return;
        }
        m_seen.append(name);
        if (common != nullptr) {
            *common = value;
            if (value.isEmpty()) {
                m_error = Words::tr("The option --%1 needs a value.").arg(name);
            }
            return;
        }
        checkValue(*spec, value);
        m_found.options.insert(name, value);
    }

    void checkValue(const OptionSpec& spec, const QString& value)
    {
        if (spec.value == OptionSpec::Value::Count) {
            bool isNumber = false;
            const int number = value.toInt(&isNumber);
            if (!isNumber || number < 0) {
                m_error = Words::tr("The option --%1 needs a whole number, not “%2”.").arg(spec.name, value);
            }
        } else if (!spec.choices.isEmpty() && !spec.choices.contains(value)) {
            m_error = Words::tr("The option --%1 is one of %2, not “%3”.")
                          .arg(spec.name, spec.choices.join(QStringLiteral(", ")), value);
        }
    }

    void checkWhole()
    {
        if (m_spec == nullptr) {
            m_error = m_group.isEmpty() ? Words::tr("A command is missing.")
                                        : Words::tr("“%1” needs a second word.").arg(m_group);
            return;
        }
        const auto& wanted = m_spec->operands;
        const qsizetype given = m_found.operands.size();
        const auto minimum = static_cast<qsizetype>(wanted.size());
        const bool open = !wanted.empty() && wanted.back().repeated;
        const bool isOptional = !wanted.empty() && wanted.back().isWorkspace;
        if (given < minimum - (isOptional ? 1 : 0)) {
            m_error = Words::tr("“%1” needs %2.").arg(m_spec->name, wanted[static_cast<std::size_t>(given)].name);
            return;
        }
        if (given > minimum && !open) {
            m_error = Words::tr("“%1” does not take “%2”.").arg(m_spec->name, m_found.operands[minimum]);
            return;
        }
        for (qsizetype i = 0; i < given; ++i) {
            const OperandSpec& spec = wanted[static_cast<std::size_t>(std::min(i, minimum - 1))];
            const QString& value = m_found.operands[i];
            if (spec.isField && value.indexOf(QLatin1Char('=')) < 1) {
                m_error = Words::tr("“%1” is not of the form FIELD=VALUE.").arg(value);
            } else if (!spec.choices.isEmpty() && !spec.choices.contains(value)) {
                m_error = Words::tr("“%1” is not one of %2.").arg(value, spec.choices.join(QStringLiteral(", ")));
            } else if (value.isEmpty()) {
                m_error = Words::tr("%1 must not be empty.").arg(spec.name);
            }
        }
        if (m_error.isEmpty() && isOptional && given == minimum) {
            if (m_found.workspace.isEmpty()) {
                m_found.workspace = m_found.operands.takeLast();
            } else {
                m_error = Words::tr("Give %1 or --workspace, not both.").arg(wanted.back().name);
            }
        }
        for (const OptionSpec& option : m_spec->options) {
            if (option.required && !m_found.has(option.name)) {
                m_error = Words::tr("“%1” needs --%2 %3.").arg(m_spec->name, option.name, option.valueName);
            }
        }
        if (m_error.isEmpty() && m_spec->name == QLatin1String("log")) {
            checkLog(m_found.operands.value(1));
        }
    }

    /// Which of its options a kind of activity has.
    void checkLog(const QString& kind)
    {
        const QMap<QString, QStringList> unknown{
            {QStringLiteral("note"), {QStringLiteral("duration"), QStringLiteral("outcome"), QStringLiteral("at")}},
            {QStringLiteral("follow_up"), {QStringLiteral("duration"), QStringLiteral("outcome")}},
            {QStringLiteral("sms"), {QStringLiteral("duration"), QStringLiteral("outcome")}},
        };
        for (const QString& option : unknown.value(kind)) {
            if (m_found.has(option)) {
                m_error = Words::tr("“log … %1” has no option “--%2”.").arg(kind, option);
            }
        }
        const QMap<QString, QString> needed{{QStringLiteral("note"), QStringLiteral("text")},
                                            {QStringLiteral("sms"), QStringLiteral("text")},
                                            {QStringLiteral("follow_up"), QStringLiteral("at")}};
        if (needed.contains(kind) && m_found.option(needed.value(kind)).isEmpty()) {
            m_error = Words::tr("“log … %1” needs --%2.").arg(kind, needed.value(kind));
        }
    }

    [[nodiscard]] QString hint() const
    {
        return m_spec != nullptr
                   ? Words::tr("Usage: %1").arg(m_spec->usage())
                   : Words::tr("“keyturn --help” lists the commands, “keyturn COMMAND --help” explains one.");
    }

    const QStringList m_words;
    qsizetype m_at = 0;
    bool m_onlyOperands = false;
    const CommandSpec* m_spec = nullptr;
    QString m_group;
    QStringList m_seen;
    QString m_error;
    Invocation m_found;
};

} // namespace

QString Invocation::absolutePath(const QString& path) const
{
    return QDir::cleanPath(QDir(folder).absoluteFilePath(path));
}

tl::expected<Invocation, UsageError> parse(const QStringList& words, const QString& folder)
{
    return Parser(words, folder).run();
}

bool isCommandLine(const QStringList& words)
{
    // The window takes one file name at most; everything else is for the command line, mistakes included.
    if (words.isEmpty()) {
        return false;
    }
    if (words.size() == 1 && !words.first().startsWith(QLatin1Char('-'))) {
        const QString& word = words.first();
        const bool isFile = word.contains(QLatin1Char('/')) || word.contains(QLatin1Char('.'));
        return findCommand(word) != nullptr || isCommandGroup(word) || !isFile;
    }
    return words.first() != QLatin1String("--workspace") || words.size() != 2;
}

} // namespace keyturn::cli
