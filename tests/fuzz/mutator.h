// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fuzz/targets.h"

#include <cstdint>

namespace keyturn::fuzz {

/// Changes inputs at random, the same way for the same seed: what a compiler without a fuzzer of its own can do.
class Mutator
{
public:
    Mutator(const Target& target, quint64 seed);

    /// Another input: one of the corpus, changed in a few places, sometimes joined with another one.
    [[nodiscard]] QByteArray next();

private:
    [[nodiscard]] quint64 dice();
    [[nodiscard]] qsizetype dice(qsizetype below);
    void change(QByteArray& bytes);

    std::vector<QByteArray> m_corpus;
    std::vector<QByteArray> m_words;
    quint64 m_state;
};

} // namespace keyturn::fuzz
