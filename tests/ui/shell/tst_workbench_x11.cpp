// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_workspace.h"
#include "tests/support/keyboard.h"
#include "tests/support/test_catalogue.h"
#include "tests/support/test_main.h"
#include "tests/support/ui_context.h"
#include "ui/shell/book_facts.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/rail.h"
#include "ui/shell/workbench.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace keyturn;

namespace {

/// A page with one box to type in, which tells what it was asked.
class PlainPage final : public Page
{
public:
    PlainPage(const QString& title, std::vector<LeadId> order, QWidget* parent)
        : Page(parent)
        , leads(std::move(order))
        , m_title(title)
    {
        auto* layout = new QVBoxLayout(this);
        box = new QLineEdit;
        box->setObjectName(QStringLiteral("box_") + title);
        box->setAccessibleName(title);
        layout->addWidget(box);
        layout->addStretch();
    }
    [[nodiscard]] QString title() const override { return m_title; }
    [[nodiscard]] std::vector<StatusPart> status() const override { return {{QStringLiteral("3"), m_title}}; }
    [[nodiscard]] std::vector<PageCommand> commands() override
    {
        return {{QStringLiteral("plain.shout"), QStringLiteral("Shout aloud"), {}, {}, {}, [this] { ++shouts; }}};
    }
    void focusContent() override { box->setFocus(Qt::OtherFocusReason); }
    void showLead(LeadId lead) override { shown = lead; }
    [[nodiscard]] LeadId neighbour(LeadId lead, int step) const override
    {
        const auto at = std::ranges::find(leads, lead);
        const auto next = at - leads.begin() + step;
        return at == leads.end() || next < 0 || next >= std::ssize(leads) ? LeadId() : leads[static_cast<size_t>(next)];
    }
    [[nodiscard]] QString position(LeadId lead) const override
    {
        return std::ranges::find(leads, lead) == leads.end() ? QString() : QStringLiteral("somewhere");
    }

    void showView(const QString& id, const QJsonObject&) override { view = id; }

    QLineEdit* box;
    std::vector<LeadId> leads;
    LeadId shown;
    QString view;
    int shouts = 0;

private:
    QString m_title;
};

/// A book that can be told to be busy, or in trouble.
class MoodyBook final : public test::FakeWorkspace
{
public:
    using FakeWorkspace::FakeWorkspace;
    [[nodiscard]] bool isSaving() const override { return saving; }
    void setSaving(bool on)
    {
        saving = on;
        Q_EMIT savingChanged(on);
    }
    void setTrouble(const Error& error) { Q_EMIT troubled(error); }
    void recover() { Q_EMIT recovered(); }

    bool saving = false;
};

struct Fixture
{
    Theme theme;
    test::KeptPreferences preferences;
    test::WillingPrompts prompts;
    UiContext ui{theme, preferences, prompts};
    MoodyBook book{test::catalogue()};
    LeadStore store{book};
    QWidget window;
    std::unique_ptr<Workbench> bench;
    std::vector<LeadId> leads;
    LeadId inPane;
    QString did;
    bool paneFocused = false;

