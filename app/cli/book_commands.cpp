// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/book_commands.h"

#include "app/cli/job.h"
#include "app/cli/text_table.h"
#include "app/cli/words.h"
#include "models/workspace/sample_book.h"
#include "models/workspace/solo_library.h"

#include <QJsonObject>

namespace keyturn::cli {

void makeBook(const Invocation& invocation, QObject* context, const Finish& finish)
{
    NewBook book;
    book.path = invocation.absolutePath(invocation.operands.value(0));
    book.organization = invocation.option(QStringLiteral("org"));
    book.email = invocation.option(QStringLiteral("email"));
    const QString name = invocation.option(QStringLiteral("user")).simplified();
    const auto lastBlank = name.lastIndexOf(QLatin1Char(' '));
    book.firstName = lastBlank < 0 ? name : name.left(lastBlank);
    book.lastName = lastBlank < 0 ? QString() : name.mid(lastBlank + 1);

    auto library = std::make_shared<SoloLibrary>(SoloOptions{});
    auto* watcher = new QFutureWatcher<Result<std::shared_ptr<Workspace>>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, library, book, finish] {
        watcher->deleteLater();
        const auto opened = watcher->result();
        if (!opened) {
            finish(fail(opened.error()));
            return;
        }
        const Catalogue& catalogue = (*opened)->catalogue();
        finish(Answer{QJsonObject{{QStringLiteral("workspace"), book.path},
                                  {QStringLiteral("organization_id"), catalogue.organization.toString()},
                                  {QStringLiteral("user_id"), catalogue.me.toString()}},
                      oneLine(Words::tr("A new book for %1: %2").arg(book.organization, book.path)) + QLatin1Char('\n'),
                      exitDone});
    });
    watcher->setFuture(library->create(book));
}

Result<Answer> makeDemo(const Invocation& invocation, const std::function<void(int)>& progress,
                        const std::atomic_bool& cancel)
{
    SampleBook order;
    order.path = invocation.absolutePath(invocation.operands.value(0));
    if (invocation.has(QStringLiteral("leads"))) {
        order.leads = invocation.option(QStringLiteral("leads")).toLongLong();
    }
    if (invocation.has(QStringLiteral("seed"))) {
        order.seed = invocation.option(QStringLiteral("seed")).toULongLong();
    }
    KEYTURN_LET(const SampleCounts counts, createSampleBook(order, progress, cancel));
    QJsonObject json;
    TextTable table;
    table.addColumn(Words::tr("Table"));
    table.addColumn(Words::tr("Rows"), TextTable::Align::Right);
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        json.insert(it.key(), it.value());
        table.addRow({it.key(), QString::number(it.value())});
    }
    return Answer{json, table.toText(), exitDone};
}

} // namespace keyturn::cli
