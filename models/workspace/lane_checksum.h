// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>

namespace keyturn {

/// A sum of 64 bits over bytes, to notice damage by accident at the speed of the memory: eight words at a time, each in
/// a lane of its own, so that the processor need not wait for one multiplication before it begins the next. Every step
/// can be undone given the word that went in, so that a single wrong word never goes unnoticed. It keeps nobody out:
/// who wants to can make a file with a right sum.
///
/// What is summed up in several portions depends on where they end. `before` is the sum of the portions so far.
quint64 laneChecksum(const char* bytes, std::size_t size, quint64 before = 0);

} // namespace keyturn
