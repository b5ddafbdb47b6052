// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/stage.h"

#include <array>
#include <utility>

namespace keyturn {

namespace {
constexpr std::array kindKeys{
    std::pair{StageKind::Open, "open"},
    std::pair{StageKind::Won, "won"},
    std::pair{StageKind::Lost, "lost"},
    std::pair{StageKind::OnIce, "on_ice"},
    std::pair{StageKind::Disqualified, "disqualified"},
};
} // namespace

QString stageKindKey(StageKind kind)
{
    for (const auto& [value, key] : kindKeys) {
        if (value == kind) {
            return QString::fromLatin1(key);
        }
    }
    return {};
}

StageKind stageKindFromKey(const QString& key)
{
    for (const auto& [value, text] : kindKeys) {
        if (key == QLatin1String(text)) {
            return value;
        }
    }
    return StageKind::Open;
}

} // namespace keyturn
