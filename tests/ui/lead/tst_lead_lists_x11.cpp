// SPDX-License-Identifier: GPL-3.0-or-later
// What a lead has several of: tasks, tags, people, notes, documents. The fields are in tst_lead_page.
#include "models/items/lead_editor.h"
#include "tests/ui/lead/lead_fixture.h"
#include "ui/kit/tab_bar.h"
#include "ui/lead/composer.h"
#include "ui/lead/documents_tab.h"
#include "ui/lead/lead_page.h"
#include "ui/lead/note_mode.h"
#include "ui/lead/people_section.h"
#include "ui/lead/tags_section.h"
#include "ui/lead/task_row.h"
#include "ui/lead/tasks_tab.h"
#include "ui/lead/timeline_panel.h"
#include "ui/leadkit/reason_form.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTemporaryDir>

using namespace keyturn;
using namespace keyturn::test;

namespace {

struct Page
{
    LeadFixture& f;
    LeadPage page{f.book, f.store, f.context()};
    Window window{page, {1368, 848}};

    explicit Page(LeadFixture& fixture)
        : f(fixture)
    {
        page.setLead(f.rosa);
        [[maybe_unused]] const bool loaded = QTest::qWaitFor([this] { return page.editor().isLoaded(); });
    }
    template<typename T = QAbstractButton>
    [[nodiscard]] T* find(const char* name) const
    {
        return page.findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] QAction* action(const char* button, const QString& text) const
    {
        find(button)->click();
        for (QMenu* menu : page.findChildren<QMenu*>()) {
            for (QAction* each : menu->actions()) {
                if (each->text() == text) {
                    return each;
                }
            }
        }
        return nullptr;
    }
};

} // namespace

class TestLeadLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void aTaskIsAddedDoneAndRenamed()
    {
        LeadFixture f;
        f.addTask(QStringLiteral("Review appraisal"), QDate(2026, 11, 19), QTime(15, 0));
        const Page p(f);
        p.page.findChild<TabBar*>(QStringLiteral("leadTabs"))->setCurrentIndex(1);
        auto* title = p.find<QLineEdit>("newTaskTitle");
        QTest::keyClick(title, Qt::Key_Return); // nothing typed
        QVERIFY(f.sent<AddTask>().empty());
        QTest::keyClicks(title, QStringLiteral("Order title"));
        p.find("dueTomorrow")->click();
        QTest::keyClick(title, Qt::Key_Return);
        QTRY_COMPARE(f.sent<AddTask>().size(), std::size_t(1));
        QCOMPARE(f.sent<AddTask>().front().title, QStringLiteral("Order title"));
        QVERIFY(f.sent<AddTask>().front().dueDate == QDate(2026, 11, 20));
        QTRY_COMPARE(title->text(), QString());

        QTRY_COMPARE(p.page.findChildren<TaskRow*>().size(), 2);
        p.find("taskTitle")->click();
        auto* edit = p.find<QLineEdit>("taskTitleEdit");
        QVERIFY(edit != nullptr);
        QTRY_VERIFY(edit->hasFocus());
        edit->setText(QStringLiteral("Read the appraisal"));
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(f.sent<EditTask>().size(), std::size_t(1));
        QCOMPARE(f.sent<EditTask>().front().title.value(), QStringLiteral("Read the appraisal"));

        p.find("taskCheck")->click();
        QTRY_COMPARE(f.sent<CompleteTask>().size(), std::size_t(1));
        QVERIFY(f.sent<CompleteTask>().front().done);
    }

    void aRefusedTaskKeepsItsWords()
    {
        LeadFixture f;
        const Page p(f);
        p.page.findChild<TabBar*>(QStringLiteral("leadTabs"))->setCurrentIndex(1);
        f.book.failNext({Error::Kind::Refused, QStringLiteral("Not now."), {}, {}});
        auto* title = p.find<QLineEdit>("newTaskTitle");
        QTest::keyClicks(title, QStringLiteral("Order title"));
        QTest::keyClick(title, Qt::Key_Return);
        QTRY_COMPARE(f.sent<AddTask>().size(), std::size_t(1));
        QTest::qWait(20);
        QCOMPARE(title->text(), QStringLiteral("Order title"));
    }

    void aTagIsAddedOnceAndTakenAway()
    {
        LeadFixture f;
        const Page p(f);
        auto* box = p.find<QLineEdit>("tagBox");
        box->setFocus();
        QTest::keyClicks(box, QStringLiteral("first home")); // it has this one already
        QTest::keyClick(box, Qt::Key_Return);
        QVERIFY(f.sent<TagLeads>().empty());
        QTest::keyClicks(box, QStringLiteral("Relocating"));
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_COMPARE(f.sent<TagLeads>().size(), std::size_t(1));
        QCOMPARE(f.sent<TagLeads>().front().add, QStringList{QStringLiteral("Relocating")});
        p.find("chip_Jumbo watch")->click();
        QTRY_COMPARE(f.sent<TagLeads>().size(), std::size_t(2));
        QCOMPARE(f.sent<TagLeads>().back().remove, QStringList{QStringLiteral("Jumbo watch")});
    }

    void aPersonIsAddedWithAMistakeMended()
    {
        LeadFixture f;
        const Page p(f);
        p.find("addPersonButton")->click();
        auto* name = p.find<QLineEdit>("personName");
        QVERIFY(name != nullptr && name->hasFocus());
        QTest::keyClick(name, Qt::Key_Return); // a person needs a name
        QVERIFY(f.sent<LinkContact>().empty());
        QTest::keyClicks(name, QStringLiteral("Bill Tran"));
        auto* phone = p.find<QLineEdit>("personPhone");
        phone->setFocus();
        QTest::keyClicks(phone, QStringLiteral("call me"));
        QTest::keyClick(phone, Qt::Key_Return);
        QVERIFY(f.sent<LinkContact>().empty());
        phone->setText(QStringLiteral("916 555 0171"));
        QTest::keyClick(phone, Qt::Key_Return);
        QTRY_COMPARE(f.sent<LinkContact>().size(), std::size_t(1));
        QCOMPARE(f.sent<LinkContact>().front().person.text(QStringLiteral("phone")), QStringLiteral("+19165550171"));
        QTRY_VERIFY(p.find<QLineEdit>("personName") == nullptr);
        p.find("addPersonButton")->click();
        QTest::keyClick(p.find<QLineEdit>("personName"), Qt::Key_Escape);
        QTRY_VERIFY(p.find<QLineEdit>("personName") == nullptr);
    }

    void rolesOfPeopleChangeInPlace()
    {
        LeadFixture f;
        ContactLink bill;
        bill.id = LeadContactId(uuid(81, 1));
        bill.contact = ContactId(uuid(82, 1));
        bill.name = QStringLiteral("Bill Tran");
        bill.role = QStringLiteral("buyers_agent");
        f.book.detail(f.rosa).contacts = {bill};
        const Page p(f);
        auto* role = p.find<QComboBox>("personRoleOf");
        QVERIFY(role != nullptr);
        role->setFocus();
        QTest::keyClick(role, Qt::Key_Down);
        QTRY_COMPARE(f.sent<EditContactLink>().size(), std::size_t(1));
        QCOMPARE(f.sent<EditContactLink>().front().role.value(), role->currentData().toString());
        p.find("personPrimary")->click();
        p.find("personRemove")->click();
        QTRY_COMPARE(f.sent<EditContactLink>().size(), std::size_t(3));
        QVERIFY(f.sent<EditContactLink>()[1].isPrimary.value());
        QVERIFY(f.sent<EditContactLink>()[2].remove);
    }

    void aNoteIsEditedWhereItStands()
    {
        LeadFixture f;
        Note note;
        note.id = NoteId(uuid(83, 1));
        note.lead = f.rosa;
        note.author = f.book.catalogue().me;
        note.type = QStringLiteral("general");
        note.content = QStringLiteral("Wants to close before Christmas.");
        note.createdAt = note.updatedAt = f.book.time.now();
        f.book.detail(f.rosa).notes = {note};
        const Page p(f);
        QAction* edit = p.action("noteMore", QStringLiteral("Edit"));
        QVERIFY(edit != nullptr);
        edit->trigger();
        auto* text = p.find<QPlainTextEdit>("noteEdit");
        QVERIFY(text != nullptr && text->hasFocus());
        text->setPlainText(QStringLiteral("  "));
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier); // a note needs words
        QVERIFY(f.sent<EditNote>().empty());
        text->setPlainText(QStringLiteral("Wants to close before New Year."));
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(f.sent<EditNote>().size(), std::size_t(1));
        QCOMPARE(f.sent<EditNote>().front().content.value(), QStringLiteral("Wants to close before New Year."));
        p.find("notePin")->click();
        QTRY_COMPARE(f.sent<EditNote>().size(), std::size_t(2));
        QVERIFY(f.sent<EditNote>().back().isPinned.value());
    }

    void aFileIsAttachedToANote()
    {
        LeadFixture f;
        const QTemporaryDir folder;
        f.prompts.file = folder.filePath(QStringLiteral("offer.txt"));
        QFile file(f.prompts.file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("An offer");
        file.close();
        Page p(f);
        p.page.timeline().composer().start(Composer::Mode::Note);
        auto* text = p.find<QPlainTextEdit>("noteText");
        QTest::keyClicks(text, QStringLiteral("They made an offer"));
        p.find("noteAttach")->click();
        QTRY_COMPARE(f.sent<AttachDocument>().size(), std::size_t(1));
        QCOMPARE(f.sent<AttachDocument>().front().content, QByteArray("An offer"));
        QTRY_VERIFY(p.find("chip_offer.txt") != nullptr);
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(f.sent<AddNote>().size(), std::size_t(1));
        const AddNote sent = f.sent<AddNote>().front();
        QCOMPARE(sent.attachments.size(), std::size_t(1));
        QVERIFY(sent.attachments.front() == f.sent<AttachDocument>().front().id);
        QTRY_VERIFY(!p.find<QWidget>("noteMode")->findChild<QAbstractButton*>(QStringLiteral("chip_offer.txt")));
    }

    void aFileThatCannotBeReadIsSaid()
    {
        LeadFixture f;
        const QTemporaryDir folder;
        f.prompts.file = folder.filePath(QStringLiteral("gone.pdf"));
        const Page p(f);
        QTest::keyClicks(p.find<QPlainTextEdit>("noteText"), QStringLiteral("See the file"));
        p.find("noteAttach")->click();
        auto* problem = p.find<QWidget>("composerProblem");
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(problem->accessibleName().contains(QStringLiteral("gone.pdf")));
        QVERIFY(f.sent<AttachDocument>().empty());
        QCOMPARE(p.find<QPlainTextEdit>("noteText")->toPlainText(), QStringLiteral("See the file"));
    }

    void aDocumentIsAddedAndSavedAgain()
    {
        LeadFixture f;
        Document paystub;
        paystub.id = DocumentId(uuid(84, 1));
        paystub.fileName = QStringLiteral("paystub.pdf");
        paystub.documentType = QStringLiteral("other");
        paystub.size = 1200;
        f.book.detail(f.rosa).documents = {paystub};
        const QTemporaryDir folder;
        f.prompts.file = folder.filePath(QStringLiteral("copy.pdf"));
        const Page p(f);
        p.page.findChild<TabBar*>(QStringLiteral("leadTabs"))->setCurrentIndex(2);
        p.find("saveDocument")->click();
        QTRY_COMPARE(f.book.asked.value(QStringLiteral("documentContent")), 1);
        QTRY_VERIFY(QFile::exists(f.prompts.file));
        p.find("addDocument")->click(); // the same file, now that it is there
        QTRY_VERIFY(f.sent<AttachDocument>().size() == 1 ||
                    p.find<QWidget>("documentsTab")->findChildren<QWidget*>().size() > 0);
    }

    void anExitAsksForItsReasonInPlace()
    {
        LeadFixture f;
        const Page p(f);
        const Stage* lost = f.book.catalogue().stageByKey(QStringLiteral("lost"));
        QAction* action = p.action("leadStage", QString(lost->name + QStringLiteral("…")));
        QVERIFY(action != nullptr);
        action->trigger();
        // The box stands over the page, as a child of the window.
        const QWidget* over = p.page.window();
        auto* codes = over->findChild<QListWidget*>(QStringLiteral("reasonCodes"));
        QVERIFY(codes != nullptr);
        QVERIFY(f.sent<MoveStage>().empty());
        auto* move = over->findChild<QAbstractButton*>(QStringLiteral("reasonMove"));
        QVERIFY(!move->isEnabled());
        codes->setFocus();
        QTest::keyClick(codes, Qt::Key_Down);
        QTRY_VERIFY(move->isEnabled());
        move->click();
        QTRY_COMPARE(f.sent<MoveStage>().size(), std::size_t(1));
        QVERIFY(f.sent<MoveStage>().front().to == lost->id);
        QVERIFY(!f.sent<MoveStage>().front().reasonCode.isEmpty());
    }
};

QTEST_MAIN(TestLeadLists)
#include "tst_lead_lists_x11.moc"
