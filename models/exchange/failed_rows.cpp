// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/failed_rows.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QSaveFile>

namespace keyturn {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::FailedRows)
};

class LineWriter
{
public:
    LineWriter(QSaveFile& file, const CsvDialect& dialect)
        : m_file(file)
        , m_dialect(dialect)
    {}

    void cell(QStringView text)
    {
        if (!m_isFirst) {
            m_line += m_dialect.delimiter;
        }
        m_isFirst = false;
        const bool plain = !text.contains(m_dialect.delimiter) && !text.contains(m_dialect.quote) &&
                           !text.contains(u'\n') && !text.contains(u'\r') && text == text.trimmed() &&
                           (!m_dialect.escape || !text.contains(*m_dialect.escape));
        if (plain) {
            m_line += text;
            return;
        }
        m_line += m_dialect.quote;
        for (const QChar letter : text) {
            if (letter == m_dialect.quote || letter == m_dialect.escape) {
                m_line += m_dialect.escape.value_or(m_dialect.quote);
            }
            m_line += letter;
        }
        m_line += m_dialect.quote;
    }
    [[nodiscard]] bool endLine()
    {
        m_line += QStringLiteral("\r\n");
        const QByteArray bytes = m_line.toUtf8();
        m_line.resize(0);
        m_isFirst = true;
        return m_file.write(bytes) == bytes.size();
    }

private:
    QSaveFile& m_file;
    const CsvDialect m_dialect;
    QString m_line;
    bool m_isFirst = true;
};

} // namespace

Result<qint64> writeFailedRows(const QString& from, const TableLook& look, const std::vector<RowOutcome>& failed,
                               const QString& to)
{
    QHash<qint64, QString> reasons;
    for (const RowOutcome& outcome : failed) {
        reasons.insert(outcome.line, outcome.message);
    }
    const auto cannotWrite = [&to](const QSaveFile& file) {
        return fail(Error::Kind::Storage, Texts::tr("%1 cannot be written.").arg(QFileInfo(to).fileName()),
                    file.errorString());
    };
    if (QFileInfo(from).canonicalFilePath() == QFileInfo(to).canonicalFilePath() && QFileInfo::exists(to)) {
        return fail(Error::Kind::Refused, Texts::tr("The failed rows need a file of their own."), to);
    }
    KEYTURN_LET(const std::unique_ptr<TableReader> reader, table_file::open(from, look));
    QSaveFile file(to);
    if (!file.open(QIODevice::WriteOnly) || file.write("\xEF\xBB\xBF") != 3) {
        return cannotWrite(file);
    }
    LineWriter writer(file, look.format == TableLook::Format::Csv ? look.dialect : CsvDialect());
    writer.cell(Texts::tr("Import problem"));
    for (qsizetype i = 0; i < look.shape.columns.size(); ++i) {
        const QString& name = look.shape.columns.at(i);
        writer.cell(name.isEmpty() ? QStringLiteral("column_%1").arg(i + 1) : name);
    }
    if (!writer.endLine()) {
        return cannotWrite(file);
    }
    qint64 written = 0;
    TableRow row;
    for (;;) {
        KEYTURN_LET(const bool more, reader->next(row));
        if (!more) {
            break;
        }
        const auto reason = reasons.constFind(row.line());
        if (reason == reasons.cend() || row.isBlank()) {
            continue;
        }
        writer.cell(*reason);
        for (int i = 0; i < row.size(); ++i) {
            writer.cell(row.cell(i));
        }
        if (!writer.endLine()) {
            return cannotWrite(file);
        }
        ++written;
    }
    if (!file.commit()) {
        return cannotWrite(file);
    }
    return written;
}

} // namespace keyturn
