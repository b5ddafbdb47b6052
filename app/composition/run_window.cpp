// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/polite_end.h"
#include "app/composition/program.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>

namespace keyturn {

int runWindow(int argc, char** argv)
{
    QApplication application(argc, argv);
    application.setDesktopFileName(QStringLiteral("keyturn"));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("keyturn::Program", "The desktop CRM for mortgage loan officers"));
    const QCommandLineOption book(
        QStringLiteral("workspace"),
        QCoreApplication::translate("keyturn::Program", "The book to open, or the address of a server."),
        QStringLiteral("WHERE"));
    parser.addOption(book);
    parser.process(application);
    ProgramOptions options;
    options.book = parser.value(book);
    if (options.book.isEmpty() && !parser.positionalArguments().isEmpty()) {
        options.book = parser.positionalArguments().front(); // a book that was double-clicked
    }

    // A window that shows this book already comes to the front instead of a second one.
    QString path = options.book;
    if (path.isEmpty()) {
        path = Settings(Settings::defaultFile(), Worker::Mode::Inline).value(QStringLiteral("book.last")).toString();
    }
    if (!path.isEmpty()) {
        cli::Request request;
        request.kind = cli::Request::Kind::Activate;
        const auto address = ServerAddress::isAddress(path) ? std::optional(ServerAddress::parse(path)) : std::nullopt;
        const QString held = !address   ? QFileInfo(path).absoluteFilePath()
                             : *address ? DirectLibrary().deskPath(**address)
                                        : QString();
        const auto answer = cli::askRunningProgram(held, request);
        if (answer && *answer) {
            return 0;
        }
    }
    // Outlives the program: while that closes its book, a first request must not kill it either.
    PoliteEnd end;
    Program program(options);
    QObject::connect(&end, &PoliteEnd::asked, &application, &QCoreApplication::quit);
    program.start();
    return QApplication::exec();
}

} // namespace keyturn
