// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/lead_importer.h"
#include "models/workspace/solo_library.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace keyturn;

namespace {

template<typename T>
Result<T> answer(QFuture<Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 60'000)) {
        return fail(Error::Kind::Busy, QStringLiteral("no answer"));
    }
    return future.result();
}

} // namespace

/// Files into a real book, and out again.
class TestLeadImporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        NewBook book;
        book.path = m_folder->filePath(QStringLiteral("book.keyturn"));
        book.organization = QStringLiteral("Example Lending");
        book.firstName = QStringLiteral("Pat");
        book.lastName = QStringLiteral("Doe");
        book.email = QStringLiteral("pat@example.com");
        SoloLibrary library{SoloOptions{}};
        const auto made = answer(library.create(book));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        m_book = *made;
    }
    void cleanup()
    {
        m_book.reset();
        m_folder.reset();
    }

    void rowsBecomeLeads()
    {
        const QString file =
            written("Name,Email,Mobile,Status,Loan Amount,Tags,Notes,Shoes,Age\n"
                    "Ann Lee,ann@example.com,(503) 555-0100,Processing,350k,\"vip, spring\",Call soon,9,44\n"
                    "Bo Day,bo@example.com,,Nonsense,,,,,\n"
                    "Ann Lee,ANN@example.com,,,,,,,\n");
        const ImportReport report = import(file);
        QCOMPARE(counts(report.batch), QStringLiteral("3 rows: 2 new, 0 changed, 1 skipped, 0 failed"));
        QCOMPARE(report.outcomes.size(), size_t(1));
        QCOMPARE(report.outcomes.at(0).line, 4);
        QCOMPARE(report.problems.size(), size_t(1));
        QCOMPARE(report.problems.at(0).column, QStringLiteral("Status"));

        const LeadDetail ann = leadNamed(QStringLiteral("Ann Lee"));
        QCOMPARE(ann.lead.text(QStringLiteral("email")), QStringLiteral("ann@example.com"));
        QCOMPARE(ann.lead.text(QStringLiteral("mobile")), QStringLiteral("+15035550100"));
        QCOMPARE(ann.lead.text(QStringLiteral("import_batch_id")), report.batch.id.toString());
        const QString raw = ann.lead.text(QStringLiteral("raw_data"));
        QVERIFY2(raw.contains(QStringLiteral("Shoes")) && !raw.contains(QStringLiteral("Age")), qPrintable(raw));
        TimelineQuery query;
        query.lead = ann.id;
        const auto page = answer(m_book->timeline(query));
        QVERIFY(page);
        QStringList types;
        for (const TimelineEntry& entry : page->entries) {
            types.append(entry.type);
        }
        types.sort();
        QCOMPARE(types,
                 (QStringList{QStringLiteral("assigned"), QStringLiteral("imported"), QStringLiteral("note_added"),
                              QStringLiteral("tag_added"), QStringLiteral("tag_added")}));
        verifyBook();
    }

    void secondTimeChangesNothing_data()
    {
        QTest::addColumn<Duplicates>("duplicates");
        QTest::newRow("skip") << Duplicates::Skip;
        QTest::newRow("fill") << Duplicates::FillEmpty;
        QTest::newRow("update") << Duplicates::Update;
    }

    void secondTimeChangesNothing()
    {
        QFETCH(const Duplicates, duplicates);
        const QString file = written("Name,Email,Phone,City,Tags,Notes,Loan Amount,Shoes\n"
                                     "Ann Lee,ann@example.com,5035550100,Reno,vip,Call,350000,9\n"
                                     "Bo Day,,5035550101,Reno,,,,\n"
                                     "Cy Ray,,,Reno,,,,\n"
                                     ",,,,,,,8\n");
        QCOMPARE(counts(import(file).batch), QStringLiteral("4 rows: 4 new, 0 changed, 0 skipped, 0 failed"));
        const auto before = answer(m_book->allLeads());
        QSignalSpy changed(m_book.get(), &Workspace::changed);
        QCOMPARE(counts(import(file, duplicates).batch),
                 QStringLiteral("4 rows: 0 new, 0 changed, 4 skipped, 0 failed"));
        QCOMPARE(changed.size(), 0);
        QCOMPARE(answer(m_book->allLeads())->table->count(), before->table->count());
    }

    void policies_data()
    {
        QTest::addColumn<Duplicates>("duplicates");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("city");
        QTest::addColumn<QString>("phone");
        QTest::newRow("skip") << Duplicates::Skip << QStringLiteral("1 rows: 0 new, 0 changed, 1 skipped, 0 failed")
                              << QStringLiteral("Reno") << QString();
        QTest::newRow("fill") << Duplicates::FillEmpty
                              << QStringLiteral("1 rows: 0 new, 1 changed, 0 skipped, 0 failed")
                              << QStringLiteral("Reno") << QStringLiteral("+15035550100");
        QTest::newRow("update") << Duplicates::Update << QStringLiteral("1 rows: 0 new, 1 changed, 0 skipped, 0 failed")
                                << QStringLiteral("Elko") << QStringLiteral("+15035550100");
        QTest::newRow("create") << Duplicates::Create << QStringLiteral("1 rows: 1 new, 0 changed, 0 skipped, 0 failed")
                                << QStringLiteral("Reno") << QString();
    }

    void policies()
    {
        QFETCH(const Duplicates, duplicates);
        QFETCH(const QString, expected);
        QFETCH(const QString, city);
        QFETCH(const QString, phone);
        import(written("Name,Email,City\nAnn Lee,ann@example.com,Reno\n"));
        const LeadId ann = leadNamed(QStringLiteral("Ann Lee")).id;
        const ImportReport report =
            import(written("Name,Email,City,Phone\nAnn Lee,ann@example.com,Elko,5035550100\n"), duplicates);
        QCOMPARE(counts(report.batch), expected);
        const auto after = answer(m_book->lead(ann));
        QVERIFY(after);
        QCOMPARE(after->profile.text(QStringLiteral("city")), city);
        QCOMPARE(after->lead.text(QStringLiteral("phone")), phone);

        // Whatever it did, it can be taken back.
        takeBack(report.batch.id, 0);
        const auto back = answer(m_book->lead(ann));
        QVERIFY(back);
        QCOMPARE(back->profile.text(QStringLiteral("city")), QStringLiteral("Reno"));
        QCOMPARE(back->lead.text(QStringLiteral("phone")), QString());
        QCOMPARE(answer(m_book->allLeads())->table->count(), 1);
        verifyBook();
    }

    void coupleWithOneTelephoneIsTwoPeople()
    {
        import(written("Name,Phone\nAnn Lee,5035550100\n"));
        QCOMPARE(counts(import(written("Name,Phone\nBo Lee,5035550100\n")).batch),
                 QStringLiteral("1 rows: 1 new, 0 changed, 0 skipped, 0 failed"));
        QCOMPARE(counts(import(written("Name,Phone\nAnn B. Lee,5035550100\n")).batch),
                 QStringLiteral("1 rows: 0 new, 0 changed, 1 skipped, 0 failed"));
    }

    void takenBackWholeButForTheTouched()
    {
        QByteArray text = "Name,Email\n";
        for (int i = 0; i < 600; ++i) {
            text += QStringLiteral("Lead %1,lead%1@example.com\n").arg(i).toUtf8();
        }
        const ImportReport report = import(written(text));
        QCOMPARE(report.batch.created, 600);
        UpdateLeads edit{{leadNamed(QStringLiteral("Lead 7")).id},
                         {{QStringLiteral("profile.city"), QStringLiteral("Reno"), std::nullopt}}};
        QVERIFY(answer(m_book->submit(edit)));
        LogActivity call;
        call.lead = leadNamed(QStringLiteral("Lead 8")).id;
        call.text = QStringLiteral("Spoke");
        QVERIFY(answer(m_book->submit(call)));
        takeBack(report.batch.id, 2);
        const auto left = answer(m_book->allLeads());
        QCOMPARE(left->table->count(), 2);
        const auto batches = answer(m_book->imports());
        QCOMPARE(batches->at(0).status, ImportBatch::Status::Undone);
        verifyBook();
        // The book is as if the file had never been there: it can come in again.
        QCOMPARE(import(written(text)).batch.created, 598);
    }

    void dryRunWritesNothing()
    {
        const QString file = written("Name,Email\nAnn,a@example.com\nAnn,a@example.com\nBo,b@example.com\n");
        QSignalSpy changed(m_book.get(), &Workspace::changed);
        const ImportReport report = import(file, Duplicates::Skip, true);
        QCOMPARE(counts(report.batch), QStringLiteral("3 rows: 2 new, 0 changed, 1 skipped, 0 failed"));
        QCOMPARE(changed.size(), 0);
        QCOMPARE(answer(m_book->imports())->size(), size_t(0));
        QCOMPARE(answer(m_book->allLeads())->table->count(), 0);
    }

    void stoppedImportGoesOnWhereItWas()
    {
        QByteArray text = "Name,Email\n";
        for (int i = 0; i < 900; ++i) {
            text += QStringLiteral("Lead %1,lead%1@example.com\n").arg(i).toUtf8();
        }
        const QString file = written(text);
        {
            // Gone in the middle, as if the program had been killed: nobody ends the batch.
            LeadImporter importer(*m_book, {file, {}, {}, {}, {}, Duplicates::Skip, false});
            QSignalSpy progress(&importer, &LeadImporter::progressed);
            importer.start();
            QVERIFY(progress.wait(30'000));
        }
        const auto batches = answer(m_book->imports());
        QCOMPARE(batches->at(0).status, ImportBatch::Status::Running);
        QVERIFY(batches->at(0).total > 0 && batches->at(0).total < 900);
        const ImportReport report = import(file);
        QVERIFY(report.resumedAfterStop);
        QCOMPARE(counts(report.batch), QStringLiteral("900 rows: 900 new, 0 changed, 0 skipped, 0 failed"));
        QCOMPARE(report.batch.id, batches->at(0).id);
        QCOMPARE(answer(m_book->allLeads())->table->count(), 900);
        verifyBook();
    }

    void cancelledImportCanBeTakenBack()
    {
        QByteArray text = "Name,Email\n";
        for (int i = 0; i < 900; ++i) {
            text += QStringLiteral("Lead %1,lead%1@example.com\n").arg(i).toUtf8();
        }
        LeadImporter importer(*m_book, {written(text), {}, {}, {}, {}, Duplicates::Skip, false});
        connect(&importer, &LeadImporter::progressed, &importer, [&importer] { importer.cancel(); });
        QSignalSpy failed(&importer, &LeadImporter::failed);
        importer.start();
        QVERIFY(failed.wait(30'000));
        QCOMPARE(failed.at(0).at(0).value<Error>().kind, Error::Kind::Cancelled);
        QVERIFY(answer(m_book->allLeads())->table->count() > 0);
        takeBack(importer.batch().id, 0);
        QCOMPARE(answer(m_book->allLeads())->table->count(), 0);
    }

    void unreadableFileIsAnError()
    {
        LeadImporter importer(*m_book, {written("%PDF-1.7"), {}, {}, {}, {}, Duplicates::Skip, false});
        QSignalSpy failed(&importer, &LeadImporter::failed);
        importer.start();
        QVERIFY(failed.wait(30'000));
        QCOMPARE(answer(m_book->imports())->size(), size_t(0));
    }

    void mappingComesFromAFile()
    {
        const QString map = written(R"({"columns":["note","email","name"]})");
        LeadImporter importer(
            *m_book,
            {written("Name,Email,Notes\nx,ann@example.com,Ann Lee\n"), {}, map, {}, {}, Duplicates::Skip, false});
        QSignalSpy finished(&importer, &LeadImporter::finished);
        importer.start();
        QVERIFY(finished.wait(30'000));
        QCOMPARE(leadNamed(QStringLiteral("Ann Lee")).notes.at(0).content, QStringLiteral("x"));
        LeadImporter broken(*m_book,
                            {written("Name\nx\n"), {}, written("no mapping"), {}, {}, Duplicates::Skip, false});
        QSignalSpy failed(&broken, &LeadImporter::failed);
        broken.start();
        QVERIFY(failed.wait(30'000));
        QCOMPARE(failed.at(0).at(0).value<Error>().kind, Error::Kind::Invalid);
    }

    /// Opened by hand the book would lose its locks, and the next look from outside would take its log away.
    void openBookIsNoList_data()
    {
        QTest::addColumn<bool>("asMapping");
        QTest::newRow("as the list") << false;
        QTest::newRow("as the mapping") << true;
    }

    void openBookIsNoList()
    {
        QFETCH(const bool, asMapping);
        import(written("Name,Email\nAnn Lee,ann@example.com\n"));
        const QString book = m_book->info().location;
        LeadImporter importer(*m_book, {asMapping ? written("Name\nx\n") : book,
                                        {},
                                        asMapping ? book : QString(),
                                        {},
                                        {},
                                        Duplicates::Skip,
                                        false});
        QSignalSpy failed(&importer, &LeadImporter::failed);
        importer.start();
        QVERIFY(failed.wait(30'000));
        QCOMPARE(failed.at(0).at(0).value<Error>().kind, Error::Kind::Refused);
        QCOMPARE(QProcess::execute(QStringLiteral("sqlite3"), {book, QStringLiteral("SELECT count(*) FROM leads")}), 0);
        QVERIFY(QFile::exists(book + QStringLiteral("-wal")));
    }

private:
    ImportReport import(const QString& file, Duplicates duplicates = Duplicates::Skip, bool dryRun = false)
    {
        LeadImporter importer(*m_book, {file, {}, {}, {}, {}, duplicates, dryRun});
        ImportReport report;
        bool done = false;
        connect(&importer, &LeadImporter::finished, this, [&](const ImportReport& made) {
            report = made;
            done = true;
        });
        connect(&importer, &LeadImporter::failed, this, [&](const Error& error) {
            qWarning("%s", qPrintable(error.message + u' ' + error.detail));
            done = true;
        });
        importer.start();
        if (!QTest::qWaitFor([&] { return done; }, 120'000)) {
            qWarning("the import does not end");
        }
        return report;
    }

    void takeBack(ImportBatchId batch, int left)
    {
        std::optional<Result<std::vector<RowOutcome>>> taken;
        takeBackWhole(*m_book, batch, this, [&taken](const auto& outcomes) { taken = outcomes; });
        QVERIFY(QTest::qWaitFor([&] { return taken.has_value(); }, 120'000));
        QVERIFY2(*taken, *taken ? "" : qPrintable(taken->error().message + taken->error().detail));
        int kept = 0;
        for (const RowOutcome& outcome : **taken) {
            if (outcome.kind == RowOutcome::Kind::Failed) {
                ++kept;
                QVERIFY(!outcome.message.isEmpty());
            }
        }
        QCOMPARE(kept, left);
    }

    LeadDetail leadNamed(const QString& name)
    {
        const auto all = answer(m_book->allLeads());
        for (LeadTable::Row row = 0; row < all->table->rowLimit(); ++row) {
            if (all->table->isLive(row) && all->table->card(row).name == name) {
                const auto detail = answer(m_book->lead(all->table->card(row).id));
                return detail ? *detail : LeadDetail();
            }
        }
        qWarning("nobody is called %s", qPrintable(name));
        return {};
    }

    void verifyBook()
    {
        const auto checks = answer(m_book->verify());
        QVERIFY(checks);
        for (const Check& check : *checks) {
            QVERIFY2(check.ok, qPrintable(check.name + u' ' + check.detail));
        }
    }

    static QString counts(const ImportBatch& batch)
    {
        return QStringLiteral("%1 rows: %2 new, %3 changed, %4 skipped, %5 failed")
            .arg(batch.total)
            .arg(batch.created)
            .arg(batch.updated)
            .arg(batch.skipped)
            .arg(batch.failed);
    }

    QString written(const QByteArray& bytes)
    {
        const QString path = m_folder->filePath(QStringLiteral("list%1.csv").arg(++m_files));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("the test cannot write its file");
        }
        return path;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<Workspace> m_book;
    int m_files = 0;
};

QTEST_GUILESS_MAIN(TestLeadImporter)
#include "tst_lead_importer.moc"
