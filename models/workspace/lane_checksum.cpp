// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace/lane_checksum.h"

#include <array>
#include <bit>
#include <cstring>

namespace keyturn {

namespace {

constexpr std::size_t lanes = 8;
constexpr std::size_t blockSize = lanes * sizeof(quint64);
// Odd, with half of their bits set.
constexpr quint64 factor = 0xD1B54A32D192ED03ULL;
constexpr quint64 other = 0x9E6C63D0876A9A35ULL;

using Lanes = std::array<quint64, lanes>;

void take(Lanes& sums, const char* block)
{
    Lanes words;
    std::memcpy(words.data(), block, blockSize);
    for (std::size_t i = 0; i < lanes; ++i) {
        sums[i] = std::rotl((sums[i] ^ words[i]) * factor, 29);
    }
}

} // namespace

quint64 laneChecksum(const char* bytes, std::size_t size, quint64 before)
{
    Lanes sums;
    for (std::size_t i = 0; i < lanes; ++i) {
        sums[i] = before + (i + 1) * other;
    }
    const std::size_t whole = size - size % blockSize;
    for (std::size_t at = 0; at < whole; at += blockSize) {
        take(sums, bytes + at);
    }
    if (whole < size) {
        std::array<char, blockSize> last{};
        std::memcpy(last.data(), bytes + whole, size - whole);
        take(sums, last.data());
    }
    quint64 sum = size;
    for (const quint64 lane : sums) {
        sum = std::rotl((sum ^ lane) * other, 31);
        sum ^= sum >> 32U;
    }
    return sum;
}

} // namespace keyturn
