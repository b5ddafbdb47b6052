// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace keyturn::fuzz {

/// Something that reads what strangers wrote. `run` must come back, whatever the bytes are, and ends the program where
/// a promise of the parser is broken.
struct Target
{
    const char* name;
    void (*run)(QByteArrayView bytes);
    std::vector<QByteArray> (*corpus)(); ///< where mutation begins
    std::vector<QByteArray> words;       ///< pieces that mean something to this parser
};

const std::vector<Target>& targets();
const Target* target(const QByteArray& name);

void runCsv(QByteArrayView bytes);
void runVcard(QByteArrayView bytes);
/// The first byte says what the others are: the whole file, or one part of a workbook that is whole otherwise.
void runXlsx(QByteArrayView bytes);
/// The first byte says whose: a mapping, or the text of a cell for every field.
void runValues(QByteArrayView bytes);
/// What somebody typed into the search box, down to the index.
void runSearch(QByteArrayView bytes);

/// The first byte says what: a damaged book, or a list of ours.
void runArchive(QByteArrayView bytes);
/// The first byte says what: a file of all leads, or what is changed in a whole one. Its sums are put right.
void runBoard(QByteArrayView bytes);

std::vector<QByteArray> csvCorpus();
std::vector<QByteArray> vcardCorpus();
std::vector<QByteArray> xlsxCorpus();
std::vector<QByteArray> valuesCorpus();
std::vector<QByteArray> searchCorpus();
std::vector<QByteArray> archiveCorpus();
std::vector<QByteArray> boardCorpus();

} // namespace keyturn::fuzz
