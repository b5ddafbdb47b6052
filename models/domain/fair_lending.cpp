// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/fair_lending.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QStringList>

namespace keyturn {

namespace {

QSet<QString> wordSet(const char* words)
{
    const QStringList list = QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

const QSet<QString>& keyWords()
{
    static const QSet<QString> words = wordSet(
        "race races racial ethnic ethnicity ethnicities color colour religion religions religious faith church creed "
        "nationality nationalities ancestry birthplace language languages sex sexes sexual sexuality gender genders "
        "pronoun pronouns transgender marital married unmarried divorced divorce widow widowed widower pregnant "
        "pregnancy childbearing child children kid kids childcare familial birth birthday birthdate born dob age ages "
        "ssn itin census tract "
        "raza etnia religion religiosa nacionalidad idioma idiomas lengua sexo genero casado casada soltero soltera "
        "divorciado divorciada viudo viuda embarazo embarazada hijo hijos hija hijas nacimiento cumpleanos edad");
    return words;
}

const QSet<QString>& factWords()
{
    static const QSet<QString> words =
        wordSet("hispanic latino latina latinx caucasian asian muslim islamic jewish catholic hindu buddhist mormon "
                "female male lesbian gay bisexual immigrant musulman judio catolico mujer hombre");
    return words;
}

// Pairs of words, and the ways in which they are glued together.
const QStringList& gluedWords()
{
    static const QStringList words =
        QString::fromLatin1("dateofbirth birthdate maritalstatus socialsecurity nationalorigin "
                            "countryoforigin censustract familystatus familialstatus familyplan "
                            "familyplanning familysize africanamerican estadocivil fechadenacimiento "
                            "segurosocial")
            .split(u' ', Qt::SkipEmptyParts);
    return words;
}

QString folded(const QString& text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (c.category() != QChar::Mark_NonSpacing) {
            plain += c;
        }
    }
    return plain;
}

// "borrowerSSN_last-4" gives borrower, ssn, last.
QStringList wordsOf(const QString& key)
{
    const QString text = folded(key);
    QStringList words;
    QString word;
    const auto flush = [&] {
        if (!word.isEmpty()) {
            words.append(word.toLower());
            word.clear();
        }
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (!c.isLetter()) {
            flush();
            continue;
        }
        const bool afterLower = !word.isEmpty() && word.back().isLower();
        const bool endsAcronym =
            !word.isEmpty() && word.back().isUpper() && i + 1 < text.size() && text.at(i + 1).isLower();
        if (c.isUpper() && (afterLower || endsAcronym)) {
            flush();
        }
        word += c;
    }
    flush();
    return words;
}

bool hits(const QStringList& words, const QSet<QString>& denied)
{
    for (const QString& word : words) {
        if (denied.contains(word)) {
            return true;
        }
    }
    const QString glued = words.join(QString());
    for (const QString& pair : gluedWords()) {
        if (glued.contains(pair)) {
            return true;
        }
    }
    return false;
}

QJsonValue cleaned(const QJsonValue& value)
{
    if (value.isObject()) {
        return withoutForbiddenKeys(value.toObject());
    }
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue& entry : value.toArray()) {
            array.append(cleaned(entry));
        }
        return array;
    }
    return value;
}

} // namespace

bool isForbiddenKey(const QString& key)
{
    // The keys of a list come again with each of its rows.
    thread_local QHash<QString, bool> judged;
    const auto known = judged.constFind(key);
    if (known != judged.cend()) {
        return *known;
    }
    const bool forbidden = key != QLatin1String("birthday_md") &&
                           (hits(wordsOf(key), keyWords()) || keyWords().contains(folded(key).toLower()));
    constexpr qsizetype mostJudged = 1024;
    if (judged.size() >= mostJudged) {
        judged.clear();
    }
    judged.insert(key, forbidden);
    return forbidden;
}

bool isForbiddenLabel(const QString& label)
{
    return isForbiddenKey(label) || hits(wordsOf(label), factWords());
}

QJsonObject withoutForbiddenKeys(const QJsonObject& payload)
{
    QJsonObject kept;
    for (auto entry = payload.begin(); entry != payload.end(); ++entry) {
        if (!isForbiddenKey(entry.key())) {
            kept.insert(entry.key(), cleaned(entry.value()));
        }
    }
    return kept;
}

QString withoutForbiddenKeys(const QString& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    if (!document.isObject()) {
        return json;
    }
    const QJsonObject kept = withoutForbiddenKeys(document.object());
    return kept == document.object() ? json : QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

} // namespace keyturn
