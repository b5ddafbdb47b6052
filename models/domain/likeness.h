// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace keyturn {

// What makes two records the same person: the one place for what the import and the search for duplicates go by.

/// What is known about somebody, as far as people can be told apart by it.
struct Likeness
{
    QString name;
    QString firstName;
    QString email;
    QStringList phones; ///< as stored: E.164 where they can be read
    QString externalId;
    QString leadSource;
    QString city;
    QString company;
};

/// True if the texts have a word of more than one letter in common, or if one of them is empty.
bool shareAWord(const QString& a, const QString& b);
/// One telephone, one person? A couple has one telephone and is two people: their first names differ.
bool mayShareAPhone(const QString& firstA, const QString& nameA, const QString& firstB, const QString& nameB);
/// Both known and the same, whatever the case.
bool isSamePlace(const QString& a, const QString& b);

/// The words of a name that tell people apart, folded and in order of the alphabet: “Dr. LEE, Ann M.” and “ann lee”
/// give the same. Titles, initials and generations are left out; a usual short form stands for the whole name.
QStringList nameWords(const QString& name);
/// How the name sounds, two words at a time (one, if it has no more): whoever may be called alike has one of them in
/// common, so that only those need to be compared.
QStringList nameSounds(const QString& name);
/// The same words, or words that differ by a slip of the keyboard or as a name is spelt (“Jon Smyth”, “John Smith”).
bool areSimilarNames(const QString& a, const QString& b);

/// A telephone number by the digits that matter: without an extension and without the leading 1 of North America.
QString phoneDigits(const QString& phone);

/// How likely two records are one person, 0 (nothing says so) to 99, and why, by keys: "email", "phone", "external_id",
/// "name", "name_and_city", "name_and_company".
struct LikenessVerdict
{
    int score = 0;
    QStringList reasons;
};
LikenessVerdict compareLikeness(const Likeness& a, const Likeness& b);

} // namespace keyturn
