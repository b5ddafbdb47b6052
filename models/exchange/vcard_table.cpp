// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/vcard_table.h"

#include "models/exchange/text_encoding.h"
#include "models/exchange/vcard.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSet>

namespace keyturn {

namespace {

constexpr qint64 mostBytes = 256LL * 1024 * 1024;

struct Cell
{
    QString column;
    QString text;
};

/// Turns one card into cells with the names of their columns.
class CardCells
{
public:
    explicit CardCells(const Vcard& card)
        : m_card(card)
    {}

    std::vector<Cell> run();

private:
    void add(const QString& column, const QString& text);
    void addParts(const QStringList& columns, const QStringList& parts);
    void addAddress(const VcardProperty& property);
    void take(const VcardProperty& property);
    [[nodiscard]] QString labelOf(const VcardProperty& property) const;
    [[nodiscard]] QString phoneColumn(const VcardProperty& property) const;
    [[nodiscard]] QString placed(const VcardProperty& property, const QString& what) const;

    const Vcard& m_card;
    std::vector<Cell> m_cells;
    QHash<QString, int> m_uses;
};

// The second e-mail address of a card is "Email 2".
void CardCells::add(const QString& column, const QString& text)
{
    if (text.trimmed().isEmpty()) {
        return;
    }
    const int use = ++m_uses[column];
    m_cells.push_back({use == 1 ? column : column + QStringLiteral(" %1").arg(use), text.trimmed()});
}

void CardCells::addParts(const QStringList& columns, const QStringList& parts)
{
    for (qsizetype i = 0; i < columns.size(); ++i) {
        add(columns.at(i), parts.value(i));
    }
}

// Apple and Google name a property by a label in the same group: item1.X-ABLabel:_$!<HomePage>!$_
QString CardCells::labelOf(const VcardProperty& property) const
{
    if (property.group.isEmpty()) {
        return {};
    }
    for (const VcardProperty& other : m_card.properties) {
        if (other.group == property.group && other.name == QLatin1String("X-ABLABEL")) {
            QString label = other.text();
            label.remove(QLatin1String("_$!<")).remove(QLatin1String(">!$_"));
            return label;
        }
    }
    return {};
}

QString CardCells::placed(const VcardProperty& property, const QString& what) const
{
    if (property.types.contains(QLatin1String("home"))) {
        return QStringLiteral("Home ") + what.toLower();
    }
    if (property.types.contains(QLatin1String("work"))) {
        return QStringLiteral("Work ") + what.toLower();
    }
    const QString label = labelOf(property);
    return label.isEmpty() ? what : QStringLiteral("%1 (%2)").arg(what, label);
}

QString CardCells::phoneColumn(const VcardProperty& property) const
{
    if (property.types.contains(QLatin1String("fax"))) {
        return placed(property, QStringLiteral("Fax"));
    }
    if (property.types.contains(QLatin1String("pager"))) {
        return QStringLiteral("Pager");
    }
    for (const char* mobile : {"cell", "iphone", "mobile"}) {
        if (property.types.contains(QLatin1String(mobile))) {
            return QStringLiteral("Mobile phone");
        }
    }
    return placed(property, QStringLiteral("Phone"));
}

void CardCells::addAddress(const VcardProperty& property)
{
    const QStringList parts = property.split(u';');
    QStringList street;
    for (const int index : {0, 1, 2}) {
        if (!parts.value(index).isEmpty()) {
            street.append(parts.value(index));
        }
    }
    addParts({placed(property, QStringLiteral("Street")), placed(property, QStringLiteral("City")),
              placed(property, QStringLiteral("State")), placed(property, QStringLiteral("Postal code")),
              placed(property, QStringLiteral("Country"))},
             {street.join(QLatin1String(", ")), parts.value(3), parts.value(4), parts.value(5), parts.value(6)});
}

void CardCells::take(const VcardProperty& property)
{
    static const QHash<QString, QString> plain{
        {QStringLiteral("FN"), QStringLiteral("Full name")},
        {QStringLiteral("NICKNAME"), QStringLiteral("Nickname")},
        {QStringLiteral("TITLE"), QStringLiteral("Job title")},
        {QStringLiteral("ROLE"), QStringLiteral("Role")},
        {QStringLiteral("NOTE"), QStringLiteral("Notes")},
        {QStringLiteral("URL"), QStringLiteral("Website")},
        {QStringLiteral("BDAY"), QStringLiteral("Birthday")},
        {QStringLiteral("UID"), QStringLiteral("Card ID")},
        {QStringLiteral("CATEGORIES"), QStringLiteral("Tags")},
        {QStringLiteral("TZ"), QStringLiteral("Time zone")},
    };
    static const QSet<QString> bookkeeping{
        QStringLiteral("VERSION"), QStringLiteral("PRODID"),  QStringLiteral("REV"),     QStringLiteral("X-ABLABEL"),
        QStringLiteral("LABEL"),   QStringLiteral("KIND"),    QStringLiteral("X-ABADR"), QStringLiteral("CLASS"),
        QStringLiteral("MAILER"),  QStringLiteral("PROFILE"), QStringLiteral("NAME"),    QStringLiteral("SOURCE")};
    if (property.name == QLatin1String("N")) {
        addParts({QStringLiteral("Last name"), QStringLiteral("First name"), QStringLiteral("Middle name"),
                  QStringLiteral("Prefix"), QStringLiteral("Suffix")},
                 property.split(u';'));
    } else if (property.name == QLatin1String("ORG")) {
        addParts({QStringLiteral("Company"), QStringLiteral("Department")}, property.split(u';'));
    } else if (property.name == QLatin1String("ADR")) {
        addAddress(property);
    } else if (property.name == QLatin1String("TEL")) {
        QString number = property.text();
        if (number.startsWith(QLatin1String("tel:"), Qt::CaseInsensitive)) {
            number = number.mid(4);
        }
        add(phoneColumn(property), number);
    } else if (property.name == QLatin1String("EMAIL")) {
        add(QStringLiteral("Email"), property.text());
    } else if (plain.contains(property.name)) {
        add(plain.value(property.name), property.text());
    } else if (!bookkeeping.contains(property.name)) {
        const QString label = labelOf(property);
        add(label.isEmpty() ? property.name : QStringLiteral("%1 (%2)").arg(property.name, label), property.text());
    }
}

std::vector<Cell> CardCells::run()
{
    for (const VcardProperty& property : m_card.properties) {
        take(property);
    }
    return std::move(m_cells);
}

bool isGroup(const Vcard& card)
{
    for (const char* name : {"KIND", "X-ADDRESSBOOKSERVER-KIND"}) {
        const VcardProperty* const kind = card.first(QLatin1String(name));
        if (kind != nullptr && kind->text().compare(QLatin1String("group"), Qt::CaseInsensitive) == 0) {
            return true;
        }
    }
    return false;
}

} // namespace

bool VcardTable::isVcard(QByteArrayView firstBytes)
{
    const EncodingGuess guess = guessEncoding(firstBytes);
    TextDecoder decoder(guess.encoding);
    return decoder.isValid() && decoder.decode(firstBytes.sliced(guess.markBytes))
                                    .trimmed()
                                    .startsWith(QLatin1String("BEGIN:VCARD"), Qt::CaseInsensitive);
}

Result<std::unique_ptr<VcardTable>> VcardTable::open(const QString& path)
{
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Kind::Storage, tr("%1 cannot be opened.").arg(name), file.errorString());
    }
    if (file.size() > mostBytes) {
        return fail(Error::Kind::Invalid, tr("%1 is too large for an address book. Split it.").arg(name));
    }
    auto table = std::unique_ptr<VcardTable>(new VcardTable);
    QHash<QString, int> columns;
    for (const Vcard& card : parseVcards(file.readAll())) {
        if (isGroup(card)) {
            continue;
        }
        Row row{card.line, {}};
        for (const Cell& cell : CardCells(card).run()) {
            const auto known = columns.constFind(cell.column);
            const int column = known == columns.cend() ? static_cast<int>(columns.size()) : *known;
            if (known == columns.cend()) {
                columns.insert(cell.column, column);
                table->m_columns.append(cell.column);
            }
            row.cells.emplace_back(column, cell.text);
        }
        if (!row.cells.empty()) {
            table->m_rows.push_back(std::move(row));
        }
    }
    if (table->m_rows.empty()) {
        return fail(Error::Kind::Invalid, tr("There is no address card in %1.").arg(name));
    }
    return table;
}

Result<bool> VcardTable::next(TableRow& row)
{
    if (m_at == m_rows.size()) {
        return false;
    }
    const Row& card = m_rows[m_at++];
    QStringList cells(m_columns.size());
    for (const auto& [column, text] : card.cells) {
        cells[column] = text;
    }
    row.begin(card.line);
    for (const QString& cell : cells) {
        row.append(QStringView(cell));
        row.endCell();
    }
    return true;
}

double VcardTable::progress() const
{
    return m_rows.empty() ? 1.0 : double(m_at) / double(m_rows.size());
}

} // namespace keyturn
