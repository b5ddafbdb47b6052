// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lead/timeline_row.h"

#include <QStringList>

namespace keyturn {

namespace {

QString joined(const std::vector<TextRun>& runs)
{
    QString text;
    for (const TextRun& run : runs) {
        text += run.text;
    }
    return text;
}

} // namespace

QString TimelineRow::plainSentence() const
{
    return joined(sentence);
}

QString TimelineRow::plainDetails() const
{
    return joined(details);
}

QString TimelineRow::spoken() const
{
    QStringList parts;
    for (const QString& part : {day, plainSentence(), plainDetails(), marks, time}) {
        if (!part.isEmpty()) {
            parts.append(part);
        }
    }
    return parts.join(QStringLiteral(". ")).replace(QStringLiteral(".. "), QStringLiteral(". "));
}

std::vector<TextRun> markdownRuns(const QString& text)
{
    QStringList lines = text.trimmed().split(QLatin1Char('\n'));
    for (QString& line : lines) {
        if (line.startsWith(QLatin1String("- ")) || line.startsWith(QLatin1String("* "))) {
            line.replace(0, 1, QStringLiteral("•"));
        }
    }
    const QString whole = lines.join(QLatin1Char('\n'));
    const QStringList pieces = whole.split(QStringLiteral("**"));
    if (pieces.size() % 2 == 0) { // an unpaired mark is just two asterisks
        return {{whole, false}};
    }
    std::vector<TextRun> runs;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        if (!pieces[i].isEmpty()) {
            runs.push_back({pieces[i], i % 2 == 1});
        }
    }
    return runs;
}

} // namespace keyturn