    explicit Fixture(int count = 4, bool searching = false)
    {
        theme.setReducedMotion(true);
        for (quint32 n = 1; n <= static_cast<quint32>(count); ++n) {
            LeadCard card;
            card.id = test::leadId(n);
            card.stage = book.catalogue().stages.front().id;
            card.owner = book.catalogue().me;
            card.name = QStringLiteral("Borrower %1").arg(n);
            card.email = QStringLiteral("b%1@example.com").arg(n);
            book.add(card);
            leads.push_back(card.id);
        }
        store.load();
        WorkbenchParts parts;
        const auto page = [this](const char* id, const char* key, bool bottom) {
            return PageEntry{
                QLatin1String(id),
                QStringLiteral("sun"),
                QLatin1String(id),
                QLatin1String(key),
                bottom,
                [this, id](QWidget* parent) -> Page* { return new PlainPage(QLatin1String(id), leads, parent); }};
        };
        parts.pages = {page("today", "T", false), page("pipeline", "P", false), page("leads", "L", false),
                       page("settings", "S", true)};
        parts.makeLead = [this](QWidget* parent, LeadPlace place) {
            LeadPane pane;
            pane.widget = new QWidget(parent);
            pane.widget->setObjectName(place == LeadPlace::Page ? QStringLiteral("pane_page")
                                                                : QStringLiteral("pane_panel"));
            pane.widget->setFocusPolicy(Qt::StrongFocus);
            pane.widget->setAccessibleName(QStringLiteral("Lead"));
            pane.show = [this](LeadId lead) { inPane = lead; };
            pane.logCall = [this] { did = QStringLiteral("call"); };
            pane.focus = [this, widget = pane.widget] {
                widget->setFocus();
                paneFocused = widget->hasFocus();
            };
            pane.writeNote = [this] { did = QStringLiteral("note"); };
            return pane;
        };
        parts.commands = {{QStringLiteral("book.new"), QStringLiteral("New book"), {}, {}, {}, [this] {
                               did = QStringLiteral("new book");
                           }}};
        if (searching) {
            parts.searchFor = [this](const QString& text) { did = QStringLiteral("search ") + text; };
        }
        bench = std::make_unique<Workbench>(ui, book, store, std::move(parts), &window);
        window.resize(1280, 720);
        bench->resize(window.size());
        window.show();
        QApplication::setActiveWindow(&window);
        [[maybe_unused]] const bool shown = QTest::qWaitForWindowExposed(&window);
        bench->restore();
    }
    [[nodiscard]] PlainPage* page(const char* id) const
    {
        return dynamic_cast<PlainPage*>(bench->page(QLatin1String(id)));
    }
    [[nodiscard]] CommandPalette* palette() const { return bench->findChild<CommandPalette*>(); }
    [[nodiscard]] QLineEdit* query() const { return bench->findChild<QLineEdit*>(QStringLiteral("paletteQuery")); }
    [[nodiscard]] QListView* list() const { return bench->findChild<QListView*>(QStringLiteral("paletteList")); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : bench.get(), key,
                        modifiers);
    }
    [[nodiscard]] QString facts() const { return bench->findChild<StatusBar*>()->accessibleDescription(); }
};

} // namespace

