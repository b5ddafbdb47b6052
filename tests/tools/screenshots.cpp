// SPDX-License-Identifier: GPL-3.0-or-later
// Takes pictures of every page, the same ones each time: fixed clock, seed, fonts and sizes.
//   keyturn_screenshots DIR [--size 1440x900] [--theme light] [--language en] [--leads 214]
#include "app/composition/program.h"
#include "models/base/clock.h"
#include "models/items/pipeline_model.h"
#include "models/workspace/sample_book.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workbench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace keyturn;

namespace {

class Photographer
{
public:
    Photographer(Program& program, const QString& folder, const QString& suffix)
        : m_program(program)
        , m_folder(folder)
        , m_suffix(suffix)
    {
        QDir().mkpath(folder);
    }
    void take(const QString& name)
    {
        QTest::qWait(400); // layouts, thumbnails and answers of the database
        m_program.window().grab().save(QStringLiteral("%1/%2-%3.png").arg(m_folder, name, m_suffix));
    }

private:
    Program& m_program;
    QString m_folder;
    QString m_suffix;
};

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("Keyturn"));
    QCoreApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("DIR"), QStringLiteral("Where the pictures go"));
    parser.addHelpOption();
    parser.addOptions({
        {QStringLiteral("size"), QStringLiteral("Size of the window"), QStringLiteral("WxH"),
         QStringLiteral("1440x900")},
        {QStringLiteral("theme"), QStringLiteral("light or dark"), QStringLiteral("NAME"), QStringLiteral("light")},
        {QStringLiteral("language"), QStringLiteral("en or es"), QStringLiteral("CODE"), QStringLiteral("en")},
        {QStringLiteral("leads"), QStringLiteral("How many leads"), QStringLiteral("N"), QStringLiteral("214")},
    });
    parser.process(application);
    const QString folder = parser.positionalArguments().value(0, QStringLiteral("."));
    const QStringList size = parser.value(QStringLiteral("size")).split(QLatin1Char('x'));
    const QString suffix = QStringLiteral("%1-%2-%3")
                               .arg(parser.value(QStringLiteral("theme")), parser.value(QStringLiteral("size")),
                                    parser.value(QStringLiteral("language")));

    // A Thursday in November, a quarter to ten in the morning in Denver.
    const Instant now = Instant::fromDateTime(QDateTime(QDate(2026, 11, 19), QTime(16, 41), Qt::UTC));
    QTemporaryDir temporary;
    ProgramOptions options;
    options.settingsFile = temporary.filePath(QStringLiteral("settings.json"));
    options.booksFolder = temporary.path();
    options.clock = std::make_shared<ManualClock>(now);
    options.language = parser.value(QStringLiteral("language"));
    options.appearance = parser.value(QStringLiteral("theme"));
    options.listens = false;

    Program program(options);
    program.start();
    program.window().resize(size.value(0).toInt(), size.value(1).toInt());
    Photographer photographer(program, folder, suffix);
    photographer.take(QStringLiteral("start"));

    const std::atomic_bool cancel = false;
    SampleBook order;
    order.path = temporary.filePath(QStringLiteral("Oak and Main.keyturn"));
    order.leads = parser.value(QStringLiteral("leads")).toLongLong();
    order.now = now;
    order.timezone = QStringLiteral("America/Denver");
    if (const auto made = createSampleBook(
            order, [](int) {}, cancel);
        !made) {
        qCritical("%s", qPrintable(made.error().message));
        return 1;
    }
    QSignalSpy opened(&program, &Program::opened);
    program.openBook(order.path);
    if (!opened.wait(30000)) {
        return 1;
    }
    Workbench& workbench = *program.workbench();
    if (!program.store()->isComplete()) {
        QSignalSpy(program.store(), &LeadStore::completed).wait(60000);
    }
    LeadId lead;
    const LeadTable& table = program.store()->table();
    for (LeadTable::Row row = 0; row < table.rowLimit() && lead.isNull(); ++row) {
        const LeadCard card = table.card(row);
        if (card.lockExpiresDay > 0 && !card.taskTitle.isEmpty()) {
            lead = card.id;
        }
    }
    for (const auto& page :
         {QStringLiteral("today"), QStringLiteral("pipeline"), QStringLiteral("leads"), QStringLiteral("settings")}) {
        workbench.showPage(page);
        photographer.take(page);
    }
    workbench.showPage(QStringLiteral("pipeline"));
    workbench.openLead(lead, LeadPlace::Panel);
    photographer.take(QStringLiteral("panel"));
    workbench.openLead(lead, LeadPlace::Page);
    photographer.take(QStringLiteral("lead"));
    workbench.closeLead();
    // Nobody gives the window the focus where there is no window manager.
    QApplication::setActiveWindow(&program.window());
    const auto typing = [&program] {
        QWidget* focus = QApplication::focusWidget();
        return focus != nullptr ? focus : &program.window();
    };
    workbench.openPalette();
    QTest::keyClicks(typing(), QStringLiteral("or"));
    photographer.take(QStringLiteral("palette"));
    QTest::keyClick(typing(), Qt::Key_Escape);
    workbench.openQuickAdd();
    photographer.take(QStringLiteral("quick-add"));
    QTest::keyClick(typing(), Qt::Key_Escape);
    workbench.openShortcuts();
    photographer.take(QStringLiteral("shortcuts"));
    return 0;
}
