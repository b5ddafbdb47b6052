// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/program.h"

#include "app/composition/book_care.h"
#include "app/composition/daily_backup.h"
#include "app/composition/sample_maker.h"
#include "app/secrets/keychain.h"
#include "models/exchange/import_flow.h"
#include "models/items/today_model.h"
#include "models/workspace/solo_library.h"
#include "models/workspace/when_ready.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workbench.h"
#include "ui/start/start_page.h"
#include "ui/start/team_page.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

namespace keyturn {

namespace {

constexpr int sampleLeads = 214;

Theme::Appearance toAppearance(const QString& name)
{
    if (name == QLatin1String("light")) {
        return Theme::Appearance::Light;
    }
    return name == QLatin1String("dark") ? Theme::Appearance::Dark : Theme::Appearance::FollowSystem;
}

DirectOptions serverOptions(const ProgramOptions& options, const std::shared_ptr<const Clock>& clock)
{
    DirectOptions servers;
    servers.clock = clock;
    servers.dataFolder = options.booksFolder;
    return servers;
}

std::pair<QString, QString> splitName(const QString& name)
{
    const qsizetype space = name.lastIndexOf(QLatin1Char(' '));
    return space < 0 ? std::pair(name, QString()) : std::pair(name.left(space), name.mid(space + 1));
}

} // namespace

Program::Program(const ProgramOptions& options, QObject* parent)
    : QObject(parent)
    , m_options(options)
    , m_settings(
          std::make_unique<Settings>(options.settingsFile.isEmpty() ? Settings::defaultFile() : options.settingsFile))
    , m_focusRing(m_theme)
    , m_prompts(m_theme)
    , m_context{m_theme, *m_settings, options.prompts ? *options.prompts : m_prompts}
    , m_clock(options.clock ? options.clock : std::make_shared<const SystemClock>())
    , m_keychain(std::make_unique<Keychain>())
    , m_secrets(options.secrets ? *options.secrets : *m_keychain)
    , m_servers(serverOptions(options, m_clock))
    , m_sampleMaker(std::make_unique<SampleMaker>())
{
    if (!m_settings->trouble().isEmpty()) {
        qWarning("The settings could not be read and begin anew: %s", qPrintable(m_settings->trouble()));
    }
    connect(m_settings.get(), &Settings::writeFailed, this, [this](const QString& reason) {
        if (m_workbench) {
            m_workbench->showError({Error::Kind::Storage,
                                    tr("Your settings could not be saved. They hold until you quit; your leads are "
                                       "not concerned."),
                                    reason,
                                    {}});
        }
    });
    m_language.use(options.language.isEmpty() ? m_settings->value(QStringLiteral("language")).toString()
                                              : options.language);
    m_theme.setReducedMotion(m_settings->value(QStringLiteral("reducedMotion")).toBool());
    m_theme.setAppearance(toAppearance(options.appearance.isEmpty()
                                           ? m_settings->value(QStringLiteral("appearance")).toString()
                                           : options.appearance));
    SoloOptions solo;
    solo.clock = m_clock;
    solo.appVersion = QCoreApplication::applicationVersion();
    m_library = std::make_unique<SoloLibrary>(solo);
    m_window = std::make_unique<MainWindow>(m_context);
    makeCare();
    connect(m_sampleMaker.get(), &SampleMaker::progressed, this, [this](int percent) {
        if (m_start) {
            m_start->setSampleProgress(percent);
        }
    });
    connect(m_sampleMaker.get(), &SampleMaker::made, this, [this](const QString& path) { openBook(path); });
    connect(m_sampleMaker.get(), &SampleMaker::failed, this, [this](const Error& error) {
        if (m_start) {
            m_start->setSampleProgress(-1);
        }
        if (error.kind != Error::Kind::Cancelled) {
            refused(error);
        }
    });
}

Program::~Program()
{
    m_sampleMaker.reset();
    m_care.reset();
    leave();
    m_window.reset();
}

Workbench* Program::workbench() const
{
    return m_workbench;
}

void Program::start()
{
    m_window->restorePlace();
    QString last =
        m_options.book.isEmpty() ? m_settings->value(QStringLiteral("book.last")).toString() : m_options.book;
    if (ServerAddress::isAddress(last)) {
        const auto address = ServerAddress::parse(last);
        m_window->show();
        if (address) {
            openServer(*address);
        } else {
            showTeam({}, address.error());
        }
        return;
    }
    if (!m_options.book.isEmpty()) {
        last = QFileInfo(last).absoluteFilePath();
    }
    if (last.isEmpty() || (m_options.book.isEmpty() && !QFileInfo::exists(last))) {
        showStart();
    } else {
        openBook(last);
    }
    m_window->show();
}

QString Program::booksFolder() const
{
    return m_options.booksFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                                           : m_options.booksFolder;
}

QString Program::newBookPath(const QString& name) const
{
    static const QRegularExpression unsafe(QStringLiteral("[^\\w\\- ]"),
                                           QRegularExpression::UseUnicodePropertiesOption);
    QString stem = QString(name).remove(unsafe).simplified().left(60);
    if (stem.isEmpty()) {
        stem = QStringLiteral("Keyturn");
    }
    for (int i = 1;; ++i) {
        const QString path = QStringLiteral("%1/%2%3.keyturn")
                                 .arg(booksFolder(), stem, i == 1 ? QString() : QStringLiteral(" %1").arg(i));
        if (!QFileInfo::exists(path)) {
            return path;
        }
    }
}

void Program::openBook(const QString& path)
{
    if (m_opening) {
        return;
    }
    m_opening = true;
    if (m_start) {
        m_start->setBusy(true);
    }
    whenReady(m_library->open(path), this, [this, path](const Result<std::shared_ptr<Workspace>>& answer) {
        m_opening = false;
        if (answer) {
            enter(*answer, path);
            return;
        }
        refused(answer.error());
        if (answer.error().kind == Error::Kind::Corrupt && m_start) {
            m_care->lookForBackup(path);
        }
    });
}

void Program::createOwnBook(const OwnBookAnswers& answers)
{
    if (m_opening) {
        return;
    }
    m_opening = true;
    NewBook book;
    book.path = newBookPath(answers.company);
    book.organization = answers.company;
    std::tie(book.firstName, book.lastName) = splitName(answers.name);
    book.email = answers.email;
    if (m_start) {
        m_start->setBusy(true);
    }
    whenReady(m_library->create(book), this,
              [this, path = book.path](const Result<std::shared_ptr<Workspace>>& answer) {
                  m_opening = false;
                  if (answer) {
                      enter(*answer, path);
                  } else {
                      refused(answer.error());
                  }
              });
}

void Program::openSample()
{
    const QString path = booksFolder() + QStringLiteral("/Sample.keyturn");
    if (QFileInfo::exists(path)) {
        openBook(path);
        return;
    }
    if (m_start) {
        m_start->setSampleProgress(0);
    }
    SampleBook order;
    order.path = path;
    order.leads = sampleLeads;
    order.now = m_clock->now();
    m_sampleMaker->make(order);
}

void Program::refused(const Error& error)
{
    if (m_workbench) {
        m_workbench->showError(error);
    } else if (m_team) {
        m_team->setBusy(false);
        m_team->showError(error);
    } else {
        if (!m_start) {
            showStart();
        }
        m_start->setBusy(false);
        m_start->setSampleProgress(-1);
        m_start->showError(error);
    }
    Q_EMIT openFailed(error);
}

void Program::leave()
{
    if (m_window) {
        m_window->setContent(nullptr);
    }
    m_dailyBackup.reset();
    m_imports.reset();
    m_today.reset();
    m_store.reset();
    m_door.reset();
    m_workspace.reset();
}

void Program::enter(const std::shared_ptr<Workspace>& workspace, const QString& path)
{
    remember(QStringLiteral("book.recent"), path);
    show(workspace, path);
}

void Program::enterServer(const std::shared_ptr<Workspace>& workspace, const ServerAddress& address)
{
    remember(QStringLiteral("server.recent"), address.toString());
    show(workspace, m_servers.deskPath(address));
}

void Program::remember(const QString& listKey, const QString& where)
{
    m_settings->setValue(QStringLiteral("book.last"), where);
    QStringList recent = m_settings->value(listKey).toStringList();
    recent.removeAll(where);
    recent.prepend(where);
    m_settings->setValue(listKey, QStringList(recent.mid(0, 8)));
}

void Program::show(const std::shared_ptr<Workspace>& workspace, const QString& door)
{
    leave();
    m_workspace = workspace;
    if (m_options.listens) {
        m_door = std::make_unique<cli::RunningProgram>(*m_workspace, door);
        connect(m_door.get(), &cli::RunningProgram::activateRequested, m_window.get(), &MainWindow::bringUp);
    }
    m_store = std::make_unique<LeadStore>(*m_workspace);
    m_store->load();
    m_imports = std::make_unique<ImportFlow>(*m_workspace);
    takeDailyBackups();
    showWorkbench();
    if (!m_toldOnce.isEmpty()) {
        m_workbench->notice(std::exchange(m_toldOnce, {}));
    }
    // What a stop left in the middle is told once, at the start.
    auto* once = new QObject(m_imports.get());
    connect(m_imports.get(), &ImportFlow::pastChanged, once, [this, once] {
        once->deleteLater();
        if (!m_imports->interrupted().empty()) {
            importList();
        }
    });
    Q_EMIT opened();
}

void Program::showWorkbench()
{
    m_window->setContent(nullptr);
    Workbench* workbench = makeWorkbench();
    m_workbench = workbench;
    m_window->setContent(workbench);
    m_window->setWindowTitle(QStringLiteral("%1 - Keyturn").arg(m_workspace->catalogue().organizationName));
    workbench->restore();
}

void Program::showStart()
{
    leave();
    auto* start = new StartPage(m_context, m_language.code(), sampleLeads);
    m_start = start;
    m_window->setWindowTitle(QStringLiteral("Keyturn"));
    m_window->setContent(start);
    connect(start, &StartPage::sampleRequested, this, &Program::openSample);
    connect(start, &StartPage::sampleCancelled, m_sampleMaker.get(), &SampleMaker::cancel);
    connect(start, &StartPage::ownBookRequested, this, &Program::createOwnBook);
    connect(start, &StartPage::openBookRequested, this, &Program::askForBook);
    connect(
        start, &StartPage::teamRequested, this, [this] { showTeam(); }, Qt::QueuedConnection);
    connect(start, &StartPage::languageChosen, this, &Program::setLanguage);
    connect(start, &StartPage::appearanceChosen, this, &Program::setAppearance);
}

void Program::showTeam(const std::optional<ServerAddress>& address, const std::optional<Error>& why)
{
    // What is open stays open until another workspace is: back leads to it.
    auto* team = new TeamPage(m_context, m_settings->value(QStringLiteral("server.recent")).toStringList());
    m_team = team;
    m_window->setWindowTitle(QStringLiteral("Keyturn"));
    m_window->setContent(team);
    if (address) {
        team->setAddress(*address);
    }
    if (why) {
        team->showError(*why);
    }
    connect(team, &TeamPage::openRequested, this, &Program::joinTeam);
    connect(
        team, &TeamPage::backRequested, this,
        [this] {
            if (m_workspace) {
                showWorkbench();
            } else {
                showStart();
            }
        },
        Qt::QueuedConnection);
}

void Program::openServer(const ServerAddress& address)
{
    m_secrets.read(address.toString(), this, [this, address](const Result<QString>& kept) {
        if (m_opening) {
            return;
        }
        m_opening = true;
        whenReady(m_servers.open(address, kept.value_or(QString())), this,
                  [this, address](const Result<std::shared_ptr<Workspace>>& answer) {
                      m_opening = false;
                      if (answer) {
                          enterServer(*answer, address);
                      } else {
                          showTeam(address, answer.error());
                          Q_EMIT openFailed(answer.error());
                      }
                  });
    });
}

void Program::joinTeam(const TeamAnswers& answers)
{
    if (m_opening) {
        return;
    }
    m_opening = true;
    if (m_team) {
        m_team->setBusy(true);
    }
    whenReady(m_servers.open(answers.address, answers.password), this,
              [this, answers](const Result<std::shared_ptr<Workspace>>& answer) {
                  m_opening = false;
                  if (!answer) {
                      refused(answer.error());
                      return;
                  }
                  if (answers.remember) {
                      // Where there is no keychain it is asked each session: nothing is written down instead.
                      m_secrets.write(answers.address.toString(), answers.password, this, [](const Done&) {});
                  }
                  enterServer(*answer, answers.address);
              });
}

void Program::askForBook()
{
    m_context.prompts.openFile(m_window.get(), tr("Open a book"),
                               {tr("Keyturn books (*.keyturn)"), tr("Exported books (*.zip)"), tr("All files (*)")},
                               [this](const QString& path) {
                                   if (path.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive)) {
                                       openArchive(path);
                                   } else if (!path.isEmpty()) {
                                       openBook(path);
                                   }
                               });
}

void Program::setLanguage(const QString& code)
{
    m_settings->setValue(QStringLiteral("language"), code);
    m_language.use(code);
    // What is shown is made anew with the new words, later: the one who asked is still at it.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_workspace) {
                showWorkbench();
            } else {
                showStart();
            }
        },
        Qt::QueuedConnection);
}

void Program::importList(const QString& path)
{
    if (!m_workbench || !m_imports) {
        return;
    }
    if (!m_workspace->access().takesLists) {
        m_workbench->notice(tr("Your role lets you look, but not bring in lists. Ask your administrator."));
        return;
    }
    m_workbench->showPage(QStringLiteral("import"));
    if (Page* page = m_workbench->page(QStringLiteral("import"))) {
        page->focusContent();
    }
    if (!path.isEmpty()) {
        m_imports->open(path);
    }
}

void Program::setDensity(const QString& density)
{
    m_settings->setValue(QStringLiteral("board.density"), density);
    Q_EMIT densityChosen(density);
}

void Program::setAppearance(const QString& appearance)
{
    m_settings->setValue(QStringLiteral("appearance"), appearance);
    m_theme.setAppearance(toAppearance(appearance));
}

} // namespace keyturn
