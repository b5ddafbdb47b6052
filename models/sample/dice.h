// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <initializer_list>

namespace keyturn::sample {

/// Mixes a seed and coordinates into one well-spread number (the finaliser of SplitMix64), so that any detail of any
/// lead can be drawn again without having drawn what came before it.
constexpr quint64 mix(std::initializer_list<quint64> parts)
{
    quint64 state = 0x9E3779B97F4A7C15ULL;
    for (const quint64 part : parts) {
        state += part + 0x9E3779B97F4A7C15ULL;
        state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9ULL;
        state = (state ^ (state >> 27)) * 0x94D049BB133111EBULL;
        state ^= state >> 31;
    }
    return state;
}

/// A small repeatable source of chance.
class Dice
{
public:
    constexpr explicit Dice(quint64 seed)
        : m_state(seed)
    {}

    constexpr quint64 next() { return m_state = mix({m_state, 1}); }
    /// From `low` to `high`, both included.
    constexpr qint64 between(qint64 low, qint64 high)
    {
        return low + static_cast<qint64>(next() % static_cast<quint64>(high - low + 1));
    }
    constexpr bool chance(int percent) { return between(0, 99) < percent; }
    /// An index into a list of `size` items.
    constexpr std::size_t index(std::size_t size) { return static_cast<std::size_t>(next() % size); }
    template<typename List>
    constexpr const auto& pick(const List& list)
    {
        return list[index(list.size())];
    }

private:
    quint64 m_state;
};

} // namespace keyturn::sample
