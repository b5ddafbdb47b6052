// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/book_workspace.h"
#include "tests/support/test_main.h"
#include "tests/support/ui_context.h"
#include "ui/board/board_page.h"
#include "ui/leadkit/filter_bar.h"
#include "ui/leadkit/view_button.h"
#include "ui/leads/leads_page.h"
#include "ui/leads/leads_table.h"

#include <QApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace keyturn;

/// Views, saved and shown as a person does it, over a real book.
class TestViewButton : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("book.keyturn"));
        SoloLibrary library{SoloOptions{}};
        const auto made = test::await(library.create(test::exampleBook(m_path)));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        m_book = *made;
        CreateLead lead;
        lead.fields = {{QStringLiteral("name"), QStringLiteral("Ann Lee"), {}},
                       {QStringLiteral("email"), QStringLiteral("ann@example.com"), {}}};
        lead.tags = {QStringLiteral("VIP")};
        QVERIFY(test::await(m_book->submit(lead)));
        m_theme = std::make_unique<Theme>();
        m_theme->setReducedMotion(true);
        m_theme->apply();
        m_ui = std::make_unique<UiContext>(UiContext{*m_theme, m_preferences, m_prompts});
        show();
    }
    void cleanup()
    {
        m_window.reset();
        m_store.reset();
        m_ui.reset();
        m_theme.reset();
        m_book.reset();
        m_preferences = {};
        m_folder.reset();
    }

    void savedShownChangedRemoved()
    {
        LeadFilter vip;
        vip.tags = {QStringLiteral("VIP")};
        m_leads->filterBar().setOwn(vip);
        m_leads->table().sortByColumn(LeadListModel::Amount, Qt::AscendingOrder);
        m_leads->table().setColumnHidden(LeadListModel::Email, false);
        m_leads->table().choose({QStringLiteral("name:200"), QStringLiteral("email:220"), QStringLiteral("stage")},
                                QStringLiteral("amount asc"));
        save(*m_leads, QStringLiteral("VIPs & friends"));
        QCOMPARE(m_book->catalogue().views().size(), size_t(1));
        QCOMPARE(button(*m_leads).text(), QStringLiteral("VIPs & friends"));
        // Another look at the leads: the button says that this is no longer what was saved.
        m_leads->filterBar().clearAll();
        m_leads->table().choose({}, QStringLiteral("name desc"));
        QVERIFY(button(*m_leads).accessibleName().contains(QStringLiteral("changed")));
        choose(*m_leads, QStringLiteral("VIPs && friends"));
        QCOMPARE(m_leads->filterBar().own().tags, QStringList{QStringLiteral("VIP")});
        QCOMPARE(m_leads->table().sortChoice(), QStringLiteral("amount asc"));
        QVERIFY(!m_leads->table().isColumnHidden(LeadListModel::Email));
        QVERIFY(m_leads->table().isColumnHidden(LeadListModel::Owner));
        QCOMPARE(m_leads->table().horizontalHeader()->visualIndex(LeadListModel::Email), 1);
        QVERIFY(!button(*m_leads).accessibleName().contains(QStringLiteral("changed")));
        // The board has views of its own.
        openMenu(*m_board);
        QVERIFY(menu()->actions().constFirst()->text().startsWith(QStringLiteral("Save")));
        menu()->close();
        // Changed, kept, taken back, removed, taken back.
        m_leads->filterBar().setOwn({});
        choose(*m_leads, QStringLiteral("Keep the changes"));
        QTRY_VERIFY(m_book->catalogue().views().front().content.value(QLatin1String("filter")).toObject().isEmpty());
        QVERIFY(test::await(m_book->undo()));
        QVERIFY(!m_book->catalogue().views().front().content.value(QLatin1String("filter")).toObject().isEmpty());
        choose(*m_leads, QStringLiteral("Remove this view"));
        QTRY_VERIFY(m_book->catalogue().views().empty());
        QTRY_COMPARE(button(*m_leads).text(), QStringLiteral("Views"));
        QVERIFY(test::await(m_book->undo()));
        QTRY_COMPARE(button(*m_leads).accessibleName(), QStringLiteral("View VIPs & friends, changed"));
    }

    void boardIsKeptToo()
    {
        m_board->setSort(BoardSort::HighestAmount);
        m_board->filterBar().chooseView(QStringLiteral("locks"));
        save(*m_board, QStringLiteral("Big locks"));
        m_board->setSort(BoardSort::Name);
        m_board->filterBar().chooseView(QStringLiteral("mine"));
        choose(*m_board, QStringLiteral("Big locks"));
        QCOMPARE(m_board->model().sort(), BoardSort::HighestAmount);
        QCOMPARE(m_board->filterBar().view(), QStringLiteral("locks"));
    }

    void survivesTheDay()
    {
        LeadFilter vip;
        vip.tags = {QStringLiteral("VIP")};
        m_leads->filterBar().setOwn(vip);
        save(*m_leads, QStringLiteral("VIPs"));
        m_window.reset();
        m_store.reset();
        m_book.reset();
        SoloLibrary library{SoloOptions{}};
        const auto again = test::await(library.open(m_path));
        QVERIFY(again);
        m_book = *again;
        show();
        QCOMPARE(button(*m_leads).accessibleName(), QStringLiteral("View VIPs"));
    }

    void sameNameIsToldInPlace()
    {
        save(*m_leads, QStringLiteral("All"));
        openMenu(*m_leads);
        trigger(QStringLiteral("Save as a view…"));
        auto* name = nameField();
        QTest::keyClicks(name, QStringLiteral("ALL"));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(name->accessibleDescription().contains(QStringLiteral("already")));
        QCOMPARE(m_book->catalogue().views().size(), size_t(1));
        QTest::keyClick(name, Qt::Key_Escape);
    }

