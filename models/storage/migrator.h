// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/storage/connection.h"

#include <QByteArray>

#include <vector>

namespace keyturn {

struct Migration
{
    int version = 0;
    QString name; ///< file name without its ending
    QString sql;
    QString checksum; ///< SHA-256 of the file
};

/// Brings a store up to date: numbered scripts, forward only, one transaction each, recorded with their checksums in
/// schema_migrations. A store of a newer program is refused (TooNew), so is one whose recorded scripts are not ours
/// (Corrupt) and a SQLite file of another program (Invalid).
class Migrator
{
public:
    /// With the scripts that this program carries.
    explicit Migrator(Dialect dialect);
    explicit Migrator(std::vector<Migration> migrations);

    static std::vector<Migration> shipped(Dialect dialect);

    [[nodiscard]] int newest() const;
    /// The version that the store has, after all the checks above; 0 if it is empty.
    Result<int> version(Connection& connection) const;
    /// Applies what is missing. Answers the version that the store has now.
    Result<int> migrate(Connection& connection, const Clock& clock) const;

private:
    Done apply(Connection& connection, const Migration& migration, const Clock& clock) const;

    std::vector<Migration> m_migrations;
};

} // namespace keyturn
