// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/book_draft.h"

#include "models/archive/whole_file.h"
#include "models/storage/change_set_writer.h"
#include "models/storage/connection.h"
#include "models/storage/local_setting.h"
#include "models/storage/migrator.h"
#include "models/storage/private_file.h"
#include "models/storage/queries/catalogue_queries.h"
#include "models/storage/transaction.h"
#include "models/workspace/book_desk.h"
#include "models/workspace/book_file.h"
#include "models/workspace/new_book_rows.h"

#include <QFile>

namespace keyturn {

BookDraft::BookDraft(const QString& path)
    : m_path(path)
    , m_draft(path + QStringLiteral(".part"))
{}

BookDraft::~BookDraft()
{
    remove();
}

Result<std::unique_ptr<BookDraft>> BookDraft::begin(const NewBook& book, const Clock& clock,
                                                    const std::function<QUuid()>& newId)
{
    const QString path = BookFile::canonicalPath(book.path);
    KEYTURN_TRY(BookFile::prepareNew(path));
    std::unique_ptr<BookDraft> draft(new BookDraft(path));
    draft->remove(); // of a program that was killed over it
    KEYTURN_TRY(draft->fill(book, clock, newId));
    return draft;
}

Done BookDraft::fill(const NewBook& book, const Clock& clock, const std::function<QUuid()>& newId)
{
    const Instant now = clock.now();
    KEYTURN_LET(const ChangeSet rows, newBookRows(book, now, newId));
    SqliteOptions options;
    options.path = m_draft;
    options.create = true;
    KEYTURN_LET(m_connection, Connection::openSqlite(options));
    KEYTURN_TRY(Migrator(Dialect::Sqlite).migrate(*m_connection, clock));
    const DeviceId device(newId());
    KEYTURN_LET(Transaction transaction, Transaction::begin(*m_connection));
    DeviceChain chain(device);
    KEYTURN_TRY(ChangeSetWriter::apply(*m_connection, rows, chain));
    KEYTURN_TRY(setLocalSetting(*m_connection, desk::deviceKey(), device.toString(), now));
    KEYTURN_TRY(setLocalSetting(*m_connection, desk::userKey(), rows.author.toString(), now));
    KEYTURN_TRY(setLocalSetting(*m_connection, desk::sampleKey(), book.isSample, now));
    KEYTURN_LET(m_catalogue, queries::catalogue(*m_connection));
    m_catalogue.me = rows.author;
    m_catalogue.device = device;
    return transaction.commit();
}

Done BookDraft::finish()
{
    // Everything has to be in the file itself before it moves: the log would stay behind under the old name.
    KEYTURN_TRY(m_connection->script(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
    m_connection.reset();
    if (!syncFile(m_draft) || !renameWithoutReplacing(m_draft, m_path)) {
        return fail(Error::Kind::Storage,
                    tr("The new book could not be given the name “%1”. Nothing was kept.").arg(m_path), m_path);
    }
    return {};
}

void BookDraft::remove()
{
    m_connection.reset();
    for (const QLatin1String ending : {QLatin1String(""), QLatin1String("-wal"), QLatin1String("-shm")}) {
        QFile::remove(QString(m_draft + ending));
    }
}

} // namespace keyturn
