// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_table.h"

#include "app/cli/words.h"

#include <algorithm>

namespace keyturn::cli {

namespace {

OperandSpec operand(const char* name)
{
    return {QString::fromLatin1(name), {}, false, false, false};
}

OperandSpec fields()
{
    return {QStringLiteral("FIELD=VALUE"), {}, true, true, false};
}

OperandSpec oneOf(const char* choices)
{
    const QString all = QString::fromLatin1(choices);
    return {all, all.split(QLatin1Char('|')), false, false, false};
}

OptionSpec option(const char* name, const char* value, const QString& help)
{
    return {QString::fromLatin1(name), QString::fromLatin1(value), help, OptionSpec::Value::Text, false, {}};
}

OptionSpec count(const char* name, const QString& help)
{
    return {QString::fromLatin1(name), QStringLiteral("N"), help, OptionSpec::Value::Count, false, {}};
}

OptionSpec choice(const char* name, const char* choices, const QString& help)
{
    const QString all = QString::fromLatin1(choices);
    return {QString::fromLatin1(name), all, help, OptionSpec::Value::Text, false, all.split(QLatin1Char('|'))};
}

OptionSpec required(OptionSpec spec)
{
    spec.required = true;
    return spec;
}

CommandSpec server(const char* name, const QString& help, std::vector<OptionSpec> options)
{
    return {QStringLiteral("server ") + QString::fromLatin1(name), help, {operand("URL")}, std::move(options), true};
}

OptionSpec email()
{
    return option("email", "ADDR", Words::tr("the person's e-mail address"));
}

OptionSpec role()
{
    return choice("role",
                  "org_admin|manager|loan_officer|loan_assistant|processor|marketing|viewer|service|system_admin",
                  Words::tr("what the person may do"));
}

OptionSpec org()
{
    return option("org", "ID", Words::tr("the organization, where several have somebody of that address"));
}

OptionSpec timezone()
{
    return option("timezone", "ZONE", Words::tr("like America/Denver (this computer's if not given)"));
}

std::vector<CommandSpec> makeTable()
{
    const auto name = [](const char* text) { return QString::fromLatin1(text); };
    return {
        {name("new"),
         Words::tr("Makes a new book."),
         {operand("FILE")},
         {required(option("org", "NAME", Words::tr("the name of your business"))),
          required(option("user", "NAME", Words::tr("your own name"))),
          required(option("email", "ADDR", Words::tr("your e-mail address")))},
         true},
        {name("demo"),
         Words::tr("Makes a book with fictitious sample data, the same for the same seed."),
         {operand("FILE")},
         {count("leads", Words::tr("how many leads (60 if not given)")),
          count("seed", Words::tr("where chance begins (1 if not given)"))},
         true},
        {name("board"),
         Words::tr("Shows the pipeline: leads and amounts of each stage."),
         {},
         {option("owner", "ADDR", Words::tr("only leads of this user"))}},
        {name("leads"),
         Words::tr("Lists leads."),
         {},
         {option("stage", "KEY", Words::tr("only leads in this stage")),
          option("owner", "ADDR", Words::tr("only leads of this user")),
          option(
              "search", "TEXT",
              Words::tr("only leads that fit: words, \"phrases\", -not, stage:, owner:, tag:, amount>300k, since:7d")),
          option("sort", "FIELD", Words::tr("order by this field; -FIELD turns it round (name if not given)")),
          count("limit", Words::tr("at most so many"))}},
        {name("lead add"), Words::tr("Adds a lead."), {fields()}, {}},
        {name("lead show"), Words::tr("Shows a lead."), {operand("ID")}, {}},
        {name("lead set"), Words::tr("Changes fields of a lead."), {operand("ID"), fields()}, {}},
        {name("lead move"),
         Words::tr("Moves a lead to another stage."),
         {operand("ID"), operand("STAGE")},
         {option("reason", "CODE", Words::tr("why it leaves the pipeline; exits ask for it"))}},
        {name("lead assign"), Words::tr("Gives a lead to a user."), {operand("ID"), operand("ADDR")}, {}},
        {name("lead delete"), Words::tr("Removes a lead; its history stays."), {operand("ID")}, {}},
        {name("log"),
         Words::tr("Logs an activity by hand."),
         {operand("ID"), oneOf("call|note|meeting|sms|follow_up")},
         {option("text", "T", Words::tr("what was said; - reads it from standard input")),
          {QStringLiteral("duration"),
           QStringLiteral("SECONDS"),
           Words::tr("how long it took"),
           OptionSpec::Value::Count,
           false,
           {}},
          choice("outcome",
                 "connected|left_voicemail|no_answer|busy|wrong_number|interested|qualified|not_interested|callback|"
                 "opted_out",
                 Words::tr("how a call ended")),
          option("at", "TIME", Words::tr("when: 2026-02-15T10:00, your time; for follow_up when it is due"))}},
        {name("timeline"),
         Words::tr("Shows what happened with a lead, newest first."),
         {operand("ID")},
         {count("limit", Words::tr("at most so many (50 if not given)")),
          option("before", "CURSOR", Words::tr("go on where the last page ended"))}},
        {name("task add"),
         Words::tr("Adds a task to a lead."),
         {operand("ID")},
         {required(option("title", "T", Words::tr("what there is to do"))),
          option("due", "DATE", Words::tr("when: 2026-02-15")),
          choice("priority", "low|medium|high", Words::tr("how urgent (medium if not given)"))}},
        {name("task done"), Words::tr("Completes a task."), {operand("ID")}, {}},
        {name("tasks"),
         Words::tr("Lists open tasks."),
         {},
         {choice("due", "today|overdue", Words::tr("only those due today, or late")),
          count("limit", Words::tr("at most so many"))}},
        {name("import"),
         Words::tr("Imports leads from a list: CSV, TSV, an Excel workbook (xlsx) or address cards (vcf)."),
         {operand("FILE")},
         {option("preset", "NAME", Words::tr("the program the list comes from (recognised if not given)")),
          option("map", "FILE",
                 Words::tr("which column goes where, as JSON; --dry-run --json shows the one it would use")),
          option("sheet", "NAME", Words::tr("which sheet of a workbook (the first if not given)")),
          choice("duplicates", "skip|fill|update|create",
                 Words::tr("what to do with people who are here already (skip if not given)")),
          option("save-failed", "FILE",
                 Words::tr("writes the rows that fail into a list of their own, the reason in its first column")),
          {QStringLiteral("dry-run"),
           {},
           Words::tr("only tells what would happen"),
           OptionSpec::Value::Flag,
           false,
           {}}}},
        {name("import undo"), Words::tr("Takes a whole import back."), {operand("BATCH")}, {}},
        {name("duplicates"),
         Words::tr("Lists leads that are likely the same person, with the reasons."),
         {},
         {count("limit", Words::tr("at most so many pairs (100 if not given)"))}},
        {name("merge"),
         Words::tr("Makes one lead of two: everything of OTHER follows to KEEP. Can be undone."),
         {operand("KEEP"), operand("OTHER")},
         {option(
             "from-other", "FIELDS",
             Words::tr("fields that are taken from OTHER, by comma; what KEEP does not know is filled in anyway"))}},
        {name("report"),
         Words::tr("Shows a report of the book; a name that there is not lists those that there are."),
         {operand("NAME")},
         {option("from", "D", Words::tr("from this day on: 2026-02-15 (each report has its usual period)")),
          option("to", "D", Words::tr("up to this day, with it (today if not given)")),
          option("owner", "ADDR", Words::tr("only leads or activities of this user")),
          count("limit", Words::tr("at most so many rows"))}},
        {name("export"),
         Words::tr(
             "Writes leads or activities as a list (a name in .vcf: leads as address cards), or the whole book as "
             "a zip archive."),
         {oneOf("leads|activities|book")},
         {required(option("to", "FILE", Words::tr("where to; a file of that name is replaced")))}},
        {name("undo"), Words::tr("Takes the last change back."), {}, {}},
        {name("redo"), Words::tr("Does again what was taken back."), {}, {}},
        {name("verify"),
         Words::tr("Checks the book: file, references, totals, the log's chain and the search. Of a server everything, "
                   "with an administrator's login."),
         {{QStringLiteral("WHERE"), {}, false, false, true}},
         {{QStringLiteral("repair-search"),
           {},
           Words::tr("builds the search index anew first"),
           OptionSpec::Value::Flag,
           false,
           {}}}},
        {name("backup"),
         Words::tr("Writes a safe copy of the book, also while it is in use."),
         {},
         {required(option("to", "FILE", Words::tr("where to; must not exist yet")))}},
        {name("restore"),
         Words::tr("Puts a backup, or the archive of a whole book, in the place of a book, after checking it."),
         {operand("FILE")},
         {required(option("to", "FILE", Words::tr("the book; one that is there is kept beside it")))},
         true},
        {name("rescue"),
         Words::tr("Saves what a damaged book still holds into a new one. The damaged file stays as it is."),
         {operand("FILE")},
         {required(option("to", "FILE", Words::tr("the new book; must not exist yet")))},
         true},
        server("init", Words::tr("Sets a PostgreSQL database up as a team's workspace."), {}),
        server("upgrade", Words::tr("Brings a team's server up to date."), {}),
        server("status", Words::tr("Shows a server's version, organizations and logins."), {}),
        server("add-org", Words::tr("Adds an organization with the default pipeline."),
               {required(option("name", "NAME", Words::tr("its trading name"))), timezone()}),
        server("add-user", Words::tr("Adds a person and makes their login; shows the password once."),
               {required(option("org", "ID", Words::tr("the organization"))), required(email()),
                required(option("name", "NAME", Words::tr("first and last name"))), required(role()), timezone()}),
        server("set-role", Words::tr("Changes what a person may do."), {required(email()), required(role()), org()}),
        server("deactivate", Words::tr("Sends a person away: ends their sessions and shuts the login."),
               {required(email()), org()}),
        server("activate", Words::tr("Lets a person in again who was sent away."), {required(email()), org()}),
        server("rotate-password", Words::tr("Makes a new password for a person; shows it once."),
               {required(email()), org()}),
    };
}

QString padded(const QString& text, qsizetype width)
{
    return text.leftJustified(width);
}

QString commonHelp()
{
    return Words::tr(
        "Every command also takes:\n"
        "  --workspace WHERE a book, or postgresql://login@host/database (the one last used if not given)\n"
        "  --as USER         who acts, by e-mail address, in books with several users\n"
        "  --json            one JSON document on standard output\n"
        "  --help            explains the command\n"
        "\n"
        "Exit status: 0 done, 1 refused or failed, 2 wrong usage, 3 not reachable, 130 cancelled.\n");
}

} // namespace

QString CommandSpec::usage() const
{
    QString line = QStringLiteral("keyturn ") + name;
    for (const OperandSpec& one : operands) {
        const QString text = one.name + (one.repeated ? QStringLiteral("…") : QString());
        line += QLatin1Char(' ') + (one.isWorkspace ? QString(QLatin1Char('[') + text + QLatin1Char(']')) : text);
    }
    for (const OptionSpec& one : options) {
        const QString text = QString(QStringLiteral("--") + one.name + QLatin1Char(' ') + one.valueName).trimmed();
        line += QLatin1Char(' ') + (one.required ? text : QString(QLatin1Char('[') + text + QLatin1Char(']')));
    }
    return line;
}

const OptionSpec* CommandSpec::option(const QString& wanted) const
{
    const auto found = std::ranges::find(options, wanted, &OptionSpec::name);
    return found == options.end() ? nullptr : &*found;
}

const std::vector<CommandSpec>& commandTable()
{
    static const std::vector<CommandSpec> table = makeTable();
    return table;
}

const CommandSpec* findCommand(const QString& name)
{
    const auto found = std::ranges::find(commandTable(), name, &CommandSpec::name);
    return found == commandTable().end() ? nullptr : &*found;
}

bool isCommandGroup(const QString& word)
{
    return std::ranges::any_of(commandTable(),
                               [&](const CommandSpec& one) { return one.name.startsWith(word + QLatin1Char(' ')); });
}

QString generalHelp()
{
    QString text = Words::tr("Keyturn, the desktop CRM for mortgage loan officers.\n"
                             "\n"
                             "  keyturn [FILE]     opens the window\n"
                             "  keyturn COMMAND …  does one thing without a window\n"
                             "\n"
                             "Commands:\n");
    qsizetype width = 0;
    for (const CommandSpec& one : commandTable()) {
        width = std::max(width, one.name.size());
    }
    for (const CommandSpec& one : commandTable()) {
        text += QStringLiteral("  ") + padded(one.name, width) + QStringLiteral("  ") + one.help + QLatin1Char('\n');
    }
    return text + QLatin1Char('\n') + commonHelp();
}

QString commandHelp(const CommandSpec& command)
{
    QString text = command.help + QStringLiteral("\n\n  ") + command.usage() + QStringLiteral("\n\n");
    qsizetype width = 0;
    for (const OptionSpec& one : command.options) {
        width = std::max(width, one.name.size());
    }
    for (const OptionSpec& one : command.options) {
        text += QStringLiteral("  --") + padded(one.name, width) + QStringLiteral("  ") + one.help + QLatin1Char('\n');
    }
    return text + (command.options.empty() ? QString() : QStringLiteral("\n")) + commonHelp();
}

} // namespace keyturn::cli
