// SPDX-License-Identifier: GPL-3.0-or-later
// The compiled catalogues live in this library as the resource :/i18n/keyturn_<language>.qm.
namespace keyturn {
extern const char* const translationsRoot;
const char* const translationsRoot = ":/i18n";
} // namespace keyturn
