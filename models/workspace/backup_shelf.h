// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"

#include <QCoreApplication>
#include <QString>

#include <atomic>
#include <memory>
#include <vector>

namespace keyturn {

/// The backups that are made by themselves: a folder beside the book, "Rivera backups" for Rivera.keyturn, in which the
/// last three stand. Every call reads the disk.
class BackupShelf
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::BackupShelf)

public:
    static constexpr int kept = 3;

    struct Backup
    {
        QString file;
        Instant at;
    };

    explicit BackupShelf(const QString& book)
        : m_book(book)
        , m_hurries(std::make_shared<std::atomic_bool>(false))
    {}

    [[nodiscard]] QString folder() const;
    /// Newest first.
    [[nodiscard]] std::vector<Backup> backups() const;
    /// The newest one is older than a day, or there is none.
    [[nodiscard]] bool isDue(Instant now) const;
    /// A name for the next one; its folder is there then (0700). Errors: Storage.
    [[nodiscard]] Result<QString> place(Instant now) const;
    /// Looks the new one through for damage; only if it is sound the oldest ones beyond three go. A damaged one is
    /// removed. Errors: Cancelled, Corrupt, Storage.
    [[nodiscard]] Done admit(const QString& backup) const;
    /// From any thread: admit(), now and later, ends soon and leaves all as they are. Holds for copies of this, too.
    void hurry() const;

private:
    QString m_book;
    std::shared_ptr<std::atomic_bool> m_hurries;
};

} // namespace keyturn
