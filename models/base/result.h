// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <tl/expected.hpp>

namespace keyturn {

/// A value, or the reason why there is none. No exception crosses a function that returns one.
template<typename T>
using Result = tl::expected<T, Error>;

using Done = Result<void>;

inline tl::unexpected<Error> fail(Error::Kind kind, const QString& message, const QString& detail = {},
                                  const QString& nativeCode = {})
{
    return tl::unexpected<Error>(Error{kind, message, detail, nativeCode});
}

inline tl::unexpected<Error> fail(const Error& error)
{
    return tl::unexpected<Error>(error);
}

} // namespace keyturn

/// Leaves the calling function with the error of `expression`, which must be a Result.
#define KEYTURN_TRY(expression)                                                                                        \
    do {                                                                                                               \
        if (auto keyturnTried = (expression); !keyturnTried) {                                                         \
            return tl::unexpected<keyturn::Error>(std::move(keyturnTried).error());                                    \
        }                                                                                                              \
    } while (false)

#define KEYTURN_CONCAT_INNER(a, b) a##b
#define KEYTURN_CONCAT(a, b) KEYTURN_CONCAT_INNER(a, b)
#define KEYTURN_LET_INNER(holder, declaration, expression)                                                             \
    auto holder = (expression);                                                                                        \
    if (!holder) {                                                                                                     \
        return tl::unexpected<keyturn::Error>(std::move(holder).error());                                              \
    }                                                                                                                  \
    declaration = std::move(*holder)

/// `KEYTURN_LET(auto lead, facts.lead(id));` declares `lead`, or leaves the function with the error.
#define KEYTURN_LET(declaration, expression)                                                                           \
    KEYTURN_LET_INNER(KEYTURN_CONCAT(keyturnHeld, __LINE__), declaration, expression)
