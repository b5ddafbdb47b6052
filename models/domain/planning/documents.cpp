// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/groups.h"

#include <QCryptographicHash>

namespace keyturn {

namespace {

constexpr qsizetype largestFile = qsizetype(100) * 1024 * 1024;
constexpr int fileNameLength = 255;

bool isSensitive(const QString& type)
{
    static const QStringList sensitive{
        QStringLiteral("paystub"),        QStringLiteral("w2"),
        QStringLiteral("tax_return"),     QStringLiteral("bank_statement"),
        QStringLiteral("identification"), QStringLiteral("credit_report"),
    };
    return sensitive.contains(type);
}

} // namespace

Result<QString> planInto(Draft& draft, const AttachDocument& command)
{
    KEYTURN_LET(const Record lead, draft.lead(command.lead));
    const QString fileName = command.fileName.simplified();
    if (fileName.isEmpty() || fileName.size() > fileNameLength) {
        return invalid(
            PlanTexts::tr("A document needs a file name of at most %n characters.", nullptr, fileNameLength));
    }
    if (command.content.isEmpty()) {
        return invalid(PlanTexts::tr("%1 is empty.").arg(fileName));
    }
    if (command.content.size() > largestFile) {
        return refused(PlanTexts::tr("%1 is larger than 100 MB.").arg(fileName));
    }
    const QString leadId = command.lead.toString();
    const QString sha =
        QString::fromLatin1(QCryptographicHash::hash(command.content, QCryptographicHash::Sha256).toHex());
    KEYTURN_LET(const std::optional<Record> stored, draft.facts().row(QStringLiteral("document_contents"), sha));
    if (!stored) {
        draft.insert(
            QStringLiteral("document_contents"), sha, leadId,
            {{QStringLiteral("size"), qint64(command.content.size())}, {QStringLiteral("data"), command.content}});
    }
    const QString id = draft.idOr(command.id);
    draft.insert(QStringLiteral("documents"), id, leadId,
                 {
                     {QStringLiteral("lead_id"), leadId},
                     {QStringLiteral("file_name"), fileName},
                     {QStringLiteral("file_url"), QString(QStringLiteral("keyturn://content/") + sha)},
                     {QStringLiteral("file_type"), textOrNull(command.mediaType)},
                     {QStringLiteral("file_size"), qint64(command.content.size())},
                     {QStringLiteral("file_sha256"), sha},
                     {QStringLiteral("document_type"), command.documentType},
                     {QStringLiteral("is_sensitive"), flagValue(isSensitive(command.documentType))},
                     {QStringLiteral("uploaded_by"), idOrNull(draft.actor())},
                 });
    LogEntry entry;
    entry.lead = leadId;
    entry.type = QStringLiteral("document_added");
    entry.title = QStringLiteral("Document added: ") + fileName;
    entry.metadata = {{QStringLiteral("document_id"), id},
                      {QStringLiteral("document_type"), command.documentType},
                      {QStringLiteral("file_name"), fileName}};
    draft.log(entry);
    return PlanTexts::tr("%1 attached to %2").arg(fileName, lead.text(QStringLiteral("name")));
}

} // namespace keyturn
