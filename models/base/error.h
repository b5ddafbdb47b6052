// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace keyturn {

/// What went wrong, as a value. `message` is a whole sentence for the user, in their language: what happened, what was
/// kept and what to do. `detail` is for the curious and for support; `nativeCode` is the store's own code, if any.
struct Error
{
    enum class Kind {
        Conflict,   ///< somebody else changed it first
        Busy,       ///< held by another process; trying again may help
        Offline,    ///< the server cannot be reached
        Constraint, ///< the store's own rules refused it
        Refused,    ///< a business rule or a missing permission refused it
        Auth,       ///< the login was not accepted
        Untrusted,  ///< the server could not prove who it is; nothing was sent to it
        Cancelled,  ///< the user stopped it
        Corrupt,    ///< the file or an answer is damaged
        TooNew,     ///< written by a newer version of the program
        Invalid,    ///< the input does not make sense
        Storage,    ///< the disk is full, read-only or failing
    };

    Kind kind = Kind::Invalid;
    QString message;
    QString detail;
    QString nativeCode;

    /// "conflict", "too_new" …: the word scripts see in `{"error":{"kind":…}}`.
    static QString kindName(Kind kind);
    static Kind kindFromName(const QString& name);

    friend bool operator==(const Error&, const Error&) = default;
};

} // namespace keyturn

Q_DECLARE_METATYPE(keyturn::Error)
