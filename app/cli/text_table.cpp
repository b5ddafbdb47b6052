// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/text_table.h"

#include <algorithm>
#include <array>

namespace keyturn::cli {

namespace {

bool isWide(char32_t c)
{
    // East Asian wide and full-width blocks, and the pictographs that terminals draw two cells wide.
    static constexpr std::array<std::array<char32_t, 2>, 11> blocks{{{0x1100, 0x115f},
                                                                     {0x2e80, 0x303e},
                                                                     {0x3041, 0x33ff},
                                                                     {0x3400, 0x4dbf},
                                                                     {0x4e00, 0xa4cf},
                                                                     {0xac00, 0xd7a3},
                                                                     {0xf900, 0xfaff},
                                                                     {0xfe30, 0xfe6f},
                                                                     {0xff00, 0xff60},
                                                                     {0x1f300, 0x1faff},
                                                                     {0x20000, 0x3fffd}}};
    return std::ranges::any_of(blocks, [c](const auto& block) { return c >= block[0] && c <= block[1]; });
}

bool isInvisible(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
        return true;
    default:
        return false;
    }
}

bool isDangerous(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        break;
    }
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f;
}

QString aligned(const QString& cell, int width, TextTable::Align align)
{
    const QString blanks(std::max(0, width - displayWidth(cell)), QLatin1Char(' '));
    return align == TextTable::Align::Left ? QString(cell + blanks) : QString(blanks + cell);
}

} // namespace

QString oneLine(const QString& text)
{
    QString safe;
    safe.reserve(text.size());
    for (const char32_t c : text.toUcs4()) {
        if (isDangerous(c)) {
            safe += QLatin1Char(' ');
        } else {
            safe += QChar::fromUcs4(c);
        }
    }
    return safe;
}

int displayWidth(const QString& text)
{
    int width = 0;
    for (const char32_t c : text.toUcs4()) {
        width += isInvisible(c) ? 0 : isWide(c) ? 2 : 1;
    }
    return width;
}

void TextTable::addColumn(const QString& title, Align align)
{
    m_columns.push_back({title, align});
}

void TextTable::addRow(const QStringList& cells)
{
    QStringList safe;
    safe.reserve(cells.size());
    for (const QString& cell : cells) {
        safe.append(oneLine(cell));
    }
    m_rows.push_back(safe);
}

QString TextTable::toText() const
{
    std::vector<int> widths;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        int width = displayWidth(m_columns[i].title);
        for (const QStringList& row : m_rows) {
            width = std::max(width, displayWidth(row.value(static_cast<qsizetype>(i))));
        }
        widths.push_back(width);
    }
    QString text;
    const auto addLine = [&](const auto& cellAt) {
        QString line;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            line += i == 0 ? QString() : QStringLiteral("  ");
            line += aligned(cellAt(i), widths[i], m_columns[i].align);
        }
        while (line.endsWith(QLatin1Char(' '))) {
            line.chop(1);
        }
        text += line + QLatin1Char('\n');
    };
    const auto addRuleLine = [&] { addLine([&](std::size_t i) { return QString(widths[i], QLatin1Char('-')); }); };
    addLine([&](std::size_t i) { return m_columns[i].title; });
    addRuleLine();
    for (std::size_t n = 0; n < m_rows.size(); ++n) {
        if (std::ranges::find(m_rules, n) != m_rules.end()) {
            addRuleLine();
        }
        addLine([&](std::size_t i) { return m_rows[n].value(static_cast<qsizetype>(i)); });
    }
    return text;
}

} // namespace keyturn::cli
