// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace keyturn {

/// What an archive says of itself, in its member manifest.json.
struct BookManifest
{
    static constexpr int formatVersion = 1;

    struct Member
    {
        QString path; ///< "tables/leads.csv", "documents/…"
        qint64 rows = 0;
        qint64 bytes = 0; ///< unpacked
        QByteArray sha256;

        friend bool operator==(const Member&, const Member&) = default;
    };

    int format = formatVersion;
    int schemaVersion = 0;
    Instant madeAt;
    QString organization;
    QString madeBy;             ///< e-mail address
    qint64 privateNotesOut = 0; ///< of other people: left out
    std::vector<Member> members;

    [[nodiscard]] QByteArray toJson() const;
    /// Errors: Invalid (no manifest of ours), TooNew.
    static Result<BookManifest> fromJson(const QByteArray& json);
    static QString path() { return QStringLiteral("manifest.json"); }
};

} // namespace keyturn
