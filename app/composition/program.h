// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/running_program.h"
#include "app/composition/file_prompts.h"
#include "app/composition/language.h"
#include "app/secrets/secret_store.h"
#include "app/settings/settings.h"
#include "models/base/server_address.h"
#include "models/items/lead_store.h"
#include "models/workspace/direct_library.h"
#include "models/workspace/library.h"
#include "ui/kit/focus_ring.h"
#include "ui/kit/theme.h"
#include "ui/kit/ui_context.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace keyturn {

class BookCare;
class DailyBackup;
class ExportWork;
class MainWindow;
class SampleMaker;
class StartPage;
class TeamPage;
class TodayModel;
class ImportFlow;
class Workbench;
struct OwnBookAnswers;
struct PageCommand;
struct RescueReport;
struct RestoreOutcome;
struct TeamAnswers;

/// What tests and screenshots set, and what people leave alone.
struct ProgramOptions
{
    QString settingsFile;               ///< empty: the user's own
    QString booksFolder;                ///< where new books are put; empty: the user's data folder
    QString book;                       ///< opened at the start; empty: the last one
    std::shared_ptr<const Clock> clock; ///< null: the system's
    QString language;                   ///< overrides the setting
    QString appearance;                 ///< overrides the setting
    Prompts* prompts = nullptr;         ///< null: dialogs
    SecretStore* secrets = nullptr;     ///< null: the system's keychain
    bool listens = true;                ///< a second start on the same book activates this window
    int backupAfterMs = 20'000;         ///< a book without a backup of today gets one then; negative: never
};

/// The running program: makes everything, in order, and takes it down in the opposite one. Nothing else knows
/// everybody.
class Program : public QObject
{
    Q_OBJECT

public:
    explicit Program(const ProgramOptions& options = {}, QObject* parent = nullptr);
    ~Program() override;

    /// Shows the window: with the book that was asked for, the last one, or the start page.
    void start();
    [[nodiscard]] MainWindow& window() const { return *m_window; }
    [[nodiscard]] Theme& theme() { return m_theme; }
    [[nodiscard]] Settings& settings() { return *m_settings; }
    /// Null while the start page is shown.
    [[nodiscard]] Workbench* workbench() const;
    [[nodiscard]] Workspace* workspace() const { return m_workspace.get(); }
    [[nodiscard]] LeadStore* store() const { return m_store.get(); }
    /// Null while the start page is shown.
    [[nodiscard]] ImportFlow* imports() const { return m_imports.get(); }

    void openBook(const QString& path);
    void createOwnBook(const OwnBookAnswers& answers);
    void openSample();
    void showStart();
    /// The page that asks for a server; with `address` filled in already, and why it is asked.
    void showTeam(const std::optional<ServerAddress>& address = {}, const std::optional<Error>& why = {});
    /// With the password from the keychain, or after asking for it.
    void openServer(const ServerAddress& address);
    void setLanguage(const QString& code);
    void setAppearance(const QString& appearance);
    void setDensity(const QString& density);
    /// Shows the import page; with a file, as if it had been chosen there.
    void importList(const QString& path = {});
    /// Asks which backup or archive, then puts it in the place of the book that is open.
    void askForBackup();
    /// Puts a backup or an archive in the place of `book`, which may be open here, and opens it.
    void restoreBook(const QString& from, const QString& book);
    /// Puts what can be saved of a damaged book in its place, and the damaged file beside it.
    void rescueBook(const QString& damaged);

Q_SIGNALS:
    /// A book is open and the workbench shows it.
    void opened();
    void openFailed(const keyturn::Error& error);
    /// What was saved of a damaged book is told on the start page.
    void rescued(const QString& file);
    void densityChosen(const QString& density);

private:
    void askForBook();
    void makeCare();
    void openArchive(const QString& path);
    /// Words on the first page, beside a button that ends the work on files.
    void offerToStop(const QString& words);
    void tellRestored(const RestoreOutcome& outcome);
    void tellRescued(const RescueReport& report);
    void careFailed(const Error& error);
    /// A book that is damaged: what can be done about it.
    void offerRescue(const QString& book, const QString& backup, Instant at);
    void takeDailyBackups();
    void enter(const std::shared_ptr<Workspace>& workspace, const QString& path);
    void enterServer(const std::shared_ptr<Workspace>& workspace, const ServerAddress& address);
    /// `door`: the file by which a second start finds this window.
    void show(const std::shared_ptr<Workspace>& workspace, const QString& door);
    void remember(const QString& listKey, const QString& where);
    void joinTeam(const TeamAnswers& answers);
    void leave();
    void showWorkbench();
    [[nodiscard]] Workbench* makeWorkbench();
    void addExportCommands(std::vector<PageCommand>& commands);
    void refused(const Error& error);
    [[nodiscard]] QString newBookPath(const QString& name) const;
    [[nodiscard]] QString booksFolder() const;

    ProgramOptions m_options;
    std::unique_ptr<Settings> m_settings;
    Language m_language;
    Theme m_theme;
    FocusRing m_focusRing;
    FilePrompts m_prompts;
    UiContext m_context;
    std::shared_ptr<const Clock> m_clock;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<SecretStore> m_keychain;
    SecretStore& m_secrets;
    DirectLibrary m_servers;
    std::unique_ptr<SampleMaker> m_sampleMaker;
    std::unique_ptr<BookCare> m_care;
    std::shared_ptr<Workspace> m_workspace;
    std::unique_ptr<DailyBackup> m_dailyBackup;
    std::unique_ptr<cli::RunningProgram> m_door;
    std::unique_ptr<LeadStore> m_store;
    std::unique_ptr<TodayModel> m_today;
    std::unique_ptr<ImportFlow> m_imports;
    std::unique_ptr<MainWindow> m_window;
    QPointer<StartPage> m_start;
    QPointer<TeamPage> m_team;
    QPointer<Workbench> m_workbench;
    QPointer<ExportWork> m_exports;
    QString m_restoring; ///< the book that a backup is put in the place of
    QString m_toldOnce;  ///< for the window once the book is open
    bool m_opening = false;
};

/// The window's part of main(): runs the program with what stands on the command line, and answers its exit status.
int runWindow(int argc, char** argv);

} // namespace keyturn
