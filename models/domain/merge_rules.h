// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVariant>

#include <functional>
#include <vector>

namespace keyturn {

// What a merge takes over by itself, for the planner that does it and the page that tells it beforehand.

/// Script names that tell one thing together: an address, a score with its source.
const std::vector<QStringList>& fieldsOfOneThing();

/// Whether the kept lead gets this field although nobody asked for it: it has nothing there, the other lead has, and
/// nothing that belongs to it contradicts. Half of one address and half of another would be nobody's.
bool isFilledIn(const QString& field, const std::function<QVariant(const QString&)>& mine,
                const std::function<QVariant(const QString&)>& theirs);

} // namespace keyturn
