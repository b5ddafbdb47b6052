// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/mutator.h"

#include <algorithm>

namespace keyturn::fuzz {

namespace {
constexpr qsizetype longest = 4096;
}

Mutator::Mutator(const Target& target, quint64 seed)
    : m_corpus(target.corpus())
    , m_words(target.words)
    , m_state(seed * 0x9E3779B97F4A7C15ULL + 1)
{}

// xorshift64*: small, fast, and the same everywhere.
quint64 Mutator::dice()
{
    m_state ^= m_state >> 12U;
    m_state ^= m_state << 25U;
    m_state ^= m_state >> 27U;
    return m_state * 0x2545F4914F6CDD1DULL;
}

qsizetype Mutator::dice(qsizetype below)
{
    return below <= 0 ? 0 : static_cast<qsizetype>(dice() % static_cast<quint64>(below));
}

void Mutator::change(QByteArray& bytes)
{
    const qsizetype at = dice(bytes.size() + 1);
    switch (dice(7)) {
    case 0: // one byte becomes another
        if (at < bytes.size()) {
            bytes[at] = static_cast<char>(dice());
        }
        break;
    case 1: // one bit
        if (at < bytes.size()) {
            bytes[at] = static_cast<char>(bytes.at(at) ^ (1 << dice(8)));
        }
        break;
    case 2: // something goes
        bytes.remove(at, 1 + dice(16));
        break;
    case 3: // something comes twice
        bytes.insert(at, bytes.mid(dice(bytes.size()), 1 + dice(32)));
        break;
    case 4: // a word that means something
    case 5:
        bytes.insert(at, m_words[static_cast<size_t>(dice(static_cast<qsizetype>(m_words.size())))]);
        break;
    default: // the rest of another input
        bytes.truncate(at);
        bytes += m_corpus[static_cast<size_t>(dice(static_cast<qsizetype>(m_corpus.size())))].mid(at);
        break;
    }
    bytes.truncate(longest);
}

QByteArray Mutator::next()
{
    QByteArray bytes = m_corpus[static_cast<size_t>(dice(static_cast<qsizetype>(m_corpus.size())))];
    for (qsizetype changes = 1 + dice(6); changes > 0; --changes) {
        change(bytes);
    }
    // A run builds on what came before, as long as it stays small.
    if (dice(8) == 0 && bytes.size() < longest / 2) {
        m_corpus[static_cast<size_t>(dice(static_cast<qsizetype>(m_corpus.size())))] = bytes;
    }
    return bytes;
}

} // namespace keyturn::fuzz
