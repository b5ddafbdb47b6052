// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_print.h"

#include <QCoreApplication>
#include <QFont>
#include <QFontMetricsF>
#include <QIODevice>
#include <QLocale>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <numeric>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::ReportPrint)
};

// Paper is white whatever the window looks like. Lengths are points.
const QColor ink(0x17, 0x19, 0x1C);
const QColor faint(0x47, 0x4D, 0x57);
const QColor line(0xDD, 0xE0, 0xE5);
const QColor bars[] = {QColor(0x2E, 0x57, 0xD1), QColor(0xAF, 0xC1, 0xF2)};
constexpr int resolution = 72;
constexpr double margin = 48;
constexpr double rowHeight = 17;
constexpr double cellPadding = 4;
constexpr double chartWidth = 130;
constexpr double leastColumn = 40;

QFont fontOf(double points, bool strong)
{
    QFont font(QStringLiteral("Inter"));
    font.setStyleHint(QFont::SansSerif);
    font.setPointSizeF(points);
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

/// Lays a document out on as many pages as it takes.
class Printer
{
public:
    Printer(const ReportDocument& document, QIODevice& device)
        : m_document(document)
        , m_writer(&device)
    {
        const bool isLetter = QLocale().measurementSystem() == QLocale::ImperialUSSystem;
        m_writer.setPageSize(QPageSize(isLetter ? QPageSize::Letter : QPageSize::A4));
        m_writer.setPageMargins({});
        m_writer.setResolution(resolution);
        m_writer.setTitle(document.title);
        m_writer.setCreator(QStringLiteral("Keyturn"));
    }

    Done print()
    {
        if (!m_painter.begin(&m_writer)) {
            return fail(Error::Kind::Storage, Words::tr("The file could not be written."));
        }
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_width = m_writer.width() - 2 * margin;
        m_bottom = m_writer.height() - margin - 14;
        m_y = margin;
        head();
        for (const ReportSheet& sheet : m_document.sheets) {
            draw(sheet);
        }
        foot();
        if (!m_painter.end()) {
            return fail(Error::Kind::Storage, Words::tr("The file could not be written."));
        }
        return {};
    }

private:
    void write(double x, double y, double width, double height, const QString& text, const QFont& font,
               const QColor& color, Qt::Alignment alignment)
    {
        // By the painter's own metrics: a screen's are coarser.
        m_painter.setFont(font);
        m_painter.setPen(color);
        const QString shown = QFontMetricsF(font, &m_writer).elidedText(text, Qt::ElideRight, width);
        m_painter.drawText(QRectF(x, y, width, height), int((alignment | Qt::AlignVCenter).toInt()), shown);
    }
    void head()
    {
        write(margin, m_y, m_width * 0.6, 26, m_document.title, fontOf(18, true), ink, Qt::AlignLeft);
        write(margin + m_width * 0.6, m_y, m_width * 0.4, 26, m_document.organization, fontOf(10, true), ink,
              Qt::AlignRight);
        m_y += 28;
        write(margin, m_y, m_width * 0.6, 14, m_document.period, fontOf(9, false), faint, Qt::AlignLeft);
        write(margin + m_width * 0.6, m_y, m_width * 0.4, 14, m_document.made, fontOf(9, false), faint, Qt::AlignRight);
        m_y += 30;
    }
    void foot()
    {
        write(margin, m_writer.height() - margin, m_width, 14, Words::tr("Page %1").arg(++m_page), fontOf(8, false),
              faint, Qt::AlignRight);
    }
    void turn()
    {
        foot();
        m_writer.newPage();
        m_y = margin;
    }

    [[nodiscard]] std::vector<double> widthsOf(const ReportSheet& sheet) const
    {
        const QFontMetricsF metrics(fontOf(9, true), &m_writer);
        std::vector<double> widths;
        for (qsizetype column = 0; column < sheet.heads.size(); ++column) {
            double wanted = metrics.horizontalAdvance(sheet.heads[column]);
            for (const auto& row : sheet.rows) {
                wanted = std::max(wanted, metrics.horizontalAdvance(row[std::size_t(column)].text));
            }
            widths.push_back(column == sheet.chartColumn ? chartWidth : wanted + 2 * cellPadding + 2);
        }
        double rest = m_width - std::accumulate(widths.begin(), widths.end(), 0.0);
        if (rest > 0 && !widths.empty()) {
            widths[std::size_t(std::max(0, sheet.chartColumn))] += rest;
        }
        while (rest < -0.5) {
            const auto widest = std::ranges::max_element(widths);
            if (*widest <= leastColumn) {
                break;
            }
            const double less = std::min({-rest, *widest - leastColumn, 6.0});
            *widest -= less;
            rest += less;
        }
        return widths;
    }
    void headers(const ReportSheet& sheet, const std::vector<double>& widths)
    {
        double x = margin;
        for (qsizetype column = 0; column < sheet.heads.size(); ++column) {
            const double width = widths[std::size_t(column)];
            write(x + cellPadding, m_y, width - 2 * cellPadding, rowHeight, sheet.heads[column], fontOf(8, false),
                  faint, sheet.toRight[std::size_t(column)] ? Qt::AlignRight : Qt::AlignLeft);
            x += width;
        }
        m_y += rowHeight;
        rule(ink);
    }
    void rule(const QColor& color) { m_painter.fillRect(QRectF(margin, m_y, m_width, 0.5), color); }
    void marks(const ReportSheet& sheet, std::size_t row, double x, double width)
    {
        const double height = 9.0 / double(std::max<std::size_t>(1, sheet.shares.size()));
        double y = m_y + (rowHeight - 9) / 2;
        for (std::size_t series = 0; series < sheet.shares.size(); ++series) {
            if (row < sheet.shares[series].size()) {
                m_painter.fillRect(
                    QRectF(x + cellPadding, y, (width - 2 * cellPadding) * sheet.shares[series][row], height - 0.5),
                    bars[series % std::size(bars)]);
            }
            y += height;
        }
    }
    void draw(const ReportSheet& sheet)
    {
        constexpr int rowsTogether = 3;
        if (m_y + 44 + rowsTogether * rowHeight > m_bottom) {
            turn();
        }
        write(margin, m_y, m_width, 18, sheet.title, fontOf(12, true), ink, Qt::AlignLeft);
        m_y += 18;
        if (!sheet.note.isEmpty()) {
            write(margin, m_y, m_width, 13, sheet.note, fontOf(8, false), faint, Qt::AlignLeft);
            m_y += 15;
        }
        const std::vector<double> widths = widthsOf(sheet);
        headers(sheet, widths);
        for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
            if (m_y + rowHeight > m_bottom) {
                turn();
                headers(sheet, widths);
            }
            const bool isSum = sheet.hasSum && row + 1 == sheet.rows.size();
            rule(isSum ? faint : line);
            double x = margin;
            for (std::size_t column = 0; column < widths.size(); ++column) {
                if (int(column) == sheet.chartColumn && !isSum) {
                    marks(sheet, row, x, widths[column]);
                } else {
                    write(x + cellPadding, m_y, widths[column] - 2 * cellPadding, rowHeight,
                          sheet.rows[row][column].text, fontOf(9, isSum || column == 0), column == 0 ? ink : faint,
                          sheet.toRight[column] ? Qt::AlignRight : Qt::AlignLeft);
                }
                x += widths[column];
            }
            m_y += rowHeight;
        }
        m_y += 24;
    }

    const ReportDocument& m_document;
    QPdfWriter m_writer;
    QPainter m_painter;
    double m_width = 0;
    double m_bottom = 0;
    double m_y = 0;
    int m_page = 0;
};

} // namespace

Done writePdf(const ReportDocument& document, QIODevice& device)
{
    return Printer(document, device).print();
}

} // namespace keyturn
