// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of text and address cards.
#include "models/exchange/csv_reader.h"
#include "models/exchange/table_file.h"
#include "models/exchange/vcard.h"
#include "tests/fuzz/promise.h"
#include "tests/fuzz/rows.h"
#include "tests/fuzz/targets.h"

#include <QBuffer>

namespace keyturn::fuzz {

void runCsv(QByteArrayView bytes)
{
    QByteArray copy = bytes.toByteArray();
    const EncodingGuess guess = guessEncoding(copy);
    KEYTURN_PROMISE(guess.markBytes >= 0 && guess.markBytes <= copy.size());
    TextDecoder decoder(guess.encoding);
    if (!decoder.isValid()) {
        return;
    }
    const QString text = decoder.decode(QByteArrayView(copy).sliced(guess.markBytes));
    const CsvDialect dialect = guessDialect(text, true);
    QBuffer buffer(&copy);
    KEYTURN_PROMISE(buffer.open(QIODevice::ReadOnly) && buffer.seek(guess.markBytes));
    CsvReader fromBytes(buffer, guess.encoding, dialect);
    readAndUnderstand(fromBytes, copy.size() + 1);
    CsvReader fromText(text, dialect);
    readAndUnderstand(fromText, text.size() + 1);
    // The same through a file, with everything that is refused at its door.
    const QString path = fileWith(copy, ".csv");
    if (const auto look = table_file::look(path)) {
        if (const auto reader = table_file::open(path, *look)) {
            readAndUnderstand(**reader, copy.size() + 1);
        }
    }
}

std::vector<QByteArray> csvCorpus()
{
    return {
        "Name,Email,Phone\nAnn Lee,ann@example.com,(503) 555-0100\nBo Day,,\n",
        "\xEF\xBB\xBFVorname;Nachname;Ort\r\n\"Ann \"\"A\"\"\";Lee;\"Reno\nNV\"\r\n",
        "a\tb\tc\r1\t2\t3\r4\t5\r",
        "First Name|Last Name|Age|SSN\nAnn|Lee|44|000-00-0000\n",
        "'one','it''s','three'\n'x','y','z'\n",
        "List of leads\n\nName,Status,Loan Amount,Close "
        "Date\nAnn,New,350k,3/15/2026\nBo,Won,\"$1,200.50\",2026-03-15\n",
        QByteArray("\xFF\xFE"
                   "N\0a\0m\0e\0,\0Z\0\n\0A\0,\0001\0\n\0",
                   24),
        "Nom,Ville\nRen\xE9,Orl\xE9"
        "ans\n",
        "\"open quote,never closed\nName,x\n",
        "a\\,b,c\nd,e\\\"f,g\n",
        "\x83\x6C\x81\x5B\x83\x80,\x93\x8C\x8B\x9E\n1,2\n",
    };
}

void runVcard(QByteArrayView bytes)
{
    const QByteArray file = bytes.toByteArray();
    const std::vector<Vcard> cards = parseVcards(file);
    KEYTURN_PROMISE(cards.size() <= static_cast<size_t>(file.size()));
    qint64 line = 0;
    for (const Vcard& card : cards) {
        KEYTURN_PROMISE(card.line >= line);
        line = card.line;
        for (const VcardProperty& property : card.properties) {
            KEYTURN_PROMISE(!property.name.isEmpty() && property.name == property.name.toUpper());
            KEYTURN_PROMISE(!property.split(u';').isEmpty());
            KEYTURN_PROMISE(property.text().size() <= property.value.size());
        }
    }
    const QString path = fileWith(file, ".vcf");
    if (const auto look = table_file::look(path)) {
        if (const auto reader = table_file::open(path, *look)) {
            readAndUnderstand(**reader, file.size() + 1);
        }
    }
}

std::vector<QByteArray> vcardCorpus()
{
    return {
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann Lee\r\nN:Lee;Ann;;;\r\nEMAIL;TYPE=HOME:ann@example.com\r\n"
        "TEL;TYPE=CELL:+1 503 555 0100\r\nADR;TYPE=HOME:;;1 Main St;Reno;NV;89501;USA\r\nEND:VCARD\r\n",
        "BEGIN:VCARD\nVERSION:4.0\nFN:Bo\\, Day\nitem1.TEL:555-0101\nitem1.X-ABLabel:Boat\nNOTE:one\\ntwo\n"
        " three\nCATEGORIES:vip,spring\nEND:VCARD\n",
        "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:L=C3=A9e;Ann=\n=20B\nTEL;HOME;FAX:1\n"
        "PHOTO;ENCODING=BASE64:AAAA\n BBBB\n\nEND:VCARD\nBEGIN:VCARD\nFN:Cut off",
        "BEGIN:VCARD\nFN:Out\nBEGIN:VCARD\nFN:In\nEND:VCARD\nKIND:group\nEND:VCARD\n",
    };
}

} // namespace keyturn::fuzz
