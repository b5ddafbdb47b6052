// SPDX-License-Identifier: GPL-3.0-or-later
// The same targets for clang's libFuzzer: build with the preset "fuzz".
#include "tests/fuzz/targets.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const keyturn::fuzz::Target* const tried = keyturn::fuzz::target(KEYTURN_FUZZ_TARGET);
    tried->run(QByteArrayView(data, static_cast<qsizetype>(size)));
    return 0;
}
