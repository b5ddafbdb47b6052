// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"
#include "models/workspace/book_lock.h"

#include <QCoreApplication>
#include <QString>

#include <memory>

namespace keyturn {

/// A place where a book stands, or will stand, held while another one is made ready to come there. What is not put in
/// place leaves nothing behind.
class BookSwap
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::BookSwap)

public:
    /// Errors: Busy (somebody has it open), Storage, Invalid.
    static Result<std::unique_ptr<BookSwap>> begin(const QString& place);
    ~BookSwap();
    Q_DISABLE_COPY_MOVE(BookSwap)

    /// Where the new book is made: beside its place, for its owner alone to read. Does not exist at first.
    [[nodiscard]] const QString& draft() const { return m_draft; }
    [[nodiscard]] const QString& place() const { return m_place; }
    /// Puts the draft, which nobody has open, into its place, and what was there, with its logs, under the name `aside`
    /// beside it. Does nothing with that if nothing was there. A kill at any moment leaves the one or the other in its
    /// place, whole; settle() then takes back what was half done.
    Done finish(const QString& aside);
    /// The same for a sound book: what its log holds is folded in first, and its name is chosen here. Answers that;
    /// empty: nothing was there.
    Result<QString> finish(Instant now);
    [[nodiscard]] bool isTaken() const;

    /// Clears away what a program that was killed over putting a book in this place has left. Whoever calls holds the
    /// lock of the place.
    static void settle(const QString& place);

private:
    explicit BookSwap(const QString& place);
    [[nodiscard]] Done foldIn() const;

    QString m_place;
    QString m_draft;
    std::unique_ptr<BookLock> m_lock;
};

/// "Rivera replaced 2026-11-21 143005.keyturn" beside the book; a number is added where that is taken.
QString nameBeside(const QString& book, const QString& word, Instant now,
                   const QString& format = QStringLiteral("yyyy-MM-dd HHmmss"));

} // namespace keyturn
