// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/import_flow.h"
#include "tests/support/book_workspace.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QSignalSpy>

using namespace keyturn;
using State = ImportFlow::State;

/// One import from the file to its end, and what a stop in the middle leaves.
class TestImportFlow : public QObject
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
    }
    void cleanup()
    {
        m_book.reset();
        m_folder.reset();
    }

    void fromTheFileToItsEndAndBack()
    {
        ImportFlow flow(*m_book);
        QCOMPARE(flow.state(), State::Empty);
        flow.open(list(QStringLiteral("a.csv"), 300));
        QCOMPARE(flow.state(), State::Reading);
        QVERIFY(reaches(flow, State::Ready));
        QTRY_VERIFY(flow.survey() != nullptr);
        QCOMPARE(flow.survey()->rows, 301);
        QCOMPARE(flow.mapping().columns.at(1).field, QStringLiteral("email"));

        flow.tryOut();
        QVERIFY(reaches(flow, State::Tried));
        QCOMPARE(flow.report().batch.created, 300);
        QCOMPARE(flow.report().batch.skipped, 1);
        QCOMPARE(leads(), 0);

        flow.run();
        QVERIFY(reaches(flow, State::Finished));
        QCOMPARE(leads(), 300);
        QCOMPARE(flow.progress().rows, 301);
        const auto imported = test::await(m_book->importedLeads(flow.report().batch.id));
        QVERIFY(imported);
        QCOMPARE(imported->size(), size_t(300));

        flow.takeBack();
        QVERIFY(reaches(flow, State::TakenBack));
        QCOMPARE(flow.takenBack(), 300);
        QVERIFY(flow.left().empty());
        QCOMPARE(leads(), 0);
        QVERIFY(test::await(m_book->importedLeads(flow.report().batch.id))->empty());
    }

    void whatIsOverruledIsReadAgain()
    {
        ImportFlow flow(*m_book);
        flow.open(written(QStringLiteral("a.csv"), "Name,Email\nAnn,ann@example.com\nBo,bo@example.com\n"));
        QVERIFY(reaches(flow, State::Ready));
        QVERIFY(flow.look()->shape.hasHeader);
        TableWishes wishes;
        wishes.hasHeader = false;
        flow.setWishes(wishes);
        QVERIFY(reaches(flow, State::Ready));
        QVERIFY(!flow.look()->shape.hasHeader);
        QCOMPARE(flow.look()->firstRows.size(), size_t(3));
        QTRY_VERIFY(flow.survey() != nullptr);
        QCOMPARE(flow.survey()->rows, 3);
    }

    void unreadableFileSaysWhy()
    {
        ImportFlow flow(*m_book);
        QSignalSpy failed(&flow, &ImportFlow::failed);
        flow.open(written(QStringLiteral("a.pdf"), "%PDF-1.7"));
        QVERIFY(failed.wait(30'000));
        QCOMPARE(flow.state(), State::Empty);
        flow.open(m_path);
        QVERIFY(failed.wait(30'000));
        QCOMPARE(failed.at(1).at(0).value<Error>().kind, Error::Kind::Refused);
    }

    void changedMappingNeedsAnotherTrial()
    {
        ImportFlow flow(*m_book);
        flow.open(list(QStringLiteral("a.csv"), 3));
        QVERIFY(reaches(flow, State::Ready));
        flow.tryOut();
        QVERIFY(reaches(flow, State::Tried));
        LeadMapping mapping = flow.mapping();
        mapping.tags = {QStringLiteral("spring")};
        flow.setMapping(mapping);
        QCOMPARE(flow.state(), State::Ready);
        flow.run();
        QVERIFY(reaches(flow, State::Finished));
        QCOMPARE(m_book->catalogue().tags.size(), size_t(1));
    }

    void forbiddenColumnStaysOutWhateverTheMapping()
    {
        ImportFlow flow(*m_book);
        flow.open(written(QStringLiteral("a.csv"), "Name,Age\nAnn,44\n"));
        QVERIFY(reaches(flow, State::Ready));
        LeadMapping mapping = flow.mapping();
        mapping.columns.at(1) = {ColumnTarget::Kind::Note, {}};
        flow.setMapping(mapping);
        flow.run();
        QVERIFY(reaches(flow, State::Finished));
        const auto imported = test::await(m_book->importedLeads(flow.report().batch.id));
        const auto ann = test::await(m_book->lead(imported->at(0)));
        QVERIFY(ann->notes.empty());
        QVERIFY(!ann->lead.text(QStringLiteral("raw_data")).contains(QStringLiteral("44")));
    }

    void keptMappingIsFoundAgain()
    {
        {
            ImportFlow flow(*m_book);
            flow.open(written(QStringLiteral("a.csv"), "One,Two\nAnn Lee,ann@example.com\n"));
            QVERIFY(reaches(flow, State::Ready));
            LeadMapping mapping = flow.mapping();
            mapping.columns = {{ColumnTarget::Kind::Field, QStringLiteral("name")},
                               {ColumnTarget::Kind::Field, QStringLiteral("email")}};
            mapping.leadSource = QStringLiteral("Fair");
            flow.setMapping(mapping);
            QSignalSpy changed(&flow, &ImportFlow::changed);
            flow.save(QStringLiteral("The fair"));
            QTRY_COMPARE(flow.savedName(), QStringLiteral("The fair"));
        }
        reopen();
        ImportFlow flow(*m_book);
        QSignalSpy ready(&flow, &ImportFlow::changed);
        QVERIFY(ready.wait(30'000)); // the kept ones are there
        flow.open(written(QStringLiteral("b.csv"), "one , TWO\nBo Day,bo@example.com\n"));
        QVERIFY(reaches(flow, State::Ready));
        QCOMPARE(flow.savedName(), QStringLiteral("The fair"));
        QCOMPARE(flow.mapping().leadSource, QStringLiteral("Fair"));
        QCOMPARE(flow.mapping().columns.at(0).field, QStringLiteral("name"));
        flow.forget(QStringLiteral("The fair"));
        QTRY_VERIFY(flow.fittingMappings().empty());
    }

    void cancelledKeepsOrTakesBack_data()
    {
        QTest::addColumn<bool>("keep");
        QTest::newRow("keep") << true;
        QTest::newRow("take back") << false;
    }

    void cancelledKeepsOrTakesBack()
    {
        QFETCH(const bool, keep);
        ImportFlow flow(*m_book);
        connect(&flow, &ImportFlow::progressed, &flow, &ImportFlow::cancel);
        flow.open(list(QStringLiteral("a.csv"), 900));
        QVERIFY(reaches(flow, State::Ready));
        flow.run();
        QVERIFY(reaches(flow, State::Stopped));
        QVERIFY(!flow.stoppedBy());
        const qint64 in = leads();
        QVERIFY(in > 0 && in < 900);
        if (keep) {
            flow.keep();
            QCOMPARE(flow.state(), State::Finished);
            QCOMPARE(leads(), in);
        } else {
            flow.takeBack();
            QVERIFY(reaches(flow, State::TakenBack));
            QCOMPARE(leads(), 0);
        }
        QTRY_VERIFY(!flow.past().empty());
        QVERIFY(flow.interrupted().empty());
    }

    /// The program ends in the middle: the next start knows, and can go on or take it back.
    void interruptedGoesOn_data()
    {
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("go on") << true;
        QTest::newRow("take back") << false;
    }

    void interruptedGoesOn()
    {
        QFETCH(const bool, goesOn);
        const QString file = list(QStringLiteral("a.csv"), 900);
        {
            ImportFlow flow(*m_book);
            QSignalSpy progress(&flow, &ImportFlow::progressed);
            flow.open(file);
            QVERIFY(reaches(flow, State::Ready));
            flow.setDuplicates(Duplicates::FillEmpty);
            flow.run();
            QVERIFY(progress.wait(30'000));
        }
        reopen();
        QVERIFY(leads() > 0 && leads() < 900);
        ImportFlow flow(*m_book);
        QTRY_COMPARE(flow.interrupted().size(), size_t(1));
        const ImportBatch batch = flow.interrupted().front();
        if (goesOn) {
            flow.resume(batch);
            QVERIFY(reaches(flow, State::Finished));
            QVERIFY(flow.report().resumedAfterStop);
            QCOMPARE(flow.duplicates(), Duplicates::FillEmpty);
            QCOMPARE(leads(), 900);
        } else {
            flow.takeBackPast(batch);
            QVERIFY(reaches(flow, State::TakenBack));
            QCOMPARE(leads(), 0);
        }
        QTRY_VERIFY(flow.interrupted().empty());
        const auto checks = test::await(m_book->verify());
        QVERIFY(checks);
        for (const Check& check : *checks) {
            QVERIFY2(check.ok, qPrintable(check.detail));
        }
    }

    void failedRowsAreSavedAndComeInMended()
    {
        ImportFlow flow(*m_book);
        flow.open(written(QStringLiteral("a.csv"), "Lead Id,Name,Email\n1,Ann,ann@example.com\n2,Bo,bo@example.com\n"));
        QVERIFY(reaches(flow, State::Ready));
        flow.run();
        QVERIFY(reaches(flow, State::Finished));
        // Ann cannot get Bo's address.
        flow.open(written(QStringLiteral("b.csv"), "Lead Id,Name,Email\n1,Ann,bo@example.com\n3,Cy,cy@example.com\n"));
        QVERIFY(reaches(flow, State::Ready));
        flow.setDuplicates(Duplicates::Update);
        flow.run();
        QVERIFY(reaches(flow, State::Finished));
        QCOMPARE(flow.report().batch.failed, 1);
        QCOMPARE(flow.report().failed.size(), size_t(1));
        QSignalSpy saved(&flow, &ImportFlow::savedFailed);
        const QString to = m_folder->filePath(QStringLiteral("failed.csv"));
        flow.saveFailedRows(to);
        QVERIFY(saved.wait(30'000));
        QCOMPARE(saved.at(0).at(0).toLongLong(), 1);
        QFile file(to);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray text = file.readAll();
        file.close();
        QVERIFY2(text.contains("1,Ann,bo@example.com"), text.constData());
        text.replace("bo@example.com", "ann.lee@example.com");
        flow.open(written(QStringLiteral("mended.csv"), text));
        QVERIFY(reaches(flow, State::Ready));
        flow.run();
        QVERIFY(reaches(flow, State::Finished));
        QCOMPARE(flow.report().batch.updated, 1);
        QCOMPARE(flow.report().batch.failed, 0);
    }

private:
    bool reaches(ImportFlow& flow, State state)
    {
        return QTest::qWaitFor([&] { return flow.state() == state; }, 60'000);
    }
    void reopen()
    {
        m_book.reset();
        SoloLibrary library{SoloOptions{}};
        const auto opened = test::await(library.open(m_path));
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        m_book = *opened;
    }
    qint64 leads() { return static_cast<qint64>(test::await(m_book->allLeads())->table->count()); }
    QString written(const QString& name, const QByteArray& text)
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            qFatal("cannot write");
        }
        return file.fileName();
    }
    /// So many people, and the first of them once more.
    QString list(const QString& name, int people)
    {
        QByteArray text("Name,Email\n");
        for (int i = 0; i < people; ++i) {
            text += QStringLiteral("Lead %1,lead%1@example.com\n").arg(i).toUtf8();
        }
        return written(name, text + "Lead 0,lead0@example.com\n");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::shared_ptr<Workspace> m_book;
};

QTEST_GUILESS_MAIN(TestImportFlow)
#include "tst_import_flow.moc"
