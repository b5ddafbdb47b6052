// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/fault_injector.h"
#include "tests/support/book_workspace.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>

using namespace keyturn;
using namespace keyturn::test;

namespace {

/// Fails the n-th call after it has been armed.
class Armed final : public FaultInjector
{
public:
    void arm(int nth)
    {
        m_left = nth;
        m_calls = 0;
    }
    [[nodiscard]] int calls() const { return m_calls; }

    std::optional<Error> before(Call, const QString& sql) override
    {
        ++m_calls;
        if (m_left > 0 && --m_left == 0) {
            return Error{Error::Kind::Storage, QStringLiteral("The disk gave up."), sql, {}};
        }
        return std::nullopt;
    }

private:
    int m_left = 0;
    int m_calls = 0;
};

} // namespace

/// The n-th database call fails, for every n, for every command, its undo and its redo: the book stays as it was, the
/// user is told, and the next attempt works.
class TestWorkspaceFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString failure = m_template.make();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
    }
    void init() { failOnAnyWarning(); }

    void everyCallOfEveryCommand_data()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const NamedCommand& one : everyCommand(m_template.book, m_template.catalogue)) {
            QTest::newRow(qPrintable(one.name)) << index++;
        }
    }
    void everyCallOfEveryCommand()
    {
        QFETCH(int, index);
        const Command command = everyCommand(m_template.book, m_template.catalogue)[std::size_t(index)].command;
        const QString path = m_template.copy();
        const auto faults = std::make_shared<Armed>();
        SoloOptions options;
        options.mode = Worker::Mode::Inline;
        options.faults = faults;
        const auto opened = await(SoloLibrary(options).open(path));
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        Workspace& workspace = **opened;
        failAtEveryCall(workspace, path, *faults, [&] { return workspace.submit(command); });
        failAtEveryCall(workspace, path, *faults, [&] { return workspace.undo(); });
        failAtEveryCall(workspace, path, *faults, [&] { return workspace.redo(); });
        const auto checks = await(workspace.verify());
        QVERIFY(checks);
        for (const Check& check : *checks) {
            QVERIFY2(check.ok, qPrintable(QString(check.name % u": " % check.detail)));
        }
    }

private:
    using Attempt = std::function<QFuture<Result<Committed>>()>;

    static void failAtEveryCall(Workspace& workspace, const QString& path, Armed& faults, const Attempt& attempt)
    {
        BookWatcher book(path);
        const QStringList before = book.dump();
        QVERIFY(before.size() > 30);
        const UndoState undo = workspace.undoState();
        const Catalogue catalogue = workspace.catalogue();
        QSignalSpy changed(&workspace, &Workspace::changed);
        QSignalSpy troubled(&workspace, &Workspace::troubled);
        QSignalSpy recovered(&workspace, &Workspace::recovered);
        int failures = 0;
        for (int nth = 1;; ++nth) {
            QVERIFY(nth < 1000);
            faults.arm(nth);
            const auto done = await(attempt());
            if (faults.calls() < nth) {
                QVERIFY2(done, done ? "" : qPrintable(done.error().message));
                break;
            }
            if (done) {
                QFAIL(qPrintable(QStringLiteral("the fault at call %1 was not noticed").arg(nth)));
            }
            ++failures;
            QCOMPARE(done.error().message, QStringLiteral("The disk gave up."));
            QCOMPARE(difference(before, book.dump()), QString());
            QCOMPARE(changed.count(), 0);
            QCOMPARE(workspace.undoState(), undo);
            QVERIFY(workspace.catalogue() == catalogue);
        }
        QVERIFY(failures > 5);
        QCOMPARE(troubled.count(), 1);
        QCOMPARE(recovered.count(), 1);
        QCOMPARE(changed.count(), 1);
        QVERIFY(book.dump() != before);
    }

    TemplateBook m_template;
};

QTEST_GUILESS_MAIN(TestWorkspaceFaults)
#include "tst_workspace_faults.moc"
