// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/lead_importer.h"
#include "models/workspace/solo_library.h"
#include "tests/bench/bench_support.h"
#include "tests/bench/rows.h"

#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

namespace keyturn::bench {

namespace {

constexpr int listed = 20'000;

void writeList(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        giveUp(QStringLiteral("cannot write beside the book"));
    }
    QByteArray text(
        "First Name,Last Name,Email,Mobile,Street,City,State,Zip,Loan Amount,Purchase Price,Status,Shoe Size\n");
    for (int i = 0; i < listed; ++i) {
        text += QStringLiteral("Ann%1,Lee%1,ann%1@example.com,503555%2,%1 Main St,Reno,NV,89501,%3,%4,New,%5\n")
                    .arg(i)
                    .arg(i % 10'000, 4, 10, QLatin1Char('0'))
                    .arg(200'000 + i)
                    .arg(250'000 + i)
                    .arg(30 + i % 15)
                    .toUtf8();
    }
    if (file.write(text) != text.size()) {
        giveUp(QStringLiteral("cannot write beside the book"));
    }
}

void removeBook(const QString& path)
{
    for (const char* part : {"", "-wal", "-shm", ".lock"}) {
        QFile::remove(path + QLatin1String(part));
    }
}

std::shared_ptr<Workspace> newBook(const QString& path)
{
    removeBook(path);
    SoloLibrary library{SoloOptions{}};
    NewBook book;
    book.path = path;
    book.organization = QStringLiteral("Example Lending");
    book.firstName = QStringLiteral("Pat");
    book.lastName = QStringLiteral("Doe");
    book.email = QStringLiteral("pat@example.com");
    return awaited(library.create(book));
}

void import(Workspace& workspace, const QString& list)
{
    ImportJob job;
    job.path = list;
    LeadImporter importer(workspace, job);
    QEventLoop loop;
    QObject::connect(&importer, &LeadImporter::finished, &loop, [&](const ImportReport& report) {
        if (report.batch.created != listed) {
            giveUp(QStringLiteral("the import made %1 leads").arg(report.batch.created));
        }
        loop.quit();
    });
    QObject::connect(&importer, &LeadImporter::failed, &loop, [](const Error& error) { giveUp(error.message); });
    importer.start();
    loop.exec();
}

/// The command-line tool, which takes the cells as they are.
void importPlain(const QString& tool, const QString& list, const QString& to)
{
    removeBook(to);
    QProcess process;
    process.start(tool, {to, QStringLiteral(".mode csv"), QStringLiteral(".import \"%1\" list").arg(list)});
    if (!process.waitForFinished(60'000) || process.exitCode() != 0) {
        giveUp(QStringLiteral("sqlite3 did not import: ") + QString::fromUtf8(process.readAllStandardError()));
    }
}

} // namespace

Rows measureImport(const Setting& setting)
{
    const QString tool = QStandardPaths::findExecutable(QStringLiteral("sqlite3"));
    if (tool.isEmpty()) {
        giveUp(QStringLiteral("sqlite3 is not installed"));
    }
    const QString folder = QFileInfo(setting.book).path();
    const QString list = folder + QStringLiteral("/list.csv");
    const QString book = folder + QStringLiteral("/import.keyturn");
    const QString plain = folder + QStringLiteral("/plain.sqlite");
    writeList(list);
    Row row =
        compare(QStringLiteral("import a list of 20,000"), QStringLiteral("sqlite3 .import"), 0.6, 3 * setting.effort,
                {[] {},
                 [&] {
                     const auto fresh = newBook(book);
                     return timed([&] { import(*fresh, list); });
                 },
                 [&] { return timed([&] { importPlain(tool, list, plain); }); }});
    row.note = QStringLiteral("looked for among the leads, checked, audited, chained, searchable, to be taken back");
    return {row};
}

} // namespace keyturn::bench
