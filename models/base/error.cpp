// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/error.h"

#include <array>
#include <utility>

namespace keyturn {

namespace {
constexpr std::array kindNames{
    std::pair{Error::Kind::Conflict, "conflict"},   std::pair{Error::Kind::Busy, "busy"},
    std::pair{Error::Kind::Offline, "offline"},     std::pair{Error::Kind::Constraint, "constraint"},
    std::pair{Error::Kind::Refused, "refused"},     std::pair{Error::Kind::Auth, "auth"},
    std::pair{Error::Kind::Cancelled, "cancelled"}, std::pair{Error::Kind::Corrupt, "corrupt"},
    std::pair{Error::Kind::TooNew, "too_new"},      std::pair{Error::Kind::Invalid, "invalid"},
    std::pair{Error::Kind::Storage, "storage"},     std::pair{Error::Kind::Untrusted, "untrusted"},
};
} // namespace

QString Error::kindName(Kind kind)
{
    for (const auto& [value, name] : kindNames) {
        if (value == kind) {
            return QString::fromLatin1(name);
        }
    }
    return {};
}

Error::Kind Error::kindFromName(const QString& name)
{
    for (const auto& [value, text] : kindNames) {
        if (name == QLatin1String(text)) {
            return value;
        }
    }
    return Kind::Invalid;
}

} // namespace keyturn
