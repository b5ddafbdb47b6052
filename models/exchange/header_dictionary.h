// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace keyturn {

/// What the columns of other programs are called, and what they mean here. Headers are compared without case, blanks
/// and punctuation.
namespace headers {

/// The programs that are known by name: "salesforce", "hubspot", "zoho", "pipedrive", "google", "outlook",
/// "thunderbird", "vendor" (the fields in which lead vendors deliver).
QStringList presets();
/// The preset whose own headers occur most, if any occurs that only it has.
QString presetOf(const QStringList& columns);

struct Meaning
{
    QString target; ///< a lead's field by its canonical name, or "tags", "note", "keep", "leave"
    int rank = 0;   ///< of several columns with one target the lowest rank wins
};

/// Everything that a header can mean, each once.
QStringList targets();

/// What a header means under a preset (empty: none). Nothing if it says nothing.
std::optional<Meaning> meaningOf(const QString& header, const QString& preset = {});

} // namespace headers

} // namespace keyturn
