// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/sample_book.h"
#include "tests/bench/bench_support.h"
#include "tests/bench/rows.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace keyturn;
using namespace keyturn::bench;

namespace {

struct Choice
{
    const char* name;
    Rows (*measure)(const Setting&);
};

// Those that change the book come last.
constexpr Choice choices[] = {
    {"start", measureStart},
    {"board", measureBoardQuery},
    {"leads", measureWholeBoard},
    {"memory", measureMemory},
    {"timeline", measureTimeline},
    {"search", measureSearch},
    {"filter", measureFilterAndSort},
    {"paint", measureBoardPainting},
    {"drop", measureDrop},
    {"blocks", measureBlocks},
    {"security", measureRowSecurity},
    {"far", measureFarBoard},
    {"push", measurePush},
    {"whole", measureWholeBook},
    {"move", measureMove},
    {"import", measureImport},
};

void print(const Row& row)
{
    std::printf("%-7s %-38s %-26s %7.3f  %7.3f … %7.3f  %7.3f  %9.3f  %9.3f %-5s  %s\n",
                row.isMissed() ? "MISSED" : "ok", qPrintable(row.name), qPrintable(row.yardstick), row.ratio.median,
                row.ratio.low, row.ratio.high, row.goal, row.subject, row.against, qPrintable(row.unit),
                qPrintable(row.note));
    std::fflush(stdout);
}

int makeBook(const QString& path, int leads)
{
    SampleBook order;
    order.path = path;
    order.leads = leads;
    order.longTimeline = 100'000;
    QElapsedTimer timer;
    timer.start();
    const std::atomic_bool cancel = false;
    const auto counts = createSampleBook(
        order, [](int percent) { std::fprintf(stderr, "\r%d %%", percent); }, cancel);
    if (!counts) {
        giveUp(counts.error().message);
    }
    std::fprintf(stderr, "\r%lld leads, %lld activities in %.1f s\n",
                 static_cast<long long>(counts->value(QStringLiteral("leads"))),
                 static_cast<long long>(counts->value(QStringLiteral("lead_activities"))),
                 static_cast<double>(timer.elapsed()) / 1000);
    return 0;
}

QString valueOf(const QStringList& arguments, const char* option)
{
    const auto at = arguments.indexOf(QLatin1String(option));
    return at < 0 ? QString() : arguments.value(at + 1);
}

} // namespace

int main(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    // Children that must not pay for a window they do not have.
    if (arguments.value(0) == QLatin1String("--child-memory")) {
        return childMemory(arguments.value(1), arguments.value(2).toInt());
    }
    if (arguments.value(0) == QLatin1String("--make-book")) {
        const QCoreApplication application(argc, argv);
        return makeBook(arguments.value(1), arguments.value(2).toInt());
    }
    const QApplication application(argc, argv);
    if (arguments.value(0) == QLatin1String("--child-empty")) {
        return childEmptyWindow();
    }
    if (arguments.value(0) == QLatin1String("--child-start")) {
        return childStart(arguments.value(1));
    }

    Setting setting;
    setting.program = QCoreApplication::applicationFilePath();
    setting.book = valueOf(arguments, "--book");
    setting.effort = std::max(1, valueOf(arguments, "--effort").toInt());
    if (setting.book.isEmpty()) {
        giveUp(QStringLiteral("use tests/bench/run [--leads N] [--rows a,b] [--effort N] [--json FILE]"));
    }
    const QString wanted = valueOf(arguments, "--rows");
    const QStringList names = wanted.split(QLatin1Char(','), Qt::SkipEmptyParts);
    std::printf("%-7s %-38s %-26s %7s  %17s  %7s  %9s  %9s\n", "", "what", "against", "ratio", "interval", "goal",
                "ours", "against");
    std::fflush(stdout);
    QJsonArray json;
    bool missed = false;
    for (const Choice& choice : choices) {
        if (!names.isEmpty() && !names.contains(QLatin1String(choice.name))) {
            continue;
        }
        for (const Row& row : choice.measure(setting)) {
            print(row);
            json.append(row.toJson());
            missed = missed || row.isMissed();
        }
    }
    const QByteArray document = QJsonDocument(json).toJson();
    const QString file = valueOf(arguments, "--json");
    if (file.isEmpty()) {
        std::printf("\n%s", document.constData());
    } else {
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(document) != document.size()) {
            giveUp(QStringLiteral("cannot write ") + file);
        }
    }
    return missed ? 1 : 0;
}