class TestWorkbench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void theRailChangesPagesByMouseAndKeys()
    {
        Fixture f;
        QCOMPARE(f.bench->currentPage(), QStringLiteral("today")); // nothing is remembered yet
        auto* rail = f.bench->findChild<Rail*>();
        QTest::mouseClick(rail->item(QStringLiteral("leads")), Qt::LeftButton);
        QCOMPARE(f.bench->currentPage(), QStringLiteral("leads"));
        QVERIFY(f.page("leads")->box->hasFocus());
        QVERIFY(rail->item(QStringLiteral("leads"))->isChecked());
        rail->item(QStringLiteral("today"))->setFocus(Qt::TabFocusReason);
        f.press(Qt::Key_Down);
        QVERIFY(rail->item(QStringLiteral("pipeline"))->hasFocus());
        f.press(Qt::Key_Space);
        QCOMPARE(f.bench->currentPage(), QStringLiteral("pipeline"));
        rail->item(QStringLiteral("pipeline"))->setFocus(Qt::TabFocusReason);
        f.press(Qt::Key_G);
        f.press(Qt::Key_S);
        QCOMPARE(f.bench->currentPage(), QStringLiteral("settings"));
        QCOMPARE(f.preferences.value(QStringLiteral("window.page")).toString(), QStringLiteral("settings"));
        // Letters go into a box, not to pages.
        f.bench->showPage(QStringLiteral("leads"));
        f.page("leads")->focusContent();
        f.press(Qt::Key_G);
        f.press(Qt::Key_S);
        QCOMPARE(f.page("leads")->box->text(), QStringLiteral("gs"));
        QCOMPARE(f.bench->currentPage(), QStringLiteral("leads"));
    }

    void savedViewsAreOnTheRailAndInThePalette()
    {
        Fixture f;
        RailItem* item = f.bench->findChild<Rail*>()->item(QStringLiteral("views"));
        QVERIFY(item->isHidden()); // nothing was saved yet
        Catalogue catalogue = f.book.catalogue();
        catalogue.sharedViews.push_back({QStringLiteral("one"), QStringLiteral("Hot & big"),
                                         QJsonObject{{QStringLiteral("page"), QStringLiteral("leads")}}, true});
        f.book.setCatalogue(catalogue);
        QVERIFY(!item->isHidden());
        QTest::mouseClick(item, Qt::LeftButton);
        auto* menu = f.bench->findChild<QMenu*>(QStringLiteral("viewsMenu"));
        QVERIFY(menu != nullptr && menu->isVisible());
        QCOMPARE(menu->actions().size(), 1);
        QCOMPARE(menu->actions().front()->text(), QStringLiteral("Hot && big\tleads"));
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(f.bench->currentPage(), QStringLiteral("leads"));
        QCOMPARE(f.page("leads")->view, QStringLiteral("one"));
        QVERIFY(!item->isChecked()); // the page is where one is, not the menu
        f.bench->showPage(QStringLiteral("today"));
        f.page("leads")->view.clear();
        f.press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(f.query(), QStringLiteral("hot"));
        f.press(Qt::Key_Return);
        QCOMPARE(f.bench->currentPage(), QStringLiteral("leads"));
        QCOMPARE(f.page("leads")->view, QStringLiteral("one"));
    }

    void aBadgeIsShownAndSpoken()
    {
        Fixture f;
        auto* item = f.bench->findChild<Rail*>()->item(QStringLiteral("today"));
        QCOMPARE(item->accessibleName(), QStringLiteral("today"));
        f.bench->setBadge(QStringLiteral("today"), 21);
        QVERIFY(item->accessibleName().contains(QStringLiteral("21")));
    }

    void thePaletteIsUsedWithTheKeyboardAlone()
    {
        Fixture f;
        QTRY_VERIFY(f.store.isComplete());
        f.press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(f.palette()->isOpen());
        QVERIFY(f.query()->hasFocus());
        QTest::keyClicks(f.query(), QStringLiteral("borrower"));
        QCOMPARE(f.list()->currentIndex().row(), 0);
        f.press(Qt::Key_Up); // from the first to the last
        QCOMPARE(f.list()->currentIndex().row(), f.list()->model()->rowCount() - 1);
        f.press(Qt::Key_Down);
        f.press(Qt::Key_Down);
        QCOMPARE(f.list()->currentIndex().row(), 1);
        const auto second = f.list()->currentIndex().data(PaletteModel::Lead).value<LeadId>();
        f.press(Qt::Key_Return);
        QVERIFY(!f.palette()->isOpen());
        QVERIFY(f.bench->isPanelOpen());
        QVERIFY(f.inPane == second);

        f.press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(f.query(), QStringLiteral("borrower 3"));
        f.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(f.bench->isLeadPageOpen());
        QVERIFY(f.inPane == f.leads[2]);

        f.press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(f.query(), QStringLiteral("b4@example"));
        f.press(Qt::Key_Tab); // to what can be done with the first lead
        QCOMPARE(f.list()->currentIndex().data().toString(), QStringLiteral("Log a call"));
        f.press(Qt::Key_Return);
        QCOMPARE(f.did, QStringLiteral("call"));
        QVERIFY(f.inPane == f.leads[3]);

        f.press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(f.query(), QStringLiteral("new bo"));
        f.press(Qt::Key_Return);
        QCOMPARE(f.did, QStringLiteral("new book"));
    }

    void thePaletteFindsCommandsByOtherNames_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("id");
        for (const auto& [query, id] :
             std::initializer_list<std::pair<const char*, const char*>>{{"database", "book.new"},
                                                                        {"preferences", "page.settings"},
                                                                        {"kanban", "page.pipeline"},
                                                                        {"add client", "lead.new"},
                                                                        {"hotkeys", "help.keys"},
                                                                        {"people", "page.leads"},
                                                                        {"to do", "page.today"}}) {
            QTest::newRow(query) << QString::fromLatin1(query) << QString::fromLatin1(id);
        }
    }
    void thePaletteFindsCommandsByOtherNames()
    {
        QFETCH(const QString, query);
        QFETCH(const QString, id);
        Fixture f;
        f.press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(f.query(), query);
        QCOMPARE(f.list()->currentIndex().data(PaletteModel::Id).toString(), id);
    }

    void thePaletteSaysHowManyThereAre()
    {
        Fixture f(1'234);
        QTRY_VERIFY(f.store.isComplete());
        f.press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(f.query(), QStringLiteral("borrower"));
        const auto* footer = f.bench->findChild<QWidget*>(QStringLiteral("paletteFooter"));
        QVERIFY(footer != nullptr);
        // All leads, and two commands whose words name borrowers too; not what can be done with the first.
        QTRY_COMPARE(footer->accessibleName(), QStringLiteral("7 of 1,236"));
        f.query()->setText(QStringLiteral("borrower 1234"));
        QTRY_COMPARE(footer->accessibleName(), QStringLiteral("1 found"));
        QCOMPARE(f.list()->model()->rowCount(), 4);
        f.query()->setText(QStringLiteral("zzzz"));
        QTRY_COMPARE(footer->accessibleName(), QStringLiteral("Nothing found"));
    }

    void thePaletteDoesNotCountTheSearchOfEverything()
    {
        Fixture f(4, true);
        QTRY_VERIFY(f.store.isComplete());
        f.press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(f.query(), QStringLiteral("zzzz"));
        const auto* footer = f.bench->findChild<QWidget*>(QStringLiteral("paletteFooter"));
        QTRY_COMPARE(footer->accessibleName(), QStringLiteral("Nothing found"));
        QCOMPARE(f.list()->model()->rowCount(), 1);
        f.press(Qt::Key_Return); // it is still there to be run
        QCOMPARE(f.did, QStringLiteral("search zzzz"));
    }

    void escapeClosesOneThingAfterTheOther()
    {
        Fixture f;
        QTRY_VERIFY(f.store.isComplete());
        f.page("today")->focusContent();
        f.bench->openLead(f.leads.front(), LeadPlace::Panel);
        f.bench->showError({Error::Kind::Refused, QStringLiteral("No."), {}, {}});
        f.press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(f.query(), QStringLiteral("zzz"));
        QCOMPARE(f.list()->model()->rowCount(), 0);
        f.press(Qt::Key_Return); // nothing to choose: nothing happens
        QVERIFY(f.palette()->isOpen());
        f.press(Qt::Key_Escape);
        QVERIFY(!f.palette()->isOpen());
        QVERIFY(f.bench->isPanelOpen());
        QTest::keyClick(f.bench.get(), Qt::Key_Escape); // the notice
        QVERIFY(f.bench->isPanelOpen());
        QTest::keyClick(f.bench.get(), Qt::Key_Escape);
        QVERIFY(!f.bench->isPanelOpen());
    }

    void commandsOfTheShownPageAreOffered()
    {
        Fixture f;
        f.press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(f.query(), QStringLiteral("shout"));
        QCOMPARE(f.list()->currentIndex().data().toString(), QStringLiteral("Shout aloud"));
        f.press(Qt::Key_Return);
        QCOMPARE(f.page("today")->shouts, 1);
    }

    void leadsAreSteppedThroughInTheOrderOfThePage()
    {
        Fixture f;
        QTRY_VERIFY(f.store.isComplete());
        f.bench->openLead(f.leads[1], LeadPlace::Panel);
        f.press(Qt::Key_Down, Qt::AltModifier);
        QVERIFY(f.inPane == f.leads[2]);
        QVERIFY(f.page("today")->shown == f.leads[2]);
        f.press(Qt::Key_Up, Qt::AltModifier);
        f.press(Qt::Key_Up, Qt::AltModifier);
        f.press(Qt::Key_Up, Qt::AltModifier); // the first one: there it stays
        QVERIFY(f.inPane == f.leads[0]);
        f.bench->showPage(QStringLiteral("settings")); // takes the whole width
        QVERIFY(!f.bench->isPanelOpen());
    }

    void theKeyboardStaysOnThePageUntilTheSameIsAskedTwice()
    {
        Fixture f;
        QTRY_VERIFY(f.store.isComplete());
        PlainPage* page = f.page("today");
        page->focusContent();
        Q_EMIT page->openLeadRequested(f.leads[1], LeadPlace::Panel);
        QVERIFY(f.inPane == f.leads[1]);
        QVERIFY(page->box->hasFocus());
        f.paneFocused = false;
        Q_EMIT page->leadSelected(f.leads[2]); // the panel follows
        QVERIFY(f.inPane == f.leads[2]);
        Q_EMIT page->openLeadRequested(f.leads[2], LeadPlace::Panel);
        QVERIFY(f.paneFocused);
    }

    void theFootTellsWhetherEverythingIsSaved()
    {
        Fixture f;
        QVERIFY(f.facts().contains(QStringLiteral("Everything saved")));
        f.book.setSaving(true);
        QTRY_VERIFY(f.facts().contains(QStringLiteral("Saving…")));
        QVERIFY(!f.facts().contains(QStringLiteral("Everything saved")));
        f.book.setSaving(false);
        QVERIFY(f.facts().contains(QStringLiteral("Everything saved")));
        f.book.setTrouble({Error::Kind::Storage, QStringLiteral("The disk is full."), {}, {}});
        QVERIFY(f.facts().contains(QStringLiteral("Cannot save right now")));
        f.book.setSaving(true);
        f.book.setSaving(false);
        QVERIFY(f.facts().contains(QStringLiteral("Cannot save right now"))); // trying is not having done
        f.book.recover();
        QVERIFY(f.facts().contains(QStringLiteral("Everything saved")));
    }

    void savingThatIsOverAtOnceIsNotShown()
    {
        MoodyBook book(test::catalogue());
        BookFacts facts(book);
        QSignalSpy changed(&facts, &BookFacts::changed);
        book.setSaving(true);
        book.setSaving(false);
        QCoreApplication::processEvents();
        QCOMPARE(changed.size(), 0);
        QCOMPARE(facts.facts().back().text, QStringLiteral("Everything saved"));
    }

    void aNewLeadIsTypedAndAMistakeMended()
    {
        Fixture f;
        f.press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(QApplication::focusWidget() != nullptr &&
                    qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr);
        f.press(Qt::Key_Return); // nothing typed
        QVERIFY(f.book.submitted.empty());
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Nora Quill"));
        f.press(Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("720 555 0188"));
        f.press(Qt::Key_Return);
        QTRY_COMPARE(f.book.submitted.size(), std::size_t(1));
        const auto& created = std::get<CreateLead>(f.book.submitted.front());
        QCOMPARE(created.fields.size(), std::size_t(2));
        QCOMPARE(created.fields.front().value.toString(), QStringLiteral("Nora Quill"));
        QCOMPARE(created.fields.back().value.toString(), QStringLiteral("+17205550188"));
        // Escape takes the box away and gives the keyboard back.
        f.page("today")->focusContent();
        f.press(Qt::Key_N, Qt::ControlModifier);
        f.press(Qt::Key_Escape);
        QTRY_VERIFY(f.page("today")->box->hasFocus());
    }

    void everyControlIsReachedAndNamed()
    {
        Fixture f;
        f.page("today")->focusContent();
        const QSet<const QWidget*> reached = test::reachedByTab(f.bench.get());
        QCOMPARE(test::unreachable(f.bench.get(), reached).join(QLatin1Char('\n')), QString());
    }
};

QTEST_MAIN(TestWorkbench)
#include "tst_workbench_x11.moc"
