// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/export_order.h"
#include "tests/support/book_workspace.h"
#include "tests/support/program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace keyturn::test {

/// Texts that break exports: formulas, quotes, line ends, other scripts, what others have collected.
inline QStringList hardTexts()
{
    QStringList all{QStringLiteral("=HYPERLINK(\"https://example.com\",\"x\")"),
                    QStringLiteral("+1 (303) 555-0100"),
                    QStringLiteral("-2+3"),
                    QStringLiteral("@SUM(A1:A9)"),
                    QStringLiteral("'tis quoted"),
                    QStringLiteral("a \"quoted\" word, and; more"),
                    QStringLiteral("first line\n=second line"),
                    QStringLiteral("windows\r\n-line"),
                    QStringLiteral("Ünï©ødé 漢字 🏠 עברית"),
                    QStringLiteral("\u00a0=wide blank"),
                    QStringLiteral("\uff1dwide sign"),
                    QStringLiteral("back\\slash;semi,comma")};
    QFile file(sharedData() + QStringLiteral("/strings/blns/blns.json"));
    if (file.open(QIODevice::ReadOnly)) {
        // Every one of them is a command or two: a part is enough where whole books are made.
        int number = 0;
        for (const QJsonValue& one : QJsonDocument::fromJson(file.readAll()).array()) {
            if (++number % 5 == 0 && !one.toString().trimmed().isEmpty() && !one.toString().contains(QChar(0))) {
                all << one.toString();
            }
        }
    }
    return all;
}

/// What a lead with such a name is called: it has a length, and no half letters.
inline QString hardName(const QString& text)
{
    QString name = text.simplified().left(100);
    if (!name.isEmpty() && name.back().isHighSurrogate()) {
        name.chop(1);
    }
    return name.trimmed();
}

/// Fills a LivedInBook further: documents, hard texts, tags, a custom field, private notes. Empty, or why it failed.
inline QString enrich(Workspace& workspace, const LivedInBook& book)
{
    QString errors;
    const auto done = [&](const Command& command) {
        const auto answer = await(workspace.submit(command));
        errors += answer ? QString() : QString(answer.error().message + u" | " + answer.error().detail + u'\n');
    };
    DefineCustomFields custom;
    CustomField field;
    field.key = QStringLiteral("pets");
    field.label = QStringLiteral("Pets");
    custom.fields = {field};
    done(custom);
    AttachDocument offer;
    offer.lead = book.ann;
    offer.fileName = QStringLiteral("offer 1/2.pdf");
    offer.mediaType = QStringLiteral("application/pdf");
    offer.content = QByteArray("%PDF-1.4 made up\0\x01\xff", 20) + QByteArray(20'000, 'x');
    done(offer);
    AddNote secret;
    secret.lead = book.bob;
    secret.content = QStringLiteral("For my own eyes");
    secret.isPrivate = true;
    done(secret);
    int number = 0;
    for (const QString& text : hardTexts()) {
        AddNote note;
        note.lead = book.eve;
        note.content = text;
        done(note);
        const QString name = hardName(text);
        CreateLead lead;
        lead.fields = {{QStringLiteral("name"), name, {}},
                       {QStringLiteral("email"), QStringLiteral("hard%1@example.com").arg(++number), {}},
                       {QStringLiteral("profile.company"), name, {}},
                       {QStringLiteral("custom.pets"), name, {}}};
        done(lead);
    }
    return errors;
}

} // namespace keyturn::test
