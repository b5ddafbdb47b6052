// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/book_manifest.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace keyturn {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(keyturn::BookArchive)
};

QString kind()
{
    return QStringLiteral("keyturn-book");
}

} // namespace

QByteArray BookManifest::toJson() const
{
    QJsonArray list;
    for (const Member& member : members) {
        list.append(QJsonObject{{QStringLiteral("path"), member.path},
                                {QStringLiteral("rows"), member.rows},
                                {QStringLiteral("bytes"), member.bytes},
                                {QStringLiteral("sha256"), QString::fromLatin1(member.sha256)}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("format"), kind()},
                                     {QStringLiteral("format_version"), format},
                                     {QStringLiteral("schema_version"), schemaVersion},
                                     {QStringLiteral("made_at"), madeAt.toUtc().toString(Qt::ISODateWithMs)},
                                     {QStringLiteral("made_by"), madeBy},
                                     {QStringLiteral("organization"), organization},
                                     {QStringLiteral("private_notes_left_out"), privateNotesOut},
                                     {QStringLiteral("members"), list}})
        .toJson();
}

Result<BookManifest> BookManifest::fromJson(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value(QStringLiteral("format")).toString() != kind()) {
        return fail(Error::Kind::Invalid, Words::tr("This archive is not the export of a Keyturn book."));
    }
    BookManifest manifest;
    manifest.format = object.value(QStringLiteral("format_version")).toInt();
    manifest.schemaVersion = object.value(QStringLiteral("schema_version")).toInt();
    if (manifest.format > formatVersion) {
        return fail(Error::Kind::TooNew,
                    Words::tr("This archive was made by a newer version of Keyturn. Update Keyturn to read it."));
    }
    manifest.madeAt = Instant::fromDateTime(
        QDateTime::fromString(object.value(QStringLiteral("made_at")).toString(), Qt::ISODateWithMs));
    manifest.madeBy = object.value(QStringLiteral("made_by")).toString();
    manifest.organization = object.value(QStringLiteral("organization")).toString();
    manifest.privateNotesOut = object.value(QStringLiteral("private_notes_left_out")).toInteger();
    const QJsonArray list = object.value(QStringLiteral("members")).toArray();
    for (const QJsonValue& value : list) {
        const QJsonObject member = value.toObject();
        manifest.members.push_back({member.value(QStringLiteral("path")).toString(),
                                    member.value(QStringLiteral("rows")).toInteger(),
                                    member.value(QStringLiteral("bytes")).toInteger(),
                                    member.value(QStringLiteral("sha256")).toString().toLatin1()});
    }
    return manifest;
}

} // namespace keyturn
