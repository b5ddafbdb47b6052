// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets.h"

namespace keyturn::fuzz {

const std::vector<Target>& targets()
{
    static const std::vector<Target> all{
        {"csv",
         runCsv,
         csvCorpus,
         {",", ";", "\t", "|", "\"", "'", "\\", "\n", "\r", "\r\n", "\"\"", "\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF",
          "Age", "Email", "1/2/2026"}},
        {"vcard",
         runVcard,
         vcardCorpus,
         {"BEGIN:VCARD\n", "END:VCARD\n", "\n ", ":", ";", "=0D=0A", "=\n", ";ENCODING=QUOTED-PRINTABLE",
          ";TYPE=", ";CHARSET=", "\\n", "item1.", "N:", "TEL:", "ADR:", "NOTE:"}},
        {"xlsx",
         runXlsx,
         xlsxCorpus,
         {"<row", "<c r=\"A1\"", " t=\"s\"", "<v>", "</v>", "</c>", "</row>", " s=\"2\"", "r=\"XFD1\"", "1048576", "-1",
          "&amp;", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "&a;", "<is><t>", "PK\x03\x04"}},
        {"values",
         runValues,
         valuesCorpus,
         {"k", "m", "$", ".", ",", "%", "/", "-", "+1", "(", ")", "e9", " ", "\"", "{", "}", "[", "]", ":"}},
        {"search",
         runSearch,
         searchCorpus,
         {"stage:",
          "owner:",
          "tag:",
          "source:",
          "is:",
          "amount>",
          "amount<",
          "since:",
          "-",
          "\"",
          "'",
          ",",
          "*",
          "(",
          ")",
          "NEAR",
          " OR ",
          "^",
          "{",
          "}",
          "+",
          "503",
          "\xF0\x9F\x8F\xA0"}},
        {"archive",
         runArchive,
         archiveCorpus,
         {QByteArray("SQLite format 3\0", 16), QByteArray("\x0d\0\0\0\x01", 5), QByteArray("\x05\0\0\0\x01", 5),
          QByteArray("\x02\x00", 2), "\xff\xff\xff\xff", "\x81\x80\x00", "'", "\r\n", "\"", ",", "="}},
        {"board",
         runBoard,
         boardCorpus,
         {QByteArray("\0\0\0\0", 4), QByteArray("\x01\0\0\0\0\0\0\0", 8), "\xff", "\xff\xff\xff\xff",
          "\xfe\xff\xff\xff", "\n\n\n", QByteArray("\x02\0\0\0", 4)}},
    };
    return all;
}

const Target* target(const QByteArray& name)
{
    for (const Target& known : targets()) {
        if (name == known.name) {
            return &known;
        }
    }
    return nullptr;
}

} // namespace keyturn::fuzz
