// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

namespace keyturn {

/// What the window remembers: page, widths, filters, densities. Held in memory and written behind the scenes; reading
/// and setting never touch a disk. Keys are listed, with their defaults, in app/settings.
class Preferences
{
public:
    virtual ~Preferences() = default;
    [[nodiscard]] virtual QVariant value(const QString& key) const = 0;
    virtual void setValue(const QString& key, const QVariant& value) = 0;
};

} // namespace keyturn
