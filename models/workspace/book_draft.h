// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/domain/catalogue.h"
#include "models/workspace/library.h"

#include <QCoreApplication>

#include <functional>
#include <memory>

namespace keyturn {

class Connection;

/// A new book while it is being made, under another name beside its place: what is found at the right place is always
/// whole. A draft that is not finished leaves nothing behind. Used on one thread.
class BookDraft
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::BookDraft)

public:
    /// The schema, the organization, its first user, the default pipeline and the identity of this desk are there
    /// already. Errors: Invalid, Storage.
    static Result<std::unique_ptr<BookDraft>> begin(const NewBook& book, const Clock& clock,
                                                    const std::function<QUuid()>& newId);
    ~BookDraft();
    Q_DISABLE_COPY_MOVE(BookDraft)

    [[nodiscard]] Connection& connection() { return *m_connection; }
    [[nodiscard]] const Catalogue& catalogue() const { return m_catalogue; }

    /// Closes the book and gives it its name.
    Done finish();

private:
    explicit BookDraft(const QString& path);
    Done fill(const NewBook& book, const Clock& clock, const std::function<QUuid()>& newId);
    void remove();

    const QString m_path;
    const QString m_draft;
    std::unique_ptr<Connection> m_connection;
    Catalogue m_catalogue;
};

} // namespace keyturn
