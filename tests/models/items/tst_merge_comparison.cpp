// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/duplicates_model.h"
#include "models/items/lead_editor.h"
#include "models/items/merge_comparison.h"
#include "models/items/timeline_model.h"
#include "tests/support/book_workspace.h"
#include "tests/support/test_main.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace keyturn;
using Row = MergeComparison::Row;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

FieldEdit edit(const char* field, const QVariant& value)
{
    return {s(field), value, std::nullopt};
}

struct Book
{
    Book()
    {
        SoloOptions options;
        options.quickCheckAfterMs = -1;
        options.mode = Worker::Mode::Inline;
        workspace = *test::await(SoloLibrary(options).create(test::exampleBook(folder.filePath(s("book.keyturn")))));
    }
    LeadId add(const char* name, std::vector<FieldEdit> fields)
    {
        CreateLead command;
        UuidV7 ids;
        command.id = LeadId(ids.next(SystemClock().now()));
        fields.push_back(edit("name", s(name)));
        command.fields = std::move(fields);
        run(command);
        return command.id;
    }
    void run(const Command& command)
    {
        const auto done = test::await(workspace->submit(command));
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    }

    QTemporaryDir folder;
    std::shared_ptr<Workspace> workspace;
};

const Row* rowOf(const MergeComparison& comparison, const char* field)
{
    const auto found = std::ranges::find(comparison.rows(), s(field), &Row::field);
    return found == comparison.rows().end() ? nullptr : &*found;
}

} // namespace

