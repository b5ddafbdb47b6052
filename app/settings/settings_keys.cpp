// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings_keys.h"

#include <QStringList>

namespace keyturn {

const std::vector<SettingKey>& settingKeys()
{
    static const std::vector<SettingKey> keys = {
        // The look
        {"appearance", "system, light or dark", QStringLiteral("system")},
        {"language", "en, es, or empty for the system's", QString()},
        {"reducedMotion", "no animations", false},
        // Books
        {"book.last", "path of the book, or address of the server, that was open last", QString()},
        {"book.recent", "paths of books, newest first", QStringList()},
        {"server.recent", "addresses of servers, newest first, never with a password", QStringList()},
        // The window
        {"window.geometry", "place and size, as Qt packs it", QByteArray()},
        {"window.page", "the page that was shown last", QStringLiteral("pipeline")},
        {"window.panelWidth", "width of the lead panel in pixels", 400},
        {"window.panelOpen", "whether a lead is open beside the board", false},
        {"palette.recents", "what the palette offers before anything is typed", QStringList()},
        // The board
        {"board.density", "comfortable or compact", QStringLiteral("comfortable")},
        {"board.sort", "how cards are sorted, as a number of BoardSort", 0},
        {"board.group", "owner, or nothing if cards are not grouped", QString()},
        {"board.view", "id of the chosen view pill", QString()},
        {"board.filter", "what is filtered by, as JSON", QString()},
        {"board.folded", "keys of folded stages, and exits; unset: won stages and exits", QVariant()},
        {"pipeline.savedView", "id of the view that was shown last", QString()},
        // The lead
        {"lead/drafts", "what was begun in the composer and not yet logged, by lead, as JSON", QString()},
        // The leads table
        {"leads.columns", "shown columns in order, each as key:width; empty: the usual ones", QStringList()},
        {"leads.sort", "key of the column, asc or desc", QString()},
        {"leads.filter", "what is filtered by, as JSON", QString()},
        {"leads.savedView", "id of the view that was shown last", QString()},
        // The reports
        {"reports.tab", "which reports were shown last, from 0", 0},
        {"reports.period", "what time they are about: this_year, last_month … or two days with a slash between",
         QStringLiteral("this_year")},
    };
    return keys;
}

QVariant settingFallback(const QString& key)
{
    for (const SettingKey& known : settingKeys()) {
        if (key == QLatin1String(known.name)) {
            return known.fallback;
        }
    }
    return {};
}

} // namespace keyturn
