// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/book_workspace.h"
#include "tests/support/test_main.h"

#include <QFileInfo>
#include <QSignalSpy>

using namespace keyturn;
using namespace keyturn::test;

/// The way of a change, on real threads and a real file.
class TestSoloWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString failure = m_template.make();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
    }
    void init() { failOnAnyWarning(); }

    void aNewBookIsReadyToWork()
    {
        const QString path = m_template.newPath();
        const auto made = await(SoloLibrary().create(exampleBook(path)));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message + made.error().detail));
        const Catalogue& catalogue = (*made)->catalogue();
        QCOMPARE(catalogue.organizationName, QStringLiteral("Example Home Loans"));
        QCOMPARE(catalogue.stages.size(), 22U);
        QCOMPARE(catalogue.initialStage()->key, QStringLiteral("new"));
        QCOMPARE(catalogue.stageByKey(QStringLiteral("pre_approved"))->name, QStringLiteral("Pre-approved"));
        QVERIFY(catalogue.stageByKey(QStringLiteral("denied"))->requiresReason);
        QCOMPARE(catalogue.user(catalogue.me)->email, QStringLiteral("officer@example.com"));
        QVERIFY(!catalogue.device.isNull());
        QVERIFY((*made)->info().schemaVersion > 0);
        QVERIFY((*made)->undoState().undoSummary.isEmpty());
        const auto mode = QFileInfo(path).permissions() &
                          (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther);
        QVERIFY(mode == 0);
        const auto checks = await((*made)->verify());
        QVERIFY(checks && !checks->empty());
        for (const Check& check : *checks) {
            QVERIFY2(check.ok, qPrintable(check.name + check.detail));
        }
    }

    void aSampleBookIsFull()
    {
        NewBook order;
        order.path = m_template.newPath();
        order.isSample = true;
        order.sampleLeads = 40;
        const auto made = await(SoloLibrary().create(order));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message + made.error().detail));
        QVERIFY((*made)->info().isSample);
        const auto all = await((*made)->allLeads());
        QVERIFY(all);
        QCOMPARE(all->table->count(), 40);
        qint64 counted = 0;
        for (const StageTotal& total : all->totals) {
            counted += total.count;
        }
        QCOMPARE(counted, 40);
    }

    /// Hundreds of leads at once: one command, which tells how far it is, and one undo.
    void longCommandTellsHowFarItIs()
    {
        NewBook order;
        order.path = m_template.newPath();
        order.isSample = true;
        order.sampleLeads = 1'200;
        const auto made = await(SoloLibrary().create(order));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message + made.error().detail));
        Workspace& book = **made;
        const auto all = await(book.allLeads());
        QVERIFY(all);
        TagLeads tag;
        tag.add = {QStringLiteral("Checked")};
        for (LeadTable::Row row = 0; row < all->table->rowLimit(); ++row) {
            tag.leads.push_back(all->table->card(row).id);
        }
        QSignalSpy told(&book, &Workspace::savingProgressed);
        QSignalSpy changed(&book, &Workspace::changed);
        const auto done = await(book.submit(tag));
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        QCOMPARE(changed.size(), 1);
        QVERIFY(told.size() >= 3);
        qint64 last = -1;
        for (const QList<QVariant>& once : std::as_const(told)) {
            QVERIFY(once.at(0).toLongLong() > last);
            last = once.at(0).toLongLong();
            QVERIFY(once.at(1).toLongLong() >= last);
        }
        const auto tagged = [&] {
            const auto cards = await(book.cards(tag.leads));
            return std::ranges::count_if(
                *cards, [](const LeadCard& card) { return card.tags.contains(QStringLiteral("Checked")); });
        };
        QCOMPARE(tagged(), 1'200);
        QVERIFY(await(book.undo()));
        QCOMPARE(tagged(), 0);
        told.clear();
        QVERIFY(await(book.redo()));
        QVERIFY(!told.isEmpty());
        QCOMPARE(tagged(), 1'200);
    }

    void nothingStaysBesideAClosedBook()
    {
        const QString path = m_template.newPath();
        {
            const auto made = await(SoloLibrary().create(exampleBook(path)));
            QVERIFY(made);
            LivedInBook book;
            QCOMPARE(book.fill(**made), QString());
        }
        const QFileInfo info(path);
        QCOMPARE(info.dir().entryList({info.fileName() + QLatin1Char('*')}), QStringList{info.fileName()});
    }

    /// Closed as soon as it is open, while the writer may still be clearing up after the opening.
    void aBookDiesOnTheThreadOfItsWindow()
    {
        const QString path = m_template.copy();
        for (int i = 0; i < 10; ++i) {
            std::weak_ptr<Workspace> watched;
            {
                auto opening = SoloLibrary().open(path);
                while (!opening.isFinished()) {
                    QCoreApplication::processEvents();
                }
                const auto opened = opening.takeResult();
                QVERIFY(opened);
                watched = *opened;
            }
            QVERIFY(watched.expired());
        }
    }

    void closingFinishesCommandsAndCancelsQuestions()
    {
        const QString path = m_template.copy();
        const LivedInBook& book = m_template.book;
        std::vector<QFuture<Result<Committed>>> commands;
        std::vector<QFuture<Result<LeadSnapshot>>> questions;
        {
            auto opened = await(SoloLibrary().open(path));
            QVERIFY(opened);
            for (int i = 0; i < 20; ++i) {
                commands.push_back((*opened)->submit(
                    UpdateLeads{{book.ann}, {{QStringLiteral("lead_source"), QStringLiteral("S%1").arg(i), {}}}}));
                questions.push_back((*opened)->allLeads());
            }
        }
        for (const auto& command : commands) {
            QVERIFY(command.isFinished());
            QVERIFY(command.result());
        }
        for (const auto& question : questions) {
            QVERIFY(question.isFinished());
            QVERIFY(question.result() || question.result().error().kind == Error::Kind::Cancelled);
        }
        const auto opened = await(SoloLibrary().open(path));
        QVERIFY(opened);
        QCOMPARE((*await((*opened)->lead(book.ann))).value(QStringLiteral("lead_source")).toString(),
                 QStringLiteral("S19"));
    }

    void aBackupIsABook()
    {
        const auto made = await(SoloLibrary().open(m_template.copy()));
        QVERIFY(made);
        const QString copy = m_template.newPath();
        const auto bytes = await((*made)->backup(copy));
        QVERIFY(bytes);
        QCOMPARE(*bytes, QFileInfo(copy).size());
        const auto opened = await(SoloLibrary().open(copy));
        QVERIFY(opened);
        QCOMPARE((*await((*opened)->allLeads())).table->count(), 3);
    }

    void questionsAreAnswered()
    {
        const auto made = await(SoloLibrary().open(m_template.copy()));
        QVERIFY(made);
        Workspace& workspace = **made;
        const LivedInBook& book = m_template.book;
        const auto first = await(workspace.firstCards(2));
        QVERIFY(first && !first->complete);
        QCOMPARE(first->table->count(), 2);
        QCOMPARE(first->totals.size(), 1U);
        QCOMPARE(first->totals[0].count, 3);
        QVERIFY(await(workspace.allLeads())->complete);
        QCOMPARE(await(workspace.cards({book.bob, book.gone}))->size(), 1U);
        QCOMPARE(await(workspace.tasks(workspace.catalogue().me, true))->size(), 1U);
        QCOMPARE(await(workspace.findContacts(QStringLiteral("ria"), 5))->size(), 1U);
        TodayQuery today;
        today.user = workspace.catalogue().me;
        QCOMPARE(await(workspace.today(today))->callsLogged, 1);
        QVERIFY(!await(workspace.lead(LeadId())));
    }

private:
    TemplateBook m_template;
};

QTEST_GUILESS_MAIN(TestSoloWorkspace)
#include "tst_solo_workspace.moc"