/// What a merge shows beforehand is what it does, and whoever looks at one of the two leads is led on.
class TestMergeComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void whatIsShownIsWhatIsDone_data()
    {
        QTest::addColumn<bool>("turned");
        QTest::newRow("the left one stays") << false;
        QTest::newRow("the right one stays") << true;
    }
    void whatIsShownIsWhatIsDone()
    {
        QFETCH(bool, turned);
        Book book;
        const LeadId left = book.add(
            "Ann Lee", {edit("email", s("ann@example.com")), edit("profile.city", s("Denver")),
                        edit("loan.loan_amount_cents", qint64(30'000'000)), edit("interest_level", s("high")),
                        edit("loan.fico_score", qint64(700)), edit("profile.min_budget_cents", qint64(20'000'000))});
        const LeadId right = book.add(
            "Anne Lee", {edit("email", s("anne@example.com")), edit("profile.city", s("Austin")),
                         edit("profile.postal_code", s("78701")), edit("birthday_md", s("03-04")),
                         edit("loan.loan_program", s("va")), edit("interest_level", s("low")),
                         edit("profile.max_budget_cents", qint64(10'000'000)), edit("lead_temperature", s("hot"))});
        MergeComparison comparison(*book.workspace);
        comparison.setLeads(left, right);
        QTRY_VERIFY(comparison.isLoaded());
        comparison.keep(turned ? MergeComparison::Right : MergeComparison::Left);
        comparison.choose(s("interest_level"), turned ? MergeComparison::Left : MergeComparison::Right);
        comparison.choose(s("source"), MergeComparison::Right); // the same on both: nothing to choose
        QVERIFY(rowOf(comparison, "score") == nullptr);         // the program's own
        const std::vector<Row> rows = comparison.rows();
        book.run(comparison.command());
        const LeadDetail kept = *test::await(book.workspace->lead(turned ? right : left));
        MergeComparison after(*book.workspace);
        after.setLeads(kept.id, book.add("Cy Poe", {edit("email", s("cy@example.com"))}));
        QTRY_VERIFY(after.isLoaded());
        for (const Row& row : rows) {
            const Row* const now = rowOf(after, qPrintable(row.field));
            const QString text = now == nullptr ? QString() : now->texts[MergeComparison::Left];
            QVERIFY2(text == row.texts[row.chosen],
                     qPrintable(QString(row.field % u": shown " % row.texts[row.chosen] % u", is " % text)));
        }
    }

    void choicesMeanValues()
    {
        Book book;
        const LeadId left = book.add("Ann Lee", {edit("email", s("ann@example.com"))});
        const LeadId right = book.add("Anne Lee", {edit("email", s("anne@example.com"))});
        MergeComparison comparison(*book.workspace);
        comparison.setLeads(left, right);
        QTRY_VERIFY(comparison.isLoaded());
        comparison.keep(MergeComparison::Left);
        comparison.choose(s("email"), MergeComparison::Right);
        QCOMPARE(comparison.command().fromOther, QStringList{s("email")});
        // The address stays chosen, whichever of the two records stays.
        comparison.keep(MergeComparison::Right);
        QCOMPARE(comparison.command().keep, right);
        QVERIFY(comparison.command().fromOther.isEmpty());
        QCOMPARE(rowOf(comparison, "email")->chosen, MergeComparison::Right);
    }

    void whoLooksAtTheMergedLeadIsLedOn()
    {
        Book book;
        const LeadId keep = book.add("Ann Lee", {edit("email", s("ann@example.com"))});
        const LeadId other = book.add("Anne Lee", {edit("email", s("anne@example.com"))});
        LogActivity call;
        call.lead = other;
        call.text = s("Talked");
        book.run(call);
        LeadEditor editor(*book.workspace);
        editor.setLead(other);
        QTRY_VERIFY(editor.isLoaded());
        TimelineModel timeline(*book.workspace);
        const QAbstractItemModelTester tester(&timeline);
        timeline.setLead(keep);
        QTRY_VERIFY(timeline.rowCount() > 0);
        const int before = timeline.rowCount();
        QSignalSpy merged(&editor, &LeadEditor::mergedInto);
        book.run(MergeLeads{keep, other, {}});
        QTRY_COMPARE(merged.size(), 1);
        QCOMPARE(merged.at(0).at(0).value<LeadId>(), keep);
        // The other one's log stands between the kept one's entries, and the merge is told once, by name.
        const auto lines = [&timeline] {
            QStringList all;
            for (int row = 0; row < timeline.rowCount(); ++row) {
                all << timeline.index(row).data().toString() + u' ' +
                           timeline.index(row).data(TimelineModel::Detail).toString();
            }
            return all;
        };
        QTRY_VERIFY(!lines().filter(s("Talked")).isEmpty());
        QCOMPARE(lines().filter(s("merged")).size(), 1);
        QVERIFY2(lines().filter(s("merged")).front().contains(s("Anne Lee")),
                 qPrintable(lines().join(QLatin1Char('\n'))));
        QVERIFY(test::await(book.workspace->undo()));
        QTRY_COMPARE(lines().filter(s("took the merge with Anne Lee back")).size(), 1);
        QVERIFY(lines().filter(s("Talked")).isEmpty());
        QCOMPARE(timeline.rowCount(), before + 2); // that it was merged, and that it was not
        // An old link, opened afterwards.
        book.run(MergeLeads{keep, other, {}});
        LeadEditor late(*book.workspace);
        QSignalSpy led(&late, &LeadEditor::mergedInto);
        late.setLead(other);
        QTRY_COMPARE(led.size(), 1);
    }

    void thePairsFollowTheBook()
    {
        Book book;
        const LeadId ann = book.add("Ann Lee", {edit("phone", s("+13035550142"))});
        const LeadId anne = book.add("Anne Lee", {edit("mobile", s("+13035550142"))});
        DuplicatesModel model(*book.workspace);
        const QAbstractItemModelTester tester(&model);
        model.setWatched(true);
        QTRY_COMPARE(model.rowCount(), 1);
        QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().contains(s("same phone")));
        QCOMPARE(model.rowOf(anne, ann), 0);
        book.run(MergeLeads{ann, anne, {}});
        QTRY_COMPARE(model.rowCount(), 0); // at once
        QVERIFY(test::await(book.workspace->undo()));
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 1, 10'000); // a little later
        model.setWatched(false);
        book.run(UpdateLeads{{anne}, {edit("mobile", s("+13035550199"))}});
        QCOMPARE(model.rowCount(), 1); // nobody looks
        model.setWatched(true);
        QTRY_COMPARE(model.rowCount(), 0);
        QCOMPARE(DuplicatesModel::reasonText(s("something_new")), s("something_new"));
    }
};

QTEST_GUILESS_MAIN(TestMergeComparison)
#include "tst_merge_comparison.moc"
