// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/cli/invocation.h"
#include "app/composition/language.h"
#include "app/composition/program.h"
#include "app/settings/settings.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("Keyturn"));
    QCoreApplication::setApplicationVersion(QStringLiteral(KEYTURN_VERSION));
    QStringList words;
    for (int i = 1; i < argc; ++i) {
        words.append(QString::fromLocal8Bit(argv[i]));
    }
    if (keyturn::cli::isCommandLine(words)) {
        const QCoreApplication application(argc, argv);
        const keyturn::Settings settings(keyturn::Settings::defaultFile(), keyturn::Worker::Mode::Inline);
        // People read it in their language; scripts, by --json, always find the same words and figures.
        keyturn::Language language;
        if (!words.contains(QStringLiteral("--json"))) {
            language.use(settings.value(QStringLiteral("language")).toString());
        }
        return keyturn::cli::runCommandLine(words, settings.value(QStringLiteral("book.last")).toString());
    }
    return keyturn::runWindow(argc, argv);
}
