// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/board_file.h"

#include "models/archive/whole_file.h"
#include "models/base/worker.h"
#include "models/domain/lead_table_image.h"
#include "models/workspace/lane_checksum.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cstring>
#include <thread>

namespace keyturn {

namespace {

/// So much is read, and summed up while it is still in the processor's cache.
constexpr std::size_t portion = 256UL * 1024;

struct Header
{
    std::array<char, 16> magic{'K', 'e', 'y', 't', 'u', 'r', 'n', ' ', 'b', 'o', 'a', 'r', 'd', '\r', '\n', '\0'};
    quint32 byteOrder = 0x01020304;
    quint32 format = LeadTableImage::format;
    qint32 schemaVersion = 0;
    quint32 pieceCount = LeadTableImage::pieceCount;
    qint64 stamp = 0;
    LeadTableImage::Sizes sizes{};
    LeadTableImage::Sizes sums{};
    quint64 sum = 0; ///< of all the above
};
static_assert(std::is_trivially_copyable_v<Header>);
static_assert(sizeof(Header) == 16 + 4 * 4 + 8 + 2 * 8 * LeadTableImage::pieceCount + 8);

quint64 sumOf(const Header& header)
{
    return laneChecksum(reinterpret_cast<const char*>(&header), offsetof(Header, sum));
}

quint64 sumOf(QByteArrayView piece)
{
    quint64 sum = 0;
    for (std::size_t at = 0; at < static_cast<std::size_t>(piece.size()); at += portion) {
        sum = laneChecksum(piece.data() + at, std::min(portion, static_cast<std::size_t>(piece.size()) - at), sum);
    }
    return sum;
}

/// Straight to where the bytes belong.
bool readPiece(QFile& file, std::span<char> room, quint64 expected)
{
    quint64 sum = 0;
    for (std::size_t at = 0; at < room.size();) {
        const std::size_t size = std::min(portion, room.size() - at);
        if (file.read(room.data() + at, static_cast<qint64>(size)) != static_cast<qint64>(size)) {
            return false;
        }
        sum = laneChecksum(room.data() + at, size, sum);
        at += size;
    }
    return sum == expected;
}

/// The pieces from `first` up to `end`, by a file that stands at the first of them.
bool readSome(QFile& file, const Header& header, const std::vector<std::span<char>>& room, std::size_t first,
              std::size_t end)
{
    for (std::size_t i = first; i < end; ++i) {
        if (!readPiece(file, room[i], header.sums[i])) {
            return false;
        }
    }
    return true;
}

/// A large file by two threads: copying and summing up keep one processor busy.
bool readPieces(QFile& file, const Header& header, const std::vector<std::span<char>>& room)
{
    constexpr qint64 large = 8LL * 1024 * 1024;
    if (file.size() < large) {
        return readSome(file, header, room, 0, room.size());
    }
    std::size_t half = 0;
    quint64 before = sizeof header;
    while (half < room.size() && before < static_cast<quint64>(file.size()) / 2) {
        before += header.sizes[half++];
    }
    QFile second(file.fileName());
    // The file may have got another one's name meanwhile: the sums tell.
    if (!second.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !second.seek(static_cast<qint64>(before))) {
        return false;
    }
    bool isSound = false;
    std::thread other([&] { isSound = readSome(second, header, room, half, room.size()); });
    const bool isFirstSound = readSome(file, header, room, 0, half);
    other.join();
    return isFirstSound && isSound;
}

bool isHeaderOf(const Header& header, const BoardFile::Mark& mark, qint64 fileSize)
{
    Header expected;
    expected.schemaVersion = mark.schemaVersion;
    expected.stamp = mark.stamp;
    if (std::memcmp(&header, &expected, offsetof(Header, sizes)) != 0 || header.sum != sumOf(header)) {
        return false;
    }
    // What is asked of the memory is what is there to be read.
    quint64 left = static_cast<quint64>(fileSize) - sizeof header;
    for (const quint64 size : header.sizes) {
        if (size > left) {
            return false;
        }
        left -= size;
    }
    return left == 0;
}

} // namespace

QString BoardFile::pathOf(const QString& book)
{
    return book + QStringLiteral("-board");
}

void BoardFile::remove(const QString& book)
{
    QFile::remove(pathOf(book));
}

std::shared_ptr<LeadTable> BoardFile::read(const QString& book, const Mark& mark)
{
    const QString path = pathOf(book);
    QFile file(path);
    Header header;
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) ||
        file.read(reinterpret_cast<char*>(&header), sizeof header) != qint64(sizeof header) ||
        !isHeaderOf(header, mark, file.size())) {
        return nullptr;
    }
    std::optional<LeadTableImage> image = LeadTableImage::ofSizes(header.sizes);
    if (!image) {
        return nullptr;
    }
    return readPieces(file, header, image->room()) ? image->finish() : nullptr;
}

Result<std::unique_ptr<BoardFile>> BoardFile::write(const QString& book, const Mark& mark, LeadTable& table,
                                                    const std::function<bool()>& isUnwanted)
{
    // What a link of that name points at is not ours to replace.
    if (QFileInfo(pathOf(book)).isSymLink()) {
        remove(book);
    }
    const LeadTableImage image(table);
    Header header;
    header.schemaVersion = mark.schemaVersion;
    header.stamp = mark.stamp;
    for (std::size_t i = 0; i < LeadTableImage::pieceCount; ++i) {
        header.sizes[i] = static_cast<quint64>(image.pieces()[i].size());
        header.sums[i] = sumOf(image.pieces()[i]);
    }
    header.sum = sumOf(header);
    KEYTURN_LET(std::unique_ptr<WholeFile> file, WholeFile::begin(pathOf(book)));
    KEYTURN_TRY(file->write({reinterpret_cast<const char*>(&header), qsizetype(sizeof header)}));
    for (const QByteArrayView piece : image.pieces()) {
        for (qsizetype at = 0; at < piece.size(); at += qsizetype(portion)) {
            if (isUnwanted && isUnwanted()) {
                return fail(Worker::cancelled());
            }
            KEYTURN_TRY(file->write(piece.sliced(at, std::min(qsizetype(portion), piece.size() - at))));
        }
    }
    return std::unique_ptr<BoardFile>(new BoardFile(std::move(file)));
}

BoardFile::BoardFile(std::unique_ptr<WholeFile> file)
    : m_file(std::move(file))
{}

BoardFile::~BoardFile() = default;

Done BoardFile::finish()
{
    KEYTURN_TRY(m_file->finish());
    return {};
}

void BoardFile::putSumsRight(QByteArray& file)
{
    Header header;
    if (file.size() < qsizetype(sizeof header)) {
        return;
    }
    std::memcpy(&header, file.constData(), sizeof header);
    quint64 at = sizeof header;
    for (std::size_t i = 0; i < LeadTableImage::pieceCount; ++i) {
        if (header.sizes[i] > static_cast<quint64>(file.size()) - at) {
            break;
        }
        header.sums[i] = sumOf(QByteArrayView(file).sliced(qsizetype(at), qsizetype(header.sizes[i])));
        at += header.sizes[i];
    }
    header.sum = sumOf(header);
    std::memcpy(file.data(), &header, sizeof header);
}

} // namespace keyturn