private:
    void show()
    {
        m_store = std::make_unique<LeadStore>(*m_book);
        m_window = std::make_unique<QWidget>();
        m_window->resize(1300, 1300);
        m_leads = new LeadsPage(*m_book, *m_store, *m_ui, m_window.get());
        m_board = new BoardPage(*m_book, *m_store, *m_ui, m_window.get());
        m_leads->setGeometry(0, 0, 1300, 640);
        m_board->setGeometry(0, 650, 1300, 640);
        m_store->load();
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTRY_VERIFY(m_store->isComplete());
    }
    static ViewButton& button(Page& page) { return *page.findChild<ViewButton*>(QStringLiteral("savedViews")); }
    QMenu* menu() { return m_window->findChild<QMenu*>(QStringLiteral("savedViewsMenu")); }
    void openMenu(Page& page)
    {
        QTRY_VERIFY(menu() == nullptr);
        QTest::mouseClick(&button(page), Qt::LeftButton);
        QVERIFY(menu() != nullptr);
    }
    void trigger(const QString& text)
    {
        for (QAction* action : menu()->actions()) {
            if (action->text().section(u'\t', 0, 0) == text) {
                action->trigger();
                menu()->close();
                return;
            }
        }
        QTest::qFail(qPrintable(QStringLiteral("nothing says ") + text), __FILE__, __LINE__);
    }
    void choose(Page& page, const QString& text)
    {
        openMenu(page);
        trigger(text);
    }
    QLineEdit* nameField()
    {
        auto* name = m_window->findChild<QLineEdit*>(QStringLiteral("viewName"));
        if (name == nullptr) {
            qFatal("no field for the name");
        }
        return name;
    }
    void save(Page& page, const QString& as)
    {
        choose(page, QStringLiteral("Save as a view…"));
        QTest::keyClicks(nameField(), as);
        QTest::keyClick(nameField(), Qt::Key_Return);
        QTRY_VERIFY(m_window->findChild<QLineEdit*>(QStringLiteral("viewName")) == nullptr);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::shared_ptr<Workspace> m_book;
    std::unique_ptr<Theme> m_theme;
    test::KeptPreferences m_preferences;
    test::WillingPrompts m_prompts;
    std::unique_ptr<UiContext> m_ui;
    std::unique_ptr<LeadStore> m_store;
    std::unique_ptr<QWidget> m_window;
    LeadsPage* m_leads = nullptr;
    BoardPage* m_board = nullptr;
};

QTEST_MAIN(TestViewButton)
#include "tst_view_button_x11.moc"
