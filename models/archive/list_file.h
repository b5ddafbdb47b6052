// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/catalogue.h"
#include "models/domain/export_order.h"

#include <QStringList>

#include <vector>

namespace keyturn {

class Connection;
class WholeFile;

/// The lists of leads that we write, and read again: one column for every field.
namespace list_file {

/// Name of the first column of every list of ours, by which it is known. Names of columns are English: they are data.
QString mark();

struct Column
{
    QString header;
    QString field; ///< canonical name of lead_fields.h; "tags"; empty: the lead's id
};
std::vector<Column> columns(const Catalogue& catalogue);

/// True for a table that begins like one of ours.
bool isOurs(const QStringList& header);

/// Leads as CSV: UTF-8 with a mark (without it Excel takes it for Windows-1252), lines as RFC 4180 has them, formulas
/// defused (csv_cell.h). All live leads by name, or these. `catalogue.me` is who asks. Answers how many.
Result<qint64> writeLeads(Connection& book, const ExportOrder& order, const Catalogue& catalogue, WholeFile& file);

/// Leads as address cards: vCard 3.0, which phones, Outlook and we read.
Result<qint64> writeCards(Connection& book, const ExportOrder& order, const Catalogue& catalogue, WholeFile& file);

/// What happened with the leads, oldest first and lead after lead, as CSV; with the present text of notes, but for
/// private ones of others.
Result<qint64> writeActivities(Connection& book, const ExportOrder& order, const Catalogue& catalogue, WholeFile& file);

} // namespace list_file

} // namespace keyturn
