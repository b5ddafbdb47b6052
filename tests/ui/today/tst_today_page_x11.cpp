// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lead_store.h"
#include "tests/support/fake_workspace.h"
#include "tests/support/test_catalogue.h"
#include "tests/support/test_main.h"
#include "ui/kit/button.h"
#include "ui/today/today_page.h"
#include "ui/today/today_row_widget.h"
#include "ui/today/today_section.h"

#include <QDir>
#include <QPixmap>
#include <QSignalSpy>

using namespace keyturn;

namespace {

// Thursday, November 19, 2026, 9:41 AM in Denver.
const Instant now = Instant::fromDateTime(QDateTime(QDate(2026, 11, 19), QTime(16, 41), Qt::UTC));

class NoPreferences : public Preferences
{
public:
    [[nodiscard]] QVariant value(const QString&) const override { return {}; }
    void setValue(const QString&, const QVariant&) override {}
};

class NoPrompts : public Prompts
{
public:
    void confirm(QWidget*, const QString&, const QString&, const QString&, std::function<void(bool)>) override {}
    void openFile(QWidget*, const QString&, const QStringList&, std::function<void(QString)>) override {}
    void saveFile(QWidget*, const QString&, const QString&, const QStringList&, std::function<void(QString)>) override
    {}
};

class Book : public test::FakeWorkspace
{
public:
    explicit Book(bool empty = false)
        : FakeWorkspace(test::catalogue(), now)
    {
        if (empty) {
            return;
        }
        struct Row
        {
            const char* name;
            const char* stage;
            qint64 dollars;
            const char* program;
            const char* phone;
            const char* state;
            int days;
            Temperature temperature;
        };
        static const Row rows[] = {
            {"Odalys Ferreira", "new", 410'000, "conventional", "+18135550101", "FL", 0, Temperature::Hot},
            {"Winston Abernathy", "new", 356'000, "va", "+18085550102", "HI", 0, Temperature::Warm},
            {"Yusuf & Amina Demir", "processing", 549'000, "conventional", "+13035550103", "CO", 13, Temperature::Hot},
            {"Harlan Ostrowski", "clear_to_close", 485'000, "conventional", "+13525550104", "FL", 2, Temperature::Warm},
            {"Clementine Dupree", "processing", 412'500, "va", "+13035550105", "CO", 21, Temperature::Warm},
            {"Rafael Quintanilla", "pre_approved", 742'000, "jumbo", "+13035550106", "CO", 26, Temperature::Warm},
            {"Desmond Achterberg", "contacted", 364'000, "va", "+19075550107", "AK", 11, Temperature::Warm},
            {"Priya & Daniel Raman", "prequalified", 684'000, "conventional", "+13035550108", "CO", 0,
             Temperature::Warm},
            {"Noor Haddad", "prequalified", 498'000, "conventional", "+13035550109", "CO", 17, Temperature::Cold},
            {"Stella Papadakis", "pre_approved", 318'600, "fha", "+13035550110", "CO", 15, Temperature::Cold},
        };
        quint32 n = 0;
        for (const Row& row : rows) {
            LeadCard card;
            card.id = test::leadId(++n);
            card.name = QString::fromUtf8(row.name);
            card.stage = catalogue().stageByKey(QLatin1String(row.stage))->id;
            card.valueCents = row.dollars * 100;
            card.program = QLatin1String(row.program);
            card.termMonths = 360;
            card.purpose = QStringLiteral("purchase");
            card.source = QStringLiteral("web_form");
            card.phone = QLatin1String(row.phone);
            card.state = QLatin1String(row.state);
            card.temperature = row.temperature;
            card.createdAt = now + -(n == 1 ? 3 : 41) * msPerMinute;
            card.stageEnteredAt = now + -row.days * msPerDay;
            card.owner = catalogue().me;
            add(card);
        }
        task(1, 6, "Asset letter", "document", "2026-11-16", "", now + -3 * msPerDay);
        task(2, 7, "Ask for the certificate of eligibility", "call", "2026-11-17", "", now + -2 * msPerDay);
        task(3, 8, "Collect W-2s", "document", "2026-11-19", "14:00", now + (4 * 60 + 19) * msPerMinute);
        task(4, 9, "Call about the payoff", "call", "2026-11-19", "16:00", now + (6 * 60 + 19) * msPerMinute);
        for (quint32 i = 5; i < 11; ++i) {
            task(i, 10, "Check in", "follow_up", "2026-11-19", "", now + 14 * msPerHour);
        }
        todayLists.newLeads = {test::leadId(1), test::leadId(2)};
        todayLists.newLeadCount = 2;
        todayLists.locks = {{test::leadId(3), QStringLiteral("2026-11-21"), QStringLiteral("2026-12-03")},
                            {test::leadId(4), QString(), QStringLiteral("2026-11-20")},
                            {test::leadId(5), QStringLiteral("2026-11-24"), QString()}};
        todayLists.silent = {{test::leadId(9), {}}, {test::leadId(10), now + -9 * msPerDay}};
        todayLists.silentCount = 11;
        todayLists.callsLogged = 5;
        todayLists.callsReached = 3;
        todayLists.stageMoves = 2;
        todayLists.tasksDone = 6;
    }
    QFuture<Result<TodayLists>> today(const TodayQuery& query) override
    {
        todayLists.tasks.clear();
        for (const Task& one : taskList()) {
            if (one.status == QLatin1String("pending") && one.dueAt < now + 15 * msPerHour) {
                todayLists.tasks.push_back(one);
            }
        }
        todayLists.taskCount = std::ssize(todayLists.tasks);
        return FakeWorkspace::today(query);
    }

private:
    void task(quint32 n, quint32 lead, const char* title, const char* type, const char* date, const char* at,
              Instant due)
    {
        Task made;
        made.id = TaskId(test::uuid(40, n));
        made.lead = test::leadId(lead);
        made.leadName = leads().value(made.lead).name;
        made.title = QLatin1String(title);
        made.type = QLatin1String(type);
        made.status = QStringLiteral("pending");
        made.dueDate = QLatin1String(date);
        made.dueTime = QLatin1String(at);
        made.dueAt = due;
        made.assignedTo = catalogue().me;
        addTask(made);
    }
};

struct Window
{
    explicit Window(bool empty = false, bool dark = false)
        : book(empty)
        , store(book)
        , model(store)
    {
        theme.setAppearance(dark ? Theme::Appearance::Dark : Theme::Appearance::Light);
        theme.apply();
        store.load();
        QTRY_VERIFY(store.isComplete());
        page = std::make_unique<TodayPage>(model, store, UiContext{theme, preferences, prompts});
        page->resize(1368, 820);
        page->show();
        QVERIFY(QTest::qWaitForWindowExposed(page.get()));
        page->activate();
        QTRY_VERIFY(model.isLoaded());
        QTest::qWait(0);
    }
    [[nodiscard]] LeadId currentLead() const { return page->current().data(TodayModel::Lead).value<LeadId>(); }
    void press(int key) const { QTest::keyClick(page->focusWidget() ? page->focusWidget() : page.get(), Qt::Key(key)); }

    Theme theme;
    NoPreferences preferences;
    NoPrompts prompts;
    Book book;
    LeadStore store;
    TodayModel model;
    std::unique_ptr<TodayPage> page;
};

} // namespace

class TestTodayPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void theKeyboardDoesItAll()
    {
        Window window;
        QTRY_VERIFY(window.page->current().isValid());
        QVERIFY(window.currentLead() == test::leadId(1));
        window.page->focusContent();
        window.press(Qt::Key_J);
        QVERIFY(window.currentLead() == test::leadId(2));
        window.press(Qt::Key_Down);
        QVERIFY(window.currentLead() == test::leadId(3)); // on to the next section
        window.press(Qt::Key_K);
        window.press(Qt::Key_K);
        window.press(Qt::Key_K);
        QVERIFY(window.currentLead() == test::leadId(1)); // stops at the top

        QSignalSpy opened(window.page.get(), &Page::openLeadRequested);
        QSignalSpy called(window.page.get(), &TodayPage::callRequested);
        window.press(Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QVERIFY(called.at(0).at(0).value<LeadId>() == test::leadId(1));

        QSignalSpy noticed(window.page.get(), &Page::noticed);
        window.press(Qt::Key_S);
        QCOMPARE(noticed.count(), 1);
        QTRY_VERIFY(window.currentLead() == test::leadId(2)); // the next one takes its place
        QVERIFY(std::holds_alternative<AddTask>(window.book.submitted.back()));

        window.page->showLead(test::leadId(6));
        window.press(Qt::Key_Enter);
        QVERIFY(std::holds_alternative<CompleteTask>(window.book.submitted.back()));
        QTRY_VERIFY(window.currentLead() == test::leadId(7));
    }

    void theMouseDoesItToo()
    {
        Window window;
        auto rows = window.page->findChildren<TodayRowWidget*>();
        QTRY_VERIFY(window.page->findChildren<TodayRowWidget*>().size() >= 10);
        rows = window.page->findChildren<TodayRowWidget*>();
        QTest::mouseClick(rows.at(1), Qt::LeftButton, {}, QPoint(80, 20));
        QVERIFY(window.currentLead() == test::leadId(2));
        QCOMPARE(rows.at(1)->action()->kind(), Button::Kind::Primary);
        QCOMPARE(rows.at(0)->action()->kind(), Button::Kind::Secondary);
        QSignalSpy opened(window.page.get(), &Page::openLeadRequested);
        QTest::mouseClick(rows.at(2)->action(), Qt::LeftButton);
        QVERIFY(opened.last().at(0).value<LeadId>() == test::leadId(3));
        // One section shows its first five and offers the rest.
        Button* more = nullptr;
        for (Button* button : window.page->findChildren<Button*>(QStringLiteral("todayMore"))) {
            more = button->isVisible() ? button : more;
        }
        QVERIFY(more != nullptr);
        QCOMPARE(more->text(), QStringLiteral("Show 5 more"));
        QTest::mouseClick(more, Qt::LeftButton);
        QTRY_VERIFY(!more->isVisible());
    }

    void saysWhatIsLeft()
    {
        Window window;
        QTRY_VERIFY(!window.page->status().empty());
        QTRY_COMPARE(window.page->status().front().text, QStringLiteral("15 item(s) left"));
        QVERIFY(window.page->position(test::leadId(2)).contains(QStringLiteral("2 of")));
        QVERIFY(window.page->neighbour(test::leadId(2), 1) == test::leadId(3));
        QVERIFY(window.page->neighbour(test::leadId(1), -1).isNull());
        for (const QWidget* widget : window.page->findChildren<TodayRowWidget*>()) {
            QVERIFY(!widget->accessibleName().isEmpty());
        }
    }

    void anEmptyDayIsFine()
    {
        Window window(true);
        QTRY_VERIFY(window.page->findChild<QWidget*>(QStringLiteral("todayEmpty"))->isVisible());
        window.press(Qt::Key_J);
        window.press(Qt::Key_Return);
        window.press(Qt::Key_S);
        QVERIFY(window.book.submitted.empty());
    }

    /// KEYTURN_PICTURES names a folder for looking at the page.
    void paints_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("empty");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << false << false << QSize(1368, 820);
        QTest::newRow("dark") << true << false << QSize(1368, 820);
        QTest::newRow("narrow") << false << false << QSize(900, 640);
        QTest::newRow("empty") << false << true << QSize(1208, 640);
    }
    void paints()
    {
        QFETCH(bool, dark);
        QFETCH(bool, empty);
        QFETCH(QSize, size);
        Window window(empty, dark);
        window.page->resize(size);
        QTRY_VERIFY(empty || window.page->current().isValid());
        QTest::qWait(50);
        const QPixmap shot = window.page->grab();
        QCOMPARE(shot.size(), size);
        const QString folder = qEnvironmentVariable("KEYTURN_PICTURES");
        if (!folder.isEmpty()) {
            QVERIFY(shot.save(
                QDir(folder).filePath(QStringLiteral("today-%1.png").arg(QLatin1String(QTest::currentDataTag())))));
        }
        QVERIFY(shot.toImage().pixelColor(4, 4) == window.theme.colors().window);
    }
};

QTEST_MAIN(TestTodayPage)
#include "tst_today_page_x11.moc"
