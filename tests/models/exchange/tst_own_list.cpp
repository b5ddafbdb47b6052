// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/lead_importer.h"
#include "models/exchange/table_file.h"
#include "tests/support/export_book.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>

using namespace keyturn;
using namespace keyturn::test;

namespace {

/// The whole table of a file as our importer understands it.
std::vector<QStringList> rowsOf(const QString& path, QStringList* columns = nullptr)
{
    std::vector<QStringList> rows;
    const auto look = table_file::look(path);
    if (!look) {
        return rows;
    }
    if (columns != nullptr) {
        *columns = look->shape.columns;
    }
    const auto reader = table_file::open(path, *look);
    TableRow row;
    while (reader && (*reader)->next(row).value_or(false)) {
        rows.push_back(row.cells());
    }
    return rows;
}

ImportReport importInto(Workspace& workspace, const QString& path)
{
    ImportJob job;
    job.path = path;
    LeadImporter importer(workspace, job);
    QSignalSpy finished(&importer, &LeadImporter::finished);
    QSignalSpy failed(&importer, &LeadImporter::failed);
    importer.start();
    static_cast<void>(QTest::qWaitFor([&] { return finished.count() + failed.count() > 0; }, 60'000));
    return importer.report();
}

} // namespace

/// What we write we read back: the very same texts, and the leads that are there already.
class TestOwnList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QString failure = m_template.make();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
        m_path = m_template.copy();
        const auto opened = await(SoloLibrary().open(m_path));
        QVERIFY(opened);
        failure = enrich(**opened, m_template.book);
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
        ExportOrder order;
        order.file = m_list = m_folder.filePath(QStringLiteral("leads.csv"));
        QVERIFY(await((*opened)->exportTo(order)));
        order.file = m_cards = m_folder.filePath(QStringLiteral("leads.vcf"));
        order.format = ExportOrder::Format::VCard;
        QVERIFY(await((*opened)->exportTo(order)));
    }
    void init() { failOnAnyWarning(); }

    void everyTextComesBack()
    {
        QStringList columns;
        const auto rows = rowsOf(m_list, &columns);
        QCOMPARE(rows.size(), std::size_t(3 + hardTexts().size()));
        const auto company = columns.indexOf(QStringLiteral("Company"));
        const auto pets = columns.indexOf(QStringLiteral("Pets"));
        QVERIFY(company > 0 && pets > 0);
        QStringList companies;
        for (const QStringList& row : rows) {
            companies << row.value(company).trimmed();
            QVERIFY(row.value(pets).isEmpty() || row.value(pets) == row.value(company));
        }
        for (const QString& text : hardTexts()) {
            QVERIFY2(companies.contains(hardName(text)), qPrintable(text));
        }
    }

    void anotherProgramsApostropheIsKept()
    {
        const QString path = m_folder.filePath(QStringLiteral("theirs.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Name,Email\r\n'=1+1,a@example.com\r\n");
        file.close();
        const auto rows = rowsOf(path);
        QCOMPARE(rows.size(), std::size_t(1));
        QCOMPARE(rows.front().front(), QStringLiteral("'=1+1"));
    }

    void importingItAgainChangesNothing()
    {
        const auto opened = await(SoloLibrary().open(m_path));
        QVERIFY(opened);
        const QStringList before = presentStateOf(m_path);
        for (const QString& path : {m_list, m_cards}) {
            const ImportReport report = importInto(**opened, path);
            QCOMPARE(report.batch.total, qint64(3 + hardTexts().size()));
            QCOMPARE(report.batch.created, qint64(0));
            QCOMPARE(report.batch.failed, qint64(0));
        }
        QCOMPARE(difference(before, presentStateOf(m_path)), QString());
    }

    void anEmptyBookGetsTheSameLeads()
    {
        const QString path = m_template.newPath();
        const auto made = await(SoloLibrary().create(exampleBook(path)));
        QVERIFY(made);
        const ImportReport report = importInto(**made, m_list);
        QVERIFY2(report.failed.empty(), report.failed.empty() ? "" : qPrintable(report.failed.front().message));
        QVERIFY2(report.problems.empty(), report.problems.empty() ? "" : qPrintable(report.problems.front().message));
        QCOMPARE(report.batch.created, qint64(3 + hardTexts().size()));
        const QString again = m_folder.filePath(QStringLiteral("again.csv"));
        ExportOrder order;
        order.file = again;
        QVERIFY(await((*made)->exportTo(order)));
        // The same lists, but for what each book computes and names by itself.
        QStringList columns;
        QStringList others;
        auto one = rowsOf(m_list, &columns);
        auto two = rowsOf(again, &others);
        QCOMPARE(two.size(), one.size());
        const auto email = columns.indexOf(QStringLiteral("Email"));
        const auto sort = [email](std::vector<QStringList>& rows) {
            std::ranges::sort(rows, {}, [email](const QStringList& row) { return row.value(email); });
        };
        sort(one);
        sort(two);
        static const QStringList own{QStringLiteral("Keyturn id"),
                                     QStringLiteral("Stage entered at"),
                                     QStringLiteral("Last activity at"),
                                     QStringLiteral("Created at"),
                                     QStringLiteral("Updated at"),
                                     QStringLiteral("First contacted at"),
                                     QStringLiteral("Last contacted at"),
                                     QStringLiteral("Total calls"),
                                     QStringLiteral("Pets")}; // a custom field that this book does not have
        for (size_t i = 0; i < one.size(); ++i) {
            for (qsizetype column = 0; column < columns.size(); ++column) {
                if (!own.contains(columns.at(column))) {
                    QVERIFY2(one[i].value(column).simplified() ==
                                 two[i].value(others.indexOf(columns.at(column))).simplified(),
                             qPrintable(columns.at(column) + u": " + one[i].value(column) + u" / " +
                                        two[i].value(others.indexOf(columns.at(column)))));
                }
            }
        }
    }

private:
    TemplateBook m_template;
    QTemporaryDir m_folder;
    QString m_path, m_list, m_cards;
};

QTEST_GUILESS_MAIN(TestOwnList)
#include "tst_own_list.moc"
