// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/export_files.h"

#include "models/archive/archive_writer.h"
#include "models/archive/lead_pages.h"
#include "models/archive/list_file.h"
#include "models/archive/whole_file.h"
#include "models/storage/connection.h"

namespace keyturn {

namespace {

Result<qint64> write(Connection& book, const ExportOrder& order, const Catalogue& catalogue, Instant now,
                     WholeFile& file, ExportOutcome& outcome)
{
    switch (order.what) {
    case ExportOrder::What::Leads:
        return order.format == ExportOrder::Format::VCard ? list_file::writeCards(book, order, catalogue, file)
                                                          : list_file::writeLeads(book, order, catalogue, file);
    case ExportOrder::What::Activities:
        return list_file::writeActivities(book, order, catalogue, file);
    case ExportOrder::What::Book:
        break;
    }
    KEYTURN_LET(const BookManifest manifest, writeArchive(book, catalogue, now, order.watch.get(), file));
    outcome.leftOutRows = manifest.privateNotesOut;
    qint64 rows = 0;
    for (const BookManifest::Member& member : manifest.members) {
        rows += member.rows;
    }
    return rows;
}

} // namespace

Result<ExportOutcome> exportFiles(Connection& book, const ExportOrder& order, const Catalogue& catalogue, Instant now)
{
    ExportOutcome outcome;
    outcome.file = order.file;
    KEYTURN_LET(const std::unique_ptr<WholeFile> file, WholeFile::begin(order.file));
    KEYTURN_LET(outcome.rows, write(book, order, catalogue, now, *file, outcome));
    if (order.watch && order.watch->cancelled) {
        return fail(stopped());
    }
    KEYTURN_LET(outcome.bytes, file->finish());
    KEYTURN_TRY(book.dropPages());
    return outcome;
}

} // namespace keyturn
