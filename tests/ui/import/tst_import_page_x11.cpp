// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/book_workspace.h"
#include "tests/support/keyboard.h"
#include "tests/support/test_main.h"
#include "tests/support/ui_context.h"
#include "ui/import/import_page.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace keyturn;
using State = ImportFlow::State;

/// The page, used as a person does, over a real book.
class TestImportPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        SoloLibrary library{SoloOptions{}};
        const auto made =
            test::await(library.create(test::exampleBook(m_folder->filePath(QStringLiteral("book.keyturn")))));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        m_book = *made;
        m_theme = std::make_unique<Theme>();
        m_theme->setReducedMotion(true);
        m_theme->apply();
        m_ui = std::make_unique<UiContext>(UiContext{*m_theme, m_preferences, m_prompts});
        m_flow = std::make_unique<ImportFlow>(*m_book);
        m_window = std::make_unique<QWidget>();
        m_window->resize(1208, 640);
        // As in the program, other things of the window come before the page and after it.
        auto* before = new QPushButton(QStringLiteral("New lead"), m_window.get());
        before->setObjectName(QStringLiteral("before"));
        m_page = new ImportPage(*m_flow, *m_ui, m_window.get());
        m_page->resize(m_window->size());
        auto* after = new QPushButton(QStringLiteral("Elsewhere"), m_window.get());
        after->setObjectName(QStringLiteral("after"));
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup()
    {
        m_window.reset();
        m_flow.reset();
        m_ui.reset();
        m_theme.reset();
        m_book.reset();
        m_folder.reset();
    }

    void fourStepsByTheKeyboard()
    {
        m_prompts.file = written("Name,Email,Status,Age\nAnn Lee,ann@example.com,Open,44\n"
                                 "Bo Day,bo@example.com,Closed,45\nAnn Lee,ann@example.com,Open,44\n");
        press("importChoose");
        QVERIFY(reaches(State::Ready));
        QCOMPARE(m_page->step(), ImportPage::FileStep);
        auto* preview = m_page->findChild<QTableView*>(QStringLiteral("importPreview"));
        QTRY_COMPARE(preview->model()->rowCount(), 3);
        press("importNext");
        QCOMPARE(m_page->step(), ImportPage::ColumnsStep);
        // What a lender must not hold cannot be chosen at all.
        QVERIFY(!button("target_3")->isEnabled());
        // What the texts of the status column mean.
        QTRY_VERIFY(m_page->findChild<QComboBox*>(QStringLiteral("value_2_1")) != nullptr);
        auto* value = m_page->findChild<QComboBox*>(QStringLiteral("value_2_1"));
        QCOMPARE(value->property("value").toString(), QStringLiteral("Closed"));
        value->setCurrentIndex(value->findData(QStringLiteral("contacted")));
        Q_EMIT value->activated(value->currentIndex());
        QCOMPARE(m_flow->mapping().stages.value(QStringLiteral("Closed")), QStringLiteral("contacted"));
        press("importNext");
        QVERIFY(reaches(State::Tried));
        QCOMPARE(m_page->step(), ImportPage::CheckStep);
        QCOMPARE(visibleTable("reasonTable", "checkReport")->model()->rowCount(), 1);
        press("importNext");
        QVERIFY(reaches(State::Finished));
        QCOMPARE(m_page->step(), ImportPage::ImportStep);
        QSignalSpy leads(m_page, &ImportPage::leadsRequested);
        press("importNext");
        QTRY_COMPARE(leads.size(), 1);
        QCOMPARE(leads.at(0).at(0).value<std::vector<LeadId>>().size(), size_t(2));
        press("importUndo");
        QVERIFY(reaches(State::TakenBack));
        QVERIFY(!button("importUndo")->isVisibleTo(m_page));
        press("importAgain");
        QVERIFY(reaches(State::Ready));
        QCOMPARE(m_page->step(), ImportPage::FileStep);
    }

    // Each step hides what had the keyboard before. It must not wander off to another part of the window, where the
    // next Return would do something else.
    void keyboardStaysInThePage()
    {
        m_prompts.file = written("Name,Email\nAnn Lee,ann@example.com\nBo Day,bo@example.com\n");
        m_page->focusContent();
        QCOMPARE(m_window->focusWidget(), static_cast<QWidget*>(button("importChoose")));
        QStringList strays;
        QObject watch;
        connect(qApp, &QApplication::focusChanged, &watch, [&](QWidget*, QWidget* now) {
            if (now != nullptr && now != m_page && !m_page->isAncestorOf(now)) {
                strays.append(now->objectName());
            }
        });
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Space); // choose
        QVERIFY(reaches(State::Ready));
        const std::vector<std::pair<ImportPage::Step, State>> steps{{ImportPage::ColumnsStep, State::Ready},
                                                                    {ImportPage::CheckStep, State::Tried},
                                                                    {ImportPage::ImportStep, State::Finished}};
        for (const auto& [step, state] : steps) {
            QTRY_COMPARE(m_window->focusWidget(), static_cast<QWidget*>(button("importNext")));
            QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
            QVERIFY(reaches(state));
            QCOMPARE(m_page->step(), step);
        }
        QTRY_COMPARE(m_window->focusWidget(), static_cast<QWidget*>(button("importNext")));
        QCOMPARE(strays, QStringList());
        // Tab and Shift+Tab leave the page as ever.
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
        QTRY_VERIFY(m_window->focusWidget() != button("importNext"));
    }

    void sameReasonStandsOnce()
    {
        QByteArray text("Name,Email\n");
        for (int i = 0; i < 30; ++i) {
            text += "Ann Lee,ann@example.com\n";
        }
        m_flow->open(written(text + "Bo Day,\n"));
        QVERIFY(reaches(State::Ready));
        m_flow->tryOut();
        QVERIFY(reaches(State::Tried));
        QCOMPARE(m_flow->report().batch.skipped, 29);
        const QAbstractItemModel* reasons = visibleTable("reasonTable", "checkReport")->model();
        QCOMPARE(reasons->rowCount(), 1);
        QCOMPARE(reasons->index(0, 0).data().toString(), QStringLiteral("3 \u2026"));
        QCOMPARE(reasons->index(0, 1).data().toString(), QStringLiteral("29"));
        QVERIFY(reasons->index(0, 0).data(Qt::ToolTipRole).toString().startsWith(QStringLiteral("3, 4, 5")));
    }

    void columnGoesWhereItIsSent()
    {
        m_flow->open(written("Name,Shoe\nAnn,44\n"));
        QVERIFY(reaches(State::Ready));
        press("importNext");
        press("target_1");
        auto* search = m_window->findChild<QLineEdit*>(QStringLiteral("targetSearch"));
        QVERIFY(search != nullptr);
        QTest::keyClicks(search, QStringLiteral("job"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(m_flow->mapping().columns.at(1).field, QStringLiteral("profile.job_title"));
        // A field has one column.
        QTRY_VERIFY(m_window->findChild<QLineEdit*>(QStringLiteral("targetSearch")) == nullptr);
        press("target_0");
        search = m_window->findChild<QLineEdit*>(QStringLiteral("targetSearch"));
        QTest::keyClicks(search, QStringLiteral("job title"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(m_flow->mapping().columns.at(0).field, QStringLiteral("profile.job_title"));
        QCOMPARE(m_flow->mapping().columns.at(1).kind, ColumnTarget::Kind::Keep);
    }

    void newFieldIsMadeOnTheWay()
    {
        m_flow->open(written("Name,Shoe size\nAnn,44\n"));
        QVERIFY(reaches(State::Ready));
        press("importNext");
        press("target_1");
        auto* list = m_window->findChild<QListWidget*>(QStringLiteral("targetList"));
        QVERIFY(list != nullptr);
        list->setCurrentRow(list->count() - 1);
        Q_EMIT list->itemActivated(list->currentItem());
        auto* name = m_window->findChild<QLineEdit*>(QStringLiteral("newFieldName"));
        QVERIFY(name != nullptr);
        QCOMPARE(name->text(), QStringLiteral("Shoe size"));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(m_flow->mapping().columns.at(1).field, QStringLiteral("custom.shoe_size"));
        QCOMPARE(m_book->catalogue().customFields.size(), size_t(1));
        QTRY_COMPARE(button("target_1")->text(), QStringLiteral("Shoe size"));
    }

    void mappingIsKeptByName()
    {
        m_flow->open(written("Name,Shoe\nAnn,44\n"));
        QVERIFY(reaches(State::Ready));
        press("importNext");
        press("keepMapping");
        auto* name = m_window->findChild<QLineEdit*>(QStringLiteral("mappingName"));
        QVERIFY(name != nullptr);
        name->setText(QStringLiteral("Shoes"));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(m_flow->savedName(), QStringLiteral("Shoes"));
        QTRY_VERIFY(button("forgetMapping")->isVisibleTo(m_page));
    }

    void cancelAsksWhatBecomesOfTheRows()
    {
        QByteArray text("Name,Email\n");
        for (int i = 0; i < 2000; ++i) {
            text += QStringLiteral("Lead %1,lead%1@example.com\n").arg(i).toUtf8();
        }
        m_flow->open(written(text));
        QVERIFY(reaches(State::Ready));
        QSignalSpy progress(m_flow.get(), &ImportFlow::progressed);
        m_flow->run();
        QVERIFY(progress.wait(30'000));
        press("importCancel");
        QVERIFY(reaches(State::Stopped));
        QVERIFY(button("importKeep")->isVisibleTo(m_page));
        press("importBack");
        QVERIFY(reaches(State::TakenBack));
        const auto left = test::await(m_book->allLeads());
        QCOMPARE(left->table->count(), 0);
    }

    void everythingHasAName()
    {
        m_flow->open(written("Name,Status,Owner\nAnn,Open,Pat\n"));
        QVERIFY(reaches(State::Ready));
        press("importNext");
        QTRY_VERIFY(m_flow->survey() != nullptr);
        for (const QWidget* widget : m_page->findChildren<QWidget*>()) {
            if (widget->isVisibleTo(m_page) && (widget->focusPolicy() & Qt::TabFocus) != 0) {
                const auto* pushed = qobject_cast<const QAbstractButton*>(widget);
                QVERIFY2(!widget->accessibleName().isEmpty() || (pushed != nullptr && !pushed->text().isEmpty()),
                         qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(widget->metaObject()->className()),
                                                                widget->objectName())));
            }
        }
    }

private:
    QAbstractButton* button(const char* name)
    {
        auto* found = m_page->findChild<QAbstractButton*>(QLatin1String(name));
        if (found == nullptr) {
            qFatal("no button %s", name);
        }
        return found;
    }
    void press(const char* name)
    {
        QAbstractButton* pressed = button(name);
        QVERIFY2(QTest::qWaitFor([&] { return pressed->isVisibleTo(m_page) && pressed->isEnabled(); }, 10'000), name);
        pressed->setFocus();
        QTest::keyClick(pressed, Qt::Key_Space);
    }
    bool reaches(State state)
    {
        return QTest::qWaitFor([&] { return m_flow->state() == state; }, 60'000);
    }
    QTableView* visibleTable(const char* name, const char* report)
    {
        return m_page->findChild<QWidget*>(QLatin1String(report))->findChild<QTableView*>(QLatin1String(name));
    }
    QString written(const QByteArray& text)
    {
        QFile file(m_folder->filePath(QStringLiteral("list.csv")));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            qFatal("cannot write");
        }
        return file.fileName();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<Workspace> m_book;
    std::unique_ptr<Theme> m_theme;
    test::KeptPreferences m_preferences;
    test::WillingPrompts m_prompts;
    std::unique_ptr<UiContext> m_ui;
    std::unique_ptr<ImportFlow> m_flow;
    std::unique_ptr<QWidget> m_window;
    ImportPage* m_page = nullptr;
};

QTEST_MAIN(TestImportPage)
#include "tst_import_page_x11.moc"
