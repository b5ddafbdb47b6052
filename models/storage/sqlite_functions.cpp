// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/sqlite_functions.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonArray>
#include <QJsonDocument>

#include <sqlite3.h>

namespace keyturn {

namespace {

bool isJson(QByteArrayView text)
{
    if (text == "{}" || text == "[]") {
        return true;
    }
    // QJsonDocument reads arrays and objects only; wrapped, a scalar passes too.
    QByteArray wrapped;
    wrapped.reserve(text.size() + 2);
    wrapped += '[';
    wrapped.append(text);
    wrapped += ']';
    return QJsonDocument::fromJson(wrapped).array().size() == 1;
}

void jsonValid(sqlite3_context* context, int, sqlite3_value** values)
{
    if (sqlite3_value_type(values[0]) == SQLITE_NULL) {
        sqlite3_result_null(context);
        return;
    }
    const void* text = sqlite3_value_text(values[0]);
    const int size = sqlite3_value_bytes(values[0]);
    sqlite3_result_int(context, isJson(QByteArrayView(static_cast<const char*>(text), size)) ? 1 : 0);
}

} // namespace

bool registerJsonValid(sqlite3* handle)
{
    return sqlite3_create_function_v2(handle, "json_valid", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                                      nullptr, jsonValid, nullptr, nullptr, nullptr) == SQLITE_OK;
}

} // namespace keyturn
