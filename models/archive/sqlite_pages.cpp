// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/sqlite_pages.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::Rescue)
};

constexpr int headerBytes = 100;
constexpr int logHeaderBytes = 32;
constexpr int frameHeaderBytes = 24;
constexpr quint32 pagesJudged = 400;

quint32 big32(const QByteArray& bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

bool isPageSize(int size)
{
    return size >= 512 && size <= 65536 && (size & (size - 1)) == 0;
}

// The checksum that every frame of the log carries on.
void addChecksum(const QByteArray& bytes, bool isBig, quint32& first, quint32& second)
{
    const auto word = [&](qsizetype at) {
        return isBig ? qFromBigEndian<quint32>(bytes.constData() + at)
                     : qFromLittleEndian<quint32>(bytes.constData() + at);
    };
    for (qsizetype at = 0; at + 8 <= bytes.size(); at += 8) {
        first += word(at) + second;
        second += word(at + 4) + first;
    }
}

} // namespace

Result<std::unique_ptr<SqlitePages>> SqlitePages::open(const QString& path)
{
    std::unique_ptr<SqlitePages> pages(new SqlitePages);
    pages->m_file.setFileName(path);
    if (!pages->m_file.open(QIODevice::ReadOnly)) {
        return fail(Error::Kind::Storage, Words::tr("“%1” may not be read.").arg(QFileInfo(path).fileName()),
                    pages->m_file.errorString());
    }
    pages->readHeader();
    pages->readLog(path + QStringLiteral("-wal"));
    const qint64 size = pages->m_file.size();
    pages->m_count = static_cast<quint32>((size + pages->m_pageSize - 1) / pages->m_pageSize);
    for (auto logged = pages->m_logged.cbegin(); logged != pages->m_logged.cend(); ++logged) {
        pages->m_count = std::max(pages->m_count, logged.key());
    }
    return pages;
}

void SqlitePages::readHeader()
{
    const QByteArray header = m_file.read(headerBytes);
    if (header.size() == headerBytes && header.startsWith(QByteArray("SQLite format 3\0", 16))) {
        const int size = qFromBigEndian<quint16>(header.constData() + 16);
        const int real = size == 1 ? 65536 : size;
        if (isPageSize(real)) {
            m_hasHeader = true;
            m_pageSize = real;
            m_reserved = static_cast<unsigned char>(header[20]);
            return;
        }
    }
    guessPageSize();
}

// Leaves of tables stand at the beginning of pages: the size under which most of them are found.
void SqlitePages::guessPageSize()
{
    int chosen = m_pageSize;
    qint64 best = 0;
    for (const int size : {4096, 1024, 2048, 8192, 16384, 32768, 65536, 512}) {
        m_pageSize = size;
        m_count = static_cast<quint32>(m_file.size() / size);
        qint64 found = 0;
        for (quint32 number = 2; number <= std::min(m_count, pagesJudged); ++number) {
            const auto leaf = readLeaf(*this, number);
            // Cells fill a page from its end: those of a smaller page would all stand in the first half.
            found += leaf && leaf->unreadable == 0 && leaf->lastCell >= size / 2 ? size : 0;
        }
        if (found > best) {
            best = found;
            chosen = size;
        }
    }
    m_pageSize = chosen;
}

void SqlitePages::readLog(const QString& path)
{
    m_log.setFileName(path);
    if (!m_log.exists() || !m_log.open(QIODevice::ReadOnly)) {
        return;
    }
    const QByteArray header = m_log.read(logHeaderBytes);
    if (header.size() != logHeaderBytes || (big32(header, 0) & 0xfffffffeU) != 0x377f0682U) {
        return;
    }
    const auto size = static_cast<int>(big32(header, 8));
    if (!isPageSize(size) || (m_hasHeader && size != m_pageSize)) {
        return;
    }
    m_pageSize = size;
    const bool isBig = (big32(header, 0) & 1U) != 0;
    quint32 first = 0;
    quint32 second = 0;
    addChecksum(header.first(24), isBig, first, second);
    if (first != big32(header, 24) || second != big32(header, 28)) {
        return;
    }
    QHash<quint32, qint64> uncommitted;
    for (;;) {
        const QByteArray frame = m_log.read(frameHeaderBytes);
        const qint64 at = m_log.pos();
        const QByteArray page = m_log.read(m_pageSize);
        if (frame.size() != frameHeaderBytes || page.size() != m_pageSize || frame.mid(8, 8) != header.mid(16, 8)) {
            return;
        }
        addChecksum(frame.first(8), isBig, first, second);
        addChecksum(page, isBig, first, second);
        if (first != big32(frame, 16) || second != big32(frame, 20)) {
            return;
        }
        uncommitted.insert(big32(frame, 0), at);
        if (big32(frame, 4) != 0) {
            m_logged.insert(uncommitted);
            uncommitted.clear();
        }
    }
}

QByteArray SqlitePages::page(quint32 number)
{
    if (number == 0 || number > m_count) {
        return {};
    }
    const auto logged = m_logged.constFind(number);
    QFile& file = logged == m_logged.cend() ? m_file : m_log;
    const qint64 at = logged == m_logged.cend() ? qint64{number - 1} * m_pageSize : *logged;
    return file.seek(at) ? file.read(m_pageSize) : QByteArray();
}

} // namespace keyturn
