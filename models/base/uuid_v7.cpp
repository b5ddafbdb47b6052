// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/uuid_v7.h"

#include <QRandomGenerator>

#include <array>

namespace keyturn {

namespace {
constexpr quint16 counterLimit = 0x0fff;
// A fresh millisecond starts in the lower half, so that the counter has room to grow.
constexpr quint16 counterSeedMask = 0x07ff;
} // namespace

UuidV7::UuidV7()
    : m_random([] { return QRandomGenerator::system()->generate64(); })
{}

UuidV7::UuidV7(Random random)
    : m_random(std::move(random))
{}

QUuid UuidV7::next(Instant now)
{
    const quint64 random = m_random();
    if (now.ms > m_lastMs) {
        m_lastMs = now.ms;
        m_counter = static_cast<quint16>((random >> 48) & counterSeedMask);
    } else if (m_counter == counterLimit) {
        ++m_lastMs;
        m_counter = 0;
    } else {
        ++m_counter;
    }

    std::array<uchar, 16> bytes{};
    const auto ms = static_cast<quint64>(m_lastMs);
    for (int i = 0; i < 6; ++i) {
        bytes[static_cast<size_t>(i)] = static_cast<uchar>(ms >> (8 * (5 - i)));
    }
    bytes[6] = static_cast<uchar>(0x70 | (m_counter >> 8));
    bytes[7] = static_cast<uchar>(m_counter & 0xff);
    for (int i = 8; i < 16; ++i) {
        bytes[static_cast<size_t>(i)] = static_cast<uchar>(random >> (8 * (15 - i)));
    }
    bytes[8] = static_cast<uchar>(0x80 | (bytes[8] & 0x3f));
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), 16));
}

} // namespace keyturn
