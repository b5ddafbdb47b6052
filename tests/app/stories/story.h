// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/program.h"
#include "models/workspace/sample_book.h"
#include "tests/support/program.h"
#include "tests/support/test_main.h"
#include "ui/board/board_page.h"
#include "ui/board/board_view.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workbench.h"

#include <QTemporaryDir>

namespace keyturn::test {

/// The whole program with its real window over a sample book, all in a temporary folder, on this thread.
class Story
{
    QTemporaryDir m_folder; // before `book`, which lies in it

public:
    Story()
        : book(m_folder.filePath(QStringLiteral("story.keyturn")))
    {
        qputenv("XDG_RUNTIME_DIR", m_folder.path().toUtf8());
        SampleBook order;
        order.path = book;
        order.seed = 11;
        const std::atomic_bool cancel = false;
        const auto made = createSampleBook(
            order, [](int) {}, cancel);
        Q_ASSERT_X(made.has_value(), "Story", made ? "" : qPrintable(made.error().message));
    }

    /// Starts the program and waits until the board shows every lead.
    void open(QSize size = {1440, 900})
    {
        ProgramOptions options;
        options.settingsFile = m_folder.filePath(QStringLiteral("settings.json"));
        options.booksFolder = m_folder.path();
        options.book = book;
        program = std::make_unique<keyturn::Program>(options);
        program->start();
        program->window().resize(size);
        QTRY_VERIFY_WITH_TIMEOUT(program->workbench() != nullptr, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(program->store()->isComplete(), 30'000);
        program->workbench()->showPage(QStringLiteral("pipeline"));
        QVERIFY(QTest::qWaitForWindowExposed(&program->window()));
        QTRY_VERIFY(!page().view().columns().empty());
    }
    void close() { program.reset(); }

    [[nodiscard]] BoardPage& page() const
    {
        auto* found = qobject_cast<BoardPage*>(program->workbench()->page(QStringLiteral("pipeline")));
        Q_ASSERT(found != nullptr);
        return *found;
    }
    [[nodiscard]] Workspace& workspace() const { return *program->workspace(); }
    [[nodiscard]] StageId stage(const char* key) const
    {
        return workspace().catalogue().stageByKey(QString::fromLatin1(key))->id;
    }
    [[nodiscard]] ColumnView& cards(const char* key) const { return page().view().column(stage(key))->cards(); }

    /// What stands in the file, read by another program.
    [[nodiscard]] QByteArray inFile(const QString& sql) const { return test::Program::sqlite(book, sql).out.trimmed(); }
    [[nodiscard]] QByteArray stageInFile(LeadId lead) const
    {
        return inFile(QStringLiteral("select s.key from leads l join pipeline_stages s on s.id = l.stage_id "
                                     "where l.id = '%1';")
                          .arg(lead.toString()));
    }
    [[nodiscard]] qint64 numberInFile(const QString& sql) const { return inFile(sql).toLongLong(); }

    /// The answer of the workspace, waited for.
    template<typename T>
    static T answer(const QFuture<Result<T>>& future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000)) {
            qFatal("no answer");
        }
        Result<T> result = future.result();
        if (!result) {
            qFatal("%s", qPrintable(result.error().message));
        }
        return std::move(*result);
    }

    const QString book;
    std::unique_ptr<keyturn::Program> program;
};

} // namespace keyturn::test
