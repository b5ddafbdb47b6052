// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/table_reader.h"

#include <QCoreApplication>
#include <QStringList>

#include <memory>
#include <vector>

namespace keyturn {

/// The cards of an address book as a table: one row a card, one column for everything that any card says ("First name",
/// "Mobile phone", "Home street", "Email 2", …). Column names are English like those of other programs' exports: they
/// are data, matched by the same rules. Groups of people (KIND:group) are no people and are left out.
class VcardTable final : public TableReader
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::VcardTable)

public:
    static bool isVcard(QByteArrayView firstBytes);
    /// Reads the whole file. Invalid if there is no card in it or it is larger than 256 MB.
    static Result<std::unique_ptr<VcardTable>> open(const QString& path);

    [[nodiscard]] const QStringList& columns() const { return m_columns; }
    Result<bool> next(TableRow& row) override;
    [[nodiscard]] double progress() const override;

private:
    struct Row
    {
        qint64 line = 0;
        std::vector<std::pair<int, QString>> cells; ///< column and text
    };

    VcardTable() = default;

    QStringList m_columns;
    std::vector<Row> m_rows;
    size_t m_at = 0;
};

} // namespace keyturn
