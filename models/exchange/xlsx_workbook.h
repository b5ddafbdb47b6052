// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/exchange/xlsx_reader.h"

#include <quazip/quazip.h>

#include <QHash>
#include <QString>
#include <QXmlStreamReader>

#include <vector>

namespace keyturn {

/// What a number in a cell stands for, by its number format.
enum class CellKind { Number, Date, Time, DateTime };

/// The parts of a workbook that all its sheets share.
class XlsxReader::Workbook
{
public:
    struct SheetPart
    {
        QString name;
        QString part; ///< path inside the archive
    };

    static Result<std::unique_ptr<Workbook>> open(const QString& path);
    explicit Workbook(const QString& path)
        : m_archive(path)
    {}

    [[nodiscard]] const std::vector<SheetPart>& sheets() const { return m_sheets; }
    [[nodiscard]] QuaZip& archive() { return m_archive; }
    Done readTexts();
    Done readFormats();
    /// A shared text by its number, or nothing if the file lies.
    [[nodiscard]] const QString* text(int index) const
    {
        return index >= 0 && index < static_cast<int>(m_texts.size()) ? &m_texts[static_cast<size_t>(index)] : nullptr;
    }
    [[nodiscard]] CellKind kindOf(int style) const
    {
        return style >= 0 && style < static_cast<int>(m_kinds.size()) ? m_kinds[static_cast<size_t>(style)]
                                                                      : CellKind::Number;
    }
    /// Days are counted from 1904 in workbooks of old Macs, else from 1900.
    [[nodiscard]] bool from1904() const { return m_from1904; }

    static tl::unexpected<Error> damaged(const QString& detail);

private:
    Done readParts();
    Result<QHash<QString, QString>> relations(const QString& part);

    QuaZip m_archive;
    QString m_root; ///< path of the workbook's own part
    QString m_textsPart;
    QString m_stylesPart;
    std::vector<SheetPart> m_sheets;
    std::vector<QString> m_texts;
    std::vector<CellKind> m_kinds;
    bool m_from1904 = false;
};

/// There is more to read. A part that is cut off never comes to its end: a device that fails is not at its end either.
inline bool goesOn(const QXmlStreamReader& xml)
{
    return !xml.atEnd() && !xml.hasError();
}

/// What kind of value a number format shows: "yyyy-mm-dd" a date, "h:mm" a time.
CellKind kindOfFormat(const QString& format);
/// The value of a numeric cell as a person would type it.
QString cellText(double value, CellKind kind, bool from1904);

} // namespace keyturn
