// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/lead_pages.h"
#include "models/archive/list_file.h"
#include "models/archive/whole_file.h"

namespace keyturn::list_file {

namespace {

constexpr qsizetype longestLine = 75; ///< bytes; RFC 2426 wants longer ones folded

QByteArray escaped(QString text)
{
    text.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(u'\r', u'\n');
    QByteArray out;
    for (const char letter : text.toUtf8()) {
        if (letter == '\\' || letter == ',' || letter == ';') {
            out += '\\';
            out += letter;
        } else if (letter == '\n') {
            out += "\\n";
        } else if (static_cast<unsigned char>(letter) >= 0x20 || letter == '\t') {
            out += letter;
        }
    }
    return out;
}

class Card
{
public:
    void line(const QByteArray& name, const QByteArray& value)
    {
        QByteArray rest = name + ':' + value;
        while (rest.size() > longestLine) {
            // Never within a character: readers unfold bytes, but some decode line by line.
            qsizetype cut = longestLine;
            while ((static_cast<unsigned char>(rest[cut]) & 0xC0U) == 0x80U) {
                --cut;
            }
            m_text += rest.left(cut) + "\r\n";
            rest = ' ' + rest.mid(cut);
        }
        m_text += rest + "\r\n";
    }
    void text(const QByteArray& name, const QString& value)
    {
        if (!value.trimmed().isEmpty()) {
            line(name, escaped(value));
        }
    }
    [[nodiscard]] const QByteArray& bytes() const { return m_text; }

private:
    QByteArray m_text;
};

QByteArray cardOf(const LeadDetail& lead)
{
    const auto own = [&](const char* column) { return lead.lead.text(QLatin1String(column)); };
    const auto profile = [&](const char* column) { return lead.profile.text(QLatin1String(column)); };
    Card card;
    card.line("BEGIN", "VCARD");
    card.line("VERSION", "3.0");
    card.line("FN", escaped(own("name")));
    // A lead without parts of a name may be a company: N must be there, and may be empty.
    card.line("N", escaped(own("last_name")) + ';' + escaped(own("first_name")) + ";;;");
    card.text("ORG", profile("company"));
    card.text("TITLE", profile("job_title"));
    card.text("EMAIL;TYPE=INTERNET", own("email"));
    card.text("TEL;TYPE=CELL", own("mobile"));
    card.text("TEL;TYPE=VOICE", own("phone"));
    const QByteArray street =
        escaped(QStringList{profile("address_line1"), profile("address_line2")}.join(u' ').trimmed());
    const QByteArray place =
        escaped(profile("city")) + ';' + escaped(profile("state")) + ';' + escaped(profile("postal_code"));
    if (!street.isEmpty() || place != ";;") {
        card.line("ADR;TYPE=HOME", ";;" + street + ';' + place + ';');
    }
    card.text("URL", profile("website"));
    QByteArray tags;
    for (const QString& tag : lead.tags) {
        tags += (tags.isEmpty() ? "" : ",") + escaped(tag);
    }
    if (!tags.isEmpty()) {
        card.line("CATEGORIES", tags);
    }
    card.line("UID", "urn:uuid:" + own("id").toUtf8());
    card.line("END", "VCARD");
    return card.bytes();
}

} // namespace

Result<qint64> writeCards(Connection& book, const ExportOrder& order, const Catalogue& catalogue, WholeFile& file)
{
    Q_UNUSED(catalogue)
    KEYTURN_LET(const std::vector<LeadId> leads, leadsOf(book, order));
    qint64 rows = 0;
    KEYTURN_TRY(forEachLead(book, leads, order.watch.get(), [&](const LeadDetail& lead) -> Done {
        ++rows;
        return file.write(cardOf(lead));
    }));
    return rows;
}

} // namespace keyturn::list_file
