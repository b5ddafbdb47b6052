// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lead_editor.h"
#include "tests/support/fake_workspace.h"
#include "tests/support/test_catalogue.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>

using namespace keyturn;
using State = LeadEditor::State;

namespace {

const QString email = QStringLiteral("email");
const QString amount = QStringLiteral("loan.loan_amount_cents");

struct Form
{
    Form()
        : book(test::catalogue())
        , editor(book)
    {
        LeadCard card;
        card.id = lead;
        card.stage = book.catalogue().stages[2].id;
        card.name = QStringLiteral("Rosa Ortega");
        card.email = QStringLiteral("rosa@example.com");
        card.valueCents = 61'200'000;
        book.add(card);
        card.id = test::leadId(2);
        card.email = QStringLiteral("other@example.com");
        book.add(card);
        editor.setLead(lead);
        QTRY_VERIFY(editor.isLoaded());
    }

    const LeadId lead = test::leadId(1);
    test::FakeWorkspace book;
    LeadEditor editor;
};

} // namespace

class TestLeadEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void savesWhatWasTyped()
    {
        Form form;
        LeadEditor& editor = form.editor;
        QCOMPARE(editor.text(amount), QStringLiteral("$612,000"));
        QSignalSpy changed(&editor, &LeadEditor::fieldChanged);
        editor.setText(amount, QStringLiteral("620k"));
        QCOMPARE(editor.state(amount), State::Editing);
        QCOMPARE(editor.effective(amount).toLongLong(), qint64(62'000'000));
        QCOMPARE(editor.value(amount).toLongLong(), qint64(61'200'000));
        editor.commit(amount);
        QCOMPARE(editor.state(amount), State::Saving);
        QTRY_COMPARE(editor.state(amount), State::Saved);
        QCOMPARE(editor.text(amount), QStringLiteral("$620,000"));
        const auto update = std::get<UpdateLeads>(form.book.submitted.back());
        QCOMPARE(update.fields.front().base->toLongLong(), qint64(61'200'000));
        QTRY_COMPARE(editor.value(amount).toLongLong(), qint64(62'000'000));
        QCOMPARE(editor.state(amount), State::Saved);
        QVERIFY(!editor.hasUnsaved());
        QVERIFY(changed.count() >= 3);
        // Typing the same again is nothing new.
        editor.setText(amount, QStringLiteral("620000"));
        editor.commit(amount);
        QCOMPARE(editor.state(amount), State::Clean);
        QCOMPARE(form.book.submitted.size(), std::size_t(1));
    }

    void savesByItself()
    {
        Form form;
        form.editor.setText(email, QStringLiteral("new@example.com"));
        QTRY_COMPARE(form.editor.state(email), State::Saved);
        QCOMPARE(form.book.leads().value(form.lead).email, QStringLiteral("new@example.com"));
    }

    void keepsWhatMakesNoSense()
    {
        Form form;
        form.editor.setText(amount, QStringLiteral("a lot"));
        QCOMPARE(form.editor.state(amount), State::Invalid);
        QVERIFY(!form.editor.error(amount).isEmpty());
        QCOMPARE(form.editor.text(amount), QStringLiteral("a lot"));
        QCOMPARE(form.editor.effective(amount).toLongLong(), qint64(61'200'000));
        form.editor.commit(amount);
        QVERIFY(form.book.submitted.empty());
        // Another lead and back: the text is still there.
        form.editor.setLead(test::leadId(2));
        QTRY_VERIFY(form.editor.isLoaded());
        QCOMPARE(form.editor.state(amount), State::Clean);
        form.editor.setLead(form.lead);
        QTRY_VERIFY(form.editor.isLoaded());
        QCOMPARE(form.editor.text(amount), QStringLiteral("a lot"));
        form.editor.discard(amount);
        QCOMPARE(form.editor.text(amount), QStringLiteral("$612,000"));
        QCOMPARE(form.editor.state(amount), State::Clean);
    }

    void showsAndNeverOverwritesOtherChanges()
    {
        Form form;
        LeadEditor& editor = form.editor;
        editor.setText(email, QStringLiteral("mine@example.com"));
        form.book.changeFieldElsewhere(form.lead, email, QStringLiteral("theirs@example.com"));
        QTRY_COMPARE(editor.state(email), State::ChangedElsewhere);
        QCOMPARE(editor.text(email), QStringLiteral("mine@example.com"));
        QCOMPARE(editor.theirText(email), QStringLiteral("theirs@example.com"));
        editor.commit(email);
        QVERIFY(form.book.submitted.empty());
        editor.takeTheirs(email);
        QCOMPARE(editor.text(email), QStringLiteral("theirs@example.com"));

        editor.setText(email, QStringLiteral("mine@example.com"));
        form.book.changeFieldElsewhere(form.lead, email, QStringLiteral("again@example.com"));
        QTRY_COMPARE(editor.state(email), State::ChangedElsewhere);
        editor.keepMine(email);
        QTRY_COMPARE(editor.state(email), State::Saved);
        QCOMPARE(form.book.leads().value(form.lead).email, QStringLiteral("mine@example.com"));
    }

    void losesARaceVisibly()
    {
        Form form;
        LeadEditor& editor = form.editor;
        editor.setText(email, QStringLiteral("mine@example.com"));
        // The book already holds another value when the save arrives.
        form.book.hold();
        form.book.changeFieldElsewhere(form.lead, email, QStringLiteral("theirs@example.com"));
        editor.commit(email);
        form.book.release();
        QTRY_COMPARE(editor.state(email), State::ChangedElsewhere);
        QTRY_COMPARE(editor.theirText(email), QStringLiteral("theirs@example.com"));
        QCOMPARE(form.book.leads().value(form.lead).email, QStringLiteral("theirs@example.com"));
    }

    void failuresKeepTheText()
    {
        Form form;
        LeadEditor& editor = form.editor;
        QSignalSpy failed(&editor, &LeadEditor::saveFailed);
        form.book.failNext({Error::Kind::Storage, QStringLiteral("The disk is full."), {}, {}});
        editor.setText(email, QStringLiteral("mine@example.com"));
        editor.commit(email);
        QTRY_COMPARE(editor.state(email), State::Failed);
        QCOMPARE(editor.error(email), QStringLiteral("The disk is full."));
        QCOMPARE(editor.text(email), QStringLiteral("mine@example.com"));
        QVERIFY(editor.hasUnsaved());
        editor.commit(email);
        QTRY_COMPARE(editor.state(email), State::Saved);

        // The lead is left before the answer: what was typed waits for the return.
        form.book.failNext({Error::Kind::Storage, QStringLiteral("The disk is full."), {}, {}});
        editor.setText(email, QStringLiteral("later@example.com"));
        editor.setLead(test::leadId(2));
        QTRY_COMPARE(failed.count(), 2);
        editor.setLead(form.lead);
        QTRY_VERIFY(editor.isLoaded());
        QCOMPARE(editor.text(email), QStringLiteral("later@example.com"));
        QVERIFY(editor.hasUnsaved());
    }

    void typingGoesOnWhileSaving()
    {
        Form form;
        LeadEditor& editor = form.editor;
        form.book.hold();
        editor.setText(amount, QStringLiteral("620000"));
        editor.commit(amount);
        editor.setText(amount, QStringLiteral("630000"));
        form.book.release();
        QTRY_COMPARE(editor.state(amount), State::Saved);
        QCOMPARE(form.book.leads().value(form.lead).valueCents, qint64(63'000'000));
        QCOMPARE(form.book.submitted.size(), std::size_t(2));
    }

    void followsListsAndHeader()
    {
        Form form;
        QSignalSpy lists(&form.editor, &LeadEditor::listsChanged);
        QSignalSpy missing(&form.editor, &LeadEditor::missing);
        form.book.submit(TagLeads{{form.lead}, {QStringLiteral("Veteran")}, {}});
        QTRY_COMPARE(form.editor.detail().tags, QStringList{QStringLiteral("Veteran")});
        QCOMPARE(lists.count(), 1);
        form.editor.setValue(QStringLiteral("lead_temperature"), QStringLiteral("hot"));
        QTRY_COMPARE(form.book.leads().value(form.lead).temperature, Temperature::Hot);
        form.book.removeElsewhere({form.lead});
        QVERIFY(missing.wait());
    }
};

QTEST_GUILESS_MAIN(TestLeadEditor)
#include "tst_lead_editor.moc"
